package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Patterns: what they bind, the cases they name, and the values they compare with. */
final class SwiftPatterns {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftPatterns(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks a pattern.
   *
   * @param binds Whether a bare name in it is a new one, rather than a value to compare with.
   * @param source Expression of what it takes apart, -1 when unknown.
   */
  void pattern(int node, boolean binds, BindingKind kind, String type, int source) {
    parts(syntax.firstChild(node), -1, binds, kind, type, source);
  }

  /**
   * Walks a pattern whose parts are among the children of a statement.
   *
   * @param end Node at which the pattern is over, -1 when it goes to the last sibling.
   */
  void parts(int first, int end, boolean binds, BindingKind kind, String type, int source) {
    boolean binding = binds;
    int base = -1;
    int given = source;
    String declared = type;
    int place = 0;
    int tuple = -1;
    boolean afterDot = false;
    boolean isTuple = false;
    for (int c = first; c >= 0 && c != end; c = syntax.nextSibling(c)) {
      if (!syntax.tree().isNamed(c)) {
        if (syntax.textEquals(c, "(") && !isTuple) {
          isTuple = true;
          tuple = base < 0 ? given : -1;
        } else if (syntax.textEquals(c, ",")) {
          place++;
        }
        afterDot = syntax.textEquals(c, ".");
        continue;
      }
      switch (syntax.kind(c)) {
        case VALUE_BINDING_PATTERN -> binding = true;
        case PATTERN -> {
          int part = !isTuple ? given : element(tuple, place);
          String partType = isTuple ? "" : castType(c, declared);
          pattern(c, binding, kind, partType, part);
        }
        case SIMPLE_IDENTIFIER -> {
          boolean isLabel = walk.isToken(syntax.nextSibling(c), ":");
          if (afterDot) {
            int receiver = base < 0 ? walk.modifiers().expected() : base;
            walk.context().reference(Role.READ, walk.name(c), c, receiver, -1);
            base = walk.expression(ExpressionKind.MEMBER, walk.name(c), receiver, -1);
          } else if (!isLabel
              && (binding || syntax.tree().field(c) == SwiftField.BOUND_IDENTIFIER)) {
            bind(c, kind, declared, given);
          } else if (!isLabel) {
            walk.expressions().value(c, false);
          }
        }
        case USER_TYPE -> {
          walk.types().references(c);
          base = walk.expression(ExpressionKind.NAME, walk.types().bare(c), -1, -1);
        }
        case TYPE_ANNOTATION -> walk.types().references(walk.types().annotated(c));
        case WILDCARD_PATTERN, COMMENT, MULTILINE_COMMENT -> {
          // Binds nothing.
        }
        default -> {
          if (syntax.kind(c).isType()) {
            walk.types().references(c);
          } else {
            walk.statements().statement(c);
          }
        }
      }
      afterDot = false;
    }
  }

  /** The type that a pattern is cast to by the words behind it. */
  private String castType(int pattern, String otherwise) {
    int as = syntax.nextSibling(pattern);
    return walk.isToken(as, "as") ? walk.types().text(syntax.nextNamed(as)) : otherwise;
  }

  private int element(int source, int place) {
    return source < 0 ? -1 : walk.expression(ExpressionKind.OTHER, "#" + place, source, -1);
  }

  private void bind(int name, BindingKind kind, String type, int initializer) {
    String text = walk.name(name);
    if (!text.equals("_") && !text.equals("self")) {
      walk.context().bind(text, kind, syntax.start(name), type, type.isEmpty() ? initializer : -1);
    }
  }

  /** The nodes of the names that a pattern of a declaration declares. */
  List<Integer> names(int pattern) {
    List<Integer> names = new ArrayList<>(1);
    names(pattern, names);
    return names;
  }

  private void names(int pattern, List<Integer> names) {
    for (int c = syntax.firstNamed(pattern); c >= 0; c = syntax.nextNamed(c)) {
      boolean isLabel = walk.isToken(syntax.nextSibling(c), ":");
      if (syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER) && !isLabel) {
        if (!syntax.textEquals(c, "_")) {
          names.add(c);
        }
      } else if (syntax.is(c, SwiftNode.PATTERN)) {
        names(c, names);
      }
    }
  }
}
