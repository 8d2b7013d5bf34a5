package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.DocumentationComments;
import java.nio.charset.StandardCharsets;

/** Comments above declarations, and the tags of YARD in them. */
final class RubyDoc {
  private static final DocumentationComments LINES =
      new DocumentationComments(java.util.List.of("##", "#"), "");

  /** How far before a declaration other words of its line may begin. */
  private static final int MAX_WORDS = 64;

  private static final int MAX_BLOCK_BYTES = 64 * 1024;
  private static final byte[] BEGIN = "=begin".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "=end".getBytes(StandardCharsets.UTF_8);

  private RubyDoc() {}

  /**
   * The text of the comment above the line that a declaration begins on; empty when there is none.
   */
  static String above(byte[] source, int start) {
    int line = lineStart(source, start);
    if (line <= 0) {
      return "";
    }
    String text = LINES.above(source, line);
    if (text.isEmpty()) {
      return block(source, line - 1);
    }
    StringBuilder kept = new StringBuilder();
    for (String each : text.split("\n", -1)) {
      if (!isDirective(each.strip())) {
        kept.append(each.stripTrailing()).append('\n');
      }
    }
    return kept.toString().strip();
  }

  private static boolean isDirective(String line) {
    return line.startsWith("rubocop:")
        || line.startsWith(":nodoc:")
        || line.startsWith("frozen_string_literal:")
        || line.startsWith("typed:")
        || line.startsWith("encoding:")
        || line.startsWith("!");
  }

  /** Begin of the line, when only words such as {@code private} stand before; -1 otherwise. */
  private static int lineStart(byte[] source, int start) {
    int i = start;
    while (i > 0 && source[i - 1] != '\n') {
      byte b = source[i - 1];
      boolean isWord = b >= 'a' && b <= 'z' || b == '_' || b == ' ' || b == '\t';
      if (!isWord || start - i > MAX_WORDS) {
        return -1;
      }
      i--;
    }
    return i;
  }

  /** The lines between {@code =begin} and {@code =end}, which must end at an offset. */
  private static String block(byte[] source, int lineFeed) {
    int end = lineFeed - END.length;
    if (end < 0 || !isAt(source, end, END)) {
      return "";
    }
    int farthest = Math.max(0, end - MAX_BLOCK_BYTES);
    for (int i = end - BEGIN.length; i >= farthest; i--) {
      if (isAt(source, i, BEGIN)) {
        int text = i + BEGIN.length;
        return new String(source, text, end - text, StandardCharsets.UTF_8).strip();
      }
    }
    return "";
  }

  private static boolean isAt(byte[] source, int offset, byte[] line) {
    if (offset < 0 || offset > 0 && source[offset - 1] != '\n') {
      return false;
    }
    for (int i = 0; i < line.length; i++) {
      if (offset + i >= source.length || source[offset + i] != line[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line of a comment begins with a tag. */
  static boolean has(String documentation, String tag) {
    int at = documentation.indexOf(tag);
    return at >= 0 && (at == 0 || documentation.charAt(at - 1) == '\n');
  }

  /** The types that {@code @return} gives; empty when there are none. */
  static String returned(String documentation) {
    int at = line(documentation, "@return", 0);
    return at < 0 ? "" : bracketed(documentation, at + "@return".length());
  }

  /** The types that {@code @param} gives for a name, before or behind it. */
  static String parameter(String documentation, String name) {
    for (int at = line(documentation, "@param", 0);
        at >= 0;
        at = line(documentation, "@param", at + 1)) {
      int from = at + "@param".length();
      int end = documentation.indexOf('\n', from);
      String rest = documentation.substring(from, end < 0 ? documentation.length() : end).strip();
      int open = rest.indexOf('[');
      int close = rest.indexOf(']');
      if (open >= 0 && close > open) {
        String before = rest.substring(0, open).strip();
        String behind = rest.substring(close + 1).strip();
        if (before.equals(name)
            || before.isEmpty() && (behind.equals(name) || behind.startsWith(name + " "))) {
          return bracketed(rest, open);
        }
      }
    }
    return "";
  }

  private static int line(String documentation, String tag, int from) {
    int at = documentation.indexOf(tag, from);
    while (at > 0 && documentation.charAt(at - 1) != '\n') {
      at = documentation.indexOf(tag, at + 1);
    }
    return at;
  }

  /** What stands in the brackets that follow; they may hold others. */
  private static String bracketed(String text, int from) {
    int open = from;
    while (open < text.length() && text.charAt(open) == ' ') {
      open++;
    }
    if (open >= text.length() || text.charAt(open) != '[') {
      return "";
    }
    int depth = 0;
    for (int i = open; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '[') {
        depth++;
      } else if (text.charAt(i) == ']' && --depth == 0) {
        return text.substring(open + 1, i).strip();
      }
    }
    return "";
  }
}
