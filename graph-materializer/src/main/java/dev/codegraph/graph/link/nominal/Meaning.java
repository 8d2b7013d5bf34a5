package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.Rule;

/** What an expression is. */
sealed interface Meaning {
  /** Nothing is known of it. */
  Meaning UNKNOWN = new Value(Type.UNKNOWN, Rule.INFERRED_RECEIVER);

  /** A value of a type; the rule is how the type is known. */
  record Value(Type type, Rule rule) implements Meaning {}

  /** A type by its name. */
  record TypeName(Type type) implements Meaning {}

  /** A space, or the beginning of its name. */
  record Space(String name) implements Meaning {}

  /** The type whose members can be named through it. */
  default Type type() {
    return switch (this) {
      case Value value -> value.type();
      case TypeName name -> name.type();
      case Space s -> Type.UNKNOWN;
    };
  }
}
