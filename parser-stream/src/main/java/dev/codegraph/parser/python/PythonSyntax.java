package dev.codegraph.parser.python;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import java.util.Set;

/** Questions about one tree in the words of the Python grammar. */
final class PythonSyntax {
  /** Numbers of kinds and fields; looked up once, when the grammar is first used. */
  private static final class Table {
    static final NodeKinds<PythonNode> KINDS = NodeKinds.of(Grammar.PYTHON, PythonNode.class);
    static final int ASYNC = Grammar.PYTHON.token("async");
  }

  static final class Field {
    static final int ALIAS = Grammar.PYTHON.field("alias");
    static final int ARGUMENTS = Grammar.PYTHON.field("arguments");
    static final int ATTRIBUTE = Grammar.PYTHON.field("attribute");
    static final int BODY = Grammar.PYTHON.field("body");
    static final int CONDITION = Grammar.PYTHON.field("condition");
    static final int CONSEQUENCE = Grammar.PYTHON.field("consequence");
    static final int DEFINITION = Grammar.PYTHON.field("definition");
    static final int FUNCTION = Grammar.PYTHON.field("function");
    static final int LEFT = Grammar.PYTHON.field("left");
    static final int MODULE_NAME = Grammar.PYTHON.field("module_name");
    static final int NAME = Grammar.PYTHON.field("name");
    static final int OBJECT = Grammar.PYTHON.field("object");
    static final int PARAMETERS = Grammar.PYTHON.field("parameters");
    static final int RETURN_TYPE = Grammar.PYTHON.field("return_type");
    static final int RIGHT = Grammar.PYTHON.field("right");
    static final int SUPERCLASSES = Grammar.PYTHON.field("superclasses");
    static final int TYPE = Grammar.PYTHON.field("type");
    static final int TYPE_PARAMETERS = Grammar.PYTHON.field("type_parameters");
    static final int VALUE = Grammar.PYTHON.field("value");

    private Field() {}
  }

  /** Words that the grammar takes for names only in broken code. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  final SyntaxTree tree;

  PythonSyntax(SyntaxTree tree) {
    this.tree = tree;
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  PythonNode kind(int node) {
    return tree.isNamed(node) ? Table.KINDS.of(tree.kind(node)) : PythonNode.OTHER;
  }

  boolean is(int node, PythonNode kind) {
    return node >= 0 && kind(node) == kind;
  }

  int child(int node, int field) {
    return tree.childByField(node, field);
  }

  /** The first named child that is no comment, or -1. */
  int firstNamed(int node) {
    return named(tree.firstChild(node));
  }

  /** The next named sibling that is no comment, or -1. */
  int nextNamed(int node) {
    return named(tree.nextSibling(node));
  }

  private int named(int from) {
    int node = from;
    while (node >= 0 && (!tree.isNamed(node) || kind(node) == PythonNode.COMMENT)) {
      node = tree.nextSibling(node);
    }
    return node;
  }

  int namedChildren(int node) {
    int count = 0;
    for (int c = firstNamed(node); c >= 0; c = nextNamed(c)) {
      count++;
    }
    return count;
  }

  String text(int node) {
    return tree.text(node);
  }

  boolean textStartsWith(int node, char c) {
    return tree.endByte(node) > tree.startByte(node) && tree.source()[tree.startByte(node)] == c;
  }

  /** The text of a node on one line. */
  String flat(int node) {
    return flatten(tree.text(node));
  }

