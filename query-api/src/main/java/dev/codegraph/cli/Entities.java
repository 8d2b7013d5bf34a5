package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Entities by the names that people use, and as lines of text. */
final class Entities {
  private static final int CANDIDATES = 50;
  private static final int SHOWN = 15;

  private Entities() {}

  /**
   * The id of the entity that a text means: an id, a qualified name, or a plain name or the end of
   * a qualified one, such as {@code Type.method}, that only one entity has.
   *
   * @throws CommandFailure when none has that name, or with the candidates when several do
   */
  static String resolve(ApiClient api, JsonNode project, String text, Map<String, Object> view) {
    if (api.find("/api/v1/entities/" + ApiClient.segment(text), query(project, view)) != null) {
      return text;
    }
    Map<String, Object> query = query(project, view);
    query.put("q", text);
    query.put("limit", CANDIDATES);
    List<JsonNode> found = new ArrayList<>();
    api.get("/api/v1/search", query).data().forEach(found::add);
    List<Predicate<JsonNode>> meanings =
        List.of(
            entity -> entity.path("qualified_name").asText().equals(text),
            entity -> entity.path("name").asText().equals(text),
            entity -> entity.path("qualified_name").asText().endsWith("." + text));
    for (Predicate<JsonNode> meaning : meanings) {
      List<JsonNode> same = found.stream().filter(meaning).toList();
      if (same.size() == 1) {
        return same.getFirst().path("id").asText();
      }
      if (same.size() > 1) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "%s%d entities are named %s; name one by its id:%n%s"
                .formatted(
                    same.size() == CANDIDATES ? "At least " : "",
                    same.size(),
                    text,
                    candidates(same)));
      }
    }
    if (found.isEmpty()) {
      throw new CommandFailure(ExitCode.NOT_FOUND, "There is no entity named " + text + ".");
    }
    throw new CommandFailure(
        ExitCode.NOT_FOUND,
        "There is no entity named %s. Similar ones are:%n%s".formatted(text, candidates(found)));
  }

  /** The parameters of a question about an entity of a project. */
  static Map<String, Object> query(JsonNode project, Map<String, Object> view) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("project_id", project.path("id").asText());
    query.putAll(view);
    return query;
  }

  /** One line: an edge told from one of its ends, with the place where the code says so. */
  static String edgeLine(JsonNode edge) {
    StringBuilder line = new StringBuilder();
    line.append("  ".repeat(Math.max(0, edge.path("depth").asInt(1) - 1)));
    line.append(
        "%-10s %s  %s:%d"
            .formatted(
                edge.path("kind").asText("external"),
                edge.path("name").asText(),
                edge.path("site").path("path").asText(),
                edge.path("site").path("line").asInt()));
    String resolution = edge.path("resolution").asText("");
    if (!resolution.isEmpty() && !resolution.equals("resolved")) {
      line.append("  ").append(resolution);
      line.append(' ').append(edge.path("confidence").asInt()).append('%');
    }
    return line.toString();
  }

  /** One line: what it is and where. */
  static String line(JsonNode entity) {
    return "%-10s %s  %s:%d"
        .formatted(
            entity.path("kind").asText(),
            entity.path("qualified_name").asText(entity.path("name").asText()),
            entity.path("path").asText(),
            entity.path("start_line").asInt());
  }

  private static String candidates(List<JsonNode> entities) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode entity : entities.subList(0, Math.min(SHOWN, entities.size()))) {
      lines.append("  ").append(line(entity)).append("%n      ".formatted());
      lines.append(entity.path("id").asText()).append("%n".formatted());
    }
    if (entities.size() > SHOWN) {
      lines.append("  and %d more%n".formatted(entities.size() - SHOWN));
    }
    return lines.toString().stripTrailing();
  }
}
