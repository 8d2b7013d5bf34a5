package dev.codegraph.parser;

/** White space of source text, where regular expressions took a share of making facts. */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** The text without white space at its ends and with one space for each run within. */
  public static String single(String text) {
    String stripped = text.strip();
    int length = stripped.length();
    int at = 0;
    while (at < length && !isRun(stripped, at)) {
      at++;
    }
    if (at == length) {
      return stripped;
    }
    StringBuilder single = new StringBuilder(length).append(stripped, 0, at);
    while (at < length) {
      char c = stripped.charAt(at);
      at++;
      if (is(c)) {
        single.append(' ');
        while (at < length && is(stripped.charAt(at))) {
          at++;
        }
      } else {
        single.append(c);
      }
    }
    return single.toString();
  }

  /** Whether a byte of UTF-8 or a character is white space of ASCII. */
  public static boolean is(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Whether what is there is no single space. */
  private static boolean isRun(String text, int at) {
    char c = text.charAt(at);
    return is(c) && (c != ' ' || at + 1 < text.length() && is(text.charAt(at + 1)));
  }
}
