package dev.codegraph.parser.kotlin;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A content in words that the grammar knows: same length, same places. The grammar is older than
 * {@code fun interface}, {@code ..<}, guards in {@code when}, context parameters and strings that
 * begin with dollars, takes a constructor, a {@code where} or a {@code by} on a line of its own for
 * a new statement, and knows neither receivers with a dot, nor binary literals that begin with two
 * digits, nor an assignment to a member of what a call gives. Other strings and comments stay as
 * they are.
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

  /** Words that an operand follows. */
  private static final Set<String> PREFIXES =
      Set.of(
          "return",
          "throw",
          "else",
          "do",
          "in",
          "is",
          "as",
          "by",
          "val",
          "var",
          "constructor",
          "get",
          "set",
          "out",
          "class");

  /** Words that say what is declared. */
  private static final Set<String> DECLARING =
      Set.of("class", "interface", "object", "fun", "val", "var", "typealias");

  private final byte[] original;
  private final KotlinText text;
  private final KotlinTargets targets;
  private byte @Nullable [] bytes;

  /** Whether an {@code is} was seen since the line, the block or the condition began. */
  private boolean testsType;

  /** Parentheses and brackets that are open. */
  private int depth;

  /** How many of them are where the header of a class goes on; -1 outside. */
  private int inHeader = -1;

  /** Braces that are open, and by their number those around the members of a class. */
  private int braces;

  private final BitSet classBodies = new BitSet();

  /** Offset of the last byte before the token that is code; -1 before the first. */
  private int last = -1;

  /** Annotations of the declaration of the file that was begun last, up to its word. */
  private int annotations;

  private boolean isDeclared;

  /** Whether the content would be read wrongly without any error. */
  private boolean misleads;

  KotlinReadable(byte[] original) {
    this.original = original;
    this.text = new KotlinText(original);
    this.targets = new KotlinTargets(text);
  }

  /** Empty where nothing has to change. */
  Optional<byte[]> rewritten() {
    int at = 0;
    while (at < original.length) {
      int end = token(at);
      if ((original[at] < 0 || original[at] > ' ') && !text.is(at, "//") && !text.is(at, "/*")) {
        last = end - 1;
      }
      at = end;
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
    int operator = targets.operator(at);
    if (operator > 0) {
      assignment(at, operator);
      targets.symbol(at);
      return at + operator;
    }
    if (c == '/' || c == '"' || c == '\'' || c == '`') {
      int end = text.afterOpaque(at);
      targets.opaque(at);
      return end;
    }
    if (KotlinText.isWordStart(c)) {
      int end = text.wordEnd(at);
      topLevel(at, end);
      word(at, end);
      targets.word(at, end);
      return end;
    }
    if (c == '$' && text.byteAt(at + 1) == '$') {
      targets.symbol(at);
      return dollars(at);
    }
    targets.symbol(at);
    if (c >= '0' && c <= '9') {
      int end = text.wordEnd(at);
      if (end - at > 3 && c == '0' && (original[at + 1] | 0x20) == 'b') {
        write(at + 1, 'x');
      }
      return end;
    }
    switch (c) {
      case '(', '[' -> {
        if (c == '(') {
          calledName(at);
          if (depth != inHeader && beginsStatement(at) && !wantsOperand()) {
            write(at - 1, ';');
            misleads = true;
          }
        }
        depth++;
        testsType = false;
      }
      case ')', ']' -> depth--;
      case '{' -> {
        classBodies.set(braces, depth == inHeader);
        braces++;
        inHeader = depth == inHeader ? -1 : inHeader;
        testsType = false;
      }
      case '}' -> {
        braces = Math.max(0, braces - 1);
        lastMember(at);
      }
      case '!' -> {
        if (text.byteAt(at + 1) != '!' && text.byteAt(at + 1) != '=' && beginsStatement(at)) {
          write(at - 1, ';');
        }
      }
      case '@' -> annotation(at);
      case '\n', ';', '&', '|' -> testsType = false;
      case '-' -> testsType &= text.byteAt(at + 1) != '>';
      case '.' -> {
        if (text.is(at, "..<")) {
          write(at + 2, ' ');
          return at + 3;
        }
        if (text.byteAt(at + 1) == '(') {
          receiver(at);
        }
      }
      default -> {}
    }
    return at + 1;
  }

  private void word(int at, int end) {
    if (text.is(at, end, "fun") || text.is(at, end, "val") || text.is(at, end, "var")) {
      inHeader = depth == inHeader ? -1 : inHeader;
      int next = text.afterSpace(end);
      if (original[at] == 'f' && next > end && text.isWord(next, "interface")) {
        write(at, '@');
      }
    } else if (text.is(at, end, "class") || text.is(at, end, "interface")) {
      inHeader = depth;
      constructor(end);
    } else if (text.is(at, end, "is")) {
      testsType = true;
    } else if (text.is(end, "@{") && last >= 5 && text.is(last - 5, "return")) {
      blank(at, end + 1);
    } else if (text.is(at, end, "return") && last >= 1 && text.is(last - 1, "->")) {
      // The value alone is read better there.
      if (text.byteAt(end) == ' ') {
        blank(at, end);
      }
    } else if (end - at > 2 && isNumbered(at)) {
      write(at, '_');
    } else if (text.is(at, end, "else")) {
      otherwise(at, end);
    } else if (text.is(at, end, "where") && isWordAfter(end) && goesOn(at)
        || text.is(at, end, "by") && text.byteAt(end) == ' ' && goesOn(at) && depth != inHeader) {
      blankLines(last + 1, at);
    } else if (text.is(at, end, "suspend") && text.byteAt(text.afterSpace(end)) == '{') {
      blank(at, end);
    } else if (depth > 0 && (text.is(at, end, "actual") || text.is(at, end, "expect"))) {
      if (isParameter(text.afterSpace(end))) {
        blank(at, end);
      }
    } else if (text.is(at, end, "if") && testsType) {
      write(at, ',');
      write(at + 1, ' ');
      testsType = false;
    } else if (isOperand(at, end) && MODIFIERS.contains(ascii(at, end))) {
      write(end - 1, '_');
    } else if (text.is(at, end, "in")) {
      condition(at);
    } else if (text.is(at, end, "object")) {
      inHeader = depth;
      emptyCompanion(at, end);
    } else if (text.is(at, end, "by") && depth == inHeader) {
      delegation(at, end);
    } else if (text.is(at, end, "context") && text.byteAt(end) == '(') {
      contextParameters(at, end);
    }
  }

  /** Whether a word is plainly a name, by what stands around it. */
  private boolean isOperand(int at, int end) {
    if (text.byteAt(at - 1) == '.' || text.byteAt(at - 1) == '@') {
      return false;
    }
    byte next = text.byteAt(end);
    return "(.,)[?!".indexOf(next) >= 0 && next != 0
        || text.is(end, " ->")
        || next == ' ' && text.byteAt(end + 1) == '=' && text.byteAt(end + 2) != '=';
  }

  private String ascii(int from, int to) {
    return to - from > 11 ? "" : new String(original, from, to - from, StandardCharsets.UTF_8);
  }

  /** A condition of {@code when} that begins a line does not go on with the line before. */
  private void condition(int at) {
    int first = text.byteAt(at - 1) == '!' ? at - 1 : at;
    int i = at;
    while (i < original.length && original[i] != '\n' && !text.is(i, "->")) {
      i++;
    }
    if (text.is(i, "->") && beginsStatement(first) && original[last] != '}') {
      write(first - 1, ';');
      misleads = true;
    }
  }

  /**
   * The last entry of {@code when} does not belong to an {@code if} in the line before, and may
   * have a guard: a value takes its place.
   */
  private void otherwise(int at, int end) {
    int next = text.afterSpace(end);
    boolean hasGuard = text.isWord(next, "if") && text.startsLine(at);
    int i = next;
    while (hasGuard && i < original.length && "\n{".indexOf(original[i]) < 0 && !text.is(i, "->")) {
      i++;
    }
    if (text.is(i, "->") && (hasGuard || goesOn(at))) {
      write(at, 'n');
      write(at + 1, 'u');
      write(at + 2, 'l');
      write(at + 3, 'l');
      if (hasGuard) {
        write(next, ',');
        write(next + 1, ' ');
      }
    }
  }

  /** Whether a token begins a line below something that may end there. */
  private boolean goesOn(int at) {
    return last >= 0
        && text.startsLine(at)
        && (KotlinText.isWordPart(original[last]) || ")]}\"'`?!>".indexOf(original[last]) >= 0);
  }

  /** Whether a token is the first one of a line, with space before, that begins a statement. */
  private boolean beginsStatement(int at) {
    return at > 0 && original[at - 1] != '\n' && original[Math.max(last, 0)] != '>' && goesOn(at);
  }

  /** Whether the last word is an operator between two operands, or another one that goes on. */
  private boolean wantsOperand() {
    int begin = last + 1;
    while (KotlinText.isWordPart(text.byteAt(begin - 1))) {
      begin--;
    }
    if (begin > last || PREFIXES.contains(ascii(begin, last + 1))) {
      return begin <= last;
    }
    int before = begin - 1;
    while (text.byteAt(before) == ' ') {
      before--;
    }
    int word = before + 1;
    while (KotlinText.isWordPart(text.byteAt(word - 1))) {
      word--;
    }
    return word <= before
        ? !PREFIXES.contains(ascii(word, before + 1))
        : before >= 0 && ")]}\"'".indexOf(original[before]) >= 0;
  }

  private boolean isWordAfter(int at) {
    int next = text.afterSpace(at);
    return next > at && KotlinText.isWordStart(text.byteAt(next));
  }

  /** Whether a name begins as a word of the language that a digit may follow. */
  private boolean isNumbered(int at) {
    byte third = text.byteAt(at + 2);
    return third >= '0'
        && third <= '9'
        && (text.is(at, "in") || text.is(at, "is") || text.is(at, "as"));
  }

  private boolean isParameter(int at) {
    return text.isWord(at, "val")
        || text.isWord(at, "var")
        || text.isWord(at, "override")
        || text.isWord(at, "vararg")
        || isVisibility(at);
  }

  /** An assignment that the grammar does not know becomes an operation of two operands. */
  private void assignment(int at, int length) {
    int from =
        length == 1 && text.byteAt(at + 1) != ' ' && text.byteAt(at - 1) == ' ' ? at - 1 : at;
    if (length == 2 || from < at || text.byteAt(at + 1) == ' ') {
      write(from, '|');
      write(from + 1, '|');
    } else {
      write(at, '*');
    }
  }

  /**
   * A string that begins with dollars, so that fewer of them before a name say nothing; gives the
   * offset after it.
   */
  private int dollars(int at) {
    int open = at;
    while (text.byteAt(open) == '$') {
      open++;
    }
    int count = open - at;
    if (text.byteAt(open) != '"') {
      return open;
    }
    blank(at, open);
    boolean isRaw = text.is(open, "\"\"\"");
    int i = open + (isRaw ? 3 : 1);
    int inside = 0;
    while (i < original.length) {
      if (inside == 0
          && (isRaw ? text.is(i, "\"\"\"") : original[i] == '"' || original[i] == '\n')) {
        int end = i;
        while (text.byteAt(end) == '"') {
          end++;
        }
        return isRaw ? end : Math.min(i + 1, original.length);
      }
      int run = i;
      while (text.byteAt(run) == '$') {
        run++;
      }
      if (run > i) {
        boolean isValue = run - i >= count;
        for (int k = i; k < (isValue ? run - 1 : run); k++) {
          write(k, '_');
        }
        inside += isValue && text.byteAt(run) == '{' ? 1 : 0;
        i = isValue && text.byteAt(run) == '{' ? run + 1 : run;
      } else {
        inside += inside == 0 ? 0 : original[i] == '{' ? 1 : original[i] == '}' ? -1 : 0;
        i += original[i] == '\\' && !isRaw ? 2 : 1;
      }
    }
    return original.length;
  }

  /**
   * {@code (f)(x)} where a block begins: the grammar takes the first parentheses for parameters.
   */
  private void calledName(int open) {
    int end = text.wordEnd(open + 1);
    if (last >= 0
        && (original[last] == '{' || original[last] == '>')
        && end > open + 1
        && text.is(end, ")(")) {
      write(open, ' ');
      write(end, ' ');
    }
  }

  /** A member at the end of a line has its end, also where the brace of the class follows. */
  private void lastMember(int brace) {
    if (classBodies.get(braces)
        && text.byteAt(brace - 1) == ' '
        && last >= 0
        && (KotlinText.isWordPart(original[last]) || ")]\"`?".indexOf(original[last]) >= 0)
        && isBlank(last + 1, brace)) {
      write(brace - 1, ';');
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (original[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private void annotation(int at) {
    if (text.is(at, "@all:")) {
      // What stands there instead has as many letters.
      write(at + 1, 'g');
      write(at + 2, 'e');
      write(at + 3, 't');
    }
    if (depth == 0 && braces == 0) {
      beginsDeclaration(at);
      annotations += isDeclared || text.is(at, "@file:") ? 0 : 1;
    }
  }

  /**
   * A declaration of the file with several annotations is taken for an expression, without an
   * error, when another one follows: what ends it keeps them apart.
   */
  private void beginsDeclaration(int at) {
    if (isDeclared && (at == 0 || original[at - 1] == '\n')) {
      if (annotations > 1
          && last >= 0
          && original[last] != ';'
          && original[last + 1] >= 0
          && original[last + 1] <= ' ') {
        write(last + 1, ';');
        misleads = true;
      }
      annotations = 0;
      isDeclared = false;
    }
  }

  /** Looks at a word between the declarations of the file, or in their heads. */
  private void topLevel(int at, int end) {
    if (depth == 0 && braces == 0 && !text.is(at, end, "where") && !text.is(at, end, "by")) {
      beginsDeclaration(at);
      isDeclared |= DECLARING.contains(ascii(at, end));
    }
  }

  /** A name, modifiers and {@code constructor} on lines of their own are put on one line. */
  private void constructor(int from) {
    int limit = Math.min(original.length, from + LOOKAHEAD);
    int at = text.afterSpace(from);
    at = at < limit && KotlinText.isWordStart(original[at]) ? text.wordEnd(at) : limit;
    int header = at;
    if (text.byteAt(text.afterSpace(at)) == '<') {
      at = text.afterPair(text.afterSpace(at), '<', '>', limit);
    }
    while (at < limit) {
      at = text.afterSpace(at);
      if (text.byteAt(at) == '@') {
        at++;
        while (at < limit
            && (KotlinText.isWordPart(original[at]) || ".:".indexOf(original[at]) >= 0)) {
          at++;
        }
        at = text.byteAt(at) == '(' ? text.afterPair(at, '(', ')', limit) : at;
      } else if (text.isWord(at, "constructor")) {
        for (int i = header; i < at; i++) {
          if (original[i] == '\n' || original[i] == '\r') {
            write(i, ' ');
          }
        }
        return;
      } else if (isVisibility(at)) {
        at = text.wordEnd(at);
      } else {
        return;
      }
    }
  }

  private boolean isVisibility(int at) {
    return text.isWord(at, "private")
        || text.isWord(at, "internal")
        || text.isWord(at, "protected")
        || text.isWord(at, "public")
        || text.isWord(at, "actual")
        || text.isWord(at, "expect");
  }

  /** {@code A.B<D>.() -> C}: the receiver becomes one name, without parentheses around it. */
  private void receiver(int dot) {
    if (!isFunctionType(dot + 1)) {
      return;
    }
    int i = dot - 1;
    if (text.byteAt(i) == ')') {
      int open = openedBefore(i, '(', ')');
      if (open >= 0 && open < i) {
        write(open, ' ');
        write(i, ' ');
      }
      return;
    }
    if (text.byteAt(i) == '>') {
      i = openedBefore(i, '<', '>') - 1;
    }
    for (; i >= 0 && (KotlinText.isWordPart(original[i]) || original[i] == '.'); i--) {
      if (original[i] == '.') {
        write(i, '_');
      }
    }
  }

  private boolean isFunctionType(int open) {
    int limit = Math.min(original.length, open + LOOKAHEAD);
    return text.byteAt(open) == '('
        && text.is(text.afterSpace(text.afterPair(open, '(', ')', limit)), "->");
  }

  /** Where the pair was opened that is closed at an offset, in the same line; else -1. */
  private int openedBefore(int close, char opening, char closing) {
    int open = 0;
    for (int i = close; i >= 0 && original[i] != '\n'; i--) {
      open += original[i] == closing ? 1 : original[i] == opening ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }

  /** A companion without a body at the end of a class gets one where white space is. */
  private void emptyCompanion(int at, int end) {
    int before = at;
    while (before > 0 && original[before - 1] == ' ') {
      before--;
    }
    int next = text.afterSpace(end);
    if (before >= 9
        && text.is(before - 9, before, "companion")
        && text.byteAt(next) == '}'
        && next >= end + 2) {
      write(end, '{');
      write(end + 1, '}');
    }
  }

  /** Context parameters go: {@link KotlinContextParameters} finds them in the original. */
  private void contextParameters(int at, int open) {
    int close = text.afterPair(open, '(', ')', Math.min(original.length, at + LOOKAHEAD));
    int next = text.afterSpace(close);
    if (next > close && text.startsLine(at) && text.byteAt(next) != '{' && declares(next)) {
      // An annotation takes the place, so that the declaration begins here.
      write(at, '@');
      blank(open, close);
    } else if (next > close && !text.startsLine(at)) {
      int type = next;
      while (KotlinText.isWordPart(text.byteAt(type)) || text.byteAt(type) == '.') {
        type++;
      }
      if (isFunctionType(type) && last >= 0 && ":(,<>".indexOf(original[last]) >= 0) {
        blank(at, close);
      }
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
        i = text.afterPair(i, (char) c, c == '(' ? ')' : ']', limit);
      } else if (c == '\n') {
        int next = text.afterSpace(i);
        if (text.byteAt(next) != '{' && text.byteAt(next) != '.' && text.byteAt(next) != '?') {
          return;
        }
        i = next;
      } else if (c == '"' || c == '`' || c == '/') {
        i = text.afterOpaque(i);
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
    if (text.byteAt(at) == '@') {
      return true;
    }
    for (String word : KotlinContextParameters.DECLARING) {
      if (text.isWord(at, word)) {
        return true;
      }
    }
    return false;
  }

  /** Puts what stands on several lines on one. */
  private void blankLines(int from, int to) {
    for (int i = from; i < to; i++) {
      if (original[i] > ' ' || original[i] < 0) {
        return;
      }
    }
    for (int i = from; i < to; i++) {
      write(i, ' ');
    }
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
