package dev.codegraph.graph.store;

/**
 * References by outcome; their sum is the number of references in the facts. Immutable.
 *
 * @param resolved One target.
 * @param ambiguous Several candidates.
 * @param external Outside the project.
 * @param unresolved None.
 * @param dispatch Additional overriding candidates; these are edges, not references.
 */
public record OutcomeCounts(
    long resolved, long ambiguous, long external, long unresolved, long dispatch) {
  /** Nothing. */
  public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0, 0);

  /** References counted. */
  public long references() {
    return resolved + ambiguous + external + unresolved;
  }

  /** The sum of both. */
  public OutcomeCounts plus(OutcomeCounts other) {
    return plus(other, 1);
  }

  /** This without the other. */
  public OutcomeCounts minus(OutcomeCounts other) {
    return plus(other, -1);
  }

  private OutcomeCounts plus(OutcomeCounts other, int sign) {
    return new OutcomeCounts(
        resolved + sign * other.resolved,
        ambiguous + sign * other.ambiguous,
        external + sign * other.external,
        unresolved + sign * other.unresolved,
        dispatch + sign * other.dispatch);
  }

  void pack(Packer out) {
    out.number(resolved).number(ambiguous).number(external).number(unresolved).number(dispatch);
  }

  static OutcomeCounts unpack(Unpacker in) {
    return new OutcomeCounts(in.number(), in.number(), in.number(), in.number(), in.number());
  }
}
