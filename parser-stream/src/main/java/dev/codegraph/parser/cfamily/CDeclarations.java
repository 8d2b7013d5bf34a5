package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope.Meaning;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands outside of code: in a file, a namespace or a type. */
final class CDeclarations {
  private final CWalk walk;
  private final CSyntax syntax;

  /** Body that belongs to a macro's use before it, and was walked with that. */
  private int bodyOfMacro = -1;

  CDeclarations(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the children of a node. */
  void all(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      declare(c);
    }
  }

  /** Whether a call without semicolon stands right before a body. */
  private boolean isMacroWithBody(int node) {
    return syntax.kind(node) == CNode.EXPRESSION_STATEMENT
        && syntax.is(syntax.nextNamed(node), CNode.COMPOUND_STATEMENT)
        && syntax.is(syntax.firstNamed(node), CNode.CALL_EXPRESSION)
        && syntax.is(syntax.field(syntax.firstNamed(node), CField.FUNCTION), CNode.IDENTIFIER)
        && syntax.textEquals(syntax.firstNamed(node), syntax.text(node));
  }

  /** Walks a declaration. */
  void declare(int node) {
    declare(node, CHead.NONE, false);
  }

  private void declare(int node, CHead head, boolean isFriend) {
    switch (syntax.kind(node)) {
      case PREPROC_INCLUDE,
          PREPROC_DEF,
          PREPROC_FUNCTION_DEF,
          PREPROC_CALL,
          PREPROC_IF,
          PREPROC_IFDEF,
          PREPROC_ELIF,
          PREPROC_ELIFDEF,
          PREPROC_ELSE ->
          walk.preprocessor().line(node, this::declare);
      case NAMESPACE_DEFINITION -> namespace(node);
      case LINKAGE_SPECIFICATION -> declare(syntax.field(node, CField.BODY), head, isFriend);
      case DECLARATION_LIST -> all(node);
      case TEMPLATE_DECLARATION -> template(node, isFriend);
      case FUNCTION_DEFINITION -> function(node, head, isFriend);
      case DECLARATION, FIELD_DECLARATION -> walk.variables().declaration(node, head, isFriend);
      case TYPE_DEFINITION -> walk.variables().typedef(node);
      case ALIAS_DECLARATION -> walk.variables().alias(node, head);
      case CONCEPT_DEFINITION -> concept(node, head);
      case USING_DECLARATION -> using(node);
      case NAMESPACE_ALIAS_DEFINITION -> namespaceAlias(node);
      case FRIEND_DECLARATION -> friend(node, head);
      case CLASS_SPECIFIER, STRUCT_SPECIFIER, UNION_SPECIFIER, ENUM_SPECIFIER -> {
        if (syntax.field(node, CField.BODY) >= 0) {
          walk.entities().type(node, head, -1);
        } else {
          walk.types().references(node, Role.TYPE);
        }
      }
      case TEMPLATE_INSTANTIATION -> {
        walk.types().declarationReferences(node);
        walk.types().declaratorReferences(syntax.field(node, CField.DECLARATOR));
      }
      case ENUMERATOR -> walk.entities().enumerator(node);
      case ACCESS_SPECIFIER -> walk.entities().access(node);
      case EXPRESSION_STATEMENT -> expression(node);
      case ERROR -> broken(node);
      case REQUIRES_CLAUSE -> walk.code().statement(node);
      default -> {
        if (node >= 0 && node != bodyOfMacro) {
          walk.code().statement(node);
        }
      }
    }
  }

  private void function(int node, CHead head, boolean isFriend) {
    int type = syntax.field(node, CField.TYPE);
    if (syntax.isTypeSpecifier(type) && syntax.field(type, CField.BODY) >= 0) {
      walk.entities().type(type, CHead.NONE, -1);
    }
    walk.callables().declare(node, syntax.field(node, CField.DECLARATOR), head, isFriend);
  }

  /** The sound parts of what the grammar could not place. */
  private void broken(int node) {
    brokenFrom(node, syntax.firstChild(node));
  }

  private void brokenFrom(int node, int first) {
    for (int c = first; c >= 0; c = syntax.nextSibling(c)) {
      if (opens(node, c)) {
        return;
      }
      if (!syntax.isNamed(c)) {
        continue;
      }
      switch (syntax.kind(c)) {
        case IDENTIFIER,
            TYPE_IDENTIFIER,
            FIELD_IDENTIFIER,
            NAMESPACE_IDENTIFIER,
            QUALIFIED_IDENTIFIER -> {}
        case FUNCTION_DECLARATOR -> {
          if (hasTypeBefore(c)) {
            walk.callables().broken(node, c);
          }
        }
        default -> declare(c);
      }
    }
  }

