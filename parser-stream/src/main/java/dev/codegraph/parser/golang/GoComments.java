package dev.codegraph.parser.golang;

import dev.codegraph.parser.FactsBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The comments of a content, read line by line from its bytes. */
final class GoComments {
  private final byte[] source;
  private final FactsBuilder facts;

  GoComments(byte[] source, FactsBuilder facts) {
    this.source = source;
    this.facts = facts;
  }

  /**
   * The text of the comment that ends on the line directly above an offset, without comment marks
   * and without directives; empty when there is none.
   */
  String above(int offset) {
    int line = lineStart(offset);
    List<String> lines = new ArrayList<>();
    while (line > 0) {
      int previous = lineStart(line - 1);
      String text = new String(source, previous, line - 1 - previous, StandardCharsets.UTF_8);
      String stripped = text.strip();
      if (stripped.startsWith("//")) {
        if (!isDirective(stripped)) {
          lines.add(stripped.startsWith("// ") ? stripped.substring(3) : stripped.substring(2));
        }
        line = previous;
      } else if (stripped.endsWith("*/") && lines.isEmpty()) {
        return block(line - 1);
      } else {
        break;
      }
    }
    return String.join("\n", lines.reversed()).strip();
  }

  /** The text of a comment that follows an offset on its line; empty when there is none. */
  String after(int offset) {
    int start = offset;
    while (start < source.length && (source[start] == ' ' || source[start] == '\t')) {
      start++;
    }
    if (start + 1 >= source.length || source[start] != '/' || source[start + 1] != '/') {
      return "";
    }
    int end = start;
    while (end < source.length && source[end] != '\n') {
      end++;
    }
    String comment = new String(source, start, end - start, StandardCharsets.UTF_8).strip();
    return isDirective(comment) ? "" : comment.substring(2).strip();
  }

  /** The lines before the package clause that are line comments, marks included. */
  List<String> header(int packageStart) {
    List<String> lines = new ArrayList<>();
    String head = new String(source, 0, packageStart, StandardCharsets.UTF_8);
    for (String line : head.split("\n")) {
      String stripped = line.strip();
      if (stripped.startsWith("//")) {
        lines.add(stripped);
      }
    }
    return lines;
  }

  private String block(int end) {
    int close = end;
    while (close > 1 && !(source[close - 2] == '*' && source[close - 1] == '/')) {
      close--;
    }
    int open = close - 3;
    while (open > 0 && !(source[open - 1] == '/' && source[open] == '*')) {
      open--;
    }
    int textStart = open + 1;
    if (open <= 0 || textStart > close - 2 || !isBlank(lineStart(open - 1), open - 1)) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    String text = new String(source, textStart, close - 2 - textStart, StandardCharsets.UTF_8);
    for (String line : text.split("\n")) {
      String stripped = line.strip();
      lines.add(stripped.startsWith("* ") ? stripped.substring(2) : stripped);
    }
    return String.join("\n", lines).strip();
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (source[i] != ' ' && source[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether a line comment talks to a tool: {@code //go:build}, {@code //nolint}, and the like. */
  private static boolean isDirective(String comment) {
    if (comment.startsWith("// +build")) {
      return true;
    }
    int at = 2;
    while (at < comment.length() && Character.isLetterOrDigit(comment.charAt(at))) {
      at++;
    }
    return at > 2
        && (at < comment.length()
                && comment.charAt(at) == ':'
                && at + 1 < comment.length()
                && comment.charAt(at + 1) != ' '
            || comment.startsWith("//nolint"));
  }

  private int lineStart(int offset) {
    return offset - facts.column(offset);
  }
}
