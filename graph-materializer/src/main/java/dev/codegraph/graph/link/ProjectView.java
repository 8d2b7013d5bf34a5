package dev.codegraph.graph.link;

import java.util.List;

/**
 * The project as one file's linking sees it: the only way to learn anything outside the file. Every
 * question is recorded with its answer, misses included; the file is linked again when one of its
 * answers changes. Ask only what matters: a question too many links the file again for nothing.
 */
public interface ProjectView {
  /** The entries of a scope that have this name, sorted by path, in file order; empty for none. */
  List<Symbol> lookup(String scope, String name);

  /** All entries of a scope, sorted by path, in file order; empty for none. */
  List<Symbol> members(String scope);
}
