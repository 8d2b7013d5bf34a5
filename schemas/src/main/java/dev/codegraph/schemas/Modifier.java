package dev.codegraph.schemas;

/**
 * A modifier of an entity; {@link EntityFact#modifiers()} is the set of their bits. The order of
 * the constants is the bit, so constants are only ever added at the end.
 */
public enum Modifier {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  /** Visible inside its package or module only: Java without modifier, Go lower case. */
  INTERNAL,
  STATIC,
  ABSTRACT,
  FINAL,
  ASYNC,
  DEFAULT,
  OVERRIDE,
  READONLY,
  EXPORTED,
  /** A getter, setter or Python property: called without parentheses. */
  ACCESSOR,
  GENERATOR,
  SYNCHRONIZED,
  NATIVE,
  TRANSIENT,
  VOLATILE,
  SEALED,
  /** A Python class method: its first parameter is the class. */
  CLASS_METHOD,
  OPTIONAL,
  /** A C or C++ declaration of what is defined elsewhere: a prototype, an extern variable. */
  DECLARATION;

  /** The bit of this modifier. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether the set has this modifier. */
  public boolean in(int modifiers) {
    return (modifiers & bit()) != 0;
  }
}
