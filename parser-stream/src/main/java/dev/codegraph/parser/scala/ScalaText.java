package dev.codegraph.parser.scala;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The bytes of a content told apart: which are code, which are in texts and which in comments.
 * Nothing is moved.
 */
final class ScalaText {
  private final byte[] source;

  /** The content with comments blank and with every byte inside of a text as an x. */
  private final byte[] code;

  /** The content with comments blank and with slashes at which a comment seems to begin gone. */
  private final byte[] plain;

  private int at;

  ScalaText(byte[] source) {
    this.source = source;
    this.code = source.clone();
    this.plain = source.clone();
    read();
  }

  byte[] code() {
    return code;
  }

  byte[] plain() {
    return plain;
  }

  private void read() {
    // For each text around that code is embedded in, the braces that are open in that code.
    Deque<int[]> around = new ArrayDeque<>();
    boolean begun = false;
    while (at < source.length) {
      byte b = source[at];
      if (b == '/' && is(at + 1, '/')) {
        blank(lineEnd(at), begun);
      } else if (b == '/' && is(at + 1, '*')) {
        blank(commentEnd(), begun);
      } else if (b == '"') {
        begun = true;
        boolean isLong = is(at + 1, '"') && is(at + 2, '"');
        boolean interpolated = at > 0 && isNamePart(source[at - 1]);
        at += isLong ? 3 : 1;
        text(isLong, interpolated, around);
      } else if (b == '{' && !around.isEmpty()) {
        around.peek()[0]++;
        at++;
      } else if (b == '}' && !around.isEmpty() && --around.peek()[0] < 0) {
        boolean isLong = around.pop()[1] == 1;
        at++;
        text(isLong, true, around);
      } else if (b == '\'') {
        character();
      } else if (b == '`') {
        int end = at + 1;
        while (end < source.length && source[end] != '`' && source[end] != '\n') {
          end++;
        }
        at = end + 1;
      } else {
        begun |= b > ' ' || b < 0;
        at++;
      }
    }
  }

  private boolean is(int index, char c) {
    return index < source.length && source[index] == c;
  }

  private static boolean isNamePart(byte b) {
    return b < 0 || b == '_' || Character.isLetterOrDigit(b);
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < source.length && source[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Comments in blocks nest. */
  private int commentEnd() {
    int depth = 0;
    int i = at;
    while (i < source.length) {
      if (source[i] == '/' && is(i + 1, '*')) {
        depth++;
        i += 2;
      } else if (source[i] == '*' && is(i + 1, '/')) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return i;
  }

  /** A comment before all code stays: it may say who wrote the file. */
  private void blank(int end, boolean begun) {
    for (int i = at; i < end; i++) {
      if (source[i] != '\n') {
        code[i] = ' ';
        if (begun) {
          plain[i] = ' ';
        }
      }
    }
    at = end;
  }

  private void character() {
    int end = at + 1;
    if (is(end, '\\')) {
      end++;
      while (end < source.length && source[end] != '\'' && source[end] != '\n') {
        end++;
      }
      hide(at + 1, end);
      at = end + 1;
    } else if (is(at + 2, '\'')) {
      hide(at + 1, at + 2);
      at += 3;
    } else {
      // A symbol or a quote of code.
      at++;
    }
  }

  private void hide(int from, int to) {
    Arrays.fill(code, Math.min(from, code.length), Math.min(to, code.length), (byte) 'x');
  }

  /** Goes on in a text, until it ends or until code is embedded in it. */
  private void text(boolean isLong, boolean interpolated, Deque<int[]> around) {
    int from = at;
    while (at < source.length) {
      byte b = source[at];
      if (b == '"' && (!isLong || is(at + 1, '"') && is(at + 2, '"'))) {
        hide(from, at);
        at += isLong ? 3 : 1;
        while (isLong && is(at, '"')) {
          at++;
        }
        return;
      }
      if (b == '\n' && !isLong) {
        hide(from, at);
        return;
      }
      if (b == '\\' && !isLong) {
        at++;
      } else if (b == '$' && interpolated && is(at + 1, '$')) {
        at++;
      } else if (b == '$' && interpolated && is(at + 1, '{')) {
        hide(from, at);
        at += 2;
        around.push(new int[] {0, isLong ? 1 : 0});
        return;
      } else if (b == '/' && (is(at + 1, '/') || is(at + 1, '*'))) {
        plain[at] = '_';
        plain[at + 1] = '_';
      }
      at++;
    }
    hide(from, at);
  }
}
