package dev.codegraph.graph.link;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.FileFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The local names of one file, found by name and place. */
public final class LocalBindings {
  private final List<Binding> bindings;

  /** Indices into the bindings by name, in source order. */
  private final Map<String, int[]> byName = new HashMap<>();

  public LocalBindings(FileFacts facts) {
    this.bindings = facts.bindings();
    for (int i = 0; i < bindings.size(); i++) {
      int index = i;
      byName.merge(
          bindings.get(i).name(),
          new int[] {index},
          (old, one) -> {
            int[] more = java.util.Arrays.copyOf(old, old.length + 1);
            more[old.length] = index;
            return more;
          });
    }
  }

  /**
   * The innermost binding of a name that is visible at a place: the smallest scope that holds it,
   * and in one scope the latest before it.
   *
   * @param name Simple name.
   * @param offset Byte offset of the use.
   * @return the binding, or null when the name is not local there
   */
  public @Nullable Binding at(String name, int offset) {
    int index = indexAt(name, offset);
    return index < 0 ? null : bindings.get(index);
  }

  /** Index of the binding that {@link #at} gives; -1 for none. */
  public int indexAt(String name, int offset) {
    int[] indices = byName.get(name);
    int best = -1;
    if (indices != null) {
      for (int index : indices) {
        Binding binding = bindings.get(index);
        if (binding.start() <= offset
            && offset < binding.end()
            && (best < 0 || binding.end() <= bindings.get(best).end())) {
          best = index;
        }
      }
    }
    return best;
  }
}
