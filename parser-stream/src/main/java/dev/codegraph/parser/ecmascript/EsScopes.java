package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.ecmascript.EsName.Meaning;
import dev.codegraph.parser.ecmascript.EsScope.Level;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.BindingKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All scopes of a file with what they declare, found in one pass before references are looked at:
 * functions and {@code var} are visible before they are written.
 */
final class EsScopes {
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final @Nullable EsScope[] byNode;
  private final List<EsScope> all = new ArrayList<>();

  /** How far above an inferred type its condition is looked for. */
  private static final int MAX_DEPTH = 64;

  /** Nodes that declare a name, so that they are no references. */
  private final boolean[] declares;

  EsScopes(EsSyntax syntax) {
    this.syntax = syntax;
    this.tree = syntax.tree;
    this.byNode = new EsScope[tree.nodeCount()];
    this.declares = new boolean[tree.nodeCount()];
    collect();
  }

  /** The scope that a node opens; null when it opens none. */
  @Nullable EsScope opened(int node) {
    return byNode[node];
  }

  /** Whether the node is the name in a declaration. */
  boolean declares(int node) {
    return declares[node];
  }

  /** All scopes, outer before inner. */
  List<EsScope> all() {
    return all;
  }

  private void collect() {
    EsScope scope = open(0, Level.MODULE, null);
    int[] ends = new int[64];
    EsScope[] outer = new EsScope[64];
    int depth = 0;
    for (int node = 1; node < tree.nodeCount(); node++) {
      while (depth > 0 && node >= ends[depth - 1]) {
        scope = outer[--depth];
      }
      declare(node, scope);
      Level level = level(node);
      if (level != null && tree.subtreeEnd(node) > node + 1) {
        if (depth == ends.length) {
          ends = java.util.Arrays.copyOf(ends, depth * 2);
          outer = java.util.Arrays.copyOf(outer, depth * 2);
        }
        ends[depth] = tree.subtreeEnd(node);
        outer[depth++] = scope;
        scope = open(node, level, scope);
        declareInside(node, scope);
      }
    }
  }

  private EsScope open(int node, Level level, @Nullable EsScope parent) {
    int start = node == 0 ? 0 : tree.startByte(node);
    int end = node == 0 ? tree.source().length : tree.endByte(node);
    EsScope scope = new EsScope(level, start, end, parent);
    byNode[node] = scope;
    all.add(scope);
    return scope;
  }

  private @Nullable Level level(int node) {
    EsNode kind = syntax.kind(node);
    if (kind.isFunction() || kind.isSignature() || kind == EsNode.CLASS_STATIC_BLOCK) {
      return Level.FUNCTION;
    }
    return switch (kind) {
      case STATEMENT_BLOCK ->
          switch (syntax.kind(tree.parent(node))) {
            case INTERNAL_MODULE, MODULE, AMBIENT_DECLARATION -> Level.MODULE;
            default -> Level.BLOCK;
          };
      case FOR_STATEMENT,
          FOR_IN_STATEMENT,
          CATCH_CLAUSE,
          SWITCH_BODY,
          CLASS_DECLARATION,
          ABSTRACT_CLASS_DECLARATION,
          CLASS,
          INTERFACE_DECLARATION,
          TYPE_ALIAS_DECLARATION,
          INDEX_SIGNATURE,
          CONDITIONAL_TYPE ->
          Level.BLOCK;
      default -> null;
    };
  }

