package dev.codegraph.parser.golang;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A Go syntax tree with the grammar's numbers looked up, and the few questions all walks share. */
final class GoSyntax {
  private static final NodeKinds<GoNode> KINDS = NodeKinds.of(Grammar.GO, GoNode.class);

  static final int ALIAS = field("alias");
  static final int ALTERNATIVE = field("alternative");
  static final int ARGUMENTS = field("arguments");
  static final int BODY = field("body");
  static final int COMMUNICATION = field("communication");
  static final int CONDITION = field("condition");
  static final int CONSEQUENCE = field("consequence");
  static final int ELEMENT = field("element");
  static final int FIELD = field("field");
  static final int FUNCTION = field("function");
  static final int INDEX = field("index");
  static final int INITIALIZER = field("initializer");
  static final int KEY = field("key");
  static final int LEFT = field("left");
  static final int LENGTH = field("length");
  static final int NAME = field("name");
  static final int OPERAND = field("operand");
  static final int OPERATOR = field("operator");
  static final int PACKAGE = field("package");
  static final int PARAMETERS = field("parameters");
  static final int PATH = field("path");
  static final int RECEIVER = field("receiver");
  static final int RESULT = field("result");
  static final int RIGHT = field("right");
  static final int TYPE = field("type");
  static final int TYPE_ARGUMENTS = field("type_arguments");
  static final int TYPE_PARAMETERS = field("type_parameters");
  static final int UPDATE = field("update");
  static final int VALUE = field("value");

  /** Types and constants that every file can name and that no reference is made for. */
  private static final Set<String> PREDECLARED_TYPES =
      Set.of(
          "any",
          "bool",
          "byte",
          "comparable",
          "complex128",
          "complex64",
          "error",
          "false",
          "float32",
          "float64",
          "int",
          "int16",
          "int32",
          "int64",
          "int8",
          "iota",
          "nil",
          "rune",
          "string",
          "true",
          "uint",
          "uint16",
          "uint32",
          "uint64",
          "uint8",
          "uintptr");

  /** Words that the grammar takes for names only in broken code. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "break",
          "case",
          "chan",
          "const",
          "continue",
          "default",
          "defer",
          "else",
          "fallthrough",
          "for",
          "func",
          "go",
          "goto",
          "if",
          "import",
          "interface",
          "map",
          "package",
          "range",
          "return",
          "select",
          "struct",
          "switch",
          "type",
          "var");

  /** Signatures are cut after 500 characters; white space goes before. */
  private static final int SIGNATURE_BYTES = 4_000;

  private final SyntaxTree tree;

  GoSyntax(SyntaxTree tree) {
    this.tree = tree;
  }

  private static int field(String name) {
    return Grammar.GO.field(name);
  }

  static boolean isPredeclaredType(String name) {
    return PREDECLARED_TYPES.contains(name);
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  static boolean isExported(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
  }

  /** Number of nodes; each has a number below it. */
  int nodeCount() {
    return tree.nodeCount();
  }

  GoNode kind(int node) {
    return node < 0 ? GoNode.OTHER : KINDS.of(tree.kind(node));
  }

  boolean is(int node, GoNode kind) {
    return node >= 0 && KINDS.of(tree.kind(node)) == kind;
  }

  int field(int node, int field) {
    return tree.childByField(node, field);
  }

  int firstChild(int node) {
    return tree.firstChild(node);
  }

  int nextSibling(int node) {
    return tree.nextSibling(node);
  }

  int parent(int node) {
    return tree.parent(node);
  }

  int start(int node) {
    return tree.startByte(node);
  }

  int end(int node) {
    return tree.endByte(node);
  }

  String text(int node) {
    return tree.text(node);
  }

  /** The text of a node, or as much of it as a signature can need. */
  String beginning(int node) {
    int start = tree.startByte(node);
    int length = Math.min(tree.endByte(node) - start, SIGNATURE_BYTES);
    return new String(tree.source(), start, length, StandardCharsets.UTF_8);
  }

  boolean textEquals(int node, String ascii) {
    return tree.textEquals(node, ascii);
  }

  byte[] source() {
    return tree.source();
  }

  int root() {
    return tree.root();
  }

  /** The first named child that is no comment, or -1. */
  int firstNamed(int node) {
    for (int child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
      if (isContent(child)) {
        return child;
      }
    }
    return -1;
  }

  /** The next named sibling that is no comment, or -1. */
  int nextNamed(int node) {
    for (int next = tree.nextSibling(node); next >= 0; next = tree.nextSibling(next)) {
      if (isContent(next)) {
        return next;
      }
    }
    return -1;
  }

  private boolean isContent(int node) {
    return tree.isNamed(node) && KINDS.of(tree.kind(node)) != GoNode.COMMENT;
  }

  /** All children with a field, in order. */
  List<Integer> fields(int node, int field) {
    List<Integer> found = new ArrayList<>(2);
    for (int child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
      if (tree.field(child) == field && tree.isNamed(child)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The elements of a list node; a node that is no list is its own only element. */
  List<Integer> elements(int list) {
    List<Integer> found = new ArrayList<>(2);
    if (list < 0) {
      return found;
    }
    if (!is(list, GoNode.EXPRESSION_LIST)) {
      found.add(list);
      return found;
    }
    for (int child = firstNamed(list); child >= 0; child = nextNamed(child)) {
      found.add(child);
    }
    return found;
  }

  /** The node inside any number of parentheses. */
  int unparenthesized(int node) {
    int inner = node;
    while (is(inner, GoNode.PARENTHESIZED_EXPRESSION) || is(inner, GoNode.PARENTHESIZED_TYPE)) {
      int next = firstNamed(inner);
      if (next < 0) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }
}
