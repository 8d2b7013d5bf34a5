package dev.codegraph.graph.apply;

import dev.codegraph.schemas.FileParsed;
import org.jspecify.annotations.Nullable;

/** The facts of contents under the present recipe. Safe for several threads. */
public interface FactsSource {
  /**
   * The facts of a content.
   *
   * @param project Project key.
   * @param contentId Content id.
   * @param language Language on the wire.
   * @return null when they have not arrived
   */
  @Nullable FileParsed facts(String project, String contentId, String language);

  /** Whether the facts have arrived; cheaper than reading them. */
  boolean has(String project, String contentId, String language);
}
