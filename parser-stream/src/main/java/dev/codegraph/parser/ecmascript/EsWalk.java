package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walk over a tree: one loop over its nodes in preorder, with a stack of the places that end.
 * Declarations and references are looked at by classes of their own; here are control structures,
 * functions, and what is only known at the end.
 */
final class EsWalk {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsDeclarations declarations;
  private final EsReferences references;
  private final EsRoutes routes;
  private final EsAssignments assignments;
  private final Deque<Place> outer = new ArrayDeque<>();

  /** The place around a node whose subtree ends. */
  private record Place(
      int end,
      EsScope scope,
      int owner,
      String self,
      EsContext.@Nullable Function function,
      int nesting) {}

  EsWalk(EsSyntax syntax, FactsBuilder facts) {
    this.context = new EsContext(syntax, facts);
    this.syntax = syntax;
    this.tree = syntax.tree;
    this.assignments = new EsAssignments(context);
    this.routes = new EsRoutes(context);
    this.declarations = new EsDeclarations(context, assignments, routes);
    this.references = new EsReferences(context);
  }

  void run() {
    for (int node = 0; node < tree.nodeCount(); node++) {
      while (!outer.isEmpty() && node >= outer.peek().end()) {
        leave(outer.pop());
      }
      if (tree.isNamed(node)) {
        visit(node);
      }
    }
    while (!outer.isEmpty()) {
      leave(outer.pop());
    }
    finish();
  }

  private void visit(int node) {
    EsScope scope = context.scope;
    int owner = context.owner;
    String self = context.self;
    EsContext.Function function = context.function;
    int nesting = context.nesting;
    references.visit(node);
    assignments.visit(node);
    declarations.visit(node);
    routes.visit(node);
    control(node);
    EsScope opened = scopes(node);
    if (opened != null) {
      context.scope = opened;
    }
    if (context.scope != scope
        || context.owner != owner
        || !context.self.equals(self)
        || context.function != function
        || context.nesting != nesting) {
      outer.push(new Place(tree.subtreeEnd(node), scope, owner, self, function, nesting));
    }
  }

  private @Nullable EsScope scopes(int node) {
    return node == 0 ? null : context.scopes.opened(node);
  }

  private void leave(Place place) {
    EsContext.Function ended = context.function;
    if (ended != null && ended != place.function() && ended.entity != null) {
      if (ended.complexity != null) {
        ended.entity.complexity(ended.complexity.cyclomatic(), ended.complexity.cognitive());
      }
      declarations.result(ended);
    }
    context.scope = place.scope();
    context.owner = place.owner();
    context.self = place.self();
    context.function = place.function();
    context.nesting = place.nesting();
  }

  private void control(int node) {
    switch (syntax.kind(node)) {
      case COMMENT -> {
        context.entities.comment(node);
        if (tree.startByte(node) < 2_000 && EsComments.saysGenerated(syntax.text(node))) {
          context.facts.file().flag(EntityFlag.GENERATED);
        }
      }
      case HASH_BANG_LINE -> context.facts.file().flag(EntityFlag.ENTRY_POINT);
      case RETURN_STATEMENT -> {
        if (context.function != null) {
          context.function.returns(context.expressions.of(syntax.firstNamed(node)));
        }
      }
      default -> complexity(node);
    }
  }

  private void complexity(int node) {
    EsComplexity counted = context.function == null ? null : context.function.complexity;
    if (counted == null) {
      return;
    }
    switch (syntax.kind(node)) {
      case IF_STATEMENT -> {
        if (syntax.is(tree.parent(node), EsNode.ELSE_CLAUSE)) {
          counted.continued();
        } else {
          counted.branch(context.nesting++);
        }
      }
      case ELSE_CLAUSE -> {
        if (!syntax.is(syntax.firstNamed(node), EsNode.IF_STATEMENT)) {
          counted.burden();
        }
      }
      case FOR_STATEMENT, FOR_IN_STATEMENT, WHILE_STATEMENT, DO_STATEMENT, TERNARY_EXPRESSION ->
          counted.branch(context.nesting++);
      case CATCH_CLAUSE -> {
        counted.path();
        counted.nested(context.nesting++);
      }
      case SWITCH_STATEMENT -> counted.nested(context.nesting++);
      case SWITCH_CASE -> counted.path();
      case BREAK_STATEMENT, CONTINUE_STATEMENT -> {
        if (syntax.firstNamed(node) >= 0) {
          counted.burden();
        }
      }
      case BINARY_EXPRESSION -> {
        String operator = logical(node);
        if (!operator.isEmpty()) {
          counted.path();
          if (!operator.equals(logical(tree.parent(node)))) {
            counted.burden();
          }
        }
      }
      default -> {}
    }
  }

  /** The operator of a logical expression; empty for all else. */
  private String logical(int node) {
    if (!syntax.is(node, EsNode.BINARY_EXPRESSION)) {
      return "";
    }
    int operator = syntax.child(node, EsField.OPERATOR);
    String text = operator < 0 ? "" : syntax.text(operator);
    return switch (text) {
      case "&&", "||", "??" -> text;
      default -> "";
    };
  }

  private void finish() {
    assignments.finish();
    context.modules.finish();
    List<EsScope> scopes = context.scopes.all();
    scopes.stream()
        .filter(scope -> scope.level != EsScope.Level.MODULE)
        .sorted(Comparator.comparingInt(scope -> scope.start))
        .forEach(this::bindings);
  }

  private void bindings(EsScope scope) {
    for (EsName name : scope.values.values()) {
      bind(name);
    }
    for (EsName name : scope.types.values()) {
      if (name.meaning == EsName.Meaning.ENTITY && !scope.values.containsKey(name.text)) {
        bind(name);
      }
    }
  }

  private void bind(EsName name) {
    int initializer = name.writes > 1 && !name.constant ? -1 : name.initializer;
    if (name.entity >= 0) {
      initializer = other("entity:" + name.entity);
    } else if (name.importIndex >= 0) {
      initializer = other("import:" + name.importIndex);
    }
    context.facts.binding(
        name.text,
        name.kind,
        name.owner,
        name.scope.start,
        name.scope.end,
        name.declaredType,
        initializer);
  }

  private int other(String text) {
    return context.facts.expression(ExpressionKind.OTHER, text, -1, -1);
  }
}
