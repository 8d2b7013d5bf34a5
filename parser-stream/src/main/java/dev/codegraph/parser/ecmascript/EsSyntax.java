package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.WhiteSpace;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import java.util.EnumMap;
import java.util.Map;

/** A syntax tree seen through the node types and fields of this family of languages. */
final class EsSyntax {
  /** A field that no node has: what a grammar does not know is never found. */
  private static final int NO_FIELD = 0xFFF;

  private static final Map<Grammar, NodeKinds<EsNode>> KINDS =
      NodeKinds.ofFamily(EsNode.class, Grammar.JAVASCRIPT, Grammar.TYPESCRIPT, Grammar.TSX);
  private static final Map<Grammar, Map<EsField, Integer>> FIELDS = fields();

  final SyntaxTree tree;
  private final NodeKinds<EsNode> kinds;
  private final Map<EsField, Integer> fields;

  EsSyntax(SyntaxTree tree) {
    this.tree = tree;
    this.kinds = java.util.Objects.requireNonNull(KINDS.get(tree.grammar()));
    this.fields = java.util.Objects.requireNonNull(FIELDS.get(tree.grammar()));
  }

  private static Map<Grammar, Map<EsField, Integer>> fields() {
    Map<Grammar, Map<EsField, Integer>> all = new EnumMap<>(Grammar.class);
    for (Grammar grammar : KINDS.keySet()) {
      Map<EsField, Integer> numbers = new EnumMap<>(EsField.class);
      for (EsField field : EsField.values()) {
        numbers.put(
            field,
            grammar == Grammar.JAVASCRIPT && field.onlyTypeScript()
                ? NO_FIELD
                : grammar.field(field.wire()));
      }
      all.put(grammar, numbers);
    }
    return all;
  }

  /** Kind of a node; OTHER for -1 and for tokens. */
  EsNode kind(int node) {
    return node < 0 ? EsNode.OTHER : kinds.of(tree.kind(node));
  }

  boolean is(int node, EsNode kind) {
    return kind(node) == kind;
  }

  /** The child with a field, or -1. */
  int child(int node, EsField field) {
    return node < 0 ? -1 : tree.childByField(node, fields.get(field));
  }

  /** Whether the node has this field in its parent. */
  boolean hasField(int node, EsField field) {
    return tree.field(node) == fields.get(field);
  }

  /** The first child of a kind, or -1. */
  int child(int node, EsNode kind) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (kind(c) == kind) {
        return c;
      }
    }
    return -1;
  }

  /** The first named child that is no comment, or -1. */
  int firstNamed(int node) {
    return node < 0 ? -1 : named(tree.firstChild(node));
  }

  /** The next named sibling that is no comment, or -1. */
  int nextNamed(int node) {
    return named(tree.nextSibling(node));
  }

  private int named(int from) {
    int c = from;
    while (c >= 0 && (!tree.isNamed(c) || kind(c) == EsNode.COMMENT)) {
      c = tree.nextSibling(c);
    }
    return c;
  }

  /** Whether one of the children is this keyword or token. */
  boolean hasToken(int node, String token) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (!tree.isNamed(c) && tree.textEquals(c, token)) {
        return true;
      }
    }
    return false;
  }

  String text(int node) {
    return tree.text(node);
  }

  /** Text with runs of white space as one space; comments inside stay. */
  String flat(int node) {
    return flat(tree.text(node));
  }

  static String flat(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c > ' ' || c == ' ' && i + 1 < text.length() && text.charAt(i + 1) > ' ';
    }
    return plain ? text : WhiteSpace.single(text);
  }

  /** The content of a string literal, escapes as written. */
  String string(int node) {
    String text = tree.text(node);
    return text.length() >= 2 ? text.substring(1, text.length() - 1) : "";
  }

  /** Where the content of a string literal begins. */
  int stringStart(int node) {
    return Math.min(tree.startByte(node) + 1, tree.endByte(node));
  }

  /** The expression inside parentheses, non-null marks and {@code satisfies}. */
  int unwrap(int node) {
    int n = node;
    while (n >= 0) {
      switch (kind(n)) {
        case PARENTHESIZED_EXPRESSION, NON_NULL_EXPRESSION, SATISFIES_EXPRESSION -> {
          int inner = firstNamed(n);
          if (inner < 0) {
            return n;
          }
          n = inner;
        }
        default -> {
          return n;
        }
      }
    }
    return n;
  }

  /** The value that an initialiser ends in: {@code c} of {@code a = b = c}. */
  int finalValue(int node) {
    int n = unwrap(node);
    while (kind(n) == EsNode.ASSIGNMENT_EXPRESSION) {
      int right = child(n, EsField.RIGHT);
      if (right < 0) {
        return n;
      }
      n = unwrap(right);
    }
    return n;
  }

  /**
   * The module of {@code require("m")} or {@code import("m")} with a literal; the string node, or
   * -1.
   */
  int moduleOfCall(int node) {
    if (kind(node) != EsNode.CALL_EXPRESSION) {
      return -1;
    }
    int function = child(node, EsField.FUNCTION);
    if (kind(function) != EsNode.IMPORT
        && !(kind(function) == EsNode.IDENTIFIER && tree.textEquals(function, "require"))) {
      return -1;
    }
    int string = firstNamed(child(node, EsField.ARGUMENTS));
    return kind(string) == EsNode.STRING ? string : -1;
  }

  /** The same, through parentheses and {@code await}. */
  int moduleOfValue(int node) {
    int n = unwrap(node);
    if (kind(n) == EsNode.AWAIT_EXPRESSION) {
      n = unwrap(firstNamed(n));
    }
    return n < 0 ? -1 : moduleOfCall(n);
  }

  /** The word that begins a declaration whose head alone is sound; -1 when an error has none. */
  int brokenHead(int error) {
    for (int c = tree.firstChild(error); c >= 0; c = tree.nextSibling(c)) {
      if (!tree.isNamed(c)
          && (tree.textEquals(c, "class")
              || tree.textEquals(c, "function")
              || tree.textEquals(c, "enum"))
          && (is(tree.nextSibling(c), EsNode.IDENTIFIER)
              || is(tree.nextSibling(c), EsNode.TYPE_IDENTIFIER))) {
        return c;
      }
    }
    return -1;
  }

  /** The name that a property, method, pair or enum member has; computed ones in brackets. */
  String propertyName(int node) {
    return switch (kind(node)) {
      case STRING -> string(node);
      case COMPUTED_PROPERTY_NAME -> {
        int inner = firstNamed(node);
        yield kind(inner) == EsNode.STRING ? string(inner) : flat(node);
      }
      default -> text(node);
    };
  }
}
