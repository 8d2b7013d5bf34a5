package dev.codegraph.query;

import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a request is about: project, view and number, in that order. */
final class Views {
  private static final int MIN_REVISION_CHARS = 4;

  private final ProjectRegistry registry;
  private final MaterializerStage materializer;
  private final JobBoard jobs;

  Views(ProjectRegistry registry, MaterializerStage materializer, JobBoard jobs) {
    this.registry = registry;
    this.materializer = materializer;
    this.jobs = jobs;
  }

  static String key(ProjectRegistered project) {
    return new ProjectKey(project.project(), project.incarnation()).toString();
  }

  /**
   * The project with an id.
   *
   * @throws ApiProblem 404 when there is none
   */
  ProjectRegistered project(String id) {
    return registry
        .get(id)
        .orElseThrow(
            () ->
                ApiProblem.notFound(
                    "there is no project " + id + "; GET /api/v1/projects lists them"));
  }

  /** The projects that a request may be about: the one it names, or all. */
  List<ProjectRegistered> projects(@Nullable String id) {
    return id == null ? registry.list() : List.of(project(id));
  }

  /** The view that is meant when none is named; null when nothing is published of the project. */
  @Nullable ViewId defaultView(ProjectRegistered project) {
    String key = key(project);
    if (!project.branch().isEmpty()) {
      ViewId view = new ViewId(key, project.branch());
      return materializer.published().of(view) > 0 ? view : null;
    }
    List<ViewId> views = materializer.published().viewsOf(key);
    return views.isEmpty() ? null : views.getFirst();
  }

  /**
   * What an answer about a project is true for.
   *
   * @param branch View; null for the default one.
   * @param at Revision, at least 4 characters of it, or null for the newest published one.
   * @param cursor Pins the number of the first page; null for none.
   * @throws ApiProblem 404 when the view or the revision is not known or the project's job failed,
   *     503 when nothing is published yet
   */
  ViewAt at(
      ProjectRegistered project,
      @Nullable String branch,
      @Nullable String at,
      @Nullable Cursor cursor) {
    ViewId view = branch == null ? defaultView(project) : new ViewId(key(project), branch);
    if (view == null) {
      throw nothing(project);
    }
    long published = materializer.published().of(view);
    if (published == 0) {
      throw branch == null
          ? nothing(project)
          : ApiProblem.notFound(project.project() + " has no indexed branch " + branch);
    }
    VersionedGraph graph = materializer.graph(view);
    ChangesetRecord record = record(graph, at, cursor, published);
    return new ViewAt(
        project, view, record, new GraphQueries(graph, materializer.facts(), record.number()));
  }

  /** Who waits for a project whose job failed would wait for ever. */
  private ApiProblem nothing(ProjectRegistered project) {
    JobProgressed failure = jobs.latestFailure(key(project));
    return failure == null
        ? ApiProblem.notReady(
            "nothing of " + project.project() + " is indexed yet; its jobs say how far it is")
        : ApiProblem.notFound(
            failure.code(),
            "nothing of " + project.project() + " is indexed, its job failed: " + failure.detail());
  }

  private static ChangesetRecord record(
      VersionedGraph graph, @Nullable String at, @Nullable Cursor cursor, long published) {
    if (cursor != null) {
      ChangesetRecord pinned =
          cursor.number() > published ? null : graph.changeset(cursor.number());
      if (pinned == null) {
        throw ApiProblem.notReady(
            "the cursor is for number " + cursor.number() + ", which is not here");
      }
      return pinned;
    }
    if (at == null) {
      ChangesetRecord newest = graph.changeset(published);
      if (newest == null) {
        // The store was lost and comes back; what was published is applied again.
        throw ApiProblem.notReady("number " + published + " of " + graph.id() + " is coming back");
      }
      return newest;
    }
    if (at.length() < MIN_REVISION_CHARS) {
      throw ApiProblem.badRequest("at needs at least 4 characters of a commit id");
    }
    ChangesetRecord found = graph.ofRevision(at, published);
    if (found == null) {
      throw ApiProblem.notFound("revision " + at + " is not indexed in " + graph.id());
    }
    return found;
  }

  /**
   * What answers about several projects are true for; those without a published view are left out.
   */
  List<ViewAt> all(@Nullable String id, @Nullable String branch, @Nullable String at) {
    List<ViewAt> views = new ArrayList<>();
    List<ProjectRegistered> projects = projects(id);
    for (ProjectRegistered project : projects) {
      if (projects.size() == 1 || defaultView(project) != null) {
        views.add(at(project, branch, at, null));
      }
    }
    return views;
  }
}
