package dev.codegraph.parser.syntax;

/** A tree-sitter core with the grammars, loaded into this process. */
interface NativeLibrary {

  /** What it is and where it came from, in one line. */
  String describe();

  /** The names that a grammar's kinds and fields have. */
  GrammarTable table(Grammar grammar);

  /** A parser for one thread. */
  NativeParser newParser(ParseLimits limits);
}
