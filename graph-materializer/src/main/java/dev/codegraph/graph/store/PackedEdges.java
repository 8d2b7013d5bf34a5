package dev.codegraph.graph.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The edges of a linked file as they lie in its value. A question about one entity compares numbers
 * and makes objects of what it wants only: of the thousands of edges of a large file a few.
 */
public final class PackedEdges {
  private final byte[] value;
  private final int[] strings;
  private final int edges;

  /**
   * @param value Value of O, see {@link LinkedFile}.
   */
  PackedEdges(byte[] value) {
    this.value = value;
    Unpacker in = new Unpacker(value);
    LinkedFile.skipHead(in);
    this.strings = new int[in.count()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = in.position();
      in.skipText();
    }
    this.edges = in.position();
  }

  /** The edges to an entity, in source order. */
  public List<Edge> to(String path, String localId) {
    int wantedPath = indexOf(path);
    int wanted = indexOf(localId);
    List<Edge> found = new ArrayList<>();
    if (wantedPath >= 0 && wanted >= 0) {
      EdgeCursor cursor = cursor();
      while (cursor.next()) {
        if (cursor.to() == wanted && cursor.toPath() == wantedPath) {
          found.add(cursor.edge(this::string));
        }
      }
    }
    return found;
  }

  /** The edges from an entity, in source order. */
  public List<Edge> from(String localId) {
    int wanted = indexOf(localId);
    List<Edge> found = new ArrayList<>();
    if (wanted >= 0) {
      EdgeCursor cursor = cursor();
      while (cursor.next()) {
        if (cursor.from() == wanted) {
          found.add(cursor.edge(this::string));
        }
      }
    }
    return found;
  }

  private EdgeCursor cursor() {
    return new EdgeCursor(new Unpacker(value).at(edges));
  }

  private String string(int index) {
    return new Unpacker(value).at(strings[index]).text();
  }

  /** Each string is in the table once. */
  private int indexOf(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    Unpacker in = new Unpacker(value);
    for (int i = 0; i < strings.length; i++) {
      if (in.at(strings[i]).textIs(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
