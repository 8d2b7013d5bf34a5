package dev.codegraph.graph.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.codegraph.graph.apply.FactsSource;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Facts out of their store, the latest ones kept decoded within a bound. */
public final class KeptFacts implements FactsSource {
  private final KeyValueSource store;
  private final String recipe;
  private final Cache<String, FileParsed> decoded;

  /**
   * @param maxBytes Bound of the memory that decoded facts may take, about.
   */
  public KeptFacts(KeyValueSource store, String recipe, long maxBytes) {
    this.store = store;
    this.recipe = recipe;
    this.decoded =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((String key, FileParsed facts) -> 1024 + facts.facts().bytes() * 8)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public @Nullable FileParsed facts(String project, String contentId, String language) {
    String key = Keys.parsed(project, contentId, language, recipe);
    FileParsed known = decoded.getIfPresent(key);
    if (known != null) {
      return known;
    }
    byte[] value = store.get(Keys.bytes(key));
    if (value == null) {
      return null;
    }
    FileParsed parsed = Topics.PARSED_FILES.codec().decode(value);
    decoded.put(key, parsed);
    return parsed;
  }

  @Override
  public boolean has(String project, String contentId, String language) {
    String key = Keys.parsed(project, contentId, language, recipe);
    return decoded.getIfPresent(key) != null || store.get(Keys.bytes(key)) != null;
  }
}
