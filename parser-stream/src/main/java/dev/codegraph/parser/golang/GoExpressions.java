package dev.codegraph.parser.golang;

import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class GoExpressions {
  private final GoContext context;
  private final GoSyntax syntax;
  private final GoTypes types;
  private final GoCode code;
  private final GoLiterals literals;
  private final GoRoutes routes;

  GoExpressions(GoContext context, GoTypes types, GoCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
    this.code = code;
    this.literals = new GoLiterals(context, types, this);
    this.routes = new GoRoutes(context);
  }

  GoRoutes routes() {
    return routes;
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

  /** Walks what an assignment writes to. */
  void target(int node) {
    if (node >= 0) {
      chain(node, Role.WRITE, false);
    }
  }

  /**
   * The n-th of the values that one expression gives, counted from 0.
   *
   * @param node Node of the expression.
   * @param expression Its index.
   */
  int result(int node, int expression, int n) {
    if (n == 0) {
      return expression;
    }
    return syntax.is(syntax.unparenthesized(node), GoNode.CALL_EXPRESSION)
        ? make(ExpressionKind.OTHER, "#" + n, expression, -1)
        : make(ExpressionKind.LITERAL, "boolean", -1, -1);
  }

  /** The expression of a function literal. */
  int lambda(int literal) {
    return make(ExpressionKind.LAMBDA, types.function(literal), -1, -1);
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return context.facts().expression(kind, text, base, argumentCount);
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
      int field =
          switch (syntax.kind(node)) {
            case SELECTOR_EXPRESSION,
                INDEX_EXPRESSION,
                SLICE_EXPRESSION,
                TYPE_ASSERTION_EXPRESSION,
                UNARY_EXPRESSION ->
                GoSyntax.OPERAND;
            case BINARY_EXPRESSION -> GoSyntax.LEFT;
            case CALL_EXPRESSION -> isConversion(node) ? -1 : GoSyntax.FUNCTION;
            case PARENTHESIZED_EXPRESSION -> 0;
            default -> -1;
          };
      return field < 0 ? -1 : field == 0 ? syntax.firstNamed(node) : syntax.field(node, field);
    }

    /** The call that the present node is the function of, or -1. */
    int call() {
      for (int i = 0; applied(i) >= 0; i++) {
        switch (syntax.kind(applied(i))) {
          case PARENTHESIZED_EXPRESSION -> {}
          case INDEX_EXPRESSION -> {
            if (!isInstantiated(applied(i))) {
              return -1;
            }
          }
          case CALL_EXPRESSION -> {
            return applied(i);
          }
          default -> {
            return -1;
          }
        }
      }
      return -1;
    }

    /** Whether nothing but parentheses and indices is applied any more. */
    Role role() {
      for (int i = 0; applied(i) >= 0; i++) {
        if (!syntax.is(applied(i), GoNode.PARENTHESIZED_EXPRESSION)) {
          return Role.READ;
        }
      }
      return wholeRole();
    }
  }

  /** Whether an index is plainly a type, so that the operand is a generic function or type. */
  private boolean isInstantiated(int node) {
    int index = syntax.field(node, GoSyntax.INDEX);
    if (!syntax.is(index, GoNode.IDENTIFIER)) {
      return false;
    }
    String name = syntax.text(index);
    int meaning = context.scope().meaning(name);
    return meaning == GoScope.TYPE_PARAMETER
        || meaning == GoScope.LOCAL_TYPE
        || meaning == GoScope.UNBOUND
            && (GoSyntax.isPredeclaredType(name) || context.typeOfFile(name) >= 0);
  }

  /** Whether a call is a conversion to a pointer type: {@code (*T)(x)} with a T not bound here. */
  private boolean isConversion(int call) {
    return pointerType(call) >= 0;
  }

  private int pointerType(int call) {
    int function = syntax.field(call, GoSyntax.FUNCTION);
    int inner = syntax.unparenthesized(function);
    if (inner == function
        || !syntax.is(inner, GoNode.UNARY_EXPRESSION)
        || !syntax.textEquals(syntax.firstChild(inner), "*")) {
      return -1;
    }
    int type = syntax.field(inner, GoSyntax.OPERAND);
    if (syntax.is(type, GoNode.IDENTIFIER)) {
      int meaning = context.scope().meaning(syntax.text(type));
      return meaning == GoScope.UNBOUND
              || meaning == GoScope.LOCAL_TYPE
              || meaning == GoScope.TYPE_PARAMETER
          ? type
          : -1;
    }
    int operand =
        syntax.is(type, GoNode.SELECTOR_EXPRESSION) ? syntax.field(type, GoSyntax.OPERAND) : -1;
    return syntax.is(operand, GoNode.IDENTIFIER) && context.isPackage(syntax.text(operand))
        ? type
        : -1;
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case IDENTIFIER, TYPE_IDENTIFIER -> name(node, step);
      case CALL_EXPRESSION -> pointerConversion(node);
      case TYPE_CONVERSION_EXPRESSION -> conversion(node, step);
      case TYPE_INSTANTIATION_EXPRESSION -> instantiation(node, step);
      case COMPOSITE_LITERAL -> literals.composite(node);
      case FUNC_LITERAL -> {
        context.complexity().enter();
        context.inBlock(node, () -> routes.within(node, () -> code.callable(node)));
        context.complexity().leave();
        yield wanted ? lambda(node) : -1;
      }
      case INTERPRETED_STRING_LITERAL, RAW_STRING_LITERAL -> literal("string", wanted);
      case INT_LITERAL, FLOAT_LITERAL, IMAGINARY_LITERAL, RUNE_LITERAL, IOTA ->
          literal("number", wanted);
      case TRUE, FALSE -> literal("boolean", wanted);
      case NIL -> literal("null", wanted);
      case GENERIC_TYPE,
          QUALIFIED_TYPE,
          SLICE_TYPE,
          ARRAY_TYPE,
          MAP_TYPE,
          CHANNEL_TYPE,
          FUNCTION_TYPE,
          STRUCT_TYPE,
          INTERFACE_TYPE,
          POINTER_TYPE -> {
        types.references(node);
        yield wanted ? make(ExpressionKind.CAST, types.text(node), -1, -1) : -1;
      }
      default -> {
        code.parts(node);
        yield wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
    };
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  /** A name that stands alone: called, read, written, or the qualifier of something. */
  private int name(int node, Step step) {
    String name = syntax.text(node);
    int meaning = context.scope().meaning(name);
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    // A constraint is no type to convert to: what is called so is a function of this name.
    boolean predeclared =
        meaning == GoScope.UNBOUND
            && GoSyntax.isPredeclaredType(name)
            && !(call >= 0 && name.equals("comparable"));
    if (meaning == GoScope.TYPE_PARAMETER || predeclared) {
      return step.wanted() ? make(ExpressionKind.CAST, name, -1, -1) : -1;
    }
    if (meaning >= 0) {
      Role role = call < 0 ? Role.FUNCTION_VALUE : Role.CALL;
      if (call >= 0 || step.role() == Role.READ) {
        context.reference(role, name, node, -1, arguments);
      } else {
        // From its next value on nobody knows which function the name means.
        context.scope().rebind(name, GoScope.VALUE);
      }
    } else if (meaning != GoScope.VALUE && !name.equals("_") && !isQualifier(name, step)) {
      Role role = call < 0 ? step.role() : Role.CALL;
      context.reference(role, name, node, -1, arguments);
    }
    if (!step.wanted()) {
      return -1;
    }
    return call < 0
        ? make(ExpressionKind.NAME, name, -1, -1)
        : make(ExpressionKind.CALL, name, -1, arguments);
  }

  private boolean isQualifier(String name, Step step) {
    return syntax.is(step.applied(0), GoNode.SELECTOR_EXPRESSION) && context.isPackage(name);
  }

  private int argumentCount(int call) {
    int list = syntax.field(call, GoSyntax.ARGUMENTS);
    int count = 0;
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      count++;
    }
    return count;
  }

  private int pointerConversion(int call) {
    int type = pointerType(call);
    String name;
    if (syntax.is(type, GoNode.SELECTOR_EXPRESSION)) {
      int field = syntax.field(type, GoSyntax.FIELD);
      int receiver = context.packageReceiver(syntax.field(type, GoSyntax.OPERAND));
      name = syntax.text(type);
      if (field >= 0) {
        context.reference(Role.TYPE, syntax.text(field), field, receiver, -1);
      }
    } else {
      name = syntax.text(type);
      types.references(type);
    }
    arguments(call, false);
    return make(ExpressionKind.CAST, "*" + name, -1, -1);
  }

  /**
   * A conversion to a type. The grammar also takes {@code f[T](x)} and {@code table[i](x)} for one;
   * the former calls a generic function, the latter the element of a local table.
   */
  private int conversion(int node, Step step) {
    int type = syntax.field(node, GoSyntax.TYPE);
    int operand = syntax.field(node, GoSyntax.OPERAND);
    int generic = syntax.is(type, GoNode.GENERIC_TYPE) ? syntax.field(type, GoSyntax.TYPE) : -1;
    int result;
    if (generic < 0) {
      types.references(type);
      result = make(ExpressionKind.CAST, types.text(type), -1, -1);
    } else if (isTable(type)) {
      result = make(ExpressionKind.OTHER, "()", element(type), -1);
    } else {
      types.references(type, Role.CALL);
      int receiver = -1;
      int nameNode = generic;
      if (syntax.is(generic, GoNode.QUALIFIED_TYPE)) {
        String qualifier = syntax.text(syntax.field(generic, GoSyntax.PACKAGE));
        receiver = make(ExpressionKind.NAME, qualifier, -1, -1);
        nameNode = syntax.field(generic, GoSyntax.NAME);
      }
      result = make(ExpressionKind.CALL, syntax.text(nameNode), receiver, 1);
    }
    if (operand >= 0) {
      value(operand, false);
    }
    return step.wanted() ? result : -1;
  }

  /** Whether a generic type in an expression is an element of a variable, since it names locals. */
  private boolean isTable(int type) {
    int node = type;
    while (syntax.is(node, GoNode.GENERIC_TYPE)) {
      int arguments = syntax.field(node, GoSyntax.TYPE_ARGUMENTS);
      for (int c = arguments < 0 ? -1 : syntax.firstNamed(arguments);
          c >= 0;
          c = syntax.nextNamed(c)) {
        if (namesValue(syntax.firstNamed(c))) {
          return true;
        }
      }
      node = syntax.field(node, GoSyntax.TYPE);
    }
    return namesValue(node);
  }

  private boolean namesValue(int type) {
    int name =
        switch (syntax.kind(type)) {
          case TYPE_IDENTIFIER -> type;
          case QUALIFIED_TYPE -> syntax.field(type, GoSyntax.PACKAGE);
          default -> -1;
        };
    return name >= 0 && context.scope().meaning(syntax.text(name)) == GoScope.VALUE;
  }

  /** Walks an element of a variable that the grammar took for a type. */
  private int element(int type) {
    switch (syntax.kind(type)) {
      case TYPE_IDENTIFIER -> {
        String name = syntax.text(type);
        if (!context.isLocal(name)) {
          context.reference(Role.READ, name, type, -1, -1);
        }
        return make(ExpressionKind.NAME, name, -1, -1);
      }
      case QUALIFIED_TYPE -> {
        int receiver = context.packageReceiver(syntax.field(type, GoSyntax.PACKAGE));
        int nameNode = syntax.field(type, GoSyntax.NAME);
        context.reference(Role.READ, syntax.text(nameNode), nameNode, receiver, -1);
        return make(ExpressionKind.MEMBER, syntax.text(nameNode), receiver, -1);
      }
      case GENERIC_TYPE -> {
        int base = element(syntax.field(type, GoSyntax.TYPE));
        int arguments = syntax.field(type, GoSyntax.TYPE_ARGUMENTS);
        for (int c = arguments < 0 ? -1 : syntax.firstNamed(arguments);
            c >= 0;
            c = syntax.nextNamed(c)) {
          element(syntax.firstNamed(c));
        }
        return make(ExpressionKind.INDEX, "", base, -1);
      }
      default -> {
        types.references(type);
        return make(ExpressionKind.OTHER, "", -1, -1);
      }
    }
  }

  /**
   * A generic function or type with its type arguments, not called; or again an element of a
   * variable.
   */
  private int instantiation(int node, Step step) {
    int type = syntax.field(node, GoSyntax.TYPE);
    int first = syntax.nextNamed(type);
    if (isTable(type) || first >= 0 && namesValue(first)) {
      int base = element(type);
      for (int c = first; c >= 0; c = syntax.nextNamed(c)) {
        element(c);
      }
      return make(ExpressionKind.INDEX, "", base, -1);
    }
    types.references(type, Role.READ);
    for (int c = first; c >= 0; c = syntax.nextNamed(c)) {
      types.references(c);
    }
    return step.wanted() ? make(ExpressionKind.NAME, types.text(type), -1, -1) : -1;
  }

  /** Applies one node of a chain to its operand. */
  private int apply(int node, int base, Step step) {
    return switch (syntax.kind(node)) {
      case SELECTOR_EXPRESSION -> selector(node, base, step);
      case CALL_EXPRESSION -> call(node, base, step);
      case INDEX_EXPRESSION -> {
        int index = syntax.field(node, GoSyntax.INDEX);
        if (isInstantiated(node)) {
          types.references(index);
          yield base;
        }
        if (index >= 0) {
          value(index, false);
        }
        yield step.wanted() ? make(ExpressionKind.INDEX, "", base, -1) : -1;
      }
      case SLICE_EXPRESSION -> {
        int operand = syntax.field(node, GoSyntax.OPERAND);
        for (int c = syntax.nextNamed(operand); c >= 0; c = syntax.nextNamed(c)) {
          value(c, false);
        }
        yield base;
      }
      case TYPE_ASSERTION_EXPRESSION -> {
        int type = syntax.field(node, GoSyntax.TYPE);
        types.references(type);
        yield step.wanted() ? make(ExpressionKind.CAST, types.text(type), base, -1) : -1;
      }
      case UNARY_EXPRESSION -> unary(node, base, step);
      case BINARY_EXPRESSION -> binary(node, base, step);
      default -> base;
    };
  }

  private int selector(int node, int base, Step step) {
    int field = syntax.field(node, GoSyntax.FIELD);
    if (field < 0) {
      return base;
    }
    String name = syntax.text(field);
    int call = step.call();
    int arguments = call < 0 ? -1 : argumentCount(call);
    context.reference(call < 0 ? step.role() : Role.CALL, name, field, base, arguments);
    if (!step.wanted()) {
      return -1;
    }
    return call < 0
        ? make(ExpressionKind.MEMBER, name, base, -1)
        : make(ExpressionKind.CALL, name, base, arguments);
  }

  private int call(int node, int base, Step step) {
    int function = syntax.unparenthesized(syntax.field(node, GoSyntax.FUNCTION));
    int typeArguments = syntax.field(node, GoSyntax.TYPE_ARGUMENTS);
    for (int c = typeArguments < 0 ? -1 : syntax.firstNamed(typeArguments);
        c >= 0;
        c = syntax.nextNamed(c)) {
      types.references(c);
    }
    String made = allocated(node, function);
    boolean appends = step.wanted() && isBuiltin(function, "append");
    routes.called(node);
    int first = arguments(node, appends);
    if (!step.wanted()) {
      return -1;
    }
    if (!made.isEmpty()) {
      return make(ExpressionKind.NEW, made, -1, -1);
    }
    if (appends && first >= 0) {
      return first;
    }
    return switch (syntax.kind(function)) {
      case IDENTIFIER, SELECTOR_EXPRESSION -> base;
      case INDEX_EXPRESSION ->
          isInstantiated(function) ? base : make(ExpressionKind.OTHER, "()", base, -1);
      default -> make(ExpressionKind.OTHER, "()", base, -1);
    };
  }

  /** The type that {@code new(T)} or {@code make(T, …)} gives; empty for other calls. */
  private String allocated(int call, int function) {
    if (!isBuiltin(function, "new") && !isBuiltin(function, "make")) {
      return "";
    }
    int list = syntax.field(call, GoSyntax.ARGUMENTS);
    int type = list < 0 ? -1 : syntax.firstNamed(list);
    return type < 0 ? "" : types.text(type);
  }

  private boolean isBuiltin(int function, String name) {
    return syntax.is(function, GoNode.IDENTIFIER)
        && syntax.textEquals(function, name)
        && !context.isLocal(name);
  }

  /**
   * Walks the arguments of a call.
   *
   * @return the expression of the first, -1 when it is not wanted
   */
  private int arguments(int call, boolean firstWanted) {
    int list = syntax.field(call, GoSyntax.ARGUMENTS);
    int function = syntax.field(call, GoSyntax.FUNCTION);
    boolean takesType = !allocated(call, function).isEmpty();
    int first = -1;
    boolean wanted = firstWanted;
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (takesType) {
        types.references(c);
        takesType = false;
      } else if (wanted) {
        first = value(c, true);
        wanted = false;
      } else {
        code.argument(c);
      }
    }
    return first;
  }

  private int unary(int node, int base, Step step) {
    int operator = syntax.firstChild(node);
    if (!step.wanted()) {
      return -1;
    }
    if (syntax.textEquals(operator, "<-")) {
      return make(ExpressionKind.OTHER, "<-", base, -1);
    }
    return syntax.textEquals(operator, "!")
        ? make(ExpressionKind.LITERAL, "boolean", -1, -1)
        : base;
  }

  private int binary(int node, int left, Step step) {
    int operator = syntax.field(node, GoSyntax.OPERATOR);
    int rightNode = syntax.field(node, GoSyntax.RIGHT);
    boolean logical = syntax.textEquals(operator, "&&") || syntax.textEquals(operator, "||");
    if (logical) {
      int leftNode = syntax.unparenthesized(syntax.field(node, GoSyntax.LEFT));
      boolean goesOn =
          syntax.is(leftNode, GoNode.BINARY_EXPRESSION)
              && syntax
                  .text(syntax.field(leftNode, GoSyntax.OPERATOR))
                  .equals(syntax.text(operator));
      context.complexity().logical(!goesOn);
    }
    int right = rightNode < 0 ? -1 : value(rightNode, step.wanted());
    if (!step.wanted()) {
      return -1;
    }
    if (logical || isComparison(operator)) {
      return make(ExpressionKind.LITERAL, "boolean", -1, -1);
    }
    int leftNode = syntax.unparenthesized(syntax.field(node, GoSyntax.LEFT));
    return switch (syntax.kind(leftNode)) {
      case INT_LITERAL, FLOAT_LITERAL, RUNE_LITERAL, IOTA -> right < 0 ? left : right;
      default -> left;
    };
  }

  private boolean isComparison(int operator) {
    return switch (operator < 0 ? "" : syntax.text(operator)) {
      case "==", "!=", "<", "<=", ">", ">=" -> true;
      default -> false;
    };
  }
}
