package dev.codegraph.schemas;

/**
 * A node of a receiver expression; bases come before the nodes that use them, so the list is a
 * forest in one pass.
 *
 * @param kind Shape.
 * @param text Name, member name, called name, created type, cast type, or kind of a literal
 *     (string, number, boolean, null, list, map, tuple, regex).
 * @param base Index of the expression this one is applied to; -1 when none.
 * @param argumentCount Arguments of a call or creation; -1 otherwise.
 */
public record Expression(ExpressionKind kind, String text, int base, int argumentCount) {
  // Every expression of every file is looked up among those that the file has already; what a
  // record has of its own goes through method handles and took a tenth of making facts.

  @Override
  public int hashCode() {
    return ((text.hashCode() * 31 + base) * 31 + argumentCount) * 31 + kind.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression(var thatKind, var thatText, var thatBase, var thatCount)
        && kind == thatKind
        && base == thatBase
        && argumentCount == thatCount
        && text.equals(thatText);
  }
}
