package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.Symbol;
import java.util.List;

/** The type of a value, or a type that is named. */
public sealed interface Type {
  /** Nothing is known. */
  Type UNKNOWN = new Unknown();

  /**
   * A type of the project.
   *
   * @param symbol Its entry.
   * @param arguments What its type parameters stand for; empty when that is not known.
   */
  record Declared(Symbol symbol, List<Type> arguments) implements Type {
    // Types are the keys of all that is remembered: their entries tell them apart by two strings.

    @Override
    public boolean equals(Object other) {
      return other instanceof Declared(Symbol that, List<Type> thatArguments)
          && symbol.entry().localId().equals(that.entry().localId())
          && symbol.path().equals(that.path())
          && arguments.equals(thatArguments);
    }

    @Override
    public int hashCode() {
      return (symbol.entry().localId().hashCode() * 31 + symbol.path().hashCode()) * 31
          + arguments.hashCode();
    }

    public String key() {
      return NominalScopes.keyOf(symbol.entry());
    }
  }

  /**
   * A type from outside.
   *
   * @param name Qualified name as far as it is known; when only the way to a value of the type is
   *     known, that: the symbol of a member or function, with parentheses behind it.
   * @param arguments Its type arguments.
   */
  record External(String name, List<Type> arguments) implements Type {
    /** What a member or function from outside gives, of which no more is known. */
    static External resultOf(String symbol) {
      return new External(symbol + "()", List.of());
    }

    /** Whether only the way to a value is known. */
    public boolean isResult() {
      return name.endsWith("()");
    }

    /** The part after the last dot. */
    public String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /** A function. */
  record Function(List<Type> parameters, Type result) implements Type {}

  /** An array, or what the language calls so. */
  record Array(Type element) implements Type {}

  /** Not known. */
  record Unknown() implements Type {}
}
