package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What is
 * applied to an operand is worked off in a loop, so a chain of calls may be as long as it likes.
 */
final class KotlinExpressions {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;
  private final KotlinLambdas lambdas;

  KotlinExpressions(KotlinContext context, KotlinTypes types, KotlinCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.lambdas = new KotlinLambdas(context, types, code);
  }

  /**
   * Walks an expression.
   *
   * @param wanted Whether the caller needs the expression itself.
   * @return index of the expression, -1 when it is not wanted or not there
   */
  int value(int node, boolean wanted) {
    return node < 0 ? -1 : chain(node, Role.READ, wanted);
  }

  /** Walks what an assignment writes to: an operand and suffixes beside it. */
  void target(int node) {
    int first = syntax.firstNamed(node);
    if (first < 0) {
      return;
    }
    int suffix = syntax.nextNamed(first);
    int base = chain(first, suffix < 0 ? Role.WRITE : Role.READ, suffix >= 0);
    while (suffix >= 0) {
      int next = syntax.nextNamed(suffix);
      if (syntax.is(suffix, KotlinNode.NAVIGATION_SUFFIX)) {
        base = member(suffix, base, next < 0 ? Role.WRITE : Role.READ, -1, next >= 0);
      } else {
        code.parts(suffix);
        base = context.make(ExpressionKind.INDEX, "", base, -1);
      }
      suffix = next;
    }
  }

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
        case CALL_EXPRESSION,
            NAVIGATION_EXPRESSION,
            INDEXING_EXPRESSION,
            POSTFIX_EXPRESSION,
            AS_EXPRESSION,
            CHECK_EXPRESSION,
            INFIX_EXPRESSION,
            ELVIS_EXPRESSION,
            RANGE_EXPRESSION,
            ADDITIVE_EXPRESSION,
            MULTIPLICATIVE_EXPRESSION,
            COMPARISON_EXPRESSION,
            EQUALITY_EXPRESSION,
            CONJUNCTION_EXPRESSION,
            DISJUNCTION_EXPRESSION -> {
          int first = syntax.firstChild(node);
          yield first >= 0
                  && !isClass(node)
                  && syntax.tree().isNamed(first)
                  && !syntax.is(first, KotlinNode.ERROR)
              ? first
              : -1;
        }
        case PARENTHESIZED_EXPRESSION -> syntax.firstNamed(node);
        case PREFIX_EXPRESSION -> prefixed(node);
        default -> -1;
      };
    }

    /** Number of arguments of the call whose function the present node is, or -1. */
    int arguments() {
      int call = applied(0);
      if (!syntax.is(call, KotlinNode.CALL_EXPRESSION)) {
        return -1;
      }
      int count = count(call);
      return isTrailing(applied(1)) ? count + 1 : count;
    }

    Role role() {
      for (int i = 0; applied(i) >= 0; i++) {
        int node = applied(i);
        switch (syntax.kind(node)) {
          case PARENTHESIZED_EXPRESSION -> {}
          case POSTFIX_EXPRESSION, PREFIX_EXPRESSION -> {
            return syntax.hasToken(node, "++") || syntax.hasToken(node, "--")
                ? Role.WRITE
                : Role.READ;
          }
          default -> {
            return writes(node) ? Role.WRITE : Role.READ;
          }
        }
      }
      return wholeRole();
    }
  }

  /** Whether a call only adds the lambda behind the parentheses of another one. */
  private boolean isTrailing(int node) {
    if (!syntax.is(node, KotlinNode.CALL_EXPRESSION)) {
      return false;
    }
    int suffix = syntax.child(node, KotlinNode.CALL_SUFFIX);
    int function = syntax.firstNamed(node);
    return syntax.child(suffix, KotlinNode.VALUE_ARGUMENTS) < 0
        && syntax.is(function, KotlinNode.CALL_EXPRESSION)
        && syntax.child(syntax.child(function, KotlinNode.CALL_SUFFIX), KotlinNode.ANNOTATED_LAMBDA)
            < 0;
  }

  private int count(int call) {
    int suffix = syntax.child(call, KotlinNode.CALL_SUFFIX);
    int list = syntax.child(suffix, KotlinNode.VALUE_ARGUMENTS);
    int trailing = syntax.child(suffix, KotlinNode.ANNOTATED_LAMBDA) < 0 ? 0 : 1;
    return syntax.namedChildren(list) + trailing;
  }

  /**
   * Whether a class is taken for a call between two operands, as the grammar does after imports.
   */
  private boolean isClass(int node) {
    return syntax.is(node, KotlinNode.INFIX_EXPRESSION)
        && syntax.textEquals(syntax.firstNamed(node), "class");
  }

  /**
   * Whether an operation stands for an assignment, its first operand for what is written to, as
   * {@link KotlinReadable} makes them.
   */
  private boolean writes(int node) {
    if (!syntax.is(node, KotlinNode.DISJUNCTION_EXPRESSION)
        && !syntax.is(node, KotlinNode.MULTIPLICATIVE_EXPRESSION)) {
      return false;
    }
    int operator = syntax.nextSibling(syntax.firstNamed(node));
    while (operator >= 0 && syntax.tree().isNamed(operator)) {
      operator = syntax.nextSibling(operator);
    }
    return syntax.text(operator).indexOf('=') >= 0;
  }

  /** What a sign, an annotation or a label stands before. */
  private int prefixed(int node) {
    int found = syntax.firstNamed(node);
    while (syntax.is(found, KotlinNode.ANNOTATION) || syntax.is(found, KotlinNode.LABEL)) {
      found = syntax.nextNamed(found);
    }
    return found;
  }

  private int primary(int node, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case SIMPLE_IDENTIFIER -> name(node, step);
      case THIS_EXPRESSION -> instance(ExpressionKind.THIS, node, wanted);
      case SUPER_EXPRESSION -> {
        types.references(context.type(syntax.firstChild(node)));
        yield instance(ExpressionKind.SUPER, node, wanted);
      }
      case STRING_LITERAL -> {
        code.parts(node);
        yield literal("string", wanted);
      }
      case INTEGER_LITERAL,
          HEX_LITERAL,
          BIN_LITERAL,
          REAL_LITERAL,
          LONG_LITERAL,
          UNSIGNED_LITERAL ->
          literal("number", wanted);
      case BOOLEAN_LITERAL -> literal("boolean", wanted);
      case CHARACTER_LITERAL -> literal("string", wanted);
      case LAMBDA_LITERAL -> {
        lambdas.lambda(node, -1);
        yield wanted ? context.make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case ANONYMOUS_FUNCTION -> {
        lambdas.anonymous(node);
        yield wanted ? context.make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case OBJECT_LITERAL -> {
        String made = code.object(node);
        yield wanted ? context.make(ExpressionKind.NEW, made, -1, -1) : -1;
      }
      case CALLABLE_REFERENCE -> callable(node, wanted);
      default -> {
        if (isClass(node)) {
          code.mistakenClass(node);
        } else if (syntax.kind(node).isExpression()) {
          // Broken: nothing stands where its operand should.
          code.parts(node);
        } else {
          code.statement(node);
        }
        yield wanted ? context.make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
    };
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? context.make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  private int instance(ExpressionKind kind, int node, boolean wanted) {
    String label = context.name(syntax.child(node, KotlinNode.TYPE_IDENTIFIER));
    return wanted ? context.make(kind, label, -1, -1) : -1;
  }

  private int name(int node, Step step) {
    String name = context.name(node);
    if (name.isEmpty()) {
      return step.wanted() ? context.make(ExpressionKind.OTHER, "", -1, -1) : -1;
    }
    int arguments = step.arguments();
    LexicalScope.Meaning meaning = walk.scope().meaning(name);
    if (name.equals("it") && meaning == LexicalScope.Meaning.VALUE) {
      lambdas.uses(name);
    }
    boolean makes =
        arguments >= 0
            && (meaning == LexicalScope.Meaning.LOCAL_TYPE
                || meaning == null && context.isClassOfFile(name));
    if (makes) {
      walk.reference(Role.INSTANTIATE, name, node, -1, arguments);
      return context.make(ExpressionKind.NEW, name, -1, arguments);
    }
    if (meaning != LexicalScope.Meaning.VALUE && meaning != LexicalScope.Meaning.TYPE_PARAMETER) {
      walk.reference(arguments < 0 ? step.role() : Role.CALL, name, node, -1, arguments);
    }
    if (!step.wanted()) {
      return -1;
    }
    return arguments < 0
        ? context.make(ExpressionKind.NAME, name, -1, -1)
        : context.make(ExpressionKind.CALL, name, -1, arguments);
  }

  /** {@code ::f}, {@code T::f} or {@code T::class} with a simple name before the colons. */
  private int callable(int node, boolean wanted) {
    int left = syntax.child(node, KotlinNode.TYPE_IDENTIFIER);
    int right = syntax.child(node, KotlinNode.SIMPLE_IDENTIFIER);
    int base = -1;
    if (left >= 0) {
      String name = context.name(left);
      if (!name.isEmpty()
          && (!walk.isLocal(name)
              || walk.scope().meaning(name) == LexicalScope.Meaning.LOCAL_TYPE)) {
        Role role = Character.isUpperCase(name.charAt(0)) ? Role.TYPE : Role.READ;
        walk.reference(role, name, left, -1, -1);
      }
      base = context.make(ExpressionKind.NAME, name, -1, -1);
    }
    if (right >= 0) {
      String name = context.name(right);
      if (left >= 0 || walk.scope().meaning(name) != LexicalScope.Meaning.VALUE) {
        walk.reference(Role.FUNCTION_VALUE, name, right, base, -1);
      }
      return wanted ? context.make(ExpressionKind.OTHER, "::", base, -1) : -1;
    }
    return wanted ? context.make(ExpressionKind.OTHER, "::class", base, -1) : -1;
  }

  private int apply(int node, int base, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case NAVIGATION_EXPRESSION -> {
        int suffix = syntax.child(node, KotlinNode.NAVIGATION_SUFFIX);
        yield suffix < 0 ? base : member(suffix, base, step.role(), step.arguments(), wanted);
      }
      case CALL_EXPRESSION -> call(node, base);
      case INDEXING_EXPRESSION -> {
        int suffix = syntax.child(node, KotlinNode.INDEXING_SUFFIX);
        if (suffix >= 0) {
          code.parts(suffix);
        }
        yield wanted ? context.make(ExpressionKind.INDEX, "", base, -1) : -1;
      }
      case AS_EXPRESSION -> {
        int type = context.type(syntax.nextSibling(syntax.firstChild(node)));
        types.references(type);
        yield wanted ? context.make(ExpressionKind.CAST, types.text(type), base, -1) : -1;
      }
      case CHECK_EXPRESSION -> {
        right(node, false);
        yield literal("boolean", wanted);
      }
      case INFIX_EXPRESSION -> infix(node, base, wanted);
      case ELVIS_EXPRESSION -> {
        walk.complexity().path();
        right(node, false);
        yield base;
      }
      case CONJUNCTION_EXPRESSION, DISJUNCTION_EXPRESSION -> {
        int first = syntax.firstNamed(node);
        if (!writes(node)) {
          walk.complexity().logical(!syntax.is(first, syntax.kind(node)) || writes(first));
        }
        right(node, false);
        yield literal("boolean", wanted);
      }
      case COMPARISON_EXPRESSION, EQUALITY_EXPRESSION -> {
        right(node, false);
        yield literal("boolean", wanted);
      }
      case RANGE_EXPRESSION -> {
        right(node, false);
        yield wanted ? context.make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
      case ADDITIVE_EXPRESSION, MULTIPLICATIVE_EXPRESSION -> {
        right(node, false);
        yield base;
      }
      case PREFIX_EXPRESSION -> {
        for (int c : syntax.children(node, KotlinNode.ANNOTATION)) {
          code.annotation(c);
        }
        yield syntax.hasToken(node, "!") ? literal("boolean", wanted) : base;
      }
      default -> base;
    };
  }

  /** Walks all that stands right of the first operand. */
  private void right(int node, boolean first) {
    for (int c = syntax.nextNamed(syntax.firstNamed(node)); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.kind(c).isType()) {
        types.references(c);
      } else {
        value(c, first);
      }
    }
  }

  private int infix(int node, int base, boolean wanted) {
    int name = syntax.nextNamed(syntax.firstNamed(node));
    if (!syntax.is(name, KotlinNode.SIMPLE_IDENTIFIER)) {
      right(node, false);
      return base;
    }
    walk.reference(Role.CALL, context.name(name), name, base, 1);
    for (int c = syntax.nextNamed(name); c >= 0; c = syntax.nextNamed(c)) {
      value(c, false);
    }
    return wanted ? context.make(ExpressionKind.CALL, context.name(name), base, 1) : -1;
  }

  private int member(int suffix, int base, Role role, int arguments, boolean wanted) {
    int nameNode = syntax.child(suffix, KotlinNode.SIMPLE_IDENTIFIER);
    boolean reflects = syntax.hasToken(suffix, "::");
    if (nameNode < 0) {
      code.parts(suffix);
      return wanted ? context.make(ExpressionKind.OTHER, reflects ? "::class" : "", base, -1) : -1;
    }
    String name = context.name(nameNode);
    if (reflects) {
      walk.reference(Role.FUNCTION_VALUE, name, nameNode, base, -1);
      return wanted ? context.make(ExpressionKind.OTHER, "::", base, -1) : -1;
    }
    walk.reference(arguments < 0 ? role : Role.CALL, name, nameNode, base, arguments);
    if (!wanted) {
      return -1;
    }
    return arguments < 0
        ? context.make(ExpressionKind.MEMBER, name, base, -1)
        : context.make(ExpressionKind.CALL, name, base, arguments);
  }

  private int call(int node, int base) {
    int function = syntax.firstNamed(node);
    int suffix = syntax.child(node, KotlinNode.CALL_SUFFIX);
    boolean named =
        switch (syntax.kind(function)) {
          case SIMPLE_IDENTIFIER -> true;
          case NAVIGATION_EXPRESSION ->
              syntax.child(
                      syntax.child(function, KotlinNode.NAVIGATION_SUFFIX),
                      KotlinNode.SIMPLE_IDENTIFIER)
                  >= 0;
          default -> isTrailing(node);
        };
    int called = named ? base : context.make(ExpressionKind.OTHER, "()", base, -1);
    types.references(syntax.child(suffix, KotlinNode.TYPE_ARGUMENTS));
    code.routes().around(node, () -> suffix(suffix, called));
    return called;
  }

  private void suffix(int suffix, int called) {
    arguments(syntax.child(suffix, KotlinNode.VALUE_ARGUMENTS));
    int annotated = syntax.child(suffix, KotlinNode.ANNOTATED_LAMBDA);
    if (annotated >= 0) {
      for (int c : syntax.children(annotated, KotlinNode.ANNOTATION)) {
        code.annotation(c);
      }
      int lambda = syntax.child(annotated, KotlinNode.LAMBDA_LITERAL);
      if (lambda >= 0) {
        lambdas.lambda(lambda, called);
      }
    }
  }

  /** Walks the arguments in parentheses. */
  void arguments(int list) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      argument(c);
    }
  }

  private void argument(int node) {
    if (!syntax.is(node, KotlinNode.VALUE_ARGUMENT)) {
      code.statement(node);
      return;
    }
    int first = syntax.firstNamed(node);
    if (syntax.is(first, KotlinNode.ANNOTATION)) {
      code.annotation(first);
      first = syntax.nextNamed(first);
    }
    if (first >= 0 && syntax.hasToken(node, "=")) {
      first = syntax.nextNamed(first);
    }
    for (int c = first; c >= 0; c = syntax.nextNamed(c)) {
      value(c, false);
    }
  }

  /** Walks a function without a name as the code of the current entity. */
  void function(int node) {
    if (syntax.is(node, KotlinNode.LAMBDA_LITERAL)) {
      lambdas.inside(node, -1);
    } else {
      code.callable(node);
    }
  }

  KotlinLambdas lambdas() {
    return lambdas;
  }
}
