package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.text.EntityHit;
import dev.codegraph.graph.text.TextIndex;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Search by name and words. */
final class SearchRoutes {
  private static final int MAX_OFFSET = 10_000;

  private final MaterializerStage materializer;
  private final Views views;
  private final Meta meta;

  SearchRoutes(MaterializerStage materializer, Views views, Meta meta) {
    this.materializer = materializer;
    this.views = views;
    this.meta = meta;
  }

  void routing(HttpRules rules) {
    rules.get("/api/v1/search", this::search);
  }

  private record Found(ViewAt view, EntityHit hit, float score) {}

  private void search(ServerRequest request, ServerResponse response) {
    Params params = new Params(request);
    String text = params.required("q");
    String projectId = params.text("project_id");
    Cursor cursor = params.cursor();
    int limit = params.number("limit", 1, 100, 20);
    int offset = cursor == null ? params.number("offset", 0, MAX_OFFSET, 0) : cursor.offset();
    List<ViewAt> about;
    if (cursor != null || views.projects(projectId).size() == 1) {
      about =
          List.of(
              views.at(onlyProject(projectId), params.text("branch"), params.text("at"), cursor));
    } else {
      about = views.all(projectId, params.text("branch"), params.text("at"));
    }
    List<Found> found = new ArrayList<>();
    long total = 0;
    boolean isTotalExact = true;
    for (ViewAt view : about) {
      // Of several projects each may fill the page, so each is asked for all of it.
      boolean alone = about.size() == 1;
      TextIndex.SearchResult result =
          search(
              new TextIndex.SearchRequest(
                  view.view(),
                  view.number(),
                  text,
                  params.text("kind"),
                  params.text("language"),
                  alone ? offset : 0,
                  alone ? limit : offset + limit));
      total += result.total();
      isTotalExact &= result.isTotalExact();
      for (int i = 0; i < result.hits().size(); i++) {
        found.add(new Found(view, result.hits().get(i), result.scores().get(i)));
      }
    }
    if (about.size() > 1) {
      found.sort(Comparator.comparingDouble((Found f) -> -f.score()));
      found = found.subList(Math.min(offset, found.size()), Math.min(offset + limit, found.size()));
    }
    answer(response, about, found, total, isTotalExact, offset, limit);
  }

  private dev.codegraph.schemas.ProjectRegistered onlyProject(
      @org.jspecify.annotations.Nullable String projectId) {
    List<dev.codegraph.schemas.ProjectRegistered> projects = views.projects(projectId);
    if (projects.size() != 1) {
      throw ApiProblem.badRequest("a cursor needs the project_id that its first page had");
    }
    return projects.getFirst();
  }

  private void answer(
      ServerResponse response,
      List<ViewAt> about,
      List<Found> found,
      long total,
      boolean isTotalExact,
      int offset,
      int limit) {
    ArrayNode data = Json.array();
    for (Found hit : found) {
      ObjectNode node = Entities.json(hit.hit());
      node.put("project_id", hit.view().project().project());
      node.put("score", hit.score());
      data.add(node);
    }
    ObjectNode about1;
    if (about.size() == 1) {
      ViewAt view = about.getFirst();
      boolean more = offset + found.size() < total && found.size() == limit;
      about1 = meta.of(view, 0, more ? new Cursor(view.number(), offset + limit).toString() : null);
    } else {
      about1 = Json.object();
      ArrayNode projects = about1.putArray("projects");
      about.forEach(view -> projects.add(meta.of(view, 0, null)));
      about1.putNull("next_cursor");
    }
    about1.put("total", total);
    about1.put("total_is_exact", isTotalExact);
    Json.send(response, Status.OK_200, data, about1);
  }

  private TextIndex.SearchResult search(TextIndex.SearchRequest request) {
    try {
      return materializer.index().search(request);
    } catch (IOException e) {
      throw new UncheckedIOException("the text index cannot be read", e);
    }
  }
}
