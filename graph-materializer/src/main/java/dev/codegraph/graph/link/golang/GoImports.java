package dev.codegraph.graph.link.golang;

import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The imports of one file by the name that they have there. */
final class GoImports {
  private final Map<String, List<String>> byName = new HashMap<>();
  private final List<String> unaliased = new ArrayList<>();
  private final List<String> dots = new ArrayList<>();

  GoImports(FileFacts facts) {
    for (ImportFact fact : facts.imports()) {
      switch (fact.alias()) {
        case "_" -> {}
        case "." -> dots.add(fact.module());
        case "" -> {
          unaliased.add(fact.module());
          add(usualName(fact.module()), fact.module());
        }
        default -> add(fact.alias(), fact.module());
      }
    }
  }

  private void add(String name, String path) {
    byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(path);
  }

  /** Paths that a name before a dot may stand for; those without an alias when none is obvious. */
  List<String> candidates(String name) {
    List<String> known = byName.get(name);
    return known == null ? unaliased : known;
  }

  /** Whether an alias or the usual name of a path explains the name. */
  boolean isObvious(String name) {
    return byName.containsKey(name);
  }

  /** Paths whose names are visible without a qualifier. */
  List<String> dots() {
    return dots;
  }

  /**
   * What a package is most likely called: the last element of its path that is no major version,
   * without the decoration that repositories have in their names.
   */
  static String usualName(String path) {
    int slash = path.lastIndexOf('/');
    String last = path.substring(slash + 1);
    if (slash > 0 && isVersion(last, 0)) {
      last = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
    }
    int dot = last.lastIndexOf('.');
    if (dot > 0 && (isVersion(last, dot + 1) || last.endsWith(".go"))) {
      last = last.substring(0, dot);
    }
    if (last.startsWith("go-") && last.length() > 3) {
      return last.substring(3);
    }
    return last.endsWith("-go") ? last.substring(0, last.length() - 3) : last;
  }

  private static boolean isVersion(String text, int from) {
    if (text.length() < from + 2 || text.charAt(from) != 'v') {
      return false;
    }
    for (int i = from + 1; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
