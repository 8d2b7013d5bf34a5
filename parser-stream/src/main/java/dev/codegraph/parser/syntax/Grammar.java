package dev.codegraph.parser.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A tree-sitter grammar. Kinds, tokens and fields are small numbers that the grammar's native
 * library gives out; look them up once by name and compare numbers after that.
 */
public enum Grammar {
  JAVA("java"),
  PYTHON("python"),
  JAVASCRIPT("javascript"),
  TYPESCRIPT("typescript"),
  TSX("tsx"),
  GO("go"),
  RUST("rust"),
  C("c"),
  CPP("cpp"),
  CSHARP("c_sharp"),
  KOTLIN("kotlin"),
  PHP("php"),
  RUBY("ruby"),
  SWIFT("swift"),
  SCALA("scala"),
  /**
   * Always the bundled library of the jar: the package that the others come from is older than
   * patterns and class modifiers, and loses half of today's sources.
   */
  DART("dart");

  /** The kind of ERROR nodes, in every grammar. */
  public static final int ERROR_KIND = 0xFFFF;

  private final String nativeName;
  private volatile @Nullable GrammarTable table;

  Grammar(String nativeName) {
    this.nativeName = nativeName;
  }

  /** The last part of the native symbol {@code tree_sitter_<name>}. */
  String nativeName() {
    return nativeName;
  }

  /** Kinds are 0 to this number - 1, and {@link #ERROR_KIND}. */
  public int kindCount() {
    return table().kindCount();
  }

  /** The node type name of a kind. Several kinds can have one name. */
  public String kindName(int kind) {
    return table().kindName(kind);
  }

  /**
   * The kind of a named node type such as {@code method_declaration}, or of {@code ERROR}.
   *
   * @throws IllegalArgumentException if the grammar has no such type
   */
  public int kind(String name) {
    return table().kind(name);
  }

  /**
   * The kind of an anonymous token such as {@code static} or {@code +=}.
   *
   * @throws IllegalArgumentException if the grammar has no such token
   */
  public int token(String text) {
    return table().token(text);
  }

  /**
   * The number of a field such as {@code name}; never 0.
   *
   * @throws IllegalArgumentException if the grammar has no such field
   */
  public int field(String name) {
    return table().field(name);
  }

  /** Whether a kind is that of a named node. */
  boolean isNamedKind(int kind) {
    return table().isNamed(kind);
  }

  private GrammarTable table() {
    GrammarTable known = table;
    if (known == null) {
      // Two threads may both load it: the results are equal.
      known = NativeSyntax.library().table(this);
      table = known;
    }
    return known;
  }
}
