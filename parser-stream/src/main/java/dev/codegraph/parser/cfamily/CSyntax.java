package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A syntax tree of C or C++ with the numbers of its grammar looked up. */
final class CSyntax {
  /** A field that no node has: what a grammar does not know is never found. */
  private static final int NO_FIELD = 0xFFF;

  private static final Map<Grammar, NodeKinds<CNode>> KINDS =
      NodeKinds.ofFamily(CNode.class, Grammar.C, Grammar.CPP);
  private static final Map<Grammar, int[]> FIELDS = fields();

  private final Syntax<CNode> syntax;
  private final SyntaxTree tree;
  private final int[] fields;

  CSyntax(SyntaxTree tree) {
    this.tree = tree;
    NodeKinds<CNode> kinds = Objects.requireNonNull(KINDS.get(tree.grammar()));
    this.syntax = new Syntax<>(tree, kinds, CNode.OTHER);
    this.fields = Objects.requireNonNull(FIELDS.get(tree.grammar()));
  }

  private static Map<Grammar, int[]> fields() {
    Map<Grammar, int[]> all = new EnumMap<>(Grammar.class);
    for (Grammar grammar : KINDS.keySet()) {
      all.put(
          grammar,
          Arrays.stream(CField.values()).mapToInt(field -> number(grammar, field)).toArray());
    }
    return all;
  }

  private static int number(Grammar grammar, CField field) {
    try {
      return grammar.field(field.wire());
    } catch (IllegalArgumentException unknown) {
      return NO_FIELD;
    }
  }

  /** Whether the content was parsed as C++. */
  boolean isCpp() {
    return tree.grammar() == Grammar.CPP;
  }

  CNode kind(int node) {
    return syntax.kind(node);
  }

  boolean is(int node, CNode kind) {
    return syntax.is(node, kind);
  }

  /** The first child with a field, or -1. */
  int field(int node, CField field) {
    return syntax.field(node, fields[field.ordinal()]);
  }

  /** All named children with a field, in order. */
  List<Integer> fields(int node, CField field) {
    return syntax.fields(node, fields[field.ordinal()]);
  }

  /** Whether a node has this field in its parent. */
  boolean hasField(int node, CField field) {
    return tree.field(node) == fields[field.ordinal()];
  }

  int root() {
    return tree.root();
  }

  int firstChild(int node) {
    return syntax.firstChild(node);
  }

  int nextSibling(int node) {
    return syntax.nextSibling(node);
  }

  int parent(int node) {
    return tree.parent(node);
  }

  /** The first named child that is no comment; an ERROR may be, even where it counts as extra. */
  int firstNamed(int node) {
    return content(syntax.firstChild(node));
  }

  /** The next named sibling that is no comment, or -1. */
  int nextNamed(int node) {
    return content(syntax.nextSibling(node));
  }

  private int content(int from) {
    int node = from;
    while (node >= 0 && (!tree.isNamed(node) || syntax.is(node, CNode.COMMENT))) {
      node = syntax.nextSibling(node);
    }
    return node;
  }

  /** The named children that are no comments. */
  List<Integer> parts(int node) {
    List<Integer> found = new ArrayList<>();
    for (int c = firstNamed(node); c >= 0; c = nextNamed(c)) {
      found.add(c);
    }
    return found;
  }

  int child(int node, CNode kind) {
    return syntax.child(node, kind);
  }

  List<Integer> children(int node, CNode kind) {
    return syntax.children(node, kind);
  }

  boolean hasToken(int node, String token) {
    return syntax.hasToken(node, token);
  }

  boolean isNamed(int node) {
    return tree.isNamed(node);
  }

  boolean isMissing(int node) {
    return tree.isMissing(node);
  }

  int start(int node) {
    return tree.startByte(node);
  }

  int end(int node) {
    return tree.endByte(node);
  }

  String text(int node) {
    return syntax.text(node);
  }

  String normalText(int node) {
    return syntax.normalText(node);
  }

  boolean textEquals(int node, String ascii) {
    return syntax.textEquals(node, ascii);
  }

  String signature(int start, int end) {
    return syntax.signature(start, end);
  }

  byte[] source() {
    return tree.source();
  }

  /** The node inside any number of parentheses. */
  int unparenthesized(int node) {
    int inner = node;
    while (is(inner, CNode.PARENTHESIZED_EXPRESSION)) {
      int next = firstNamed(inner);
      if (next < 0) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }

  /** Whether a node may stand between a member and its value. */
  boolean isErrorOrBitfield(int node) {
    return is(node, CNode.ERROR) || is(node, CNode.BITFIELD_CLAUSE);
  }

  /** Whether a node is a type specifier with a name and members of its own. */
  boolean isTypeSpecifier(int node) {
    return switch (kind(node)) {
      case CLASS_SPECIFIER, STRUCT_SPECIFIER, UNION_SPECIFIER, ENUM_SPECIFIER -> true;
      default -> false;
    };
  }
}
