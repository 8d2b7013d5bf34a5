package dev.codegraph.graph.store;

import dev.codegraph.schemas.EdgeKind;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source file refers to in one target file: value of I. It holds no positions, so that an
 * inserted line does not rewrite it.
 *
 * @param kinds By local id of the target (empty: the file), the bit set of edge kinds.
 */
public record InEdges(SortedMap<String, Integer> kinds) {
  /** The bit of an edge kind. */
  public static int bit(EdgeKind kind) {
    return 1 << kind.ordinal();
  }

  /** The value. */
  public byte[] toBytes() {
    Packer out = new Packer(kinds.size() * 24 + 4).number(kinds.size());
    kinds.forEach((local, bits) -> out.text(local).number(bits));
    return out.toBytes();
  }

  /** The edges in a value. */
  public static InEdges of(byte[] value) {
    Unpacker in = new Unpacker(value);
    SortedMap<String, Integer> kinds = new TreeMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      String local = in.text();
      kinds.put(local, in.count());
    }
    return new InEdges(kinds);
  }

  /**
   * The bit set of edge kinds to one target in a value, without looking at the others; 0 when there
   * is none.
   *
   * @param local UTF-8 of the local id of the target.
   */
  static int kindsOf(byte[] value, byte[] local) {
    Unpacker in = new Unpacker(value);
    int count = in.count();
    for (int i = 0; i < count; i++) {
      boolean isWanted = in.textIs(local);
      int bits = in.count();
      if (isWanted) {
        return bits;
      }
    }
    return 0;
  }
}
