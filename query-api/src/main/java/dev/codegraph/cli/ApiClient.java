package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.program.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The REST API as the commands use it: JSON in, JSON out, and failures that say what to do. */
final class ApiClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  /**
   * A client.
   *
   * @param url Where the service answers, without a path.
   */
  ApiClient(String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** An answer of the service. */
  record Answer(int status, JsonNode body) {
    JsonNode data() {
      return body.path("data");
    }

    JsonNode meta() {
      return body.path("meta");
    }
  }

  String url() {
    return url;
  }

  /**
   * Asks for something.
   *
   * @throws CommandFailure when the service does not answer, or answers that it cannot
   */
  Answer get(String path, Map<String, ?> query) {
    return orFail(send(request(path, query).GET().build()));
  }

  /** Asks for something that may be absent; null for 404. */
  @Nullable Answer find(String path, Map<String, ?> query) {
    Answer answer = send(request(path, query).GET().build());
    return answer.status() == 404 ? null : orFail(answer);
  }

  /** Asks for something whose answer matters whatever its status. */
  Answer look(String path) {
    return send(request(path, Map.of()).GET().build());
  }

  /** Sends something, and returns the answer also when it is a conflict. */
  Answer post(String path, JsonNode body) {
    Answer answer =
        send(
            request(path, Map.of())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    return answer.status() == 409 ? answer : orFail(answer);
  }

  /** Opens a body of any length; the caller closes it. */
  InputStream stream(String path, Map<String, ?> query) {
    try {
      HttpResponse<InputStream> response =
          http.send(
              HttpRequest.newBuilder(uri(path, query)).GET().build(),
              HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        try (InputStream body = response.body()) {
          orFail(new Answer(response.statusCode(), parse(body.readAllBytes())));
        }
      }
      return response.body();
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "interrupted", e);
    }
  }

  /** Whether the service answers that it is well. */
  boolean isReady() {
    try {
      HttpResponse<Void> response =
          http.send(
              request("/health", Map.of()).timeout(CONNECT_LIMIT).GET().build(),
              HttpResponse.BodyHandlers.discarding());
      return response.statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A segment of a path. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private HttpRequest.Builder request(String path, Map<String, ?> query) {
    return HttpRequest.newBuilder(uri(path, query))
        .timeout(ANSWER_LIMIT)
        .header("Accept", "application/json");
  }

  private URI uri(String path, Map<String, ?> query) {
    StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach((name, value) -> parameters.add(name + "=" + segment(String.valueOf(value))));
    try {
      return URI.create(url + path + parameters);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "'" + url + "' is not the URL of a service", e);
    }
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "interrupted", e);
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null ? JSON.missingNode() : json;
    } catch (IOException notJson) {
      return JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8).strip());
    }
  }

  private CommandFailure unreachable(IOException cause) {
    if (cause instanceof HttpTimeoutException
        && !(cause instanceof java.net.http.HttpConnectTimeoutException)) {
      return new CommandFailure(
          ExitCode.TIMEOUT, "The service at " + url + " took too long to answer.", cause);
    }
    String what = cause instanceof ConnectException ? "nobody answers" : String.valueOf(cause);
    return new CommandFailure(
        ExitCode.UNREACHABLE,
        "No service at %s: %s. Start one with 'codegraph up', or set CODEGRAPH_URL."
            .formatted(url, what),
        cause);
  }

  private static Answer orFail(Answer answer) {
    if (answer.status() < 400) {
      return answer;
    }
    JsonNode body = answer.body();
    StringBuilder message = new StringBuilder();
    if (body.path("code").isTextual()) {
      message.append(body.path("code").asText()).append(' ');
    }
    String text = body.path("detail").asText(body.path("title").asText(""));
    message.append(text.isEmpty() ? "The service answered " + answer.status() + "." : text);
    if (body.path("request_id").isTextual()) {
      message.append(" (request ").append(body.path("request_id").asText()).append(')');
    }
    throw new CommandFailure(
        switch (answer.status()) {
          case 404 -> ExitCode.NOT_FOUND;
          case 408, 504 -> ExitCode.TIMEOUT;
          default -> ExitCode.FAILED;
        },
        message.toString());
  }
}
