package dev.codegraph.parser.python;

import dev.codegraph.schemas.BindingKind;

/**
 * A place that binds a name or sets an attribute.
 *
 * @param node Identifier or attribute.
 * @param scope Scope of the place.
 * @param kind How it binds.
 * @param value Node of the value, -1 when there is none or it is only part of one.
 * @param derivation How the bound value comes from that node.
 * @param type Node of the annotation, -1 for none.
 * @param statement Node after which the binding holds.
 */
record Target(
    int node,
    Scope scope,
    BindingKind kind,
    int value,
    Derivation derivation,
    int type,
    int statement) {

  /** How a bound value comes from a value node. */
  enum Derivation {
    /** It is the value. */
    SAME,
    /** Iterating over the value gives it. */
    ELEMENT,
    /** A value of a mapping. */
    ITEM,
    /** Entering the value as a context gives it. */
    ENTERED,
    /** The value node is a class that it is an instance of. */
    INSTANCE,
    /** Nothing is known of it. */
    UNKNOWN
  }
}
