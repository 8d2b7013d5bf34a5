package dev.codegraph.parser.cfamily;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words in a content that only a macro can explain: export and attribute macros, calling
 * conventions, begin and end of namespaces. The grammars take them for types or names and lose what
 * stands around them, so they are set aside before the parse. Outside of function bodies only, and
 * only where no other reading makes a declaration.
 *
 * <p>What looks like such a word is written in capitals, or begins with two underscores.
 */
final class MacroWords {
  /** A word that was set aside, with its arguments. */
  record Word(int start, int end, boolean hasArguments, int endOfName) {}

  private final Tokens tokens;
  private final boolean isCpp;
  private final Conditions conditions;
  private final DeclarationBegin begins;
  private final List<Word> words = new ArrayList<>();
  private final Braces braces = new Braces();
  private Head head = new Head();
  private int at;

  /** Open braces of a value that is listed. */
  private int valueBraces;

  private MacroWords(byte[] source, boolean isCpp) {
    this.tokens = Tokens.of(source);
    this.isCpp = isCpp;
    this.conditions = new Conditions(tokens);
    this.begins = new DeclarationBegin(tokens);
  }

  /** The words of a content. */
  static List<Word> of(byte[] source, boolean isCpp) {
    MacroWords scan = new MacroWords(source, isCpp);
    scan.run();
    return scan.words;
  }

  /** The content with blanks where the words are; itself when there are none. */
  static byte[] without(byte[] source, boolean isCpp) {
    MacroWords scan = new MacroWords(source, isCpp);
    scan.run();
    List<Directives.Span> spans = scan.tokens.directives().spans();
    if (scan.words.isEmpty() && spans.isEmpty() && scan.conditions.misplaced().isEmpty()) {
      return source;
    }
    byte[] copy = Arrays.copyOf(source, source.length);
    scan.words.forEach(word -> blank(copy, word.start(), word.end()));
    spans.forEach(span -> blank(copy, span.start(), span.end()));
    scan.conditions.misplaced().forEach(line -> blank(copy, line.start(), line.end()));
    return copy;
  }

  private static void blank(byte[] copy, int start, int end) {
    for (int i = start; i < end; i++) {
      if (copy[i] != '\n' && copy[i] != '\r') {
        copy[i] = ' ';
      }
    }
  }

  /** What the declaration that is being read has shown so far. */
  private static final class Head {
    private int count;
    private int previous = -1;
    private int beforePrevious = -1;
    private int typeKey = -1;
    private int typeName = -1;
    private boolean hasParentheses;
    private boolean hasValue;
    private boolean opensScope;
    private boolean isEnum;
    private int parentheses;
  }

  /** Open braces: whether declarations stand in them, and the name of the type they belong to. */
  private static final class Braces {
    private boolean[] holdDeclarations = new boolean[16];
    private int[] names = new int[16];
    private int depth;

    void push(boolean declarations, int name) {
      if (depth == names.length) {
        names = Arrays.copyOf(names, 2 * depth);
        holdDeclarations = Arrays.copyOf(holdDeclarations, 2 * depth);
      }
      holdDeclarations[depth] = declarations;
      names[depth++] = name;
    }

    void pop() {
      depth = Math.max(0, depth - 1);
    }

    boolean holdDeclarations() {
      return depth == 0 || holdDeclarations[depth - 1];
    }

    int name() {
      return depth == 0 ? -1 : names[depth - 1];
    }
  }

  private void run() {
    while (at < tokens.count()) {
      conditions.before(at, valueBraces > 0 || head.parentheses > 0, head.count > 0);
      if (!word()) {
        note();
        at++;
      }
    }
  }

  /** Sets the present token aside when it is such a word; it is passed then. */
  private boolean word() {
    if (tokens.isFixedWord(at) || isCpp && (isExport() || isInstantiation())) {
      set(at, at);
      return true;
    }
    if (tokens.isTypeKey(at) && typeName()) {
      return true;
    }
    if (isQualifier() || isBehindParameter() || isBeforeType() || isStatement()) {
      return true;
    }
    if (!tokens.isMacroLike(at)
        || !braces.holdDeclarations()
        || head.parentheses > 0
        || head.hasValue
        || head.isEnum) {
      return false;
    }
    int last = tokens.is(at + 1, '(') ? tokens.closing(at + 1) : at;
    if (last < 0 || !isMacro(last)) {
      return false;
    }
    set(at, last);
    return true;
  }

