package dev.codegraph.schemas;

import java.util.Locale;

/** Kind of an edge. The wire name is the constant in lower case with dashes. */
public enum EdgeKind {
  /** From an entity to one declared inside it; follows from the parents and is not stored. */
  CONTAINS,
  CALLS,
  /** Reads, writes, annotations and function values: what has no kind of its own. */
  REFERENCES,
  IMPORTS,
  EXTENDS,
  IMPLEMENTS,
  OVERRIDES,
  INSTANTIATES,
  /** From the user of a type to the type. */
  TYPE_OF,
  TESTS;

  private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in exports and the API. */
  public String wire() {
    return wire;
  }

  /**
   * The kind with this wire name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static EdgeKind ofWire(String wire) {
    for (EdgeKind kind : values()) {
      if (kind.wire.equals(wire)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown edge kind " + wire);
  }

  /** The kind of edge that a resolved reference of this role becomes. */
  public static EdgeKind of(Role role) {
    return switch (role) {
      case CALL -> CALLS;
      case INSTANTIATE -> INSTANTIATES;
      case EXTEND -> EXTENDS;
      case IMPLEMENT -> IMPLEMENTS;
      case IMPORT -> IMPORTS;
      case TYPE -> TYPE_OF;
      case ANNOTATE, READ, WRITE, FUNCTION_VALUE -> REFERENCES;
    };
  }
}
