package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.Symbol;

/**
 * What is looked for.
 *
 * @param name Its name.
 * @param argumentCount Arguments of a call; -1 when it is not called.
 */
record Wanted(String name, int argumentCount) {
  static Wanted value(String name) {
    return new Wanted(name, -1);
  }

  boolean isCall() {
    return argumentCount >= 0;
  }

  /** Whether a definition of the name can be meant. */
  boolean fits(Symbol symbol) {
    return switch (symbol.entry().kind()) {
      case FUNCTION, METHOD, MACRO -> !isCall() || symbol.accepts(argumentCount);
      case PROPERTY, FIELD, CONSTANT, VARIABLE, ENUM_MEMBER, OBJECT -> true;
      case CONSTRUCTOR -> name.equals(NominalScopes.CONSTRUCTOR);
      default -> false;
    };
  }

  /** Whether a definition is of the kind that a use of this form means first. */
  boolean prefers(Symbol symbol) {
    return switch (symbol.entry().kind()) {
      case FUNCTION, METHOD, MACRO, CONSTRUCTOR -> isCall();
      default -> !isCall();
    };
  }
}
