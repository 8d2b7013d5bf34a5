package dev.codegraph.graph.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.codegraph.schemas.FileParsed;
import org.jspecify.annotations.Nullable;

/**
 * Decoded facts of this process, as many as fit a bound: declaring, linking, indexing and answering
 * look at the same ones. A content never changes, so nothing here is ever outdated.
 */
public final class FactsCache {
  /** What a byte of source takes as decoded facts, about. */
  private static final int EXPANSION = 8;

  private static final int BYTES_PER_CONTENT = 1024;

  private final Cache<String, FileParsed> facts;

  /**
   * @param maxBytes Bound of the memory that decoded facts may take, about.
   */
  public FactsCache(long maxBytes) {
    this.facts =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (String key, FileParsed parsed) ->
                    BYTES_PER_CONTENT + parsed.facts().bytes() * EXPANSION)
            .executor(Runnable::run)
            .build();
  }

  @Nullable FileParsed get(String key) {
    return facts.getIfPresent(key);
  }

  /** Drops the facts of a project key. */
  void forget(String project) {
    facts.asMap().keySet().removeIf(key -> key.startsWith(project + "/"));
  }

  void put(String key, FileParsed parsed) {
    facts.put(key, parsed);
  }
}
