package dev.codegraph.schemas;

/**
 * A judgement about an entity that its content alone allows; {@link EntityFact#flags()} is the set
 * of their bits. The order of the constants is the bit, so constants are only ever added at the
 * end.
 */
public enum EntityFlag {
  TEST,
  BENCHMARK,
  EXAMPLE,
  GENERATED,
  ENTRY_POINT,
  DEPRECATED;

  /** The bit of this flag. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether the set has this flag. */
  public boolean in(int flags) {
    return (flags & bit()) != 0;
  }
}
