package dev.codegraph.parser.swift;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import java.util.Set;

/** The walk over one content: its tree, where it stands, and the parts that know one thing each. */
final class SwiftWalk {
  private static final NodeKinds<SwiftNode> KINDS = NodeKinds.of(Grammar.SWIFT, SwiftNode.class);

  private static final Set<String> FUNCTIONS =
      Set.of("NSLocalizedString", "NSLog", "NSStringFromClass", "XCTFail", "XCTUnwrap");

  /** Words that name nothing, wherever broken code lets the grammar take them for names. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "associatedtype",
          "break",
          "case",
          "catch",
          "class",
          "continue",
          "default",
          "defer",
          "deinit",
          "do",
          "else",
          "enum",
          "extension",
          "fileprivate",
          "for",
          "func",
          "guard",
          "if",
          "import",
          "in",
          "internal",
          "let",
          "private",
          "protocol",
          "public",
          "return",
          "static",
          "struct",
          "switch",
          "throw",
          "typealias",
          "var",
          "where",
          "while");

  private final Syntax<SwiftNode> syntax;
  private final WalkContext context;
  private final SwiftTypes types;
  private final SwiftModifiers modifiers;
  private final SwiftParameters parameters;
  private final SwiftPatterns patterns;
  private final SwiftExpressions expressions;
  private final SwiftStatements statements;
  private final SwiftProperties properties;
  private final SwiftMembers members;
  private final SwiftDeclarations declarations;

  private final byte[] content;

  SwiftWalk(SyntaxTree tree, byte[] content) {
    this.content = content;
    syntax = new Syntax<>(tree, KINDS, SwiftNode.OTHER);
    context = new WalkContext(new FactsBuilder(tree), tree.source().length);
    types = new SwiftTypes(this);
    modifiers = new SwiftModifiers(this);
    parameters = new SwiftParameters(this);
    patterns = new SwiftPatterns(this);
    expressions = new SwiftExpressions(this);
    statements = new SwiftStatements(this);
    properties = new SwiftProperties(this);
    members = new SwiftMembers(this);
    declarations = new SwiftDeclarations(this);
  }

  Syntax<SwiftNode> syntax() {
    return syntax;
  }

  WalkContext context() {
    return context;
  }

  FactsBuilder facts() {
    return context.facts();
  }

  SwiftTypes types() {
    return types;
  }

  SwiftModifiers modifiers() {
    return modifiers;
  }

  SwiftParameters parameters() {
    return parameters;
  }

  SwiftPatterns patterns() {
    return patterns;
  }

  SwiftExpressions expressions() {
    return expressions;
  }

  SwiftStatements statements() {
    return statements;
  }

  SwiftProperties properties() {
    return properties;
  }

  SwiftMembers members() {
    return members;
  }

  SwiftDeclarations declarations() {
    return declarations;
  }

  /** Kind of the entity whose code is being walked. */
  EntityKind ownerKind() {
    return facts().entity(context.owner()).kind();
  }

  /** Whether what is declared here is a member of a type. */
  boolean inType() {
    EntityKind kind = ownerKind();
    return kind == EntityKind.EXTENSION || kind.isType() && kind != EntityKind.TYPE_ALIAS;
  }

  /** The first token of a node that is exactly this text, or -1. */
  int token(int node, String text) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (isToken(c, text)) {
        return c;
      }
    }
    return -1;
  }

  boolean isToken(int node, String text) {
    return node >= 0 && !syntax.tree().isNamed(node) && syntax.textEquals(node, text);
  }

  /** The text of a name, without the signs that let a keyword be one. */
  String name(int node) {
    String text = syntax.text(node);
    return text.length() > 2 && text.startsWith("`") && text.endsWith("`")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Whether a name is that of a type, by the custom that all of Swift keeps. */
  static boolean isCapital(String name) {
    int letter = 0;
    while (letter < name.length() - 1 && name.charAt(letter) == '_') {
      letter++;
    }
    return !name.isEmpty() && Character.isUpperCase(name.charAt(letter));
  }

  /** Whether a name is that of a macro: its sign was set aside before the source was parsed. */
  boolean isMacro(int name) {
    int before = syntax.start(name) - 1;
    return before >= 0 && before < content.length && content[before] == '#';
  }

  /** Whether a word that has no back quotes is none of the programmer's. */
  static boolean isKeyword(String text) {
    return KEYWORDS.contains(text);
  }

  /** Whether calling a name makes an object; the functions of old libraries begin so, too. */
  static boolean creates(String name) {
    return isCapital(name)
        && !name.startsWith("XCTAssert")
        && !name.startsWith("XCTExpect")
        && !name.startsWith("XCTSkipIf")
        && !name.startsWith("XCTSkipUnless")
        && !FUNCTIONS.contains(name);
  }

  int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    return context.expression(kind, text, base, argumentCount);
  }
}
