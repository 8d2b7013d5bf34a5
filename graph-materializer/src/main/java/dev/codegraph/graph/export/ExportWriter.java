package dev.codegraph.graph.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.UnresolvedReference;
import dev.codegraph.graph.text.EntityDocuments;
import dev.codegraph.graph.text.EntityHit;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a view at a number as JSON Lines: files in byte order of their paths, of each its entities
 * in source order, then its edges, one line per site and target, then its unresolved references.
 * Lines count from 1, columns from 1 in UTF-8 bytes.
 */
public final class ExportWriter {
  private final GraphQueries queries;
  private final JsonFactory json = new JsonFactory();

  /** Lines of entities of target files, kept for as many files as a bound allows. */
  private final Map<String, Map<String, Integer>> targetLines = new HashMap<>();

  private static final int MAX_TARGET_FILES = 20_000;

  public ExportWriter(GraphQueries queries) {
    this.queries = queries;
  }

  /** Writes everything; the stream is flushed and left open. */
  public void write(OutputStream out) throws IOException {
    List<String> paths = new ArrayList<>();
    queries
        .graph()
        .files(
            queries.number(),
            (path, state) -> {
              if (state.isIndexed()) {
                paths.add(path);
              }
            });
    try (JsonGenerator generator = json.createGenerator(out)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
      for (String path : paths) {
        file(path, generator);
      }
      generator.flush();
    }
    out.write('\n');
    out.flush();
  }

  private void file(String path, JsonGenerator out) throws IOException {
    SourceFile file = java.util.Objects.requireNonNull(queries.sourceFile(path));
    for (int i = 0; i < file.facts().entities().size(); i++) {
      entity(file, i, out);
    }
    LinkedFile links = queries.graph().links(path, queries.number());
    if (links == null) {
      throw new IllegalStateException("the indexed file " + path + " is not linked");
    }
    for (Edge edge : links.edges()) {
      edge(file, edge, out);
    }
    for (UnresolvedReference reference : links.unresolved()) {
      unresolved(file, reference, out);
    }
  }

  private static void entity(SourceFile file, int index, JsonGenerator out) throws IOException {
    EntityFact entity = file.facts().entities().get(index);
    EntityHit hit = EntityDocuments.hit(file, index);
    out.writeStartObject();
    out.writeStringField("type", "entity");
    out.writeStringField("id", hit.id());
    out.writeStringField("kind", entity.kind().wire());
    out.writeStringField("name", hit.name());
    out.writeStringField("qualified_name", hit.qualifiedName());
    out.writeStringField("language", hit.language());
    out.writeStringField("path", file.path());
    out.writeNumberField("start_line", entity.nameLine() + 1);
    out.writeNumberField("start_column", entity.nameColumn() + 1);
    out.writeNumberField("end_line", entity.endLine() + 1);
    out.writeNumberField("end_column", entity.endColumn() + 1);
    out.writeStringField("signature", entity.signature());
    if (entity.parent() < 0) {
      out.writeNullField("parent");
    } else {
      out.writeStringField(
          "parent", EntityIds.id(file.language(), file.path(), file.localId(entity.parent())));
    }
    out.writeEndObject();
  }

  private void edge(SourceFile file, Edge edge, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "edge");
    out.writeStringField("kind", edge.kind().wire());
    out.writeStringField("from", EntityIds.id(file.language(), file.path(), edge.from()));
    String toPath = edge.toPath();
    if (toPath == null) {
      out.writeStringField("to", edge.to());
      out.writeNullField("to_path");
      out.writeNullField("to_line");
    } else {
      Language language = queries.languageOf(toPath);
      out.writeStringField("to", EntityIds.id(language, toPath, edge.to()));
      out.writeStringField("to_path", toPath);
      Integer line = lineOf(toPath, edge.to());
      if (line == null) {
        throw new IllegalStateException("an edge leads to nowhere: " + toPath + "#" + edge.to());
      }
      out.writeNumberField("to_line", line + 1);
    }
    out.writeStringField("path", file.path());
    out.writeNumberField("line", edge.line() + 1);
    out.writeNumberField("column", edge.column() + 1);
    out.writeStringField("resolution", edge.resolution().wire());
    out.writeNumberField("confidence", edge.confidence());
    out.writeStringField("rule", edge.rule().wire());
    out.writeEndObject();
  }

  private static void unresolved(SourceFile file, UnresolvedReference reference, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "unresolved");
    out.writeStringField("role", reference.role().name().toLowerCase(Locale.ROOT));
    out.writeStringField("name", reference.name());
    out.writeStringField("from", EntityIds.id(file.language(), file.path(), reference.from()));
    out.writeStringField("path", file.path());
    out.writeNumberField("line", reference.line() + 1);
    out.writeNumberField("column", reference.column() + 1);
    out.writeStringField("reason", reference.reason().wire());
    out.writeEndObject();
  }

  private @Nullable Integer lineOf(String path, String localId) {
    if (targetLines.size() > MAX_TARGET_FILES) {
      targetLines.clear();
    }
    Map<String, Integer> lines =
        targetLines.computeIfAbsent(
            path,
            p -> {
              Map<String, Integer> map = new HashMap<>();
              SourceFile target = queries.sourceFile(p);
              if (target != null) {
                for (int i = 0; i < target.facts().entities().size(); i++) {
                  map.put(target.localId(i), target.facts().entities().get(i).nameLine());
                }
              }
              return map;
            });
    return lines.get(localId);
  }
}