  /** What a node declares in the scope around it. */
  private void declare(int node, EsScope scope) {
    switch (syntax.kind(node)) {
      case FUNCTION_DECLARATION, GENERATOR_FUNCTION_DECLARATION, FUNCTION_SIGNATURE -> {
        EsName name = entity(syntax.child(node, EsField.NAME), scope, true, false);
        if (name != null) {
          name.function = true;
        }
      }
      case CLASS_DECLARATION, ABSTRACT_CLASS_DECLARATION, ENUM_DECLARATION ->
          entity(syntax.child(node, EsField.NAME), scope, true, true);
      case INTERFACE_DECLARATION, TYPE_ALIAS_DECLARATION ->
          entity(syntax.child(node, EsField.NAME), scope, false, true);
      case ERROR -> {
        int head = syntax.brokenHead(node);
        if (head >= 0) {
          boolean isFunction = tree.textEquals(head, "function");
          EsName name = entity(tree.nextSibling(head), scope, true, !isFunction);
          if (name != null) {
            name.function = isFunction;
          }
        }
      }
      case INTERNAL_MODULE, MODULE -> namespace(syntax.child(node, EsField.NAME), scope);
      case VARIABLE_DECLARATOR -> variable(node, scope);
      case FOR_IN_STATEMENT, CATCH_CLAUSE -> {}
      case IMPORT_CLAUSE -> importClause(node, scope);
      case IMPORT_REQUIRE_CLAUSE, IMPORT_ALIAS ->
          imported(syntax.firstNamed(node), scope, syntax.is(node, EsNode.IMPORT_ALIAS));
      case TYPE_PARAMETER -> typeParameter(syntax.child(node, EsField.NAME), scope);
      case MAPPED_TYPE_CLAUSE -> typeParameter(syntax.child(node, EsField.NAME), scope);
      case INFER_TYPE -> typeParameter(syntax.firstNamed(node), conditional(node, scope));
      case FORMAL_PARAMETERS -> parameters(node, scope);
      default -> {}
    }
  }

  /** What a node declares in the scope that it opens. */
  private void declareInside(int node, EsScope scope) {
    EsNode kind = syntax.kind(node);
    switch (kind) {
      case FUNCTION_EXPRESSION, GENERATOR_FUNCTION -> {
        EsName name = entity(syntax.child(node, EsField.NAME), scope, true, false);
        if (name != null) {
          name.function = true;
        }
      }
      case CLASS -> entity(syntax.child(node, EsField.NAME), scope, true, true);
      case ARROW_FUNCTION -> {
        int parameter = syntax.child(node, EsField.PARAMETER);
        if (parameter >= 0) {
          pattern(parameter, scope, Meaning.LOCAL, BindingKind.PARAMETER);
        }
      }
      case FOR_IN_STATEMENT -> {
        int declared = syntax.child(node, EsField.KIND);
        int left = syntax.child(node, EsField.LEFT);
        if (declared >= 0 && left >= 0) {
          EsScope target = tree.textEquals(declared, "var") ? scope.varScope() : scope;
          boolean module = target.level == Level.MODULE;
          pattern(
              left,
              target,
              module ? Meaning.ENTITY : Meaning.LOCAL,
              syntax.is(left, EsNode.IDENTIFIER) ? BindingKind.LOOP : BindingKind.PATTERN);
        }
      }
      case CATCH_CLAUSE -> {
        int parameter = syntax.child(node, EsField.PARAMETER);
        if (parameter >= 0) {
          pattern(parameter, scope, Meaning.LOCAL, BindingKind.CATCH);
        }
      }
      default -> {}
    }
  }

  private @Nullable EsName entity(int nameNode, EsScope scope, boolean value, boolean type) {
    if (nameNode < 0) {
      return null;
    }
    declares[nameNode] = true;
    String text = syntax.text(nameNode);
    EsName name = null;
    if (type) {
      name = scope.type(text, Meaning.ENTITY);
    }
    if (value) {
      name = scope.value(text, Meaning.ENTITY, BindingKind.LOCAL);
    }
    return name;
  }

  /** A namespace declares the first part of its name; string names declare nothing. */
  private void namespace(int nameNode, EsScope scope) {
    if (nameNode < 0 || syntax.is(nameNode, EsNode.STRING)) {
      return;
    }
    int first = nameNode;
    while (syntax.is(first, EsNode.NESTED_IDENTIFIER)
        || syntax.is(first, EsNode.MEMBER_EXPRESSION)) {
      declares[first] = true;
      int object = syntax.child(first, EsField.OBJECT);
      if (object < 0) {
        return;
      }
      first = object;
    }
    entity(first, scope, true, true);
  }

