package dev.codegraph.graph.link.ecmascript;

import java.util.List;

/** The scopes of the symbol index that this language uses, and the parts of paths they are of. */
final class EsKeys {
  /** Endings of source files in the order in which a specifier without one finds them. */
  static final List<String> ENDINGS =
      List.of("ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts", "d.ts", "d.mts", "d.cts");

  private EsKeys() {}

  /** Files whose paths differ in their ending only; the name is the ending. */
  static String stem(String stem) {
    return "js.stem:" + stem;
  }

  /** The imports of a file. */
  static String context(String path) {
    return "js.context:" + path;
  }

  /** What a file declares at its top level, or in a namespace, under a nested name. */
  static String name(String path, String nested) {
    return "js.name:" + path + "#" + nested;
  }

  /** What a file exports under a name. */
  static String export(String path, String name) {
    return "js.export:" + path + "#" + name;
  }

  /** Modules from which a file exports everything. */
  static String stars(String path) {
    return "js.stars:" + path;
  }

  /** Files that export a name themselves. */
  static String exporters(String name) {
    return "js.exporter:" + name;
  }

  /** Files that export everything of what a path without ending means. */
  static String starred(String stem) {
    return "js.starred:" + stem;
  }

  /** Members of something that a file declares. */
  static String members(String path, String nested) {
    return "js.member:" + path + "#" + nested;
  }

  /** Declarations that all files see. */
  static String global(String name) {
    return "js.global:" + name;
  }

  /** Ambient modules of a name. */
  static String ambient(String module) {
    return "js.ambient:" + module;
  }

  /** Packages of a name. */
  static String npm(String name) {
    return "js.package:" + name;
  }

  /** The package whose manifest lies in a folder. */
  static String npmAt(String folder) {
    return "js.package-at:" + folder;
  }

  /** Compiler options at a path. */
  static String config(String path) {
    return "js.config:" + path;
  }

  /** The ending of a source file without its dot; empty when it has none of ours. */
  static String ending(String path) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    if (dot <= slash) {
      return "";
    }
    int before = path.lastIndexOf('.', dot - 1);
    if (before > slash && path.startsWith(".d.", before)) {
      String declaration = path.substring(before + 1);
      if (ENDINGS.contains(declaration)) {
        return declaration;
      }
    }
    String ending = path.substring(dot + 1);
    return ENDINGS.contains(ending) ? ending : "";
  }

  /** The path without its ending. */
  static String stemOf(String path) {
    String ending = ending(path);
    return ending.isEmpty() ? path : path.substring(0, path.length() - ending.length() - 1);
  }

  /** The folder of a path; empty for the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** A path in a folder with its dots resolved; null when it leaves the repository. */
  static @org.jspecify.annotations.Nullable String join(String folder, String relative) {
    java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
    if (!folder.isEmpty() && !relative.startsWith("/")) {
      for (String part : folder.split("/")) {
        parts.addLast(part);
      }
    }
    for (String part : relative.split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            return null;
          }
        }
        default -> parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
