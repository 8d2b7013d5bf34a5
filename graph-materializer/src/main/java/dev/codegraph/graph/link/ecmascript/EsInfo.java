package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.SymbolEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The details of an entry: first the nested name of its entity, then that of the namespace it is
 * in, then with a letter before each its bases, implemented ones and type parameters.
 */
final class EsInfo {
  static final char BASE = '^';
  static final char IMPLEMENTED = '%';
  static final char TYPE_PARAMETER = '~';

  private EsInfo() {}

  static String nested(SymbolEntry entry) {
    return entry.details().isEmpty() ? "" : entry.details().get(0);
  }

  static String namespace(SymbolEntry entry) {
    return entry.details().size() < 2 ? "" : entry.details().get(1);
  }

  static List<String> marked(SymbolEntry entry, char mark) {
    List<String> found = new ArrayList<>(2);
    for (int i = 2; i < entry.details().size(); i++) {
      String detail = entry.details().get(i);
      if (detail.charAt(0) == mark) {
        found.add(detail.substring(1));
      }
    }
    return found;
  }
}
