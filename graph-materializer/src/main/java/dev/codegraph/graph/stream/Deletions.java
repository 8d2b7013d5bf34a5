package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.GraphWriter;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.Packer;
import dev.codegraph.graph.store.Unpacker;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ProjectKey;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which lives of projects are over, kept in the graph store beside the graphs: by project id the
 * last incarnation that is deleted. The record that said so is read once; what was on its way then
 * comes afterwards.
 */
final class Deletions {
  /** No view's keys begin with a zero byte. */
  private static final byte[] PREFIX = Keys.bytes("\0deleted\0");

  private final KeyValueSource source;
  private final GraphWriter writer;

  Deletions(KeyValueSource source, GraphWriter writer) {
    this.source = source;
    this.writer = writer;
  }

  /** Keeps that the lives of a project up to an incarnation are over. */
  void record(String project, int incarnation) {
    if (incarnation > last(project)) {
      writer.put(key(project), new Packer(5).number(incarnation).toBytes());
    }
  }

  /** Whether a life is over; a text that is no project key names none that goes on. */
  boolean isDeleted(String projectKey) {
    ProjectKey key;
    try {
      key = ProjectKey.parse(projectKey);
    } catch (IllegalArgumentException e) {
      return true;
    }
    return key.incarnation() <= last(key.id());
  }

  /** Whether a text is the key of a life that is over. */
  boolean isOver(String projectKey) {
    return ProjectKey.isKey(projectKey) && isDeleted(projectKey);
  }

  /** The last incarnation that is over, by project id. */
  SortedMap<String, Integer> all() {
    SortedMap<String, Integer> all = new TreeMap<>();
    try (KeyValueSource.Cursor cursor = source.range(PREFIX, GraphKeys.after(PREFIX))) {
      while (cursor.next()) {
        String project = Keys.text(cursor.key()).substring(PREFIX.length);
        all.put(project, new Unpacker(cursor.value()).count());
      }
    }
    return all;
  }

  private int last(String project) {
    byte @Nullable [] value = source.get(key(project));
    return value == null ? 0 : new Unpacker(value).count();
  }

  private static byte[] key(String project) {
    return new Packer(64).raw(PREFIX).raw(Keys.bytes(project)).toBytes();
  }
}
