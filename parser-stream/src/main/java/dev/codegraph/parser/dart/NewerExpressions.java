package dev.codegraph.parser.dart;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Expressions that the grammar does not know: members of the expected type such as {@code .red} and
 * {@code .all(8)}, whose dot is shown to it as the first letter of a name, and elements that may be
 * null such as {@code [?a]}, whose sign is shown as a space. Both stand where no operand is before
 * them, which no other dot before a name and no other question mark does.
 */
final class NewerExpressions {
  /** Words that an expression follows. */
  private static final Set<String> BEFORE =
      Set.of("return", "case", "await", "const", "throw", "yield", "else");

  /** How far back the condition of an element may open. */
  private static final int MAX_BYTES = 400;

  private NewerExpressions() {}

  /** The content, or a copy of it with older expressions of the same length. */
  static byte[] asOlder(byte[] content) {
    byte[] copy = null;
    for (int i = 1; i + 1 < content.length; i++) {
      if (content[i] == '.' && isLetter(content[i + 1]) && isOperand(content, i)) {
        copy = copy == null ? content.clone() : copy;
        copy[i] = '_';
      } else if (content[i] == '?' && isElement(content, i)) {
        copy = copy == null ? content.clone() : copy;
        copy[i] = ' ';
      }
    }
    return copy == null ? content : copy;
  }

  /** Whether an expression begins with a dot. */
  private static boolean isOperand(byte[] content, int dot) {
    int last = lastBefore(content, dot);
    if (last < 0) {
      return false;
    }
    return switch (content[last]) {
      case ':', '(', '[', '{', ',', '=', '|' -> true;
      case '>' -> last > 0 && content[last - 1] == '=';
      case '?' -> last < dot - 1;
      case ')' -> last < dot - 1 && isCondition(content, last);
      default -> last < dot - 1 && BEFORE.contains(word(content, last));
    };
  }

  /** Whether a question mark begins an element of a collection. */
  private static boolean isElement(byte[] content, int mark) {
    byte next = content[mark + 1];
    if (next == '?' || next == '.' && !isLetter(content[Math.min(mark + 2, content.length - 1)])) {
      return false;
    }
    int last = lastBefore(content, mark);
    return last >= 0
        && switch (content[last]) {
          case '[', '{', ',', ':' -> true;
          case ')' -> last < mark - 1 && isCondition(content, last);
          default -> false;
        };
  }

  /** The last byte before an offset that is neither white space nor of a comment; -1 for none. */
  private static int lastBefore(byte[] content, int offset) {
    int i = offset - 1;
    while (i >= 0) {
      if (content[i] == '\n') {
        i = beforeLineComment(content, i) - 1;
      } else if (content[i] >= 0 && content[i] <= ' ') {
        i--;
      } else if (content[i] == '/' && i > 2 && content[i - 1] == '*') {
        i -= 2;
        while (i > 0 && !(content[i] == '*' && content[i - 1] == '/')) {
          i--;
        }
        i -= 2;
      } else {
        return i;
      }
    }
    return -1;
  }

  /** Where the comment begins that ends with a line, or else where the line ends. */
  private static int beforeLineComment(byte[] content, int end) {
    int start = end;
    while (start > 0 && content[start - 1] != '\n') {
      start--;
    }
    int quote = 0;
    for (int i = start; i + 1 < end; i++) {
      byte c = content[i];
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '/' && content[i + 1] == '/') {
        return i;
      }
    }
    return end;
  }

  /** Whether a parenthesis closes the head of an element such as {@code if (a) .red}. */
  private static boolean isCondition(byte[] content, int close) {
    int depth = 0;
    for (int i = close; i > Math.max(0, close - MAX_BYTES); i--) {
      depth += content[i] == ')' ? 1 : content[i] == '(' ? -1 : 0;
      if (depth == 0) {
        String word = word(content, lastBefore(content, i));
        return word.equals("if") || word.equals("for");
      }
    }
    return false;
  }

  /** The word that ends with a byte. */
  private static String word(byte[] content, int last) {
    int start = last + 1;
    while (start > 0 && isLetter(content[start - 1])) {
      start--;
    }
    return new String(content, start, last + 1 - start, StandardCharsets.ISO_8859_1);
  }

  private static boolean isLetter(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
  }
}
