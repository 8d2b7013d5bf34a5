package dev.codegraph.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which offsets may be committed while requests end in another order than they came: up to the
 * lowest that is not answered. A crash then repeats requests and loses none.
 */
final class OffsetTracker {
  private final Map<Integer, Open> partitions = new HashMap<>();

  /** A partition: the offsets not answered, the one after the last taken, and the last commit. */
  private static final class Open {
    final TreeSet<Long> pending = new TreeSet<>();
    long next;
    long committed = -1;
  }

  /** Takes a record up; offsets of a partition come in order. */
  synchronized void taken(int partition, long offset) {
    Open open = partitions.computeIfAbsent(partition, p -> new Open());
    open.pending.add(offset);
    open.next = offset + 1;
  }

  /** A record was answered; one of a partition that was given up counts no more. */
  synchronized void answered(int partition, long offset) {
    Open open = partitions.get(partition);
    if (open != null) {
      open.pending.remove(offset);
    }
  }

  /** The partition belongs to somebody else now. */
  synchronized void giveUp(int partition) {
    partitions.remove(partition);
  }

  /** How many records are taken and not answered. */
  synchronized int pending() {
    return partitions.values().stream().mapToInt(open -> open.pending.size()).sum();
  }

  /** Offsets to commit, by partition; only those that moved since the last call. */
  synchronized Map<Integer, Long> committable() {
    Map<Integer, Long> moved = new HashMap<>();
    partitions.forEach(
        (partition, open) -> {
          long offset = open.pending.isEmpty() ? open.next : open.pending.first();
          if (offset > open.committed) {
            open.committed = offset;
            moved.put(partition, offset);
          }
        });
    return moved;
  }
}
