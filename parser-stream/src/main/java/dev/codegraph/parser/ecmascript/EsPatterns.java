package dev.codegraph.parser.ecmascript;

import java.util.function.IntConsumer;

/** The shapes that take a value apart. Their nesting is bounded by that of brackets. */
final class EsPatterns {
  private EsPatterns() {}

  /** What a pattern binds or assigns, with the way to it from the whole value. */
  interface Part {
    /**
     * One step into a value.
     *
     * @param base What was returned for the value around; the caller's own for the whole.
     * @param keyNode Node of the property name; -1 for an element of an array, -2 for a rest.
     */
    int step(int base, int keyNode);

    /** A name that is bound or assigned to. */
    void name(int nameNode, int value);
  }

  /** All nodes that a pattern binds; those are identifiers or shorthand properties. */
  static void names(EsSyntax syntax, int node, IntConsumer names) {
    walk(
        syntax,
        node,
        -1,
        new Part() {
          @Override
          public int step(int base, int keyNode) {
            return base;
          }

          @Override
          public void name(int nameNode, int value) {
            names.accept(nameNode);
          }
        });
  }

  /** Goes through a pattern; {@code value} stands for what is taken apart. */
  static void walk(EsSyntax syntax, int node, int value, Part part) {
    switch (syntax.kind(node)) {
      case IDENTIFIER -> part.name(node, value);
      case SHORTHAND_PROPERTY_IDENTIFIER_PATTERN -> part.name(node, part.step(value, node));
      case ASSIGNMENT_PATTERN, OBJECT_ASSIGNMENT_PATTERN -> {
        int left = syntax.child(node, EsField.LEFT);
        if (left >= 0) {
          walk(syntax, left, value, part);
        }
      }
      case REST_PATTERN -> {
        int inner = syntax.firstNamed(node);
        if (inner >= 0) {
          walk(syntax, inner, part.step(value, -2), part);
        }
      }
      case PAIR_PATTERN -> {
        int key = syntax.child(node, EsField.KEY);
        int inner = syntax.child(node, EsField.VALUE);
        if (key >= 0 && inner >= 0) {
          walk(syntax, inner, part.step(value, key), part);
        }
      }
      case OBJECT_PATTERN -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          walk(syntax, c, value, part);
        }
      }
      case ARRAY_PATTERN -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          walk(syntax, c, part.step(value, -1), part);
        }
      }
      default -> {}
    }
  }
}
