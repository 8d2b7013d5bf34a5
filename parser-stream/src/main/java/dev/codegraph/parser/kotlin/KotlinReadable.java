package dev.codegraph.parser.kotlin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A content in words that the grammar knows: same length, same places. The grammar is older than
 * {@code fun interface}, {@code ..<}, guards in {@code when} and context parameters, takes a
 * constructor on a line of its own for a new statement, and knows neither receivers with a dot nor
 * binary literals that begin with two digits. Strings and comments stay as they are.
 */
final class KotlinReadable {
  private static final int LOOKAHEAD = 4_000;

  /**
   * Words that the grammar takes for modifiers where a statement begins, also when they are names.
   */
  private static final Set<String> MODIFIERS =
      Set.of(
          "open",
          "final",
          "abstract",
          "sealed",
          "annotation",
          "override",
          "lateinit",
          "public",
          "private",
          "internal",
          "protected",
          "tailrec",
          "operator",
          "infix",
          "inline",
          "external",
          "const",
          "vararg",
          "noinline",
          "crossinline",
          "out",
          "reified",
          "companion");

  private final byte[] original;
  private byte @Nullable [] bytes;

  /** Whether an {@code is} was seen since the line, the block or the condition began. */
  private boolean testsType;

  /** Parentheses and brackets that are open. */
  private int depth;

  /** How many of them are where the header of a class goes on; -1 outside. */
  private int inHeader = -1;

  /** Whether the content would be read wrongly without any error. */
  private boolean misleads;

  KotlinReadable(byte[] original) {
    this.original = original;
  }

  /** Empty where nothing has to change. */
  Optional<byte[]> rewritten() {
    int at = 0;
    while (at < original.length) {
      at = token(at);
    }
    return Optional.ofNullable(bytes);
  }

  /** Whether the grammar can take the content itself for something else, without an error. */
  boolean misleads() {
    return misleads;
  }

  /** Looks at one token and gives the offset after it. */
  private int token(int at) {
    byte c = original[at];
    if (c == '/' || c == '"' || c == '\'' || c == '`') {
      return afterOpaque(at);
    }
    if (isWordStart(c)) {
      int end = wordEnd(at);
      word(at, end);
      return end;
    }
    if (c >= '0' && c <= '9') {
      int end = wordEnd(at);
      if (end - at > 3 && c == '0' && (original[at + 1] | 0x20) == 'b') {
        write(at + 1, 'x');
      }
      return end;
    }
    switch (c) {
      case '(', '[' -> {
        depth++;
        testsType = false;
      }
      case ')', ']' -> depth--;
      case '{' -> {
        inHeader = depth == inHeader ? -1 : inHeader;
        testsType = false;
      }
      case '\n', ';', '&', '|' -> testsType = false;
      case '-' -> testsType &= byteAt(at + 1) != '>';
      case '.' -> {
        if (is(at, "..<")) {
          write(at + 2, ' ');
          return at + 3;
        }
        if (byteAt(at + 1) == '(') {
          receiver(at);
        }
      }
      default -> {}
    }
    return at + 1;
  }

  private void word(int at, int end) {
    if (is(at, end, "fun") || is(at, end, "val") || is(at, end, "var")) {
      inHeader = depth == inHeader ? -1 : inHeader;
      int next = afterSpace(end);
      if (original[at] == 'f' && next > end && isWord(next, "interface")) {
        write(at, '@');
      }
    } else if (is(at, end, "class") || is(at, end, "interface")) {
      inHeader = depth;
      constructor(end);
    } else if (is(at, end, "is")) {
      testsType = true;
    } else if (is(at, end, "if") && testsType) {
      write(at, ',');
      write(at + 1, ' ');
      testsType = false;
    } else if (isOperand(at, end) && MODIFIERS.contains(text(at, end))) {
      write(end - 1, '_');
    } else if (is(at, end, "in")) {
      condition(at);
    } else if (is(at, end, "object")) {
      inHeader = depth;
      emptyCompanion(at, end);
    } else if (is(at, end, "by") && depth == inHeader) {
      delegation(at, end);
    } else if (is(at, end, "context") && byteAt(end) == '(') {
      contextParameters(at, end);
    }
  }

