package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class SwiftChain extends OperandChain {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftChain(SwiftWalk walk, Role role, boolean wanted) {
    super(role, wanted);
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  @Override
  protected int operand(int node) {
    return switch (syntax.kind(node)) {
      case NAVIGATION_EXPRESSION, CHECK_EXPRESSION -> syntax.field(node, SwiftField.TARGET);
      case CALL_EXPRESSION, POSTFIX_EXPRESSION, NIL_COALESCING_EXPRESSION, AWAIT_EXPRESSION ->
          syntax.firstNamed(node);
      case DIRECTLY_ASSIGNABLE_EXPRESSION -> syntax.firstNamed(node);
      case AS_EXPRESSION, TRY_EXPRESSION -> syntax.field(node, SwiftField.EXPR);
      case ADDITIVE_EXPRESSION,
          BITWISE_OPERATION,
          COMPARISON_EXPRESSION,
          CONJUNCTION_EXPRESSION,
          DISJUNCTION_EXPRESSION,
          EQUALITY_EXPRESSION,
          INFIX_EXPRESSION,
          MULTIPLICATIVE_EXPRESSION ->
          syntax.field(node, SwiftField.LHS);
      case RANGE_EXPRESSION -> syntax.field(node, SwiftField.START);
      case TUPLE_EXPRESSION -> parenthesized(node);
      default -> -1;
    };
  }

  /** The only part of a tuple, which is then no tuple; -1 when it has more or labels. */
  private int parenthesized(int tuple) {
    int first = syntax.firstNamed(tuple);
    boolean isAlone =
        first >= 0 && syntax.nextNamed(first) < 0 && syntax.tree().field(first) == SwiftField.VALUE;
    return isAlone ? first : -1;
  }

  /** The call suffix that is applied to the present node, or -1; subscripts are no calls. */
  int call() {
    for (int i = 0; applied(i) >= 0; i++) {
      int node = applied(i);
      if (syntax.is(node, SwiftNode.CALL_EXPRESSION)) {
        int suffix = syntax.child(node, SwiftNode.CALL_SUFFIX);
        return isSubscript(suffix) ? -1 : suffix;
      }
      if (!isTransparent(node)) {
        return -1;
      }
    }
    return -1;
  }

  boolean isSubscript(int suffix) {
    int arguments = syntax.child(suffix, SwiftNode.VALUE_ARGUMENTS);
    return walk.isToken(syntax.firstChild(arguments), "[");
  }

  /** What happens to the value of the present node. */
  Role role() {
    for (int i = 0; applied(i) >= 0; i++) {
      int node = applied(i);
      if (!isTransparent(node)) {
        return Role.READ;
      }
    }
    return wholeRole();
  }

  /** Whether a node is its operand: parentheses, or the sign that something is there. */
  private boolean isTransparent(int node) {
    return switch (syntax.kind(node)) {
      case TUPLE_EXPRESSION, DIRECTLY_ASSIGNABLE_EXPRESSION, POSTFIX_EXPRESSION -> true;
      default -> false;
    };
  }
}
