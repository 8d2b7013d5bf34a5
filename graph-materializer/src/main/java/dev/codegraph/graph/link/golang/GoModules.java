package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where import paths lead, seen from one folder: through the nearest manifest above, what that one
 * replaces, and the other modules of the project.
 */
final class GoModules {
  /** First elements of the standard library's import paths. */
  private static final Set<String> STANDARD =
      Set.of(
          "archive",
          "arena",
          "bufio",
          "builtin",
          "bytes",
          "cmp",
          "compress",
          "container",
          "context",
          "crypto",
          "database",
          "debug",
          "embed",
          "encoding",
          "errors",
          "expvar",
          "flag",
          "fmt",
          "go",
          "hash",
          "html",
          "image",
          "index",
          "internal",
          "io",
          "iter",
          "log",
          "maps",
          "math",
          "mime",
          "net",
          "os",
          "path",
          "plugin",
          "reflect",
          "regexp",
          "runtime",
          "slices",
          "sort",
          "strconv",
          "strings",
          "structs",
          "sync",
          "syscall",
          "testing",
          "text",
          "time",
          "unicode",
          "unique",
          "unsafe",
          "weak",
          "C");

  private final ProjectView view;
  private final String folder;
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, @Nullable String> modules = new HashMap<>();
  private @Nullable Symbol manifest;
  private boolean looked;

  GoModules(String folder, ProjectView view) {
    this.folder = folder;
    this.view = view;
  }

  /** Folder of the package with an import path; null when the project does not hold it. */
  @Nullable String folderOf(String importPath) {
    String found = known.get(importPath);
    if (found == null) {
      String sought = seek(importPath);
      found = sought == null ? OUTSIDE : sought;
      known.put(importPath, found);
    }
    return found.equals(OUTSIDE) ? null : found;
  }

  /** No folder is called this. */
  private static final String OUTSIDE = "//";

  private @Nullable String seek(String importPath) {
    if (importPath.isEmpty() || importPath.startsWith("./") || importPath.startsWith("../")) {
      return importPath.isEmpty() ? null : join(folder, importPath);
    }
    Symbol own = manifest();
    if (own != null) {
      String root = folderOf(own);
      String replaced = replaced(own, root, importPath);
      if (replaced != null) {
        return replaced;
      }
    }
    String first = firstElement(importPath);
    if (STANDARD.contains(first)) {
      String module = "std";
      String root =
          own != null && own.entry().type().equals(module) ? folderOf(own) : moduleFolder(module);
      return root == null || importPath.equals("C") ? null : join(root, importPath);
    }
    // The longest module path that the import path begins with, as nested modules are their own.
    String prefix = importPath;
    while (true) {
      String root =
          own != null && own.entry().type().equals(prefix) ? folderOf(own) : moduleFolder(prefix);
      if (root != null) {
        return prefix.equals(importPath)
            ? root
            : join(root, importPath.substring(prefix.length() + 1));
      }
      int slash = prefix.lastIndexOf('/');
      if (slash < 0) {
        return null;
      }
      prefix = prefix.substring(0, slash);
    }
  }

  private static @Nullable String replaced(Symbol own, String root, String importPath) {
    List<String> pairs = own.entry().details();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      String module = pairs.get(i);
      boolean inside =
          importPath.equals(module)
              || importPath.startsWith(module) && importPath.charAt(module.length()) == '/';
      String with = pairs.get(i + 1);
      if (inside && (with.startsWith("./") || with.startsWith("../"))) {
        String rest = importPath.substring(module.length());
        return join(root, with + rest);
      }
    }
    return null;
  }

  private @Nullable String moduleFolder(String path) {
    if (!modules.containsKey(path)) {
      List<Symbol> found = view.lookup(GoScopes.module(path), "");
      modules.put(path, found.size() == 1 ? found.getFirst().entry().type() : null);
    }
    return modules.get(path);
  }

  /** The manifest of the nearest folder above that has one. */
  private @Nullable Symbol manifest() {
    if (!looked) {
      looked = true;
      String at = folder;
      while (manifest == null) {
        List<Symbol> found = view.lookup(GoScopes.manifest(at), "");
        if (!found.isEmpty()) {
          manifest = found.getFirst();
        } else if (at.isEmpty()) {
          return null;
        } else {
          int slash = at.lastIndexOf('/');
          at = slash < 0 ? "" : at.substring(0, slash);
        }
      }
    }
    return manifest;
  }

  private static String folderOf(Symbol symbol) {
    return GoScopes.folderOf(symbol);
  }

  static String firstElement(String importPath) {
    int slash = importPath.indexOf('/');
    return slash < 0 ? importPath : importPath.substring(0, slash);
  }

  /** A path seen from a folder, without its dots; one that leaves the repository stays outside. */
  private static String join(String root, String path) {
    java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
    String whole = root.isEmpty() ? path : root + "/" + path;
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return OUTSIDE;
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
