package dev.codegraph.graph.link;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.FileFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The local names of one file, found by name and place. */
public final class LocalBindings {
  private final List<Binding> bindings;

  /** Indices into the bindings by name, in source order. */
  private final Map<String, List<Integer>> byName = new HashMap<>();

  /** Made when a name is first asked for: a file has many names that nobody asks for. */
  private final Map<String, Stretches> stretches = new HashMap<>();

  /**
   * The stretches of a file in which one name means one binding.
   *
   * @param starts First byte offset of each, ascending.
   * @param meanings Index of the binding in each; -1 for none.
   */
  private record Stretches(int[] starts, int[] meanings) {
    int at(int offset) {
      int found = Arrays.binarySearch(starts, offset);
      int place = found >= 0 ? found : -found - 2;
      return place < 0 ? -1 : meanings[place];
    }
  }

  public LocalBindings(FileFacts facts) {
    this.bindings = facts.bindings();
    for (int i = 0; i < bindings.size(); i++) {
      byName.computeIfAbsent(bindings.get(i).name(), n -> new ArrayList<>(1)).add(i);
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
    List<Integer> indices = byName.get(name);
    if (indices == null) {
      return -1;
    }
    if (indices.size() == 1) {
      Binding only = bindings.get(indices.getFirst());
      return only.start() <= offset && offset < only.end() ? indices.getFirst() : -1;
    }
    return stretches.computeIfAbsent(name, n -> stretches(indices)).at(offset);
  }

  /** Goes over the borders of all scopes of one name, the innermost open one always at hand. */
  private Stretches stretches(List<Integer> indices) {
    List<Integer> byStart = new ArrayList<>(indices);
    byStart.sort(Comparator.comparingInt(index -> bindings.get(index).start()));
    int[] borders =
        indices.stream()
            .flatMap(
                i -> java.util.stream.Stream.of(bindings.get(i).start(), bindings.get(i).end()))
            .mapToInt(Integer::intValue)
            .sorted()
            .distinct()
            .toArray();
    PriorityQueue<Integer> open =
        new PriorityQueue<>(
            Comparator.comparingInt((Integer index) -> bindings.get(index).end())
                .thenComparing(Comparator.reverseOrder()));
    int[] meanings = new int[borders.length];
    int next = 0;
    for (int i = 0; i < borders.length; i++) {
      while (next < byStart.size() && bindings.get(byStart.get(next)).start() <= borders[i]) {
        open.add(byStart.get(next++));
      }
      while (!open.isEmpty() && bindings.get(open.peek()).end() <= borders[i]) {
        open.poll();
      }
      Integer innermost = open.peek();
      meanings[i] = innermost == null ? -1 : innermost;
    }
    return new Stretches(borders, meanings);
  }
}
