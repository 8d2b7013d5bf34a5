package dev.codegraph.graph.link;

import java.util.HashSet;
import java.util.List;

/** The outcomes of one file's references; fails when a reference gets two or none. */
final class RecordedOutcomes implements Outcomes {
  private final SourceFile file;
  private final Outcome[] outcomes;

  private RecordedOutcomes(SourceFile file) {
    this.file = file;
    this.outcomes = new Outcome[file.facts().references().size()];
  }

  /** Links a file. */
  static List<Outcome> of(SourceFile file, ProjectView view) {
    RecordedOutcomes recorded = new RecordedOutcomes(file);
    LinkingPolicies.of(file.language()).link(file, view, recorded);
    for (int i = 0; i < recorded.outcomes.length; i++) {
      if (recorded.outcomes[i] == null) {
        throw new AssertionError("no outcome for " + recorded.place(i));
      }
    }
    return List.of(recorded.outcomes);
  }

  @Override
  public void resolved(int reference, Symbol target, Rule rule) {
    set(reference, new Outcome.Resolved(target.path(), target.entry().localId(), rule));
  }

  @Override
  public void resolvedHere(int reference, int entity, Rule rule) {
    set(reference, new Outcome.Resolved(file.path(), file.localId(entity), rule));
  }

  @Override
  public void ambiguous(int reference, List<Symbol> candidates, Rule rule) {
    if (candidates.size() < 2 || new HashSet<>(candidates).size() != candidates.size()) {
      throw new AssertionError("not several candidates for " + place(reference) + candidates);
    }
    set(reference, new Outcome.Ambiguous(List.copyOf(candidates), rule));
  }

  @Override
  public void external(int reference, String symbol, Rule rule) {
    set(reference, new Outcome.External(symbol, rule));
  }

  @Override
  public void unresolved(int reference, Reason reason) {
    set(reference, new Outcome.Unresolved(reason));
  }

  private void set(int reference, Outcome outcome) {
    if (outcomes[reference] != null) {
      throw new AssertionError("a second outcome for " + place(reference) + ": " + outcome);
    }
    outcomes[reference] = outcome;
  }

  private String place(int reference) {
    return file.path() + " " + file.facts().references().get(reference);
  }
}
