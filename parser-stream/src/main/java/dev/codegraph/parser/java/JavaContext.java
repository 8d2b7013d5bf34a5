package dev.codegraph.parser.java;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.WhiteSpace;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.BindingKind;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One content while it is indexed: its tree, its facts, and which names are local at the place. */
final class JavaContext {
  static final int NAME = Grammar.JAVA.field("name");
  static final int DIMENSIONS = Grammar.JAVA.field("dimensions");
  static final int TYPE = Grammar.JAVA.field("type");
  static final int BODY = Grammar.JAVA.field("body");
  static final int OBJECT = Grammar.JAVA.field("object");
  static final int FIELD = Grammar.JAVA.field("field");
  static final int ARGUMENTS = Grammar.JAVA.field("arguments");
  static final int TYPE_ARGUMENTS = Grammar.JAVA.field("type_arguments");
  static final int PARAMETERS = Grammar.JAVA.field("parameters");
  static final int VALUE = Grammar.JAVA.field("value");
  static final int LEFT = Grammar.JAVA.field("left");
  static final int RIGHT = Grammar.JAVA.field("right");
  static final int CONSTRUCTOR = Grammar.JAVA.field("constructor");
  static final int CONDITION = Grammar.JAVA.field("condition");
  static final int DECLARATOR = Grammar.JAVA.field("declarator");
  static final int ALTERNATIVE = Grammar.JAVA.field("alternative");
  static final int KEY = Grammar.JAVA.field("key");
  static final int OPERATOR = Grammar.JAVA.field("operator");

  private static final NodeKinds<JavaNode> KINDS = NodeKinds.of(Grammar.JAVA, JavaNode.class);

  /** Words that the grammar takes for names only in broken code. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while");

  /** What a name is in a scope. */
  private enum Local {
    BOUND,
    /**
     * A member of the innermost type that has the name: it hides a local of the same name outside.
     */
    MEMBER,
    TYPE_PARAMETER
  }

  private final SyntaxTree tree;
  private final FactsBuilder facts;
  private final ArrayDeque<Scope> scopes = new ArrayDeque<>();

  private record Scope(Map<String, Local> names, int end) {}

  JavaContext(SyntaxTree tree) {
    this.tree = tree;
    this.facts = new FactsBuilder(tree);
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  SyntaxTree tree() {
    return tree;
  }

  FactsBuilder facts() {
    return facts;
  }

  JavaNode kind(int node) {
    return KINDS.of(tree.kind(node));
  }

  boolean is(int node, JavaNode kind) {
    return node >= 0 && KINDS.of(tree.kind(node)) == kind;
  }

  int child(int node, int field) {
    return tree.childByField(node, field);
  }

  /** The first named child of a kind, -1 when there is none. */
  int child(int node, JavaNode kind) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (KINDS.of(tree.kind(c)) == kind) {
        return c;
      }
    }
    return -1;
  }

  String text(int node) {
    return node < 0 ? "" : tree.text(node);
  }

  /** Text with runs of white space made one blank. */
  String normal(int node) {
    String text = text(node);
    boolean isNormal = true;
    for (int i = 0; i < text.length() && isNormal; i++) {
      isNormal = text.charAt(i) > ' ';
    }
    return isNormal ? text : WhiteSpace.single(text);
  }

  /** Begins a scope that ends at a byte offset. */
  void push(int end) {
    scopes.push(new Scope(new HashMap<>(), end));
  }

  void pop() {
    scopes.pop();
  }

  /** Byte offset at which the innermost scope ends. */
  int scopeEnd() {
    return scopes.element().end();
  }

  /** Binds a local name from an offset to the end of the innermost scope; {@code _} is no name. */
  void bind(String name, BindingKind kind, int owner, int start, String type, int initializer) {
    if (name.equals("_")) {
      return;
    }
    scopes.element().names().put(name, Local.BOUND);
    facts.binding(name, kind, owner, start, scopeEnd(), type, initializer);
  }

  void member(String name) {
    scopes.element().names().putIfAbsent(name, Local.MEMBER);
  }

  void typeParameter(String name) {
    scopes.element().names().put("<" + name, Local.TYPE_PARAMETER);
  }

  /** Whether a bare name is a local variable here. */
  boolean isLocal(String name) {
    for (Scope scope : scopes) {
      Local local = scope.names().get(name);
      if (local != null) {
        return local == Local.BOUND;
      }
    }
    return false;
  }

  /** Whether a bare type name is a type parameter here. */
  boolean isTypeParameter(String name) {
    String key = "<" + name;
    for (Scope scope : scopes) {
      if (scope.names().containsKey(key)) {
        return true;
      }
    }
    return false;
  }
}
