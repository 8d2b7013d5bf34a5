package dev.codegraph.parser.python;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.PythonSyntax.Field;
import dev.codegraph.schemas.ExpressionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes as expressions of the facts. A chain of members and calls is built from its innermost part
 * outwards in a loop, and each node is built once.
 */
final class PythonExpressions {
  private final PythonSyntax syntax;
  private final FactsBuilder facts;

  /** Index of the expression plus one, by node; 0: not built yet. */
  private final int[] known;

  PythonExpressions(PythonSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.facts = facts;
    this.known = new int[syntax.tree.nodeCount()];
  }

  /** The expression of a node, seen from a scope. */
  int of(int node, Scope scope) {
    List<Integer> chain = new ArrayList<>();
    int built = -1;
    int n = node;
    while (built < 0) {
      if (known[n] != 0) {
        built = known[n] - 1;
        break;
      }
      int inner =
          switch (syntax.kind(n)) {
            case PARENTHESIZED_EXPRESSION, AWAIT -> syntax.firstNamed(n);
            case NAMED_EXPRESSION, SUBSCRIPT -> syntax.child(n, Field.VALUE);
            case ATTRIBUTE -> syntax.child(n, Field.OBJECT);
            case CALL -> calledOn(n);
            default -> -1;
          };
      if (inner < 0) {
        built = leaf(n, scope);
        known[n] = built + 1;
      } else {
        chain.add(n);
        n = inner;
      }
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      built = apply(chain.get(i), built);
      known[chain.get(i)] = built + 1;
    }
    return built;
  }

  /** Says that a node is a call of {@code type} although the grammar sees only its arguments. */
  void isCallOfType(int node, int count) {
    known[node] = facts.expression(ExpressionKind.CALL, "type", -1, count) + 1;
  }

  /** What a call is applied to; -1 when it calls a bare name. */
  private int calledOn(int call) {
    int function = syntax.bare(syntax.child(call, Field.FUNCTION));
    return switch (syntax.kind(function)) {
      case IDENTIFIER -> -1;
      case ATTRIBUTE -> syntax.child(function, Field.OBJECT);
      default -> function;
    };
  }

  private int apply(int node, int base) {
    return switch (syntax.kind(node)) {
      case ATTRIBUTE -> {
        int name = syntax.child(node, Field.ATTRIBUTE);
        yield facts.expression(ExpressionKind.MEMBER, name < 0 ? "" : syntax.text(name), base, -1);
      }
      case CALL -> {
        int function = syntax.bare(syntax.child(node, Field.FUNCTION));
        int name =
            syntax.is(function, PythonNode.ATTRIBUTE)
                ? syntax.child(function, Field.ATTRIBUTE)
                : -1;
        yield facts.expression(
            ExpressionKind.CALL,
            name < 0 ? "" : syntax.text(name),
            base,
            syntax.argumentCount(node));
      }
      case SUBSCRIPT -> facts.expression(ExpressionKind.INDEX, "", base, -1);
      case AWAIT -> facts.expression(ExpressionKind.AWAIT, "", base, -1);
      default -> base;
    };
  }

  private int leaf(int node, Scope scope) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER -> {
        String name = syntax.text(node);
        yield scope.receiverClass(name) != null
            ? facts.expression(ExpressionKind.THIS, "", -1, -1)
            : facts.expression(ExpressionKind.NAME, name, -1, -1);
      }
      case CALL -> call(node, scope);
      case STRING, CONCATENATED_STRING -> literal("string");
      case INTEGER, FLOAT -> literal("number");
      case TRUE, FALSE -> literal("boolean");
      case NONE -> literal("null");
      case LIST, LIST_COMPREHENSION -> literal("list");
      case DICTIONARY, DICTIONARY_COMPREHENSION -> literal("map");
      case TUPLE -> literal("tuple");
      case LAMBDA -> facts.expression(ExpressionKind.LAMBDA, "", -1, -1);
      default -> facts.expression(ExpressionKind.OTHER, "", -1, -1);
    };
  }

  private int call(int node, Scope scope) {
    int function = syntax.bare(syntax.child(node, Field.FUNCTION));
    if (!syntax.is(function, PythonNode.IDENTIFIER)) {
      return facts.expression(ExpressionKind.OTHER, "", -1, -1);
    }
    String name = syntax.text(function);
    int count = syntax.argumentCount(node);
    if (name.equals("super") && scope.find(name) == null) {
      return facts.expression(ExpressionKind.SUPER, "", -1, -1);
    }
    if (name.equals("cast") && count == 2) {
      return facts.expression(ExpressionKind.CAST, syntax.type(syntax.argument(node, 0)), -1, -1);
    }
    if (scope.receiverClass(name) != null) {
      int self = facts.expression(ExpressionKind.THIS, "", -1, -1);
      return facts.expression(ExpressionKind.CALL, "", self, count);
    }
    return facts.expression(ExpressionKind.CALL, name, -1, count);
  }

  private int literal(String kind) {
    return facts.expression(ExpressionKind.LITERAL, kind, -1, -1);
  }
}
