package dev.codegraph.graph.link.nominal;

import java.util.List;

/**
 * A type as it is written, taken apart.
 *
 * @param name Name, dotted when qualified; {@value #FUNCTION} for a function type, {@value #ARRAY}
 *     for an array, {@value #TUPLE} for a tuple; empty when it says nothing that can be followed.
 * @param arguments Type arguments; of a function its parameters and then its result; of an array
 *     its element; of a tuple its parts.
 */
public record TypeText(String name, List<TypeText> arguments) {
  public static final String FUNCTION = "->";
  public static final String ARRAY = "[]";
  public static final String TUPLE = "()";

  /** A type of which nothing is known. */
  public static final TypeText NOTHING = new TypeText("", List.of());

  /** A type without arguments. */
  public static TypeText of(String name) {
    return new TypeText(name, List.of());
  }

  public boolean isFunction() {
    return name.equals(FUNCTION);
  }
}
