package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Role;
import java.util.Set;

/** Turns names, member accesses, calls and types into references. */
final class EsReferences {
  private static final Set<String> TEST_CALLS =
      Set.of("describe", "it", "test", "suite", "specify", "context");

  /** Words that end up as identifiers only where the code around them is broken. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "async",
          "await",
          "class",
          "const",
          "enum",
          "export",
          "extends",
          "function",
          "implements",
          "import",
          "interface",
          "let",
          "private",
          "protected",
          "public",
          "return",
          "static",
          "this",
          "var");

  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;

  EsReferences(EsContext context) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
  }

  /** Looks at a node for what it refers to, and marks the nodes in it. */
  void visit(int node) {
    switch (syntax.kind(node)) {
      case IDENTIFIER, SHORTHAND_PROPERTY_IDENTIFIER -> identifier(node);
      case SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> {
        if (context.isMarked(node)) {
          identifier(node);
        }
      }
      case TYPE_IDENTIFIER -> typeIdentifier(node);
      case MEMBER_EXPRESSION, NESTED_IDENTIFIER -> member(node);
      case CALL_EXPRESSION -> call(node);
      case NEW_EXPRESSION -> {
        int callee = context.expressions.callee(syntax.child(node, EsField.CONSTRUCTOR));
        context.mark(callee, Role.INSTANTIATE, Math.max(0, context.expressions.arguments(node)));
        functionValues(syntax.child(node, EsField.ARGUMENTS));
      }
      case AUGMENTED_ASSIGNMENT_EXPRESSION ->
          context.mark(syntax.unwrap(syntax.child(node, EsField.LEFT)), Role.WRITE, -1);
      case UPDATE_EXPRESSION ->
          context.mark(syntax.unwrap(syntax.child(node, EsField.ARGUMENT)), Role.WRITE, -1);
      case DECORATOR -> decorator(node);
      case EXTENDS_CLAUSE -> base(syntax.child(node, EsField.VALUE), Role.EXTEND);
      case CLASS_HERITAGE -> {
        int only = syntax.firstNamed(node);
        if (!syntax.is(only, EsNode.EXTENDS_CLAUSE) && !syntax.is(only, EsNode.IMPLEMENTS_CLAUSE)) {
          base(only, Role.EXTEND);
        }
      }
      case IMPLEMENTS_CLAUSE -> bases(node, Role.IMPLEMENT);
      case EXTENDS_TYPE_CLAUSE -> bases(node, Role.EXTEND);
      case JSX_OPENING_ELEMENT, JSX_SELF_CLOSING_ELEMENT ->
          element(syntax.child(node, EsField.NAME));
      case JSX_CLOSING_ELEMENT -> context.skipAll(node);
      case INDEX_SIGNATURE -> context.skip(syntax.child(node, EsField.NAME));
      case REQUIRED_PARAMETER, OPTIONAL_PARAMETER -> {
        // An element of a tuple type has a name that is no parameter.
        if (syntax.is(tree.parent(node), EsNode.TUPLE_TYPE)) {
          int name = syntax.child(node, EsField.NAME);
          context.skip(syntax.is(name, EsNode.REST_PATTERN) ? syntax.firstNamed(name) : name);
        }
      }
      default -> {}
    }
  }

  private void identifier(int node) {
    if (context.isSkipped(node)) {
      return;
    }
    String text = syntax.text(node);
    if (text.equals("this")) {
      // In an element whose name begins with it.
      return;
    }
    if (EsNewer.isImport(text)) {
      context.modules.moduleType(text, node, context.owner);
      return;
    }
    if (KEYWORDS.contains(text) && syntax.is(tree.parent(node), EsNode.ERROR)) {
      return;
    }
    Role role = context.role(node);
    EsName name = context.scope.findValue(text);
    if (name == null && role != Role.WRITE) {
      // Only as a type, as in "export default Shape".
      name = context.scope.findType(text);
    }
    if (name != null && role == Role.WRITE) {
      name.writes++;
    }
    if (name == null ? text.equals("arguments") : !name.isReferable()) {
      return;
    }
    if (role == Role.FUNCTION_VALUE && (name == null || !name.function)) {
      role = Role.READ;
    }
    context.reference(role, text, node, -1, context.argumentCount(node));
  }

  private void typeIdentifier(int node) {
    if (context.isSkipped(node)) {
      return;
    }
    String text = syntax.text(node);
    Role role = context.isMarked(node) ? context.role(node) : Role.TYPE;
    int parent = tree.parent(node);
    if (syntax.is(parent, EsNode.NESTED_TYPE_IDENTIFIER) && syntax.hasField(node, EsField.NAME)) {
      int module = syntax.child(parent, EsField.MODULE);
      context.reference(role, text, node, context.expressions.of(module), -1);
      return;
    }
    if (text.equals("const")) {
      return;
    }
    EsName name = context.scope.findType(text);
    if (name == null || name.isReferable()) {
      context.reference(role, text, node, -1, -1);
    }
  }

  private void member(int node) {
    if (context.isSkipped(node)) {
      return;
    }
    int property = syntax.child(node, EsField.PROPERTY);
    int object = syntax.child(node, EsField.OBJECT);
    if (property < 0 || object < 0) {
      return;
    }
    Role role = context.role(node);
    context.reference(
        role == Role.READ && isTypePlace(node) ? Role.TYPE : role,
        syntax.text(property),
        property,
        context.expressions.of(object),
        context.argumentCount(node));
  }

