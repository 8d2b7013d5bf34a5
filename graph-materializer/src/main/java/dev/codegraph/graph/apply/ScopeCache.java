package dev.codegraph.graph.apply;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.codegraph.graph.store.VersionedGraph;
import java.util.Collection;

/**
 * The scopes of a view at the number that is being applied, as many as fit a bound. Between
 * changesets only the scopes that a changeset touched are forgotten.
 */
final class ScopeCache {
  private static final long MAX_BYTES = 96L * 1024 * 1024;

  private final VersionedGraph graph;
  private final Cache<String, ScopeAnswers> answers =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((String scope, ScopeAnswers a) -> scope.length() + a.weight())
          .executor(Runnable::run)
          .build();
  private volatile long number;

  ScopeCache(VersionedGraph graph) {
    this.graph = graph;
  }

  /** Moves to a number, at which only these scopes differ from the one before. */
  void advance(long to, Collection<String> touched) {
    if (to == number || to == number + 1) {
      answers.invalidateAll(touched);
    } else {
      answers.invalidateAll();
    }
    number = to;
  }

  /** Forgets everything: what was read may not be what will be true. */
  void clear() {
    answers.invalidateAll();
    number = -1;
  }

  ScopeAnswers of(String scope) {
    ScopeAnswers known = answers.getIfPresent(scope);
    if (known == null) {
      known = new ScopeAnswers(graph.scope(scope, number));
      answers.put(scope, known);
    }
    return known;
  }
}
