package dev.codegraph.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.FileCounts;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.OutcomeCounts;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.ingest.SkipReason;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Projects: register, list, look at, index, delete; and their files. */
final class ProjectRoutes {
  private final ProjectRegistry registry;
  private final RequestPublisher requests;
  private final JobBoard jobs;
  private final Views views;
  private final Meta meta;

  ProjectRoutes(
      ProjectRegistry registry, RequestPublisher requests, JobBoard jobs, Views views, Meta meta) {
    this.registry = registry;
    this.requests = requests;
    this.jobs = jobs;
    this.views = views;
    this.meta = meta;
  }

  void routing(HttpRules rules) {
    rules.get("/api/v1/projects", this::list);
    rules.post("/api/v1/projects", this::create);
    rules.get("/api/v1/projects/{id}", this::one);
    rules.delete("/api/v1/projects/{id}", this::delete);
    rules.post("/api/v1/projects/{id}/index", this::index);
    rules.get("/api/v1/projects/{id}/files", this::files);
  }

  private void list(ServerRequest request, ServerResponse response) {
    ArrayNode data = Json.array();
    for (ProjectRegistered project : registry.list()) {
      data.add(summary(project));
    }
    ObjectNode list = Meta.none();
    list.put("total", data.size());
    Json.send(response, Status.OK_200, data, list);
  }

  private void create(ServerRequest request, ServerResponse response) {
    JsonNode body = Json.parse(request.content().as(byte[].class));
    String repository = text(body, "path");
    if (repository == null) {
      repository = text(body, "repository");
    }
    if (repository == null) {
      throw ApiProblem.badRequest("path (a folder) or repository (a URL) is missing");
    }
    String name = text(body, "name");
    String id = text(body, "id");
    if (id == null) {
      id = idFrom(name == null ? repository : name);
    }
    Optional<ProjectRegistered> known = registry.get(id);
    if (known.isPresent() && !hasOnlyFailed(known.get())) {
      throw ApiProblem.conflict(
          "there is a project " + id + "; POST /api/v1/projects/" + id + "/index indexes it again");
    }
    ProjectRegistered project;
    try {
      project =
          requests.register(
              id,
              name == null ? id : name,
              repository,
              orEmpty(text(body, "branch")),
              texts(body, "ignore_patterns"));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.badRequest(String.valueOf(e.getMessage()));
    }
    ObjectNode data = summary(project);
    data.set("indexing_job", request(project, body));
    Json.send(response, Status.CREATED_201, data, Meta.none());
  }

  /** Whether nothing came of a project yet: who registers it again puts right what was wrong. */
  private boolean hasOnlyFailed(ProjectRegistered project) {
    return views.defaultView(project) == null && jobs.latestFailure(Views.key(project)) != null;
  }

  private void index(ServerRequest request, ServerResponse response) {
    ProjectRegistered project = views.project(request.path().pathParameters().get("id"));
    byte[] body = request.content().as(byte[].class);
    JsonNode wishes = body.length == 0 ? Json.object() : Json.parse(body);
    Json.send(response, Status.ACCEPTED_202, request(project, wishes), Meta.none());
  }

  private ObjectNode request(ProjectRegistered project, JsonNode wishes) {
    IndexRequested request =
        requests.index(
            project,
            orEmpty(text(wishes, "branch")),
            orEmpty(text(wishes, "revision")),
            wishes.path("full").asBoolean(false),
            "api");
    jobs.requested(request);
    ObjectNode job = Json.object();
    job.put("id", request.requestId());
    job.put("status", "queued");
    return job;
  }

  private void delete(ServerRequest request, ServerResponse response) {
    String id = request.path().pathParameters().get("id");
    if (requests.delete(id).isEmpty()) {
      throw ApiProblem.notFound("there is no project " + id);
    }
    ObjectNode data = Json.object();
    data.put("id", id);
    data.put("status", "deleted");
    Json.send(response, Status.ACCEPTED_202, data, Meta.none());
  }

  private void one(ServerRequest request, ServerResponse response) {
    Params params = new Params(request);
    ProjectRegistered project = views.project(request.path().pathParameters().get("id"));
    ObjectNode data = summary(project);
    if (views.defaultView(project) == null && params.text("branch") == null) {
      Json.send(response, Status.OK_200, data, Meta.none());
      return;
    }
    ViewAt view = views.at(project, params.text("branch"), params.text("at"), null);
    describe(data, view.record());
    Json.send(response, Status.OK_200, data, meta.of(view, 0, null));
  }

