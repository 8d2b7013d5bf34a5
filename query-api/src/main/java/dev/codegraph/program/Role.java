package dev.codegraph.program;

import java.util.Locale;

/** A part of the program that can run in a process of its own. */
public enum Role {
  INGEST,
  PARSER,
  EMBEDDER,
  MATERIALIZER,
  QUERY;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
