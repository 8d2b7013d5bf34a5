package dev.codegraph.graph.link.golang;

import java.util.Set;

/** What is known of Go itself and of its standard library. */
final class GoStandard {
  private static final Set<String> BUILTINS =
      Set.of(
          "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make",
          "max", "min", "new", "panic", "print", "println", "real", "recover");

  /** Packages whose functions give back what they are given, so perhaps types of the project. */
  private static final Set<String> GENERIC =
      Set.of("cmp", "iter", "maps", "slices", "sync", "sync/atomic");

  private GoStandard() {}

  static boolean isBuiltin(String name) {
    return BUILTINS.contains(name);
  }

  static boolean isGeneric(String path) {
    return GENERIC.contains(path) || path.endsWith("/lo") || path.contains("golang.org/x/exp/");
  }
}
