package dev.codegraph.parser.php;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;
import java.util.Arrays;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class PhpChain {
  private final Syntax<PhpNode> syntax;
  private final Role role;
  private final boolean wanted;
  private final int inmost;

  /** The outermost node first. */
  private int[] steps = new int[4];

  private int at;

  PhpChain(PhpWalk walk, int outermost, Role role, boolean wanted) {
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

  /** What happens to the value of the present node: the outermost is read or written. */
  Role role() {
    return at > 0 ? Role.READ : role;
  }

  /** The operand that a node is applied to, or -1 when it is the inmost. */
  private int operand(int node) {
    return switch (syntax.kind(node)) {
      case MEMBER_CALL_EXPRESSION,
          NULLSAFE_MEMBER_CALL_EXPRESSION,
          MEMBER_ACCESS_EXPRESSION,
          NULLSAFE_MEMBER_ACCESS_EXPRESSION ->
          syntax.field(node, PhpField.OBJECT);
      case SCOPED_CALL_EXPRESSION, SCOPED_PROPERTY_ACCESS_EXPRESSION ->
          operandOrName(syntax.field(node, PhpField.SCOPE));
      case CLASS_CONSTANT_ACCESS_EXPRESSION -> operandOrName(syntax.firstNamed(node));
      case FUNCTION_CALL_EXPRESSION -> operandOrName(syntax.field(node, PhpField.FUNCTION));
      case BINARY_EXPRESSION -> syntax.field(node, PhpField.LEFT);
      case CONDITIONAL_EXPRESSION -> syntax.field(node, PhpField.CONDITION);
      case CAST_EXPRESSION -> syntax.field(node, PhpField.VALUE);
      case SUBSCRIPT_EXPRESSION,
          UNARY_OP_EXPRESSION,
          PRINT_INTRINSIC,
          THROW_EXPRESSION,
          PARENTHESIZED_EXPRESSION,
          ERROR_SUPPRESSION_EXPRESSION,
          CLONE_EXPRESSION ->
          syntax.firstNamed(node);
      default -> -1;
    };
  }

  /** Names of functions and classes belong to the node that they stand in. */
  private int operandOrName(int node) {
    return switch (syntax.kind(node)) {
      case NAME, QUALIFIED_NAME, RELATIVE_NAME, RELATIVE_SCOPE -> -1;
      default -> node;
    };
  }
}
