package dev.codegraph.parser.cfamily;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokens of a content, as far as {@link MacroWords} looks at them: names, literals, and single
 * signs. Comments and preprocessor lines are none.
 */
final class Tokens {
  private static final int NAME = 0x100;
  private static final int LITERAL = 0x200;
  private static final int CAPITALS = 0x400;
  private static final int RESERVED = 0x800;

  private static final int TYPE_KEY = 0x1000;
  private static final int SPECIFIER = 0x2000;
  private static final int BEGINS = 0x4000;
  private static final int TYPE = 0x8000;
  private static final int SUFFIX = 0x10000;
  private static final int ACCESS = 0x20000;
  private static final int KEYWORD = 0x40000;
  private static final int FIXED = 0x80000;
  private static final int STATEMENT = 0x100000;

  private static final Map<String, Integer> WORDS = words();
  private static final int MAX_WORD = 24;

  /** How many tokens a list in parentheses or angle brackets may have to be seen as one. */
  private static final int MAX_LIST = 2_000;

  private final byte[] source;
  private int[] starts;
  private int[] ends;
  private int[] kinds;
  private int count;
  private final Directives directives;

  private Tokens(byte[] source) {
    this.source = source;
    this.directives = new Directives(source);
    int room = source.length / 4 + 16;
    this.starts = new int[room];
    this.ends = new int[room];
    this.kinds = new int[room];
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    add(words, TYPE_KEY | BEGINS | KEYWORD, "class struct union enum");
    add(
        words,
        SPECIFIER | BEGINS | KEYWORD,
        "static inline extern virtual explicit constexpr consteval constinit friend thread_local "
            + "__inline __inline__ __forceinline register mutable");
    add(words, BEGINS | KEYWORD, "typedef namespace using template typename");
    add(words, BEGINS | KEYWORD | ACCESS, "public private protected");
    add(
        words,
        BEGINS | TYPE | KEYWORD,
        "void int char short long float double bool unsigned signed auto wchar_t char8_t char16_t "
            + "char32_t _Bool __int128");
    add(words, SUFFIX | KEYWORD, "const noexcept override final volatile");
    add(words, KEYWORD | STATEMENT, "return if for while do switch goto break continue");
    add(
        words,
        KEYWORD,
        "operator else case default sizeof new and or not xor bitand bitor compl "
            + "delete this throw try catch decltype alignas alignof static_assert _Static_assert "
            + "requires concept true false nullptr asm __asm__ __asm __attribute__ __declspec "
            + "__typeof__ typeof __cdecl __stdcall __fastcall __thiscall __vectorcall __based "
            + "__clrcall __try __except __finally __leave __builtin_va_arg _Generic _Atomic "
            + "__restrict__ __volatile__ __alignof__ __alignof __func__ __FILE__ __LINE__ restrict "
            + "co_await co_return co_yield export import module __extension__ __thread "
            + "_Noreturn noreturn");
    add(words, KEYWORD | FIXED, "__extension__ _Thread_local __restrict");
    return words;
  }

  private static void add(Map<String, Integer> words, int kind, String names) {
    for (String name : names.split(" ", -1)) {
      words.put(name, kind);
    }
  }

  /** Reads all of a content. */
  static Tokens of(byte[] source) {
    Tokens tokens = new Tokens(source);
    tokens.read();
    return tokens;
  }

  /** What is to be set aside in preprocessor lines, and between them. */
  Directives directives() {
    return directives;
  }

