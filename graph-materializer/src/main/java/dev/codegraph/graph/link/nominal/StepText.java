package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.FileFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * The expression that a definition without a declared type gets its type from, written down in its
 * entry so that other files can follow it: one step per line, from the inside out, each the kind,
 * the number of arguments and the text. A text of several lines is not written.
 */
final class StepText {
  /** Stands before the steps, where other entries have a type. */
  static final String MARK = "=";

  private static final int MAX_STEPS = 32;

  private StepText() {}

  /**
   * Writes an expression.
   *
   * @param offset Where it stands: a parameter that it begins with is written as its type.
   * @return the steps; empty when they would say nothing in another file
   */
  static String write(FileFacts facts, LocalBindings locals, int expression, int offset) {
    List<String> steps = new ArrayList<>(4);
    for (int at = expression; at >= 0; at = facts.expressions().get(at).base()) {
      Expression step = facts.expressions().get(at);
      Expression known = step;
      if (step.kind() == ExpressionKind.NAME) {
        Binding local = locals.at(step.text(), offset);
        if (local != null) {
          if (local.declaredType().isEmpty() || local.declaredType().equals("type")) {
            return "";
          }
          known = new Expression(ExpressionKind.CAST, local.declaredType(), -1, -1);
        }
      }
      if (steps.size() == MAX_STEPS || known.text().indexOf('\n') >= 0) {
        return "";
      }
      steps.add(known.kind() + " " + known.argumentCount() + " " + known.text());
    }
    return steps.isEmpty() ? "" : MARK + String.join("\n", steps.reversed());
  }

  /** Whether a type of an entry is such an expression. */
  static boolean is(String type) {
    return type.startsWith(MARK);
  }

  /** The steps, the innermost first; each is based on the one before. */
  static List<Expression> read(String type) {
    List<Expression> steps = new ArrayList<>(4);
    for (String line : type.substring(MARK.length()).split("\n")) {
      String[] parts = line.split(" ", 3);
      steps.add(
          new Expression(
              ExpressionKind.valueOf(parts[0]),
              parts.length < 3 ? "" : parts[2],
              steps.size() - 1,
              Integer.parseInt(parts[1])));
    }
    return steps;
  }
}
