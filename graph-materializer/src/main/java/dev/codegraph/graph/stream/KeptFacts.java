package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.FactsSource;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts out of their store, without the text; what was decoded lately comes from the cache. */
public final class KeptFacts implements FactsSource {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFacts.class);
  private static final FileFacts NO_FACTS =
      new FileFacts(
          "", 0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

  private static final int KEY_PARTS = 4;

  private final Function<String, KeyValueSource> stores;
  private final String recipe;
  private final FactsCache decoded;

  /**
   * @param stores The store that has the facts of a project key.
   * @param recipe Recipe in force.
   * @param decoded Facts decoded lately.
   */
  public KeptFacts(Function<String, KeyValueSource> stores, String recipe, FactsCache decoded) {
    this.stores = stores;
    this.recipe = recipe;
    this.decoded = decoded;
  }

  @Override
  public @Nullable FileParsed facts(String project, String contentId, String language) {
    String key = Keys.parsed(project, contentId, language, recipe);
    FileParsed known = decoded.get(key);
    if (known != null) {
      return known;
    }
    byte[] value = stores.apply(project).get(Keys.bytes(key));
    if (value == null) {
      return null;
    }
    FileParsed parsed = decode(value, project, contentId, language);
    decoded.put(key, parsed);
    return parsed;
  }

  @Override
  public boolean has(String project, String contentId, String language) {
    String key = Keys.parsed(project, contentId, language, recipe);
    return decoded.get(key) != null || stores.apply(project).get(Keys.bytes(key)) != null;
  }

  /**
   * Looks at a key of the facts topic.
   *
   * @throws IllegalArgumentException when the text is not such a key
   */
  static void checkKey(String key) {
    if (key.split("/", -1).length != KEY_PARTS) {
      throw new IllegalArgumentException("not a key of facts: " + key);
    }
  }

  /** A record that cannot be read is a content that failed: it holds up no changeset. */
  private FileParsed decode(byte[] value, String project, String contentId, String language) {
    try {
      FileParsed parsed = Topics.PARSED_FILES.codec().decode(value);
      FactsCheck.check(parsed);
      return new FileParsed(
          parsed.project(),
          parsed.contentId(),
          parsed.language(),
          parsed.recipe(),
          parsed.status(),
          parsed.reason(),
          parsed.code(),
          parsed.facts(),
          new byte[0]);
    } catch (IllegalArgumentException e) {
      LOG.error("{} facts of {} {} cannot be read", ErrorCode.CG007, project, contentId, e);
      return new FileParsed(
          project,
          contentId,
          language,
          recipe,
          ContentStatus.FAILED,
          "damaged_record",
          ErrorCode.CG007.name(),
          NO_FACTS,
          new byte[0]);
    }
  }
}
