package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.ExpressionKind;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Makes expressions of nodes, each once. Goes down the chain of bases with a loop: chains are as
 * long as the file allows.
 */
final class EsExpressions {
  private static final int UNKNOWN = -2;

  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final FactsBuilder facts;

  /** What {@code this} is at the place that the walk has reached; empty: not known. */
  private final Supplier<String> self;

  private final int[] made;
  private int[] chain = new int[32];

  EsExpressions(EsSyntax syntax, FactsBuilder facts, Supplier<String> self) {
    this.syntax = syntax;
    this.tree = syntax.tree;
    this.facts = facts;
    this.self = self;
    this.made = new int[tree.nodeCount()];
    Arrays.fill(made, UNKNOWN);
  }

  /** Index of the expression of a node; -1 for no node. */
  int of(int node) {
    if (node < 0) {
      return -1;
    }
    int depth = 0;
    int n = node;
    while (n >= 0 && made[n] == UNKNOWN) {
      if (depth == chain.length) {
        chain = Arrays.copyOf(chain, depth * 2);
      }
      chain[depth++] = n;
      n = base(n);
    }
    int expression = n < 0 ? -1 : made[n];
    while (depth > 0) {
      int next = chain[--depth];
      expression = make(next, expression);
      made[next] = expression;
    }
    return expression;
  }

  /** The expression of something that only its own kind describes. */
  int other(String text) {
    return facts.expression(ExpressionKind.OTHER, text, -1, -1);
  }

  int member(String name, int base) {
    return facts.expression(ExpressionKind.MEMBER, name, base, -1);
  }

  int index(int base) {
    return facts.expression(ExpressionKind.INDEX, "", base, -1);
  }

  int cast(String type) {
    return facts.expression(ExpressionKind.CAST, type, -1, -1);
  }

  /** The node that an expression is applied to, or stands for; -1 when it begins a chain. */
  private int base(int node) {
    return switch (syntax.kind(node)) {
      case MEMBER_EXPRESSION, SUBSCRIPT_EXPRESSION, NESTED_IDENTIFIER ->
          syntax.child(node, EsField.OBJECT);
      case CALL_EXPRESSION -> {
        if (syntax.moduleOfCall(node) >= 0) {
          yield -1;
        }
        int callee = callee(syntax.child(node, EsField.FUNCTION));
        yield switch (syntax.kind(callee)) {
          case IDENTIFIER -> -1;
          case MEMBER_EXPRESSION -> syntax.child(callee, EsField.OBJECT);
          default -> callee;
        };
      }
      case NEW_EXPRESSION -> {
        int callee = callee(syntax.child(node, EsField.CONSTRUCTOR));
        yield syntax.is(callee, EsNode.MEMBER_EXPRESSION)
            ? syntax.child(callee, EsField.OBJECT)
            : -1;
      }
      case PARENTHESIZED_EXPRESSION,
          NON_NULL_EXPRESSION,
          SATISFIES_EXPRESSION,
          AWAIT_EXPRESSION,
          INSTANTIATION_EXPRESSION ->
          syntax.firstNamed(node);
      case AS_EXPRESSION -> asType(node) < 0 ? syntax.firstNamed(node) : -1;
      case ASSIGNMENT_EXPRESSION -> syntax.child(node, EsField.RIGHT);
      default -> -1;
    };
  }

  /** The called expression behind parentheses, non-null marks and type arguments. */
  int callee(int node) {
    int n = syntax.unwrap(node);
    while (syntax.is(n, EsNode.INSTANTIATION_EXPRESSION) && syntax.firstNamed(n) >= 0) {
      n = syntax.unwrap(syntax.firstNamed(n));
    }
    return n;
  }

  /** The type node of {@code x as T}; -1 for {@code as const}. */
  private int asType(int node) {
    int value = syntax.firstNamed(node);
    return value < 0 ? -1 : syntax.nextNamed(value);
  }

