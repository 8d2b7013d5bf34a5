package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class RubyExpressions {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;
  private final RubyCalls calls;
  private final RubyOperators operators;

  RubyExpressions(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.calls = new RubyCalls(walk);
    this.operators = new RubyOperators(walk);
  }

  /** The walk over calls. */
  RubyCalls calls() {
    return calls;
  }

  /**
   * Walks an expression.
   *
   * @param wanted Whether the caller needs the expression itself.
   * @return index of the expression, -1 when it is not wanted or there is none
   */
  int value(int node, boolean wanted) {
    return node < 0 ? -1 : chain(node, Role.READ, wanted);
  }

  /** Walks what an assignment writes to, other than a variable. */
  void target(int node) {
    if (syntax.is(node, RubyNode.ELEMENT_REFERENCE)) {
      int object = syntax.field(node, RubyField.OBJECT);
      operators.element(node, value(object, true), true);
      rest(node, object);
    } else if (node >= 0) {
      chain(node, Role.WRITE, false);
    }
  }

  /** Walks the arguments of a call. */
  void arguments(int list) {
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, RubyNode.HEREDOC_BODY)) {
        walk.statements().parts(c);
      } else if (syntax.tree().isNamed(c) && (!syntax.tree().isExtra(c) || isError(c))) {
        argument(c);
      }
    }
  }

  private boolean isError(int node) {
    return syntax.tree().isError(node);
  }

  /** The number of arguments, without a block that is passed on. */
  int count(int list) {
    int count = 0;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (!syntax.is(c, RubyNode.BLOCK_ARGUMENT) && !syntax.is(c, RubyNode.HEREDOC_BODY)) {
        count++;
      }
    }
    return count;
  }

  /** Walks an argument or a part of a list. */
  void argument(int node) {
    switch (syntax.kind(node)) {
      case PAIR -> {
        int key = syntax.field(node, RubyField.KEY);
        int value = syntax.field(node, RubyField.VALUE);
        if (value >= 0) {
          for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
            argument(c);
          }
        } else {
          // The name of a key alone stands for its value, too.
          calls.bare(key, false);
        }
      }
      case BLOCK_ARGUMENT -> {
        int block = syntax.firstPart(node);
        String symbol = walk.names().literal(block);
        if (symbol.isEmpty()) {
          value(block, false);
        } else {
          functionValue(block, -1);
        }
      }
      case HASH_KEY_SYMBOL, FORWARD_ARGUMENT -> {
        // A name by itself.
      }
      case SPLAT_ARGUMENT, HASH_SPLAT_ARGUMENT -> walk.statements().parts(node);
      default -> value(node, false);
    }
  }

  /** Emits the reference of a method that a symbol or text names. */
  void functionValue(int literal, int receiver) {
    walk.facts()
        .referenceAt(
            Role.FUNCTION_VALUE,
            walk.names().literal(literal),
            walk.names().literalStart(literal),
            walk.context().owner(),
            receiver,
            -1);
  }

  /** Walks the parts of a node other than its operand. */
  void rest(int node, int operand) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (c != operand
          && (syntax.is(c, RubyNode.HEREDOC_BODY)
              || syntax.tree().isNamed(c) && (!syntax.tree().isExtra(c) || isError(c)))) {
        argument(c);
      }
    }
  }

  /** Whether a node is an expression and nothing that holds statements. */
  boolean isPlain(int node) {
    return switch (syntax.kind(node)) {
      case CALL,
          IDENTIFIER,
          CONSTANT,
          SCOPE_RESOLUTION,
          ELEMENT_REFERENCE,
          INSTANCE_VARIABLE,
          CLASS_VARIABLE,
          GLOBAL_VARIABLE,
          SELF,
          STRING,
          INTEGER,
          FLOAT,
          SIMPLE_SYMBOL,
          ARRAY,
          HASH,
          TRUE,
          FALSE,
          NIL,
          BINARY,
          UNARY,
          CONDITIONAL,
          SUPER,
          REGEX,
          RANGE,
          STRING_ARRAY,
          SYMBOL_ARRAY,
          LAMBDA,
          PARENTHESIZED_STATEMENTS ->
          true;
      default -> false;
    };
  }

  private int make(ExpressionKind kind, String text, int base) {
    return walk.expression(kind, text, base, -1);
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1) : -1;
  }

  private int other(boolean wanted) {
    return wanted ? make(ExpressionKind.OTHER, "", -1) : -1;
  }

  private int chain(int outermost, Role role, boolean wanted) {
    RubyChain chain = new RubyChain(walk, role, wanted);
    return chain.walk(
        outermost,
        node -> primary(node, chain.role(), chain.wanted()),
        (node, base) -> apply(node, base, chain.role(), chain.wanted()));
  }

  /** Walks a node whose operand has been walked. */
  private int apply(int node, int base, Role role, boolean wanted) {
    return switch (syntax.kind(node)) {
      case CALL -> calls.call(node, base, role, wanted);
      case ELEMENT_REFERENCE -> {
        operators.element(node, base, false);
        rest(node, syntax.field(node, RubyField.OBJECT));
        yield wanted ? make(ExpressionKind.INDEX, "", base) : -1;
      }
      case SCOPE_RESOLUTION -> {
        int name = syntax.field(node, RubyField.NAME);
        String text = syntax.text(name);
        if (name >= 0) {
          walk.context().reference(role, text, name, base, -1);
        }
        yield wanted ? make(ExpressionKind.MEMBER, text, base) : -1;
      }
      case BINARY -> {
        logical(node);
        operators.binary(node, base);
        value(syntax.field(node, RubyField.RIGHT), false);
        yield other(wanted);
      }
      case CONDITIONAL -> {
        walk.context().complexity().branch();
        walk.context().complexity().enter();
        value(syntax.field(node, RubyField.CONSEQUENCE), false);
        value(syntax.field(node, RubyField.ALTERNATIVE), false);
        walk.context().complexity().leave();
        yield other(wanted);
      }
      case RESCUE_MODIFIER -> {
        walk.context().complexity().branch();
        rest(node, syntax.field(node, RubyField.BODY));
        yield base;
      }
      case UNARY -> {
        operators.unary(node, base);
        yield other(wanted);
      }
      default -> base;
    };
  }

  private void logical(int node) {
    int operator = syntax.field(node, RubyField.OPERATOR);
    if (!isLogical(operator)) {
      return;
    }
    int parent = syntax.parent(node);
    boolean continues =
        syntax.is(parent, RubyNode.BINARY)
            && syntax.text(syntax.field(parent, RubyField.OPERATOR)).equals(syntax.text(operator));
    walk.context().complexity().logical(!continues);
  }

  private boolean isLogical(int operator) {
    return syntax.textEquals(operator, "&&")
        || syntax.textEquals(operator, "||")
        || syntax.textEquals(operator, "and")
        || syntax.textEquals(operator, "or");
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, Role role, boolean wanted) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER -> calls.bare(node, wanted);
      case CALL -> calls.call(node, -1, role, wanted);
      case SUPER -> calls.superior(node, -1, wanted);
      case CONSTANT -> {
        walk.context().reference(role, syntax.text(node), node, -1, -1);
        yield wanted ? make(ExpressionKind.NAME, syntax.text(node), -1) : -1;
      }
      case SCOPE_RESOLUTION -> walk.names().reference(node, role, -1);
      case INSTANCE_VARIABLE, CLASS_VARIABLE, GLOBAL_VARIABLE -> walk.variables().use(node, wanted);
      case SELF -> wanted ? make(ExpressionKind.THIS, "", -1) : -1;
      case LAMBDA -> {
        walk.methods().block(node, -1);
        yield wanted ? make(ExpressionKind.LAMBDA, "", -1) : -1;
      }
      case ASSIGNMENT -> assignment(node, wanted);
      case OPERATOR_ASSIGNMENT -> {
        changed(node);
        yield other(wanted);
      }
      case ARRAY, STRING_ARRAY, SYMBOL_ARRAY -> {
        arguments(node);
        yield literal("list", wanted);
      }
      case HASH -> {
        arguments(node);
        yield literal("map", wanted);
      }
      case RIGHT_ASSIGNMENT_LIST -> {
        arguments(node);
        yield literal("list", wanted);
      }
      case STRING, CHAINED_STRING, SUBSHELL, CHARACTER, HEREDOC_BEGINNING, FILE -> {
        walk.statements().parts(node);
        yield literal("string", wanted);
      }
      case SIMPLE_SYMBOL, DELIMITED_SYMBOL -> {
        walk.statements().parts(node);
        yield literal("symbol", wanted);
      }
      case REGEX -> {
        walk.statements().parts(node);
        yield literal("regex", wanted);
      }
      case INTEGER, FLOAT, RATIONAL, COMPLEX, LINE -> literal("number", wanted);
      case RANGE -> {
        walk.statements().parts(node);
        yield literal("range", wanted);
      }
      case TRUE, FALSE -> literal("boolean", wanted);
      case NIL -> literal("null", wanted);
      case TEST_PATTERN, MATCH_PATTERN -> {
        value(syntax.field(node, RubyField.VALUE), false);
        walk.patterns().pattern(syntax.field(node, RubyField.PATTERN));
        yield other(wanted);
      }
      default -> {
        walk.statements().structure(node);
        yield other(wanted);
      }
    };
  }

  private int assignment(int node, boolean wanted) {
    int left = syntax.field(node, RubyField.LEFT);
    int right = syntax.field(node, RubyField.RIGHT);
    switch (syntax.kind(left)) {
      case CONSTANT, SCOPE_RESOLUTION -> {
        walk.members().constant(left, node, right);
        return other(wanted);
      }
      case LEFT_ASSIGNMENT_LIST -> {
        several(left, right, node);
        return other(wanted);
      }
      default -> {
        // One variable, attribute or element.
      }
    }
    if (syntax.is(left, RubyNode.IDENTIFIER) && walk.methods().isLambda(right)) {
      int lambda = make(ExpressionKind.LAMBDA, "", -1);
      // The name is there first: the lambda may call itself.
      walk.variables().local(left, BindingKind.LOCAL, lambda);
      walk.methods().lambda(left, node, right).initializer(lambda);
      return wanted ? lambda : -1;
    }
    int value = value(right, true);
    walk.variables().target(left, node, BindingKind.LOCAL, value);
    return wanted ? value : -1;
  }

  private void several(int left, int right, int assignment) {
    if (!syntax.is(right, RubyNode.RIGHT_ASSIGNMENT_LIST)) {
      walk.variables().target(left, assignment, BindingKind.LOCAL, value(right, true));
      return;
    }
    int target = syntax.firstPart(left);
    int values = syntax.firstPart(right);
    boolean isAligned = true;
    int[] found = new int[8];
    int count = 0;
    for (int c = values; c >= 0; c = syntax.nextPart(c)) {
      isAligned &= !syntax.is(c, RubyNode.SPLAT_ARGUMENT);
      if (count == found.length) {
        found = java.util.Arrays.copyOf(found, count * 2);
      }
      if (syntax.is(c, RubyNode.SPLAT_ARGUMENT)) {
        argument(c);
        found[count++] = -1;
      } else {
        found[count++] = value(c, true);
      }
    }
    for (int i = 0; target >= 0; i++, target = syntax.nextPart(target)) {
      isAligned &= !syntax.is(target, RubyNode.REST_ASSIGNMENT);
      int value = isAligned && i < count ? found[i] : -1;
      walk.variables().target(target, assignment, BindingKind.LOCAL, value);
    }
  }

  /** What is changed in its place, perhaps only when it has no value yet. */
  private void changed(int node) {
    int left = syntax.field(node, RubyField.LEFT);
    int right = syntax.field(node, RubyField.RIGHT);
    if (walk.names().isConstant(left)) {
      walk.members().constant(left, node, right);
      return;
    }
    boolean isFirst = syntax.textEquals(syntax.field(node, RubyField.OPERATOR), "||=");
    int value = value(right, isFirst);
    if (!syntax.is(left, RubyNode.IDENTIFIER)) {
      walk.variables().target(left, node, BindingKind.LOCAL, value);
    } else if (!walk.context().isLocal(syntax.text(left))) {
      walk.variables().local(left, BindingKind.LOCAL, value);
    }
  }
}
