package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class CSharpChain extends OperandChain {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpChain(CSharpWalk walk, Role role, boolean wanted) {
    super(role, wanted);
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  @Override
  protected int operand(int node) {
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
    for (int i = 0; applied(i) >= 0; i++) {
      int node = applied(i);
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
    for (int i = 0; applied(i) >= 0; i++) {
      int node = applied(i);
      if (isIncrement(node)) {
        return Role.WRITE;
      }
      if (!isTransparent(walk, node) && !syntax.is(node, CSharpNode.REF_EXPRESSION)) {
        return Role.READ;
      }
    }
    return wholeRole();
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
