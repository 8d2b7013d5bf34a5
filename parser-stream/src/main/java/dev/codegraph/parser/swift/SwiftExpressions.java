package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class SwiftExpressions {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;
  private final SwiftClosures closures;

  SwiftExpressions(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.closures = new SwiftClosures(walk);
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

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  private int other(boolean wanted) {
    return wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  /** Walks an operand and everything that is applied to it, from the inside out. */
  private int chain(int outermost, Role role, boolean wanted) {
    SwiftChain chain = new SwiftChain(walk, role, wanted);
    return chain.walk(
        outermost, node -> primary(node, chain), (node, base) -> apply(node, base, chain));
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, SwiftChain chain) {
    boolean wanted = chain.wanted();
    return switch (syntax.kind(node)) {
      case SIMPLE_IDENTIFIER -> name(node, chain);
      case SELF_EXPRESSION -> wanted ? make(ExpressionKind.THIS, "", -1, -1) : -1;
      case SUPER_EXPRESSION -> wanted ? make(ExpressionKind.SUPER, "", -1, -1) : -1;
      case PREFIX_EXPRESSION -> prefix(node, chain);
      case CONSTRUCTOR_EXPRESSION -> creation(node, wanted);
      case USER_TYPE -> walk.types().named(node, Role.TYPE, -1);
      case LAMBDA_LITERAL -> {
        closures.closure(node, -1, "");
        yield wanted ? make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case ASSIGNMENT -> {
        assignment(node);
        yield -1;
      }
      case TERNARY_EXPRESSION -> {
        walk.context().complexity().branch();
        walk.statements().parts(node);
        yield other(wanted);
      }
      case TUPLE_EXPRESSION -> {
        tuple(node, chain.role());
        yield literal("tuple", wanted);
      }
      case KEY_PATH_EXPRESSION -> keyPath(node);
      case ARRAY_LITERAL, DICTIONARY_LITERAL -> collection(node, chain);
      case LINE_STRING_LITERAL, MULTI_LINE_STRING_LITERAL, RAW_STRING_LITERAL -> {
        walk.statements().parts(node);
        yield literal("string", wanted);
      }
      case INTEGER_LITERAL, HEX_LITERAL, OCT_LITERAL, BIN_LITERAL -> literal("number", wanted);
      case REAL_LITERAL -> literal("float", wanted);
      case BOOLEAN_LITERAL -> literal("boolean", wanted);
      default -> rest(node, wanted);
    };
  }

  private int rest(int node, boolean wanted) {
    if (syntax.kind(node).isType()) {
      walk.types().references(node);
      return wanted ? make(ExpressionKind.NAME, walk.types().text(node), -1, -1) : -1;
    }
    walk.statements().nested(node);
    return other(wanted);
  }

  /** A name that stands alone: called, read, written, or the qualifier of something. */
  private int name(int node, SwiftChain chain) {
    String name = walk.name(node);
    int call = chain.call();
    int count = call < 0 ? -1 : count(call);
    if (name.startsWith("$")) {
      boolean isPlace = name.length() < 2 || Character.isDigit(name.charAt(1));
      if (!isPlace && !walk.context().isLocal(name.substring(1))) {
        int start = syntax.start(node) + 1;
        walk.facts()
            .referenceAt(Role.READ, name.substring(1), start, walk.context().owner(), -1, -1);
      }
      return chain.wanted() ? make(ExpressionKind.NAME, name, -1, -1) : -1;
    }
    LexicalScope.Meaning meaning = walk.context().scope().meaning(name);
    boolean isBound =
        meaning == LexicalScope.Meaning.VALUE || meaning == LexicalScope.Meaning.TYPE_PARAMETER;
    boolean isCreation = call >= 0 && SwiftWalk.creates(name) && !walk.isMacro(node);
    boolean isKeyword =
        name.equals("_")
            || name.equals("Self") && !isCreation
            || SwiftWalk.isKeyword(syntax.text(node));
    if (!isBound && !isKeyword) {
      boolean isFunction = meaning == LexicalScope.Meaning.LOCAL_FUNCTION;
      Role plain = isFunction ? Role.FUNCTION_VALUE : chain.role();
      Role role = call < 0 ? plain : isCreation ? Role.INSTANTIATE : callRole(call);
      walk.context().reference(role, name, node, -1, role == Role.FUNCTION_VALUE ? -1 : count);
    }
    return chain.wanted() ? named(name, -1, call, count, isCreation) : -1;
  }

  /** A call whose arguments are labels alone names a function without calling it. */
  private Role callRole(int suffix) {
    int arguments = syntax.child(suffix, SwiftNode.VALUE_ARGUMENTS);
    int first = syntax.child(arguments, SwiftNode.VALUE_ARGUMENT);
    return syntax.field(first, SwiftField.REFERENCE_SPECIFIER) >= 0
        ? Role.FUNCTION_VALUE
        : Role.CALL;
  }

  private int named(String name, int base, int call, int count, boolean isCreation) {
    if (call < 0) {
      return base < 0
          ? make(ExpressionKind.NAME, name, -1, -1)
          : make(ExpressionKind.MEMBER, name, base, -1);
    }
    return make(isCreation ? ExpressionKind.NEW : ExpressionKind.CALL, name, base, count);
  }

  /** A member of something. */
  private int member(int identifier, int base, SwiftChain chain) {
    String name = walk.name(identifier);
    if (syntax.is(identifier, SwiftNode.INTEGER_LITERAL)) {
      return make(ExpressionKind.OTHER, "#" + name, base, -1);
    }
    if (name.equals("self") || name.equals("Type") || identifier < 0) {
      return base;
    }
    int call = chain.call();
    int count = call < 0 ? -1 : count(call);
    boolean isCreation = call >= 0 && SwiftWalk.creates(name);
    Role role = call < 0 ? chain.role() : isCreation ? Role.INSTANTIATE : callRole(call);
    walk.context()
        .reference(role, name, identifier, base, role == Role.FUNCTION_VALUE ? -1 : count);
    return chain.wanted() ? named(name, base, call, count, isCreation) : -1;
  }

  /** Number of arguments of a call, trailing closures included. */
  private int count(int suffix) {
    int arguments = syntax.child(suffix, SwiftNode.VALUE_ARGUMENTS);
    return syntax.children(arguments, SwiftNode.VALUE_ARGUMENT).size()
        + syntax.children(suffix, SwiftNode.LAMBDA_LITERAL).size();
  }

  private int prefix(int node, SwiftChain chain) {
    int target = syntax.field(node, SwiftField.TARGET);
    int operation = syntax.field(node, SwiftField.OPERATION);
    if (syntax.textEquals(operation, ".") && syntax.is(target, SwiftNode.SIMPLE_IDENTIFIER)) {
      return member(target, walk.modifiers().expected(), chain);
    }
    if (syntax.is(operation, SwiftNode.CUSTOM_OPERATOR)) {
      if (isConflict(operation)) {
        return -1;
      }
      operator(operation, 1);
    }
    boolean isWritten = syntax.textEquals(operation, "&");
    int result = chain(target, isWritten ? Role.WRITE : Role.READ, chain.wanted());
    return syntax.textEquals(operation, "!") ? literal("boolean", chain.wanted()) : result;
  }

  /** Whether an operator is the mark that a merge left behind; a branch follows it. */
  private boolean isConflict(int operator) {
    String text = syntax.text(operator);
    return text.startsWith("<<<<<<") || text.startsWith(">>>>>>") || text.startsWith("======");
  }

  private int creation(int node, boolean wanted) {
    int type = syntax.field(node, SwiftField.CONSTRUCTED_TYPE);
    int suffix = syntax.child(node, SwiftNode.CONSTRUCTOR_SUFFIX);
    int count = count(suffix);
    if (syntax.is(type, SwiftNode.USER_TYPE)) {
      walk.types().named(type, Role.INSTANTIATE, count);
    } else {
      walk.types().references(type);
    }
    int result = make(ExpressionKind.NEW, walk.types().text(type), -1, count);
    arguments(suffix, result);
    return wanted ? result : -1;
  }

  private void assignment(int node) {
    int target = syntax.field(node, SwiftField.TARGET);
    chain(target, Role.WRITE, false);
    value(syntax.field(node, SwiftField.RESULT), false);
  }

  private void tuple(int node, Role role) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.tree().field(c) != SwiftField.NAME) {
        chain(c, role, false);
      }
    }
  }

  /** A key path: what follows its type and its dots are members. */
  private int keyPath(int node) {
    int base = -1;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case TYPE_IDENTIFIER -> {
          String name = walk.name(c);
          if (!walk.context().isLocal(name) && !name.equals("Self")) {
            walk.context().reference(Role.TYPE, name, c, -1, -1);
          }
          base = make(ExpressionKind.NAME, name, -1, -1);
        }
        case SIMPLE_IDENTIFIER -> {
          int receiver = base < 0 ? make(ExpressionKind.OTHER, "\\", -1, -1) : base;
          walk.context().reference(Role.READ, walk.name(c), c, receiver, -1);
          base = make(ExpressionKind.MEMBER, walk.name(c), receiver, -1);
        }
        default -> walk.statements().statement(c);
      }
    }
    return base < 0 ? make(ExpressionKind.OTHER, "\\", -1, -1) : base;
  }

  /** A collection; one that is called is a type instead, as in {@code [Int]()}. */
  private int collection(int node, SwiftChain chain) {
    boolean isList = syntax.is(node, SwiftNode.ARRAY_LITERAL);
    boolean isType = chain.call() >= 0;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      boolean isName = isType && syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER);
      if (isName && !walk.context().isLocal(walk.name(c)) && !syntax.textEquals(c, "Any")) {
        walk.context().reference(Role.TYPE, walk.name(c), c, -1, -1);
      } else if (!isName) {
        value(c, false);
      }
    }
    if (isType) {
      return make(ExpressionKind.NEW, syntax.normalText(node), -1, count(chain.call()));
    }
    return literal(isList ? "list" : "dict", chain.wanted());
  }

  /** Applies one node of a chain to its operand. */
  private int apply(int node, int base, SwiftChain chain) {
    return switch (syntax.kind(node)) {
      case NAVIGATION_EXPRESSION -> {
        int suffix = syntax.field(node, SwiftField.SUFFIX);
        yield member(syntax.field(suffix, SwiftField.SUFFIX), base, chain);
      }
      case CALL_EXPRESSION -> call(node, base, chain);
      case AS_EXPRESSION -> {
        int type = walk.types().after(syntax.field(node, SwiftField.EXPR));
        walk.types().references(type);
        yield chain.wanted() ? make(ExpressionKind.CAST, walk.types().text(type), -1, -1) : -1;
      }
      case CHECK_EXPRESSION -> {
        walk.types().references(walk.types().after(syntax.field(node, SwiftField.TARGET)));
        yield literal("boolean", chain.wanted());
      }
      case CONJUNCTION_EXPRESSION, DISJUNCTION_EXPRESSION -> {
        boolean starts = syntax.kind(syntax.parent(node)) != syntax.kind(node);
        walk.context().complexity().logical(starts);
        operands(node);
        yield literal("boolean", chain.wanted());
      }
      case COMPARISON_EXPRESSION, EQUALITY_EXPRESSION -> {
        operands(node);
        yield literal("boolean", chain.wanted());
      }
      case NIL_COALESCING_EXPRESSION -> {
        operands(node);
        yield base;
      }
      case ADDITIVE_EXPRESSION,
          BITWISE_OPERATION,
          INFIX_EXPRESSION,
          MULTIPLICATIVE_EXPRESSION,
          RANGE_EXPRESSION -> {
        operands(node);
        yield other(chain.wanted());
      }
      default -> base;
    };
  }

  /** Walks what stands behind the first operand. */
  private void operands(int node) {
    for (int c = syntax.nextNamed(syntax.firstNamed(node)); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, SwiftNode.CUSTOM_OPERATOR)) {
        operator(c, 2);
      } else {
        value(c, false);
      }
    }
  }

  /** The use of an operator that a library may have declared; plain comparing is none. */
  private void operator(int node, int operands) {
    if (!syntax.textEquals(node, "!=") && !syntax.textEquals(node, "==")) {
      walk.context().reference(Role.CALL, syntax.text(node), node, -1, operands);
    }
  }

  private int call(int node, int base, SwiftChain chain) {
    int suffix = syntax.child(node, SwiftNode.CALL_SUFFIX);
    arguments(suffix, base);
    if (!chain.wanted()) {
      return -1;
    }
    if (chain.isSubscript(suffix)) {
      return base < 0 ? other(true) : make(ExpressionKind.INDEX, "", base, -1);
    }
    return switch (called(node)) {
      case SIMPLE_IDENTIFIER,
          NAVIGATION_EXPRESSION,
          PREFIX_EXPRESSION,
          ARRAY_LITERAL,
          DICTIONARY_LITERAL ->
          base;
      default -> base < 0 ? other(true) : make(ExpressionKind.OTHER, "()", base, -1);
    };
  }

  /** The kind of what a call calls, without parentheses. */
  private SwiftNode called(int call) {
    int node = syntax.firstNamed(call);
    while (syntax.is(node, SwiftNode.POSTFIX_EXPRESSION)
        || syntax.is(node, SwiftNode.TUPLE_EXPRESSION)) {
      node = syntax.firstNamed(node);
    }
    return syntax.kind(node);
  }

  /** Walks the arguments of a call; closures among them learn which call they belong to. */
  private void arguments(int suffix, int call) {
    int place = 0;
    int list = syntax.child(suffix, SwiftNode.VALUE_ARGUMENTS);
    for (int argument : syntax.children(list, SwiftNode.VALUE_ARGUMENT)) {
      int value = syntax.field(argument, SwiftField.VALUE);
      if (syntax.is(value, SwiftNode.LAMBDA_LITERAL)) {
        closures.closure(value, call, Integer.toString(place));
      } else {
        value(value, false);
      }
      place++;
    }
    for (int closure : syntax.children(suffix, SwiftNode.LAMBDA_LITERAL)) {
      closures.closure(closure, call, Integer.toString(place));
      place++;
    }
  }
}
