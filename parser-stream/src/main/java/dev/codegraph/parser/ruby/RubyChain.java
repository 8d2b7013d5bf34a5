package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;

/** An operand and the nodes that are applied to it, walked from the inside out. */
final class RubyChain extends OperandChain {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyChain(RubyWalk walk, Role role, boolean wanted) {
    super(role, wanted);
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** What happens to the value of the present node: the outermost is read or written. */
  Role role() {
    return applied(0) >= 0 ? Role.READ : wholeRole();
  }

  @Override
  protected int operand(int node) {
    return switch (syntax.kind(node)) {
      case CALL -> {
        int receiver = syntax.field(node, RubyField.RECEIVER);
        yield walk.expressions().calls().isCreation(node) ? -1 : receiver;
      }
      case ELEMENT_REFERENCE -> syntax.field(node, RubyField.OBJECT);
      case SCOPE_RESOLUTION -> syntax.field(node, RubyField.SCOPE);
      case BINARY -> syntax.field(node, RubyField.LEFT);
      case CONDITIONAL -> syntax.field(node, RubyField.CONDITION);
      case UNARY -> syntax.field(node, RubyField.OPERAND);
      case RESCUE_MODIFIER -> syntax.field(node, RubyField.BODY);
      case PARENTHESIZED_STATEMENTS -> {
        int only = syntax.firstPart(node);
        yield only >= 0 && syntax.nextPart(only) < 0 && walk.expressions().isPlain(only)
            ? only
            : -1;
      }
      default -> -1;
    };
  }
}
