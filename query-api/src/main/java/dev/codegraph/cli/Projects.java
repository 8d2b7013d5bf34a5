package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The projects of a service, by the names that people use. */
final class Projects {
  private Projects() {}

  /** All projects. */
  static List<JsonNode> all(ApiClient api) {
    List<JsonNode> projects = new ArrayList<>();
    api.get("/api/v1/projects", Map.of()).data().forEach(projects::add);
    return projects;
  }

  /**
   * The project whose id the service makes of a name.
   *
   * @throws CommandFailure when there is none
   */
  static JsonNode ofId(ApiClient api, String name) {
    String id =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+", "");
    return find(api, id);
  }

  /**
   * The project of a name or id; of no name, the only one there is.
   *
   * @throws CommandFailure when there is none or more than one
   */
  static JsonNode find(ApiClient api, @Nullable String name) {
    List<JsonNode> projects = all(api);
    if (projects.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "There is no project yet: index one with 'codegraph index PATH'.");
    }
    String names =
        projects.stream()
            .map(project -> project.path("name").asText())
            .collect(Collectors.joining(", "));
    if (name == null) {
      if (projects.size() == 1) {
        return projects.getFirst();
      }
      throw new CommandFailure(
          ExitCode.USAGE, "There are several projects, name one with --project: " + names + ".");
    }
    return projects.stream()
        .filter(
            project ->
                project.path("name").asText().equals(name)
                    || project.path("id").asText().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "There is no project '" + name + "'; there is: " + names + "."));
  }
}
