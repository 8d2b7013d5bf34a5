package dev.codegraph.graph.link;

import java.util.Locale;

/**
 * Why a reference was taken to mean its target, with the confidence of that reasoning in percent. A
 * rule that looks at the bare name alone does not exist.
 */
public enum Rule {
  /** Declared in the same file in an enclosing scope. */
  SAME_FILE(99),
  /** A member of the enclosing type itself, or of this/self. */
  OWN_MEMBER(98),
  /** A member of a base of the enclosing type, found by following declared bases. */
  INHERITED_MEMBER(95),
  /** Named by an import. */
  IMPORT(99),
  /** Found through an import of everything of a package or module. */
  WILDCARD_IMPORT(95),
  /** Re-exported by the imported module and followed to its definition. */
  REEXPORT(97),
  /** Visible because it is in the same package. */
  SAME_PACKAGE(97),
  /** A fully qualified name. */
  QUALIFIED_NAME(99),
  /** A member of a type that the receiver names directly. */
  TYPE_MEMBER(97),
  /** A member of a module, package or namespace that the receiver names. */
  MODULE_MEMBER(98),
  /** A member of the declared type of the receiver. */
  DECLARED_RECEIVER(95),
  /** A member of the type that the receiver's initialising expression has. */
  INFERRED_RECEIVER(90),
  /** A member of the result type of the call that the receiver is. */
  CALL_RESULT(88),
  /** The constructor, or the type when it declares none. */
  CONSTRUCTOR(97),
  /** Several overloads or definitions fit equally. */
  CANDIDATES(50),
  /** A name that an import brings from outside the project. */
  EXTERNAL_IMPORT(95),
  /** A member of something that comes from outside the project. */
  EXTERNAL_MEMBER(85),
  /** Part of the language or its standard library. */
  BUILTIN(90);

  private final int confidence;
  private final String wire = name().toLowerCase(Locale.ROOT);

  Rule(int confidence) {
    this.confidence = confidence;
  }

  /** Confidence in whole percent. */
  public int confidence() {
    return confidence;
  }

  /** The name in exports and the API. */
  public String wire() {
    return wire;
  }
}
