package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The project seen from one file. What the file itself declares is answered without asking the
 * view, so that it does not depend on itself.
 */
final class EsProject {
  private static final int MAX_REEXPORTS = 32;
  private static final int MAX_VISITED = 4_000;
  private static final int MAX_EXPORTERS = 32;

  /** Stars of a file from which on it is cheaper to begin at those who export a name. */
  private static final int MANY_STARS = 4;

  private final String path;
  private final ProjectView view;
  private final EsModulePaths modules;
  private final Map<String, List<Symbol>> own = new HashMap<>();
  private final Map<String, Map<String, List<Symbol>>> ownMembers = new HashMap<>();
  private final Map<String, List<EsValue>> exports = new HashMap<>();

  EsProject(SourceFile file, LocalBindings bindings, ProjectView view) {
    this.path = file.path();
    this.view = view;
    this.modules = new EsModulePaths(view);
    for (Map.Entry<String, List<SymbolEntry>> scope :
        EcmaScriptPolicy.own(file, bindings).entrySet()) {
      List<Symbol> symbols = new ArrayList<>(scope.getValue().size());
      scope.getValue().forEach(entry -> symbols.add(new Symbol(path, entry)));
      own.put(scope.getKey(), symbols);
    }
  }

  @Nullable EsValue module(String from, String specifier) {
    return modules.resolve(from, specifier);
  }

  /** The file itself as a symbol. */
  Symbol file(String of) {
    return new Symbol(of, EcmaScriptPolicy.Declaring.plain(EsKeys.stem(of), "", List.of()));
  }

  /** Declarations of a file under a nested name. */
  List<Symbol> names(String of, String nested) {
    String scope = EsKeys.name(of, nested);
    return of.equals(path) ? own.getOrDefault(scope, List.of()) : view.lookup(scope, "");
  }

  /** Members of something that a file declares. */
  List<Symbol> members(String of, String nested, String name) {
    String scope = EsKeys.members(of, nested);
    if (!of.equals(path)) {
      return view.lookup(scope, name);
    }
    return ownMembers
        .computeIfAbsent(
            scope,
            key -> {
              Map<String, List<Symbol>> byName = new HashMap<>();
              for (Symbol symbol : own.getOrDefault(key, List.of())) {
                byName.computeIfAbsent(symbol.entry().name(), n -> new ArrayList<>(1)).add(symbol);
              }
              return byName;
            })
        .getOrDefault(name, List.of());
  }

  /** Declarations that every file sees. */
  List<Symbol> globals(String name) {
    return view.lookup(EsKeys.global(name), "");
  }

  /** What an import of a file binds a local name to; empty when nothing is imported so. */
  List<EsValue> imported(String of, String local) {
    for (Symbol context :
        of.equals(path)
            ? own.getOrDefault(EsKeys.context(of), List.of())
            : view.lookup(EsKeys.context(of), "")) {
      for (String line : context.entry().details()) {
        if (line.startsWith(local) && line.startsWith("\t", local.length())) {
          int tab = line.indexOf('\t', local.length() + 1);
          String module = line.substring(local.length() + 1, tab);
          return importOf(of, module, line.substring(tab + 1));
        }
      }
    }
    return List.of();
  }

