package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one file sees of the project: packages by import path, and names in them. Answers are kept
 * while the file is linked.
 */
final class GoProject {
  private final ProjectView view;
  private final SourceFile file;
  private final String folder;
  private final String clause;
  private final boolean isTest;
  private final String build;
  private final GoModules modules;
  private final Map<String, Map<String, List<Symbol>>> definitions = new HashMap<>();
  private final Map<String, GoTypeInfo> types = new HashMap<>();
  private final Map<String, Boolean> compatible = new HashMap<>();

  GoProject(SourceFile file, ProjectView view) {
    this.view = view;
    this.file = file;
    this.folder = file.folder();
    this.clause = GoScopes.clause(file);
    this.isTest = GoScopes.isTest(file);
    this.build = GoScopes.build(file);
    this.modules = new GoModules(folder, view);
  }

  String folder() {
    return folder;
  }

  String clause() {
    return clause;
  }

  /** Folder of a package of the project; null when the path leads outside. */
  @Nullable String folderOf(String importPath) {
    return modules.folderOf(importPath);
  }

  /** Files of a package; only their names and clauses. */
  List<Symbol> files(String packageFolder) {
    return view.members(GoScopes.files(packageFolder));
  }

  @Nullable Symbol fileNamed(String packageFolder, String name) {
    List<Symbol> found = view.lookup(GoScopes.files(packageFolder), name);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** What the file's own package calls by a name. */
  List<Symbol> own(String name) {
    return definitionsIn(folder, clause, name);
  }

  /** What the package of a folder calls by a name, as far as its own files see it. */
  List<Symbol> definitionsIn(String packageFolder, String packageClause, String name) {
    List<Symbol> all = all(packageFolder, name);
    if (all.isEmpty()) {
      return all;
    }
    List<Symbol> visible = new ArrayList<>(all.size());
    for (Symbol symbol : all) {
      if (GoScopes.clauseOf(symbol).equals(packageClause) && seesTests(packageFolder, symbol)) {
        visible.add(symbol);
      }
    }
    return visible;
  }

  /**
   * What an importer of the package in a folder gets by a name.
   *
   * @param expected The package's name where it is known; empty otherwise.
   */
  List<Symbol> exported(String packageFolder, String expected, String name) {
    if (!GoScopes.isExported(name)) {
      return List.of();
    }
    List<Symbol> visible = new ArrayList<>(1);
    for (Symbol symbol : all(packageFolder, name)) {
      String of = GoScopes.clauseOf(symbol);
      if (!of.endsWith("_test")
          && of.indexOf('!') < 0
          && (expected.isEmpty() || of.equals(expected))
          && seesTests(packageFolder, symbol)) {
        visible.add(symbol);
      }
    }
    if (visible.size() > 1 && expected.isEmpty()) {
      visible.removeIf(symbol -> GoScopes.clauseOf(symbol).equals("main"));
    }
    return visible;
  }

  private boolean seesTests(String packageFolder, Symbol symbol) {
    return !GoScopes.isTest(symbol) || isTest && packageFolder.equals(folder);
  }

  private List<Symbol> all(String packageFolder, String name) {
    Map<String, List<Symbol>> known = definitions.get(packageFolder);
    if (known == null) {
      known = new HashMap<>();
      definitions.put(packageFolder, known);
    }
    List<Symbol> found = known.get(name);
    if (found == null) {
      found = view.lookup(GoScopes.definition(packageFolder, name), "");
      known.put(name, found);
    }
    return found;
  }

  /** The members of a type with a name, declared by itself. */
  List<Symbol> members(GoTypeInfo type, String name) {
    List<Symbol> found = type.members().get(name);
    if (found != null) {
      return found;
    }
    List<Symbol> all = view.lookup(type.scope(), name);
    List<Symbol> visible = all;
    for (Symbol symbol : all) {
      if (!seesTests(type.folder(), symbol)) {
        visible = new ArrayList<>(all);
        visible.removeIf(s -> !seesTests(type.folder(), s));
        break;
      }
    }
    type.members().put(name, visible);
    return visible;
  }

  /**
   * Of definitions that exclude each other those that this file can be built with: one of the file
   * itself before all others, then those under the very same build constraint.
   */
  List<Symbol> fitting(List<Symbol> symbols) {
    if (symbols.size() == 1) {
      return symbols;
    }
    List<Symbol> here = new ArrayList<>(1);
    List<Symbol> sameBuild = new ArrayList<>(1);
    List<Symbol> compatible = new ArrayList<>(symbols.size());
    for (Symbol symbol : symbols) {
      String other = GoScopes.buildOf(symbol);
      if (symbol.path().equals(file.path())) {
        here.add(symbol);
      }
      if (!build.isEmpty() && other.equals(build)) {
        sameBuild.add(symbol);
      }
      if (isCompatible(other)) {
        compatible.add(symbol);
      }
    }
    if (!here.isEmpty()) {
      return here;
    }
    if (sameBuild.size() == 1) {
      return sameBuild;
    }
    return compatible.isEmpty() ? symbols : compatible;
  }

  private boolean isCompatible(String other) {
    if (other.isEmpty()) {
      return true;
    }
    Boolean known = compatible.get(other);
    if (known == null) {
      known = GoBuild.of(build).isCompatible(GoBuild.of(other));
      compatible.put(other, known);
    }
    return known;
  }

  /** A type by the symbols that declare it; null when they declare none. */
  @Nullable GoTypeInfo typeOf(List<Symbol> symbols) {
    for (Symbol symbol : symbols) {
      EntityKind kind = symbol.entry().kind();
      if (kind.isType()) {
        String typeFolder = GoScopes.folderOf(symbol);
        String scope = GoScopes.members(typeFolder, GoScopes.clauseOf(symbol), typeName(symbol));
        GoTypeInfo known = types.get(scope);
        if (known == null) {
          known =
              new GoTypeInfo(
                  typeFolder,
                  GoScopes.clauseOf(symbol),
                  scope,
                  kind,
                  symbol.entry().type(),
                  GoScopes.constraintsOf(symbol));
          types.put(scope, known);
        }
        return known;
      }
    }
    return null;
  }

  /** The name of a top-level type; in its definition scope entries have none. */
  private static String typeName(Symbol symbol) {
    return EntityIds.nestedNameOf(symbol.entry().localId());
  }

  /** An anonymous or local type of any file by its key. */
  GoTypeInfo keyed(String key) {
    String scope = GoScopes.members(key);
    GoTypeInfo known = types.get(scope);
    if (known == null) {
      List<Symbol> self = view.lookup(scope, "");
      Symbol symbol = self.isEmpty() ? null : self.getFirst();
      String path = key.substring(0, key.indexOf('#'));
      int slash = path.lastIndexOf('/');
      known =
          new GoTypeInfo(
              slash < 0 ? "" : path.substring(0, slash),
              symbol == null ? "" : GoScopes.clauseOf(symbol),
              scope,
              symbol == null ? EntityKind.STRUCT : symbol.entry().kind(),
              symbol == null ? "" : symbol.entry().type(),
              symbol == null ? List.of() : GoScopes.constraintsOf(symbol));
      types.put(scope, known);
    }
    return known;
  }
}
