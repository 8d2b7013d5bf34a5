package dev.codegraph.graph.link;

import java.util.List;

/**
 * Takes the outcome of each reference: exactly one call per reference, in any order. Additional
 * dispatch candidates of a resolved call may be added beside its outcome.
 */
public interface Outcomes {
  /** The reference means this definition. */
  void resolved(int reference, Symbol target, Rule rule);

  /** The reference means this entity of the same file. */
  void resolvedHere(int reference, int entity, Rule rule);

  /** The reference means one of these, at least two; each target is listed once. */
  void ambiguous(int reference, List<Symbol> candidates, Rule rule);

  /**
   * The reference means something outside the project, written as package coordinate and symbol.
   */
  void external(int reference, String symbol, Rule rule);

  /** The reference was not resolved. */
  void unresolved(int reference, Reason reason);
}
