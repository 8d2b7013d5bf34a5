package dev.codegraph.parser.dart;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: runs of siblings, an operand first and behind it what is applied to it. A run is
 * worked off in a loop, so a chain of calls may be as long as it likes.
 */
final class DartExpressions {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  /** The sibling behind the run that was walked last. */
  private int after = -1;

  DartExpressions(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The sibling behind the run that was walked last, -1 for none. */
  int after() {
    return after;
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  /** The expression of a name. */
  int name(int node) {
    return make(ExpressionKind.NAME, syntax.text(node), -1, -1);
  }

  /** A name that is not yet known to be read, written or called, and what it is a member of. */
  private static final class Pending {
    int name = -1;
    int receiver = -1;
    int result = -1;
  }

  /**
   * Walks an operand and the siblings that are applied to it.
   *
   * @param role What happens to the value of the whole.
   * @param wanted Whether somebody needs the expression of the whole.
   */
  int run(int first, Role role, boolean wanted) {
    if (first < 0) {
      after = -1;
      return -1;
    }
    Pending pending = new Pending();
    int next = syntax.nextSibling(first);
    if (syntax.is(first, DartNode.IDENTIFIER)) {
      pending.name = first;
    } else {
      pending.result = operand(first, wanted || isApplied(next));
    }
    next = applied(next, pending);
    settle(pending, role, wanted);
    after = next;
    return pending.result;
  }

  private boolean isApplied(int node) {
    return switch (syntax.kind(node)) {
      case SELECTOR,
          UNCONDITIONAL_ASSIGNABLE_SELECTOR,
          CONDITIONAL_ASSIGNABLE_SELECTOR,
          CASCADE_SECTION,
          ARGUMENT_PART,
          ARGUMENTS ->
          true;
      default -> false;
    };
  }

  /** Walks what is applied. Gives back the sibling behind. */
  private int applied(int from, Pending pending) {
    int c = from;
    while (c >= 0 && (isApplied(c) || syntax.tree().isExtra(c) && !syntax.tree().isError(c))) {
      switch (syntax.kind(c)) {
        case SELECTOR -> {
          for (int s = syntax.firstNamed(c); s >= 0; s = syntax.nextNamed(s)) {
            apply(s, pending);
          }
        }
        case CASCADE_SECTION -> {
          settle(pending, Role.READ, true);
          cascade(c, pending.result);
        }
        default -> apply(c, pending);
      }
      c = syntax.nextSibling(c);
    }
    return c;
  }

  private void apply(int node, Pending pending) {
    switch (syntax.kind(node)) {
      case UNCONDITIONAL_ASSIGNABLE_SELECTOR, CONDITIONAL_ASSIGNABLE_SELECTOR, CASCADE_SELECTOR -> {
        int name = syntax.child(node, DartNode.IDENTIFIER);
        settle(pending, Role.READ, true);
        if (name >= 0) {
          pending.name = name;
          pending.receiver = pending.result;
        } else {
          walk.statements().parts(syntax.child(node, DartNode.INDEX_SELECTOR));
          pending.result = make(ExpressionKind.INDEX, "", pending.result, -1);
        }
      }
      case ARGUMENT_PART, ARGUMENTS -> call(node, pending);
      case TYPE_ARGUMENTS -> walk.types().reference(node);
      default -> walk.statements().statement(node);
    }
  }

  /** A name turns out to be read or written. */
  private void settle(Pending pending, Role role, boolean wanted) {
    int name = pending.name;
    if (name < 0) {
      return;
    }
    String text = syntax.text(name);
    boolean isBare = pending.receiver < 0;
    LexicalScope.Meaning meaning = isBare ? walk.context().scope().meaning(text) : null;
    if ((!isBare || meaning == null) && !(isBare && text.equals("rethrow"))) {
      walk.reference(role, text, name, pending.receiver, -1);
    } else if (meaning == LexicalScope.Meaning.LOCAL_FUNCTION) {
      walk.context().reference(Role.FUNCTION_VALUE, text, name, -1, -1);
    }
    if (wanted) {
      pending.result =
          isBare
              ? make(ExpressionKind.NAME, text, -1, -1)
              : make(ExpressionKind.MEMBER, text, pending.receiver, -1);
    }
    pending.name = -1;
    pending.receiver = -1;
  }

  private void call(int node, Pending pending) {
    int name = pending.name;
    int receiver = name < 0 ? pending.result : pending.receiver;
    int count = count(node);
    int result;
    if (name < 0) {
      if (receiver >= 0) {
        walk.context().reference(Role.CALL, "call", node, receiver, count);
      }
      result = make(ExpressionKind.CALL, "call", receiver, count);
    } else {
      String text = syntax.text(name);
      boolean isBare = receiver < 0;
      LexicalScope.Meaning meaning = isBare ? walk.context().scope().meaning(text) : null;
      boolean isCreation = meaning == null && isTypeName(text) && isPrefix(receiver);
      if (meaning == null || meaning == LexicalScope.Meaning.LOCAL_FUNCTION) {
        walk.reference(isCreation ? Role.INSTANTIATE : Role.CALL, text, name, receiver, count);
      }
      if (isBare) {
        tests(text);
      }
      result =
          isCreation
              ? make(ExpressionKind.NEW, qualified(text, receiver), -1, count)
              : make(ExpressionKind.CALL, text, receiver, count);
    }
    pending.name = -1;
    pending.receiver = -1;
    arguments(node);
    pending.result = result;
  }

  /** Whether a name begins with a capital letter, behind what makes it private. */
  private static boolean isTypeName(String name) {
    int i = 0;
    while (i < name.length() && (name.charAt(i) == '_' || name.charAt(i) == '$')) {
      i++;
    }
    return i < name.length() && Character.isUpperCase(name.charAt(i));
  }

  /** Whether a type may stand behind this: nothing, or the name of a library. */
  private boolean isPrefix(int receiver) {
    return receiver < 0
        || walk.facts().expressionAt(receiver).kind() == ExpressionKind.NAME
            && !isTypeName(walk.facts().expressionAt(receiver).text());
  }

  private String qualified(String name, int receiver) {
    return receiver < 0 ? name : walk.facts().expressionAt(receiver).text() + "." + name;
  }

  private void tests(String name) {
    switch (name) {
      case "test", "testWidgets", "group", "blocTest", "setUp", "setUpAll", "tearDown" -> {
        if (walk.facts().entity(walk.context().owner()).kind().isCallable()) {
          walk.facts().file().flag(EntityFlag.TEST);
        }
      }
      default -> {
        // Any other function.
      }
    }
  }

  private void cascade(int section, int base) {
    Pending pending = new Pending();
    pending.result = base;
    int c = syntax.firstPart(section);
    while (c >= 0) {
      if (syntax.is(c, DartNode.CASCADE_SELECTOR) || isApplied(c)) {
        if (syntax.is(c, DartNode.SELECTOR)) {
          for (int s = syntax.firstNamed(c); s >= 0; s = syntax.nextNamed(s)) {
            apply(s, pending);
          }
        } else {
          apply(c, pending);
        }
        c = syntax.nextPart(c);
      } else {
        // What is assigned.
        settle(pending, Role.WRITE, false);
        walk.statements().from(c);
        return;
      }
    }
    settle(pending, Role.READ, false);
  }

  /** The number of arguments of a call. */
  int count(int node) {
    int list = list(node);
    int count = 0;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, DartNode.ARGUMENT) || syntax.is(c, DartNode.NAMED_ARGUMENT)) {
        count++;
      }
    }
    return count;
  }

  private int list(int node) {
    return syntax.is(node, DartNode.ARGUMENTS) ? node : syntax.child(node, DartNode.ARGUMENTS);
  }

  /** Walks the arguments of a call, and its type arguments. */
  void arguments(int node) {
    if (node < 0) {
      return;
    }
    int types = syntax.child(node, DartNode.TYPE_ARGUMENTS);
    if (types >= 0) {
      walk.types().reference(types);
    }
    walk.statements().parts(list(node));
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  private int other(boolean wanted) {
    return wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  /** Walks an operand other than a name. */
  private int operand(int node, boolean wanted) {
    return switch (syntax.kind(node)) {
      case THIS -> wanted ? make(ExpressionKind.THIS, "", -1, -1) : -1;
      case SUPER -> wanted ? make(ExpressionKind.SUPER, "", -1, -1) : -1;
      case STRING_LITERAL -> {
        walk.statements().parts(node);
        yield literal("string", wanted);
      }
      case DECIMAL_INTEGER_LITERAL, HEX_INTEGER_LITERAL, DECIMAL_FLOATING_POINT_LITERAL ->
          literal("number", wanted);
      case TRUE, FALSE -> literal("boolean", wanted);
      case NULL_LITERAL -> literal("null", wanted);
      case LIST_LITERAL -> {
        walk.statements().parts(node);
        yield literal("list", wanted);
      }
      case SET_OR_MAP_LITERAL -> {
        walk.statements().parts(node);
        boolean isMap = syntax.firstNamed(node) < 0 || syntax.child(node, DartNode.PAIR) >= 0;
        yield literal(isMap ? "map" : "set", wanted);
      }
      case RECORD_LITERAL -> {
        walk.statements().parts(node);
        yield literal("tuple", wanted);
      }
      case SYMBOL_LITERAL -> literal("symbol", wanted);
      case NEW_EXPRESSION, CONST_OBJECT_EXPRESSION -> creation(node, wanted);
      case FUNCTION_EXPRESSION -> {
        walk.callables().closure(node);
        yield wanted ? make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case PARENTHESIZED_EXPRESSION -> {
        int inner = run(syntax.firstPart(node), Role.READ, wanted);
        walk.statements().from(after);
        yield inner;
      }
      case AWAIT_EXPRESSION -> {
        int inner = run(syntax.firstPart(node), Role.READ, wanted);
        walk.statements().from(after);
        yield wanted ? make(ExpressionKind.AWAIT, "", inner, -1) : -1;
      }
      case TYPE_CAST_EXPRESSION -> {
        walk.statements().parts(node);
        int cast = syntax.child(node, DartNode.TYPE_CAST);
        yield wanted
            ? make(ExpressionKind.CAST, walk.types().before(cast, syntax.end(node)), -1, -1)
            : -1;
      }
      case ASSIGNMENT_EXPRESSION, ASSIGNMENT_EXPRESSION_WITHOUT_CASCADE -> {
        target(syntax.field(node, DartField.LEFT));
        int value = run(syntax.field(node, DartField.RIGHT), Role.READ, wanted);
        walk.statements().from(after);
        yield value;
      }
      case ASSIGNABLE_EXPRESSION -> {
        target(node);
        yield other(wanted);
      }
      case OTHER -> unary(node, wanted);
      default -> {
        walk.statements().structure(node);
        yield other(wanted);
      }
    };
  }

  /** A node that the walk does not know: with one operand it may stand for that. */
  private int unary(int node, boolean wanted) {
    int inner = syntax.firstPart(node);
    if (syntax.is(inner, DartNode.AWAIT_EXPRESSION) && syntax.nextPart(inner) < 0) {
      return operand(inner, wanted);
    }
    walk.statements().structure(node);
    return other(wanted);
  }

  /** Walks what is written. */
  private void target(int node) {
    if (syntax.is(node, DartNode.ASSIGNABLE_EXPRESSION)) {
      run(syntax.firstPart(node), Role.WRITE, false);
      walk.statements().from(after);
    } else if (node >= 0) {
      walk.statements().statement(node);
    }
  }

  private int creation(int node, boolean wanted) {
    int type = syntax.child(node, DartNode.TYPE_IDENTIFIER);
    int arguments = syntax.child(node, DartNode.ARGUMENTS);
    if (type < 0) {
      walk.statements().structure(node);
      return other(wanted);
    }
    int last = walk.types().named(type, Role.INSTANTIATE, count(arguments));
    for (int c = syntax.nextSibling(last); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, DartNode.TYPE_ARGUMENTS)) {
        walk.types().reference(c);
      }
    }
    arguments(arguments);
    return wanted ? make(ExpressionKind.NEW, walk.types().name(type), -1, count(arguments)) : -1;
  }
}