  private void variable(int declarator, EsScope scope) {
    int nameNode = syntax.child(declarator, EsField.NAME);
    if (nameNode < 0) {
      return;
    }
    int declaration = tree.parent(declarator);
    boolean var = syntax.is(declaration, EsNode.VARIABLE_DECLARATION);
    EsScope target = var ? scope.varScope() : scope;
    int value = syntax.child(declarator, EsField.VALUE);
    EsNode valueKind = syntax.kind(value < 0 ? -1 : syntax.finalValue(value));
    boolean simple = syntax.is(nameNode, EsNode.IDENTIFIER);
    Meaning meaning;
    if (EsModules.importsModule(syntax, nameNode, value)) {
      meaning = Meaning.IMPORT;
    } else if (target.level == Level.MODULE
        || simple && (valueKind.isFunctionExpression() || valueKind == EsNode.CLASS)) {
      meaning = Meaning.ENTITY;
    } else {
      meaning = Meaning.LOCAL;
    }
    boolean constant =
        !var && (syntax.hasToken(declaration, "const") || syntax.hasToken(declaration, "using"));
    List<EsName> names =
        pattern(nameNode, target, meaning, simple ? BindingKind.LOCAL : BindingKind.PATTERN);
    for (EsName name : names) {
      name.constant = constant;
      name.function |= simple && valueKind.isFunctionExpression();
      if (simple && valueKind == EsNode.CLASS || meaning == Meaning.IMPORT) {
        target.types.putIfAbsent(name.text, name);
      }
    }
  }

  private void importClause(int clause, EsScope scope) {
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case IDENTIFIER -> imported(c, scope, false);
        case NAMESPACE_IMPORT -> imported(syntax.firstNamed(c), scope, false);
        case NAMED_IMPORTS -> {
          for (int s = syntax.firstNamed(c); s >= 0; s = syntax.nextNamed(s)) {
            int name = syntax.child(s, EsField.NAME);
            int alias = syntax.child(s, EsField.ALIAS);
            if (name >= 0) {
              declares[name] = true;
            }
            imported(alias >= 0 ? alias : name, scope, false);
          }
        }
        default -> {}
      }
    }
  }

  private void imported(int nameNode, EsScope scope, boolean alias) {
    if (!syntax.is(nameNode, EsNode.IDENTIFIER)) {
      return;
    }
    declares[nameNode] = true;
    Meaning meaning = alias ? Meaning.ENTITY : Meaning.IMPORT;
    EsName name = scope.value(syntax.text(nameNode), meaning, BindingKind.LOCAL);
    scope.types.putIfAbsent(name.text, name);
  }

  /** The scope of the condition that an inferred type is part of, behind function types in it. */
  private EsScope conditional(int inferred, EsScope scope) {
    int node = inferred;
    for (int i = 0; i < MAX_DEPTH && node >= 0; i++) {
      EsScope found = byNode[node];
      if (found != null && syntax.is(node, EsNode.CONDITIONAL_TYPE)) {
        return found;
      }
      node = tree.parent(node);
    }
    return scope;
  }

  private void typeParameter(int nameNode, EsScope scope) {
    if (nameNode >= 0) {
      declares[nameNode] = true;
      scope.type(syntax.text(nameNode), Meaning.TYPE_PARAMETER);
    }
  }

  private void parameters(int node, EsScope scope) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      int pattern =
          syntax.is(c, EsNode.REQUIRED_PARAMETER) || syntax.is(c, EsNode.OPTIONAL_PARAMETER)
              ? syntax.child(c, EsField.PATTERN)
              : c;
      if (pattern >= 0) {
        pattern(pattern, scope, Meaning.LOCAL, BindingKind.PARAMETER);
      }
    }
  }

  /** Declares all names of a pattern; a parameter that is taken apart gives PATTERN names. */
  private List<EsName> pattern(int node, EsScope scope, Meaning meaning, BindingKind kind) {
    List<EsName> names = new ArrayList<>(1);
    EsPatterns.names(
        syntax,
        node,
        name -> {
          declares[name] = true;
          BindingKind shown =
              kind == BindingKind.PARAMETER
                      && syntax.is(name, EsNode.SHORTHAND_PROPERTY_IDENTIFIER_PATTERN)
                  ? BindingKind.PATTERN
                  : kind;
          names.add(scope.value(syntax.text(name), meaning, shown));
        });
    return names;
  }
}
