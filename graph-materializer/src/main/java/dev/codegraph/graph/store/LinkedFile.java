package dev.codegraph.graph.store;

import dev.codegraph.graph.link.Reason;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What linking a file gave: value of O. Names that repeat are kept once in a table, positions as
 * differences, so an edge costs about seven bytes.
 *
 * @param hash Share of the file in the digest, 32 bytes.
 * @param counts References by outcome.
 * @param edges Edges in source order.
 * @param unresolved Unresolved references in source order.
 */
public record LinkedFile(
    byte[] hash, OutcomeCounts counts, List<Edge> edges, List<UnresolvedReference> unresolved) {
  private static final Role[] ROLES = Role.values();
  private static final Reason[] REASONS = Reason.values();
  private static final int HASH_BYTES = 32;

  /** The value. */
  public byte[] toBytes() {
    return value(hash, pack(counts, edges, unresolved));
  }

  /** The value of a hash and the rest of it. */
  public static byte[] value(byte[] hash, byte[] packed) {
    return new Packer(HASH_BYTES + packed.length).raw(hash).raw(packed).toBytes();
  }

  /** The value without the hash: the same bytes for the same edges and references. */
  public static byte[] pack(
      OutcomeCounts counts, List<Edge> edges, List<UnresolvedReference> unresolved) {
    Packer body = new Packer(64 + edges.size() * 8);
    Map<String, Integer> table = new HashMap<>();
    List<String> strings = new ArrayList<>();
    int line = 0;
    body.number(edges.size());
    for (Edge edge : edges) {
      body.octet(edge.kind().ordinal() | (edge.resolution().ordinal() << 4));
      body.octet(edge.rule().ordinal());
      body.number(index(edge.from(), table, strings));
      body.signed(edge.line() - line);
      body.number(edge.column());
      body.number(edge.toPath() == null ? 0 : index(edge.toPath(), table, strings) + 1);
      body.number(index(edge.to(), table, strings));
      line = edge.line();
    }
    line = 0;
    body.number(unresolved.size());
    for (UnresolvedReference reference : unresolved) {
      body.octet(reference.role().ordinal());
      body.octet(reference.reason().ordinal());
      body.number(index(reference.name(), table, strings));
      body.number(index(reference.from(), table, strings));
      body.signed(reference.line() - line);
      body.number(reference.column());
      body.number(reference.argumentCount() + 1);
      line = reference.line();
    }
    Packer out = new Packer(body.size() + strings.size() * 24 + 64);
    counts.pack(out);
    out.number(strings.size());
    for (String string : strings) {
      out.text(string);
    }
    return out.raw(body.toBytes()).toBytes();
  }

  /** Only the hash of a value, without reading the rest. */
  public static byte[] hashOf(byte[] value) {
    return new Unpacker(value).raw(HASH_BYTES);
  }

  /** Only the counts of a value, without reading the rest. */
  public static OutcomeCounts countsOf(byte[] value) {
    Unpacker in = new Unpacker(value);
    in.raw(HASH_BYTES);
    return OutcomeCounts.unpack(in);
  }

  /** Passes over what comes before the strings of a value. */
  static void skipHead(Unpacker in) {
    in.at(HASH_BYTES);
    OutcomeCounts unused = OutcomeCounts.unpack(in);
    assert unused != null;
  }

  /** The file in a value. */
  public static LinkedFile of(byte[] value) {
    Unpacker in = new Unpacker(value);
    byte[] hash = in.raw(HASH_BYTES);
    OutcomeCounts counts = OutcomeCounts.unpack(in);
    String[] strings = new String[in.count()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = in.text();
    }
    EdgeCursor cursor = new EdgeCursor(in);
    List<Edge> edges = new ArrayList<>(cursor.left());
    while (cursor.next()) {
      edges.add(cursor.edge(index -> strings[index]));
    }
    int unresolvedCount = in.count();
    List<UnresolvedReference> unresolved = new ArrayList<>(unresolvedCount);
    int line = 0;
    for (int i = 0; i < unresolvedCount; i++) {
      Role role = ROLES[in.octet()];
      Reason reason = REASONS[in.octet()];
      String name = strings[in.count()];
      String from = strings[in.count()];
      line += (int) in.signed();
      int column = in.count();
      unresolved.add(
          new UnresolvedReference(role, name, from, line, column, in.count() - 1, reason));
    }
    return new LinkedFile(hash, counts, edges, unresolved);
  }

  private static int index(String text, Map<String, Integer> table, List<String> strings) {
    Integer known = table.get(text);
    if (known != null) {
      return known;
    }
    table.put(text, strings.size());
    strings.add(text);
    return strings.size() - 1;
  }
}
