package dev.codegraph.graph.read;

import dev.codegraph.graph.store.ViewId;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The number of each view that both the graph and the text index have reached. */
public final class PublishedNumbers {
  private final ConcurrentSkipListMap<ViewId, Long> numbers = new ConcurrentSkipListMap<>();

  /** The number of a view; 0 when nothing is published. */
  public long of(ViewId view) {
    return numbers.getOrDefault(view, 0L);
  }

  /** Moves a view forward; never back. */
  public void advance(ViewId view, long number) {
    numbers.merge(view, number, Math::max);
    synchronized (numbers) {
      numbers.notifyAll();
    }
  }

  /** Forgets the views of a project key. */
  public void forget(String project) {
    numbers.keySet().removeIf(view -> view.project().equals(project));
  }

  /** The published views of a project key. */
  public List<ViewId> viewsOf(String project) {
    SortedMap<ViewId, Long> of =
        numbers.subMap(new ViewId(project, ""), new ViewId(project, "\uFFFF"));
    return List.copyOf(of.keySet());
  }
}
