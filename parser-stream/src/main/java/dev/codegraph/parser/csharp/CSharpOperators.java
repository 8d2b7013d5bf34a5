package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;

/** Operators: how they combine what they are applied to, and what that costs a reader. */
final class CSharpOperators {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpOperators(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Applies an operator to the expression of its first operand. */
  int apply(int node, int base, CSharpChain chain) {
    boolean wanted = chain.wanted();
    return switch (syntax.kind(node)) {
      case BINARY_EXPRESSION -> binary(node, base, wanted);
      case AS_EXPRESSION -> cast(syntax.field(node, CSharpField.RIGHT), base, wanted);
      case CAST_EXPRESSION -> cast(syntax.field(node, CSharpField.TYPE), base, wanted);
      case IS_EXPRESSION -> {
        walk.types().references(syntax.field(node, CSharpField.RIGHT));
        yield literal("boolean", wanted);
      }
      case IS_PATTERN_EXPRESSION -> {
        walk.patterns().tested(syntax.field(node, CSharpField.PATTERN), base);
        yield literal("boolean", wanted);
      }
      case SWITCH_EXPRESSION -> switchOf(node, base, wanted);
      case WITH_EXPRESSION -> {
        for (int c : syntax.children(node, CSharpNode.WITH_INITIALIZER)) {
          walk.creations().member(syntax.firstNamed(c), walk.afterEquals(c), base);
        }
        yield base;
      }
      case AWAIT_EXPRESSION -> wanted ? make(ExpressionKind.AWAIT, "", base) : -1;
      case PREFIX_UNARY_EXPRESSION ->
          syntax.textEquals(syntax.firstChild(node), "!") ? literal("boolean", wanted) : base;
      case THROW_EXPRESSION -> wanted ? make(ExpressionKind.OTHER, "throw", -1) : -1;
      default -> base;
    };
  }

  private int make(ExpressionKind kind, String text, int base) {
    return walk.expression(kind, text, base, -1);
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1) : -1;
  }

  private int cast(int type, int base, boolean wanted) {
    walk.types().references(type);
    return wanted ? make(ExpressionKind.CAST, walk.types().text(type), base) : -1;
  }

  /** Walks the right operand, and counts what the operator costs. */
  int binary(int node, int left, boolean wanted) {
    int operator = syntax.field(node, CSharpField.OPERATOR);
    int rightNode = syntax.field(node, CSharpField.RIGHT);
    boolean isLogical = syntax.textEquals(operator, "&&") || syntax.textEquals(operator, "||");
    boolean isCoalescing = syntax.textEquals(operator, "??");
    if (isLogical) {
      walk.context().complexity().logical(!continues(node, operator));
    } else if (isCoalescing) {
      walk.context().complexity().path();
    }
    int right = walk.expressions().value(rightNode, wanted);
    if (!wanted) {
      return -1;
    }
    if (isLogical || isComparison(operator)) {
      return literal("boolean", true);
    }
    int leftNode = syntax.field(node, CSharpField.LEFT);
    return switch (syntax.kind(leftNode)) {
      case INTEGER_LITERAL, REAL_LITERAL, CHARACTER_LITERAL -> right < 0 ? left : right;
      default -> isCoalescing ? left : sum(leftNode, rightNode, operator, left, right);
    };
  }

  /** A sum with a string in it is a string. */
  private int sum(int leftNode, int rightNode, int operator, int left, int right) {
    return syntax.textEquals(operator, "+") && isString(rightNode) && !isString(leftNode)
        ? right
        : left;
  }

  private boolean isString(int node) {
    return switch (syntax.kind(node)) {
      case STRING_LITERAL,
          VERBATIM_STRING_LITERAL,
          RAW_STRING_LITERAL,
          INTERPOLATED_STRING_EXPRESSION ->
          true;
      default -> false;
    };
  }

  /** Whether the left operand is made with the same operator. */
  private boolean continues(int node, int operator) {
    int left = syntax.field(node, CSharpField.LEFT);
    while (syntax.is(left, CSharpNode.PARENTHESIZED_EXPRESSION)) {
      left = walk.firstContent(left);
    }
    return syntax.is(left, CSharpNode.BINARY_EXPRESSION)
        && syntax.textEquals(syntax.field(left, CSharpField.OPERATOR), syntax.text(operator));
  }

  private boolean isComparison(int operator) {
    return switch (syntax.text(operator)) {
      case "==", "!=", "<", "<=", ">", ">=" -> true;
      default -> false;
    };
  }

  private int switchOf(int node, int subject, boolean wanted) {
    walk.context().complexity().choice();
    walk.context().complexity().enter();
    int[] result = {-1};
    for (int arm : syntax.children(node, CSharpNode.SWITCH_EXPRESSION_ARM)) {
      walk.context()
          .inBlock(syntax.end(arm), () -> result[0] = arm(arm, subject, wanted, result[0]));
    }
    walk.context().complexity().leave();
    return wanted && result[0] < 0 ? make(ExpressionKind.OTHER, "", -1) : result[0];
  }

  /** Walks an arm; the value of the first one that has any is the value of the switch. */
  private int arm(int arm, int subject, boolean wanted, int before) {
    int result = before;
    boolean isPattern = true;
    for (int c = walk.firstContent(arm); c >= 0; c = walk.nextContent(c)) {
      if (isPattern) {
        if (!syntax.is(c, CSharpNode.DISCARD)) {
          walk.context().complexity().path();
        }
        walk.patterns().pattern(c, subject);
        isPattern = false;
      } else if (syntax.is(c, CSharpNode.WHEN_CLAUSE)) {
        walk.statements().parts(c);
      } else {
        boolean isFirst = wanted && before < 0 && !syntax.is(c, CSharpNode.THROW_EXPRESSION);
        int value = walk.expressions().value(c, isFirst);
        result = isFirst ? value : result;
      }
    }
    return result;
  }

  int conditional(int node, boolean wanted) {
    walk.context().complexity().branch();
    walk.expressions().value(syntax.field(node, CSharpField.CONDITION), false);
    walk.context().complexity().enter();
    int consequence = syntax.field(node, CSharpField.CONSEQUENCE);
    int alternative = syntax.field(node, CSharpField.ALTERNATIVE);
    boolean first =
        !syntax.is(consequence, CSharpNode.NULL_LITERAL)
            && !syntax.is(consequence, CSharpNode.THROW_EXPRESSION)
            && !syntax.is(consequence, CSharpNode.DEFAULT_EXPRESSION);
    int yes = walk.expressions().value(consequence, wanted && first);
    int no = walk.expressions().value(alternative, wanted && !first);
    walk.context().complexity().leave();
    return first ? yes : no;
  }

  int assignment(int node, boolean wanted) {
    int left = syntax.field(node, CSharpField.LEFT);
    int right = syntax.field(node, CSharpField.RIGHT);
    if (syntax.textEquals(syntax.field(node, CSharpField.OPERATOR), "??=")) {
      walk.context().complexity().path();
    }
    if (syntax.is(left, CSharpNode.TUPLE_EXPRESSION)) {
      int value = walk.expressions().value(right, true);
      walk.expressions().tuple(left, value);
      return wanted ? value : -1;
    }
    if (syntax.is(left, CSharpNode.DECLARATION_EXPRESSION)) {
      walk.expressions().declaration(left, walk.expressions().value(right, true));
      return -1;
    }
    walk.expressions().target(left);
    return walk.expressions().value(right, wanted);
  }
}
