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
  private SubTokens() {}

  /** The parts in lower case, in order; empty for a text without letters and digits. */
  public static List<String> of(String text) {
    List<String> parts = new ArrayList<>(4);
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        add(parts, text, start, i);
        start = -1;
        continue;
      }
      if (start < 0) {
        start = i;
      } else if (isBoundary(text, i)) {
        add(parts, text, start, i);
        start = i;
      }
    }
    add(parts, text, start, text.length());
    return parts;
  }

  private static boolean isBoundary(String text, int i) {
    char before = text.charAt(i - 1);
    char c = text.charAt(i);
    if (Character.isDigit(before) != Character.isDigit(c)) {
      return true;
    }
    if (!Character.isUpperCase(c)) {
      return false;
    }
    return !Character.isUpperCase(before)
        || (i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1)));
  }

  private static void add(List<String> parts, String text, int start, int end) {
    if (start >= 0) {
      parts.add(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }
}
