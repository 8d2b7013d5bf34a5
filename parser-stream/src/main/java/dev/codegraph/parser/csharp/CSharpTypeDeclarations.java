package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types: their heads, their primary constructors, and what they are based on. */
final class CSharpTypeDeclarations {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  /** Whether a type that the file declares is an interface, by simple name. */
  private final Map<String, Boolean> interfaces = new HashMap<>();

  private int current = -1;

  /** How many of the types around have parameters that their members see. */
  private int parameterized;

  /** Parameters of the innermost type that its members hide, except in initialisers. */
  private List<CSharpParameters.Declared> hidden = List.of();

  CSharpTypeDeclarations(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The node of the innermost type, or -1. */
  int current() {
    return current;
  }

  /** Notes the types of the file: a base that is one of them need not be guessed at. */
  void foresee(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      switch (syntax.kind(c)) {
        case CLASS_DECLARATION, RECORD_DECLARATION, STRUCT_DECLARATION, INTERFACE_DECLARATION -> {
          interfaces.put(
              walk.name(syntax.field(c, CSharpField.NAME)),
              syntax.is(c, CSharpNode.INTERFACE_DECLARATION));
          foresee(c);
        }
        case NAMESPACE_DECLARATION,
            FILE_SCOPED_NAMESPACE_DECLARATION,
            DECLARATION_LIST,
            PREPROC_IF,
            PREPROC_ELIF,
            PREPROC_ELSE,
            ERROR ->
            foresee(c);
        default -> {
          // Declares no type.
        }
      }
    }
  }

  void type(int node) {
    int name = syntax.field(node, CSharpField.NAME);
    int body = syntax.field(node, CSharpField.BODY);
    if (walk.name(name).isEmpty()) {
      if (!syntax.is(node, CSharpNode.ENUM_DECLARATION)) {
        walk.declarations().members(body);
      }
      return;
    }
    EntityKind kind =
        switch (syntax.kind(node)) {
          case STRUCT_DECLARATION -> EntityKind.STRUCT;
          case INTERFACE_DECLARATION -> EntityKind.INTERFACE;
          case RECORD_DECLARATION -> EntityKind.RECORD;
          case ENUM_DECLARATION -> EntityKind.ENUM;
          case DELEGATE_DECLARATION -> EntityKind.TYPE_ALIAS;
          default -> EntityKind.CLASS;
        };
    EntityDraft draft = walk.members().draft(kind, walk.name(name), name, node);
    walk.attributes().of(node, draft);
    int outer = current;
    List<CSharpParameters.Declared> outerHidden = hidden;
    int outerParameterized = parameterized;
    current = node;
    hidden = List.of();
    walk.context().inBody(draft.index(), syntax.end(node), () -> inside(draft, node, body));
    current = outer;
    hidden = outerHidden;
    parameterized = outerParameterized;
  }

  private void inside(EntityDraft draft, int node, int body) {
    walk.types().parameters(draft, node);
    int list = syntax.child(node, CSharpNode.PARAMETER_LIST);
    List<CSharpParameters.Declared> parameters = walk.parameters().of(list);
    walk.parameters().describe(draft, parameters);
    switch (draft.kind()) {
      case TYPE_ALIAS -> {
        int type = syntax.field(node, CSharpField.TYPE);
        draft.declaredType(walk.types().text(type));
        walk.types().references(type);
        walk.parameters().references(list, parameters);
      }
      case RECORD -> {
        for (CSharpParameters.Declared p : parameters) {
          positional(p, node);
        }
        walk.context()
            .inBlock(
                syntax.end(node),
                () -> {
                  int bases = syntax.child(node, CSharpNode.BASE_LIST);
                  if (syntax.child(bases, CSharpNode.PRIMARY_CONSTRUCTOR_BASE_TYPE) >= 0) {
                    walk.parameters().bind(parameters);
                  }
                  bases(draft, bases);
                });
      }
      case ENUM -> {
        int base = syntax.firstNamed(syntax.child(node, CSharpNode.BASE_LIST));
        draft.declaredType(walk.types().text(base));
        walk.types().references(base);
      }
      default -> {
        walk.parameters().references(list, parameters);
        walk.parameters().bind(parameters);
        bases(draft, syntax.child(node, CSharpNode.BASE_LIST));
        parameterized += parameters.isEmpty() ? 0 : 1;
        if (parameterized > 0) {
          announce(body);
          hidden = parameters.stream().filter(p -> !walk.context().isLocal(p.name())).toList();
        }
      }
    }
    walk.declarations().members(body);
  }

