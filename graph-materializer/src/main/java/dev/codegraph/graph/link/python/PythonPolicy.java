package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Language;
import java.util.Set;
import java.util.function.Consumer;

/** How names of Python are found. */
public final class PythonPolicy implements LinkingPolicy {
  private static final Set<String> ROOTS = Set.of("src", "lib", "python");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.PYTHON, Language.NOTEBOOK);
  }

  /** The dotted path from the likeliest source root: what follows the last folder named so. */
  @Override
  public String qualifier(SourceFile file) {
    String[] parts = modulePath(file.path()).split("/");
    int from = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      if (ROOTS.contains(parts[i])) {
        from = i + 1;
      }
    }
    return String.join(".", java.util.Arrays.asList(parts).subList(from, parts.length));
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    new PythonDeclarer(file).declare(entries);
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    new PythonLinking(file, view, outcomes).link();
  }

  /** A path without its ending, and without the file name of a package. */
  static String modulePath(String path) {
    int dot = path.lastIndexOf('.');
    String bare = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    if (bare.equals("__init__")) {
      return "";
    }
    return bare.endsWith("/__init__") ? bare.substring(0, bare.length() - 9) : bare;
  }
}
