package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.walk.LexicalScope.Meaning;
import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.Set;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class CExpressions {
  private static final Set<String> CASTS =
      Set.of("static_cast", "dynamic_cast", "const_cast", "reinterpret_cast");

  private final CWalk walk;
  private final CSyntax syntax;
  private final CLiterals literals;

  CExpressions(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.literals = new CLiterals(walk);
  }

  CLiterals literals() {
    return literals;
  }

  /**
   * Walks an expression.
   *
   * @param wanted Whether the caller needs the expression itself.
   * @return index of the expression, -1 when it is not wanted
   */
  int value(int node, boolean wanted) {
    return chain(node, Role.READ, wanted);
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.context().expression(kind, text, base, argumentCount);
  }

  /** Walks an operand and everything that is applied to it, from the inside out. */
  private int chain(int outermost, Role role, boolean wanted) {
    Step step = new Step(role, wanted);
    return step.walk(
        outermost, node -> primary(node, step), (node, base) -> apply(node, base, step));
  }

  /** Where a walk up a chain stands. */
  private final class Step extends OperandChain {
    Step(Role role, boolean wanted) {
      super(role, wanted);
    }

    @Override
    protected int operand(int node) {
      return switch (syntax.kind(node)) {
        case FIELD_EXPRESSION,
            SUBSCRIPT_EXPRESSION,
            POINTER_EXPRESSION,
            UNARY_EXPRESSION,
            UPDATE_EXPRESSION,
            CO_AWAIT_EXPRESSION ->
            syntax.field(node, CField.ARGUMENT);
        case CALL_EXPRESSION -> syntax.field(node, CField.FUNCTION);
        case BINARY_EXPRESSION -> syntax.field(node, CField.LEFT);
        case CAST_EXPRESSION -> syntax.field(node, CField.VALUE);
        case PARENTHESIZED_EXPRESSION -> {
          int inner = syntax.firstNamed(node);
          yield syntax.nextNamed(inner) < 0 && !syntax.is(inner, CNode.ERROR) ? inner : -1;
        }
        default -> -1;
      };
    }

    /** What is applied next, parentheses apart; -1 at the end of the chain. */
    int next() {
      for (int i = 0; applied(i) >= 0; i++) {
        if (!syntax.is(applied(i), CNode.PARENTHESIZED_EXPRESSION)) {
          return applied(i);
        }
      }
      return -1;
    }

    /** The call that the present node is the function of, or -1. */
    int call() {
      int next = next();
      return syntax.is(next, CNode.CALL_EXPRESSION) ? next : -1;
    }

    Role role() {
      int next = next();
      return next < 0
          ? wholeRole()
          : syntax.is(next, CNode.UPDATE_EXPRESSION) ? Role.WRITE : Role.READ;
    }

    boolean isAddressOf() {
      int next = next();
      return syntax.is(next, CNode.POINTER_EXPRESSION)
          && syntax.textEquals(syntax.field(next, CField.OPERATOR), "&");
    }
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case IDENTIFIER -> name(node, step);
      case TEMPLATE_FUNCTION -> templateFunction(node, step);
      case QUALIFIED_IDENTIFIER -> qualified(node, step);
      case THIS -> wanted ? make(ExpressionKind.THIS, "", -1, -1) : -1;
      case ASSIGNMENT_EXPRESSION -> assignments(node, wanted);
      case CONDITIONAL_EXPRESSION -> conditionals(node, wanted);
      case COMMA_EXPRESSION -> commas(node, wanted);
      case STRING_LITERAL, CONCATENATED_STRING, RAW_STRING_LITERAL -> {
        walk.code().parts(node);
        yield literal("string", wanted);
      }
      case NUMBER_LITERAL, CHAR_LITERAL, SIZEOF_EXPRESSION, OFFSETOF_EXPRESSION -> {
        literals.size(node);
        yield literal("number", wanted);
      }
      case TRUE, FALSE -> literal("boolean", wanted);
      case NULL -> literal("null", wanted);
      case LAMBDA_EXPRESSION -> {
        literals.lambda(node);
        yield wanted ? make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case NEW_EXPRESSION -> literals.creation(node);
      case COMPOUND_LITERAL_EXPRESSION -> literals.compound(node);
      case INITIALIZER_LIST -> {
        literals.initializers(node, make(ExpressionKind.OTHER, "", -1, -1));
        yield wanted ? make(ExpressionKind.LITERAL, "list", -1, -1) : -1;
      }
      case REQUIRES_EXPRESSION -> {
        literals.requirements(node);
        yield literal("boolean", wanted);
      }
      case PRIMITIVE_TYPE, SIZED_TYPE_SPECIFIER ->
          wanted ? make(ExpressionKind.CAST, syntax.normalText(node), -1, -1) : -1;
      case TYPE_DESCRIPTOR, TYPE_IDENTIFIER, TEMPLATE_TYPE, DEPENDENT_TYPE -> {
        walk.types().references(node, Role.TYPE);
        yield wanted ? make(ExpressionKind.CAST, walk.types().text(node), -1, -1) : -1;
      }
      default -> {
        walk.code().parts(node);
        yield wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
    };
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  /** A name that stands alone: called, read, written, or the address of it taken. */
  private int name(int node, Step step) {
    String name = syntax.text(node);
    Meaning meaning = walk.context().scope().meaning(name);
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    if (meaning == Meaning.TYPE_PARAMETER) {
      return step.wanted() ? make(ExpressionKind.CAST, name, -1, -1) : -1;
    }
    if (meaning == Meaning.VALUE) {
      if (!step.wanted()) {
        return -1;
      }
      int local = make(ExpressionKind.NAME, name, -1, -1);
      return call < 0 ? local : make(ExpressionKind.OTHER, "()", local, -1);
    }
    boolean isType = meaning == Meaning.LOCAL_TYPE;
    Role role = call < 0 ? step.role() : isType ? Role.INSTANTIATE : Role.CALL;
    if (role == Role.READ && (step.next() < 0 || step.isAddressOf())) {
      boolean isFunction = meaning == Meaning.LOCAL_FUNCTION || walk.names().isFunction(name);
      role = isFunction ? Role.FUNCTION_VALUE : role;
    }
    walk.context().reference(role, name, node, -1, arguments);
    if (!step.wanted()) {
      return -1;
    }
    return call < 0
        ? make(ExpressionKind.NAME, name, -1, -1)
        : make(isType ? ExpressionKind.NEW : ExpressionKind.CALL, name, -1, arguments);
  }

  private int templateFunction(int node, Step step) {
    int nameNode = syntax.field(node, CField.NAME);
    walk.types().arguments(node);
    if (CASTS.contains(syntax.text(nameNode))) {
      int list = syntax.child(node, CNode.TEMPLATE_ARGUMENT_LIST);
      int type = syntax.firstNamed(list);
      return step.wanted()
          ? make(ExpressionKind.CAST, type < 0 ? "" : walk.types().text(type), -1, -1)
          : -1;
    }
    return name(nameNode, step);
  }

  private int qualified(int start, Step step) {
    int receiver = -1;
    int node = start;
    while (syntax.is(node, CNode.QUALIFIED_IDENTIFIER)) {
      receiver = walk.types().scope(syntax.field(node, CField.SCOPE), receiver, Role.READ);
      node = syntax.field(node, CField.NAME);
    }
    return member(node, receiver, step.isAddressOf() ? Role.FUNCTION_VALUE : step.role(), step);
  }

  /** A name after a scope, a dot or an arrow. */
  private int member(int start, int receiver, Role role, Step step) {
    int node = start;
    if (syntax.is(node, CNode.DEPENDENT_NAME)) {
      node = syntax.firstNamed(node);
    }
    if (node < 0) {
      return receiver;
    }
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    CName name = CName.of(syntax, walk.types(), node);
    walk.types().arguments(node);
    if (name.node() >= 0) {
      walk.context()
          .reference(call < 0 ? role : Role.CALL, name.text(), name.node(), receiver, arguments);
    }
    return step.wanted()
        ? make(
            call < 0
                ? receiver < 0 ? ExpressionKind.NAME : ExpressionKind.MEMBER
                : ExpressionKind.CALL,
            name.text(),
            receiver,
            arguments)
        : -1;
  }

  int argumentCount(int call) {
    return literals.count(syntax.field(call, CField.ARGUMENTS));
  }

  /** Applies a node to the value of its operand. */
  private int apply(int node, int operand, Step step) {
    return switch (syntax.kind(node)) {
      case FIELD_EXPRESSION -> field(node, operand, step);
      case CALL_EXPRESSION -> {
        int arguments = syntax.field(node, CField.ARGUMENTS);
        walk.code().parts(arguments);
        yield isNamed(syntax.unparenthesized(syntax.field(node, CField.FUNCTION)))
            ? operand
            : step.wanted() ? make(ExpressionKind.OTHER, "()", operand, -1) : -1;
      }
      case SUBSCRIPT_EXPRESSION -> {
        int argument = syntax.field(node, CField.ARGUMENT);
        for (int c = syntax.nextNamed(argument); c >= 0; c = syntax.nextNamed(c)) {
          walk.code().statement(c);
        }
        yield step.wanted() ? make(ExpressionKind.INDEX, "", operand, -1) : -1;
      }
      case POINTER_EXPRESSION ->
          step.wanted() && syntax.textEquals(syntax.field(node, CField.OPERATOR), "*")
              ? make(ExpressionKind.OTHER, "*", operand, -1)
              : operand;
      case CAST_EXPRESSION -> {
        int type = syntax.field(node, CField.TYPE);
        walk.types().references(type, Role.TYPE);
        yield step.wanted() ? make(ExpressionKind.CAST, walk.types().text(type), -1, -1) : -1;
      }
      case BINARY_EXPRESSION -> binary(node, operand, step);
      case UNARY_EXPRESSION ->
          step.wanted() && syntax.textEquals(syntax.field(node, CField.OPERATOR), "!")
              ? literal("boolean", true)
              : operand;
      case CO_AWAIT_EXPRESSION -> step.wanted() ? make(ExpressionKind.AWAIT, "", operand, -1) : -1;
      default -> operand;
    };
  }

  /** Whether a function that is called has a name, so that the call was noted with that. */
  private boolean isNamed(int function) {
    return switch (syntax.kind(function)) {
      case IDENTIFIER,
          TEMPLATE_FUNCTION,
          QUALIFIED_IDENTIFIER,
          FIELD_EXPRESSION,
          PRIMITIVE_TYPE,
          SIZED_TYPE_SPECIFIER ->
          true;
      default -> false;
    };
  }

  private int field(int node, int operand, Step step) {
    int member = syntax.field(node, CField.FIELD);
    int receiver = operand;
    boolean isArrow = syntax.textEquals(syntax.field(node, CField.OPERATOR), "->");
    if (isArrow && syntax.isCpp() && !syntax.is(syntax.field(node, CField.ARGUMENT), CNode.THIS)) {
      receiver = make(ExpressionKind.OTHER, "->", operand, -1);
    }
    while (syntax.is(member, CNode.QUALIFIED_IDENTIFIER)) {
      walk.types().scope(syntax.field(member, CField.SCOPE), -1, Role.READ);
      member = syntax.field(member, CField.NAME);
    }
    return member(member, receiver, step.role(), step);
  }

  private int binary(int node, int left, Step step) {
    int operator = syntax.field(node, CField.OPERATOR);
    int rightNode = syntax.field(node, CField.RIGHT);
    String text = operator < 0 ? "" : syntax.text(operator);
    boolean logical = isLogical(text);
    if (logical) {
      int leftNode = syntax.unparenthesized(syntax.field(node, CField.LEFT));
      boolean goesOn =
          syntax.is(leftNode, CNode.BINARY_EXPRESSION)
              && syntax.text(syntax.field(leftNode, CField.OPERATOR)).equals(text);
      walk.context().complexity().logical(!goesOn);
    }
    if (rightNode >= 0) {
      value(rightNode, false);
    }
    if (!step.wanted()) {
      return -1;
    }
    return switch (text) {
      case "==", "!=", "<", "<=", ">", ">=", "&&", "||", "and", "or" -> literal("boolean", true);
      default -> left;
    };
  }

  private static boolean isLogical(String operator) {
    return switch (operator) {
      case "&&", "||", "and", "or" -> true;
      default -> false;
    };
  }

  /** Assignments nest to the right, so they are walked in a loop. */
  private int assignments(int first, boolean wanted) {
    int node = first;
    while (syntax.is(node, CNode.ASSIGNMENT_EXPRESSION)) {
      int left = syntax.field(node, CField.LEFT);
      if (left >= 0) {
        chain(left, Role.WRITE, false);
      }
      node = syntax.field(node, CField.RIGHT);
    }
    return node < 0 ? -1 : value(node, wanted);
  }

  private int conditionals(int first, boolean wanted) {
    int node = first;
    int result = -1;
    while (syntax.is(node, CNode.CONDITIONAL_EXPRESSION)) {
      walk.context().complexity().branch();
      int condition = syntax.field(node, CField.CONDITION);
      int consequence = syntax.field(node, CField.CONSEQUENCE);
      if (condition >= 0) {
        value(condition, false);
      }
      if (consequence >= 0) {
        int then = value(consequence, wanted);
        result = result < 0 ? then : result;
      }
      node = syntax.field(node, CField.ALTERNATIVE);
    }
    if (node >= 0) {
      int last = value(node, wanted);
      result = result < 0 ? last : result;
    }
    return result;
  }

  private int commas(int first, boolean wanted) {
    int node = first;
    while (syntax.is(node, CNode.COMMA_EXPRESSION)) {
      int left = syntax.field(node, CField.LEFT);
      if (left >= 0) {
        value(left, false);
      }
      node = syntax.field(node, CField.RIGHT);
    }
    return node < 0 ? -1 : value(node, wanted);
  }
}
