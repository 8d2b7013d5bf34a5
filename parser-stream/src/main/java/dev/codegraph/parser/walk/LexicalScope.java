package dev.codegraph.parser.walk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that one block binds, inside the blocks around it. */
public final class LexicalScope {
  /** What a name is bound to. */
  public enum Meaning {
    /** A parameter, a local variable, a pattern variable. */
    VALUE,
    /** A type parameter. */
    TYPE_PARAMETER,
    /** A type that is declared in a block. */
    LOCAL_TYPE,
    /** A function that is declared in a block and is an entity of its own. */
    LOCAL_FUNCTION,
    /** A member of a type: it hides what the blocks around the type bind, and is not local. */
    MEMBER
  }

  private final @Nullable LexicalScope outer;
  private final int end;
  private final Map<String, Meaning> names = new HashMap<>();

  LexicalScope(@Nullable LexicalScope outer, int end) {
    // A block binds nothing more while one inside of it is walked; empty ones are passed over, so
    // that deep nesting costs no more than the names in it.
    this.outer = outer != null && outer.names.isEmpty() ? outer.outer : outer;
    this.end = end;
  }

  /** Byte offset after the block. */
  public int end() {
    return end;
  }

  /** Binds a name from here on; a later binding of the same block replaces it. */
  public void bind(String name, Meaning meaning) {
    names.put(name, meaning);
  }

  /** Whether this block itself binds a name. */
  public boolean binds(String name) {
    return names.containsKey(name);
  }

  /** What a name means here; null when no block of the file binds it. */
  public @Nullable Meaning meaning(String name) {
    for (LexicalScope scope = this; scope != null; scope = scope.outer) {
      Meaning meaning = scope.names.get(name);
      if (meaning != null) {
        return meaning;
      }
    }
    return null;
  }
}