  static String flatten(String text) {
    StringBuilder flat = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        space = true;
      } else {
        if (space && !flat.isEmpty()) {
          flat.append(' ');
        }
        space = false;
        flat.append(c);
      }
    }
    return flat.toString();
  }

  /** An annotation as written; a string annotation without its quotes. */
  String type(int node) {
    int inner = is(node, PythonNode.TYPE) ? firstNamed(node) : node;
    if (is(inner, PythonNode.STRING)) {
      return flatten(stringContent(inner));
    }
    return flat(node);
  }

  /**
   * What {@code type(x).name = 1} sets: the grammar takes the call for the name of an alias. -1 for
   * an alias.
   */
  int setOnType(int alias) {
    int left = child(alias, Field.LEFT);
    while (is(left, PythonNode.TYPE) || is(left, PythonNode.CONSTRAINED_TYPE)) {
      left = firstNamed(left);
    }
    return is(left, PythonNode.ATTRIBUTE) || is(left, PythonNode.SUBSCRIPT) ? left : -1;
  }

  /** Parentheses around an expression taken away. */
  int bare(int node) {
    int n = node;
    while (is(n, PythonNode.PARENTHESIZED_EXPRESSION)) {
      int inner = firstNamed(n);
      if (inner < 0) {
        return n;
      }
      n = inner;
    }
    return n;
  }

  /** What a chain of assignments assigns in the end. */
  int assigned(int assignment) {
    int right = child(assignment, Field.RIGHT);
    while (is(right, PythonNode.ASSIGNMENT)) {
      right = child(right, Field.RIGHT);
    }
    return right;
  }

  boolean isAsync(int definition) {
    int first = tree.firstChild(definition);
    return first >= 0 && tree.kind(first) == Table.ASYNC && !tree.isNamed(first);
  }

  /** The function name of a call when it is a bare name; empty otherwise. */
  String calledName(int call) {
    int function = child(call, Field.FUNCTION);
    return is(function, PythonNode.IDENTIFIER) ? text(function) : "";
  }

  /** The last name of a dotted expression, of a call of one or of a subscript of one. */
  String lastName(int expression) {
    int n = expression;
    while (n >= 0) {
      switch (kind(n)) {
        case IDENTIFIER -> {
          return text(n);
        }
        case ATTRIBUTE -> n = child(n, Field.ATTRIBUTE);
        case CALL -> n = child(n, Field.FUNCTION);
        case SUBSCRIPT -> n = child(n, Field.VALUE);
        case GENERIC_TYPE, TYPE, PARENTHESIZED_EXPRESSION -> n = firstNamed(n);
        default -> {
          return "";
        }
      }
    }
    return "";
  }

  /** The positional argument with this number, or -1. */
  int argument(int call, int index) {
    int arguments = child(call, Field.ARGUMENTS);
    if (!is(arguments, PythonNode.ARGUMENT_LIST)) {
      return -1;
    }
    int i = 0;
    for (int a = firstNamed(arguments); a >= 0; a = nextNamed(a)) {
      switch (kind(a)) {
        case KEYWORD_ARGUMENT, LIST_SPLAT, DICTIONARY_SPLAT -> {
          return -1;
        }
        default -> {
          if (i++ == index) {
            return a;
          }
        }
      }
    }
    return -1;
  }

  /** Arguments of a call; -1 when it unpacks some. */
  int argumentCount(int call) {
    int arguments = child(call, Field.ARGUMENTS);
    if (arguments < 0) {
      return -1;
    }
    if (!is(arguments, PythonNode.ARGUMENT_LIST)) {
      return 1;
    }
    int count = 0;
    for (int a = firstNamed(arguments); a >= 0; a = nextNamed(a)) {
      PythonNode kind = kind(a);
      if (kind == PythonNode.LIST_SPLAT || kind == PythonNode.DICTIONARY_SPLAT) {
        return -1;
      }
      count++;
    }
    return count;
  }

  /** The bytes between the quotes of a string; empty when it has no end. */
  String stringContent(int string) {
    int first = tree.firstChild(string);
    int last = -1;
    for (int c = first; c >= 0; c = tree.nextSibling(c)) {
      last = c;
    }
    if (first < 0 || last == first) {
      return "";
    }
    int start = tree.endByte(first);
    int end = tree.startByte(last);
    return end <= start
        ? ""
        : new String(tree.source(), start, end - start, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The string that is the documentation of a block or module; -1 for none. */
  int docstring(int body) {
    int first = body < 0 ? -1 : firstNamed(body);
    return is(first, PythonNode.EXPRESSION_STATEMENT) ? plainString(firstNamed(first)) : -1;
  }

  /** The string that documents the assignment before it; -1 for none. */
  int docstringAfter(int statement) {
    int next = statement < 0 ? -1 : nextNamed(statement);
    return is(next, PythonNode.EXPRESSION_STATEMENT) ? plainString(firstNamed(next)) : -1;
  }

  private int plainString(int node) {
    if (is(node, PythonNode.CONCATENATED_STRING)) {
      return plainString(firstNamed(node));
    }
    return is(node, PythonNode.STRING) ? node : -1;
  }

  /** The nearest block around a node, or the module. */
  int blockOf(int node) {
    int n = tree.parent(node);
    while (n > 0 && kind(n) != PythonNode.BLOCK && kind(n) != PythonNode.MODULE) {
      n = tree.parent(n);
    }
    return Math.max(n, 0);
  }
}
