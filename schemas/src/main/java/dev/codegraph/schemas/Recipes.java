package dev.codegraph.schemas;

/**
 * The recipes in force. A recipe names how something derived from a content was made; a new one is
 * a new key, so facts of two parser versions live side by side.
 */
public final class Recipes {
  /**
   * Version of the indexers of all languages: raised whenever the facts of any content may change.
   */
  public static final String FACTS = "f3";

  private Recipes() {}
}
