package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Role;

/** Patterns: the names that they bind, the classes that they ask for. */
final class RubyPatterns {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyPatterns(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks a pattern. */
  void pattern(int node) {
    switch (syntax.kind(node)) {
      case IDENTIFIER -> walk.variables().local(node, BindingKind.PATTERN, -1);
      case CONSTANT, SCOPE_RESOLUTION -> type(node);
      case AS_PATTERN -> {
        int value = syntax.field(node, RubyField.VALUE);
        int name = syntax.field(node, RubyField.NAME);
        pattern(value);
        bind(name, typeOf(value));
      }
      case ARRAY_PATTERN,
          FIND_PATTERN,
          HASH_PATTERN,
          ALTERNATIVE_PATTERN,
          PARENTHESIZED_PATTERN,
          ERROR -> {
        for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
          pattern(c);
        }
      }
      case KEYWORD_PATTERN -> {
        int key = syntax.field(node, RubyField.KEY);
        int value = syntax.field(node, RubyField.VALUE);
        if (value >= 0) {
          pattern(value);
        } else if (syntax.is(key, RubyNode.HASH_KEY_SYMBOL)) {
          bind(key, "");
        }
      }
      case SPLAT_PARAMETER, HASH_SPLAT_PARAMETER -> bind(syntax.field(node, RubyField.NAME), "");
      case HASH_SPLAT_NIL -> {
        // Says that there is no more.
      }
      case VARIABLE_REFERENCE_PATTERN, EXPRESSION_REFERENCE_PATTERN ->
          walk.expressions().value(syntax.firstPart(node), false);
      default -> walk.expressions().value(node, false);
    }
  }

  private void bind(int name, String type) {
    if (name >= 0) {
      walk.context().bind(syntax.text(name), BindingKind.PATTERN, syntax.start(name), type, -1);
    }
  }

  private void type(int node) {
    walk.names().reference(node, Role.TYPE, -1);
  }

  /** The class that a value has once it fits; empty when the pattern does not say one. */
  private String typeOf(int pattern) {
    int type = walk.names().isConstant(pattern) ? pattern : syntax.field(pattern, RubyField.CLASS);
    return type >= 0 && walk.names().isConstant(type) ? syntax.normalText(type) : "";
  }
}
