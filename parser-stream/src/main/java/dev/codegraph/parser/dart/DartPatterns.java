package dev.codegraph.parser.dart;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Patterns: the names that they bind, the types that they ask for. */
final class DartPatterns {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartPatterns(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether a node is a pattern. */
  boolean isPattern(int node) {
    return switch (syntax.kind(node)) {
      case VARIABLE_PATTERN,
          CONSTANT_PATTERN,
          RECORD_PATTERN,
          LIST_PATTERN,
          MAP_PATTERN,
          OBJECT_PATTERN,
          REST_PATTERN,
          CAST_PATTERN,
          NULL_CHECK_PATTERN,
          NULL_ASSERT_PATTERN ->
          true;
      default -> false;
    };
  }

  /**
   * Walks a pattern.
   *
   * @param binds Whether a name alone is a new variable, as in a declaration.
   */
  void pattern(int node, boolean binds) {
    switch (syntax.kind(node)) {
      case VARIABLE_PATTERN -> variable(node);
      case CONSTANT_PATTERN -> constant(node, binds);
      case OBJECT_PATTERN -> object(node, binds);
      default -> {
        for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
          if (isPattern(c)) {
            pattern(c, binds);
          } else if (walk.types().isType(c)) {
            c = walk.types().reference(c);
          } else if (!syntax.is(c, DartNode.IDENTIFIER)) {
            // The key of a map; a name alone is that of a field of a record.
            walk.statements().statement(c);
          }
        }
      }
    }
  }

  private void variable(int node) {
    int name = -1;
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, DartNode.IDENTIFIER)) {
        name = c;
      }
    }
    if (name >= 0) {
      walk.types().references(node, syntax.start(name));
      bind(name, walk.types().before(node, syntax.start(name)));
    }
  }

  private void bind(int name, String type) {
    if (!syntax.textEquals(name, "_")) {
      walk.members().bind(name, BindingKind.PATTERN, type, -1);
    }
  }

  private void constant(int node, boolean binds) {
    int only = syntax.firstNamed(node);
    if (!syntax.is(only, DartNode.IDENTIFIER)) {
      walk.statements().parts(node);
    } else if (binds || isAfterColon(node)) {
      bind(only, "");
    } else if (!syntax.textEquals(only, "_") && !syntax.text(only).isEmpty()) {
      walk.expressions().run(only, Role.READ, false);
    }
  }

  /** Whether a colon without a name before it stands before: the field gives the name. */
  private boolean isAfterColon(int node) {
    int at = syntax.start(node) - 1;
    byte[] source = syntax.source();
    while (at > 0 && source[at] == ' ') {
      at--;
    }
    if (at < 1 || source[at] != ':') {
      return false;
    }
    at--;
    while (at > 0 && source[at] >= 0 && source[at] <= ' ') {
      at--;
    }
    return source[at] == '(' || source[at] == ',';
  }

  private void object(int node, boolean binds) {
    int type = syntax.child(node, DartNode.TYPE_IDENTIFIER);
    int value = -1;
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (c == type) {
        value = walk.expression(ExpressionKind.CAST, walk.types().name(type), -1, -1);
        c = walk.types().reference(c);
      } else if (walk.types().isType(c)) {
        c = walk.types().reference(c);
      } else if (syntax.is(c, DartNode.IDENTIFIER)) {
        walk.context().reference(Role.READ, syntax.text(c), c, value, -1);
      } else if (isPattern(c)) {
        pattern(c, binds);
      } else {
        walk.statements().statement(c);
      }
    }
  }
}
