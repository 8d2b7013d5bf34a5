package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.OutcomeCounts;
import dev.codegraph.graph.store.Resolution;
import dev.codegraph.graph.store.UnresolvedReference;
import dev.codegraph.schemas.EdgeKind;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of one file's references, checked: each reference has exactly one. Turns them into
 * edges in source order.
 */
final class CollectedOutcomes implements Outcomes {
  private sealed interface Outcome {
    record To(String path, String localId, Rule rule) implements Outcome {}

    record OneOf(List<Symbol> candidates, Rule rule) implements Outcome {}

    record Outside(String symbol, Rule rule) implements Outcome {}

    record None(Reason reason) implements Outcome {}
  }

  private final SourceFile file;
  private final List<ReferenceFact> references;
  private final @Nullable Outcome[] outcomes;

  CollectedOutcomes(SourceFile file) {
    this.file = file;
    this.references = file.facts().references();
    this.outcomes = new Outcome[references.size()];
  }

  @Override
  public void resolved(int reference, Symbol target, Rule rule) {
    set(reference, new Outcome.To(target.path(), target.entry().localId(), rule));
  }

  @Override
  public void resolvedHere(int reference, int entity, Rule rule) {
    set(reference, new Outcome.To(file.path(), file.localId(entity), rule));
  }

  @Override
  public void ambiguous(int reference, List<Symbol> candidates, Rule rule) {
    if (candidates.size() < 2) {
      throw new IllegalArgumentException("ambiguous means at least two candidates");
    }
    set(reference, new Outcome.OneOf(candidates, rule));
  }

  @Override
  public void external(int reference, String symbol, Rule rule) {
    set(reference, new Outcome.Outside(symbol, rule));
  }

  @Override
  public void unresolved(int reference, Reason reason) {
    set(reference, new Outcome.None(reason));
  }

  private void set(int reference, Outcome outcome) {
    if (outcomes[reference] != null) {
      throw new IllegalStateException(
          file.path() + ": reference " + reference + " was given two outcomes");
    }
    outcomes[reference] = outcome;
  }

  /** What a file's references became. */
  record Linked(List<Edge> edges, List<UnresolvedReference> unresolved, OutcomeCounts counts) {}

  /**
   * The edges and what stayed unresolved.
   *
   * @throws IllegalStateException when a reference has no outcome: nothing may get lost
   */
  Linked collect() {
    List<Edge> edges = new ArrayList<>(outcomes.length);
    List<UnresolvedReference> unresolved = new ArrayList<>();
    long resolved = 0;
    long ambiguous = 0;
    long external = 0;
    for (int i = 0; i < outcomes.length; i++) {
      ReferenceFact reference = references.get(i);
      Outcome outcome = outcomes[i];
      if (outcome == null) {
        throw new IllegalStateException(
            file.path() + ": reference " + i + " (" + reference.name() + ") has no outcome");
      }
      switch (outcome) {
        case Outcome.To to -> {
          edges.add(edge(reference, Resolution.RESOLVED, to.rule(), to.path(), to.localId()));
          resolved++;
        }
        case Outcome.OneOf oneOf -> {
          for (Symbol symbol : oneOf.candidates()) {
            edges.add(
                edge(
                    reference,
                    Resolution.AMBIGUOUS,
                    oneOf.rule(),
                    symbol.path(),
                    symbol.entry().localId()));
          }
          ambiguous++;
        }
        case Outcome.Outside outside -> {
          edges.add(edge(reference, Resolution.EXTERNAL, outside.rule(), null, outside.symbol()));
          external++;
        }
        case Outcome.None none ->
            unresolved.add(
                new UnresolvedReference(
                    reference.role(),
                    reference.name(),
                    file.localId(reference.owner()),
                    reference.line(),
                    reference.column(),
                    reference.argumentCount(),
                    none.reason()));
      }
    }
    return new Linked(
        edges, unresolved, new OutcomeCounts(resolved, ambiguous, external, unresolved.size(), 0));
  }

  private Edge edge(
      ReferenceFact reference, Resolution resolution, Rule rule, @Nullable String path, String to) {
    return new Edge(
        EdgeKind.of(reference.role()),
        file.localId(reference.owner()),
        reference.line(),
        reference.column(),
        resolution,
        rule,
        path,
        to);
  }
}