  /** Whether a word is plainly a name, by what stands around it. */
  private boolean isOperand(int at, int end) {
    if (byteAt(at - 1) == '.' || byteAt(at - 1) == '@') {
      return false;
    }
    byte next = byteAt(end);
    return "(.,)[?!".indexOf(next) >= 0 && next != 0
        || next == ' ' && byteAt(end + 1) == '=' && byteAt(end + 2) != '=';
  }

  private String text(int from, int to) {
    return to - from > 11 ? "" : new String(original, from, to - from, StandardCharsets.UTF_8);
  }

  /** A condition of {@code when} that begins a line does not go on with the line before. */
  private void condition(int at) {
    int first = byteAt(at - 1) == '!' ? at - 1 : at;
    int before = first - 1;
    while (before >= 0 && (original[before] == ' ' || original[before] == '\t')) {
      before--;
    }
    if (before < 0 || original[before] != '\n') {
      return;
    }
    int i = at;
    while (i < original.length && original[i] != '\n' && !is(i, "->")) {
      i++;
    }
    int last = before;
    while (last > 0 && original[last] <= ' ' && original[last] >= 0) {
      last--;
    }
    if (is(i, "->") && original[last] != '{' && original[last] != ',' && original[last] != '}') {
      write(before, ';');
      misleads = true;
    }
  }

  /** A name, modifiers and {@code constructor} on lines of their own are put on one line. */
  private void constructor(int from) {
    int limit = Math.min(original.length, from + LOOKAHEAD);
    int at = afterSpace(from);
    at = at < limit && isWordStart(original[at]) ? wordEnd(at) : limit;
    int header = at;
    if (byteAt(afterSpace(at)) == '<') {
      at = afterPair(afterSpace(at), '<', '>', limit);
    }
    while (at < limit) {
      at = afterSpace(at);
      if (byteAt(at) == '@') {
        at++;
        while (at < limit && (isWordPart(original[at]) || ".:".indexOf(original[at]) >= 0)) {
          at++;
        }
        at = byteAt(at) == '(' ? afterPair(at, '(', ')', limit) : at;
      } else if (isWord(at, "constructor")) {
        for (int i = header; i < at; i++) {
          if (original[i] == '\n' || original[i] == '\r') {
            write(i, ' ');
          }
        }
        return;
      } else if (isVisibility(at)) {
        at = wordEnd(at);
      } else {
        return;
      }
    }
  }

  private boolean isVisibility(int at) {
    return isWord(at, "private")
        || isWord(at, "internal")
        || isWord(at, "protected")
        || isWord(at, "public")
        || isWord(at, "actual")
        || isWord(at, "expect");
  }

  /** {@code A.B.() -> C}: the receiver becomes one name. */
  private void receiver(int dot) {
    int arrow =
        afterSpace(afterPair(dot + 1, '(', ')', Math.min(original.length, dot + LOOKAHEAD)));
    if (!is(arrow, "->")) {
      return;
    }
    for (int i = dot - 1; i >= 0 && (isWordPart(original[i]) || original[i] == '.'); i--) {
      if (original[i] == '.') {
        write(i, '_');
      }
    }
  }

  /** A companion without a body at the end of a class gets one where white space is. */
  private void emptyCompanion(int at, int end) {
    int before = at;
    while (before > 0 && original[before - 1] == ' ') {
      before--;
    }
    int next = afterSpace(end);
    if (before >= 9
        && is(before - 9, before, "companion")
        && byteAt(next) == '}'
        && next >= end + 2) {
      write(end, '{');
      write(end + 1, '}');
    }
  }

  /** Context parameters go: {@link KotlinContextParameters} finds them in the original. */
  private void contextParameters(int at, int open) {
    int close = afterPair(open, '(', ')', Math.min(original.length, at + LOOKAHEAD));
    int next = afterSpace(close);
    if (next > close && startsLine(at) && byteAt(next) != '{' && declares(next)) {
      // An annotation takes the place, so that the declaration begins here.
      write(at, '@');
      blank(open, close);
    }
  }

