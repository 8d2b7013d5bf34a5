package dev.codegraph.parser.golang;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that one block binds, inside the blocks around it. */
final class GoScope {
  /** A name that is bound to a value. */
  static final int VALUE = -1;

  /** A name of a type parameter. */
  static final int TYPE_PARAMETER = -2;

  /** A name of a type that a function declares. */
  static final int LOCAL_TYPE = -3;

  /** A name that nothing binds locally. */
  static final int UNBOUND = -4;

  private final @Nullable GoScope outer;
  private final int end;
  private final Map<String, Integer> names = new HashMap<>();
  private final Set<String> unset = new HashSet<>(0);

  GoScope(@Nullable GoScope outer, int end) {
    this.outer = outer;
    this.end = end;
  }

  @Nullable GoScope outer() {
    return outer;
  }

  /** Byte offset after the block. */
  int end() {
    return end;
  }

  /**
   * Binds a name from here on.
   *
   * @param meaning one of the constants above, or the index of the function entity it names
   */
  void bind(String name, int meaning) {
    names.put(name, meaning);
  }

  boolean bindsItself(String name) {
    return names.containsKey(name);
  }

  /** Notes that a name of this block has no value yet. */
  void bindUnset(String name) {
    unset.add(name);
  }

  /** Whether a name of this block is still without the value that it is about to get; once. */
  boolean takesFirstValue(String name) {
    return unset.remove(name);
  }

  /** What a name means here. */
  int meaning(String name) {
    for (GoScope scope = this; scope != null; scope = scope.outer) {
      Integer meaning = scope.names.get(name);
      if (meaning != null) {
        return meaning;
      }
    }
    return UNBOUND;
  }

  /** Gives a name another meaning where it is bound. */
  void rebind(String name, int meaning) {
    for (GoScope scope = this; scope != null; scope = scope.outer) {
      if (scope.names.replace(name, meaning) != null) {
        return;
      }
    }
  }
}