  /**
   * A word, in capitals or not, between the star and the name of a pointer, or between the type and
   * the star: no expression has two names side by side.
   */
  private boolean isQualifier() {
    if (!tokens.isName(at)) {
      return false;
    }
    boolean isPointer = tokens.is(at - 1, '*') || tokens.is(at - 1, '&');
    boolean isBeforeName =
        tokens.isName(at + 1) && (tokens.isMacroLike(at) || !tokens.isMacroLike(at + 1))
            || tokens.isWord(at + 1, "operator")
            || tokens.isWord(at + 1, "const");
    boolean isBetween =
        tokens.is(at + 1, '*')
            && (tokens.isType(at - 1)
                || tokens.isName(at - 1) && (tokens.isTypeKey(at - 2) || tokens.isMacroLike(at)));
    if (isPointer && isBeforeName || isBetween) {
      set(at, at);
      return true;
    }
    return false;
  }

  /** A word behind the name of a parameter. */
  private boolean isBehindParameter() {
    if (!tokens.isMacroLike(at) || !tokens.isName(at - 1) || !tokens.isTypeLike(at - 2)) {
      return false;
    }
    int last = tokens.is(at + 1, '(') ? tokens.closing(at + 1) : at;
    boolean ends = last >= 0 && (tokens.is(last + 1, ',') || tokens.is(last + 1, ')'));
    if (ends) {
      set(at, last);
    }
    return ends;
  }

  /**
   * A word before a type that is a keyword, where a declaration, a parameter or a cast begins; or a
   * word between such a type and the name of a function: nothing else can stand there.
   */
  private boolean isBeforeType() {
    if (!tokens.isName(at)) {
      return false;
    }
    boolean isBeforeKeyword = tokens.isType(at + 1) || tokens.isTypeKey(at + 1);
    boolean begins =
        head.parentheses > 0
            ? tokens.isMacroLike(at) && (tokens.is(at - 1, '(') || tokens.is(at - 1, ','))
            : braces.holdDeclarations()
                && !head.hasValue
                && (head.count == 0 || tokens.isSpecifier(head.previous));
    boolean isBeforeFunction =
        head.parentheses == 0
            && !head.hasValue
            && braces.holdDeclarations()
            && (tokens.isType(head.previous)
                || !isCpp && tokens.isName(head.previous) && !tokens.isMacroLike(head.previous))
            && tokens.isName(at + 1)
            && !tokens.isMacroLike(at + 1)
            && tokens.is(at + 2, '(');
    if (begins && isBeforeKeyword || isBeforeFunction) {
      set(at, at);
      return true;
    }
    return false;
  }

  /** In code, a macro with arguments and no semicolon before the next statement. */
  private boolean isStatement() {
    if (!tokens.isMacroLike(at)
        || braces.holdDeclarations()
        || head.count > 0
        || !tokens.is(at + 1, '(')) {
      return false;
    }
    int last = tokens.closing(at + 1);
    if (last >= 0 && (tokens.beginsStatement(last + 1) || tokens.is(last + 1, '}'))) {
      set(at, last);
      return true;
    }
    return false;
  }

  /** The {@code extern} of a template that another file instantiates. */
  private boolean isInstantiation() {
    return tokens.isWord(at, "extern") && tokens.isWord(at + 1, "template");
  }

  private boolean isExport() {
    return tokens.isWord(at, "export") && head.count == 0 && braces.holdDeclarations();
  }

  private void set(int first, int last) {
    words.add(new Word(tokens.start(first), tokens.end(last), last > first, tokens.end(first)));
    at = last + 1;
  }

  /** Between the keyword of a type and its name; the name is the last word before the body. */
  private boolean typeName() {
    int next = at + 1;
    if (tokens.isWord(at, "enum") && tokens.isTypeKey(next)) {
      next++;
    }
    int name = -1;
    int end = next;
    List<int[]> before = new ArrayList<>(2);
    while (tokens.isName(end)
        || tokens.isWord(end, "alignas")
        || tokens.is(end, '[') && tokens.is(end + 1, '[')) {
      if (tokens.is(end, '[')) {
        end = tokens.afterAttribute(end);
        continue;
      }
      int last = tokens.is(end + 1, '(') ? tokens.closing(end + 1) : end;
      if (last < 0) {
        return false;
      }
      if (tokens.isWord(end, "final")) {
        break;
      }
      before.add(new int[] {end, last});
      name = end;
      end = last + 1;
    }
    if (before.size() > 1 && tokens.is(end, '<')) {
      end = tokens.afterTemplate(end);
    }
    boolean isDefinition =
        before.size() > 1
            && before.getLast()[1] == name
            && (tokens.is(end, '{')
                || tokens.is(end, ':') && !tokens.is(end + 1, ':')
                || tokens.isWord(end, "final"));
    if (!isDefinition) {
      return false;
    }
    for (; at < next; at++) {
      note();
    }
    for (int[] word : before.subList(0, before.size() - 1)) {
      set(word[0], word[1]);
    }
    at = name;
    note();
    at++;
    return true;
  }

