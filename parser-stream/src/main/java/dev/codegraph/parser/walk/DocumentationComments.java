package dev.codegraph.parser.walk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments that document what follows them, found from its bytes: a block comment, or a run of
 * line comments, that ends on the line before with nothing but white space between.
 *
 * @param lineMarks What begins a line comment that documents, the longest first; for example {@code
 *     ///}.
 * @param blockMark What begins a block comment that documents, for example {@code /**}; empty when
 *     the language has none. Blocks end with a star and a slash.
 */
public record DocumentationComments(List<String> lineMarks, String blockMark) {
  /** How far back the begin of a block is looked for: in broken code there may be none. */
  private static final int MAX_BLOCK_BYTES = 64 * 1024;

  /** Blocks of one style only. */
  public static final DocumentationComments JAVADOC = new DocumentationComments(List.of(), "/**");

  /** Blocks, or lines with three slashes. */
  public static final DocumentationComments DOXYGEN =
      new DocumentationComments(List.of("///", "//!"), "/**");

  /** Any comment that stands before a declaration. */
  public static final DocumentationComments ANY_C =
      new DocumentationComments(List.of("///", "//!", "//"), "/*");

  /**
   * The text of the comment right above, without comment marks; empty when there is none.
   *
   * @param offset Byte offset at which the declaration begins.
   */
  public String above(byte[] source, int offset) {
    int end = offset;
    int lineFeeds = 0;
    while (end > 0 && source[end - 1] <= ' ' && source[end - 1] >= 0) {
      end--;
      if (source[end] == '\n') {
        lineFeeds++;
      }
    }
    if (lineFeeds > 1 && !isBlock(source, end)) {
      return "";
    }
    if (isBlock(source, end)) {
      return block(source, end, lineFeeds > 0);
    }
    // Not even looked at where no line comment can be: the line may be long.
    return lineMarks.isEmpty() || lineFeeds == 0 ? "" : lines(source, end);
  }

  /**
   * The text of the comment that follows on the same line, without comment marks; empty when there
   * is none. A comma or semicolon may stand between.
   *
   * @param offset Byte offset after the declaration.
   */
  public static String behind(byte[] source, int offset) {
    int start = offset;
    while (start < source.length && " \t,;".indexOf(source[start]) >= 0) {
      start++;
    }
    if (start + 1 >= source.length || source[start] != '/') {
      return "";
    }
    boolean isBlock = source[start + 1] == '*';
    if (!isBlock && source[start + 1] != '/') {
      return "";
    }
    int end = start + 2;
    while (end < source.length
        && source[end] != '\n'
        && !(isBlock && source[end] == '/' && source[end - 1] == '*' && end > start + 2)) {
      end++;
    }
    if (isBlock && (end == source.length || source[end] == '\n')) {
      return "";
    }
    String text = string(source, start + 2, isBlock ? end - 1 : end);
    int marks = 0;
    while (marks < text.length() && "/*!<".indexOf(text.charAt(marks)) >= 0) {
      marks++;
    }
    return text.substring(marks).strip();
  }

  private boolean isBlock(byte[] source, int end) {
    return !blockMark.isEmpty() && end > 3 && source[end - 1] == '/' && source[end - 2] == '*';
  }

  private String block(byte[] source, int end, boolean isAlone) {
    int open = end - 4;
    int farthest = Math.max(-1, open - MAX_BLOCK_BYTES);
    while (open > farthest && !(source[open] == '/' && source[open + 1] == '*')) {
      open--;
    }
    int text = open + blockMark.length();
    if (open == farthest
        || isAlone && isBehindCode(source, open)
        || text > end - 2
        || !startsWith(source, open, blockMark)) {
      return "";
    }
    return withoutStars(string(source, text, end - 2));
  }

  /** The text inside a block comment, without the stars that its lines begin with. */
  public static String withoutStars(String block) {
    StringBuilder lines = new StringBuilder();
    for (String line : block.split("\n", -1)) {
      String stripped = line.strip();
      while (stripped.startsWith("*")) {
        stripped = stripped.substring(1).strip();
      }
      lines.append(stripped).append('\n');
    }
    return lines.toString().strip();
  }

  /** Whether a comment ends a line of code, and so is about that. */
  private static boolean isBehindCode(byte[] source, int open) {
    int i = open;
    while (i > 0 && (source[i - 1] == ' ' || source[i - 1] == '\t')) {
      i--;
    }
    return i > 0 && source[i - 1] != '\n' && source[i - 1] != '\r';
  }

  private String lines(byte[] source, int end) {
    List<String> lines = new ArrayList<>();
    int lineEnd = end;
    while (lineEnd > 0) {
      int start = lineEnd;
      while (start > 0 && source[start - 1] != '\n') {
        start--;
      }
      String text = withoutMark(string(source, start, lineEnd).strip());
      if (text == null) {
        break;
      }
      lines.add(text);
      lineEnd = start - 1;
    }
    return String.join("\n", lines.reversed()).strip();
  }

  private @Nullable String withoutMark(String line) {
    for (String mark : lineMarks) {
      if (line.startsWith(mark)) {
        String text = line.substring(mark.length());
        return text.startsWith(" ") ? text.substring(1) : text;
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] source, int offset, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (source[offset + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String string(byte[] source, int start, int end) {
    return new String(source, start, Math.max(0, end - start), StandardCharsets.UTF_8);
  }
}
