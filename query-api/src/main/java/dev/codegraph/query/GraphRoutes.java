package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.export.ExportWriter;
import dev.codegraph.graph.export.FileHash;
import dev.codegraph.graph.export.Verification;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.VersionedGraph;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A view as a whole: its digest, its export, its revisions, and whether it holds together. */
final class GraphRoutes {
  private final MaterializerStage materializer;
  private final Views views;
  private final Meta meta;

  GraphRoutes(MaterializerStage materializer, Views views, Meta meta) {
    this.materializer = materializer;
    this.views = views;
    this.meta = meta;
  }

  void routing(HttpRules rules) {
    rules.get("/api/v1/projects/{id}/digest", this::digest);
    rules.get("/api/v1/projects/{id}/export", this::export);
    rules.get("/api/v1/projects/{id}/verify", this::verify);
    rules.get("/api/v1/projects/{id}/revisions", this::revisions);
  }

  private ViewAt view(ServerRequest request) {
    Params params = new Params(request);
    return views.at(
        views.project(request.path().pathParameters().get("id")),
        params.text("branch"),
        params.text("at"),
        params.cursor());
  }

  private void digest(ServerRequest request, ServerResponse response) {
    ViewAt view = view(request);
    ObjectNode data = Json.object();
    data.put("digest", view.record().digest());
    data.put("revision", view.record().revision());
    data.put("number", view.number());
    if (new Params(request).flag("files")) {
      ArrayNode files = data.putArray("files");
      VersionedGraph graph = view.queries().graph();
      graph.files(
          view.number(),
          (path, state) -> {
            byte[] links = graph.linksBytes(path, view.number());
            byte[] hash = links == null ? FileHash.ofState(state) : LinkedFile.hashOf(links);
            ObjectNode file = files.addObject();
            file.put("path", path);
            file.put("hash", HexFormat.of().formatHex(hash));
          });
    }
    Json.send(response, Status.OK_200, data, meta.of(view, 0, null));
  }

  private void export(ServerRequest request, ServerResponse response) {
    ViewAt view = view(request);
    response.status(Status.OK_200).header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
    response.header(HeaderNames.create("X-CodeGraph-Revision"), view.record().revision());
    try (OutputStream out = response.outputStream()) {
      new ExportWriter(view.queries()).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the export was broken off", e);
    }
  }

  private void verify(ServerRequest request, ServerResponse response) {
    ViewAt view = view(request);
    List<String> indexed;
    try {
      indexed = materializer.index().entityIds(view.view(), view.number());
    } catch (IOException e) {
      throw new UncheckedIOException("the text index cannot be read", e);
    }
    List<String> problems = new Verification(view.queries()).problems(indexed);
    ObjectNode data = Json.object();
    data.put("ok", problems.isEmpty());
    ArrayNode list = data.putArray("problems");
    problems.forEach(list::add);
    Json.send(response, Status.OK_200, data, meta.of(view, 0, null));
  }

  private void revisions(ServerRequest request, ServerResponse response) {
    ViewAt view = view(request);
    ArrayNode data = Json.array();
    for (ChangesetRecord record : view.queries().graph().changesets(1)) {
      if (record.number() <= view.number()) {
        ObjectNode node = data.addObject();
        node.put("number", record.number());
        node.put("revision", record.revision());
        node.put("digest", record.digest());
        node.put("author", record.author());
        node.put("authored_at", Instant.ofEpochMilli(record.authoredAt()).toString());
        node.put("message", record.message());
        ObjectNode figures = node.putObject("figures");
        record.figures().forEach(figures::put);
      }
    }
    Json.send(response, Status.OK_200, data, meta.of(view, 0, null));
  }
}
