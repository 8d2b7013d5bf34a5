package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.ProjectView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which build module a folder belongs to: the nearest folder around it that has a manifest, whose
 * policy says so in the scope {@code L.module:<folder>}. The root has those that no manifest has.
 */
final class BuildModules {
  private final Dialect dialect;
  private final ProjectView view;
  private final Map<String, String> modules = new HashMap<>();

  BuildModules(Dialect dialect, ProjectView view) {
    this.dialect = dialect;
    this.view = view;
  }

  /** The folder of the module that a file is in. */
  String of(String path) {
    int slash = path.lastIndexOf('/');
    return ofFolder(slash < 0 ? "" : path.substring(0, slash));
  }

  private String ofFolder(String folder) {
    String known = modules.get(folder);
    if (known == null) {
      known = "";
      for (String at : around(folder)) {
        if (!view.lookup(dialect.prefix() + ".module:" + at, "").isEmpty()) {
          known = at;
          break;
        }
      }
      modules.put(folder, known);
    }
    return known;
  }

  /** A folder and all those around it, the root last. */
  static List<String> around(String folder) {
    List<String> all = new ArrayList<>(4);
    String at = folder;
    while (!at.isEmpty()) {
      all.add(at);
      int slash = at.lastIndexOf('/');
      at = slash < 0 ? "" : at.substring(0, slash);
    }
    all.add("");
    return all;
  }
}
