package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ImportFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Modules, names and members of the project as one file sees them. What the file itself declares is
 * answered from its own facts; every answer is kept for the file.
 */
final class PythonProject {
  private static final int MAX_DEPTH = 32;
  private static final List<String> ROOTS = List.of("src", "lib", "python");

  private final ProjectView view;
  private final String ownPath;
  private final Map<String, List<Symbol>> own = new HashMap<>();
  private final List<ImportFact> imports;

  /** Modules that the file imports from, and what they are below. */
  private final Set<String> imported = new HashSet<>();

  private final Map<String, Found> modules = new HashMap<>();
  private final Map<String, Boolean> files = new HashMap<>();
  private final Map<String, Map<String, Found>> names = new HashMap<>();

  PythonProject(SourceFile file, ProjectView view, PythonDeclarer declarer) {
    this.view = view;
    this.ownPath = file.path();
    this.imports = file.facts().imports();
    for (ImportFact fact : imports) {
      String module = fact.level() == 0 ? fact.module() : "";
      for (int dot = module.length(); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
        imported.add(module.substring(0, dot));
      }
    }
    declarer.declare(
        entry ->
            own.computeIfAbsent(entry.scope(), s -> new ArrayList<>())
                .add(new Symbol(ownPath, entry)));
  }

  private List<Symbol> find(String path, String scope, String name) {
    if (!path.equals(ownPath)) {
      return view.lookup(scope, name);
    }
    List<Symbol> found = new ArrayList<>();
    for (Symbol symbol : own.getOrDefault(scope, List.of())) {
      if (symbol.entry().name().equals(name)) {
        found.add(symbol);
      }
    }
    return found;
  }

  /** Whether there is a file of this path. */
  private boolean exists(String path) {
    return path.equals(ownPath)
        || files.computeIfAbsent(path, p -> !view.lookup(PythonScopes.file(p), "").isEmpty());
  }

  private static Symbol fileSymbol(String path) {
    return new Symbol(
        path,
        new SymbolEntry(PythonScopes.file(path), "", "", EntityKind.FILE, 0, 0, 0, "", List.of()));
  }

  /** The file of a module below a folder; the source wins over its stub. */
  private List<Symbol> below(String folder, String dotted) {
    String base = (folder.isEmpty() ? "" : folder + "/") + dotted.replace('.', '/');
    for (String candidate :
        List.of(base + "/__init__.py", base + ".py", base + "/__init__.pyi", base + ".pyi")) {
      if (exists(candidate)) {
        return List.of(fileSymbol(candidate));
      }
    }
    return List.of();
  }

  /** What a module name in an import statement of a file means. */
  Found module(String fromPath, int level, String dotted) {
    String folder = folder(fromPath);
    for (int i = 1; i < level; i++) {
      if (folder.isEmpty()) {
        return Found.none(Reason.IMPORT_NOT_FOUND);
      }
      folder = folder(folder);
    }
    String key = (level == 0 ? "" : ".") + folder + ":" + dotted;
    Found found = modules.get(key);
    if (found == null) {
      found = level == 0 ? absolute(folder, dotted) : relative(folder, dotted);
      modules.put(key, found);
    }
    return found;
  }

  private Found relative(String folder, String dotted) {
    List<Symbol> file = dotted.isEmpty() ? initOf(folder) : below(folder, dotted);
    if (!file.isEmpty()) {
      return Found.of(file, Rule.IMPORT);
    }
    return dotted.isEmpty() ? Found.namespace("/" + folder) : Found.none(Reason.IMPORT_NOT_FOUND);
  }

