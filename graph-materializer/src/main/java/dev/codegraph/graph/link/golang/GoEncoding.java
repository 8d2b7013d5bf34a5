package dev.codegraph.graph.link.golang;

import dev.codegraph.schemas.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * An initialiser written down so that other files can find its type: one step per line, from the
 * inside out. The first character of a line is the step: {@code N} a name of the package, {@code P}
 * the qualifier of an imported one, {@code T} a type, {@code Y} a function type, {@code L} a
 * literal, {@code .} a member, {@code (} a call of a name, {@code :} a call of a member, {@code [}
 * an element, and {@code O} what the indexer calls OTHER.
 */
final class GoEncoding {
  private static final int MAX_STEPS = 64;

  private GoEncoding() {}

  /** The steps of an expression; empty when it is too long to be worth it or says nothing. */
  static String encode(
      List<Expression> expressions, int index, GoImports imports, GoTypeText texts, int offset) {
    List<String> steps = new ArrayList<>();
    int at = index;
    while (at >= 0) {
      Expression expression = expressions.get(at);
      String text = expression.text();
      int base = expression.base();
      String step =
          switch (expression.kind()) {
            case NAME ->
                imports.isObvious(text)
                    ? "P" + GoTypeText.qualifier(imports, text).replaceAll("[«»]", "")
                    : "N" + text;
            case MEMBER -> "." + text;
            case CALL -> base < 0 ? "(" + text : ":" + text;
            case NEW, CAST -> "T" + texts.rewrite(text, offset, false);
            case LITERAL -> "L" + text;
            case INDEX -> "[";
            case LAMBDA -> "Y" + texts.rewrite(text, offset, false);
            case OTHER -> "O" + text;
            case THIS, SUPER, AWAIT -> "";
          };
      if (step.isEmpty() || steps.size() == MAX_STEPS) {
        return "";
      }
      steps.add(step);
      // A type says all about what it is the type of.
      at = step.charAt(0) == 'T' ? -1 : base;
    }
    return String.join("\n", steps.reversed());
  }
}
