package dev.codegraph.parser.cfamily;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the grammars cannot read in preprocessor lines, and lose the rest of the file for: names of
 * headers and qualified names in conditions; and the braces of {@code extern "C"} that only a C++
 * compiler sees, of which each stands in a condition of its own. Conditions inside of parentheses
 * or of the braces of a value are found by who knows where these are.
 */
final class Directives {
  /** Bytes to be set aside. */
  record Span(int start, int end) {}

  /**
   * A line that begins, divides or ends a condition.
   *
   * @param token Number of tokens before it.
   */
  record Condition(int token, Span line) {}

  private static final int MAX_GUARDED_BYTES = 200;

  private final byte[] source;
  private final List<Span> spans = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private int guarded = -1;

  Directives(byte[] source) {
    this.source = source;
  }

  List<Span> spans() {
    return spans;
  }

  /** The conditions, in order. */
  List<Condition> conditions() {
    return conditions;
  }

  /**
   * Looks at a preprocessor line.
   *
   * @param token Number of tokens before it.
   */
  void line(int start, int end, int token) {
    if (guarded >= 0 && start - guarded <= MAX_GUARDED_BYTES) {
      linkage(guarded, start);
    }
    guarded = -1;
    int word = start + 1;
    while (word < end && (source[word] == ' ' || source[word] == '\t')) {
      word++;
    }
    if (startsWith(word, "if") || startsWith(word, "el") || startsWith(word, "endif")) {
      conditions.add(new Condition(token, new Span(start, end)));
    }
    if (startsWith(word, "if") || startsWith(word, "elif")) {
      condition(word, end);
      String text = new String(source, start, Math.min(end - start, 80), StandardCharsets.UTF_8);
      guarded = text.contains("__cplusplus") ? end : -1;
    }
  }

  private boolean startsWith(int at, String ascii) {
    if (at + ascii.length() > source.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (source[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Sets header names with their parentheses aside, and what stands before {@code ::}. */
  private void condition(int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (source[i] == '/' && (source[i + 1] == '/' || source[i + 1] == '*')) {
        return;
      }
      if (source[i] == '(' && (source[i + 1] == '<' || source[i + 1] == '"')) {
        int close = i;
        while (close < end && source[close] != ')') {
          close++;
        }
        spans.add(new Span(i, Math.min(end, close + 1)));
        i = close;
      } else if (source[i] == ':' && source[i + 1] == ':') {
        int name = i;
        while (name > start && isLetter(source[name - 1])) {
          name--;
        }
        spans.add(new Span(name, i + 2));
        i++;
      }
    }
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
  }

  /**
   * Sets what stands between two lines aside when it is nothing but the begin or end of a block.
   */
  private void linkage(int start, int end) {
    String text = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int skipped = i;
      if (text.startsWith("//", i)) {
        skipped = text.indexOf('\n', i);
      } else if (text.startsWith("/*", i)) {
        skipped = text.indexOf("*/", i) + 1;
      }
      if (skipped < i) {
        break;
      }
      i = skipped;
      if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '/') {
        code.append(text.charAt(i));
      }
    }
    String only = code.toString();
    if (only.equals("extern\"C\"{") || only.equals("}")) {
      spans.add(new Span(start, end));
    }
  }
}
