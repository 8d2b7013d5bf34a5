package dev.codegraph.parser;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;

/** An indexer that walks the syntax tree of a tree-sitter grammar. */
public non-sealed interface TreeIndexer extends LanguageIndexer {
  /** The grammar that contents of this language are parsed with. */
  Grammar grammar(Language language);

  /** The facts of a parsed content, syntax errors and all. */
  FileFacts index(SyntaxTree tree);
}
