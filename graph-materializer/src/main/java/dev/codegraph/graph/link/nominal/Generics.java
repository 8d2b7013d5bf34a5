package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.ReferenceFact;
import java.util.HashMap;
import java.util.Map;

/**
 * How many type arguments stand behind the names of a file, where its indexer says so: the
 * attribute {@code generics}, for each such name its start, a colon and their number, with spaces
 * between.
 */
final class Generics {
  private final Dialect dialect;
  private final Map<Integer, Integer> counts = new HashMap<>();

  Generics(Dialect dialect, SourceFile file) {
    this.dialect = dialect;
    String written = file.facts().attributes().getOrDefault("generics", "");
    for (String one : written.isEmpty() ? new String[0] : written.split(" ")) {
      int colon = one.indexOf(':');
      counts.put(
          Integer.parseInt(one.substring(0, colon)), Integer.parseInt(one.substring(colon + 1)));
    }
  }

  /** The name of the type that a reference names. */
  String named(ReferenceFact reference, String simple) {
    int count = counts.getOrDefault(reference.start(), 0);
    return count == 0 ? simple : dialect.generic(simple, count);
  }
}
