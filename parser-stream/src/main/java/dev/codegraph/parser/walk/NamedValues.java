package dev.codegraph.parser.walk;

import java.util.HashMap;
import java.util.Map;

/**
 * What the constants of a file are given where they are declared, by name. A name that is declared
 * twice means nothing here: which declaration is meant takes scopes, and a guess is no path.
 */
public final class NamedValues {
  /** How deep constants are followed into each other, and how long a sum may be. */
  public static final int MAX_DEPTH = 16;

  private final Map<String, Integer> values = new HashMap<>();

  /** Notes the node of a value; -1 for a declaration that has none to tell. */
  public void declare(String name, int value) {
    if (values.putIfAbsent(name, value) != null) {
      values.put(name, -1);
    }
  }

  /** The node of the value that a name has; -1 when it is not known. */
  public int valueOf(String name) {
    return values.getOrDefault(name, -1);
  }
}
