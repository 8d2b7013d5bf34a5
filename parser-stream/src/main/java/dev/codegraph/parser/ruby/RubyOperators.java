package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;
import java.util.Set;

/**
 * Operators as calls of the methods that classes define for them. Nearly every value has one for
 * comparing, and what begins with a literal is built in: neither is a call here, nor is the element
 * of a value of which nothing is known, which mostly is a list or a map.
 */
final class RubyOperators {
  private static final Set<String> DEFINED =
      Set.of("+", "-", "*", "/", "%", "**", "<<", ">>", "&", "|", "^", "<=>", "=~");

  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyOperators(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** An operator between two operands, the left of which has been walked. */
  void binary(int node, int left) {
    int operator = syntax.field(node, RubyField.OPERATOR);
    String text = operator < 0 ? "" : syntax.text(operator);
    if (DEFINED.contains(text)
        && !isBuiltIn(syntax.field(node, RubyField.LEFT))
        && !isNumber(syntax.field(node, RubyField.RIGHT))) {
      walk.context().reference(Role.CALL, text, operator, left, 1);
    }
  }

  /** An operator before its operand: the method has an at sign in its name unless it is a tilde. */
  void unary(int node, int operand) {
    int operator = syntax.field(node, RubyField.OPERATOR);
    String text = operator < 0 ? "" : syntax.text(operator);
    String method =
        switch (text) {
          case "-", "+" -> text + "@";
          case "~" -> text;
          default -> "";
        };
    int operandNode = syntax.field(node, RubyField.OPERAND);
    if (!method.isEmpty()
        && !isBuiltIn(operandNode)
        && !syntax.is(operandNode, RubyNode.CONSTANT)) {
      walk.context().reference(Role.CALL, method, operator, operand, 0);
    }
  }

  /** An element of this object or of a class: {@code self[1]}, {@code Point[1, 2] = x}. */
  void element(int node, int object, boolean isWritten) {
    int base = syntax.field(node, RubyField.OBJECT);
    switch (syntax.kind(base)) {
      case SELF, CONSTANT, SCOPE_RESOLUTION -> {
        int bracket = syntax.nextSibling(base);
        int count = isWritten ? 1 : 0;
        for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
          count += c == base ? 0 : 1;
        }
        walk.context().reference(Role.CALL, isWritten ? "[]=" : "[]", bracket, object, count);
      }
      default -> {
        // Mostly a list or a map.
      }
    }
  }

  private boolean isBuiltIn(int node) {
    return isNumber(node)
        || switch (syntax.kind(node)) {
          case STRING,
              CHAINED_STRING,
              HEREDOC_BEGINNING,
              CHARACTER,
              ARRAY,
              STRING_ARRAY,
              SYMBOL_ARRAY,
              HASH,
              REGEX,
              SIMPLE_SYMBOL,
              RANGE,
              TRUE,
              FALSE,
              NIL ->
              true;
          default -> false;
        };
  }

  private boolean isNumber(int node) {
    return switch (syntax.kind(node)) {
      case INTEGER, FLOAT, RATIONAL, COMPLEX, LINE -> true;
      default -> false;
    };
  }
}
