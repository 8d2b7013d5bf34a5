package dev.codegraph.parser.php;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** What is applied to an operand: calls, members, elements, operators; and creations. */
final class PhpCalls {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  PhpCalls(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  /**
   * Walks a node whose operand has been walked.
   *
   * @param base Expression of the operand, -1 when the node begins with a name.
   */
  int apply(int node, int base, Role role, boolean wanted) {
    return switch (syntax.kind(node)) {
      case MEMBER_CALL_EXPRESSION, NULLSAFE_MEMBER_CALL_EXPRESSION ->
          methodCall(node, base, wanted);
      case SCOPED_CALL_EXPRESSION ->
          methodCall(node, scope(syntax.field(node, PhpField.SCOPE), base), wanted);
      case MEMBER_ACCESS_EXPRESSION, NULLSAFE_MEMBER_ACCESS_EXPRESSION ->
          member(syntax.field(node, PhpField.NAME), base, role, wanted);
      case SCOPED_PROPERTY_ACCESS_EXPRESSION ->
          member(
              syntax.field(node, PhpField.NAME),
              scope(syntax.field(node, PhpField.SCOPE), base),
              role,
              wanted);
      case CLASS_CONSTANT_ACCESS_EXPRESSION -> constant(node, base, wanted);
      case FUNCTION_CALL_EXPRESSION -> functionCall(node, base, wanted);
      case SUBSCRIPT_EXPRESSION -> {
        for (int c = syntax.nextPart(syntax.firstNamed(node)); c >= 0; c = syntax.nextPart(c)) {
          walk.expressions().value(c, false);
        }
        yield wanted ? make(ExpressionKind.INDEX, "", base, -1) : -1;
      }
      case BINARY_EXPRESSION -> {
        binary(node);
        yield wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
      case CONDITIONAL_EXPRESSION -> {
        walk.context().complexity().branch();
        walk.context().complexity().enter();
        walk.expressions().value(syntax.field(node, PhpField.BODY), false);
        walk.expressions().value(syntax.field(node, PhpField.ALTERNATIVE), false);
        walk.context().complexity().leave();
        yield wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
      case CAST_EXPRESSION -> {
        String type = syntax.normalText(syntax.field(node, PhpField.TYPE));
        yield wanted ? make(ExpressionKind.CAST, type, -1, -1) : -1;
      }
      case UNARY_OP_EXPRESSION, PRINT_INTRINSIC, THROW_EXPRESSION ->
          wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      default -> {
        int operand = syntax.firstNamed(node);
        for (int c = syntax.nextPart(operand); operand >= 0 && c >= 0; c = syntax.nextPart(c)) {
          walk.expressions().value(c, false);
        }
        yield base;
      }
    };
  }

  /** The class before a double colon, or the value of which the class is meant. */
  private int scope(int node, int base) {
    return switch (syntax.kind(node)) {
      case NAME, QUALIFIED_NAME, RELATIVE_NAME -> {
        walk.types().named(node, Role.TYPE, -1);
        yield walk.types().scope(node);
      }
      case RELATIVE_SCOPE -> walk.types().scope(node);
      default -> base < 0 ? -1 : make(ExpressionKind.OTHER, "::", base, -1);
    };
  }

  private int methodCall(int node, int receiver, boolean wanted) {
    int name = syntax.field(node, PhpField.NAME);
    int list = syntax.field(node, PhpField.ARGUMENTS);
    boolean isNamed = syntax.is(name, PhpNode.NAME);
    boolean isValue = isPlaceholder(list);
    int count = isValue ? -1 : syntax.namedChildren(list);
    if (isNamed) {
      walk.context()
          .reference(
              isValue ? Role.FUNCTION_VALUE : Role.CALL, syntax.text(name), name, receiver, count);
    } else {
      walk.expressions().value(name, false);
    }
    walk.routes().arguments(node, list);
    if (!wanted) {
      return -1;
    }
    if (isValue) {
      return make(ExpressionKind.LAMBDA, "", -1, -1);
    }
    return isNamed
        ? make(ExpressionKind.CALL, syntax.text(name), receiver, count)
        : make(ExpressionKind.OTHER, "()", receiver, -1);
  }

  private int member(int name, int receiver, Role role, boolean wanted) {
    boolean isStatic = syntax.is(name, PhpNode.VARIABLE_NAME) && isScoped(name);
    if (!isStatic && !syntax.is(name, PhpNode.NAME)) {
      walk.expressions().value(name, false);
      return wanted ? make(ExpressionKind.OTHER, "", receiver, -1) : -1;
    }
    String text = syntax.text(name);
    walk.context().reference(role, text, name, receiver, -1);
    return wanted ? make(ExpressionKind.MEMBER, text, receiver, -1) : -1;
  }

  private boolean isScoped(int name) {
    return syntax.is(syntax.parent(name), PhpNode.SCOPED_PROPERTY_ACCESS_EXPRESSION);
  }

  private int constant(int node, int base, boolean wanted) {
    int first = syntax.firstNamed(node);
    int receiver = scope(first, base);
    int name = syntax.nextNamed(first);
    if (!syntax.is(name, PhpNode.NAME)) {
      walk.expressions().value(name, false);
      return wanted ? make(ExpressionKind.OTHER, "", receiver, -1) : -1;
    }
    String text = syntax.text(name);
    if (!text.equalsIgnoreCase("class")) {
      walk.context().reference(Role.READ, text, name, receiver, -1);
    }
    return wanted ? make(ExpressionKind.MEMBER, text, receiver, -1) : -1;
  }

  private int functionCall(int node, int base, boolean wanted) {
    int function = syntax.field(node, PhpField.FUNCTION);
    int list = syntax.field(node, PhpField.ARGUMENTS);
    boolean isValue = isPlaceholder(list);
    int count = isValue ? -1 : syntax.namedChildren(list);
    if (!walk.types().isName(function)) {
      walk.expressions().arguments(list);
      return wanted ? make(ExpressionKind.OTHER, "()", base, -1) : -1;
    }
    int name = walk.types().last(function);
    int qualifier = walk.types().qualifier(function);
    if (name >= 0 && walk.fragments().isHead(node, name)) {
      return wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
    }
    if (name >= 0 && !isIntrinsic(name)) {
      walk.context()
          .reference(
              isValue ? Role.FUNCTION_VALUE : Role.CALL, syntax.text(name), name, qualifier, count);
    }
    if (qualifier < 0 && syntax.textEquals(name, "define")) {
      walk.declarations().defined(node, list);
    }
    walk.expressions().arguments(list);
    if (!wanted) {
      return -1;
    }
    return isValue
        ? make(ExpressionKind.LAMBDA, "", -1, -1)
        : make(ExpressionKind.CALL, syntax.text(name), qualifier, count);
  }

  /** Whether a name is a word of the language that only looks like a function. */
  private boolean isIntrinsic(int name) {
    return switch (syntax.text(name)) {
      case "isset", "empty", "unset", "eval", "exit", "die" -> true;
      default -> false;
    };
  }

  /** Whether the three dots stand in place of arguments: the callable itself is meant. */
  private boolean isPlaceholder(int list) {
    return syntax.child(list, PhpNode.VARIADIC_PLACEHOLDER) >= 0;
  }

  private void binary(int node) {
    int operator = syntax.field(node, PhpField.OPERATOR);
    int right = syntax.field(node, PhpField.RIGHT);
    String text = syntax.text(operator);
    switch (text) {
      case "&&", "||", "and", "or", "xor" -> {
        int left = syntax.field(node, PhpField.LEFT);
        boolean continues =
            syntax.is(left, PhpNode.BINARY_EXPRESSION)
                && syntax.textEquals(syntax.field(left, PhpField.OPERATOR), text);
        walk.context().complexity().logical(!continues);
        walk.expressions().value(right, false);
      }
      case "instanceof" -> {
        if (walk.types().isName(right)) {
          walk.types().named(right, Role.TYPE, -1);
        } else {
          walk.expressions().value(right, false);
        }
      }
      default -> walk.expressions().value(right, false);
    }
  }

  /** Walks {@code new}. */
  int creation(int node, boolean wanted) {
    int made = syntax.firstNamed(node);
    while (syntax.is(made, PhpNode.ATTRIBUTE_LIST)) {
      made = syntax.nextNamed(made);
    }
    int list = syntax.child(node, PhpNode.ARGUMENTS);
    if (syntax.is(made, PhpNode.ANONYMOUS_CLASS)) {
      walk.members().anonymous(made);
      return wanted ? make(ExpressionKind.NEW, "<anonymous>", -1, -1) : -1;
    }
    int count = syntax.namedChildren(list);
    boolean isNamed = walk.types().isName(made) || syntax.is(made, PhpNode.RELATIVE_SCOPE);
    if (walk.types().isName(made)) {
      walk.types().named(made, Role.INSTANTIATE, count);
    } else if (isNamed) {
      walk.context().reference(Role.INSTANTIATE, syntax.text(made), made, -1, count);
    } else {
      walk.expressions().value(made, false);
    }
    walk.expressions().arguments(list);
    if (!wanted) {
      return -1;
    }
    return isNamed
        ? make(ExpressionKind.NEW, syntax.text(made), -1, count)
        : make(ExpressionKind.OTHER, "new", -1, -1);
  }

  /** Walks the elements of an array; a class or this object with a string is a method. */
  void array(int node) {
    int first = syntax.firstNamed(node);
    int second = syntax.nextNamed(first < 0 ? node : first);
    if (first >= 0 && second >= 0 && syntax.nextNamed(second) < 0) {
      int method = syntax.firstNamed(second);
      int receiver = callableOf(syntax.firstNamed(first), method);
      if (receiver >= 0 && syntax.nextNamed(method) < 0) {
        int content = walk.content(method);
        walk.context().reference(Role.FUNCTION_VALUE, syntax.text(content), content, receiver, -1);
      }
    }
    walk.statements().parts(node);
  }

  private int callableOf(int object, int method) {
    if (!walk.isLiteral(method) || !isIdentifier(walk.literal(method))) {
      return -1;
    }
    if (syntax.textEquals(object, "$this")) {
      return make(ExpressionKind.THIS, "", -1, -1);
    }
    if (syntax.is(object, PhpNode.CLASS_CONSTANT_ACCESS_EXPRESSION)) {
      int scope = syntax.firstNamed(object);
      boolean isClass = syntax.textEquals(syntax.nextNamed(scope), "class");
      boolean isNamed = walk.types().isName(scope) || syntax.is(scope, PhpNode.RELATIVE_SCOPE);
      return isClass && isNamed ? walk.types().scope(scope) : -1;
    }
    return -1;
  }

  private static boolean isIdentifier(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