  /** Whether an import of a file binds a local name, found or not. */
  boolean imports(String of, String local) {
    for (Symbol context :
        of.equals(path)
            ? own.getOrDefault(EsKeys.context(of), List.of())
            : view.lookup(EsKeys.context(of), "")) {
      for (String line : context.entry().details()) {
        if (line.startsWith(local) && line.startsWith("\t", local.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a name of a module is, imported by a file; an empty name is the module itself. */
  List<EsValue> importOf(String from, String specifier, String name) {
    EsValue module = module(from, specifier);
    if (module == null) {
      return List.of();
    }
    return name.isEmpty() || name.equals("*") ? List.of(module) : exports(module, name);
  }

  /** What a module exports under a name. */
  List<EsValue> exports(EsValue module, String name) {
    return switch (module) {
      case EsValue.External external -> List.of(external.member(name));
      case EsValue.Ambient ambient -> {
        List<EsValue> found = new ArrayList<>();
        members(ambient.path(), ambient.nested(), name)
            .forEach(symbol -> found.add(new EsValue.Named(symbol)));
        yield found;
      }
      case EsValue.Module file -> {
        String key = file.path() + "#" + name;
        List<EsValue> known = exports.get(key);
        if (known == null) {
          known = find(file.path(), name, new HashSet<>(), 0);
          exports.put(key, known);
        }
        yield known;
      }
      default -> List.of();
    };
  }

  /** What a module is when it is called itself; null when it is nothing but its exports. */
  @Nullable EsValue whole(EsValue.Module module) {
    EsValue.Module at = module;
    for (int i = 0; i < MAX_REEXPORTS; i++) {
      EsValue value = EsTypes.only(exports(at, "export="));
      if (!(value instanceof EsValue.Module next)) {
        return value;
      }
      at = next;
    }
    return null;
  }

  private List<EsValue> find(String of, String name, Set<String> seen, int depth) {
    if (depth > MAX_REEXPORTS || seen.size() > MAX_VISITED || !seen.add(of + "#" + name)) {
      return List.of();
    }
    List<EsValue> found = direct(of, name, seen, depth);
    if (!found.isEmpty()) {
      return found;
    }
    if (!name.equals("default")) {
      found = stars(of, name, seen, depth);
      if (!found.isEmpty()) {
        return found;
      }
    }
    List<EsValue> whole = direct(of, "export=", seen, depth);
    if (name.equals("default")) {
      return whole;
    }
    for (EsValue value : whole) {
      List<EsValue> members =
          switch (value) {
            case EsValue.Named named -> {
              SymbolEntry entry = named.symbol().entry();
              boolean makes =
                  entry.kind() == EntityKind.CLASS || entry.kind() == EntityKind.FUNCTION;
              List<EsValue> all = new ArrayList<>();
              for (Symbol member : members(named.symbol().path(), EsInfo.nested(entry), name)) {
                if (!makes || EsTypes.isOfItself(member.entry())) {
                  all.add(new EsValue.Named(member));
                }
              }
              yield all;
            }
            case EsValue.Module module -> find(module.path(), name, seen, depth + 1);
            case EsValue.External external -> List.of(external.member(name));
            default -> List.of();
          };
      if (!members.isEmpty()) {
        return members;
      }
    }
    return List.of();
  }

  private List<EsValue> direct(String of, String name, Set<String> seen, int depth) {
    String scope = EsKeys.export(of, name);
    List<Symbol> entries =
        of.equals(path) ? own.getOrDefault(scope, List.of()) : view.lookup(scope, "");
    List<EsValue> found = new ArrayList<>(entries.size());
    for (Symbol symbol : entries) {
      SymbolEntry entry = symbol.entry();
      if (!entry.localId().isEmpty()) {
        found.add(new EsValue.Named(symbol));
        continue;
      }
      String module = entry.details().get(0);
      String imported = entry.details().get(1);
      EsValue from = module(of, module);
      if (from == null) {
        continue;
      }
      if (imported.isEmpty() || imported.equals("*")) {
        found.add(from);
      } else if (from instanceof EsValue.Module file) {
        found.addAll(find(file.path(), imported, seen, depth + 1));
      } else {
        found.addAll(exports(from, imported));
      }
    }
    return found;
  }

  private List<EsValue> stars(String of, String name, Set<String> seen, int depth) {
    String scope = EsKeys.stars(of);
    List<Symbol> stars = of.equals(path) ? own.getOrDefault(scope, List.of()) : view.members(scope);
    if (stars.size() >= MANY_STARS) {
      List<EsValue> found = exporters(of, name, seen, depth);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return stars(of, stars, name, seen, depth);
  }

  /**
   * The same the other way round: from the few files that export the name to the barrel, instead of
   * through everything that the barrel holds.
   */
  private List<EsValue> exporters(String of, String name, Set<String> seen, int depth) {
    List<EsValue> found = new ArrayList<>(1);
    Set<String> tried = new HashSet<>();
    for (Symbol exporter : view.lookup(EsKeys.exporters(name), "")) {
      if (tried.size() > MAX_EXPORTERS) {
        return List.of();
      }
      if (!exporter.path().equals(of)
          && tried.add(exporter.path())
          && isStarred(exporter.path(), of)) {
        for (EsValue value : find(exporter.path(), name, seen, depth + 1)) {
          if (!found.contains(value)) {
            found.add(value);
          }
        }
      }
    }
    return found;
  }

  /** Whether everything of a file is exported again by another, directly or through others. */
  private boolean isStarred(String exporter, String by) {
    Set<String> reached = new HashSet<>(Set.of(exporter));
    List<String> todo = new ArrayList<>(reached);
    while (!todo.isEmpty() && reached.size() <= MAX_EXPORTERS) {
      String at = todo.removeLast();
      String stem = EsKeys.stemOf(at);
      List<Symbol> barrels = new ArrayList<>(view.lookup(EsKeys.starred(stem), ""));
      if (stem.endsWith("/index")) {
        barrels.addAll(view.lookup(EsKeys.starred(EsKeys.folder(stem)), ""));
      }
      for (Symbol barrel : barrels) {
        String specifier = barrel.entry().details().getFirst();
        boolean meant =
            !reached.contains(barrel.path())
                && module(barrel.path(), specifier) instanceof EsValue.Module file
                && file.path().equals(at);
        if (meant) {
          if (barrel.path().equals(by)) {
            return true;
          }
          reached.add(barrel.path());
          todo.add(barrel.path());
        }
      }
    }
    return false;
  }

  private List<EsValue> stars(
      String of, List<Symbol> stars, String name, Set<String> seen, int depth) {
    List<EsValue> found = new ArrayList<>(1);
    EsValue outside = null;
    int outsides = 0;
    for (Symbol star : stars) {
      EsValue module = module(of, star.entry().name());
      switch (module) {
        case EsValue.Module file -> {
          for (EsValue value : find(file.path(), name, seen, depth + 1)) {
            if (!found.contains(value)) {
              found.add(value);
            }
          }
        }
        case EsValue.External external -> {
          outside = external.member(name);
          outsides++;
        }
        case null, default -> {}
      }
    }
    return found.isEmpty() && outside != null && outsides == 1 ? List.of(outside) : found;
  }
}
