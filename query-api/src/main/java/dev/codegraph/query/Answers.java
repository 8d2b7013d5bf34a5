package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import io.helidon.http.BadRequestException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every answer has in common: a request id, a measured time, errors in one form (RFC 9457).
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final String UNMATCHED = "unmatched";
  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Metrics metrics;

  Answers(Metrics metrics) {
    this.metrics = metrics;
  }

  void routing(HttpRouting.Builder routing) {
    routing.addFilter(this::measure);
    routing.error(ApiProblem.class, this::problem);
    routing.error(CodeGraphException.class, this::failure);
    routing.error(InvalidStateStoreException.class, this::notReady);
    routing.error(BadRequestException.class, this::badRequest);
    routing.error(RuntimeException.class, this::unexpected);
  }

  /** The last route: nothing else answers. */
  void unknown(ServerRequest request, ServerResponse response) {
    request.context().register(UNMATCHED, true);
    throw ApiProblem.notFound(
        "there is no " + request.prologue().method().text() + " " + request.path().path());
  }

  private void measure(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long start = System.nanoTime();
    String given = request.headers().first(HeaderNames.create(REQUEST_ID)).orElse("");
    String id = ID.matcher(given).matches() ? given : newId();
    request.context().register(REQUEST_ID, id);
    response.header(HeaderNames.create(REQUEST_ID), id);
    response.whenSent(
        () ->
            metrics.request(
                request.prologue().method().text(),
                request.context().get(UNMATCHED, Boolean.class).isPresent()
                    ? UNMATCHED
                    : endpoint(request.path().path()),
                response.status().code(),
                Duration.ofNanos(System.nanoTime() - start)));
    chain.proceed();
  }

  private static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** The path with what names one thing taken out, so that it has few values. */
  static String endpoint(String path) {
    String[] parts = path.split("/", 6);
    if (parts.length < 4 || !parts[1].equals("api")) {
      return parts.length > 1 ? "/" + parts[1] : "/";
    }
    StringBuilder endpoint = new StringBuilder("/api/").append(parts[2]).append('/');
    endpoint.append(parts[3]);
    if (parts.length > 4) {
      endpoint.append("/{id}");
      if (parts[3].equals("entities")) {
        endpoint.append(path.endsWith("/callers") ? "/callers" : "");
        endpoint.append(path.endsWith("/callees") ? "/callees" : "");
      } else if (parts.length > 5) {
        endpoint.append('/').append(parts[5]);
      }
    }
    return endpoint.toString();
  }

  private void problem(ServerRequest request, ServerResponse response, ApiProblem problem) {
    send(request, response, problem.status(), problem.code(), String.valueOf(problem.getMessage()));
  }

  private void failure(ServerRequest request, ServerResponse response, CodeGraphException failure) {
    LOG.warn("{} {}", failure.code(), failure.getMessage());
    send(
        request,
        response,
        failure.code().httpStatus(),
        failure.code(),
        String.valueOf(failure.getMessage()));
  }

  private void notReady(
      ServerRequest request, ServerResponse response, InvalidStateStoreException e) {
    send(request, response, 503, null, "the graph is being restored; try again in a moment");
  }

  private void badRequest(ServerRequest request, ServerResponse response, BadRequestException e) {
    send(request, response, 400, null, String.valueOf(e.getMessage()));
  }

  private void unexpected(ServerRequest request, ServerResponse response, RuntimeException e) {
    if (RequestWork.isTooLate()) {
      LOG.debug("request {} was answered 408 before it ended", id(request), e);
      return;
    }
    LOG.error("request {} failed", id(request), e);
    send(
        request,
        response,
        500,
        null,
        "something failed inside; the log has it under this request_id");
  }

  private static String id(ServerRequest request) {
    return request.context().get(REQUEST_ID, String.class).orElse("");
  }

  private static void send(
      ServerRequest request,
      ServerResponse response,
      int statusCode,
      @Nullable ErrorCode code,
      String detail) {
    if (RequestWork.isTooLate()) {
      return;
    }
    RequestWork.answering();
    Status status = Status.create(statusCode);
    ObjectNode body = Json.object();
    body.put("type", "about:blank");
    body.put("title", code == null ? status.reasonPhrase() : code.title());
    body.put("status", statusCode);
    body.put("detail", detail);
    body.put("instance", request.path().path());
    body.put("code", code == null ? null : code.name());
    body.put("request_id", id(request));
    if (statusCode == 503) {
      response.header(HeaderNames.RETRY_AFTER, "1");
    }
    if (statusCode == 401) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    Json.send(response, status, "application/problem+json", body);
  }
}
