package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import java.util.ArrayDeque;

/**
 * Cyclomatic complexity (1 and one for each branch) and cognitive complexity (each break of the
 * linear flow, and its nesting) of a callable.
 */
final class JavaComplexity {
  private JavaComplexity() {}

  static void of(JavaContext context, int node, EntityDraft callable) {
    SyntaxTree tree = context.tree();
    int cyclomatic = 1;
    int cognitive = 0;
    ArrayDeque<Integer> nests = new ArrayDeque<>();
    int end = tree.subtreeEnd(node);
    for (int at = node + 1; at < end; at++) {
      while (!nests.isEmpty() && nests.peek() <= at) {
        nests.pop();
      }
      switch (context.kind(at)) {
        case IF_STATEMENT,
            FOR_STATEMENT,
            ENHANCED_FOR_STATEMENT,
            WHILE_STATEMENT,
            DO_STATEMENT,
            CATCH_CLAUSE,
            TERNARY_EXPRESSION -> {
          cyclomatic++;
          cognitive += 1 + nests.size();
          nests.push(tree.subtreeEnd(at));
        }
        case SWITCH_EXPRESSION -> {
          cognitive += 1 + nests.size();
          nests.push(tree.subtreeEnd(at));
        }
        case SWITCH_LABEL -> cyclomatic++;
        case LAMBDA_EXPRESSION -> nests.push(tree.subtreeEnd(at));
        case BINARY_EXPRESSION -> {
          int operator = tree.childByField(at, JavaContext.OPERATOR);
          if (operator >= 0
              && (tree.textEquals(operator, "&&") || tree.textEquals(operator, "||"))) {
            cyclomatic++;
            cognitive++;
          }
        }
        default -> {
          // Straight on.
        }
      }
    }
    callable.complexity(cyclomatic, cognitive);
  }
}
