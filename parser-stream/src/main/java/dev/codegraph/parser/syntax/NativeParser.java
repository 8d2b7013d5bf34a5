package dev.codegraph.parser.syntax;

/** The native state of one parsing thread. */
interface NativeParser extends AutoCloseable {

  /** Parses within the limits the parser was made with. */
  ParseOutcome parse(Grammar grammar, byte[] utf8);

  /** Makes the running parse and all later ones end as cancelled; from any thread. */
  void cancel();

  @Override
  void close();
}
