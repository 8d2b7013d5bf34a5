package dev.codegraph.graph.link.golang;

import java.util.List;

/**
 * A type as linking follows it. Pointers are left out: selectors see through them, and nothing else
 * about them matters here.
 */
sealed interface GoType {
  /** Nothing is known about the type. */
  GoType UNKNOWN = new Unknown();

  /** Following the type went deeper than the bound. */
  GoType TOO_DEEP = new TooDeep();

  record Unknown() implements GoType {}

  record TooDeep() implements GoType {}

  /**
   * A type that the project declares, or an anonymous struct or interface of it.
   *
   * @param arguments Its type arguments; empty when there are none or they are not known.
   */
  record Declared(GoTypeInfo info, List<GoType> arguments) implements GoType {}

  /**
   * A type, or something of an unknown type, that comes from outside the project.
   *
   * @param symbol Its external symbol, such as {@code go:net/http#Request}.
   * @param isGeneric Whether it has type arguments, so that types of the project may come out of
   *     it.
   */
  record Outside(String symbol, boolean isGeneric) implements GoType {}

  /** A predeclared type. */
  record Basic(String name) implements GoType {}

  /** A slice or array. */
  record Sequence(GoType element) implements GoType {}

  record MapOf(GoType key, GoType value) implements GoType {}

  record Channel(GoType element) implements GoType {}

  record Function(List<GoType> parameters, List<GoType> results) implements GoType {}

  /** Several results of one call. */
  record Tuple(List<GoType> elements) implements GoType {}

  /** Not a value: the type itself, named in an expression. */
  record TypeItself(GoType type) implements GoType {}

  /** Not a value: an imported package, by its import path. */
  record PackageName(String path) implements GoType {}

  /** What a value of several is when only one is asked for. */
  default GoType single() {
    return switch (this) {
      case Tuple tuple -> tuple.elements().isEmpty() ? UNKNOWN : tuple.elements().getFirst();
      default -> this;
    };
  }
}
