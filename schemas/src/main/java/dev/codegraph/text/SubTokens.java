package dev.codegraph.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a name that people read: {@code HTTPServer2_fooBar} is http, server, 2, foo, bar.
 * Splits at everything that is no letter or digit, between lower and upper case, before the last
 * capital of a run that a small letter follows, and between letters and digits.
 */
public final class SubTokens {
  private enum Kind {
    SEPARATOR,
    LOWER,
    UPPER,
    DIGIT,
    CASELESS
  }

  private static final Kind[] ASCII = new Kind[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = lookUp(c);
    }
  }

  private SubTokens() {}

  /** The parts in lower case, in order; empty for a text without letters and digits. */
  public static List<String> of(String text) {
    List<String> parts = new ArrayList<>(4);
    int start = -1;
    Kind before = Kind.SEPARATOR;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      Kind kind = kind(text.charAt(i));
      if (kind == Kind.SEPARATOR) {
        add(parts, text, start, i);
        start = -1;
      } else if (start < 0) {
        start = i;
      } else if (isBoundary(before, kind, text, i)) {
        add(parts, text, start, i);
        start = i;
      }
      before = kind;
    }
    add(parts, text, start, length);
    return parts;
  }

  private static boolean isBoundary(Kind before, Kind kind, String text, int i) {
    if ((before == Kind.DIGIT) != (kind == Kind.DIGIT)) {
      return true;
    }
    if (kind != Kind.UPPER) {
      return false;
    }
    return before != Kind.UPPER
        || (i + 1 < text.length() && kind(text.charAt(i + 1)) == Kind.LOWER);
  }

  private static Kind kind(char c) {
    return c < ASCII.length ? ASCII[c] : lookUp(c);
  }

  private static Kind lookUp(char c) {
    if (Character.isDigit(c)) {
      return Kind.DIGIT;
    }
    if (!Character.isLetter(c)) {
      return Kind.SEPARATOR;
    }
    if (Character.isUpperCase(c)) {
      return Kind.UPPER;
    }
    return Character.isLowerCase(c) ? Kind.LOWER : Kind.CASELESS;
  }

  private static void add(List<String> parts, String text, int start, int end) {
    if (start >= 0) {
      parts.add(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }
}
