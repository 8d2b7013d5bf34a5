package dev.codegraph.parser.php;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/**
 * Expressions: the references in them, and the forest entries for those whose type matters. What an
 * operand stands to the left of is worked off in a loop, so a chain of calls may be as long as it
 * likes.
 */
final class PhpExpressions {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;
  private final PhpCalls calls;

  PhpExpressions(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.calls = new PhpCalls(walk);
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
    if (syntax.is(node, PhpNode.SUBSCRIPT_EXPRESSION)) {
      // Writing an element writes what holds it.
      int base = syntax.firstNamed(node);
      for (int c = syntax.nextPart(base); base >= 0 && c >= 0; c = syntax.nextPart(c)) {
        value(c, false);
      }
      if (syntax.is(base, PhpNode.VARIABLE_NAME)) {
        walk.variables().target(base, BindingKind.LOCAL, -1);
      } else {
        target(base);
      }
    } else if (node >= 0) {
      chain(node, Role.WRITE, false);
    }
  }

  /** Walks the arguments of a call. */
  void arguments(int list) {
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, PhpNode.ARGUMENT)) {
        value(argumentValue(c), false);
      } else {
        walk.statements().statement(c);
      }
    }
  }

  /** The value of an argument, behind its name. */
  int argumentValue(int argument) {
    int value = -1;
    for (int c = syntax.firstNamed(argument); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.tree().field(c) != PhpField.NAME) {
        value = c;
      }
    }
    return value;
  }

  /** The walk over creations. */
  PhpCalls calls() {
    return calls;
  }

  private int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  int literal(String kind, boolean wanted) {
    return wanted ? make(ExpressionKind.LITERAL, kind, -1, -1) : -1;
  }

  private int other(boolean wanted) {
    return wanted ? make(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  /** Walks an operand and everything that is applied to it, from the inside out. */
  private int chain(int outermost, Role role, boolean wanted) {
    PhpChain chain = new PhpChain(walk, role, wanted);
    return chain.walk(
        outermost,
        node -> primary(node, chain.role(), chain.wanted()),
        (node, base) -> calls.apply(node, base, chain.role(), chain.wanted()));
  }

  /** Whether a node that is applied to no operand is applied to a name. */
  private boolean isApplied(int node) {
    return switch (syntax.kind(node)) {
      case SCOPED_CALL_EXPRESSION,
          SCOPED_PROPERTY_ACCESS_EXPRESSION,
          CLASS_CONSTANT_ACCESS_EXPRESSION,
          FUNCTION_CALL_EXPRESSION ->
          true;
      default -> false;
    };
  }

  /** Walks an expression that is applied to no operand. */
  private int primary(int node, Role role, boolean wanted) {
    if (isApplied(node)) {
      return calls.apply(node, -1, role, wanted);
    }
    return switch (syntax.kind(node)) {
      case VARIABLE_NAME -> variable(node, role, wanted);
      case NAME, QUALIFIED_NAME, RELATIVE_NAME -> constant(node, wanted);
      case DYNAMIC_VARIABLE_NAME -> dynamic(node, role, wanted);
      case OBJECT_CREATION_EXPRESSION -> calls.creation(node, wanted);
      case ANONYMOUS_FUNCTION, ARROW_FUNCTION -> {
        walk.callables().closure(node);
        yield wanted ? make(ExpressionKind.LAMBDA, "", -1, -1) : -1;
      }
      case ASSIGNMENT_EXPRESSION, REFERENCE_ASSIGNMENT_EXPRESSION -> assignment(node, wanted);
      case AUGMENTED_ASSIGNMENT_EXPRESSION -> {
        written(syntax.field(node, PhpField.LEFT));
        value(syntax.field(node, PhpField.RIGHT), false);
        yield other(wanted);
      }
      case UPDATE_EXPRESSION -> {
        written(syntax.field(node, PhpField.ARGUMENT));
        yield literal("int", wanted);
      }
      case ARRAY_CREATION_EXPRESSION -> {
        calls.array(node);
        yield literal("array", wanted);
      }
      case STRING, NOWDOC -> literal("string", wanted);
      case ENCAPSED_STRING, HEREDOC -> {
        walk.statements().parts(node);
        yield literal("string", wanted);
      }
      case INTEGER -> literal("int", wanted);
      case FLOAT -> literal("float", wanted);
      case BOOLEAN -> literal("bool", wanted);
      case NULL -> literal("null", wanted);
      case LIST_LITERAL -> {
        walk.variables().target(node, BindingKind.LOCAL, -1);
        yield other(wanted);
      }
      case ANONYMOUS_CLASS -> {
        walk.members().anonymous(node);
        yield other(wanted);
      }
      default -> {
        walk.statements().structure(node);
        yield other(wanted);
      }
    };
  }

  private int variable(int node, Role role, boolean wanted) {
    if (syntax.textEquals(node, "$this")) {
      return wanted ? make(ExpressionKind.THIS, "", -1, -1) : -1;
    }
    walk.variables().use(node, role);
    return wanted ? make(ExpressionKind.NAME, syntax.text(node), -1, -1) : -1;
  }

  /** A variable in braces inside of a text, or one whose name is computed. */
  private int dynamic(int node, Role role, boolean wanted) {
    int name = syntax.firstNamed(node);
    if (!syntax.is(name, PhpNode.NAME)) {
      walk.statements().parts(node);
      return other(wanted);
    }
    String text = "$" + syntax.text(name);
    walk.variables().use(text, name, role);
    return wanted ? make(ExpressionKind.NAME, text, -1, -1) : -1;
  }

  /** A constant; the magic ones are words of the language. */
  private int constant(int node, boolean wanted) {
    String text = syntax.text(node);
    if (!text.startsWith("__") || !text.endsWith("__")) {
      walk.types().named(node, Role.READ, -1);
    }
    return wanted ? make(ExpressionKind.NAME, text, -1, -1) : -1;
  }

  private int assignment(int node, boolean wanted) {
    int left = syntax.field(node, PhpField.LEFT);
    int right = syntax.field(node, PhpField.RIGHT);
    int variable = walk.variables().plain(left);
    if (variable >= 0 && walk.callables().isClosure(right)) {
      int lambda = make(ExpressionKind.LAMBDA, "", -1, -1);
      // The name is there first, so that the closure may take it over by reference.
      int entity = walk.variables().function(variable, right);
      walk.facts().entity(entity).initializer(lambda);
      walk.variables().assigned(variable, lambda);
      return wanted ? lambda : -1;
    }
    int value = value(right, wanted || variable >= 0 || isList(left));
    if (left >= 0) {
      walk.variables().target(left, BindingKind.LOCAL, value);
    }
    return wanted ? value : -1;
  }

  private boolean isList(int node) {
    return syntax.is(node, PhpNode.LIST_LITERAL)
        || syntax.is(node, PhpNode.ARRAY_CREATION_EXPRESSION);
  }

  /** What is changed in its place: a variable that is local stays what it is. */
  private void written(int node) {
    if (syntax.is(node, PhpNode.VARIABLE_NAME)) {
      walk.variables().use(node, Role.WRITE);
    } else {
      target(node);
    }
  }
}
