package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.HashSet;
import java.util.Set;

/** What all parts of the walk over one file share. */
final class ScalaContext {
  private static final NodeKinds<ScalaNode> KINDS = NodeKinds.of(Grammar.SCALA, ScalaNode.class);

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "case",
          "catch",
          "class",
          "def",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "final",
          "finally",
          "for",
          "given",
          "if",
          "implicit",
          "import",
          "lazy",
          "match",
          "new",
          "object",
          "override",
          "package",
          "private",
          "protected",
          "return",
          "sealed",
          "super",
          "then",
          "this",
          "throw",
          "trait",
          "try",
          "type",
          "val",
          "var",
          "while",
          "with",
          "yield",
          "=>",
          "<-",
          "_");

  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final Set<String> classes = new HashSet<>();
  private final Set<String> traits = new HashSet<>();
  private final Set<String> variables = new HashSet<>();

  /** What the grammar saw: see {@link ScalaReadable}. */
  private final byte[] parsed;

  /**
   * At the top of a file.
   *
   * @param tree The nodes, over the content.
   * @param parsed What was parsed, with as many bytes.
   */
  ScalaContext(SyntaxTree tree, byte[] parsed, FactsBuilder facts) {
    this.parsed = parsed;
    this.syntax = new Syntax<>(tree, KINDS, ScalaNode.OTHER);
    this.walk = new WalkContext(facts, tree.source().length);
    for (int node = 0; node < tree.nodeCount(); node++) {
      switch (syntax.kind(node)) {
        case CLASS_DEFINITION, FULL_ENUM_CASE ->
            classes.add(name(syntax.field(node, ScalaField.NAME)));
        case TRAIT_DEFINITION -> traits.add(name(syntax.field(node, ScalaField.NAME)));
        case VAR_DEFINITION -> variables.add(name(syntax.field(node, ScalaField.PATTERN)));
        case VAR_DECLARATION -> variables.add(name(syntax.field(node, ScalaField.NAME)));
        case CLASS_PARAMETER -> {
          if (syntax.hasToken(node, "var")) {
            variables.add(name(syntax.field(node, ScalaField.NAME)));
          }
        }
        default -> {}
      }
    }
  }

  Syntax<ScalaNode> syntax() {
    return syntax;
  }

  WalkContext walk() {
    return walk;
  }

  FactsBuilder facts() {
    return walk.facts();
  }

  /** Whether a class of the file has this name. */
  boolean isClassOfFile(String name) {
    return classes.contains(name);
  }

  /** Whether a trait of the file has this name. */
  boolean isTraitOfFile(String name) {
    return traits.contains(name);
  }

  /** Whether something of the file that can be assigned to has this name. */
  boolean isVariableOfFile(String name) {
    return variables.contains(name);
  }

  /**
   * The text of an identifier without the backticks that it may need; empty for a keyword, which in
   * broken code can stand where a name is expected.
   */
  String name(int node) {
    if (node < 0 || !syntax.kind(node).isName()) {
      return "";
    }
    String text = syntax.text(node);
    if (text.length() > 2 && text.startsWith("`") && text.endsWith("`")) {
      return text.substring(1, text.length() - 1);
    }
    return KEYWORDS.contains(text) ? "" : text;
  }

  /** The dotted names below a node, without white space. */
  String path(int node) {
    StringBuilder path = new StringBuilder();
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      path.append(path.isEmpty() ? "" : ".").append(name(c));
    }
    return path.toString();
  }

  /** Where a token stands in a node, or the end of the node. */
  int startOfToken(int node, String token) {
    for (int child = syntax.firstChild(node); child >= 0; child = syntax.nextSibling(child)) {
      if (!syntax.tree().isNamed(child) && syntax.textEquals(child, token)) {
        return syntax.start(child);
      }
    }
    return syntax.end(node);
  }

  int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  /** Whether a name is that of a parameter, a local value or a pattern here. */
  boolean isValue(String name) {
    LexicalScope.Meaning meaning = walk.scope().meaning(name);
    return meaning == LexicalScope.Meaning.VALUE || meaning == LexicalScope.Meaning.TYPE_PARAMETER;
  }

  /** A name that is read where nothing local has it. */
  void read(int node) {
    String name = name(node);
    if (!name.isEmpty() && !isValue(name)) {
      walk.reference(Role.READ, name, node, -1, -1);
    }
  }

  /** Whether the code being walked belongs to something with members. */
  boolean isInType() {
    EntityKind owner = facts().entity(walk.owner()).kind();
    return owner.isType() || owner == EntityKind.ENUM_MEMBER || owner == EntityKind.EXTENSION;
  }

  /**
   * Adds an entity with what stands above it and with its first words.
   *
   * @param nameStart Byte offset of the name.
   * @param signatureEnd Byte offset at which body or value begin.
   */
  EntityDraft declare(EntityKind kind, String name, int nameStart, int node, int signatureEnd) {
    return declare(kind, name, nameStart, node, signatureEnd, end(node));
  }

  /** The same for an entity that ends elsewhere than its node. */
  EntityDraft declare(
      EntityKind kind, String name, int nameStart, int node, int signatureEnd, int end) {
    int start = syntax.start(node);
    return facts()
        .entity(kind, name, nameStart, start, end, walk.owner())
        .documentation(documentation(start))
        .signature(syntax.signature(firstWord(node), signatureEnd));
  }

  /**
   * The node of the name of a definition, or -1. Where an error stands before what the grammar took
   * for the name, the name is in the error.
   */
  int nameOf(int definition) {
    int name = syntax.field(definition, ScalaField.NAME);
    int before = -1;
    for (int c = syntax.firstChild(definition); c >= 0 && c != name; c = syntax.nextSibling(c)) {
      before = c;
    }
    int first = syntax.is(before, ScalaNode.ERROR) ? syntax.firstChild(before) : -1;
    return syntax.kind(first).isName() ? first : name;
  }

  /** Where a node ends, without the white space that the grammar ends an indented block with. */
  int end(int node) {
    int end = syntax.end(node);
    while (end > syntax.start(node) && parsed[end - 1] <= ' ' && parsed[end - 1] > 0) {
      end--;
    }
    return end;
  }

  /** The Scaladoc above a declaration; empty when there is none. */
  String documentation(int start) {
    return DocumentationComments.JAVADOC.above(syntax.source(), start);
  }

  /** Where a declaration begins apart from its annotations. */
  private int firstWord(int node) {
    int child = syntax.firstChild(node);
    while (child >= 0 && (syntax.is(child, ScalaNode.ANNOTATION) || syntax.tree().isExtra(child))) {
      child = syntax.nextSibling(child);
    }
    return child < 0 ? syntax.start(node) : syntax.start(child);
  }
}
