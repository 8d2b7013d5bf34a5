package dev.codegraph.parser.swift;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The source without words of Swift that are younger than the grammar: macro signs, {@code
 * nonisolated(unsafe)}, typed {@code throws}, {@code sending}, {@code ~Copyable}, {@code consume}.
 * Blanks stand in their place, so that all else stays where it is.
 */
final class NewerWords {
  /** What the grammar knows behind a number sign. */
  private static final Set<String> KNOWN =
      Set.of(
          "available",
          "colorLiteral",
          "column",
          "dsohandle",
          "else",
          "elseif",
          "endif",
          "error",
          "externalMacro",
          "file",
          "fileID",
          "fileLiteral",
          "filePath",
          "function",
          "if",
          "imageLiteral",
          "keyPath",
          "line",
          "selector",
          "sourceLocation",
          "unavailable",
          "warning");

  private static final int MAX_BYTES = 200;

  private final byte[] content;
  private final byte[] plain;

  private NewerWords(byte[] content) {
    this.content = content;
    this.plain = content.clone();
  }

  /** The content with blanks for what the grammar does not know. */
  static byte[] without(byte[] content) {
    NewerWords words = new NewerWords(content);
    words.scan();
    return words.plain;
  }

  private void scan() {
    int at = 0;
    while (at < content.length) {
      if (isAt(at, "//")) {
        at = after(at, "\n");
      } else if (isAt(at, "/*")) {
        at = after(at + 2, "*/");
      } else if (isAt(at, "\"\"\"")) {
        at = after(at + 3, "\"\"\"");
      } else if (content[at] == '"') {
        at = afterString(at);
      } else if (isLetter(at)) {
        int end = wordEnd(at);
        word(at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  private void word(int start, int end) {
    String word = new String(content, start, end - start, StandardCharsets.UTF_8);
    int before = before(start);
    int next = afterBlanks(end);
    if (start > 0 && content[start - 1] == '#') {
      if (!KNOWN.contains(word)) {
        plain[start - 1] = ' ';
      }
      return;
    }
    switch (word) {
      case "nonisolated", "throws" -> {
        if (next < content.length && content[next] == '(') {
          parenthesis(next);
        }
      }
      case "sending" -> {
        boolean isType = before >= 0 && (content[before] == ':' || content[before] == '>');
        if (isType && (isLetter(next) || isAt(next, "[") || isAt(next, "("))) {
          blank(start, end);
        }
      }
      case "consume", "copy" -> {
        boolean isValue = before >= 0 && (content[before] == '=' || content[before] == '(');
        if (isValue && isLetter(next)) {
          blank(start, end);
        }
      }
      case "Copyable", "Escapable", "BitwiseCopyable" -> {
        if (before >= 0 && content[before] == '~') {
          suppressed(before, end, next);
        }
      }
      default -> {
        // The grammar knows it, or it is a name.
      }
    }
  }

  /** What stands in parentheses goes when they end soon: it is one word or type. */
  private void parenthesis(int open) {
    int limit = Math.min(content.length, open + MAX_BYTES);
    int at = open;
    while (at < limit && content[at] != ')' && content[at] != '\n') {
      at++;
    }
    if (at < limit && content[at] == ')') {
      blank(open, at + 1);
    }
  }

  /** A protocol that a type does not conform to goes with the sign that parts it from others. */
  private void suppressed(int tilde, int end, int next) {
    int sign = before(tilde);
    boolean isFirst = sign >= 0 && content[sign] == ':';
    if (isFirst && isAt(next, ",")) {
      blank(tilde, next + 1);
    } else if (sign >= 0 && (isFirst || content[sign] == ',' || content[sign] == '&')) {
      blank(sign, end);
    }
  }

  private void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      plain[i] = plain[i] == '\n' ? (byte) '\n' : (byte) ' ';
    }
  }

  private boolean isAt(int at, String ascii) {
    if (at < 0 || at + ascii.length() > content.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (content[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The offset behind the next place of a text, or the end. */
  private int after(int from, String ascii) {
    int at = from;
    while (at < content.length && !isAt(at, ascii)) {
      at++;
    }
    return Math.min(content.length, at + ascii.length());
  }

  private int afterString(int quote) {
    int at = quote + 1;
    while (at < content.length && content[at] != '"' && content[at] != '\n') {
      at += content[at] == '\\' ? 2 : 1;
    }
    return Math.min(content.length, at + 1);
  }

  private boolean isLetter(int at) {
    return at >= 0
        && at < content.length
        && (content[at] < 0 || content[at] == '_' || Character.isLetter(content[at]));
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < content.length && (isLetter(end) || Character.isDigit(content[end]))) {
      end++;
    }
    return end;
  }

  /** The offset of what stands before, on whatever line; -1 at the beginning. */
  private int before(int start) {
    int at = start - 1;
    while (at >= 0 && content[at] >= 0 && content[at] <= ' ') {
      at--;
    }
    return at;
  }

  private int afterBlanks(int end) {
    int at = end;
    while (at < content.length && content[at] == ' ') {
      at++;
    }
    return at;
  }
}
