package dev.codegraph.parser.syntax;

/**
 * A parser for one thread: give it bytes and a grammar, get a tree or a refusal. The thread should
 * come from {@link ParserThreads}, because tree-sitter recurses in native code.
 */
public final class SyntaxParser implements AutoCloseable {
  private final ParseLimits limits;
  private final NativeParser parser;

  public SyntaxParser(ParseLimits limits) {
    this(NativeSyntax.library(), limits);
  }

  SyntaxParser(NativeLibrary library, ParseLimits limits) {
    this.limits = limits;
    this.parser = library.newParser(limits);
  }

  /** Parses one content. The tree keeps the array: it must not be written to afterwards. */
  public ParseOutcome parse(Grammar grammar, byte[] utf8) {
    ParseOutcome.Refused refused = SourceScan.refusal(grammar, utf8, limits);
    return refused != null ? refused : parser.parse(grammar, utf8);
  }

  /** Makes the running parse and all later ones end as cancelled; may be called from any thread. */
  public void cancel() {
    parser.cancel();
  }

  @Override
  public void close() {
    parser.close();
  }
}