  /** Whether a word in capitals, with what is in its parentheses, is no part of a declaration. */
  private boolean isMacro(int last) {
    int next = last + 1;
    if (head.count == 0 && tokens.is(head.previous, '}') && tokens.is(next, ';')) {
      // Behind a body a name in capitals may be that of a variable, and one with arguments a use.
      return last == at && !tokens.isCapitals(at);
    }
    if (head.count == 0 || tokens.isSpecifier(head.previous)) {
      return begins.at(next, braces.name()) && !(last > at && tokens.is(next, '{'));
    }
    boolean isBehindSuffix = tokens.isSuffix(head.previous) || tokens.is(head.previous, '&');
    if (tokens.is(head.previous, ')') || head.hasParentheses && isBehindSuffix) {
      boolean isDeclared = head.count > 3 || tokens.is(next, '{') || tokens.is(next, ':');
      return isDeclared && endsHead(next);
    }
    if (head.hasParentheses) {
      return false;
    }
    if (tokens.is(head.previous, ']')) {
      return endsHead(next);
    }
    boolean afterName = tokens.isName(head.previous) && tokens.isTypeLike(head.beforePrevious);
    if (afterName && endsHead(next)) {
      return true;
    }
    return tokens.isTypeLike(head.previous) && tokens.isName(next) && endsName(next + 1);
  }

  /** Whether what follows a word ends the head of a declaration, perhaps after more such words. */
  private boolean endsHead(int token) {
    return tokens.is(token, '{')
        || tokens.is(token, ';')
        || tokens.is(token, '=')
        || tokens.is(token, ':') && !tokens.is(token + 1, ':')
        || tokens.isSuffix(token)
        || tokens.isMacroLike(token) && token > at;
  }

  private boolean endsName(int token) {
    return tokens.is(token, '(')
        || tokens.is(token, ';')
        || tokens.is(token, '=')
        || tokens.is(token, '[')
        || tokens.is(token, ',')
        || tokens.is(token, ':') && tokens.is(token + 1, ':');
  }

  /** Notes what the present token says about the declaration and the braces around it. */
  private void note() {
    switch (tokens.symbol(at)) {
      case '{' -> {
        if (valueBraces > 0 || tokens.is(at - 1, '=')) {
          valueBraces++;
        }
        open();
      }
      case '}' -> {
        valueBraces = Math.max(0, valueBraces - 1);
        braces.pop();
        head = new Head();
        head.previous = at;
      }
      case ';' -> head = new Head();
      case '(' -> {
        head.parentheses++;
        head.hasParentheses = true;
        seen();
      }
      case ')' -> {
        head.parentheses = Math.max(0, head.parentheses - 1);
        seen();
      }
      case '=' -> {
        head.hasValue |= head.parentheses == 0 && !tokens.isWord(head.previous, "operator");
        seen();
      }
      case ':' -> {
        if (head.count == 1 && tokens.isAccess(head.previous)) {
          head = new Head();
        } else {
          seen();
        }
      }
      default -> other();
    }
  }

  private void other() {
    if (tokens.isWord(at, "template") && tokens.is(at + 1, '<')) {
      int after = tokens.afterTemplate(at + 1);
      if (after > at + 1) {
        at = after - 1;
        return;
      }
    }
    if (head.parentheses == 0) {
      if (tokens.isTypeKey(at)) {
        head.typeKey = at;
        head.isEnum |= tokens.isWord(at, "enum");
      } else if (head.typeKey >= 0 && head.typeName < 0 && tokens.isName(at)) {
        head.typeName = at;
      }
      head.opensScope |=
          tokens.isWord(at, "namespace")
              || tokens.isLiteral(at) && tokens.isWord(head.previous, "extern");
    }
    seen();
  }

  private void seen() {
    head.beforePrevious = head.previous;
    head.previous = at;
    head.count++;
  }

  private void open() {
    boolean declarations =
        braces.holdDeclarations()
            && (head.opensScope
                || head.typeKey >= 0 && !head.hasParentheses && !head.hasValue && !head.isEnum);
    braces.push(declarations, declarations ? head.typeName : -1);
    head = new Head();
  }
}
