package dev.codegraph.parser.python;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Type references inside annotations that are written as strings. */
final class StringAnnotations {
  private static final Set<String> KEYWORDS = Set.of("None", "True", "False", "and", "or", "not");

  private final PythonSyntax syntax;
  private final FactsBuilder facts;

  StringAnnotations(PythonSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.facts = facts;
  }

  /** Adds a reference for each dotted name of the string; values inside Literal are left out. */
  void add(int string, Scope scope, int owner) {
    String content = syntax.stringContent(string);
    byte[] source = syntax.tree.source();
    int at = syntax.tree.endByte(syntax.tree.firstChild(string));
    int end = at + content.getBytes(StandardCharsets.UTF_8).length;
    if (end > syntax.tree.endByte(string)) {
      return;
    }
    int base = -1;
    boolean skip = false;
    while (at < end) {
      byte b = source[at];
      if (b == '\'' || b == '"' || b == '\\') {
        skip = !skip;
      }
      if (!isStart(b)) {
        if (b != '.') {
          base = -1;
        }
        at++;
        continue;
      }
      int start = at;
      while (at < end && (isStart(source[at]) || (source[at] >= '0' && source[at] <= '9'))) {
        at++;
      }
      String name = new String(source, start, at - start, StandardCharsets.UTF_8);
      boolean dotted = at < end && source[at] == '.';
      if (skip || KEYWORDS.contains(name)) {
        continue;
      }
      if (base >= 0 || !PythonWalk.isLocal(name, scope)) {
        facts.referenceAt(dotted ? Role.READ : Role.TYPE, name, start, owner, base, -1);
      }
      base =
          base < 0
              ? facts.expression(ExpressionKind.NAME, name, -1, -1)
              : facts.expression(ExpressionKind.MEMBER, name, base, -1);
      if (!dotted) {
        base = -1;
      }
    }
  }

  private static boolean isStart(byte b) {
    return b < 0 || b == '_' || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
