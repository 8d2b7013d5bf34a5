package dev.codegraph.graph.export;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.GraphDigest;
import dev.codegraph.graph.store.UnresolvedReference;
import dev.codegraph.schemas.EntityFact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of one file in the digest: SHA-256 over its canonical lines, which say what its export
 * lines say in the same order, in a shorter form. The line of an edge's target is left out: it
 * belongs to the target's own lines, and moving a definition must not touch those who refer to it.
 * An id or path that a line had before is a number there: each is hashed once.
 */
public final class FileHash {
  private static final char TAB = '\t';
  private static final char END = '\n';

  private FileHash() {}

  /** The hash of a file that is not indexed: its status is all there is. */
  public static byte[] ofState(FileState state) {
    MessageDigest sha = GraphDigest.sha256();
    sha.update(
        (state.status() + "\t" + state.reason() + "\t" + state.code())
            .getBytes(StandardCharsets.UTF_8));
    return sha.digest();
  }

  /** The hash of a linked file. */
  public static byte[] of(
      SourceFile file,
      FileState state,
      String qualifier,
      List<Edge> edges,
      List<UnresolvedReference> unresolved) {
    StringBuilder lines = new StringBuilder(256 + edges.size() * 64);
    lines.append(state.status()).append(TAB).append(state.reason()).append(TAB);
    lines.append(file.language().label()).append(TAB).append(qualifier).append(END);
    List<EntityFact> entities = file.facts().entities();
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      lines.append(file.localId(i)).append(TAB).append(entity.nameLine()).append(TAB);
      lines.append(entity.nameColumn()).append(TAB).append(entity.endLine()).append(TAB);
      lines.append(entity.endColumn()).append(TAB).append(entity.signature()).append(END);
    }
    Named named = new Named(lines);
    for (Edge edge : edges) {
      lines.append(edge.kind().ordinal()).append(TAB);
      named.append(edge.from());
      lines.append(edge.line()).append(TAB).append(edge.column()).append(TAB);
      lines.append(edge.resolution().ordinal()).append(TAB).append(edge.rule().ordinal());
      lines.append(TAB);
      named.append(edge.toPath() == null ? "" : edge.toPath());
      named.append(edge.to());
      lines.append(END);
    }
    for (UnresolvedReference reference : unresolved) {
      lines.append(reference.role().ordinal()).append(TAB).append(reference.name()).append(TAB);
      named.append(reference.from());
      lines.append(reference.line()).append(TAB);
      lines.append(reference.column()).append(TAB).append(reference.reason().ordinal());
      lines.append(END);
    }
    MessageDigest sha = GraphDigest.sha256();
    sha.update(lines.toString().getBytes(StandardCharsets.UTF_8));
    return sha.digest();
  }

  /** Writes texts that recur: in full the first time, as a number after that. */
  private static final class Named {
    private final StringBuilder lines;
    private final Map<String, Integer> numbers = new HashMap<>();

    Named(StringBuilder lines) {
      this.lines = lines;
    }

    void append(String text) {
      Integer known = numbers.putIfAbsent(text, numbers.size());
      if (known == null) {
        // No number begins so, and the length keeps texts with tabs apart.
        lines.append('=').append(text.length()).append(TAB).append(text).append(TAB);
      } else {
        lines.append(known.intValue()).append(TAB);
      }
    }
  }
}
