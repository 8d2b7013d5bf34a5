package dev.codegraph.parser.scala;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A content as the grammar can read it where it finds errors: with the same number of bytes and
 * each word where it was. Comments are blank; lines that go on with a dot or an operator, and what
 * stands behind an arrow in parentheses, are put on the line before; a second argument list of a
 * base goes into the first; the parameter of a function gets the parentheses that its type lacks; a
 * class that calls itself {@code _} has a name; annotations of constructors are blank, and so are
 * the parentheses of {@code for (…) do}.
 */
final class ScalaReadable {
  private final byte[] code;
  private final byte[] plain;

  /** The opening brackets around, and for each where it stands. */
  private int[] open = new int[16];

  private int depth;

  /** The depth in which a class names its bases, -1 when none does. */
  private int basesAt = -1;

  ScalaReadable(byte[] content) {
    ScalaText text = new ScalaText(content);
    this.code = text.code();
    this.plain = text.plain();
    read();
  }

  /** The rewritten content. */
  byte[] rewritten() {
    return plain;
  }

  /**
   * Whether a content seems to have an annotation of a constructor, which the grammar takes the
   * parameters for arguments of without an error.
   */
  static boolean misleads(byte[] content) {
    for (int i = 1; i < content.length; i++) {
      if (content[i] == '@' && content[i - 1] == ' ' && isBehindClass(content, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBehindClass(byte[] content, int at) {
    int start = at;
    while (start > 0 && content[start - 1] != '\n' && at - start < 200) {
      start--;
    }
    String line = new String(content, start, at - start, StandardCharsets.ISO_8859_1);
    return line.contains("class ");
  }

  private void read() {
    int at = 0;
    while (at < code.length) {
      byte b = code[at];
      if (isNameStart(b)) {
        int end = wordEnd(at);
        word(at, end);
        at = end;
        continue;
      }
      switch (b) {
        case '(', '[', '{' -> {
          if (b == '{') {
            basesAt = -1;
            parameter(at);
          }
          push(at);
        }
        case ')', ']', '}' -> close(at);
        case '\n' -> lineBreak(at);
        default -> {}
      }
      at++;
    }
  }

  private void push(int at) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = at;
  }

  private void close(int at) {
    depth = Math.max(0, depth - 1);
    if (code[at] != ')') {
      return;
    }
    int begin = open[depth];
    if (depth == basesAt && at + 1 < code.length && code[at + 1] == '(') {
      boolean isEmpty = skip(begin + 1) == at;
      set(at, isEmpty ? ' ' : ',');
      set(at + 1, ' ');
      // What follows is still inside of the list before.
      code[at + 1] = ' ';
      depth++;
      return;
    }
    int next = skip(at + 1);
    if (isWord(next, "do") && isBehindFor(begin)) {
      set(begin, ' ');
      set(at, ' ');
    }
  }

  private boolean isBehindFor(int begin) {
    int i = begin - 1;
    while (i >= 0 && code[i] == ' ') {
      i--;
    }
    return i >= 2
        && code[i] == 'r'
        && code[i - 1] == 'o'
        && code[i - 2] == 'f'
        && (i == 2 || !isNamePart(code[i - 3]));
  }

  private void word(int start, int end) {
    if (equals(start, end, "extends")) {
      basesAt = depth;
    } else if (equals(start, end, "class")) {
      basesAt = -1;
      annotation(end);
    } else if (equals(start, end, "def")
        || equals(start, end, "val")
        || equals(start, end, "object")
        || equals(start, end, "trait")) {
      basesAt = -1;
    }
  }

  /** Between the name of a class and its parameters: an annotation of the constructor. */
  private void annotation(int from) {
    int name = wordEnd(skipSpaces(from));
    int at = skipSpaces(code[Math.min(name, code.length - 1)] == '[' ? closing(name) : name);
    while (at < code.length && code[at] == '@') {
      int end = at + 1;
      while (end < code.length && (isNamePart(code[end]) || code[end] == '.')) {
        end++;
      }
      int list = skipSpaces(end);
      if (list < code.length && code[list] == '(') {
        int after = closing(list);
        int next = skipSpaces(after);
        boolean own = next < code.length && (code[next] == '(' || code[next] == 'p');
        end = own ? after : end;
      }
      blank(at, end);
      at = skipSpaces(end);
    }
  }

  /** The offset behind the bracket that closes the one at an offset, or the end of the line. */
  private int closing(int from) {
    int nested = 0;
    for (int i = from; i < code.length && code[i] != '\n'; i++) {
      switch (code[i]) {
        case '(', '[' -> nested++;
        case ')', ']' -> {
          if (--nested == 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    return from;
  }

  /** {@code { x: T => } becomes {@code {(x: T)=> }, unless a class names itself so. */
  private void parameter(int brace) {
    int name = skipSpaces(brace + 1);
    int end = wordEnd(name);
    int colon = skipSpaces(end);
    if (end == name || colon >= code.length || code[colon] != ':') {
      return;
    }
    boolean isTemplate = isTemplate(brace);
    if (isTemplate && equals(name, end, "_")) {
      // A class that does not name itself, only its type.
      set(name, 'x');
    }
    if (isTemplate || name == brace + 1 || equals(name, end, "self")) {
      return;
    }
    int nested = 0;
    for (int i = colon + 1; i + 1 < code.length && code[i] != '\n'; i++) {
      switch (code[i]) {
        case '(', '[' -> nested++;
        case ')', ']' -> nested--;
        case '{', '}', ';' -> {
          return;
        }
        case '=' -> {
          if (nested == 0 && code[i + 1] == '>' && code[i - 1] == ' ') {
            set(name - 1, '(');
            set(i - 1, ')');
            return;
          }
        }
        default -> {}
      }
    }
  }

  /** Whether the line before a brace begins a class or an object. */
  private boolean isTemplate(int brace) {
    int start = brace;
    while (start > 0 && code[start - 1] != '\n') {
      start--;
    }
    for (int i = start; i < brace; i++) {
      if (isNameStart(code[i])) {
        int end = wordEnd(i);
        for (String word : TEMPLATE_WORDS) {
          if (equals(i, end, word)) {
            return true;
          }
        }
        i = end;
      }
    }
    return false;
  }

  private static final String[] TEMPLATE_WORDS = {
    "class", "trait", "object", "enum", "extends", "with", "new"
  };

  private void lineBreak(int at) {
    int next = skip(at);
    boolean goesOn =
        next < code.length && (isMember(next) || isOperator(next) || isBehindOperator(at));
    if (goesOn || depth > 0 && code[open[depth - 1]] == '(' && isBehindArrow(at)) {
      for (int i = at; i < next; i++) {
        if (code[i] == '\n') {
          set(i, ' ');
        }
      }
    }
  }

  private boolean isMember(int at) {
    return code[at] == '.' && at + 1 < code.length && isNameStart(code[at + 1]);
  }

  /** Whether an operator with a space behind it begins the line. */
  private boolean isOperator(int at) {
    int end = at;
    while (end < code.length && isOperatorPart(code[end])) {
      end++;
    }
    return end < code.length && code[end] == ' ' && isInfix(at, end);
  }

  private static boolean isOperatorPart(byte b) {
    return "!#%&*+-/:<=>?\\^|~".indexOf(b) >= 0;
  }

  private boolean isInfix(int start, int end) {
    return end > start
        && !equals(start, end, "=>")
        && !equals(start, end, "?=>")
        && !equals(start, end, "<-")
        && !equals(start, end, "=")
        && !equals(start, end, ":");
  }

  /** Whether an operator with a space before it ends the line. */
  private boolean isBehindOperator(int at) {
    int end = at;
    while (end > 0 && code[end - 1] == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && isOperatorPart(code[start - 1])) {
      start--;
    }
    return start > 0 && code[start - 1] == ' ' && isInfix(start, end);
  }

  private boolean isBehindArrow(int at) {
    int i = at - 1;
    while (i >= 0 && code[i] == ' ') {
      i--;
    }
    return i > 0 && code[i] == '>' && code[i - 1] == '=';
  }

  private boolean isWord(int at, String word) {
    return at < code.length && isNameStart(code[at]) && equals(at, wordEnd(at), word);
  }

  private boolean equals(int start, int end, String ascii) {
    if (end - start != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (code[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < code.length && isNamePart(code[end])) {
      end++;
    }
    return end;
  }

  private static boolean isNameStart(byte b) {
    return b < 0 || b == '_' || b == '$' || Character.isLetter(b);
  }

  private static boolean isNamePart(byte b) {
    return isNameStart(b) || b >= '0' && b <= '9';
  }

  private int skip(int from) {
    int i = from;
    while (i < code.length && (code[i] == ' ' || code[i] == '\n' || code[i] == '\t')) {
      i++;
    }
    return i;
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < code.length && (code[i] == ' ' || code[i] == '\t')) {
      i++;
    }
    return i;
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      set(i, ' ');
      code[i] = ' ';
    }
  }

  private void set(int at, char c) {
    plain[at] = (byte) c;
  }
}
