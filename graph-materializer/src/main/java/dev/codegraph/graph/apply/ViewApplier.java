package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.schemas.GraphChanged;
import dev.codegraph.schemas.Language;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Applies the changesets of one view, one after the other; keeps its scopes between them. */
public final class ViewApplier {
  private final VersionedGraph graph;
  private final FactsSource facts;
  private final Function<Language, LinkingPolicy> policies;
  private final ExecutorService pool;
  private final GraphWriter store;
  private final ScopeCache scopes;

  public ViewApplier(
      VersionedGraph graph,
      FactsSource facts,
      Function<Language, LinkingPolicy> policies,
      ExecutorService pool,
      GraphWriter store) {
    this.graph = graph;
    this.facts = facts;
    this.policies = policies;
    this.pool = pool;
    this.store = store;
    this.scopes = new ScopeCache(graph);
  }

  /** The view. */
  public VersionedGraph graph() {
    return graph;
  }

  /**
   * Begins to apply a changeset, whose facts must all be there.
   *
   * @param generation Parser, linker and settings in force.
   * @param feed Takes what the changeset does to each file.
   * @param failures Takes the files whose linking failed.
   * @param clock Milliseconds since the epoch, for the record only.
   */
  public ChangesetApplication begin(
      Changeset changeset,
      String generation,
      Consumer<GraphChanged> feed,
      Consumer<ChangesetApplication.LinkFailure> failures,
      LongSupplier clock) {
    return new ChangesetApplication(
        graph, facts, policies, changeset, generation, scopes, pool, store, feed, failures, clock);
  }
}