  private int make(int node, int base) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER -> {
        String text = syntax.text(node);
        if (EsNewer.isImport(text)) {
          yield other("module:" + EsNewer.module(text));
        }
        yield text.equals("this") && !self.get().isEmpty()
            ? at(ExpressionKind.THIS)
            : facts.expression(ExpressionKind.NAME, text, -1, -1);
      }
      case MEMBER_EXPRESSION, NESTED_IDENTIFIER -> {
        int property = syntax.child(node, EsField.PROPERTY);
        yield base < 0 || property < 0 ? other("") : member(syntax.text(property), base);
      }
      case SUBSCRIPT_EXPRESSION -> {
        int key = syntax.child(node, EsField.INDEX);
        if (base < 0) {
          yield other("");
        }
        yield syntax.is(key, EsNode.STRING) ? member(syntax.string(key), base) : index(base);
      }
      case CALL_EXPRESSION -> call(node, base);
      case NEW_EXPRESSION -> {
        int callee = callee(syntax.child(node, EsField.CONSTRUCTOR));
        int count = Math.max(0, arguments(node));
        yield switch (syntax.kind(callee)) {
          case IDENTIFIER -> facts.expression(ExpressionKind.NEW, syntax.text(callee), -1, count);
          case MEMBER_EXPRESSION -> {
            int property = syntax.child(callee, EsField.PROPERTY);
            yield property < 0
                ? other("")
                : facts.expression(ExpressionKind.NEW, syntax.text(property), base, count);
          }
          default -> other("");
        };
      }
      case AWAIT_EXPRESSION ->
          base < 0 ? other("") : facts.expression(ExpressionKind.AWAIT, "", base, -1);
      case PARENTHESIZED_EXPRESSION,
          NON_NULL_EXPRESSION,
          SATISFIES_EXPRESSION,
          INSTANTIATION_EXPRESSION,
          ASSIGNMENT_EXPRESSION ->
          base < 0 ? other("") : base;
      case AS_EXPRESSION -> base >= 0 ? base : cast(syntax.flat(asType(node)));
      case TYPE_ASSERTION -> {
        int type = syntax.firstNamed(syntax.firstNamed(node));
        yield type < 0 ? other("") : cast(syntax.flat(type));
      }
      case THIS -> self.get().isEmpty() ? other("this") : at(ExpressionKind.THIS);
      case SUPER -> self.get().isEmpty() ? other("super") : at(ExpressionKind.SUPER);
      case STRING, TEMPLATE_STRING -> literal("string");
      case NUMBER -> literal("number");
      case TRUE, FALSE -> literal("boolean");
      case NULL, UNDEFINED -> literal("null");
      case ARRAY -> literal("list");
      case OBJECT -> literal("map");
      case REGEX -> literal("regex");
      case FUNCTION_EXPRESSION, ARROW_FUNCTION, GENERATOR_FUNCTION ->
          facts.expression(ExpressionKind.LAMBDA, "", -1, -1);
      default -> other("");
    };
  }

  private int at(ExpressionKind kind) {
    return facts.expression(kind, self.get(), -1, -1);
  }

  private int literal(String kind) {
    return facts.expression(ExpressionKind.LITERAL, kind, -1, -1);
  }

  private int call(int node, int base) {
    int module = syntax.moduleOfCall(node);
    if (module >= 0) {
      return other("module:" + syntax.string(module));
    }
    int callee = callee(syntax.child(node, EsField.FUNCTION));
    int count = Math.max(0, arguments(node));
    return switch (syntax.kind(callee)) {
      case IDENTIFIER -> facts.expression(ExpressionKind.CALL, syntax.text(callee), -1, count);
      case MEMBER_EXPRESSION -> {
        int property = syntax.child(callee, EsField.PROPERTY);
        yield property < 0 || base < 0
            ? other("")
            : facts.expression(ExpressionKind.CALL, syntax.text(property), base, count);
      }
      default -> base < 0 ? other("") : facts.expression(ExpressionKind.CALL, "", base, count);
    };
  }

  /** Number of arguments of a call or creation; -1 when it has no list of them. */
  int arguments(int node) {
    int list = syntax.child(node, EsField.ARGUMENTS);
    if (list < 0) {
      return -1;
    }
    if (syntax.is(list, EsNode.TEMPLATE_STRING)) {
      return 1;
    }
    int count = 0;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      count++;
    }
    return count;
  }
}