  /**
   * The beginning of a type or namespace that does not end: what follows lies in it.
   *
   * @return whether there was one, and all that follows is done
   */
  private boolean opens(int node, int keyword) {
    EntityKind kind = kindOfKeyword(keyword);
    int nameNode = kind == null ? -1 : syntax.nextNamed(keyword);
    if (kind == null
        || !syntax.is(nameNode, CNode.TYPE_IDENTIFIER)
            && !syntax.is(nameNode, CNode.NAMESPACE_IDENTIFIER)
            && !syntax.is(nameNode, CNode.IDENTIFIER)) {
      return false;
    }
    int brace = syntax.nextSibling(nameNode);
    int bases = -1;
    while (brace >= 0 && !syntax.textEquals(brace, "{")) {
      bases = syntax.is(brace, CNode.BASE_CLASS_CLAUSE) ? brace : bases;
      if (bases != brace && !syntax.is(brace, CNode.COMMENT)) {
        return false;
      }
      brace = syntax.nextSibling(brace);
    }
    if (brace < 0) {
      return false;
    }
    int inside = syntax.nextSibling(brace);
    walk.entities()
        .open(kind, nameNode, keyword, syntax.end(node), bases, () -> brokenFrom(node, inside));
    return true;
  }

  private @Nullable EntityKind kindOfKeyword(int node) {
    if (syntax.isNamed(node)) {
      return null;
    }
    return switch (syntax.text(node)) {
      case "class" -> EntityKind.CLASS;
      case "struct" -> EntityKind.STRUCT;
      case "union" -> EntityKind.UNION;
      case "namespace" -> EntityKind.NAMESPACE;
      default -> null;
    };
  }

  private boolean hasTypeBefore(int declarator) {
    int before = -1;
    for (int c = syntax.firstNamed(syntax.parent(declarator));
        c >= 0 && c != declarator;
        c = syntax.nextNamed(c)) {
      before = c;
    }
    return switch (syntax.kind(before)) {
      case PRIMITIVE_TYPE, SIZED_TYPE_SPECIFIER, TYPE_IDENTIFIER, TEMPLATE_TYPE -> true;
      default -> false;
    };
  }

  /** Outside of code an expression is a macro's use; some of them say things about functions. */
  private void expression(int node) {
    if (isMacroWithBody(node)) {
      bodyOfMacro = syntax.nextNamed(node);
      walk.callables().macroWithBody(node, bodyOfMacro);
      return;
    }
    int call = syntax.firstNamed(node);
    int function = syntax.field(call, CField.FUNCTION);
    if (syntax.textEquals(function, "BENCHMARK")) {
      int first = syntax.firstNamed(syntax.field(call, CField.ARGUMENTS));
      walk.callables().benchmark(syntax.text(first));
    }
    walk.code().statement(node);
  }

  private void namespace(int node) {
    int nameNode = syntax.field(node, CField.NAME);
    int body = syntax.field(node, CField.BODY);
    if (nameNode < 0) {
      EntityDraft draft = namespaceEntity(CEntities.ANONYMOUS, node, node, -1);
      walk.names().scope(draft.index(), draft.parent(), "");
      walk.context()
          .inEntity(draft.index(), () -> walk.entities().inAnonymousNamespace(() -> all(body)));
      return;
    }
    List<Integer> parts = new ArrayList<>();
    int rest = nameNode;
    while (syntax.is(rest, CNode.NESTED_NAMESPACE_SPECIFIER)) {
      parts.addAll(syntax.children(rest, CNode.NAMESPACE_IDENTIFIER));
      rest = syntax.child(rest, CNode.NESTED_NAMESPACE_SPECIFIER);
    }
    if (parts.isEmpty()) {
      parts.add(nameNode);
    }
    namespace(node, parts, 0, body);
  }

