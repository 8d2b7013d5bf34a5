package dev.codegraph.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.text.SubTokens;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a project answers over HTTP about one revision, compared row by row and in order with what
 * another project says, which may be in another process and know other revisions.
 *
 * @param pipeline Who answers.
 * @param project Project.
 * @param revision Revision; empty for the newest.
 */
public record RevisionAnswers(Pipeline pipeline, String project, String revision) {
  /** What depends on how the project came to the revision, and on the project's name. */
  private static final List<String> OF_THE_WAY =
      List.of("number", "generation", "lag_ms", "next_cursor", "project", "project_id");

  /** Depth of every other walk. */
  private static final int DEEP = 3;

  /**
   * How a comparison went.
   *
   * @param entities Entities that were asked for, with their callers and callees.
   * @param edges Rows of callers and callees.
   * @param searches Searches.
   * @param hits Rows of searches.
   * @param differences What was not the same, in words.
   */
  public record Comparison(
      int entities, int edges, int searches, int hits, List<String> differences) {}

  private record Pages(ArrayNode rows, List<JsonNode> metas) {}

  /**
   * Compares digest, hash per file, the whole export, entities by id, callers, callees and
   * searches.
   *
   * @param seed Decides which entities and which searches.
   * @param entities How many entities, as far as there are so many.
   * @param searches How many searches.
   */
  public Comparison compare(RevisionAnswers fresh, long seed, int entities, int searches) {
    List<String> differences = new ArrayList<>();
    same(differences, "digest", files(), fresh.files());
    List<String> lines = export();
    if (!lines.equals(fresh.export())) {
      differences.add("the exports differ");
    }
    Random random = new Random(seed);
    List<JsonNode> all = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("{\"type\":\"entity\"")) {
        all.add(Pipeline.json(line));
      }
    }
    Collections.shuffle(all, random);
    List<JsonNode> chosen = all.subList(0, Math.min(entities, all.size()));
    int edges = 0;
    for (int i = 0; i < chosen.size(); i++) {
      String path = "/api/v1/entities/" + Pipeline.escape(chosen.get(i).get("id").asText());
      same(differences, path, one(path), fresh.one(path));
      for (String walk : List.of("/callers", "/callees")) {
        String query = path + walk + "?limit=20&depth=" + (i % 2 == 0 ? 1 : DEEP);
        edges += samePages(differences, query, fresh);
      }
    }
    int hits = 0;
    for (int i = 0; i < searches; i++) {
      String text = searchText(all.get(random.nextInt(all.size())), i, random);
      String query = "/api/v1/search?limit=50&q=" + Pipeline.escape(text);
      hits += samePages(differences, query, fresh);
    }
    return new Comparison(chosen.size(), edges, searches, hits, differences);
  }

  /** Whole names, parts of them, two words of one, misspelled names and words of a signature. */
  private static String searchText(JsonNode entity, int i, Random random) {
    String name = entity.get("name").asText();
    List<String> words = SubTokens.of(name);
    return switch (i % 6) {
      case 0 -> name;
      case 1 -> words.isEmpty() ? name : words.get(random.nextInt(words.size()));
      case 2 ->
          words.size() < 2 ? name : words.getFirst() + " " + words.get(words.size() - 1) + " of it";
      case 3 -> entity.get("qualified_name").asText();
      case 4 -> {
        int at = random.nextInt(name.length());
        yield name.substring(0, at) + "q" + name.substring(Math.min(name.length(), at + 1));
      }
      default -> {
        String signature = entity.get("signature").asText();
        yield signature.isBlank() ? name : signature;
      }
    };
  }

  private int samePages(List<String> differences, String query, RevisionAnswers fresh) {
    Pages mine = pages(query);
    Pages other = fresh.pages(query);
    same(differences, query + " rows", mine.rows(), other.rows());
    if (!mine.metas().equals(other.metas())) {
      differences.add(query + " meta: " + mine.metas() + " instead of " + other.metas());
    }
    return mine.rows().size();
  }

  private static void same(List<String> differences, String what, JsonNode mine, JsonNode other) {
    if (mine.equals(other)) {
      return;
    }
    int from = 0;
    while (mine.isArray()
        && from < Math.min(mine.size(), other.size())
        && mine.get(from).equals(other.get(from))) {
      from++;
    }
    differences.add(
        mine.isArray()
            ? "%s: %d rows instead of %d, the first difference is at %d: %s instead of %s"
                .formatted(what, mine.size(), other.size(), from, mine.get(from), other.get(from))
            : what + ": " + mine + " instead of " + other);
  }

  private String about(String path) {
    return path
        + (path.contains("?") ? "&" : "?")
        + "project_id="
        + project
        + (revision.isEmpty() ? "" : "&at=" + revision);
  }

  private JsonNode files() {
    ObjectNode data =
        (ObjectNode)
            pipeline.get(about("/api/v1/projects/" + project + "/digest?files=true")).get("data");
    return data.remove(OF_THE_WAY);
  }

  private List<String> export() {
    HttpResponse<String> answer =
        pipeline.send("GET", about("/api/v1/projects/" + project + "/export"), "");
    if (answer.statusCode() != 200) {
      throw new AssertionError("export answered " + answer.statusCode() + answer.body());
    }
    return answer.body().lines().toList();
  }

  private JsonNode one(String path) {
    ObjectNode answer = (ObjectNode) pipeline.get(about(path));
    ((ObjectNode) answer.get("data")).remove(OF_THE_WAY);
    ((ObjectNode) answer.get("meta")).remove(OF_THE_WAY);
    return answer;
  }

  /** All pages of an answer. */
  private Pages pages(String path) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    List<JsonNode> metas = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode answer = pipeline.get(about(path) + cursor);
      for (JsonNode row : answer.get("data")) {
        rows.add(((ObjectNode) row).remove(OF_THE_WAY));
      }
      ObjectNode meta = (ObjectNode) answer.get("meta");
      JsonNode next = meta.get("next_cursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asText();
      if (!meta.path("total_is_exact").asBoolean(true)) {
        // Counting ends somewhere beyond a thousand, and where depends on the layout of the index.
        meta.remove("total");
      }
      metas.add(meta.remove(OF_THE_WAY));
    } while (!cursor.isEmpty());
    return new Pages(rows, metas);
  }
}