  private static void describe(ObjectNode data, ChangesetRecord record) {
    FileCounts files = record.files();
    OutcomeCounts outcomes = record.outcomes();
    data.put("revision", record.revision());
    data.put("number", record.number());
    data.put("digest", record.digest());
    ObjectNode counts = data.putObject("files");
    counts.put("total", files.total());
    counts.put("ok", files.ok());
    counts.put("partial", files.partial());
    counts.put("skipped", files.skipped());
    counts.put("skipped_code", files.skippedCode());
    counts.put("failed", files.failed());
    data.put("lines", files.lines());
    data.put("entities", files.entities());
    data.put("edges", record.edges());
    ObjectNode references = data.putObject("references");
    references.put("total", outcomes.references());
    references.put("resolved", outcomes.resolved());
    references.put("ambiguous", outcomes.ambiguous());
    references.put("external", outcomes.external());
    references.put("unresolved", outcomes.unresolved());
    ObjectNode figures = data.putObject("last_changeset");
    record.figures().forEach(figures::put);
  }

  private void files(ServerRequest request, ServerResponse response) {
    Params params = new Params(request);
    ProjectRegistered project = views.project(request.path().pathParameters().get("id"));
    Cursor cursor = params.cursor();
    ViewAt view = views.at(project, params.text("branch"), params.text("at"), cursor);
    ContentStatus status = params.constant("status", ContentStatus.class);
    int limit = params.number("limit", 1, 1000, 100);
    int offset = cursor == null ? 0 : cursor.offset();
    ArrayNode data = Json.array();
    int[] seen = new int[1];
    view.queries()
        .graph()
        .files(
            view.number(),
            (path, state) -> {
              if (status != null && state.status() != status) {
                return;
              }
              int place = seen[0]++;
              if (place >= offset && place < offset + limit) {
                ObjectNode file = data.addObject();
                file.put("path", path);
                file.put("status", state.status().name().toLowerCase(Locale.ROOT));
                file.put("reason", state.reason());
                file.put("code", code(state));
                file.put("language", state.language() == null ? null : state.language().label());
                file.put("size", state.size());
                file.put("lines", state.lines());
              }
            });
    String next =
        seen[0] > offset + limit ? new Cursor(view.number(), offset + limit).toString() : null;
    ObjectNode about = meta.of(view, 0, next);
    about.put("total", seen[0]);
    Json.send(response, Status.OK_200, data, about);
  }

  private static @Nullable String code(FileState state) {
    if (!state.code().isEmpty()) {
      return state.code();
    }
    ErrorCode code = SkipReason.codeOf(state.reason());
    return code == null ? null : code.name();
  }

  private ObjectNode summary(ProjectRegistered project) {
    ObjectNode data = Json.object();
    data.put("id", project.project());
    data.put("name", project.name());
    data.put("repository", project.repository());
    ViewId view = views.defaultView(project);
    data.put("branch", view != null ? view.view() : project.branch());
    data.put("created_at", Instant.ofEpochMilli(project.createdAt()).toString());
    String key = Views.key(project);
    List<JobBoard.JobView> latest = jobs.list(job -> job.project().equals(key), 1);
    String job = latest.isEmpty() ? "" : latest.getFirst().status();
    String status;
    if (view != null) {
      status = job.equals("running") || job.equals("queued") ? "indexing" : "indexed";
    } else {
      status = job.equals("failed") ? "error" : "initializing";
    }
    data.put("status", status);
    if (!latest.isEmpty()) {
      data.put("latest_job", latest.getFirst().id());
      JobProgressed failure = latest.getFirst().failure();
      if (failure != null) {
        data.set("error", JobRoutes.error(failure));
      }
    }
    return data;
  }

  /** A project id made of a name, a path or a URL: its last part, in the letters that ids have. */
  static String idFrom(String name) {
    String trimmed = name.replaceAll("/+$", "").replaceAll("\\.git$", "");
    String last = trimmed.substring(trimmed.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String id = last.replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+", "");
    if (!ProjectKey.isId(id)) {
      throw ApiProblem.badRequest(
          "no project id can be made of '" + name + "'; give one as id, such as my-project");
    }
    return id;
  }

  private static @Nullable String text(JsonNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw ApiProblem.badRequest(field + " must be a text");
    }
    return value.asText().isBlank() ? null : value.asText();
  }

  private static List<String> texts(JsonNode body, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : body.path(field)) {
      if (!value.isTextual()) {
        throw ApiProblem.badRequest(field + " must be a list of texts");
      }
      texts.add(value.asText());
    }
    return texts;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
