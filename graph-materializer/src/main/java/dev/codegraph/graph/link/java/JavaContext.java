package dev.codegraph.graph.link.java;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a type name is written: the file's package and imports, and the type it stands in.
 *
 * @param path Path of the file.
 * @param packageName Package of the file.
 * @param singles Imported names with the qualified names they stand for.
 * @param statics Statically imported member names with the types that have them.
 * @param wildcards Packages and types whose types are imported on demand.
 * @param staticWildcards Types whose static members are imported on demand.
 * @param enclosing Key of the innermost type around the place; empty at top level.
 * @param bindings Types that type variables stand for.
 */
record JavaContext(
    String path,
    String packageName,
    Map<String, String> singles,
    Map<String, List<String>> statics,
    List<String> wildcards,
    List<String> staticWildcards,
    String enclosing,
    Map<String, JavaType> bindings) {
  /** Outside of all files. */
  static final JavaContext PLATFORM =
      new JavaContext("", "", Map.of(), Map.of(), List.of(), List.of(), "", Map.of());

  /** The same file inside another type. */
  JavaContext in(String enclosingKey) {
    return enclosingKey.equals(enclosing) && bindings.isEmpty()
        ? this
        : new JavaContext(
            path,
            packageName,
            singles,
            statics,
            wildcards,
            staticWildcards,
            enclosingKey,
            Map.of());
  }

  /** The same place with more type variables bound, which hide those of the same name. */
  JavaContext with(Map<String, JavaType> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, JavaType> all = new HashMap<>(bindings);
    all.putAll(more);
    return new JavaContext(
        path, packageName, singles, statics, wildcards, staticWildcards, enclosing, all);
  }
}