  private void call(int node) {
    int function = syntax.child(node, EsField.FUNCTION);
    int module = syntax.moduleOfCall(node);
    if (module >= 0) {
      // Where a declarator names it, the import is made there and the function is skipped.
      if (!context.isSkipped(function)) {
        context.skip(function);
        if (syntax.is(function, EsNode.IDENTIFIER)) {
          context.modules.isModule();
        }
        context.modules.moduleCall(module, isType(node), context.owner);
      }
      return;
    }
    int callee = context.expressions.callee(function);
    int arguments = Math.max(0, context.expressions.arguments(node));
    if (syntax.is(callee, EsNode.SUPER)) {
      context.reference(
          Role.CALL, "constructor", callee, context.expressions.of(callee), arguments);
    } else {
      context.mark(callee, Role.CALL, arguments);
    }
    functionValues(syntax.child(node, EsField.ARGUMENTS));
    testCall(node, callee);
  }

  /** Whether {@code import("…")} stands for a type, alone or with members. */
  private boolean isType(int node) {
    int whole = node;
    while (syntax.is(tree.parent(whole), EsNode.MEMBER_EXPRESSION)) {
      whole = tree.parent(whole);
    }
    return isTypePlace(whole) || syntax.is(tree.parent(whole), EsNode.TYPE_QUERY);
  }

  /** Whether a node stands where only a type may. */
  private boolean isTypePlace(int node) {
    int parent = tree.parent(node);
    return switch (syntax.kind(parent)) {
      case TYPE_ALIAS_DECLARATION,
          TYPE_ARGUMENTS,
          GENERIC_TYPE,
          TYPE_ANNOTATION,
          TYPE_PREDICATE,
          UNION_TYPE,
          INTERSECTION_TYPE,
          ARRAY_TYPE,
          PARENTHESIZED_TYPE,
          READONLY_TYPE,
          OPTIONAL_TYPE,
          REST_TYPE,
          LOOKUP_TYPE,
          INDEX_TYPE_QUERY,
          CONSTRAINT,
          DEFAULT_TYPE,
          CONDITIONAL_TYPE,
          FUNCTION_TYPE,
          CONSTRUCTOR_TYPE,
          TUPLE_TYPE ->
          true;
      case AS_EXPRESSION, SATISFIES_EXPRESSION -> syntax.firstNamed(parent) != node;
      default -> false;
    };
  }

  private void functionValues(int arguments) {
    if (arguments < 0) {
      return;
    }
    for (int c = syntax.firstNamed(arguments); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, EsNode.IDENTIFIER)) {
        context.mark(c, Role.FUNCTION_VALUE, -1);
      }
    }
  }

  /** Calls such as {@code describe("…", () => …)} make the file a test. */
  private void testCall(int node, int callee) {
    int name = callee;
    // As far as describe.skip.each(table)("…", …) goes.
    for (int i = 0; i < 4; i++) {
      if (syntax.is(name, EsNode.MEMBER_EXPRESSION)) {
        name = syntax.child(name, EsField.OBJECT);
      } else if (syntax.is(name, EsNode.CALL_EXPRESSION)) {
        name = syntax.child(name, EsField.FUNCTION);
      }
    }
    if (!syntax.is(name, EsNode.IDENTIFIER)) {
      return;
    }
    String text = syntax.text(name);
    boolean bench = text.equals("bench");
    if (!bench && !TEST_CALLS.contains(text)) {
      return;
    }
    EsName known = context.scope.findValue(text);
    if (known != null && known.meaning != EsName.Meaning.IMPORT) {
      return;
    }
    int title = syntax.firstNamed(syntax.child(node, EsField.ARGUMENTS));
    if (syntax.is(title, EsNode.STRING) || syntax.is(title, EsNode.TEMPLATE_STRING)) {
      for (int c = syntax.nextNamed(title); c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.kind(c).isFunctionExpression()) {
          context.facts.file().flag(bench ? EntityFlag.BENCHMARK : EntityFlag.TEST);
        }
      }
    }
  }

  private void decorator(int node) {
    int expression = syntax.firstNamed(node);
    if (syntax.is(expression, EsNode.CALL_EXPRESSION)) {
      context.mark(
          context.expressions.callee(syntax.child(expression, EsField.FUNCTION)),
          Role.ANNOTATE,
          Math.max(0, context.expressions.arguments(expression)));
    } else {
      context.mark(syntax.unwrap(expression), Role.ANNOTATE, -1);
    }
  }

  private void base(int expression, Role role) {
    int plain = context.expressions.callee(expression);
    if (syntax.is(plain, EsNode.IDENTIFIER) || syntax.is(plain, EsNode.MEMBER_EXPRESSION)) {
      context.mark(plain, role, -1);
    }
  }

  private void bases(int clause, Role role) {
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      int name = syntax.is(c, EsNode.GENERIC_TYPE) ? syntax.child(c, EsField.NAME) : c;
      if (syntax.is(name, EsNode.NESTED_TYPE_IDENTIFIER)) {
        name = syntax.child(name, EsField.NAME);
      }
      if (!syntax.is(name, EsNode.TYPE_ARGUMENTS)) {
        context.mark(name, role, -1);
      }
    }
  }

  private void element(int name) {
    if (name < 0) {
      return;
    }
    if (syntax.is(name, EsNode.MEMBER_EXPRESSION)) {
      context.mark(name, Role.INSTANTIATE, -1);
    } else if (syntax.is(name, EsNode.IDENTIFIER)
        && !Character.isLowerCase(syntax.text(name).charAt(0))) {
      context.mark(name, Role.INSTANTIATE, -1);
    } else {
      context.skipAll(name);
    }
  }
}
