package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The parameters that {@code context(name: Type)} before a declaration adds, read from the bytes:
 * the grammar does not know them.
 */
final class KotlinContextParameters {
  /** Words that a declaration with context parameters may begin with. */
  static final Set<String> DECLARING =
      Set.of(
          "fun",
          "val",
          "var",
          "class",
          "private",
          "public",
          "internal",
          "protected",
          "suspend",
          "inline",
          "override",
          "abstract",
          "open",
          "final",
          "operator",
          "infix",
          "tailrec",
          "external",
          "expect",
          "actual",
          "interface",
          "sealed",
          "data");

  private KotlinContextParameters() {}

  /** Binds what stands before a declaration, from an offset on. */
  static void bind(KotlinContext context, int declaration, int from) {
    Syntax<KotlinNode> syntax = context.syntax();
    byte[] source = syntax.source();
    int list = syntax.child(declaration, KotlinNode.MODIFIERS);
    int open = -1;
    for (int c = syntax.firstNamed(list); c >= 0 && open < 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, KotlinNode.ANNOTATION) && source[syntax.start(c)] == 'c') {
        open = syntax.end(c);
      }
    }
    if (open < 0) {
      return;
    }
    int close = open;
    for (int depth = 0; close < source.length; close++) {
      depth += source[close] == '(' ? 1 : source[close] == ')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    int at = open + 1;
    for (String part : List.of(text(source, at, close).split(","))) {
      int colon = part.indexOf(':');
      String name = colon < 0 ? "" : part.substring(0, colon).strip();
      String type = part.substring(colon + 1).strip();
      int typeAt = at + bytes(part.substring(0, part.indexOf(type)));
      at += bytes(part) + 1;
      String simple = type.replaceAll("[^\\p{L}\\p{N}_].*", "");
      if (!simple.isEmpty()) {
        context.facts().referenceAt(Role.TYPE, simple, typeAt, context.walk().owner(), -1, -1);
      }
      if (!name.isEmpty() && !name.equals("_")) {
        context.walk().bind(name, BindingKind.PARAMETER, from, type, -1);
      } else if (!type.isEmpty()) {
        int end = context.walk().scope().end();
        context
            .facts()
            .binding("", BindingKind.RECEIVER, context.walk().owner(), from, end, type, -1);
      }
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String text(byte[] source, int from, int to) {
    return new String(source, from, to - from, StandardCharsets.UTF_8);
  }
}
