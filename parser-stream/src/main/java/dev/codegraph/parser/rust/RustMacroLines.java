package dev.codegraph.parser.rust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Macros around items as they are laid out usually, found in the text before it is parsed: the name
 * begins a line that ends with the bracket, the first word behind it begins an item, and the
 * closing bracket begins a line at the same column. What is found so is a guess, which the tree
 * must confirm.
 */
final class RustMacroLines {
  private static final Pattern HEAD = Pattern.compile("([ \\t]*)((?:\\w+::)*\\w+)!\\s*\\{[ \\t]*");
  private static final Pattern WORD = Pattern.compile("[ \\t]*(#|\\w+(!?))");

  /**
   * A macro.
   *
   * @param start Offset of its name.
   * @param open Offset of the bracket that opens.
   * @param close Offset of the one that closes.
   * @param end Offset behind it, and behind a semicolon.
   * @param isLazy Whether it is the one whose statics have another form.
   */
  record Macro(int start, int open, int close, int end, boolean isLazy) {}

  private RustMacroLines() {}

  /** The macros of a content, the outer ones first. */
  static List<Macro> of(byte[] content) {
    List<Macro> found = new ArrayList<>();
    if (!hasBang(content)) {
      return found;
    }
    // One character for each byte, so that places in the text are offsets.
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int line = 0;
    while (line < text.length()) {
      int end = lineEnd(text, line);
      Matcher head = HEAD.matcher(text).region(line, end);
      if (head.matches() && !head.group(2).equals("macro_rules") && isItem(text, end + 1)) {
        int close = closing(text, end + 1, head.group(1));
        if (close >= 0) {
          int after = close + 1 < text.length() && text.charAt(close + 1) == ';' ? 2 : 1;
          boolean isLazy = head.group(2).endsWith("lazy_static");
          int open = text.lastIndexOf('{', end - 1);
          found.add(new Macro(head.start(2), open, close, close + after, isLazy));
        }
      }
      line = end + 1;
    }
    return found;
  }

  private static boolean hasBang(byte[] content) {
    for (int i = 0; i + 1 < content.length; i++) {
      if (content[i] == '!' && (content[i + 1] == ' ' || content[i + 1] == '{')) {
        return true;
      }
    }
    return false;
  }

  private static int lineEnd(String text, int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end;
  }

  /** Whether the first line that is no comment begins like an item. */
  private static boolean isItem(String text, int from) {
    int line = from;
    while (line < text.length()) {
      int end = lineEnd(text, line);
      String stripped = text.substring(line, end).strip();
      if (!stripped.isEmpty() && !stripped.startsWith("//")) {
        Matcher word = WORD.matcher(text).region(line, end);
        return word.lookingAt()
            && (word.group(1).equals("#")
                || "!".equals(word.group(2))
                || RustItemMacros.ITEM_WORDS.contains(word.group(1)));
      }
      line = end + 1;
    }
    return false;
  }

  /** The bracket that begins a line behind the same white space; -1 for none. */
  private static int closing(String text, int from, String indent) {
    int line = from;
    while (line < text.length()) {
      int end = lineEnd(text, line);
      if (text.startsWith(indent + "}", line)) {
        return line + indent.length();
      }
      line = end + 1;
    }
    return -1;
  }
}
