package dev.codegraph.parser.csharp;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.ExpressionKind;
import java.util.Set;

/** The walk over one content: its tree, where it stands, and the parts that know one thing each. */
final class CSharpWalk {
  private static final NodeKinds<CSharpNode> KINDS = NodeKinds.of(Grammar.CSHARP, CSharpNode.class);
  private static final int THIS = Grammar.CSHARP.token("this");
  private static final int BASE = Grammar.CSHARP.token("base");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract as base break case catch checked class const continue default delegate do else"
                  + " enum event explicit extern false finally fixed for foreach goto if implicit"
                  + " in interface internal is lock namespace new null operator out override params"
                  + " private protected public readonly ref return sealed sizeof stackalloc static"
                  + " struct switch this throw true try typeof unchecked unsafe using var virtual"
                  + " volatile while")
              .split(" "));

  private final Syntax<CSharpNode> syntax;
  private final boolean isBroken;
  private final WalkContext context;
  private final CSharpTypes types;
  private final CSharpArguments arguments;
  private final CSharpAttributes attributes;
  private final CSharpParameters parameters;
  private final CSharpPatterns patterns;
  private final CSharpCreations creations;
  private final CSharpExpressions expressions;
  private final CSharpStatements statements;
  private final CSharpRoutes routes;
  private final CSharpMembers members;
  private final CSharpDeclarations declarations;
  private final CSharpRecovery recovery;

  CSharpWalk(SyntaxTree tree) {
    syntax = new Syntax<>(tree, KINDS, CSharpNode.OTHER);
    isBroken = tree.errorBytes() > 0;
    context = new WalkContext(new FactsBuilder(tree), tree.source().length);
    types = new CSharpTypes(this);
    arguments = new CSharpArguments(this);
    attributes = new CSharpAttributes(this);
    parameters = new CSharpParameters(this);
    patterns = new CSharpPatterns(this);
    creations = new CSharpCreations(this);
    expressions = new CSharpExpressions(this);
    statements = new CSharpStatements(this);
    routes = new CSharpRoutes(this);
    members = new CSharpMembers(this);
    declarations = new CSharpDeclarations(this);
    recovery = new CSharpRecovery(this);
  }

  Syntax<CSharpNode> syntax() {
    return syntax;
  }

  WalkContext context() {
    return context;
  }

  FactsBuilder facts() {
    return context.facts();
  }

  CSharpTypes types() {
    return types;
  }

  CSharpArguments arguments() {
    return arguments;
  }

  CSharpAttributes attributes() {
    return attributes;
  }

  CSharpParameters parameters() {
    return parameters;
  }

  CSharpPatterns patterns() {
    return patterns;
  }

  CSharpCreations creations() {
    return creations;
  }

  CSharpExpressions expressions() {
    return expressions;
  }

  CSharpStatements statements() {
    return statements;
  }

  CSharpRoutes routes() {
    return routes;
  }

  CSharpMembers members() {
    return members;
  }

  CSharpRecovery recovery() {
    return recovery;
  }

  CSharpDeclarations declarations() {
    return declarations;
  }

  /** Whether the code has errors. */
  boolean isBroken() {
    return isBroken;
  }

  /** The keyword {@code this}, which the grammar has as a bare token. */
  boolean isThis(int node) {
    return node >= 0 && syntax.tree().kind(node) == THIS;
  }

  /** The keyword {@code base}, which the grammar has as a bare token. */
  boolean isBase(int node) {
    return node >= 0 && syntax.tree().kind(node) == BASE;
  }

  /** Whether a node may be an expression, the keywords for the object itself included. */
  boolean isContent(int node) {
    return syntax.tree().isNamed(node) && !syntax.tree().isExtra(node)
        || isThis(node)
        || isBase(node);
  }

  /** The first child that may be an expression, or -1. */
  int firstContent(int node) {
    return content(syntax.firstChild(node));
  }

  /** The next sibling that may be an expression, or -1. */
  int nextContent(int node) {
    return content(syntax.nextSibling(node));
  }

  private int content(int from) {
    int node = from;
    while (node >= 0 && !isContent(node)) {
      node = syntax.nextSibling(node);
    }
    return node;
  }

  /** The first token of a node that is exactly this text, or -1. */
  int token(int node, String text) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (!syntax.tree().isNamed(c) && syntax.textEquals(c, text)) {
        return c;
      }
    }
    return -1;
  }

  /** What stands after the equals sign of a declarator, a parameter or a clause, or -1. */
  int afterEquals(int node) {
    int equals = token(node, "=");
    return equals < 0 ? -1 : nextContent(equals);
  }

  /** The identifier of a simple name, with or without type arguments. */
  int identifier(int name) {
    return syntax.is(name, CSharpNode.GENERIC_NAME)
        ? syntax.child(name, CSharpNode.IDENTIFIER)
        : name;
  }

  /**
   * The text of a name, without the sign that lets a keyword be one; empty for a keyword, which is
   * taken for a name where the code is broken.
   */
  String name(int identifier) {
    String text = syntax.text(identifier);
    if (text.startsWith("@")) {
      return text.substring(1);
    }
    return isBroken && KEYWORDS.contains(text) ? "" : text;
  }

  int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    return context.expression(kind, text, base, argumentCount);
  }
}
