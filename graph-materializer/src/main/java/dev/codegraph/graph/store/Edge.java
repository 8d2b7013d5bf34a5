package dev.codegraph.graph.store;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.schemas.EdgeKind;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the graph as its source file holds it.
 *
 * @param kind Edge kind.
 * @param from Local id of the source entity; empty for the file.
 * @param line 0-based line of the name at the site.
 * @param column 0-based column in UTF-8 bytes.
 * @param resolution How the target was decided.
 * @param rule The rule that decided it.
 * @param toPath Path of the target file; null when external.
 * @param to Local id of the target, empty for the file itself; the symbol when external.
 */
public record Edge(
    EdgeKind kind,
    String from,
    int line,
    int column,
    Resolution resolution,
    Rule rule,
    @Nullable String toPath,
    String to) {

  /** Confidence in whole percent; several candidates share what their rule has. */
  public int confidence() {
    return rule.confidence();
  }
}
