package dev.codegraph.parser.java;

import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.NamedValues;
import org.jspecify.annotations.Nullable;

/**
 * The texts of expressions that are constant within the file: literals, its final fields that hold
 * such a text, and sums of them.
 */
final class JavaTexts {
  private final JavaContext context;
  private final SyntaxTree tree;
  private @Nullable NamedValues constants;

  JavaTexts(JavaContext context) {
    this.context = context;
    this.tree = context.tree();
  }

  /** The text that an expression is; null when the file does not say it. */
  @Nullable String of(int node) {
    return of(node, 0);
  }

  private @Nullable String of(int node, int depth) {
    if (node < 0 || depth > NamedValues.MAX_DEPTH) {
      return null;
    }
    if (context.is(node, JavaNode.STRING_LITERAL)) {
      return literal(node);
    }
    if (context.is(node, JavaNode.IDENTIFIER)) {
      return of(constants().valueOf(context.text(node)), depth + 1);
    }
    if (context.is(node, JavaNode.FIELD_ACCESS)) {
      int type = context.child(node, JavaContext.OBJECT);
      int value = constants().valueOf(context.text(context.child(node, JavaContext.FIELD)));
      return value >= 0 && context.text(type).equals(typeOf(value)) ? of(value, depth + 1) : null;
    }
    if (context.is(node, JavaNode.BINARY_EXPRESSION)
        && context.text(context.child(node, JavaContext.OPERATOR)).equals("+")) {
      String left = of(context.child(node, JavaContext.LEFT), depth + 1);
      String right = left == null ? null : of(context.child(node, JavaContext.RIGHT), depth + 1);
      return right == null ? null : left + right;
    }
    return null;
  }

  private String literal(int node) {
    String text = context.text(node);
    int quotes = text.startsWith("\"\"\"") ? 3 : 1;
    return text.length() < 2 * quotes ? "" : text.substring(quotes, text.length() - quotes).strip();
  }

  /** The name of the type whose field has a value. */
  private String typeOf(int value) {
    int field = tree.parent(tree.parent(value));
    int type = tree.parent(tree.parent(field));
    int name = type < 0 ? -1 : context.child(type, JavaContext.NAME);
    return name < 0 ? "" : context.text(name);
  }

  /** Looks for the fields of the file, once and only when a path is no literal. */
  private NamedValues constants() {
    NamedValues known = constants;
    if (known == null) {
      known = new NamedValues();
      for (int node = 0; node < tree.nodeCount(); node++) {
        if (context.is(node, JavaNode.VARIABLE_DECLARATOR)) {
          int field = tree.parent(node);
          boolean isField =
              context.is(field, JavaNode.FIELD_DECLARATION)
                  || context.is(field, JavaNode.CONSTANT_DECLARATION);
          if (isField) {
            String name = context.text(context.child(node, JavaContext.NAME));
            known.declare(name, isFinal(field) ? context.child(node, JavaContext.VALUE) : -1);
          }
        }
      }
      constants = known;
    }
    return known;
  }

  private boolean isFinal(int field) {
    if (context.is(field, JavaNode.CONSTANT_DECLARATION)) {
      return true;
    }
    int modifiers = context.child(field, JavaNode.MODIFIERS);
    for (int c = modifiers < 0 ? -1 : tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
      if (tree.textEquals(c, "final")) {
        return true;
      }
    }
    return false;
  }
}