  private void namespace(int node, List<Integer> parts, int at, int body) {
    int part = parts.get(at);
    EntityDraft draft = namespaceEntity(syntax.text(part), part, node, body);
    walk.names().scope(draft.index(), draft.parent(), draft.name());
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              if (at + 1 < parts.size()) {
                namespace(node, parts, at + 1, body);
              } else {
                all(body);
              }
            });
  }

  private EntityDraft namespaceEntity(String name, int nameNode, int node, int body) {
    int end = body < 0 ? syntax.end(node) : syntax.start(body);
    return walk.entities()
        .add(EntityKind.NAMESPACE, name, nameNode, node, CHead.NONE, walk.context().owner())
        .signature(body < 0 ? "namespace" : syntax.signature(syntax.start(node), end));
  }

  /** A template: its parameters, and what they are for. */
  private void template(int outermost, boolean isFriend) {
    walk.context().inBlock(syntax.end(outermost), () -> templateInside(outermost, isFriend));
  }

  private void templateInside(int outermost, boolean isFriend) {
    int node = outermost;
    List<CHead.Parameter> names = new ArrayList<>();
    while (syntax.is(node, CNode.TEMPLATE_DECLARATION)) {
      int parameters = syntax.field(node, CField.PARAMETERS);
      names.clear();
      templateParameters(parameters, names, syntax.end(outermost));
      int inner = -1;
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.is(c, CNode.TEMPLATE_DECLARATION)) {
          inner = c;
        } else if (c != parameters) {
          declare(c, new CHead(outermost, List.copyOf(names)), isFriend);
        }
      }
      node = inner;
    }
  }

  /** Reads template parameters and makes the references of their kinds and defaults. */
  void templateParameters(int list, List<CHead.Parameter> names, int end) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case TYPE_PARAMETER_DECLARATION,
            OPTIONAL_TYPE_PARAMETER_DECLARATION,
            VARIADIC_TYPE_PARAMETER_DECLARATION ->
            typeParameter(c, names, end);
        case TEMPLATE_TEMPLATE_PARAMETER_DECLARATION -> {
          int parameter = -1;
          for (int p = syntax.firstNamed(c); p >= 0; p = syntax.nextNamed(p)) {
            parameter = p;
          }
          typeParameter(parameter, names, end);
        }
        case PARAMETER_DECLARATION,
            OPTIONAL_PARAMETER_DECLARATION,
            VARIADIC_PARAMETER_DECLARATION ->
            valueParameter(c, names, end);
        default -> {}
      }
    }
  }

  private void typeParameter(int node, List<CHead.Parameter> names, int end) {
    int name = syntax.field(node, CField.NAME);
    name = name < 0 ? syntax.child(node, CNode.TYPE_IDENTIFIER) : name;
    walk.types().references(syntax.field(node, CField.DEFAULT_TYPE), Role.TYPE);
    if (name >= 0) {
      walk.context().scope().bind(syntax.text(name), Meaning.TYPE_PARAMETER);
      names.add(new CHead.Parameter(syntax.text(name), syntax.start(name), end, "type"));
    }
  }

  /** A parameter that is a value; with a concept in front the grammar takes a type for one. */
  private void valueParameter(int node, List<CHead.Parameter> names, int end) {
    walk.types().declarationReferences(node);
    int value = syntax.field(node, CField.DEFAULT_VALUE);
    if (value >= 0) {
      walk.expressions().value(value, false);
    }
    CDeclarator declarator = walk.types().declarator(syntax.field(node, CField.DECLARATOR));
    if (declarator.name() >= 0) {
      String name = syntax.text(declarator.name());
      String type = walk.types().declared(node, declarator);
      walk.context().scope().bind(name, Meaning.VALUE);
      names.add(new CHead.Parameter(name, syntax.end(node), end, type));
    }
  }

  /** A concept is a trait that types have. */
  private void concept(int node, CHead head) {
    int nameNode = syntax.field(node, CField.NAME);
    if (nameNode < 0) {
      return;
    }
    EntityDraft draft =
        walk.entities()
            .add(
                EntityKind.TRAIT,
                syntax.text(nameNode),
                nameNode,
                node,
                head,
                walk.context().owner());
    draft.signature(syntax.signature(draft.startByte(), syntax.end(nameNode)));
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              for (int c = syntax.nextNamed(nameNode); c >= 0; c = syntax.nextNamed(c)) {
                walk.code().statement(c);
              }
            });
  }

  /** {@code using namespace a}, {@code using a::b}, {@code using enum a}. */
  void using(int node) {
    int nameNode = syntax.firstNamed(node);
    if (nameNode < 0) {
      return;
    }
    CName name = CName.of(syntax, walk.types(), nameNode);
    String module = String.join("::", name.qualifier());
    if (syntax.hasToken(node, "namespace") || syntax.hasToken(node, "enum")) {
      String whole = module.isEmpty() ? name.text() : module + "::" + name.text();
      importName(whole, "*", "", name.node());
    } else {
      importName(module, name.text(), "", name.node());
    }
  }

  /** {@code namespace a = b::c}. */
  void namespaceAlias(int node) {
    int nameNode = syntax.field(node, CField.NAME);
    int target = nameNode < 0 ? -1 : syntax.nextNamed(nameNode);
    if (target >= 0) {
      importName(syntax.normalText(target), "", syntax.text(nameNode), target);
    }
  }

  private void importName(String module, String name, String alias, int at) {
    if (!module.isEmpty() || !name.isEmpty()) {
      walk.context()
          .facts()
          .importAt(
              module,
              name,
              alias,
              false,
              false,
              false,
              0,
              walk.context().owner(),
              syntax.start(at));
    }
  }

  private void friend(int node, CHead head) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case DECLARATION, FUNCTION_DEFINITION -> declare(c, head, true);
        default -> walk.types().references(c, Role.TYPE);
      }
    }
  }
}
