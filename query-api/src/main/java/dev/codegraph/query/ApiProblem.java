package dev.codegraph.query;

import dev.codegraph.schemas.ErrorCode;
import org.jspecify.annotations.Nullable;

/** An answer that is an error: status, code and a sentence that says what to do. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable ErrorCode code;

  private ApiProblem(int status, @Nullable ErrorCode code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static ApiProblem badRequest(String detail) {
    return new ApiProblem(400, null, detail);
  }

  static ApiProblem notFound(String detail) {
    return new ApiProblem(404, null, detail);
  }

  /** Not there, for a reason that has a code; an empty code is none. */
  static ApiProblem notFound(String code, String detail) {
    return new ApiProblem(404, code.isEmpty() ? null : ErrorCode.valueOf(code), detail);
  }

  static ApiProblem conflict(String detail) {
    return new ApiProblem(409, null, detail);
  }

  /** The time for an answer is over. */
  static ApiProblem tooSlow(String detail) {
    return new ApiProblem(408, null, detail);
  }

  /** The service cannot say now and may soon; carries Retry-After. */
  static ApiProblem notReady(String detail) {
    return new ApiProblem(503, null, detail);
  }

  static ApiProblem refused(int status, ErrorCode code, String detail) {
    return new ApiProblem(status, code, detail);
  }

  int status() {
    return status;
  }

  @Nullable ErrorCode code() {
    return code;
  }
}
