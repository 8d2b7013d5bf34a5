package dev.codegraph.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** JSON in and out of the routes. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Reads a body.
   *
   * @throws ApiProblem 400 when it is not JSON
   */
  static JsonNode parse(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node == null || !node.isObject()) {
        throw ApiProblem.badRequest("the body must be a JSON object");
      }
      return node;
    } catch (java.io.IOException e) {
      throw ApiProblem.badRequest("the body is not JSON: " + firstLine(e.getMessage()));
    }
  }

  /** Sends an answer: {@code {data, meta}}. */
  static void send(ServerResponse response, Status status, JsonNode data, JsonNode meta) {
    ObjectNode body = object();
    body.set("data", data);
    body.set("meta", meta);
    send(response, status, "application/json", body);
  }

  static void send(ServerResponse response, Status status, String type, JsonNode body) {
    RequestWork.answering();
    try {
      response
          .status(status)
          .header(HeaderNames.CONTENT_TYPE, type)
          .send(MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
