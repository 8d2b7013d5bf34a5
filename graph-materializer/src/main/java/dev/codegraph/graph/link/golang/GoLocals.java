package dev.codegraph.graph.link.golang;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.FileFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The local names of one file by place. Blocks nest, so of the bindings that reach over a place the
 * one that starts last is the innermost.
 */
final class GoLocals {
  private final List<Binding> bindings;
  private final Map<String, int[]> byName = new HashMap<>();
  private boolean hasTypes;

  GoLocals(FileFacts facts) {
    this.bindings = facts.bindings();
    Map<String, Integer> counts = new HashMap<>();
    for (Binding binding : bindings) {
      counts.merge(binding.name(), 1, Integer::sum);
      hasTypes |= isType(binding);
    }
    Map<String, Integer> filled = new HashMap<>();
    for (int i = 0; i < bindings.size(); i++) {
      String name = bindings.get(i).name();
      int size = counts.getOrDefault(name, 0);
      byName.computeIfAbsent(name, n -> new int[size])[filled.merge(name, 1, Integer::sum) - 1] = i;
    }
    for (int[] indices : byName.values()) {
      sort(indices);
    }
  }

  private void sort(int[] indices) {
    for (int i = 1; i < indices.length; i++) {
      if (bindings.get(indices[i - 1]).start() > bindings.get(indices[i]).start()) {
        Integer[] boxed = Arrays.stream(indices).boxed().toArray(Integer[]::new);
        Arrays.sort(
            boxed,
            (a, b) -> {
              int order = Integer.compare(bindings.get(a).start(), bindings.get(b).start());
              return order != 0 ? order : Integer.compare(a, b);
            });
        for (int k = 0; k < boxed.length; k++) {
          indices[k] = boxed[k];
        }
        return;
      }
    }
  }

  /** Whether the file binds any type locally. */
  boolean hasTypes() {
    return hasTypes;
  }

  /** Whether a binding is that of a type or type parameter. */
  static boolean isType(Binding binding) {
    String type = binding.declaredType();
    return type.startsWith("type") && (type.length() == 4 || type.charAt(4) == ' ');
  }

  Binding get(int index) {
    return bindings.get(index);
  }

  /** Index of the binding of a name at a place, -1 when it is not local there. */
  int at(String name, int offset) {
    int[] indices = byName.get(name);
    if (indices == null) {
      return -1;
    }
    int low = 0;
    int high = indices.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bindings.get(indices[middle]).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low - 1; i >= 0; i--) {
      if (offset < bindings.get(indices[i]).end()) {
        return indices[i];
      }
    }
    return -1;
  }
}
