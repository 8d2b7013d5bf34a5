package dev.codegraph.parser.scala;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Patterns: what they bind, and what they name. */
final class ScalaPatterns {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;

  ScalaPatterns(ScalaContext context, ScalaTypes types, ScalaCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
  }

  /**
   * Binds the names of a pattern in the current block.
   *
   * @param initializer Expression that is matched, for a pattern that is a mere name.
   */
  void bind(int pattern, BindingKind kind, int from, int initializer) {
    List<Integer> names = new ArrayList<>(2);
    references(pattern, names);
    for (int name : names) {
      int type = typeOf(name);
      walk.bind(
          context.name(name), kind, from, types.text(type), name == pattern ? initializer : -1);
    }
  }

  /** The type that a pattern declares for a name, or -1. */
  int typeOf(int name) {
    int parent = syntax.parent(name);
    return syntax.is(parent, ScalaNode.TYPED_PATTERN) ? syntax.field(parent, ScalaField.TYPE) : -1;
  }

  /**
   * The references in a pattern.
   *
   * @param names Takes the nodes of the names that it binds.
   */
  void references(int node, List<Integer> names) {
    switch (syntax.kind(node)) {
      case IDENTIFIER -> {
        if (binds(node)) {
          names.add(node);
        } else {
          context.read(node);
        }
      }
      case STABLE_IDENTIFIER -> types.qualifier(node);
      case CAPTURE_PATTERN -> {
        int name = syntax.field(node, ScalaField.NAME);
        if (!context.name(name).isEmpty()) {
          names.add(name);
        }
        references(syntax.field(node, ScalaField.PATTERN), names);
      }
      case NAMED_PATTERN -> after(syntax.firstNamed(node), names);
      case CASE_CLASS_PATTERN -> {
        int type = syntax.field(node, ScalaField.TYPE);
        types.references(type);
        after(type, names);
      }
      case INFIX_PATTERN -> {
        references(syntax.field(node, ScalaField.LEFT), names);
        int operator = syntax.field(node, ScalaField.OPERATOR);
        walk.reference(Role.TYPE, context.name(operator), operator, -1, -1);
        references(syntax.field(node, ScalaField.RIGHT), names);
      }
      case TYPED_PATTERN -> {
        references(syntax.field(node, ScalaField.PATTERN), names);
        int type = syntax.field(node, ScalaField.TYPE);
        if (type >= 0) {
          types.typeVariables(type);
          types.references(type);
        }
      }
      case GIVEN_PATTERN -> types.references(syntax.field(node, ScalaField.TYPE));
      case INTERPOLATED_STRING_EXPRESSION -> {
        int string = syntax.child(node, ScalaNode.INTERPOLATED_STRING);
        for (int part : syntax.children(string, ScalaNode.INTERPOLATION)) {
          int name = syntax.firstNamed(part);
          references(syntax.is(name, ScalaNode.BLOCK) ? syntax.firstNamed(name) : name, names);
        }
      }
      case TUPLE_PATTERN, NAMED_TUPLE_PATTERN, ALTERNATIVE_PATTERN, REPEAT_PATTERN ->
          all(syntax.firstNamed(node), names);
      case QUOTE_EXPRESSION, ERROR -> code.statement(node);
      default -> {}
    }
  }

  private void after(int node, List<Integer> names) {
    if (node >= 0) {
      all(syntax.nextNamed(node), names);
    }
  }

  private void all(int from, List<Integer> names) {
    for (int c = from; c >= 0; c = syntax.nextNamed(c)) {
      references(c, names);
    }
  }

  /** Whether an identifier is a variable: one in upper case or in backticks names a value. */
  private boolean binds(int node) {
    if (context.name(node).isEmpty()) {
      return false;
    }
    int first = syntax.text(node).codePointAt(0);
    return first != '`' && !Character.isUpperCase(first);
  }
}
