package dev.codegraph.parser.python;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Takes away brackets that broken code leaves open, which would swallow all that follows them. A
 * line that begins with the word of a statement cannot stand between brackets. A head that is cut
 * before its parenthesis closes, as {@code def method(self:}, gets one for its parameters. Where a
 * long string has no end, code and strings have changed places from one of them on: the quotes of
 * the first that holds the head of a definition are taken away.
 */
final class OpenBrackets {
  private static final Set<String> STATEMENTS =
      Set.of(
          "assert",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "global",
          "import",
          "nonlocal",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with");

  /** How many long strings without an end are looked for in a file: each changes all behind it. */
  private static final int LONG_STRINGS = 4;

  private final byte[] source;

  /** Where the open brackets are. */
  private int[] open = new int[16];

  private int depth;

  private OpenBrackets(byte[] content) {
    this.source = content.clone();
  }

  /** The content with as many bytes; the same bytes when no bracket is left open. */
  static byte[] closed(byte[] content) {
    OpenBrackets brackets = new OpenBrackets(content);
    int from = 0;
    for (int i = 0; i < LONG_STRINGS && from >= 0; i++) {
      from = brackets.closeLongString(from);
    }
    brackets.run();
    return brackets.source;
  }

  private void run() {
    boolean lineBegins = true;
    int i = 0;
    while (i < source.length) {
      if (lineBegins && depth > 0 && beginsStatement(i)) {
        int behind = closeHead(open[0], i);
        if (behind < 0) {
          blank(0);
        } else {
          i = behind;
        }
        depth = 0;
      }
      if (i >= source.length) {
        break;
      }
      lineBegins = false;
      switch (source[i]) {
        case '\n' -> {
          lineBegins = true;
          i++;
        }
        case '#' -> i = endOfLine(i);
        case '\'', '"' -> {
          int end = behindString(i);
          if (i > 0 && (source[i - 1] == 'f' || source[i - 1] == 'F') && !isLong(i)) {
            blankBraces(i, end);
          }
          i = end;
        }
        case '(', '[', '{' -> {
          if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
          }
          open[depth++] = i++;
        }
        case ')', ']', '}' -> close(i++);
        default -> i++;
      }
    }
    blank(0);
  }

  /**
   * Takes away the quotes of a long string that cannot be one, if the last has no end.
   *
   * @return from where there may be another; -1 when all are in order
   */
  private int closeLongString(int from) {
    int wrong = -1;
    int i = from;
    while (i < source.length) {
      byte b = source[i];
      if (b == '#') {
        i = endOfLine(i);
      } else if (b == '\'' || b == '"') {
        int end = behindString(i);
        if (wrong < 0 && isLong(i) && holdsDefinition(i, end)) {
          wrong = i;
        }
        if (isLong(i) && end == source.length && !endsLong(i)) {
          return wrong < 0 ? -1 : blankQuotes(wrong);
        }
        i = end;
      } else {
        i++;
      }
    }
    return -1;
  }

  private int blankQuotes(int at) {
    Arrays.fill(source, at, at + 3, (byte) ' ');
    return at + 3;
  }

  private boolean isLong(int at) {
    return at + 2 < source.length && source[at + 1] == source[at] && source[at + 2] == source[at];
  }

  private boolean endsLong(int at) {
    int end = source.length;
    return end - 3 >= at + 3
        && source[end - 1] == source[at]
        && source[end - 2] == source[at]
        && source[end - 3] == source[at];
  }

  /** Whether there is a head of a definition in a string, no deeper than the string itself. */
  private boolean holdsDefinition(int from, int to) {
    int begin = from;
    while (begin > 0 && source[begin - 1] != '\n') {
      begin--;
    }
    int indent = skipBlanks(begin) - begin;
    for (int line = endOfLine(from) + 1; line < to; line = endOfLine(line) + 1) {
      if (skipBlanks(line) - line <= indent
          && (startsWith(line, "def ")
              || startsWith(line, "async def ")
              || startsWith(line, "class "))
          && source[lastOfLine(line)] == ':') {
        return true;
      }
    }
    return false;
  }

  /** A closing bracket closes the nearest of its kind; those inside of it were left open. */
  private void close(int at) {
    int found = depth - 1;
    while (found >= 0 && !fits(source[open[found]], source[at])) {
      found--;
    }
    if (found >= 0) {
      blank(found + 1);
      depth = found;
    }
  }

  private static boolean fits(byte opening, byte closing) {
    return switch (opening) {
      case '(' -> closing == ')';
      case '[' -> closing == ']';
      default -> closing == '}';
    };
  }

  private void blank(int from) {
    for (int k = from; k < depth; k++) {
      source[open[k]] = ' ';
    }
    depth = from;
  }

  /** Takes away the braces of a formatted string unless each has its other one. */
  private void blankBraces(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += source[i] == '{' ? 1 : source[i] == '}' ? -1 : 0;
    }
    for (int i = from; i < to && count != 0; i++) {
      source[i] = source[i] == '{' || source[i] == '}' ? (byte) ' ' : source[i];
    }
  }

  private boolean beginsStatement(int lineStart) {
    int i = skipBlanks(lineStart);
    int end = i;
    while (end < source.length && source[end] >= 'a' && source[end] <= 'z') {
      end++;
    }
    String word = new String(source, i, end - i, StandardCharsets.US_ASCII);
    if (word.equals("async")) {
      int next = skipBlanks(end);
      return next + 3 < source.length && source[next] == 'd' && source[next + 1] == 'e';
    }
    return STATEMENTS.contains(word) && (end == source.length || isEndOfWord(source[end]));
  }

  private static boolean isEndOfWord(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ':' || b == '(';
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < source.length && (source[i] == ' ' || source[i] == '\t')) {
      i++;
    }
    return i;
  }

  /**
   * Closes the parenthesis of a head before its colon, in the place of what stands last in it.
   *
   * @return the end of the head; -1 when the bracket is not that of a head that could be closed
   */
  private int closeHead(int bracket, int limit) {
    int lineStart = bracket;
    while (lineStart > 0 && source[lineStart - 1] != '\n') {
      lineStart--;
    }
    if (source[bracket] != '(' || !isHead(lineStart)) {
      return -1;
    }
    for (int at = bracket; at < limit; at = endOfLine(at) + 1) {
      int last = lastOfLine(at);
      if (source[last] == ':' && last - 1 > bracket) {
        // The grammar closes the bases of a class itself.
        if (!startsWith(lineStart, "class ")) {
          closeAt(bracket, last - 1);
        }
        return last + 1;
      }
    }
    int last = lastOfLine(bracket);
    if (last - 1 <= bracket) {
      return -1;
    }
    closeAt(bracket, last - 1);
    source[last] = ':';
    return last + 1;
  }

  private int lastOfLine(int from) {
    int last = endOfLine(from) - 1;
    while (last > from && (source[last] == ' ' || source[last] == '\r')) {
      last--;
    }
    return Math.max(last, from);
  }

  private void closeAt(int bracket, int at) {
    int kept = bracket;
    int inner = 0;
    for (int i = bracket + 1; i < at; i++) {
      switch (source[i]) {
        case '(', '[', '{' -> inner++;
        case ')', ']', '}' -> inner--;
        case ',' -> kept = inner == 0 ? i : kept;
        default -> {
          // A part of a parameter.
        }
      }
    }
    for (int i = kept + 1; i < at; i++) {
      source[i] = source[i] == '\n' ? source[i] : (byte) ' ';
    }
    if (at - 1 > kept) {
      // An error to be listed: the content is not in order.
      source[at - 1] = '?';
    }
    source[at] = ')';
  }

  private boolean isHead(int lineStart) {
    return startsWith(lineStart, "def ")
        || startsWith(lineStart, "async def ")
        || startsWith(lineStart, "class ");
  }

  private boolean startsWith(int lineStart, String word) {
    int begin = skipBlanks(lineStart);
    return begin + word.length() <= source.length
        && word.equals(new String(source, begin, word.length(), StandardCharsets.ISO_8859_1));
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < source.length && source[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Behind a string; one with single quotes ends with its line at the latest. */
  private int behindString(int from) {
    byte quote = source[from];
    boolean isLong = isLong(from);
    int i = from + (isLong ? 3 : 1);
    while (i < source.length) {
      if (source[i] == '\\') {
        i += 2;
      } else if (!isLong && (source[i] == quote || source[i] == '\n')) {
        return source[i] == quote ? i + 1 : i;
      } else if (isLong
          && source[i] == quote
          && i + 2 < source.length
          && source[i + 1] == quote
          && source[i + 2] == quote) {
        return i + 3;
      } else {
        i++;
      }
    }
    return source.length;
  }
}
