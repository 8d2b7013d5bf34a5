package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class CSharpExpressions {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;
  private final CSharpOperators operators;

  /** What {@code .name} and {@code [index]} after a question mark are applied to. */
  private int conditionalBase = -1;

  CSharpExpressions(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.operators = new CSharpOperators(walk);
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

  /** Walks what an assignment writes to. */
  void target(int node) {
    if (syntax.is(node, CSharpNode.TUPLE_EXPRESSION)) {
      tuple(node, -1);
    } else if (node >= 0) {
      chain(node, Role.WRITE, false);
    }
  }

  /** Walks what a binary operator joins to its left operand, which has been walked. */
  void joined(int binary) {
    operators.binary(binary, -1, false);
  }

  /** Walks the arguments of a call; lambdas among them learn which call they belong to. */
  void arguments(int list, int call) {
    arguments(list, call, -1);
  }

  /**
   * Walks the arguments of a call and notes what is known of them.
   *
   * @param calledAt Start of the name that is called, -1 when it has none.
   */
  void arguments(int list, int call, int calledAt) {
    int place = 0;
    boolean isKnown = false;
    StringBuilder known = new StringBuilder();
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (!syntax.is(c, CSharpNode.ARGUMENT)) {
        walk.statements().statement(c);
        continue;
      }
      int value = argumentValue(c);
      boolean isOut = walk.token(c, "out") >= 0;
      String literal = calledAt < 0 || isOut ? "-" : walk.arguments().literal(value);
      int made = -1;
      if (isLambda(value)) {
        lambda(value, call, Integer.toString(place));
      } else if (isOut) {
        target(value);
      } else {
        made = value(value, literal.isEmpty());
      }
      int name = syntax.field(c, CSharpField.NAME);
      String argument = literal.isEmpty() ? made < 0 ? "-" : Integer.toString(made) : literal;
      known
          .append(place == 0 ? "" : ",")
          .append(name < 0 ? "" : walk.name(name) + ":")
          .append(argument);
      isKnown |= name >= 0 || !argument.equals("-");
      place++;
    }
    if (isKnown && calledAt >= 0) {
      walk.arguments().list(calledAt, known.toString());
    }
  }

  /** The value of an argument, behind its name and its modifier. */
  int argumentValue(int argument) {
    int value = -1;
    for (int c = walk.firstContent(argument); c >= 0; c = walk.nextContent(c)) {
      if (syntax.tree().field(c) != CSharpField.NAME) {
        value = c;
      }
    }
    return value;
  }

  boolean isLambda(int node) {
    return syntax.is(node, CSharpNode.LAMBDA_EXPRESSION)
        || syntax.is(node, CSharpNode.ANONYMOUS_METHOD_EXPRESSION);
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  /** Walks an operand and everything that is applied to it, from the inside out. */
  private int chain(int outermost, Role role, boolean wanted) {
    CSharpChain chain = new CSharpChain(walk, role, wanted);
    return chain.walk(
        outermost, node -> primary(node, chain), (node, base) -> apply(node, base, chain));
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, CSharpChain chain) {
    boolean wanted = chain.wanted();
    if (walk.isThis(node) || walk.isBase(node)) {
      ExpressionKind kind = walk.isThis(node) ? ExpressionKind.THIS : ExpressionKind.SUPER;
      return wanted ? make(kind, "", -1, -1) : -1;
    }
    return switch (syntax.kind(node)) {
      case IDENTIFIER, GENERIC_NAME -> name(node, chain);
      case ALIAS_QUALIFIED_NAME ->
          member(syntax.field(node, CSharpField.NAME), walk.types().qualifier(node), chain);
      case MEMBER_BINDING_EXPRESSION ->
          member(syntax.field(node, CSharpField.NAME), conditionalBase, chain);
      case ELEMENT_BINDING_EXPRESSION -> {
        int base = conditionalBase;
        arguments(node, -1);
        yield !wanted
            ? -1
            : base < 0 ? literal("list", true) : make(ExpressionKind.INDEX, "", base, -1);
      }
      case OBJECT_CREATION_EXPRESSION,
          IMPLICIT_OBJECT_CREATION_EXPRESSION,
          ANONYMOUS_OBJECT_CREATION_EXPRESSION,
          ARRAY_CREATION_EXPRESSION,
          STACKALLOC_EXPRESSION,
          IMPLICIT_ARRAY_CREATION_EXPRESSION,
          INITIALIZER_EXPRESSION ->
          walk.creations().creation(node, wanted);
      case LAMBDA_EXPRESSION, ANONYMOUS_METHOD_EXPRESSION -> {
        lambda(node, -1, "-");
        yield wanted ? make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case CONDITIONAL_EXPRESSION -> operators.conditional(node, wanted);
      case ASSIGNMENT_EXPRESSION -> operators.assignment(node, wanted);
      case TUPLE_EXPRESSION -> {
        tuple(node, -1);
        yield literal("tuple", wanted);
      }
      case DECLARATION_EXPRESSION -> {
        declaration(node, -1);
        yield wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
      case PREPROC_IF, PREPROC_ELIF, PREPROC_ELSE, ERROR -> {
        walk.statements().statement(node);
        yield wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
      }
      case QUERY_EXPRESSION -> {
        walk.context().inBlock(syntax.end(node), () -> walk.statements().query(node));
        yield wanted ? make(ExpressionKind.OTHER, "query", -1, -1) : -1;
      }
      case TYPEOF_EXPRESSION -> {
        walk.types().references(syntax.field(node, CSharpField.TYPE));
        yield wanted ? make(ExpressionKind.CAST, "Type", -1, -1) : -1;
      }
      case DEFAULT_EXPRESSION -> {
        int type = syntax.field(node, CSharpField.TYPE);
        walk.types().references(type);
        yield !wanted
            ? -1
            : type < 0
                ? literal("null", true)
                : make(ExpressionKind.CAST, walk.types().text(type), -1, -1);
      }
      case SIZEOF_EXPRESSION -> {
        walk.types().references(syntax.field(node, CSharpField.TYPE));
        yield literal("number", wanted);
      }
      case STRING_LITERAL, VERBATIM_STRING_LITERAL, RAW_STRING_LITERAL -> literal("string", wanted);
      case INTERPOLATED_STRING_EXPRESSION -> {
        walk.statements().parts(node);
        yield literal("string", wanted);
      }
      case CHARACTER_LITERAL -> literal("char", wanted);
      case INTEGER_LITERAL, REAL_LITERAL -> literal("number", wanted);
      case BOOLEAN_LITERAL -> literal("boolean", wanted);
      case NULL_LITERAL -> literal("null", wanted);
      case PREDEFINED_TYPE -> wanted ? make(ExpressionKind.NAME, syntax.text(node), -1, -1) : -1;
      default -> other(node, wanted);
    };
  }

  private int other(int node, boolean wanted) {
    if (syntax.kind(node).isType()) {
      walk.types().references(node);
      return wanted ? make(ExpressionKind.CAST, walk.types().text(node), -1, -1) : -1;
    }
    walk.statements().parts(node);
    if (!wanted) {
      return -1;
    }
    // Collections are not of one kind in all releases of the grammar.
    return syntax.textEquals(syntax.firstChild(node), "[")
        ? literal("list", true)
        : make(ExpressionKind.OTHER, "", -1, -1);
  }

  int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  /** A name that stands alone: called, read, written, or the qualifier of something. */
  private int name(int node, CSharpChain chain) {
    int identifier = walk.identifier(node);
    String name = walk.name(identifier);
    int call = chain.call();
    int count = call < 0 ? -1 : syntax.namedChildren(syntax.field(call, CSharpField.ARGUMENTS));
    LexicalScope.Meaning meaning = walk.context().scope().meaning(name);
    walk.types().arguments(node);
    walk.arguments().generic(node);
    if (count == 1 && name.equals("nameof") && meaning == null) {
      return literal("string", chain.wanted());
    }
    boolean isFree = meaning == null || meaning == LexicalScope.Meaning.MEMBER;
    if (meaning == LexicalScope.Meaning.LOCAL_FUNCTION) {
      Role role = call < 0 ? Role.FUNCTION_VALUE : Role.CALL;
      walk.context().reference(role, name, identifier, -1, count);
    } else if (isFree && !name.equals("_")) {
      Role role = call < 0 ? chain.role() : Role.CALL;
      walk.context().reference(role, name, identifier, -1, count);
    }
    if (!chain.wanted()) {
      return -1;
    }
    String text = walk.arguments().named(node);
    return call < 0
        ? make(ExpressionKind.NAME, text, -1, -1)
        : make(ExpressionKind.CALL, text, -1, count);
  }

  /** A member of something. */
  private int member(int nameNode, int operand, CSharpChain chain) {
    int base = isTornOff(nameNode) ? make(ExpressionKind.OTHER, "", -1, -1) : operand;
    int identifier = walk.identifier(nameNode);
    String name = walk.name(identifier);
    int call = chain.call();
    int count = call < 0 ? -1 : syntax.namedChildren(syntax.field(call, CSharpField.ARGUMENTS));
    if (identifier >= 0) {
      Role role = call < 0 ? chain.role() : Role.CALL;
      walk.context().reference(role, name, identifier, base, count);
    }
    walk.types().arguments(nameNode);
    walk.arguments().generic(nameNode);
    if (!chain.wanted()) {
      return -1;
    }
    String text = walk.arguments().named(nameNode);
    return call < 0
        ? make(ExpressionKind.MEMBER, text, base, -1)
        : make(ExpressionKind.CALL, text, base, count);
  }

  /**
   * Whether code that could not be placed stands before a name: what it belongs to is not known.
   */
  private boolean isTornOff(int nameNode) {
    return walk.isBroken()
        && nameNode >= 0
        && syntax.child(syntax.parent(nameNode), CSharpNode.ERROR) >= 0;
  }

  /** Applies one node of a chain to its operand. */
  private int apply(int node, int base, CSharpChain chain) {
    return switch (syntax.kind(node)) {
      case MEMBER_ACCESS_EXPRESSION -> member(syntax.field(node, CSharpField.NAME), base, chain);
      case CONDITIONAL_ACCESS_EXPRESSION -> conditionalAccess(node, base, chain);
      case INVOCATION_EXPRESSION -> invocation(node, base, chain);
      case ELEMENT_ACCESS_EXPRESSION -> {
        arguments(syntax.field(node, CSharpField.SUBSCRIPT), -1);
        yield chain.wanted() ? make(ExpressionKind.INDEX, "", base, -1) : -1;
      }
      default -> operators.apply(node, base, chain);
    };
  }

  private int conditionalAccess(int node, int base, CSharpChain chain) {
    int condition = syntax.field(node, CSharpField.CONDITION);
    int right = syntax.nextNamed(condition);
    if (syntax.is(right, CSharpNode.MEMBER_BINDING_EXPRESSION)) {
      return member(syntax.field(right, CSharpField.NAME), base, chain);
    }
    int outer = conditionalBase;
    conditionalBase = base;
    int result = value(right, chain.wanted());
    conditionalBase = outer;
    return result;
  }

  private int invocation(int node, int base, CSharpChain chain) {
    int list = syntax.field(node, CSharpField.ARGUMENTS);
    int route = walk.routes().mapped(node);
    if (route >= 0) {
      walk.context().inEntity(route, () -> arguments(list, base));
    } else {
      arguments(list, base, calledAt(node));
    }
    if (!chain.wanted()) {
      return -1;
    }
    return switch (syntax.kind(CSharpChain.called(walk, node))) {
      case IDENTIFIER,
          GENERIC_NAME,
          MEMBER_ACCESS_EXPRESSION,
          ALIAS_QUALIFIED_NAME,
          MEMBER_BINDING_EXPRESSION,
          CONDITIONAL_ACCESS_EXPRESSION ->
          base;
      default -> make(ExpressionKind.OTHER, "()", base, -1);
    };
  }

  /** Where the name stands that a call calls, -1 when it calls no name. */
  private int calledAt(int call) {
    int called = CSharpChain.called(walk, call);
    if (syntax.is(called, CSharpNode.CONDITIONAL_ACCESS_EXPRESSION)) {
      called = syntax.nextNamed(syntax.field(called, CSharpField.CONDITION));
    }
    return switch (syntax.kind(called)) {
      case IDENTIFIER, GENERIC_NAME -> syntax.start(walk.identifier(called));
      case MEMBER_ACCESS_EXPRESSION, ALIAS_QUALIFIED_NAME, MEMBER_BINDING_EXPRESSION ->
          syntax.start(walk.identifier(syntax.field(called, CSharpField.NAME)));
      default -> -1;
    };
  }

  /**
   * Walks a lambda or an anonymous method.
   *
   * @param call Expression of the call that it is an argument of, -1 for none.
   * @param place Which argument it is.
   */
  void lambda(int node, int call, String place) {
    walk.context().complexity().enter();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              walk.types().references(syntax.field(node, CSharpField.TYPE));
              walk.attributes().of(node, walk.facts().entity(walk.context().owner()));
              lambdaParameters(syntax.field(node, CSharpField.PARAMETERS), call, place);
              int body = syntax.field(node, CSharpField.BODY);
              walk.statements().statement(body < 0 ? syntax.child(node, CSharpNode.BLOCK) : body);
            });
    walk.context().complexity().leave();
  }

  private void lambdaParameters(int parameters, int call, String place) {
    if (syntax.is(parameters, CSharpNode.IMPLICIT_PARAMETER)) {
      int given = given(call, place, 0);
      walk.context()
          .bind(walk.name(parameters), BindingKind.PARAMETER, syntax.start(parameters), "", given);
      return;
    }
    var declared = walk.parameters().of(parameters);
    walk.parameters().references(parameters, declared);
    int index = 0;
    for (CSharpParameters.Declared p : declared) {
      String type = walk.types().text(p.type());
      int given = type.isEmpty() ? given(call, place, index) : -1;
      walk.context().bind(p.name(), BindingKind.PARAMETER, syntax.start(p.node()), type, given);
      index++;
    }
  }

  private int given(int call, String place, int index) {
    return call < 0 ? -1 : make(ExpressionKind.LAMBDA, place + " " + index, call, -1);
  }

  /**
   * Walks the elements of a tuple: values, declarations, or the targets of a deconstruction.
   *
   * @param source Expression of what is taken apart, -1 when unknown.
   */
  void tuple(int node, int source) {
    boolean assigned =
        syntax.is(syntax.parent(node), CSharpNode.ASSIGNMENT_EXPRESSION)
            && syntax.tree().field(node) == CSharpField.LEFT;
    int place = 0;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      int value = argumentValue(c);
      if (syntax.is(value, CSharpNode.DECLARATION_EXPRESSION)) {
        declaration(value, element(source, place));
      } else if (assigned) {
        target(value);
      } else {
        value(value, false);
      }
      place++;
    }
  }

  /** The expression of one part of what is taken apart. */
  int element(int source, int place) {
    return source < 0 ? -1 : make(ExpressionKind.OTHER, "#" + place, source, -1);
  }

  /** A variable that is declared where it gets its value. */
  void declaration(int node, int initializer) {
    int type = syntax.field(node, CSharpField.TYPE);
    int name = syntax.field(node, CSharpField.NAME);
    walk.types().references(type);
    if (name >= 0 && !syntax.textEquals(name, "_")) {
      String text = walk.types().text(type);
      walk.context()
          .bind(
              walk.name(name),
              BindingKind.LOCAL,
              syntax.start(name),
              text,
              text.isEmpty() ? initializer : -1);
    }
  }
}
