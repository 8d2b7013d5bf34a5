package dev.codegraph.parser.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The look at a content before it is parsed: size, whether it is text at all, and how deep its
 * brackets nest. Brackets are counted wherever they stand, in strings and comments too: telling
 * these apart is the parser's work, and no real source comes near the limit. Where types have
 * arguments in angle brackets, open ones count too, but only within a statement, because elsewhere
 * they are comparisons: nested ones take the parser memory that grows with their square.
 */
final class SourceScan {
  /** More NUL bytes than one in this many, or control bytes than one in {@link #CONTROL_SHARE}. */
  private static final int NUL_SHARE = 1_000;

  private static final int CONTROL_SHARE = 10;

  /** What each byte is: 0 ordinary, or one of the classes below. */
  private static final byte[] CLASSES = classes();

  private static final byte OPEN = 1;
  private static final byte CLOSE = 2;
  private static final byte CONTROL = 3;
  private static final byte NUL = 4;
  private static final byte LESS = 5;
  private static final byte GREATER = 6;
  private static final byte END = 7;

  private SourceScan() {}

  /** Why the content is not to be parsed, or null. */
  static ParseOutcome.@Nullable Refused refusal(
      Grammar grammar, byte[] source, ParseLimits limits) {
    if (source.length > limits.maxBytes()) {
      return new ParseOutcome.Refused(
          RefusalReason.TOO_LARGE, source.length + " bytes, limit " + limits.maxBytes());
    }
    int depth = 0;
    int deepest = 0;
    int angles = 0;
    int deepestAngles = 0;
    int controls = 0;
    int nuls = 0;
    for (byte b : source) {
      byte kind = CLASSES[b & 0xFF];
      if (kind == 0) {
        continue;
      }
      switch (kind) {
        case OPEN -> deepest = Math.max(deepest, ++depth);
        case CLOSE -> depth = Math.max(0, depth - 1);
        case LESS -> deepestAngles = Math.max(deepestAngles, ++angles);
        case GREATER -> angles = Math.max(0, angles - 1);
        case END -> angles = 0;
        case CONTROL -> controls++;
        default -> nuls++;
      }
    }
    if ((long) nuls * NUL_SHARE > source.length
        || (long) (controls + nuls) * CONTROL_SHARE > source.length) {
      return new ParseOutcome.Refused(
          RefusalReason.BINARY, nuls + " NUL and " + controls + " other control bytes");
    }
    if (deepest > limits.maxNesting()) {
      return new ParseOutcome.Refused(
          RefusalReason.NESTING, deepest + " brackets deep, limit " + limits.maxNesting());
    }
    if (deepestAngles > limits.maxNesting() && hasTypeArguments(grammar)) {
      return new ParseOutcome.Refused(
          RefusalReason.NESTING,
          deepestAngles + " angle brackets deep, limit " + limits.maxNesting());
    }
    return null;
  }

  private static boolean hasTypeArguments(Grammar grammar) {
    return switch (grammar) {
      case JAVA, TYPESCRIPT, TSX, RUST, CPP, CSHARP, DART -> true;
      case PYTHON, JAVASCRIPT, GO, C, PHP, RUBY -> false;
      // No semicolon ends a statement there, so comparisons would add up.
      case KOTLIN, SWIFT, SCALA -> false;
    };
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int b = 1; b < 32; b++) {
      classes[b] = CONTROL;
    }
    for (char ordinary : "\t\n\u000B\f\r\u001B".toCharArray()) {
      classes[ordinary] = 0;
    }
    for (char open : "([{".toCharArray()) {
      classes[open] = OPEN;
    }
    for (char close : ")]}".toCharArray()) {
      classes[close] = CLOSE;
    }
    classes['<'] = LESS;
    classes['>'] = GREATER;
    classes[';'] = END;
    classes[0] = NUL;
    return classes;
  }
}
