package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;
import java.util.Arrays;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class CSharpChain {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;
  private final Role role;
  private final boolean wanted;
  private final int inmost;

  /** The outermost node first. */
  private int[] steps = new int[4];

  private int at;

  CSharpChain(CSharpWalk walk, int outermost, Role role, boolean wanted) {
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
      case MEMBER_ACCESS_EXPRESSION, ELEMENT_ACCESS_EXPRESSION, IS_PATTERN_EXPRESSION ->
          syntax.field(node, CSharpField.EXPRESSION);
      case INVOCATION_EXPRESSION -> syntax.field(node, CSharpField.FUNCTION);
      case CONDITIONAL_ACCESS_EXPRESSION -> syntax.field(node, CSharpField.CONDITION);
      case BINARY_EXPRESSION, AS_EXPRESSION, IS_EXPRESSION -> syntax.field(node, CSharpField.LEFT);
      case CAST_EXPRESSION -> syntax.field(node, CSharpField.VALUE);
      case PARENTHESIZED_EXPRESSION,
          POSTFIX_UNARY_EXPRESSION,
          PREFIX_UNARY_EXPRESSION,
          AWAIT_EXPRESSION,
          CHECKED_EXPRESSION,
          REF_EXPRESSION,
          THROW_EXPRESSION,
          SWITCH_EXPRESSION,
          WITH_EXPRESSION ->
          walk.firstContent(node);
      default -> -1;
    };
  }

  /** The call that the present node is the function of, or -1. */
  int call() {
    for (int i = at - 1; i >= 0; i--) {
      int node = steps[i];
      if (syntax.is(node, CSharpNode.INVOCATION_EXPRESSION)) {
        return node;
      }
      if (!isTransparent(walk, node)) {
        return -1;
      }
    }
    return -1;
  }

  /** What happens to the value of the present node. */
  Role role() {
    for (int i = at - 1; i >= 0; i--) {
      int node = steps[i];
      if (isIncrement(node)) {
        return Role.WRITE;
      }
      if (!isTransparent(walk, node) && !syntax.is(node, CSharpNode.REF_EXPRESSION)) {
        return Role.READ;
      }
    }
    return role;
  }

  private boolean isIncrement(int node) {
    return switch (syntax.kind(node)) {
      case POSTFIX_UNARY_EXPRESSION, PREFIX_UNARY_EXPRESSION ->
          syntax.hasToken(node, "++") || syntax.hasToken(node, "--");
      default -> false;
    };
  }

  /** Whether a node is its operand: parentheses, or the sign that something is not null. */
  private static boolean isTransparent(CSharpWalk walk, int node) {
    return walk.syntax().is(node, CSharpNode.PARENTHESIZED_EXPRESSION)
        || walk.syntax().is(node, CSharpNode.POSTFIX_UNARY_EXPRESSION)
            && walk.syntax().hasToken(node, "!");
  }

  /** What a call calls, without parentheses. */
  static int called(CSharpWalk walk, int call) {
    int node = walk.syntax().field(call, CSharpField.FUNCTION);
    while (node >= 0 && isTransparent(walk, node)) {
      node = walk.firstContent(node);
    }
    return node;
  }
}
