package dev.codegraph.program.config;

/** How a line of the log looks. */
public enum LogFormat {
  /** One JSON object a line. */
  JSON,
  /** Coloured, for a terminal. */
  PRETTY,
  /** One plain line. */
  COMPACT
}
