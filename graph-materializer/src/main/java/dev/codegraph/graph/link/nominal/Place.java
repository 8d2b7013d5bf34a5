package dev.codegraph.graph.link.nominal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a name is written.
 *
 * @param file The file's top.
 * @param enclosing Key of the innermost type around it; empty at top level.
 * @param space Innermost space around it.
 * @param variables What type variables stand for there.
 */
record Place(FileContext file, String enclosing, String space, Map<String, Type> variables) {
  static Place top(FileContext file) {
    return new Place(file, "", file.space(), Map.of());
  }

  /** What is imported by a name. */
  List<FileContext.Import> imports(String name) {
    List<FileContext.Import> all = file.imports().getOrDefault(name, List.of());
    for (FileContext.Import one : all) {
      if (one.within() != null) {
        return all.stream().filter(i -> i.within() == null || i.within().equals(space)).toList();
      }
    }
    return all;
  }

  /** The same with more type variables, which hide those of the same name. */
  Place with(Map<String, Type> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Type> all = new HashMap<>(variables);
    all.putAll(more);
    return new Place(file, enclosing, space, all);
  }
}
