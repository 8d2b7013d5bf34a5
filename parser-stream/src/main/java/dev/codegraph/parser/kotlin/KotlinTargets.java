package dev.codegraph.parser.kotlin;

import java.util.BitSet;

/**
 * Tells, token by token, where a statement assigns to a member or an element of what a call gives,
 * as in {@code a().b = c}: the grammar knows assignments only where no call stands before.
 */
final class KotlinTargets {
  /** What the tokens of the statement so far end with. */
  private enum Tail {
    OTHER,
    CALL,
    DOT,
    MEMBER
  }

  private final KotlinText text;

  /** Depths of the brackets that stand behind a call or a member of one. */
  private final BitSet elements = new BitSet();

  private Tail tail = Tail.OTHER;
  private int depth;

  /** Whether the line declares something, so that what it assigns to is no member. */
  private boolean declares;

  KotlinTargets(KotlinText text) {
    this.text = text;
  }

  /** Length of the operator at an offset when it writes to such a target, else 0. */
  int operator(int at) {
    if (tail != Tail.MEMBER || declares) {
      return 0;
    }
    byte c = text.byteAt(at);
    if (c == '=') {
      return text.byteAt(at + 1) == '=' ? 0 : 1;
    }
    return c != 0 && "+-*/%".indexOf(c) >= 0 && text.byteAt(at + 1) == '=' ? 2 : 0;
  }

  void word(int at, int end) {
    declares |= text.is(at, end, "val") || text.is(at, end, "var") || text.is(at, end, "fun");
    tail = tail == Tail.DOT ? Tail.MEMBER : Tail.OTHER;
  }

  /** A string, a comment or a name in backticks. */
  void opaque(int at) {
    if (!text.is(at, "//") && !text.is(at, "/*")) {
      boolean isName = text.byteAt(at) == '`';
      tail = isName && tail == Tail.DOT ? Tail.MEMBER : Tail.OTHER;
    }
  }

  void symbol(int at) {
    byte c = text.byteAt(at);
    boolean goesOn = tail == Tail.CALL || tail == Tail.MEMBER;
    switch (c) {
      case ' ', '\t', '\r' -> {}
      case '\n' -> {
        int next = text.afterSpace(at);
        declares = false;
        tail = text.byteAt(next) == '.' || text.is(next, "?.") ? tail : Tail.OTHER;
      }
      case '[' -> {
        elements.set(depth, goesOn);
        depth++;
        tail = Tail.OTHER;
      }
      case '(', '{' -> {
        declares &= c == '(';
        elements.clear(depth);
        depth++;
        tail = Tail.OTHER;
      }
      case ']' -> {
        depth = Math.max(0, depth - 1);
        tail = elements.get(depth) ? Tail.MEMBER : Tail.OTHER;
      }
      case ')', '}' -> {
        depth = Math.max(0, depth - 1);
        tail = Tail.CALL;
      }
      case '.' -> tail = goesOn ? Tail.DOT : Tail.OTHER;
      case '?' -> tail = text.byteAt(at + 1) == '.' ? tail : Tail.OTHER;
      case '!' -> {
        boolean twice = text.byteAt(at + 1) == '!' || text.byteAt(at - 1) == '!';
        tail = twice ? tail : Tail.OTHER;
      }
      default -> {
        declares &= c != ';';
        tail = Tail.OTHER;
      }
    }
  }
}
