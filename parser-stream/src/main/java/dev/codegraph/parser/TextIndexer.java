package dev.codegraph.parser;

import dev.codegraph.schemas.FileFacts;

/** An indexer for build manifests and other small texts that need no grammar. */
public non-sealed interface TextIndexer extends LanguageIndexer {
  /**
   * The facts of a content.
   *
   * @throws IllegalArgumentException when the text is not of the expected form, with the reason
   */
  FileFacts index(byte[] utf8);
}
