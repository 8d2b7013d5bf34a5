package dev.codegraph.parser;

import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of a content of one language. A pure function of the bytes: it knows no path, no
 * other content, no clock. Stateless and used by several threads at once.
 */
public sealed interface LanguageIndexer permits TreeIndexer, TextIndexer {
  /** The languages it indexes. */
  Set<Language> languages();

  /**
   * Facts of a content that no grammar is needed for, or that could not be parsed: the file alone.
   */
  static FileFacts fileOnly(byte[] utf8) {
    return new FactsBuilder(utf8).build();
  }
}
