package dev.codegraph.schemas;

/**
 * The manual's error codes, each with its fate: the table that decides whether a failure is the
 * caller's, ends in a dead letter, or stops the program.
 */
public enum ErrorCode {
  CG001("Database connection failed", Fate.STOP, 503),
  CG002("Database transaction failed", Fate.STOP, 503),
  CG003("Database corruption detected", Fate.STOP, 503),
  CG004("Vector index not found", Fate.CALLER, 503),
  CG005("Embedding failed", Fate.DEAD_LETTER, 503),
  CG006("Unsupported language", Fate.DEAD_LETTER, 400),
  CG007("Parse error", Fate.DEAD_LETTER, 422),
  CG008("Invalid configuration", Fate.STOP, 500),
  CG009("Invalid credentials", Fate.CALLER, 401),
  CG010("Insufficient resources", Fate.CALLER, 503);

  /** What happens when an error of a kind is met. */
  public enum Fate {
    /** The caller is told: an HTTP status or an exit code. */
    CALLER,
    /** The record goes to the dead letters, is counted, and the stream goes on. */
    DEAD_LETTER,
    /** The component fails loudly: a broken store, broker or configuration. */
    STOP
  }

  private final String title;
  private final Fate fate;
  private final int httpStatus;

  ErrorCode(String title, Fate fate, int httpStatus) {
    this.title = title;
    this.fate = fate;
    this.httpStatus = httpStatus;
  }

  /** Short text for people. */
  public String title() {
    return title;
  }

  /** What happens when it is met. */
  public Fate fate() {
    return fate;
  }

  /** The HTTP status of an answer that carries it. */
  public int httpStatus() {
    return httpStatus;
  }
}
