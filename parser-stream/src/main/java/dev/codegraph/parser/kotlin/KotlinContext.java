package dev.codegraph.parser.kotlin;

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
import dev.codegraph.schemas.Role;
import java.util.HashSet;
import java.util.Set;

/** What all parts of the walk over one file share. */
final class KotlinContext {
  private static final NodeKinds<KotlinNode> KINDS = NodeKinds.of(Grammar.KOTLIN, KotlinNode.class);

  private static final Set<String> KEYWORDS =
      Set.of(
          "as",
          "break",
          "class",
          "continue",
          "do",
          "else",
          "false",
          "for",
          "fun",
          "if",
          "in",
          "interface",
          "is",
          "null",
          "object",
          "package",
          "return",
          "super",
          "this",
          "throw",
          "true",
          "try",
          "typealias",
          "val",
          "var",
          "when",
          "while");

  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final Set<String> classes = new HashSet<>();

  KotlinContext(SyntaxTree tree, FactsBuilder facts) {
    this.syntax = new Syntax<>(tree, KINDS, KotlinNode.OTHER);
    this.walk = new WalkContext(facts, tree.source().length);
    for (int node = 0; node < tree.nodeCount(); node++) {
      if (syntax.is(node, KotlinNode.CLASS_DECLARATION)) {
        classes.add(name(syntax.child(node, KotlinNode.TYPE_IDENTIFIER)));
      }
    }
  }

  Syntax<KotlinNode> syntax() {
    return syntax;
  }

  WalkContext walk() {
    return walk;
  }

  FactsBuilder facts() {
    return walk.facts();
  }

  /** Whether a class or an interface of the file has this name. */
  boolean isClassOfFile(String name) {
    return classes.contains(name);
  }

  /**
   * The text of an identifier without the backticks that it may need; empty for a keyword, which in
   * broken code can stand where a name is expected.
   */
  String name(int node) {
    String text = syntax.text(node);
    if (KEYWORDS.contains(text)) {
      return "";
    }
    return text.length() > 2 && text.startsWith("`") && text.endsWith("`")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /**
   * The named node right after a token, or -1. Some literals are tokens themselves, hence not the
   * next named one.
   */
  int after(int node, String token) {
    for (int child = syntax.firstChild(node); child >= 0; child = syntax.nextSibling(child)) {
      if (!syntax.tree().isNamed(child) && syntax.textEquals(child, token)) {
        int next = syntax.nextSibling(child);
        while (next >= 0 && syntax.tree().isExtra(next)) {
          next = syntax.nextSibling(next);
        }
        return next >= 0 && syntax.tree().isNamed(next) ? next : -1;
      }
    }
    return -1;
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

  /** The first child that is a type, from a child on; or -1. */
  int type(int from) {
    int node = from;
    while (node >= 0 && !syntax.kind(node).isType()) {
      node = syntax.nextSibling(node);
    }
    return node;
  }

  int make(ExpressionKind kind, String text, int base, int argumentCount) {
    return walk.expression(kind, text, base, argumentCount);
  }

  /** A name that is read where nothing local has it. */
  void read(int node) {
    String name = name(node);
    if (!name.isEmpty() && !walk.isLocal(name)) {
      walk.reference(Role.READ, name, node, -1, -1);
    }
  }

  /**
   * Adds an entity with what stands above it and with its first words.
   *
   * @param nameStart Byte offset of the name.
   * @param signatureEnd Byte offset at which body or value begin.
   */
  EntityDraft declare(
      EntityKind kind, String name, int nameStart, int node, int end, int signatureEnd) {
    int start = syntax.start(node);
    return facts()
        .entity(kind, name, nameStart, start, end, walk.owner())
        .documentation(DocumentationComments.JAVADOC.above(syntax.source(), start))
        .signature(syntax.signature(firstWord(node), signatureEnd));
  }

  /**
   * Whether a node is an annotation in the content too: for words that the grammar lacks one stands
   * in, see {@link KotlinReadable}.
   */
  boolean isAnnotation(int node) {
    return syntax.is(node, KotlinNode.ANNOTATION) && syntax.source()[syntax.start(node)] == '@';
  }

  /** Where a declaration begins apart from its annotations. */
  private int firstWord(int node) {
    int first = syntax.firstChild(node);
    if (!syntax.is(first, KotlinNode.MODIFIERS)) {
      return syntax.start(node);
    }
    for (int child = syntax.firstNamed(first); child >= 0; child = syntax.nextNamed(child)) {
      if (!isAnnotation(child)) {
        return syntax.start(child);
      }
    }
    int next = syntax.nextSibling(first);
    while (next >= 0 && syntax.tree().isExtra(next)) {
      next = syntax.nextSibling(next);
    }
    return next < 0 ? syntax.start(node) : syntax.start(next);
  }
}
