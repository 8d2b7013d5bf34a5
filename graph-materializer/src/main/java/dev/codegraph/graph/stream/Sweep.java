package dev.codegraph.graph.stream;

import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.KeyValueSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * One walk over the keys of a store with a prefix, some at a time, to remove each. It goes forward
 * only: a key that is removed by way of its topic is still there for a while.
 */
final class Sweep {
  private final KeyValueSource store;
  private final byte[] end;
  private final Consumer<byte[]> remove;
  private byte[] from;

  /**
   * @param remove Removes a key, now or by way of a topic.
   */
  Sweep(KeyValueSource store, byte[] prefix, Consumer<byte[]> remove) {
    this.store = store;
    this.from = prefix;
    this.end = GraphKeys.after(prefix);
    this.remove = remove;
  }

  /**
   * Removes some keys.
   *
   * @param limit How many at most.
   * @return whether that were the last
   */
  boolean step(int limit) {
    List<byte[]> keys = new ArrayList<>();
    try (KeyValueSource.Cursor cursor = store.range(from, end)) {
      while (keys.size() < limit && cursor.next()) {
        keys.add(cursor.key());
      }
    }
    keys.forEach(remove);
    if (keys.size() < limit) {
      return true;
    }
    from = Arrays.copyOf(keys.getLast(), keys.getLast().length + 1);
    return false;
  }
}
