package dev.codegraph.parser.rust;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class RustExpressions {
  private final RustContext context;
  private final WalkContext walk;
  private final Syntax<RustNode> syntax;
  private final RustTypes types;
  private final RustCode code;
  private final RustMacros macros;
  private final RustRoutes routes;

  RustExpressions(
      RustContext context, RustTypes types, RustCode code, RustMacros macros, RustRoutes routes) {
    this.context = context;
    this.walk = context.walk();
    this.syntax = context.syntax();
    this.types = types;
    this.code = code;
    this.macros = macros;
    this.routes = routes;
  }

  /**
   * Walks an expression.
   *
   * @param wanted Whether the caller needs the expression itself.
   * @return index of the expression, -1 when it is not wanted
   */
  int value(int node, boolean wanted) {
    return node < 0 ? -1 : chain(node, Role.READ, wanted);
  }

  /** The expression of a closure. */
  int lambda() {
    return make(ExpressionKind.LAMBDA, "", -1, -1);
  }

  /** An expression of kind OTHER about another one. */
  int about(String text, int base) {
    return base < 0 ? -1 : make(ExpressionKind.OTHER, text, base, -1);
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
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
        case FIELD_EXPRESSION, REFERENCE_EXPRESSION, TYPE_CAST_EXPRESSION ->
            syntax.field(node, RustFields.VALUE);
        case CALL_EXPRESSION, GENERIC_FUNCTION -> syntax.field(node, RustFields.FUNCTION);
        case BINARY_EXPRESSION -> syntax.field(node, RustFields.LEFT);
        case INDEX_EXPRESSION,
            TRY_EXPRESSION,
            AWAIT_EXPRESSION,
            UNARY_EXPRESSION,
            PARENTHESIZED_EXPRESSION ->
            syntax.firstNamed(node);
        default -> -1;
      };
    }

    /** The call whose function the present node is, type arguments aside, or -1. */
    int call() {
      boolean hasTypes = syntax.is(applied(0), RustNode.GENERIC_FUNCTION);
      int call = applied(hasTypes ? 1 : 0);
      return syntax.is(call, RustNode.CALL_EXPRESSION) ? call : -1;
    }

    /** The role of the present node, unless more than parentheses is applied to it. */
    Role role() {
      for (int i = 0; applied(i) >= 0; i++) {
        if (!syntax.is(applied(i), RustNode.PARENTHESIZED_EXPRESSION)) {
          return Role.READ;
        }
      }
      return wholeRole();
    }

    /** Whether nothing but type arguments is applied any more. */
    boolean isWhole() {
      return applied(0) < 0 || applied(1) < 0 && syntax.is(applied(0), RustNode.GENERIC_FUNCTION);
    }
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case IDENTIFIER, TYPE_IDENTIFIER -> name(node, step);
      case SCOPED_IDENTIFIER, SCOPED_TYPE_IDENTIFIER -> path(node, step);
      case SELF -> make(ExpressionKind.THIS, "", -1, -1);
      case STRING_LITERAL, RAW_STRING_LITERAL -> literal("string", wanted);
      case INTEGER_LITERAL, FLOAT_LITERAL, NEGATIVE_LITERAL -> literal("number", wanted);
      case BOOLEAN_LITERAL -> literal("boolean", wanted);
      case CHAR_LITERAL -> literal("char", wanted);
      case UNIT_EXPRESSION -> literal("tuple", wanted);
      case TUPLE_EXPRESSION -> {
        code.parts(node);
        yield literal("tuple", wanted);
      }
      case ARRAY_EXPRESSION -> {
        code.parts(node);
        yield literal("list", wanted);
      }
      case CLOSURE_EXPRESSION -> {
        walk.complexity().enter();
        walk.inBlock(syntax.end(node), () -> code.closure(node));
        walk.complexity().leave();
        yield wanted ? lambda() : -1;
      }
      case STRUCT_EXPRESSION -> struct(node);
      case MACRO_INVOCATION -> macros.invocation(node, wanted);
      case BLOCK -> code.block(node, wanted);
      case UNSAFE_BLOCK, CONST_BLOCK -> code.block(syntax.child(node, RustNode.BLOCK), wanted);
      case ASYNC_BLOCK, TRY_BLOCK, GEN_BLOCK -> {
        code.block(syntax.child(node, RustNode.BLOCK), false);
        yield other(wanted);
      }
      case ASSIGNMENT_EXPRESSION, COMPOUND_ASSIGNMENT_EXPR -> {
        assignment(node);
        yield other(wanted);
      }
      case METAVARIABLE -> wanted ? make(ExpressionKind.NAME, syntax.text(node), -1, -1) : -1;
      default -> {
        code.statement(node);
        yield other(wanted);
      }
    };
  }

  private int other(boolean wanted) {
    return wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  /** A name that stands alone: called, read or written. */
  private int name(int node, Step step) {
    String name = context.name(node);
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    LexicalScope.Meaning meaning = walk.scope().meaning(name);
    if (meaning == LexicalScope.Meaning.LOCAL_FUNCTION) {
      if (call >= 0) {
        walk.reference(Role.CALL, name, node, -1, arguments);
      } else if (step.role() == Role.WRITE) {
        // From its next value on nobody knows which closure the name means.
        walk.scope().bind(name, LexicalScope.Meaning.VALUE);
      } else {
        walk.reference(Role.FUNCTION_VALUE, name, node, -1, -1);
      }
    } else if (meaning == null && !name.equals("_")) {
      Role role = call < 0 ? valueRole(name, step) : callRole(name);
      if (!name.equals("Self") || role == Role.INSTANTIATE) {
        walk.reference(role, name, node, -1, arguments);
      }
    }
    if (!step.wanted()) {
      return -1;
    }
    if (call < 0) {
      return make(ExpressionKind.NAME, name, -1, -1);
    }
    return callRole(name) == Role.INSTANTIATE
        ? make(ExpressionKind.NEW, name, -1, arguments)
        : make(ExpressionKind.CALL, name, -1, arguments);
  }

  private static Role callRole(String name) {
    return RustContext.isCapital(name) ? Role.INSTANTIATE : Role.CALL;
  }

  /** What is written to, or has a member that is read, is no function. */
  private Role valueRole(String name, Step step) {
    Role role = step.role();
    return role == Role.READ && step.isWhole() ? RustContext.valueRole(name) : role;
  }

  private int path(int node, Step step) {
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    int nameNode = syntax.field(node, RustFields.NAME);
    String name = context.name(nameNode);
    Role role = call < 0 ? valueRole(name, step) : callRole(name);
    int receiver = types.path(node, role, arguments);
    if (!step.wanted()) {
      return -1;
    }
    if (call < 0) {
      return make(ExpressionKind.MEMBER, name, receiver, -1);
    }
    return role == Role.INSTANTIATE
        ? make(ExpressionKind.NEW, types.text(node), -1, arguments)
        : make(ExpressionKind.CALL, name, receiver, arguments);
  }

  private int argumentCount(int call) {
    int count = 0;
    int list = syntax.field(call, RustFields.ARGUMENTS);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      count += syntax.is(c, RustNode.ATTRIBUTE_ITEM) ? 0 : 1;
    }
    return count;
  }

  private int struct(int node) {
    int type = syntax.field(node, RustFields.NAME);
    types.references(type, Role.INSTANTIATE);
    int result = make(ExpressionKind.NEW, types.baseText(type), -1, -1);
    int list = syntax.field(node, RustFields.BODY);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case FIELD_INITIALIZER -> {
          int field = syntax.field(c, RustFields.FIELD);
          if (field >= 0) {
            walk.reference(Role.WRITE, context.name(field), field, result, -1);
          }
          value(syntax.field(c, RustFields.VALUE), false);
        }
        case SHORTHAND_FIELD_INITIALIZER -> {
          int name = syntax.child(c, RustNode.IDENTIFIER);
          if (name >= 0) {
            walk.reference(Role.WRITE, context.name(name), name, result, -1);
            value(name, false);
          }
        }
        default -> code.parts(c);
      }
    }
    return result;
  }

  /** Assignments to assignments lean to the right and may be many. */
  private void assignment(int start) {
    int node = start;
    while (syntax.is(node, RustNode.ASSIGNMENT_EXPRESSION)
        || syntax.is(node, RustNode.COMPOUND_ASSIGNMENT_EXPR)) {
      int left = syntax.field(node, RustFields.LEFT);
      if (left >= 0) {
        chain(left, Role.WRITE, false);
      }
      node = syntax.field(node, RustFields.RIGHT);
    }
    value(node, false);
  }

  /** Applies one node of a chain to its operand. */
  private int apply(int node, int base, Step step) {
    return switch (syntax.kind(node)) {
      case FIELD_EXPRESSION -> field(node, base, step);
      case CALL_EXPRESSION -> call(node, base, step);
      case GENERIC_FUNCTION -> {
        types.references(syntax.field(node, RustFields.TYPE_ARGUMENTS));
        yield base;
      }
      case INDEX_EXPRESSION -> {
        value(syntax.nextNamed(syntax.firstNamed(node)), false);
        yield step.wanted() ? make(ExpressionKind.INDEX, "", base, -1) : -1;
      }
      case TRY_EXPRESSION -> {
        walk.complexity().path();
        yield step.wanted() ? about("?", base) : -1;
      }
      case AWAIT_EXPRESSION -> step.wanted() ? make(ExpressionKind.AWAIT, "", base, -1) : -1;
      case TYPE_CAST_EXPRESSION -> {
        int type = syntax.field(node, RustFields.TYPE);
        types.references(type);
        yield step.wanted() ? make(ExpressionKind.CAST, types.text(type), -1, -1) : -1;
      }
      case BINARY_EXPRESSION -> binary(node, step);
      default -> base;
    };
  }

  private int field(int node, int base, Step step) {
    int nameNode = syntax.field(node, RustFields.FIELD);
    String name = context.name(nameNode);
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    if (nameNode >= 0) {
      walk.reference(call < 0 ? step.role() : Role.CALL, name, nameNode, base, arguments);
    }
    if (!step.wanted()) {
      return -1;
    }
    return call < 0
        ? make(ExpressionKind.MEMBER, name, base, -1)
        : make(ExpressionKind.CALL, name, base, arguments);
  }

  private int call(int node, int base, Step step) {
    int list = syntax.field(node, RustFields.ARGUMENTS);
    code.parts(list);
    routes.call(node);
    int function = syntax.field(node, RustFields.FUNCTION);
    if (syntax.is(function, RustNode.GENERIC_FUNCTION)) {
      function = syntax.field(function, RustFields.FUNCTION);
    }
    if (!step.wanted()) {
      return -1;
    }
    return switch (syntax.kind(function)) {
      case IDENTIFIER, SCOPED_IDENTIFIER, FIELD_EXPRESSION -> base;
      default -> about("()", base);
    };
  }

  private int binary(int node, Step step) {
    int operator = syntax.field(node, RustFields.OPERATOR);
    boolean logical = syntax.textEquals(operator, "&&") || syntax.textEquals(operator, "||");
    if (logical) {
      int left = syntax.field(node, RustFields.LEFT);
      boolean goesOn =
          syntax.is(left, RustNode.BINARY_EXPRESSION)
              && syntax.text(syntax.field(left, RustFields.OPERATOR)).equals(syntax.text(operator));
      walk.complexity().logical(!goesOn);
    }
    value(syntax.field(node, RustFields.RIGHT), false);
    if (!step.wanted()) {
      return -1;
    }
    return switch (syntax.text(operator)) {
      case "&&", "||", "==", "!=", "<", "<=", ">", ">=" -> literal("boolean", true);
      default -> make(ExpressionKind.OTHER, "", -1, -1);
    };
  }
}
