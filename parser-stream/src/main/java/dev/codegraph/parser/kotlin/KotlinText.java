package dev.codegraph.parser.kotlin;

/**
 * A content as words, brackets and what says nothing: strings, comments and names in backticks.
 * Offsets outside of the content are those of a byte 0.
 */
final class KotlinText {
  private final byte[] bytes;

  KotlinText(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean startsLine(int at) {
    int i = at - 1;
    while (i >= 0 && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i--;
    }
    return i < 0 || bytes[i] == '\n';
  }

  /** The offset after a comment, a string or a name in backticks; after the byte if it is none. */
  int afterOpaque(int at) {
    if (is(at, "//")) {
      return lineEnd(at);
    }
    if (is(at, "/*")) {
      int depth = 1;
      int i = at + 2;
      while (i < bytes.length && depth > 0) {
        boolean opens = is(i, "/*");
        boolean closes = is(i, "*/");
        depth += opens ? 1 : closes ? -1 : 0;
        i += opens || closes ? 2 : 1;
      }
      return i;
    }
    if (is(at, "\"\"\"")) {
      int i = at + 3;
      while (i < bytes.length && !is(i, "\"\"\"")) {
        i++;
      }
      return Math.min(bytes.length, i + 3);
    }
    byte quote = bytes[at];
    if (quote == '/') {
      return at + 1;
    }
    int braces = 0;
    int i = at + 1;
    while (i < bytes.length && bytes[i] != '\n') {
      byte c = bytes[i];
      if (c == quote && braces == 0) {
        return i + 1;
      }
      if (quote == '"') {
        braces += is(i, "${") ? 1 : c == '}' && braces > 0 ? -1 : 0;
      }
      i += c == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(i, bytes.length);
  }

  int lineEnd(int at) {
    int i = at;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  int afterPair(int open, char opening, char closing, int limit) {
    int depth = 0;
    int i = open;
    while (i < limit) {
      byte c = bytes[i];
      if (c == '"' || c == '`' || c == '/') {
        i = afterOpaque(i);
        continue;
      }
      depth += c == opening ? 1 : c == closing ? -1 : 0;
      i++;
      if (depth == 0) {
        return i;
      }
    }
    return limit;
  }

  int afterSpace(int at) {
    int i = at;
    while (i < bytes.length && bytes[i] <= ' ' && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  int wordEnd(int at) {
    int i = at;
    while (i < bytes.length && isWordPart(bytes[i])) {
      i++;
    }
    return i;
  }

  boolean isWord(int at, String word) {
    return is(at, word) && !isWordPart(byteAt(at + word.length()));
  }

  boolean is(int at, int end, String word) {
    return end - at == word.length() && is(at, word);
  }

  boolean is(int at, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (byteAt(at + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  byte byteAt(int at) {
    return at >= 0 && at < bytes.length ? bytes[at] : 0;
  }

  static boolean isWordStart(byte c) {
    return c < 0 || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isWordPart(byte c) {
    return isWordStart(c) || c >= '0' && c <= '9';
  }
}
