package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.List;

/** Statements: what they bind, and the expressions in them. */
final class KotlinCode {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinDeclarations declarations;
  private final KotlinExpressions expressions;
  private final KotlinControl control;
  private final KotlinRoutes routes;

  KotlinCode(KotlinContext context, KotlinTypes types, KotlinDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.declarations = declarations;
    this.expressions = new KotlinExpressions(context, types, this);
    this.control = new KotlinControl(context, types, this);
    this.routes = new KotlinRoutes(context);
  }

  KotlinExpressions expressions() {
    return expressions;
  }

  KotlinRoutes routes() {
    return routes;
  }

  /** Walks the children of a node. */
  void parts(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      statement(c);
    }
  }

  /** Walks a statement, or anything that may stand where one is expected. */
  void statement(int node) {
    switch (syntax.kind(node)) {
      case CLASS_DECLARATION, OBJECT_DECLARATION, TYPE_ALIAS, FUNCTION_DECLARATION ->
          declarations.local(node);
      case PROPERTY_DECLARATION -> property(node);
      case STATEMENTS, CONTROL_STRUCTURE_BODY -> walk.inBlock(syntax.end(node), () -> parts(node));
      case ASSIGNMENT -> assignment(node);
      case FOR_STATEMENT -> control.loop(node);
      case WHILE_STATEMENT, DO_WHILE_STATEMENT -> control.repetition(node);
      case IF_EXPRESSION -> control.branches(node);
      case WHEN_EXPRESSION -> control.choice(node);
      case CATCH_BLOCK -> control.handler(node);
      case JUMP_EXPRESSION -> {
        if (syntax.child(node, KotlinNode.LABEL) >= 0
            && (syntax.hasToken(node, "break@") || syntax.hasToken(node, "continue@"))) {
          walk.complexity().burden();
        }
        parts(node);
      }
      case ANNOTATION -> annotation(node);
      case INTERPOLATED_IDENTIFIER -> {
        String name = context.name(node);
        if (walk.isLocal(name)) {
          expressions.lambdas().uses(name);
        } else {
          walk.reference(Role.READ, name, node, -1, -1);
        }
      }
      case VALUE_ARGUMENTS -> expressions.arguments(node);
      case USER_TYPE,
          NULLABLE_TYPE,
          PARENTHESIZED_TYPE,
          FUNCTION_TYPE,
          NOT_NULLABLE_TYPE,
          TYPE_ARGUMENTS ->
          types.references(node);
      case DIRECTLY_ASSIGNABLE_EXPRESSION -> expressions.target(node);
      case ERROR -> declarations.broken(node);
      case PARAMETER, PARAMETER_WITH_OPTIONAL_TYPE ->
          types.references(context.type(syntax.firstChild(node)));
      case LABEL, TYPE_IDENTIFIER, IDENTIFIER, LAMBDA_PARAMETERS -> {}
      default -> {
        if (syntax.kind(node).isExpression()) {
          expressions.value(node, false);
        } else {
          parts(node);
        }
      }
    }
  }

  /** The references in an annotation. */
  void annotation(int node) {
    declarations.modifiers().references(node);
  }

  /** The entity of an object expression; gives the name of its first base. */
  String object(int node) {
    return declarations.anonymous(node);
  }

  /** A class whose word and name the grammar took for a call between two operands. */
  void mistakenClass(int node) {
    declarations.mistakenClass(node);
  }

  /** Walks parameters and body of a function without a name. */
  void callable(int node) {
    declarations.functions().inside(node, declarations.functions().parts(node));
  }

  private void assignment(int node) {
    int target = syntax.firstNamed(node);
    for (int c = syntax.nextNamed(target); c >= 0; c = syntax.nextNamed(c)) {
      expressions.value(c, false);
    }
    if (syntax.is(target, KotlinNode.DIRECTLY_ASSIGNABLE_EXPRESSION)) {
      expressions.target(target);
    } else if (target >= 0) {
      expressions.value(target, false);
    }
  }

  /** A local variable, or several. */
  private void property(int node) {
    declarations.modifiers().annotations(syntax.child(node, KotlinNode.MODIFIERS));
    int variable = syntax.child(node, KotlinNode.VARIABLE_DECLARATION);
    int value = context.after(node, "=");
    int from = syntax.end(node);
    if (variable >= 0 && isFunction(value)) {
      types.references(context.type(syntax.firstChild(variable)));
      EntityDraft draft = declarations.functionValue(EntityKind.FUNCTION, node, variable, value);
      String type = types.text(context.type(syntax.firstChild(variable)));
      int lambda = context.make(ExpressionKind.LAMBDA, "", -1, -1);
      walk.bind(draft.name(), BindingKind.LOCAL, from, type, lambda);
      walk.scope().bind(draft.name(), LexicalScope.Meaning.LOCAL_FUNCTION);
      return;
    }
    int initializer = expressions.value(value, true);
    int delegate = syntax.child(node, KotlinNode.PROPERTY_DELEGATE);
    if (delegate >= 0) {
      int by = expressions.value(context.after(delegate, "by"), true);
      initializer = context.make(ExpressionKind.OTHER, "by", by, -1);
    }
    if (variable >= 0) {
      variable(variable, BindingKind.LOCAL, initializer, from);
    }
    int several = syntax.child(node, KotlinNode.MULTI_VARIABLE_DECLARATION);
    if (several >= 0) {
      components(several, initializer, from);
    }
  }

  /** Whether a value is a function without a name. */
  boolean isFunction(int value) {
    return syntax.is(value, KotlinNode.LAMBDA_LITERAL)
        || syntax.is(value, KotlinNode.ANONYMOUS_FUNCTION);
  }

  /** Binds a variable from an offset on; the underscore binds nothing. */
  void variable(int node, BindingKind kind, int initializer, int from) {
    int type = context.type(syntax.firstChild(node));
    types.references(type);
    String name = context.name(syntax.child(node, KotlinNode.SIMPLE_IDENTIFIER));
    if (!name.equals("_")) {
      walk.bind(name, kind, from, types.text(type), type < 0 ? initializer : -1);
    }
  }

  /** Binds the components of a value. */
  void components(int node, int value, int from) {
    List<Integer> variables = syntax.children(node, KotlinNode.VARIABLE_DECLARATION);
    for (int i = 0; i < variables.size(); i++) {
      int component =
          value < 0 ? -1 : context.make(ExpressionKind.CALL, "component" + (i + 1), value, 0);
      variable(variables.get(i), BindingKind.LOCAL, component, from);
    }
  }
}
