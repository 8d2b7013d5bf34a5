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
        case IF_STATEMENT -> {
          cyclomatic++;
          int alternative = tree.childByField(tree.parent(at), JavaContext.ALTERNATIVE);
          if (alternative == at && context.is(tree.parent(at), JavaNode.IF_STATEMENT)) {
            cognitive++;
          } else {
            cognitive += 1 + nests.size();
            nests.push(tree.subtreeEnd(at));
          }
          int otherwise = tree.childByField(at, JavaContext.ALTERNATIVE);
          if (otherwise >= 0 && !context.is(otherwise, JavaNode.IF_STATEMENT)) {
            cognitive++;
          }
        }
        case FOR_STATEMENT,
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
        case SWITCH_LABEL -> {
          if (!tree.textEquals(tree.firstChild(at), "default")) {
            cyclomatic++;
          }
        }
        case BREAK_STATEMENT, CONTINUE_STATEMENT -> {
          if (context.child(at, JavaNode.IDENTIFIER) >= 0) {
            cognitive++;
          }
        }
        case LAMBDA_EXPRESSION -> nests.push(tree.subtreeEnd(at));
        case BINARY_EXPRESSION -> {
          int operator = tree.childByField(at, JavaContext.OPERATOR);
          if (operator >= 0
              && (tree.textEquals(operator, "&&") || tree.textEquals(operator, "||"))) {
            cyclomatic++;
            int outer =
                context.is(tree.parent(at), JavaNode.BINARY_EXPRESSION)
                    ? tree.childByField(tree.parent(at), JavaContext.OPERATOR)
                    : -1;
            if (outer < 0 || tree.kind(outer) != tree.kind(operator)) {
              cognitive++;
            }
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