  private List<Symbol> initOf(String folder) {
    String base = folder.isEmpty() ? "" : folder + "/";
    for (String candidate : List.of(base + "__init__.py", base + "__init__.pyi")) {
      if (exists(candidate)) {
        return List.of(fileSymbol(candidate));
      }
    }
    return List.of();
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private boolean isPackage(String folder) {
    return !initOf(folder).isEmpty();
  }

  private Found absolute(String from, String dotted) {
    int dot = dotted.indexOf('.');
    String top = dot < 0 ? dotted : dotted.substring(0, dot);
    if (PythonStandard.MODULES.contains(top)) {
      return Found.external(dotted, Rule.EXTERNAL_IMPORT);
    }
    Map<String, String> byRoot = new LinkedHashMap<>();
    for (Symbol symbol : view.members(PythonScopes.module(dotted))) {
      String module = PythonPolicy.modulePath(symbol.path());
      int end = module.length() - dotted.length();
      String root = end <= 0 ? "" : module.substring(0, end - 1);
      String old = byRoot.get(root);
      if (old == null || old.endsWith(".pyi")) {
        byRoot.put(root, symbol.path());
      }
    }
    List<String> best = new ArrayList<>();
    int bestRank = Integer.MAX_VALUE;
    for (Map.Entry<String, String> candidate : byRoot.entrySet()) {
      int rank = rank(candidate.getKey(), from, top);
      if (rank < bestRank) {
        best.clear();
        bestRank = rank;
      }
      if (rank == bestRank && rank < Integer.MAX_VALUE) {
        best.add(candidate.getValue());
      }
    }
    if (best.isEmpty()) {
      return missing(from, dotted, top);
    }
    return Found.of(best.stream().map(PythonProject::fileSymbol).toList(), Rule.IMPORT);
  }

  /**
   * How likely a folder is the root that a file's imports start from: its own folders from the
   * inside out, source roots beside them, then other folders that hold the package. A folder that
   * is a package itself is no root.
   */
  private int rank(String root, String from, String top) {
    if (isPackage(root)) {
      return Integer.MAX_VALUE;
    }
    if (root.isEmpty() || from.equals(root) || from.startsWith(root + "/")) {
      int distance = from.length() - root.length();
      return distance;
    }
    String last = root.substring(root.lastIndexOf('/') + 1);
    String beside = folder(root);
    boolean near = beside.isEmpty() || from.equals(beside) || from.startsWith(beside + "/");
    if (ROOTS.contains(last) && near) {
      return 10_000 + from.length() - beside.length();
    }
    if (isPackage(root + "/" + top)) {
      return near ? 20_000 : ROOTS.contains(last) ? 30_000 : 40_000;
    }
    return Integer.MAX_VALUE;
  }

  /** A module that is nowhere: a package without a file, a missing part of ours, or external. */
  private Found missing(String from, String dotted, String top) {
    if (!dotted.equals(top)) {
      if (!absolute(from, top).symbols().isEmpty()) {
        return Found.none(Reason.IMPORT_NOT_FOUND);
      }
    }
    return Found.external(dotted, Rule.EXTERNAL_IMPORT);
  }

  /** What a name means at the top level of a file of the project. */
  Found name(String path, String name) {
    return name(path, name, new HashSet<>());
  }

  private Found name(String path, String name, Set<String> visited) {
    Map<String, Found> known = names.computeIfAbsent(path, p -> new HashMap<>());
    Found found = known.get(name);
    if (found == null) {
      if (!visited.add(path + ":" + name)) {
        // A package that imports a name from itself means the module of that name.
        return part(path, name);
      }
      if (visited.size() > MAX_DEPTH) {
        return Found.none(Reason.TOO_DEEP);
      }
      found = search(path, name, visited);
      if (visited.size() == 1 || !found.isNone()) {
        known.put(name, found);
      }
    }
    return found;
  }

  private Found search(String path, String name, Set<String> visited) {
    List<Symbol> definitions = new ArrayList<>();
    List<Symbol> imports = new ArrayList<>();
    for (Symbol symbol : find(path, PythonScopes.name(path, name), name)) {
      (symbol.entry().kind() == EntityKind.FILE ? imports : definitions).add(symbol);
    }
    if (!definitions.isEmpty()) {
      List<Symbol> chosen = choose(definitions);
      return Found.of(
          chosen, chosen.size() == 1 && imports.isEmpty() ? Rule.SAME_FILE : Rule.CANDIDATES);
    }
    if (!imports.isEmpty()) {
      return imported(path, imports, visited);
    }
    Found everything = wildcard(path, name, visited);
    if (everything != null) {
      return everything;
    }
    return part(path, name);
  }

  /** The module of a name in the folder of a package. */
  private Found part(String path, String name) {
    String folder = folder(path);
    boolean isPackage = PythonPolicy.modulePath(path).equals(folder);
    List<Symbol> file = isPackage ? below(folder, name) : List.of();
    return file.isEmpty() ? Found.none(Reason.NOT_VISIBLE) : Found.of(file, Rule.MODULE_MEMBER);
  }

  private Found imported(String path, List<Symbol> imports, Set<String> visited) {
    Found best = null;
    for (Symbol symbol : imports) {
      List<String> details = symbol.entry().details();
      Found found =
          imported(path, Integer.parseInt(details.get(0)), details.get(1), details.get(2), visited);
      if (best == null || (best.symbols().isEmpty() && !found.symbols().isEmpty())) {
        best = found;
      } else if (best.isNone() && !found.isNone()) {
        best = found;
      } else if (!best.symbols().isEmpty()
          && !found.symbols().isEmpty()
          && !sameTargets(best, found)) {
        List<Symbol> all = new ArrayList<>(best.symbols());
        for (Symbol other : found.symbols()) {
          if (all.stream().noneMatch(s -> same(s, other))) {
            all.add(other);
          }
        }
        best = Found.of(all, Rule.CANDIDATES);
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  private static boolean sameTargets(Found a, Found b) {
    return b.symbols().stream().allMatch(x -> a.symbols().stream().anyMatch(y -> same(x, y)));
  }

  static boolean same(Symbol a, Symbol b) {
    return a.path().equals(b.path()) && a.entry().localId().equals(b.entry().localId());
  }

  /** What {@code from module import name} or {@code import module} in a file brings. */
  Found imported(String path, int level, String module, String name) {
    return imported(path, level, module, name, new HashSet<>());
  }

  private Found imported(String path, int level, String module, String name, Set<String> visited) {
    Found from = module(path, level, module);
    if (name.isEmpty()) {
      if (from.external().equals(module)
          && !PythonStandard.isStandard(module)
          && hasParts(path, module)) {
        return Found.namespace(module);
      }
      return from;
    }
    if (!from.namespace().isEmpty()) {
      Found part = part(from.namespace(), path, name);
      return part.isNone() ? Found.none(Reason.IMPORT_NOT_FOUND) : part;
    }
    if (!from.external().isEmpty()) {
      if (!PythonStandard.isStandard(module)) {
        Found part = module(path, 0, module + "." + name);
        if (!part.symbols().isEmpty()) {
          return part;
        }
      }
      return Found.external(from.external() + "#" + name, Rule.EXTERNAL_IMPORT);
    }
    if (from.symbols().size() != 1) {
      return from.isNone() ? from : Found.none(Reason.IMPORT_NOT_FOUND);
    }
    String target = from.symbols().getFirst().path();
    Found found = name(target, name, visited);
    if (found.isNone()) {
      return found.reason() == Reason.TOO_DEEP ? found : Found.none(Reason.IMPORT_NOT_FOUND);
    }
    boolean direct =
        found.symbols().stream()
            .allMatch(s -> s.path().equals(target) || s.entry().kind() == EntityKind.FILE);
    if (!found.external().isEmpty() || found.rule() == Rule.CANDIDATES) {
      return found;
    }
    return found.by(direct ? Rule.IMPORT : Rule.REEXPORT);
  }

  /** Whether imports of the file name modules of the project below a name that has no file. */
  private boolean hasParts(String path, String dotted) {
    if (!path.equals(ownPath)) {
      return false;
    }
    for (ImportFact fact : imports) {
      if (fact.level() == 0
          && fact.module().startsWith(dotted + ".")
          && !module(path, 0, fact.module()).symbols().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A module below a package that has no file. */
  Found part(String namespace, String path, String name) {
    if (namespace.startsWith("/")) {
      List<Symbol> file = below(namespace.substring(1), name);
      return file.isEmpty() ? Found.none(Reason.NOT_VISIBLE) : Found.of(file, Rule.IMPORT);
    }
    Found found = module(path, 0, namespace + "." + name);
    if (!found.symbols().isEmpty()) {
      return found.by(Rule.MODULE_MEMBER);
    }
    return hasParts(path, namespace + "." + name)
        ? Found.namespace(namespace + "." + name)
        : Found.none(Reason.NOT_VISIBLE);
  }

  private @Nullable Found wildcard(String path, String name, Set<String> visited) {
    for (Symbol symbol : find(path, PythonScopes.file(path), "*")) {
      List<String> details = symbol.entry().details();
      Found module = module(path, Integer.parseInt(details.get(0)), details.get(1));
      if (module.symbols().size() != 1) {
        continue;
      }
      String target = module.symbols().getFirst().path();
      if (!offers(target, name)) {
        continue;
      }
      Found found = name(target, name, visited);
      if (!found.isNone()) {
        return found.external().isEmpty() && found.rule() != Rule.CANDIDATES
            ? found.by(Rule.WILDCARD_IMPORT)
            : found;
      }
    }
    return null;
  }

  /** Whether importing everything of a file brings a name. */
  private boolean offers(String path, String name) {
    List<Symbol> file = find(path, PythonScopes.file(path), "");
    List<String> exports = file.isEmpty() ? List.of() : file.getFirst().entry().details();
    return exports.isEmpty()
        ? !name.startsWith("_")
        : exports.contains(name) || exports.contains("*");
  }

  /** The definitions that count: implementations rather than overloads, getters of properties. */
  static List<Symbol> choose(List<Symbol> definitions) {
    if (definitions.size() == 1) {
      return definitions;
    }
    List<Symbol> kept = new ArrayList<>();
    for (Symbol symbol : definitions) {
      if (!symbol.entry().details().get(1).contains("o")) {
        kept.add(symbol);
      }
    }
    if (kept.isEmpty()) {
      return List.of(definitions.getFirst());
    }
    Symbol first = kept.getFirst();
    if (dev.codegraph.schemas.Modifier.ACCESSOR.in(first.entry().modifiers())) {
      return List.of(first);
    }
    return kept;
  }

  /** Own members of a class by name, those that count. */
  List<Symbol> members(String path, String type, String name) {
    List<Symbol> found = find(path, PythonScopes.type(path, type), name);
    return found.isEmpty() ? found : choose(found);
  }

  /** The class around a class, then its bases as written. */
  List<String> bases(String path, String type) {
    List<Symbol> found = find(path, PythonScopes.type(path, type), "");
    return found.isEmpty() ? List.of("") : found.getFirst().entry().details();
  }

  String ownPath() {
    return ownPath;
  }

  /** Whether an import of the file names this module or one below it. */
  boolean importsModule(String dotted) {
    return imported.contains(dotted);
  }
}
