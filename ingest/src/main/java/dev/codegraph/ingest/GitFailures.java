package dev.codegraph.ingest;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;

/**
 * The two ways in which a repository fails a request. What the project or the request names does
 * not exist: CG008, the names are configuration and a person must change them. What they name
 * exists but cannot be read or reached: CG001, the same as for any other place where data live.
 * Either ends the request as failed with a dead letter; neither stops ingest.
 */
final class GitFailures {
  private GitFailures() {}

  /** What was named is not there. */
  static CodeGraphException notThere(String sentence) {
    return new CodeGraphException(ErrorCode.CG008, sentence);
  }

  /** What was named cannot be read. */
  static CodeGraphException unreadable(String sentence, Exception cause) {
    String detail = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new CodeGraphException(ErrorCode.CG001, sentence + ": " + detail, cause);
  }
}
