package dev.codegraph.parser.scala;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.OperandChain;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What is
 * applied to an operand is worked off in a loop, so a chain of calls may be as long as it likes.
 */
final class ScalaExpressions {
  private static final Set<String> COMPARISONS =
      Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "&&", "||");

  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>");

  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;

  ScalaExpressions(ScalaContext context, ScalaTypes types, ScalaCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
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
      int operand =
          switch (syntax.kind(node)) {
            case CALL_EXPRESSION, GENERIC_FUNCTION ->
                isMixed(node) ? -1 : syntax.field(node, ScalaField.FUNCTION);
            case FIELD_EXPRESSION -> isSelf(node) ? -1 : syntax.field(node, ScalaField.VALUE);
            case INFIX_EXPRESSION -> isMixed(node) ? -1 : syntax.field(node, ScalaField.LEFT);
            case MATCH_EXPRESSION -> syntax.field(node, ScalaField.VALUE);
            case POSTFIX_EXPRESSION,
                ASCRIPTION_EXPRESSION,
                PARENTHESIZED_EXPRESSION,
                PREFIX_EXPRESSION ->
                syntax.firstNamed(node);
            default -> -1;
          };
      return syntax.is(operand, ScalaNode.ERROR) ? -1 : operand;
    }

    /** Number of arguments of the call whose function the present node is, or -1. */
    int arguments() {
      int call = applied(0);
      if (syntax.is(call, ScalaNode.GENERIC_FUNCTION)) {
        call = applied(1);
      }
      return syntax.is(call, ScalaNode.CALL_EXPRESSION) ? count(call) : -1;
    }

    Role role() {
      for (int i = 0; applied(i) >= 0; i++) {
        int node = applied(i);
        switch (syntax.kind(node)) {
          case PARENTHESIZED_EXPRESSION -> {}
          case POSTFIX_EXPRESSION -> {
            return isLifted(node) ? Role.FUNCTION_VALUE : Role.READ;
          }
          case INFIX_EXPRESSION -> {
            return isAssignment(node) ? Role.WRITE : Role.READ;
          }
          default -> {
            return Role.READ;
          }
        }
      }
      return wholeRole();
    }
  }

  private int count(int call) {
    int arguments = syntax.field(call, ScalaField.ARGUMENTS);
    return syntax.is(arguments, ScalaNode.ARGUMENTS) ? syntax.namedChildren(arguments) : 1;
  }

  /** {@code C.this} or {@code C.super}. */
  private boolean isSelf(int node) {
    int field = syntax.field(node, ScalaField.FIELD);
    return syntax.textEquals(field, "this") || syntax.textEquals(field, "super");
  }

  /** {@code new A(1) with B[C] { … }}, which the grammar takes for an operator and a call. */
  private boolean isMixed(int node) {
    int left = withoutBody(node);
    boolean mixes = isWith(left);
    while (isWith(left)) {
      left = syntax.field(left, ScalaField.LEFT);
    }
    return mixes && syntax.is(left, ScalaNode.INSTANCE_EXPRESSION);
  }

  /** What stands below a block in braces and below type arguments. */
  private int withoutBody(int node) {
    int inner = node;
    if (syntax.is(inner, ScalaNode.CALL_EXPRESSION)
        && syntax.is(syntax.field(inner, ScalaField.ARGUMENTS), ScalaNode.BLOCK)) {
      inner = syntax.field(inner, ScalaField.FUNCTION);
    }
    return syntax.is(inner, ScalaNode.GENERIC_FUNCTION)
        ? syntax.field(inner, ScalaField.FUNCTION)
        : inner;
  }

  private boolean isWith(int node) {
    return syntax.is(node, ScalaNode.INFIX_EXPRESSION)
        && syntax.textEquals(syntax.field(node, ScalaField.OPERATOR), "with");
  }

  /** {@code f _}: a method as a value. */
  private boolean isLifted(int node) {
    int operator = syntax.nextNamed(syntax.firstNamed(node));
    return syntax.textEquals(operator, "_");
  }

  /** Whether an operator such as {@code +=} assigns to its left operand, as far as one can see. */
  private boolean isAssignment(int node) {
    String operator = syntax.text(syntax.field(node, ScalaField.OPERATOR));
    int left = syntax.field(node, ScalaField.LEFT);
    int name =
        syntax.is(left, ScalaNode.FIELD_EXPRESSION) ? syntax.field(left, ScalaField.FIELD) : left;
    return operator.length() > 1
        && operator.endsWith("=")
        && !COMPARISONS.contains(operator)
        && syntax.is(name, ScalaNode.IDENTIFIER)
        && context.isVariableOfFile(context.name(name));
  }

  private int primary(int node, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case IDENTIFIER, OPERATOR_IDENTIFIER -> name(node, step);
      case FIELD_EXPRESSION, INFIX_EXPRESSION, CALL_EXPRESSION, GENERIC_FUNCTION -> {
        if (isMixed(node)) {
          yield mixed(node, wanted);
        }
        boolean self = syntax.is(node, ScalaNode.FIELD_EXPRESSION) && isSelf(node);
        if (!self) {
          code.parts(node);
          yield other(wanted);
        }
        boolean isThis = syntax.textEquals(syntax.field(node, ScalaField.FIELD), "this");
        String type = syntax.normalText(syntax.field(node, ScalaField.VALUE));
        yield context.make(isThis ? ExpressionKind.THIS : ExpressionKind.SUPER, type, -1, -1);
      }
      case STRING, CHARACTER_LITERAL -> literal("string", wanted);
      case INTERPOLATED_STRING_EXPRESSION -> interpolated(node, wanted);
      case INTEGER_LITERAL, FLOATING_POINT_LITERAL -> literal("number", wanted);
      case BOOLEAN_LITERAL -> literal("boolean", wanted);
      case NULL_LITERAL -> literal("null", wanted);
      case TUPLE_EXPRESSION -> {
        code.parts(node);
        yield literal("tuple", wanted);
      }
      case LAMBDA_EXPRESSION -> {
        function(node, () -> code.lambda(node));
        yield wanted ? context.make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case COLON_ARGUMENT -> {
        argument(node);
        yield wanted ? context.make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case CASE_BLOCK, INDENTED_CASES -> {
        code.control().function(node);
        yield wanted ? context.make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case INSTANCE_EXPRESSION -> instance(node, wanted);
      case ASSIGNMENT_EXPRESSION -> {
        assignment(node);
        yield other(wanted);
      }
      case IF_EXPRESSION -> {
        code.control().branches(node);
        yield other(wanted);
      }
      case TRY_EXPRESSION -> {
        code.control().attempt(node);
        yield other(wanted);
      }
      case WHILE_EXPRESSION, DO_WHILE_EXPRESSION -> {
        code.control().repetition(node);
        yield other(wanted);
      }
      case FOR_EXPRESSION -> {
        code.control().comprehension(node);
        yield other(wanted);
      }
      case MACRO_BODY -> {
        int implementation = syntax.firstNamed(node);
        yield implementation < 0 ? -1 : chain(implementation, Role.FUNCTION_VALUE, wanted);
      }
      case WILDCARD, UNIT -> other(wanted);
      case BLOCK, INDENTED_BLOCK, ERROR -> {
        code.statement(node);
        yield other(wanted);
      }
      default -> {
        code.parts(node);
        yield other(wanted);
      }
    };
  }

  private int other(boolean wanted) {
    return wanted ? context.make(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  private int literal(String kind, boolean wanted) {
    return wanted ? context.make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  private void function(int node, Runnable inside) {
    walk.complexity().enter();
    walk.inBlock(syntax.end(node), inside);
    walk.complexity().leave();
  }

  private int name(int node, Step step) {
    String text = syntax.text(node);
    int arguments = step.arguments();
    if (text.equals("this") || text.equals("super")) {
      if (arguments >= 0 && context.facts().entity(walk.owner()).kind() == EntityKind.CONSTRUCTOR) {
        walk.reference(Role.CALL, text, node, -1, arguments);
      }
      ExpressionKind kind = text.equals("this") ? ExpressionKind.THIS : ExpressionKind.SUPER;
      return step.wanted() ? context.make(kind, "", -1, -1) : -1;
    }
    String name = context.name(node);
    if (name.isEmpty()) {
      return other(step.wanted());
    }
    LexicalScope.Meaning meaning = walk.scope().meaning(name);
    boolean makes =
        arguments >= 0
            && (meaning == null
                || meaning == LexicalScope.Meaning.LOCAL_TYPE
                || meaning == LexicalScope.Meaning.MEMBER)
            && context.isClassOfFile(name);
    if (makes) {
      walk.reference(Role.INSTANTIATE, name, node, -1, arguments);
      return context.make(ExpressionKind.NEW, name, -1, arguments);
    }
    if (!context.isValue(name)) {
      walk.reference(arguments < 0 ? step.role() : Role.CALL, name, node, -1, arguments);
    }
    if (!step.wanted()) {
      return -1;
    }
    return arguments < 0
        ? context.make(ExpressionKind.NAME, name, -1, -1)
        : context.make(ExpressionKind.CALL, name, -1, arguments);
  }

  private int apply(int node, int base, Step step) {
    boolean wanted = step.wanted();
    return switch (syntax.kind(node)) {
      case FIELD_EXPRESSION -> member(node, base, step);
      case CALL_EXPRESSION -> call(node, base, wanted);
      case GENERIC_FUNCTION -> {
        int list = syntax.field(node, ScalaField.TYPE_ARGUMENTS);
        types.references(list);
        boolean casts =
            syntax.textEquals(
                syntax.field(syntax.field(node, ScalaField.FUNCTION), ScalaField.FIELD),
                "asInstanceOf");
        yield casts && wanted
            ? context.make(ExpressionKind.CAST, types.text(syntax.firstNamed(list)), base, -1)
            : base;
      }
      case INFIX_EXPRESSION -> infix(node, base, wanted);
      case POSTFIX_EXPRESSION -> {
        int operator = syntax.nextNamed(syntax.firstNamed(node));
        if (isLifted(node)) {
          yield wanted ? context.make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
        }
        String name = context.name(operator);
        if (name.isEmpty() || ARITHMETIC.contains(name)) {
          // Broken: its right operand is missing.
          yield base;
        }
        walk.reference(Role.CALL, name, operator, base, 0);
        yield wanted ? context.make(ExpressionKind.CALL, name, base, 0) : -1;
      }
      case ASCRIPTION_EXPRESSION -> {
        int type = types.type(syntax.firstChild(node));
        types.references(type);
        code.declarations().modifiers().annotations(node);
        yield wanted && type >= 0
            ? context.make(ExpressionKind.CAST, types.text(type), base, -1)
            : base;
      }
      case MATCH_EXPRESSION -> {
        code.control().choice(node, base);
        yield other(wanted);
      }
      case PREFIX_EXPRESSION -> syntax.hasToken(node, "!") ? literal("boolean", wanted) : base;
      default -> base;
    };
  }

  private int member(int node, int base, Step step) {
    int nameNode = syntax.field(node, ScalaField.FIELD);
    String name = context.name(nameNode);
    if (name.isEmpty() || name.equals("asInstanceOf")) {
      return base;
    }
    int arguments = step.arguments();
    walk.reference(arguments < 0 ? step.role() : Role.CALL, name, nameNode, base, arguments);
    if (!step.wanted()) {
      return -1;
    }
    return arguments < 0
        ? context.make(ExpressionKind.MEMBER, name, base, -1)
        : context.make(ExpressionKind.CALL, name, base, arguments);
  }

  private int call(int node, int base, boolean wanted) {
    int function = syntax.field(node, ScalaField.FUNCTION);
    for (int c = syntax.nextPart(function); c >= 0; c = syntax.nextPart(c)) {
      argument(c);
    }
    return switch (syntax.kind(function)) {
      case IDENTIFIER, OPERATOR_IDENTIFIER, FIELD_EXPRESSION, GENERIC_FUNCTION, CALL_EXPRESSION ->
          base;
      default -> wanted ? context.make(ExpressionKind.CALL, "apply", base, count(node)) : -1;
    };
  }

  private void argument(int node) {
    switch (syntax.kind(node)) {
      case ARGUMENTS -> arguments(node);
      case BLOCK -> function(node, () -> code.statements(syntax.firstPart(node)));
      case COLON_ARGUMENT ->
          function(
              node,
              () -> {
                int start = syntax.field(node, ScalaField.LAMBDA_START);
                if (start >= 0) {
                  code.parameters(start);
                }
                for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
                  if (c != start) {
                    code.statement(c);
                  }
                }
              });
      default -> code.statement(node);
    }
  }

  private int infix(int node, int base, boolean wanted) {
    int operator = syntax.field(node, ScalaField.OPERATOR);
    String name = context.name(operator);
    int right = syntax.field(node, ScalaField.RIGHT);
    if (right >= 0 && !syntax.tree().isNamed(right)) {
      right = syntax.nextNamed(right);
    }
    boolean isRight = name.endsWith(":");
    if (name.equals("&&") || name.equals("||")) {
      int left = syntax.field(node, ScalaField.LEFT);
      boolean goes =
          syntax.is(left, ScalaNode.INFIX_EXPRESSION)
              && syntax.textEquals(syntax.field(left, ScalaField.OPERATOR), name);
      walk.complexity().logical(!goes);
    }
    int argument = value(right, isRight);
    if (COMPARISONS.contains(name)) {
      return literal("boolean", wanted);
    }
    if (ARITHMETIC.contains(name) || name.isEmpty() || isAssignment(node)) {
      return base;
    }
    int receiver = isRight ? argument : base;
    walk.reference(Role.CALL, name, operator, receiver, 1);
    return wanted ? context.make(ExpressionKind.CALL, name, receiver, 1) : -1;
  }

  /** Walks the arguments in parentheses; the names that they are given for are none here. */
  void arguments(int list) {
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      boolean named =
          syntax.is(c, ScalaNode.ASSIGNMENT_EXPRESSION)
              && syntax.is(syntax.field(c, ScalaField.LEFT), ScalaNode.IDENTIFIER);
      code.statement(named ? syntax.field(c, ScalaField.RIGHT) : c);
    }
  }

  private void assignment(int node) {
    int left = syntax.field(node, ScalaField.LEFT);
    code.value(syntax.field(node, ScalaField.RIGHT), false);
    if (syntax.is(left, ScalaNode.CALL_EXPRESSION)) {
      chain(syntax.field(left, ScalaField.FUNCTION), Role.READ, false);
      argument(syntax.field(left, ScalaField.ARGUMENTS));
    } else if (left >= 0) {
      chain(left, Role.WRITE, false);
    }
  }

  /** A text with expressions in it; the words for texts are no references. */
  private int interpolated(int node, boolean wanted) {
    int word = syntax.field(node, ScalaField.INTERPOLATOR);
    String name = context.name(word);
    int string = syntax.child(node, ScalaNode.INTERPOLATED_STRING);
    for (int part : syntax.children(string, ScalaNode.INTERPOLATION)) {
      code.parts(part);
    }
    if (name.equals("s") || name.equals("f") || name.equals("raw") || name.isEmpty()) {
      return literal("string", wanted);
    }
    walk.reference(Role.CALL, name, word, -1, -1);
    return wanted ? context.make(ExpressionKind.CALL, name, -1, -1) : -1;
  }

  /** What {@code new} makes: an object of a class, or of one without a name. */
  private int instance(int node, boolean wanted) {
    int type = types.type(syntax.firstChild(node));
    int body = syntax.child(node, ScalaNode.TEMPLATE_BODY);
    int arguments = syntax.child(node, ScalaNode.ARGUMENTS);
    int refinement = syntax.child(type, ScalaNode.REFINEMENT);
    int count = syntax.namedChildren(arguments);
    for (int c : syntax.children(node, ScalaNode.ARGUMENTS)) {
      arguments(c);
    }
    if (syntax.is(type, ScalaNode.STRUCTURAL_TYPE)) {
      code.declarations().classes().anonymous(node, List.of(), type);
    } else if (body >= 0 || refinement >= 0) {
      List<Integer> bases = type < 0 ? List.of() : List.of(type);
      code.declarations().classes().anonymous(node, bases, body < 0 ? refinement : body);
    } else if (syntax.is(type, ScalaNode.COMPOUND_TYPE)) {
      types.made(syntax.field(type, ScalaField.BASE), count);
      for (int extra : syntax.fields(type, ScalaField.EXTRA)) {
        types.references(extra, Role.TYPE);
      }
    } else if (type >= 0) {
      types.made(type, count);
    }
    return wanted ? context.make(ExpressionKind.NEW, made(type), -1, count) : -1;
  }

  private String made(int type) {
    return type < 0 || syntax.is(type, ScalaNode.STRUCTURAL_TYPE)
        ? "<anonymous>"
        : types.baseName(type);
  }

  /** The traits that stand behind {@code new A(1)}, the last one perhaps with a body. */
  private int mixed(int outermost, boolean wanted) {
    Deque<Integer> mixins = new ArrayDeque<>();
    int node = withoutBody(outermost);
    while (isWith(node)) {
      mixins.push(syntax.field(node, ScalaField.RIGHT));
      node = syntax.field(node, ScalaField.LEFT);
    }
    int type = types.type(syntax.firstChild(node));
    int arguments = syntax.child(node, ScalaNode.ARGUMENTS);
    if (arguments >= 0) {
      arguments(arguments);
    }
    code.declarations().classes().mixed(outermost, type, List.copyOf(mixins));
    int count = syntax.namedChildren(arguments);
    return wanted ? context.make(ExpressionKind.NEW, made(type), -1, count) : -1;
  }
}
