package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;

/** The walk over one content: its tree, where it stands, and the parts that know one thing each. */
final class RubyWalk {
  private static final NodeKinds<RubyNode> KINDS = NodeKinds.of(Grammar.RUBY, RubyNode.class);

  private final Syntax<RubyNode> syntax;
  private final WalkContext context;
  private final RubyNames names;
  private final RubyTypes types;
  private final RubyMethods methods;
  private final RubyParameters parameters;
  private final RubyMembers members;
  private final RubyVisibility visibility;
  private final RubyVariables variables;
  private final RubyPatterns patterns;
  private final RubyExpressions expressions;
  private final RubyStatements statements;
  private final RubyImports imports;
  private final RubyRoutes routes;
  private final RubyFragments fragments;
  private RubyBody body;

  RubyWalk(SyntaxTree tree) {
    syntax = new Syntax<>(tree, KINDS, RubyNode.OTHER);
    context = new WalkContext(new FactsBuilder(tree), tree.source().length);
    body = new RubyBody(context.facts().file(), false, false);
    names = new RubyNames(this);
    types = new RubyTypes(this);
    methods = new RubyMethods(this);
    parameters = new RubyParameters(this);
    members = new RubyMembers(this);
    visibility = new RubyVisibility(this);
    variables = new RubyVariables(this);
    patterns = new RubyPatterns(this);
    expressions = new RubyExpressions(this);
    statements = new RubyStatements(this);
    imports = new RubyImports(this);
    routes = new RubyRoutes(this);
    fragments = new RubyFragments(this);
  }

  Syntax<RubyNode> syntax() {
    return syntax;
  }

  WalkContext context() {
    return context;
  }

  FactsBuilder facts() {
    return context.facts();
  }

  RubyNames names() {
    return names;
  }

  RubyTypes types() {
    return types;
  }

  RubyMethods methods() {
    return methods;
  }

  RubyParameters parameters() {
    return parameters;
  }

  RubyMembers members() {
    return members;
  }

  RubyVisibility visibility() {
    return visibility;
  }

  RubyVariables variables() {
    return variables;
  }

  RubyPatterns patterns() {
    return patterns;
  }

  RubyExpressions expressions() {
    return expressions;
  }

  RubyStatements statements() {
    return statements;
  }

  RubyImports imports() {
    return imports;
  }

  RubyRoutes routes() {
    return routes;
  }

  RubyFragments fragments() {
    return fragments;
  }

  int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    return context.expression(kind, text, base, argumentCount);
  }

  /** The body that the walk is in. */
  RubyBody body() {
    return body;
  }

  /** Walks a body, as code of its entity. */
  void inBody(RubyBody inner, Runnable walk) {
    RubyBody outer = body;
    body = inner;
    context.inEntity(inner.entity().index(), walk);
    body = outer;
  }

  /** Makes an entity of the body that the walk is in, with the comment above it. */
  EntityDraft declare(EntityKind kind, String name, int nameStart, int node) {
    EntityDraft draft =
        facts()
            .entity(kind, name, nameStart, syntax.start(node), syntax.end(node), context.owner());
    String documentation = documentation(node);
    draft.documentation(documentation);
    if (RubyDoc.has(documentation, "@deprecated")) {
      draft.flag(EntityFlag.DEPRECATED);
    }
    body.add(draft);
    return draft;
  }

  /** The comment above a declaration. */
  String documentation(int node) {
    return RubyDoc.above(syntax.source(), syntax.start(node));
  }
}
