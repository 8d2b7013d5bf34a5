package dev.codegraph.graph.store;

import java.util.Locale;

/** The outcome that made an edge. */
public enum Resolution {
  RESOLVED,
  /** An overriding candidate of a resolved call. */
  DISPATCH,
  AMBIGUOUS,
  EXTERNAL;

  /** The name in exports and the API. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
