package dev.codegraph.schemas;

/** A failure that has an error code; its message is a sentence that says what to do. */
public final class CodeGraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public CodeGraphException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public CodeGraphException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The code. */
  public ErrorCode code() {
    return code;
  }
}