  int count() {
    return count;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  private int kind(int token) {
    return token < 0 || token >= count ? 0 : kinds[token];
  }

  /** The sign that a token is; 0 for names and literals. */
  int symbol(int token) {
    return kind(token) & 0xFF;
  }

  boolean is(int token, char symbol) {
    return symbol(token) == symbol;
  }

  boolean isLiteral(int token) {
    return (kind(token) & LITERAL) != 0;
  }

  /** Whether a token is a name and no keyword. */
  boolean isName(int token) {
    return (kind(token) & (NAME | KEYWORD)) == NAME;
  }

  boolean isCapitals(int token) {
    return (kind(token) & CAPITALS) != 0;
  }

  /** Whether a token looks like the name of a macro. */
  boolean isMacroLike(int token) {
    int kind = kind(token);
    return (kind & (CAPITALS | RESERVED)) != 0 && (kind & KEYWORD) == 0;
  }

  boolean isTypeKey(int token) {
    return (kind(token) & TYPE_KEY) != 0;
  }

  boolean isSpecifier(int token) {
    return (kind(token) & SPECIFIER) != 0;
  }

  /** Whether a token can only begin a declaration, or go on with one. */
  boolean beginsDeclaration(int token) {
    return (kind(token) & BEGINS) != 0;
  }

  /** Whether a token can end a type. */
  boolean isTypeLike(int token) {
    return isName(token)
        || (kind(token) & TYPE) != 0
        || is(token, '*')
        || is(token, '&')
        || is(token, '>');
  }

  /** Whether a token is the keyword of a built-in type. */
  boolean isType(int token) {
    return (kind(token) & TYPE) != 0;
  }

  /** Whether a token can only begin a statement. */
  boolean beginsStatement(int token) {
    return (kind(token) & STATEMENT) != 0;
  }

  /** The token after an attribute in double brackets. */
  int afterAttribute(int open) {
    int i = open + 2;
    while (i < Math.min(count, open + MAX_LIST) && !(is(i, ']') && is(i + 1, ']'))) {
      i++;
    }
    return i + 2;
  }

  boolean isSuffix(int token) {
    return (kind(token) & SUFFIX) != 0;
  }

  boolean isAccess(int token) {
    return (kind(token) & ACCESS) != 0;
  }

  /** Whether a token is a word that no grammar knows and that means nothing to the walk. */
  boolean isFixedWord(int token) {
    return (kind(token) & FIXED) != 0;
  }

  boolean isWord(int token, String word) {
    if ((kind(token) & NAME) == 0 || ends[token] - starts[token] != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (source[starts[token] + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two tokens are the same name. */
  boolean same(int a, int b) {
    return a >= 0
        && b >= 0
        && Arrays.equals(source, starts[a], ends[a], source, starts[b], ends[b]);
  }

  /** The token that closes a parenthesis, or -1 when it is not near. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < Math.min(count, open + MAX_LIST); i++) {
      switch (kinds[i] & 0xFF) {
        case '(' -> depth++;
        case ')' -> {
          if (--depth == 0) {
            return i;
          }
        }
        case '{', '}', ';' -> {
          return -1;
        }
        default -> {}
      }
    }
    return -1;
  }

  /** The token after a list in angle brackets, or the opening one when it does not close. */
  int afterTemplate(int open) {
    int depth = 0;
    int parentheses = 0;
    for (int i = open; i < Math.min(count, open + MAX_LIST); i++) {
      switch (kinds[i] & 0xFF) {
        case '(' -> parentheses++;
        case ')' -> parentheses--;
        case '<' -> depth += parentheses == 0 ? 1 : 0;
        case '>' -> {
          if (parentheses == 0 && --depth == 0) {
            return i + 1;
          }
        }
        case '{', '}', ';' -> {
          return open;
        }
        default -> {}
      }
    }
    return open;
  }

  private void read() {
    boolean atLineStart = true;
    int i = 0;
    while (i < source.length) {
      byte b = source[i];
      if (b == '\n') {
        atLineStart = true;
        i++;
      } else if (b <= ' ' && b >= 0) {
        i++;
      } else if (b == '/' && next(i) == '/') {
        i = endOfLine(i);
      } else if (b == '/' && next(i) == '*') {
        i = endOfBlock(i);
      } else if (b == '#' && atLineStart) {
        int end = endOfLine(i);
        directives.line(i, end, count);
        i = end;
      } else {
        atLineStart = false;
        i = token(i, b);
      }
    }
  }

  private int next(int i) {
    return i + 1 < source.length ? source[i + 1] : 0;
  }

  /** A backslash before the line feed makes the next line a part of this one. */
  private int endOfLine(int from) {
    int i = from;
    while (i < source.length) {
      if (source[i] == '\n') {
        int before = i > 0 && source[i - 1] == '\r' ? i - 2 : i - 1;
        if (before < 0 || source[before] != '\\') {
          return i;
        }
      } else if (source[i] == '/' && next(i) == '*') {
        i = endOfBlock(i);
        continue;
      }
      i++;
    }
    return i;
  }

  private int endOfBlock(int from) {
    int i = from + 2;
    while (i + 1 < source.length && !(source[i] == '*' && source[i + 1] == '/')) {
      i++;
    }
    return Math.min(source.length, i + 2);
  }

  private int token(int i, byte b) {
    if (isLetter(b)) {
      return name(i);
    }
    if (b == '"' || b == '\'') {
      int end = literal(i, b);
      add(i, end, LITERAL);
      return end;
    }
    if (b >= '0' && b <= '9') {
      int end = i + 1;
      while (end < source.length
          && (isLetter(source[end])
              || isDigit(source[end])
              || source[end] == '.'
              || source[end] == '\'' && end + 1 < source.length && isDigit(source[end + 1]))) {
        end++;
      }
      add(i, end, LITERAL);
      return end;
    }
    add(i, i + 1, b >= 0 ? b : LITERAL);
    return i + 1;
  }

  private int name(int start) {
    int end = start;
    boolean hasLower = false;
    boolean hasUpper = false;
    while (end < source.length && (isLetter(source[end]) || isDigit(source[end]))) {
      hasLower |= source[end] >= 'a' && source[end] <= 'z' || source[end] < 0;
      hasUpper |= source[end] >= 'A' && source[end] <= 'Z';
      end++;
    }
    if (end < source.length && source[end] == '"' && end - start <= 3) {
      if (source[end - 1] == 'R') {
        int literalEnd = rawString(end);
        add(start, literalEnd, LITERAL);
        return literalEnd;
      }
    }
    int kind = NAME;
    if (hasUpper && !hasLower && end - start > 1) {
      kind |= CAPITALS;
    } else if (source[start] == '_' && next(start) == '_') {
      kind |= RESERVED;
    }
    if (end - start <= MAX_WORD && !hasUpper || source[start] == '_') {
      kind |=
          WORDS.getOrDefault(
              new String(source, start, end - start, StandardCharsets.ISO_8859_1), 0);
    }
    add(start, end, kind);
    return end;
  }

  /** The end of a string in which nothing is escaped: {@code R"x(…)x"}. */
  private int rawString(int quote) {
    int open = quote + 1;
    while (open < source.length && source[open] != '(' && open - quote < 18) {
      open++;
    }
    int length = open - quote - 1;
    for (int i = open; i + length + 1 < source.length; i++) {
      if (source[i] == ')'
          && source[i + length + 1] == '"'
          && Arrays.equals(source, i + 1, i + 1 + length, source, quote + 1, open)) {
        return i + length + 2;
      }
    }
    return source.length;
  }

  private int literal(int start, byte quote) {
    int i = start + 1;
    while (i < source.length && source[i] != quote && source[i] != '\n') {
      i += source[i] == '\\' ? 2 : 1;
    }
    return Math.min(source.length, i < source.length && source[i] == quote ? i + 1 : i);
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '$' || b < 0;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private void add(int start, int end, int kind) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    kinds[count++] = kind;
  }
}
