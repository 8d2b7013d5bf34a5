package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import java.util.List;

/**
 * Where Go files leave their entries, and how these are read:
 *
 * <ul>
 *   <li>{@code go.def:<folder>#<name>}: what packages in a folder call by a name. Details: package
 *       clause, {@code t} for a test file, build constraint, and for a type the constraints of its
 *       type parameters.
 *   <li>{@code go.mem:<folder>:<clause>#<type>}: fields and methods of a type, and for anonymous
 *       and local types {@code go.mem:<path>#<local id>}; the same first three details. Entries of
 *       name {@value #EMBEDDED} are its embedded types.
 *   <li>{@code go.dir:<folder>}: files by file name, the type is the package clause.
 *   <li>{@code go.mod:<folder>}: the manifest there; the type is the module path, details are pairs
 *       of a replaced module and its replacement.
 *   <li>{@code go.module:<path>}: the manifest of a module; the type is its folder.
 * </ul>
 */
final class GoScopes {
  static final String EMBEDDED = "<embedded>";

  private GoScopes() {}

  static String definition(String folder, String name) {
    return "go.def:" + folder + "#" + name;
  }

  static String members(String folder, String clause, String type) {
    return "go.mem:" + folder + ":" + clause + "#" + type;
  }

  /** Members of a type that has no name in its package; the key is path, hash sign, local id. */
  static String members(String key) {
    return "go.mem:" + key;
  }

  static String files(String folder) {
    return "go.dir:" + folder;
  }

  static String manifest(String folder) {
    return "go.mod:" + folder;
  }

  static String module(String path) {
    return "go.module:" + path;
  }

  /**
   * The package clause of a file. A file that the build leaves out is a package of its own: its
   * clause gets the file name added.
   */
  static String clause(SourceFile file) {
    String clause = file.facts().packageName();
    String build = file.facts().attributes().getOrDefault(BUILD, "");
    return build.equals("ignore") || build.equals("+build ignore")
        ? clause + "!" + fileName(file)
        : clause;
  }

  /** The attribute in which the indexer keeps the build constraint. */
  static final String BUILD = "go.build";

  static boolean isTest(SourceFile file) {
    return file.path().endsWith("_test.go");
  }

  /** On what a file is built, see {@link GoBuild}. */
  static String build(SourceFile file) {
    return GoBuild.constraint(fileName(file), file.facts().attributes().getOrDefault(BUILD, ""));
  }

  static String fileName(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  static String clauseOf(Symbol symbol) {
    return symbol.entry().details().getFirst();
  }

  static boolean isTest(Symbol symbol) {
    return symbol.entry().details().get(1).equals("t");
  }

  static String buildOf(Symbol symbol) {
    return symbol.entry().details().get(2);
  }

  static List<String> constraintsOf(Symbol symbol) {
    return symbol.entry().details().subList(3, symbol.entry().details().size());
  }

  static boolean isExported(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
  }

  static String folderOf(Symbol symbol) {
    int slash = symbol.path().lastIndexOf('/');
    return slash < 0 ? "" : symbol.path().substring(0, slash);
  }
}
