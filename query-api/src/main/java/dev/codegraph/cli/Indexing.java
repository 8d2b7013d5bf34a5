package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.program.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A request to index a repository, as the service has accepted it.
 *
 * @param projectId Id of the project.
 * @param projectName Name of the project.
 * @param job The job as the service described it.
 */
record Indexing(String projectId, String projectName, JsonNode job) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String jobId() {
    return job.path("id").asText();
  }

  /**
   * Registers a repository and has it indexed; one that is registered is only indexed.
   *
   * @param repository Path of a work tree or bare repository, or a URL.
   * @param name Name of the project; null for the repository's.
   */
  static Indexing request(
      ApiClient api,
      String repository,
      @Nullable String name,
      @Nullable String branch,
      @Nullable String revision,
      boolean isFull) {
    boolean isUrl = isUrl(repository);
    String place = isUrl ? repository : path(repository);
    String project = name == null ? nameOf(place) : name;
    ObjectNode registration = JSON.createObjectNode();
    registration.put("name", project);
    registration.put(isUrl ? "repository" : "path", place);
    putIf(registration, "branch", branch);
    putIf(registration, "revision", revision);
    ApiClient.Answer created = api.post("/api/v1/projects", registration);
    if (created.status() != 409) {
      return new Indexing(
          created.data().path("id").asText(), project, created.data().path("indexing_job"));
    }
    JsonNode known = Projects.ofId(api, project);
    if (!known.path("repository").asText().equals(place)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "Project %s is of another repository, %s: name this one with --name."
              .formatted(known.path("id").asText(), known.path("repository").asText()));
    }
    String id = known.path("id").asText();
    ObjectNode request = JSON.createObjectNode();
    putIf(request, "branch", branch);
    putIf(request, "revision", revision);
    if (isFull) {
      request.put("full", true);
    }
    ApiClient.Answer accepted =
        api.post("/api/v1/projects/" + ApiClient.segment(id) + "/index", request);
    if (accepted.status() == 409) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "Project %s cannot be indexed now: %s"
              .formatted(project, accepted.body().path("detail").asText("it is busy")));
    }
    return new Indexing(id, project, accepted.data());
  }

  private static void putIf(ObjectNode object, String field, @Nullable String value) {
    if (value != null) {
      object.put(field, value);
    }
  }

  private static boolean isUrl(String repository) {
    return repository.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*")
        || (repository.matches("[\\w.-]+@[\\w.-]+:.*") && !Files.exists(Path.of(repository)));
  }

  private static String path(String repository) {
    Path path = Path.of(repository);
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "There is no folder " + path.toAbsolutePath().normalize() + ".", e);
    }
  }

  private static String nameOf(String place) {
    String trimmed = place.replaceAll("/+$", "").replaceAll("/?\\.git$", "");
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(':')) + 1);
  }
}