  /**
   * The value that a base is delegated to is followed by the body of the class, which the grammar
   * would take for its last argument: the value goes.
   */
  private void delegation(int at, int end) {
    int limit = Math.min(original.length, at + LOOKAHEAD);
    int i = end;
    while (i < limit && original[i] != '{' && original[i] != ',' && original[i] != ';') {
      byte c = original[i];
      if (c == '(' || c == '[') {
        i = afterPair(i, (char) c, c == '(' ? ')' : ']', limit);
      } else if (c == '\n') {
        int next = afterSpace(i);
        if (byteAt(next) != '{' && byteAt(next) != '.' && byteAt(next) != '?') {
          return;
        }
        i = next;
      } else if (c == '"' || c == '`' || c == '/') {
        i = afterOpaque(i);
      } else if (c == ')' || c == ']' || c == '}') {
        return;
      } else {
        i++;
      }
    }
    if (i < limit && original[i] == '{' && i > end) {
      blank(at, i);
      misleads = true;
    }
  }

  private boolean declares(int at) {
    if (byteAt(at) == '@') {
      return true;
    }
    for (String word : KotlinContextParameters.DECLARING) {
      if (isWord(at, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsLine(int at) {
    int i = at - 1;
    while (i >= 0 && (original[i] == ' ' || original[i] == '\t')) {
      i--;
    }
    return i < 0 || original[i] == '\n';
  }

  /** The offset after a comment, a string or a name in backticks; after the byte if it is none. */
  private int afterOpaque(int at) {
    if (is(at, "//")) {
      return lineEnd(at);
    }
    if (is(at, "/*")) {
      int depth = 1;
      int i = at + 2;
      while (i < original.length && depth > 0) {
        boolean opens = is(i, "/*");
        boolean closes = is(i, "*/");
        depth += opens ? 1 : closes ? -1 : 0;
        i += opens || closes ? 2 : 1;
      }
      return i;
    }
    if (is(at, "\"\"\"")) {
      int i = at + 3;
      while (i < original.length && !is(i, "\"\"\"")) {
        i++;
      }
      return Math.min(original.length, i + 3);
    }
    byte quote = original[at];
    if (quote == '/') {
      return at + 1;
    }
    int braces = 0;
    int i = at + 1;
    while (i < original.length && original[i] != '\n') {
      byte c = original[i];
      if (c == quote && braces == 0) {
        return i + 1;
      }
      if (quote == '"') {
        braces += is(i, "${") ? 1 : c == '}' && braces > 0 ? -1 : 0;
      }
      i += c == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(i, original.length);
  }

  private int lineEnd(int at) {
    int i = at;
    while (i < original.length && original[i] != '\n') {
      i++;
    }
    return i;
  }

  private int afterPair(int open, char opening, char closing, int limit) {
    int depth = 0;
    int i = open;
    while (i < limit) {
      byte c = original[i];
      if (c == '"' || c == '`' || c == '/') {
        i = afterOpaque(i);
        continue;
      }
      depth += c == opening ? 1 : c == closing ? -1 : 0;
      i++;
      if (depth == 0) {
        return i;
      }
    }
    return limit;
  }

  private int afterSpace(int at) {
    int i = at;
    while (i < original.length && original[i] <= ' ' && original[i] >= 0) {
      i++;
    }
    return i;
  }

  private int wordEnd(int at) {
    int i = at;
    while (i < original.length && isWordPart(original[i])) {
      i++;
    }
    return i;
  }

  private boolean isWord(int at, String word) {
    return is(at, word) && !isWordPart(byteAt(at + word.length()));
  }

  private boolean is(int at, int end, String word) {
    return end - at == word.length() && is(at, word);
  }

  private boolean is(int at, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (byteAt(at + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private byte byteAt(int at) {
    return at >= 0 && at < original.length ? original[at] : 0;
  }

  private static boolean isWordStart(byte c) {
    return c < 0 || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isWordPart(byte c) {
    return isWordStart(c) || c >= '0' && c <= '9';
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (original[i] != '\n') {
        write(i, ' ');
      }
    }
  }

  private void write(int at, char c) {
    byte[] copy = bytes;
    if (copy == null) {
      copy = original.clone();
      bytes = copy;
    }
    copy[at] = (byte) c;
  }
}
