package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;

/** The walk over one content: its tree, where it stands, and the parts that know one thing each. */
final class PhpWalk {
  private static final NodeKinds<PhpNode> KINDS = NodeKinds.of(Grammar.PHP, PhpNode.class);

  private final Syntax<PhpNode> syntax;
  private final WalkContext context;
  private final PhpTypes types;
  private final PhpAttributes attributes;
  private final PhpCallables callables;
  private final PhpVariables variables;
  private final PhpExpressions expressions;
  private final PhpStatements statements;
  private final PhpFragments fragments;
  private final PhpRoutes routes;
  private final PhpMembers members;
  private final PhpDeclarations declarations;

  PhpWalk(SyntaxTree tree) {
    syntax = new Syntax<>(tree, KINDS, PhpNode.OTHER);
    context = new WalkContext(new FactsBuilder(tree), tree.source().length);
    types = new PhpTypes(this);
    attributes = new PhpAttributes(this);
    callables = new PhpCallables(this);
    variables = new PhpVariables(this);
    routes = new PhpRoutes(this);
    expressions = new PhpExpressions(this);
    statements = new PhpStatements(this);
    fragments = new PhpFragments(this);
    members = new PhpMembers(this);
    declarations = new PhpDeclarations(this);
  }

  Syntax<PhpNode> syntax() {
    return syntax;
  }

  WalkContext context() {
    return context;
  }

  FactsBuilder facts() {
    return context.facts();
  }

  PhpTypes types() {
    return types;
  }

  PhpAttributes attributes() {
    return attributes;
  }

  PhpCallables callables() {
    return callables;
  }

  PhpVariables variables() {
    return variables;
  }

  PhpExpressions expressions() {
    return expressions;
  }

  PhpStatements statements() {
    return statements;
  }

  PhpFragments fragments() {
    return fragments;
  }

  PhpRoutes routes() {
    return routes;
  }

  PhpMembers members() {
    return members;
  }

  PhpDeclarations declarations() {
    return declarations;
  }

  int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    return context.expression(kind, text, base, argumentCount);
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

  /** Where a declaration begins behind its attributes. */
  int startOfWords(int declaration) {
    int c = syntax.firstChild(declaration);
    while (c >= 0 && (syntax.is(c, PhpNode.ATTRIBUTE_LIST) || syntax.is(c, PhpNode.COMMENT))) {
      c = syntax.nextSibling(c);
    }
    return c < 0 ? syntax.start(declaration) : syntax.start(c);
  }

  /** Gives an entity the comment above its declaration, and what that says of it. */
  String document(EntityDraft draft, int declaration) {
    String text = DocumentationComments.JAVADOC.above(syntax.source(), syntax.start(declaration));
    draft.documentation(text);
    if (PhpDoc.has(text, "@deprecated")) {
      draft.flag(EntityFlag.DEPRECATED);
    }
    return text;
  }

  /** The text of a string that says its text by itself; null never, empty when it does not. */
  String literal(int node) {
    return isLiteral(node) ? syntax.text(content(node)) : "";
  }

  /** Whether a node is a string without anything to be put into it. */
  boolean isLiteral(int node) {
    return switch (syntax.kind(node)) {
      case STRING, ENCAPSED_STRING -> {
        int content = syntax.firstNamed(node);
        yield syntax.is(content, PhpNode.STRING_CONTENT) && syntax.nextNamed(content) < 0;
      }
      default -> false;
    };
  }

  /** The node of the text of a literal string. */
  int content(int literal) {
    return syntax.child(literal, PhpNode.STRING_CONTENT);
  }
}
