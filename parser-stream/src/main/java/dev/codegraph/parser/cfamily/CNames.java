package dev.codegraph.parser.cfamily;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The namespaces and types that the file has declared so far, by qualified name, and the names of
 * its functions. C and C++ want names declared before they are used, so what comes later is not
 * missed.
 */
final class CNames {
  private final Map<String, Integer> scopes = new HashMap<>();
  private final Map<Integer, String> paths = new HashMap<>();
  private final Set<String> functions = new HashSet<>();

  /** Notes a namespace or type; the first of a name stays. */
  void scope(int entity, int parent, String name) {
    String outer = path(parent);
    String path = name.isEmpty() ? outer : outer.isEmpty() ? name : outer + "::" + name;
    paths.put(entity, path);
    if (!name.isEmpty()) {
      scopes.putIfAbsent(path, entity);
    }
  }

  private String path(int entity) {
    return paths.getOrDefault(entity, "");
  }

  /**
   * The namespace or type that a qualifier means inside an entity, or -1 when the file does not
   * say.
   */
  int find(List<String> qualifier, int inside) {
    String name = String.join("::", qualifier);
    String outer = path(inside);
    while (true) {
      Integer found = scopes.get(outer.isEmpty() ? name : outer + "::" + name);
      if (found != null) {
        return found;
      }
      if (outer.isEmpty()) {
        return -1;
      }
      outer = outer.substring(0, Math.max(0, outer.lastIndexOf("::")));
    }
  }

  /** Notes the name of a function. */
  void function(String name) {
    functions.add(name);
  }

  /** Whether the file has declared a function of this name. */
  boolean isFunction(String name) {
    return functions.contains(name);
  }
}
