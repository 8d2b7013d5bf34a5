package dev.codegraph.graph.link;

import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How one language finds names: what a file offers to others, and what each of its references
 * means. Both are pure functions; a policy holds no state and is used by several threads at once.
 */
public interface LinkingPolicy {
  /** The languages whose files it links. */
  Set<Language> languages();

  /**
   * The package, module or namespace that the names of a file live in, with dots; a pure function
   * of path and facts. Empty when there is none. Qualified names are this, a dot, and the nested
   * name.
   */
  String qualifier(SourceFile file);

  /**
   * What a file at a path holds: the facts of its content, and behind them what its place adds,
   * such as a route that is named by folders. A pure function of path and facts that throws
   * nothing: what a revision holds must not depend on the way that led to it.
   */
  default FileFacts placed(String path, FileFacts facts) {
    return facts;
  }

  /** Emits the entries that a file contributes to the symbol index. */
  void declare(SourceFile file, Consumer<SymbolEntry> entries);

  /** Decides each reference of a file; exactly one outcome per reference. */
  void link(SourceFile file, ProjectView view, Outcomes outcomes);
}
