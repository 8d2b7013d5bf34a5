package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.program.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Three questions to try, about entities that the project really has. */
final class FirstQueries {
  /** Enough lines to meet a function that others call, and few enough to read at once. */
  private static final int LINES = 30_000;

  private FirstQueries() {}

  /** The URL and the questions, a line each. */
  static String of(ApiClient api, String projectId, Path folder) {
    Map<String, JsonNode> entities = new HashMap<>();
    Map<String, Integer> calls = new HashMap<>();
    ObjectMapper json = new ObjectMapper();
    String path = "/api/v1/projects/" + ApiClient.segment(projectId) + "/export";
    try (InputStream body = api.stream(path, Map.of());
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      for (int i = 0; i < LINES && line != null; i++, line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        if (node.path("type").asText().equals("entity")) {
          entities.put(node.path("id").asText(), node);
        } else if (node.path("kind").asText().equals("calls")) {
          calls.merge(node.path("to").asText(), 1, Integer::sum);
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILED, "The export broke off: " + e, e);
    }
    Optional<JsonNode> called =
        calls.entrySet().stream()
            .filter(entry -> entities.containsKey(entry.getKey()))
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(entry -> entities.get(entry.getKey()));
    JsonNode example =
        called.orElseGet(
            () ->
                entities.values().stream()
                    .min(Comparator.comparing(entity -> entity.path("id").asText()))
                    .orElse(json.missingNode()));
    StringBuilder text = new StringBuilder(api.url()).append('\n');
    if (example.isMissingNode()) {
      return text.append("The project has no entities that are known yet.").toString();
    }
    String data = folder.equals(defaultFolder()) ? "" : " --data-dir " + folder;
    String name = example.path("name").asText();
    String qualified = example.path("qualified_name").asText(name);
    return text.append("Try:\n")
        .append("  ./codegraph search %s%s%n".formatted(quoted(name), data))
        .append("  ./codegraph callers %s%s%n".formatted(quoted(qualified), data))
        .append(
            "  curl '%s/api/v1/search?q=%s&limit=5'".formatted(api.url(), ApiClient.segment(name)))
        .toString();
  }

  private static Path defaultFolder() {
    return dev.codegraph.program.config.DataFolder.byDefault(System.getenv());
  }

  /** As a shell reads it. */
  private static String quoted(String name) {
    return name.matches("[\\w./:-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
