package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reads one project at one revision. */
final class ViewOptions {
  @Option(
      names = {"-p", "--project"},
      paramLabel = "NAME",
      description = "Name or id of the project; needed only when there are several.")
  private @Nullable String project;

  @Option(
      names = "--at",
      paramLabel = "REVISION",
      description = "Commit to answer for; without it the newest one indexed.")
  private @Nullable String at;

  /** The query parameters that they stand for. */
  Map<String, Object> query() {
    Map<String, Object> query = new LinkedHashMap<>();
    if (at != null) {
      query.put("at", at);
    }
    return query;
  }

  /** The project, when the command names one or there is only one. */
  JsonNode project(ApiClient api) {
    return Projects.find(api, project);
  }
}
