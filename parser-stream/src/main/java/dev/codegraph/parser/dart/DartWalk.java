package dev.codegraph.parser.dart;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;

/** The walk over one content: its tree, where it stands, and the parts that know one thing each. */
final class DartWalk {
  private static final NodeKinds<DartNode> KINDS = NodeKinds.of(Grammar.DART, DartNode.class);
  private static final DocumentationComments DOCUMENTATION =
      new DocumentationComments(java.util.List.of("///"), "/**");

  private final Syntax<DartNode> syntax;
  private final WalkContext context;
  private final DartTypes types;
  private final DartTypeDeclarations typeDeclarations;
  private final DartMembers members;
  private final DartCallables callables;
  private final DartVariables variables;
  private final DartExpressions expressions;
  private final DartStatements statements;
  private final DartPatterns patterns;
  private final DartImports imports;

  DartWalk(SyntaxTree tree) {
    syntax = new Syntax<>(tree, KINDS, DartNode.OTHER);
    context = new WalkContext(new FactsBuilder(tree), tree.source().length);
    types = new DartTypes(this);
    typeDeclarations = new DartTypeDeclarations(this);
    members = new DartMembers(this);
    callables = new DartCallables(this);
    variables = new DartVariables(this);
    expressions = new DartExpressions(this);
    statements = new DartStatements(this);
    patterns = new DartPatterns(this);
    imports = new DartImports(this);
  }

  Syntax<DartNode> syntax() {
    return syntax;
  }

  WalkContext context() {
    return context;
  }

  FactsBuilder facts() {
    return context.facts();
  }

  DartTypes types() {
    return types;
  }

  DartTypeDeclarations typeDeclarations() {
    return typeDeclarations;
  }

  DartMembers members() {
    return members;
  }

  DartCallables callables() {
    return callables;
  }

  DartVariables variables() {
    return variables;
  }

  DartExpressions expressions() {
    return expressions;
  }

  DartStatements statements() {
    return statements;
  }

  DartPatterns patterns() {
    return patterns;
  }

  DartImports imports() {
    return imports;
  }

  int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    if (text.startsWith(".")) {
      return context.expression(
          kind == ExpressionKind.NAME ? ExpressionKind.MEMBER : ExpressionKind.CALL,
          text.substring(1),
          expected(),
          argumentCount);
    }
    return context.expression(kind, text, base, argumentCount);
  }

  /** The expression for the type that is expected, which the code does not say. */
  private int expected() {
    return context.expression(ExpressionKind.OTHER, "", -1, -1);
  }

  /**
   * Adds a reference at a name. One that begins with a dot is a member of the expected type: its
   * receiver is not said.
   */
  void reference(Role role, String name, int node, int receiver, int argumentCount) {
    if (name.startsWith(".")) {
      facts()
          .referenceAt(
              role,
              name.substring(1),
              syntax.start(node) + 1,
              context.owner(),
              expected(),
              argumentCount);
    } else {
      context.reference(role, name, node, receiver, argumentCount);
    }
  }

  /** Makes an entity of the one that the walk is in, with the comment above it. */
  EntityDraft declare(EntityKind kind, String name, int nameStart, int start, int end) {
    return facts()
        .entity(kind, name, nameStart, start, end, context.owner())
        .documentation(documentation(start))
        .modifier(name.startsWith("_") ? Modifier.PRIVATE : Modifier.PUBLIC);
  }

  /** The comment that ends on the line before a declaration. */
  private String documentation(int start) {
    // A declaration behind another one on its line has no lines of comment above.
    byte[] source = syntax.source();
    int i = start;
    while (i > 0 && (source[i - 1] == ' ' || source[i - 1] == '\t')) {
      i--;
    }
    boolean isFirst = i > 0 && source[i - 1] == '\n' || i > 1 && source[i - 1] == '/';
    return isFirst ? DOCUMENTATION.above(source, start) : "";
  }
}