  /** A positional parameter of a record is a property. */
  private void positional(CSharpParameters.Declared p, int record) {
    if (p.name().isEmpty()) {
      return;
    }
    boolean isMutable =
        walk.token(record, "struct") >= 0 && !CSharpModifiers.has(syntax, record, "readonly");
    int start = p.variadic() && p.type() >= 0 ? p.type() : p.node();
    EntityDraft draft =
        walk.facts()
            .entity(
                EntityKind.PROPERTY,
                p.name(),
                syntax.start(p.nameNode()),
                syntax.start(start),
                syntax.end(p.node()),
                walk.context().owner());
    draft.declaredType(walk.types().text(p.type())).modifier(Modifier.PUBLIC);
    draft.signature((walk.types().text(p.type()) + " " + p.name()).strip());
    if (!isMutable) {
      draft.modifier(Modifier.READONLY);
    }
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              if (p.node() != p.nameNode()) {
                walk.attributes().of(p.node(), draft);
              }
              walk.types().references(p.type());
              walk.expressions().value(p.value(), false);
            });
  }

  private void bases(EntityDraft draft, int list) {
    boolean isFirst = true;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CSharpNode.ARGUMENT_LIST)) {
        baseCall(c);
        continue;
      }
      boolean isCalled = syntax.is(c, CSharpNode.PRIMARY_CONSTRUCTOR_BASE_TYPE);
      int type = isCalled ? syntax.field(c, CSharpField.TYPE) : c;
      int next = syntax.nextNamed(c);
      isCalled |= syntax.is(next, CSharpNode.ARGUMENT_LIST);
      boolean isClass =
          draft.kind() == EntityKind.INTERFACE
              || isFirst && draft.kind() != EntityKind.STRUCT && (isCalled || !isInterface(type));
      base(draft, type, isClass);
      if (syntax.is(c, CSharpNode.PRIMARY_CONSTRUCTOR_BASE_TYPE)) {
        baseCall(syntax.child(c, CSharpNode.ARGUMENT_LIST));
      }
      isFirst = false;
    }
  }

  private void base(EntityDraft draft, int type, boolean isClass) {
    String written = syntax.normalText(type);
    if (written.indexOf('<') >= 0) {
      walk.facts().attribute("base:" + draft.index() + ":" + draft.supertypeCount(), written);
    }
    draft.supertype(
        walk.types().bare(type),
        isClass ? SupertypeRelation.EXTENDS : SupertypeRelation.IMPLEMENTS);
    walk.types().references(type, isClass ? Role.EXTEND : Role.IMPLEMENT);
  }

  private void baseCall(int arguments) {
    int count = syntax.namedChildren(arguments);
    walk.context().reference(Role.CALL, "base", arguments, -1, count);
    walk.expressions().arguments(arguments, -1, syntax.start(arguments));
  }

  /** Whether a base is an interface: the file says so, or else its name does. */
  private boolean isInterface(int type) {
    String name = walk.name(walk.types().lastName(type));
    boolean looksSo =
        name.length() > 1 && name.charAt(0) == 'I' && Character.isUpperCase(name.charAt(1));
    return interfaces.getOrDefault(name, looksSo);
  }

  /** The names of members hide parameters of the types around, wherever they stand. */
  private void announce(int body) {
    LexicalScope scope = walk.context().scope();
    for (int c = syntax.firstNamed(body); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case FIELD_DECLARATION, EVENT_FIELD_DECLARATION -> {
          int declaration = syntax.child(c, CSharpNode.VARIABLE_DECLARATION);
          for (int d : syntax.children(declaration, CSharpNode.VARIABLE_DECLARATOR)) {
            announce(scope, d);
          }
        }
        case PROPERTY_DECLARATION,
            METHOD_DECLARATION,
            EVENT_DECLARATION,
            CLASS_DECLARATION,
            STRUCT_DECLARATION,
            RECORD_DECLARATION,
            ENUM_DECLARATION,
            DELEGATE_DECLARATION ->
            announce(scope, c);
        case PREPROC_IF, PREPROC_ELIF, PREPROC_ELSE -> announce(c);
        default -> {
          // Has no name that hides one.
        }
      }
    }
  }

  private void announce(LexicalScope scope, int node) {
    scope.bind(walk.name(syntax.field(node, CSharpField.NAME)), LexicalScope.Meaning.MEMBER);
  }

  /** Walks the initialiser of a member, which sees the parameters of the type before members. */
  void inInitializer(int end, Runnable code) {
    if (hidden.isEmpty()) {
      code.run();
    } else {
      walk.context()
          .inBlock(
              end,
              () -> {
                for (CSharpParameters.Declared p : hidden) {
                  walk.context().scope().bind(p.name(), LexicalScope.Meaning.VALUE);
                }
                code.run();
              });
    }
  }
}
