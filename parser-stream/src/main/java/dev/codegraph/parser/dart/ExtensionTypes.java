package dev.codegraph.parser.dart;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extension types, which the grammar does not know: their heads are shown to it as those of
 * classes, with spaces where the value stands that they are for.
 */
final class ExtensionTypes {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?m)^[ \\t]*(extension)[ \\t]+(type)[ \\t]+(?:(const)[ \\t]+)?[\\w$]+[ \\t]*");

  /** How far a head may reach. */
  private static final int MAX_BYTES = 4_000;

  private ExtensionTypes() {}

  /**
   * The value that an extension type stands for, by offsets in the content.
   *
   * @param constructor Name of its constructor; empty when it has none of its own.
   * @param constructorStart Where that is, -1 for nowhere.
   * @param open Where the parenthesis opens.
   */
  record Representation(
      String name,
      int nameStart,
      String type,
      int typeStart,
      int start,
      int end,
      String constructor,
      int constructorStart,
      int open) {
    /** Whether the type is a single name. */
    boolean isPlainType() {
      return !type.isEmpty() && type.chars().allMatch(c -> c == '_' || Character.isLetter(c));
    }
  }

  /** The content, or a copy of it in which extension types look like classes. */
  static byte[] asClasses(byte[] content) {
    if (!mayHave(content)) {
      return content;
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    byte[] copy = content.clone();
    Matcher head = HEAD.matcher(text);
    while (head.find()) {
      int at = head.end();
      if (at < text.length() && text.charAt(at) == '<') {
        at = closing(text, at, '<', '>');
      }
      int from = at;
      while (at >= 0 && at < text.length() && isNameOrSpace(text.charAt(at))) {
        at++;
      }
      int end =
          at < 0 || at >= text.length() || text.charAt(at) != '('
              ? -1
              : closing(text, at, '(', ')');
      if (end > 0) {
        put(copy, head.start(1), head.end(1), "class");
        put(copy, head.start(2), head.end(2), "");
        put(copy, head.start(3), head.end(3), "");
        put(copy, from, end, "");
      }
    }
    return copy;
  }

  private static boolean mayHave(byte[] content) {
    for (int i = 0; i + 9 < content.length; i++) {
      if (content[i] == 'e'
          && content[i + 1] == 'x'
          && content[i + 2] == 't'
          && content[i + 8] == 'n'
          && content[i + 9] <= ' ') {
        int j = i + 10;
        while (j < content.length && content[j] == ' ') {
          j++;
        }
        if (j + 4 < content.length
            && content[j] == 't'
            && content[j + 1] == 'y'
            && content[j + 2] == 'p'
            && content[j + 3] == 'e'
            && content[j + 4] <= ' ') {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNameOrSpace(char c) {
    return c == '.' || c == '_' || c == '$' || c == ' ' || Character.isLetterOrDigit(c);
  }

  /** Behind the bracket that closes one; -1 when there is none near. */
  private static int closing(String text, int open, char left, char right) {
    int depth = 0;
    int stop = Math.min(text.length(), open + MAX_BYTES);
    for (int i = open; i < stop; i++) {
      char c = text.charAt(i);
      if (c == left) {
        depth++;
      } else if (c == right && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static void put(byte[] copy, int start, int end, String word) {
    for (int i = start; i >= 0 && i < end; i++) {
      if (copy[i] != '\n' && copy[i] != '\r') {
        copy[i] = (byte) (i - start < word.length() ? word.charAt(i - start) : ' ');
      }
    }
  }

  /**
   * The value that a type stands for; null when the type is a class.
   *
   * @param name Where the name of the type begins.
   * @param from Where its name and type parameters end.
   * @param body Where its members begin.
   */
  static @Nullable Representation representation(byte[] source, int name, int from, int body) {
    int begin = Math.max(0, name - 64);
    String before = new String(source, begin, name - begin, StandardCharsets.ISO_8859_1);
    if (!before.matches("(?s).*\\bextension\\s+type\\s+(const\\s+)?")) {
      return null;
    }
    String head =
        new String(source, from, Math.min(body - from, MAX_BYTES), StandardCharsets.ISO_8859_1);
    int open = head.indexOf('(');
    int close = open < 0 ? -1 : closing(head, open, '(', ')') - 1;
    if (close < 0) {
      return null;
    }
    int end = close;
    while (end > open && (head.charAt(end - 1) <= ' ' || head.charAt(end - 1) == ',')) {
      end--;
    }
    int start = end;
    while (start > open + 1 && isName(head.charAt(start - 1))) {
      start--;
    }
    int typeStart = open + 1;
    while (typeStart < start && head.charAt(typeStart) <= ' ') {
      typeStart++;
    }
    if (head.startsWith("final ", typeStart)) {
      typeStart += "final ".length();
    }
    if (start == end) {
      return null;
    }
    int dot = head.lastIndexOf('.', open);
    String type = head.substring(Math.min(typeStart, start), start).strip();
    return new Representation(
        head.substring(start, end),
        from + start,
        new String(type.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
        from + typeStart,
        from + typeStart,
        from + end,
        dot < 0 ? "" : head.substring(dot + 1, open).strip(),
        dot < 0 ? -1 : from + dot + 1,
        from + open);
  }

  private static boolean isName(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }
}
