package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Rule;

/** What an expression is: a value of a type, a type by name, or the beginning of a package. */
sealed interface JavaMeaning {
  /** A value. Bound: the type is only the bound of what a generic method gives. */
  record Value(JavaType type, Rule rule, boolean isBound) implements JavaMeaning {
    Value(JavaType type, Rule rule) {
      this(type, rule, false);
    }
  }

  /** A type by its name. */
  record TypeName(JavaType type) implements JavaMeaning {}

  /** The beginning of a package name. */
  record PackageName(String name) implements JavaMeaning {}

  /** Nothing is known of it. */
  JavaMeaning UNKNOWN = new Value(JavaType.UNKNOWN, Rule.INFERRED_RECEIVER);

  /** The type whose members can be named through it. */
  static JavaType typeOf(JavaMeaning meaning) {
    return switch (meaning) {
      case TypeName name -> name.type();
      case Value value -> value.type();
      case PackageName p -> JavaType.UNKNOWN;
    };
  }
}
