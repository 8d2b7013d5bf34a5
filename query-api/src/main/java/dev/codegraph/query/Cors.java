package dev.codegraph.query;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;

/**
 * Cross-origin requests: says which origins may read an answer, and answers preflights itself.
 * Nothing here carries credentials, so any origin may be admitted.
 */
final class Cors {
  private static final HeaderName ORIGIN = HeaderNames.ORIGIN;
  private static final String ANY = "*";

  private final CorsOptions options;

  Cors(CorsOptions options) {
    this.options = options;
  }

  /** The filter. */
  void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    Optional<String> origin = request.headers().first(ORIGIN);
    if (!options.enabled() || origin.isEmpty()) {
      chain.proceed();
      return;
    }
    boolean isAny = options.origins().contains(ANY);
    boolean isAdmitted = isAny || options.origins().contains(origin.get());
    if (isAdmitted) {
      response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, isAny ? ANY : origin.get());
    }
    if (!isAny) {
      // An answer for one origin must not be kept for another.
      response.header(HeaderNames.VARY, ORIGIN.defaultCase());
    }
    boolean isPreflight =
        request.prologue().method().equals(Method.OPTIONS)
            && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    if (!isPreflight) {
      chain.proceed();
      return;
    }
    if (isAdmitted) {
      response.header(
          HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", options.methods()));
      response.header(
          HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", options.headers()));
      response.header(
          HeaderNames.ACCESS_CONTROL_MAX_AGE, Integer.toString(options.maxAgeSeconds()));
    }
    response.status(Status.NO_CONTENT_204).send();
  }
}
