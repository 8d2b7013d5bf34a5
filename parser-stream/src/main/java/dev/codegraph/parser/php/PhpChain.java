package dev.codegraph.parser.php;

import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class PhpChain extends OperandChain {
  private final Syntax<PhpNode> syntax;

  PhpChain(PhpWalk walk, Role role, boolean wanted) {
    super(role, wanted);
    this.syntax = walk.syntax();
  }

  /** What happens to the value of the present node: the outermost is read or written. */
  Role role() {
    return applied(0) >= 0 ? Role.READ : wholeRole();
  }

  @Override
  protected int operand(int node) {
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
