package dev.codegraph.parser.rust;

import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The names of the macros that {@link RustItemMacros} blanked, which are still called. */
final class RustOpenedMacros {
  private final byte[] content;
  private final WalkContext walk;

  /** Where each of them begins that has not been met yet, in order. */
  private final Deque<Integer> starts = new ArrayDeque<>();

  /**
   * Finds the macros in the content.
   *
   * @param parsed What was parsed instead of it, with as many bytes.
   */
  RustOpenedMacros(byte[] content, byte[] parsed, WalkContext walk) {
    this.content = content;
    this.walk = walk;
    int at = 0;
    int next = Arrays.mismatch(content, parsed);
    while (next >= 0) {
      at += next;
      int end = pathEnd(at);
      if (end > at && end < content.length && content[end] == '!') {
        starts.add(at);
      }
      at = Math.min(Math.max(end, at + 1), content.length);
      next = Arrays.mismatch(content, at, content.length, parsed, at, parsed.length);
    }
  }

  /** Makes the references of the macros before an offset that come next. */
  void before(int offset) {
    while (!starts.isEmpty() && starts.peek() < offset) {
      reference(starts.remove());
    }
  }

  private void reference(int from) {
    int receiver = -1;
    int start = from;
    int end = nameEnd(start);
    while (content[end] == ':' && end + 2 < content.length) {
      String name = text(start, end);
      if (!name.equals("crate") && !name.equals("self") && !name.equals("super")) {
        walk.facts().referenceAt(Role.READ, name, start, walk.owner(), receiver, -1);
      }
      receiver =
          receiver < 0
              ? walk.expression(ExpressionKind.NAME, name + "::", -1, -1)
              : walk.expression(ExpressionKind.MEMBER, name, receiver, -1);
      start = end + 2;
      end = nameEnd(start);
    }
    walk.facts().referenceAt(Role.CALL, text(start, end), start, walk.owner(), receiver, -1);
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < content.length && isNamePart(content[end])) {
      end++;
    }
    return end;
  }

  private int pathEnd(int from) {
    int end = nameEnd(from);
    while (end + 2 < content.length && content[end] == ':' && content[end + 1] == ':') {
      end = nameEnd(end + 2);
    }
    return end;
  }

  private static boolean isNamePart(byte b) {
    return b < 0 || b == '_' || Character.isLetterOrDigit(b);
  }

  private String text(int start, int end) {
    return new String(content, start, end - start, StandardCharsets.UTF_8);
  }
}
