package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;
import java.util.Arrays;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class SwiftChain {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;
  private final Role role;
  private final boolean wanted;
  private final int inmost;

  /** The outermost node first. */
  private int[] steps = new int[4];

  private int at;

  SwiftChain(SwiftWalk walk, int outermost, Role role, boolean wanted) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.role = role;
    this.wanted = wanted;
    int node = outermost;
    for (int inner = operand(node); inner >= 0; inner = operand(node)) {
      if (at == steps.length) {
        steps = Arrays.copyOf(steps, at * 2);
      }
      steps[at++] = node;
      node = inner;
    }
    this.inmost = node;
  }

  /** The operand that stands alone. */
  int inmost() {
    return inmost;
  }

  /** Goes to the node that is applied next. */
  boolean next() {
    return --at >= 0;
  }

  /** The present node. */
  int node() {
    return steps[at];
  }

  /** Whether somebody needs the expression of the present node. */
  boolean wanted() {
    return wanted || at > 0;
  }

  /** The operand that a node is applied to, or -1 when it is the inmost. */
  private int operand(int node) {
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
    for (int i = at - 1; i >= 0; i--) {
      int node = steps[i];
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
    for (int i = at - 1; i >= 0; i--) {
      int node = steps[i];
      if (!isTransparent(node)) {
        return Role.READ;
      }
    }
    return role;
  }

  /** Whether a node is its operand: parentheses, or the sign that something is there. */
  private boolean isTransparent(int node) {
    return switch (syntax.kind(node)) {
      case TUPLE_EXPRESSION, DIRECTLY_ASSIGNABLE_EXPRESSION, POSTFIX_EXPRESSION -> true;
      default -> false;
    };
  }
}
