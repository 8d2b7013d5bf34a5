package dev.codegraph.parser.cfamily;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The text that a macro stands for. The grammar does not look into it, and it need not be whole
 * code; names with parentheses behind them are calls all the same.
 */
final class MacroBody {
  private static final Set<String> KEYWORDS =
      Set.of(
          "_Alignof",
          "_Generic",
          "_Pragma",
          "_Static_assert",
          "__alignof__",
          "__asm__",
          "__attribute__",
          "__declspec",
          "__typeof__",
          "alignas",
          "alignof",
          "asm",
          "case",
          "catch",
          "const_cast",
          "decltype",
          "defined",
          "do",
          "dynamic_cast",
          "else",
          "for",
          "goto",
          "if",
          "int",
          "noexcept",
          "operator",
          "reinterpret_cast",
          "return",
          "sizeof",
          "static_assert",
          "static_cast",
          "switch",
          "throw",
          "typeid",
          "typeof",
          "void",
          "while");

  /** Takes what was found. */
  interface Calls {
    void call(String name, int start, int argumentCount);
  }

  private final byte[] source;
  private final int end;
  private final Set<String> parameters;
  private final List<Call> found = new ArrayList<>();
  private final Deque<Call> open = new ArrayDeque<>();
  private int at;

  /**
   * @param parameters Names that a use of the macro replaces.
   */
  MacroBody(byte[] source, int start, int end, Set<String> parameters) {
    this.source = source;
    this.at = start;
    this.end = end;
    this.parameters = parameters;
  }

  private static final class Call {
    private final String name;
    private final int start;
    private int commas;
    private boolean isEmpty = true;

    Call(String name, int start) {
      this.name = name;
      this.start = start;
    }
  }

  /** Gives the calls in the text, in order. */
  void calls(Calls calls) {
    while (at < end) {
      byte b = source[at];
      if (isNameStart(b)) {
        name();
      } else if (b == '"' || b == '\'') {
        literal(b);
      } else {
        symbol(b);
      }
    }
    for (Call call : found) {
      calls.call(call.name, call.start, call.isEmpty ? 0 : call.commas + 1);
    }
  }

  private void name() {
    int start = at;
    while (at < end && (isNameStart(source[at]) || source[at] >= '0' && source[at] <= '9')) {
      at++;
    }
    notEmpty();
    int next = at;
    while (next < end && (source[next] == ' ' || source[next] == '\t')) {
      next++;
    }
    if (next < end && source[next] == '(') {
      String name = new String(source, start, at - start, StandardCharsets.UTF_8);
      boolean isCall = !parameters.contains(name) && !KEYWORDS.contains(name) && !isPasted(start);
      Call call = new Call(name, start);
      if (isCall) {
        found.add(call);
      }
      open.push(call);
      at = next + 1;
    }
  }

  /** Whether a name is only a part of one, or a member of something. */
  private boolean isPasted(int start) {
    int before = start - 1;
    while (before > 0 && (source[before] == ' ' || source[before] == '\t')) {
      before--;
    }
    return source[before] == '#' || source[before] == '.' || source[before] == '>';
  }

  private void literal(byte quote) {
    notEmpty();
    at++;
    while (at < end && source[at] != quote) {
      at += source[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void symbol(byte b) {
    Call inner = open.peek();
    if (b == '/' && at + 1 < end && source[at + 1] == '/') {
      at = end;
      return;
    }
    if (b == '(') {
      notEmpty();
      open.push(new Call("", at));
    } else if (b == ')') {
      open.poll();
    } else if (b == ',' && inner != null) {
      inner.commas++;
    } else if (b > ' ' && b != '\\') {
      notEmpty();
    }
    at++;
  }

  private void notEmpty() {
    Call inner = open.peek();
    if (inner != null) {
      inner.isEmpty = false;
    }
  }

  private static boolean isNameStart(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_';
  }
}
