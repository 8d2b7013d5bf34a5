package dev.codegraph.parser.golang;

import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Composite literals: what they create, and the fields that their keys name. */
final class GoLiterals {
  private final GoContext context;
  private final GoSyntax syntax;
  private final GoTypes types;
  private final GoExpressions expressions;

  GoLiterals(GoContext context, GoTypes types, GoExpressions expressions) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
    this.expressions = expressions;
  }

  /** Walks a composite literal and gives its expression. */
  int composite(int node) {
    int type = syntax.field(node, GoSyntax.TYPE);
    types.references(type, Role.INSTANTIATE);
    int literal = context.facts().expression(ExpressionKind.NEW, types.text(type), -1, -1);
    int body = syntax.field(node, GoSyntax.BODY);
    if (body >= 0) {
      body(body, literal, type);
    }
    return literal;
  }

  /**
   * Walks the elements of a literal.
   *
   * @param literal Expression of the literal.
   * @param type Node of its type as far as the source says it here, -1 when it does not.
   */
  private void body(int body, int literal, int type) {
    boolean named = isNamed(type);
    for (int c = syntax.firstNamed(body); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, GoNode.KEYED_ELEMENT)) {
        int key = syntax.field(c, GoSyntax.KEY);
        if (key >= 0) {
          key(key, literal, named && mayHaveFields(type), type);
        }
        int value = syntax.field(c, GoSyntax.VALUE);
        if (value >= 0) {
          element(value, literal, type);
        }
      } else {
        element(c, literal, type);
      }
    }
  }

  private void key(int node, int literal, boolean mayBeField, int type) {
    int inner = syntax.firstNamed(node);
    if (inner < 0) {
      return;
    }
    if (syntax.is(inner, GoNode.LITERAL_VALUE)) {
      int key = context.facts().expression(ExpressionKind.OTHER, "key", literal, -1);
      body(inner, key, elementType(type, GoSyntax.KEY));
    } else if (mayBeField
        && syntax.is(inner, GoNode.IDENTIFIER)
        && !(isForeign(type) && !GoSyntax.isExported(syntax.text(inner)))) {
      context.reference(Role.WRITE, syntax.text(inner), inner, literal, -1);
    } else {
      expressions.value(inner, false);
    }
  }

  private void element(int node, int literal, int type) {
    int inner = syntax.is(node, GoNode.LITERAL_ELEMENT) ? syntax.firstNamed(node) : node;
    if (inner < 0) {
      return;
    }
    if (syntax.is(inner, GoNode.LITERAL_VALUE)) {
      int element = context.facts().expression(ExpressionKind.INDEX, "", literal, -1);
      body(inner, element, elementType(type, GoSyntax.VALUE));
    } else {
      expressions.value(inner, false);
    }
  }

  /** The type node of the keys or elements of a literal whose own type is written out, or -1. */
  private int elementType(int type, int field) {
    int element =
        switch (syntax.kind(type)) {
          case SLICE_TYPE, ARRAY_TYPE, IMPLICIT_LENGTH_ARRAY_TYPE ->
              syntax.field(type, GoSyntax.ELEMENT);
          case MAP_TYPE -> syntax.field(type, field);
          default -> -1;
        };
    return syntax.is(element, GoNode.POINTER_TYPE) ? syntax.firstNamed(element) : element;
  }

  /** Whether a type is no slice, array or map in plain sight. */
  private boolean isNamed(int type) {
    return switch (syntax.kind(type)) {
      case SLICE_TYPE, ARRAY_TYPE, IMPLICIT_LENGTH_ARRAY_TYPE, MAP_TYPE -> false;
      default -> true;
    };
  }

  /** Whether a type can be a struct: one that this file declares as something else cannot. */
  private boolean mayHaveFields(int type) {
    if (!syntax.is(type, GoNode.TYPE_IDENTIFIER)) {
      return true;
    }
    int declared = context.typeOfFile(syntax.text(type));
    return declared < 0
        || switch (syntax.kind(declared)) {
          case MAP_TYPE, SLICE_TYPE, ARRAY_TYPE -> false;
          default -> true;
        };
  }

  /** Whether a type is another package's, whose lower-case fields cannot be named here. */
  private boolean isForeign(int type) {
    return syntax.is(type, GoNode.QUALIFIED_TYPE)
        || syntax.is(type, GoNode.GENERIC_TYPE)
            && syntax.is(syntax.field(type, GoSyntax.TYPE), GoNode.QUALIFIED_TYPE);
  }
}
