package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.query.JobBoard.JobView;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobStage;
import dev.codegraph.schemas.ProjectKey;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Jobs: what was asked for and how far each stage is. */
final class JobRoutes {
  private final JobBoard jobs;

  JobRoutes(JobBoard jobs) {
    this.jobs = jobs;
  }

  void routing(HttpRules rules) {
    rules.get("/api/v1/jobs", this::list);
    rules.get("/api/v1/jobs/{id}", this::one);
  }

  private void list(ServerRequest request, ServerResponse response) {
    requireAll();
    Params params = new Params(request);
    String project = params.text("project_id");
    String status = params.text("status");
    ArrayNode data = Json.array();
    for (JobView job :
        jobs.list(
            j ->
                (project == null || ProjectKey.parse(j.project()).id().equals(project))
                    && (status == null || j.status().equals(status)),
            params.number("limit", 1, 1000, 20))) {
      data.add(json(job));
    }
    Json.send(response, Status.OK_200, data, Meta.none());
  }

  private void one(ServerRequest request, ServerResponse response) {
    String id = request.path().pathParameters().get("id");
    JobView job = jobs.get(id);
    if (job == null) {
      requireAll();
      throw ApiProblem.notFound("there is no job " + id);
    }
    Json.send(response, Status.OK_200, json(job), Meta.none());
  }

  private void requireAll() {
    if (!jobs.isCaughtUp()) {
      throw ApiProblem.notReady("the jobs are being read; try again in a moment");
    }
  }

  private static ObjectNode json(JobView job) {
    ObjectNode data = Json.object();
    data.put("id", job.id());
    data.put("type", "project_index");
    data.put("project_id", ProjectKey.parse(job.project()).id());
    data.put("view", job.view());
    data.put("source", job.source());
    data.put("status", job.status());
    data.put("created_at", Instant.ofEpochMilli(job.requestedAt()).toString());
    data.put("number", job.number());
    data.put("revision", job.revision());
    ArrayNode stages = data.putArray("stages");
    for (JobProgressed stage : job.stages()) {
      ObjectNode node = stages.addObject();
      node.put("stage", stage.stage().name().toLowerCase(Locale.ROOT));
      node.put("state", stage.state().name().toLowerCase(Locale.ROOT));
      node.put("done", stage.done());
      node.put("total", stage.total());
      node.put("detail", stage.detail());
    }
    publishing(job, stages);
    JobProgressed failure = job.failure();
    if (failure != null) {
      data.set("error", error(failure));
    }
    ObjectNode figures = data.putObject("figures");
    job.figures().forEach(figures::put);
    return data;
  }

  /** What a failed job says of itself, also where its project is shown. */
  static ObjectNode error(JobProgressed failure) {
    ObjectNode error = Json.object();
    error.put("code", code(failure));
    error.put("stage", failure.stage().name().toLowerCase(Locale.ROOT));
    error.put("detail", failure.detail());
    return error;
  }

  private static void publishing(JobView job, ArrayNode stages) {
    boolean isLinked =
        job.stages().stream().anyMatch(s -> s.stage() == JobStage.LINK) || job.isPublished();
    ObjectNode node = stages.addObject();
    node.put("stage", JobStage.PUBLISH.name().toLowerCase(Locale.ROOT));
    node.put("state", job.isPublished() ? "done" : isLinked ? "running" : "accepted");
    node.put("done", job.isPublished() ? 1 : 0);
    node.put("total", 1);
    node.put("detail", "");
  }

  private static @Nullable String code(JobProgressed failure) {
    return failure.code().isEmpty() ? null : failure.code();
  }
}
