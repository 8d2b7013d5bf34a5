package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Functions without a name: what they bind, the unnamed parameter {@code it} included. */
final class KotlinLambdas {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;

  /** For each lambda around that may use {@code it}, whether it does. */
  private final Deque<boolean[]> implicit = new ArrayDeque<>();

  KotlinLambdas(KotlinContext context, KotlinTypes types, KotlinCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
  }

  /** Notes that a name was used that a lambda binds without saying so. */
  void uses(String name) {
    if (name.equals("it") && !implicit.isEmpty()) {
      implicit.peek()[0] = true;
    }
  }

  /**
   * Walks a lambda.
   *
   * @param call Expression of the call that it is given to, -1 when there is none.
   */
  void lambda(int node, int call) {
    walk.complexity().enter();
    walk.inBlock(syntax.end(node), () -> inside(node, call));
    walk.complexity().leave();
  }

  /** Walks parameters and statements of a lambda in the current block. */
  void inside(int node, int call) {
    Expression called = call < 0 ? null : context.facts().expressionAt(call);
    String function = called == null ? "" : called.text();
    int subject = called == null ? -1 : called.base();
    int given =
        switch (function) {
          case "let", "also", "takeIf", "takeUnless" -> subject;
          default -> call < 0 ? -1 : context.make(ExpressionKind.OTHER, "it", call, -1);
        };
    boolean inReceiver = function.equals("apply") || function.equals("run");
    int start = syntax.start(node);
    if (inReceiver && subject >= 0) {
      context
          .facts()
          .binding("", BindingKind.RECEIVER, walk.owner(), start, syntax.end(node), "", subject);
    }
    int parameters = syntax.child(node, KotlinNode.LAMBDA_PARAMETERS);
    if (parameters >= 0) {
      boolean single = syntax.nextNamed(syntax.firstNamed(parameters)) < 0;
      bindAll(parameters, single ? given : -1);
      code.parts(node);
      return;
    }
    boolean[] used = {false};
    implicit.push(used);
    walk.scope().bind("it", LexicalScope.Meaning.VALUE);
    code.parts(node);
    implicit.pop();
    if (used[0]) {
      context
          .facts()
          .binding("it", BindingKind.PARAMETER, walk.owner(), start, syntax.end(node), "", given);
    }
  }

  private void bindAll(int parameters, int given) {
    for (int c = syntax.firstNamed(parameters); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case VARIABLE_DECLARATION -> code.variable(c, BindingKind.PARAMETER, given, syntax.end(c));
        case MULTI_VARIABLE_DECLARATION -> code.components(c, given, syntax.end(c));
        default -> {}
      }
    }
  }

  /** Walks a function without a name. */
  void anonymous(int node) {
    walk.complexity().enter();
    walk.inBlock(syntax.end(node), () -> code.callable(node));
    walk.complexity().leave();
  }

  /** The names of the parameters that a lambda declares. */
  List<Integer> parameters(int lambda) {
    int list = syntax.child(lambda, KotlinNode.LAMBDA_PARAMETERS);
    return list < 0 ? List.of() : syntax.children(list, KotlinNode.VARIABLE_DECLARATION);
  }

  /** The declared type of a parameter. */
  String type(int parameter) {
    return types.text(context.type(syntax.firstChild(parameter)));
  }
}
