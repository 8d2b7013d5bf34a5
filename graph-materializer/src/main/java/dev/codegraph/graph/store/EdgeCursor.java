package dev.codegraph.graph.store;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.schemas.EdgeKind;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the packed edges of a file; an edge becomes an object when it is asked for. */
final class EdgeCursor {
  private static final EdgeKind[] KINDS = EdgeKind.values();
  private static final Resolution[] RESOLUTIONS = Resolution.values();
  private static final Rule[] RULES = Rule.values();

  private final Unpacker in;
  private int left;
  private int kindAndResolution;
  private int rule;
  private int from;
  private int line;
  private int column;
  private int toPath;
  private int to;

  /**
   * @param in Stands at the number of edges; behind the last edge when {@link #next} is false.
   */
  EdgeCursor(Unpacker in) {
    this.in = in;
    this.left = in.count();
  }

  /** Edges that are still to come. */
  int left() {
    return left;
  }

  /** Moves to the next edge; false when there is none. */
  boolean next() {
    if (left == 0) {
      return false;
    }
    left--;
    kindAndResolution = in.octet();
    rule = in.octet();
    from = in.count();
    line += (int) in.signed();
    column = in.count();
    toPath = in.count() - 1;
    to = in.count();
    return true;
  }

  /** Index of the local id of the source in the table of strings. */
  int from() {
    return from;
  }

  /** Index of the path of the target in the table of strings; -1 when it is outside. */
  int toPath() {
    return toPath;
  }

  /** Index of the local id or name of the target in the table of strings. */
  int to() {
    return to;
  }

  /** The edge. */
  Edge edge(IntFunction<String> strings) {
    @Nullable String path = toPath < 0 ? null : strings.apply(toPath);
    return new Edge(
        KINDS[kindAndResolution & 0xF],
        strings.apply(from),
        line,
        column,
        RESOLUTIONS[kindAndResolution >>> 4],
        RULES[rule],
        path,
        strings.apply(to));
  }
}
