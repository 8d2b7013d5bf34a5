package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codegraph status}. */
@Command(
    name = "status",
    description = "Shows the service, its projects, and what was skipped or failed and why.")
final class StatusCommand implements Callable<Integer> {
  private static final int PAGE = 1000;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      description = "Only this project; without it all.")
  private @Nullable String project;

  @Option(names = "--skipped", description = "Lists every skipped and every failed file.")
  private boolean isListingSkipped;

  @Override
  public Integer call() {
    try (ApiClient api = service.connect()) {
      ObjectMapper json = new ObjectMapper();
      ObjectNode report = json.createObjectNode();
      report.put("url", api.url());
      report.set("health", api.look("/health").body());
      ArrayNode projects = report.putArray("projects");
      List<JsonNode> wanted =
          project == null ? Projects.all(api) : List.of(Projects.find(api, project));
      for (JsonNode one : wanted) {
        String path = "/api/v1/projects/" + ApiClient.segment(one.path("id").asText());
        ApiClient.Answer details = api.get(path, Map.of());
        ObjectNode entry = projects.addObject();
        entry.set("project", details.data());
        entry.set("meta", details.meta());
        String job = details.data().path("latest_job").asText("");
        if (!job.isEmpty()) {
          entry.set(
              "latest_job", api.look("/api/v1/jobs/" + ApiClient.segment(job)).body().path("data"));
        }
        // Nothing is known of files before the first changeset is published.
        if (details.data().path("files").isObject()) {
          entry.set("failed", files(api, path, "failed"));
          entry.set("skipped", files(api, path, "skipped"));
        }
      }
      if (service.isJson()) {
        service.printJson(report);
      } else {
        print(report);
      }
      return 0;
    }
  }

  private JsonNode files(ApiClient api, String path, String status) {
    ArrayNode files = new ObjectMapper().createArrayNode();
    Map<String, Object> query = new TreeMap<>();
    query.put("status", status);
    query.put("limit", PAGE);
    while (true) {
      ApiClient.Answer page = api.get(path + "/files", query);
      page.data().forEach(files::add);
      JsonNode cursor = page.meta().path("next_cursor");
      if (!cursor.isTextual()) {
        return files;
      }
      query.put("cursor", cursor.asText());
    }
  }

  private void print(JsonNode report) {
    JsonNode health = report.path("health");
    service
        .out()
        .printf(
            "%s  %s, version %s%n",
            report.path("url").asText(),
            health.path("status").asText(),
            health.path("version").asText());
    if (report.path("projects").isEmpty()) {
      service.out().println("No projects yet: index one with 'codegraph index PATH'.");
    }
    for (JsonNode entry : report.path("projects")) {
      JsonNode one = entry.path("project");
      service
          .out()
          .printf(
              "%n%s  %s%n",
              one.path("name").asText(),
              one.path("repository").asText(one.path("path").asText("")));
      service.out().println("  status     " + state(one, entry.path("latest_job")));
      JsonNode files = one.path("files");
      if (files.isObject()) {
        service
            .out()
            .printf(
                Locale.ROOT,
                "  files      %,d: %,d ok, %,d partial, %,d skipped, %,d failed%n",
                files.path("total").asLong(),
                files.path("ok").asLong(),
                files.path("partial").asLong(),
                files.path("skipped").asLong(),
                files.path("failed").asLong());
      }
      String note = Footnote.of(entry.path("meta"));
      if (!note.isEmpty()) {
        service.out().println("  " + note);
      }
      for (String status : List.of("failed", "skipped")) {
        if (isListingSkipped) {
          printAll(status, entry.path(status));
        } else {
          printReasons(status, entry.path(status));
        }
      }
      boolean isAnyLeftOut = !entry.path("failed").isEmpty() || !entry.path("skipped").isEmpty();
      if (!isListingSkipped && isAnyLeftOut) {
        service.out().println("  'codegraph status --skipped' lists them all");
      }
    }
  }

  private void printAll(String status, JsonNode files) {
    for (JsonNode file : files) {
      service
          .out()
          .printf(
              "  %-9s  %s  %s%n", status, file.path("path").asText(), file.path("reason").asText());
    }
  }

  /** How many files failed or were skipped for each reason, and the first of them. */
  private void printReasons(String status, JsonNode files) {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (JsonNode file : files) {
      byReason
          .computeIfAbsent(file.path("reason").asText(), reason -> new ArrayList<>())
          .add(file.path("path").asText());
    }
    byReason.forEach(
        (reason, paths) ->
            service
                .out()
                .printf(
                    Locale.ROOT,
                    "  %-9s  %,d %s, the first is %s%n",
                    status,
                    paths.size(),
                    reason,
                    paths.getFirst()));
  }

  private static String state(JsonNode project, JsonNode job) {
    String state = project.path("status").asText();
    JsonNode error = job.path("error");
    if (error.isObject()) {
      return "%s: the last job failed, %s %s"
          .formatted(state, error.path("code").asText(""), error.path("detail").asText());
    }
    return state;
  }
}
