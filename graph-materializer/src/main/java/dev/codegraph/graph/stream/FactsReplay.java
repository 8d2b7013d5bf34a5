package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.GraphWriter;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.Packer;
import dev.codegraph.graph.store.Unpacker;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Whether the facts behind the graph of a task are in their store. The graph comes back from its
 * own changelog; the facts come back only up to what the group has committed of their topic, and
 * the rest with the records that are read again. Until then the graph names contents that nobody
 * can read. So the graph store keeps how far the facts had been read when a changeset was applied,
 * and views are taken up when they have been read that far again.
 */
final class FactsReplay {
  /** No view's keys begin with a zero byte. */
  private static final byte[] KEY = Keys.bytes("\0facts-read");

  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  private final TopicPartition partition;
  private final StateStore facts;
  private final LogOffsets log;
  private final long needed;
  private long committed;
  private long askedAtNanos;
  private long noted;
  private boolean isOver;

  FactsReplay(ProcessorContext<?, ?> context, KeyValueSource graph, LogOffsets log) {
    this.partition = new TopicPartition(Topics.PARSED_FILES.name(), context.taskId().partition());
    this.facts = context.getStateStore(MaterializeTopology.FACTS);
    byte[] value = graph.get(KEY);
    this.noted = value == null ? 0 : new Unpacker(value).number();
    this.log = log;
    ask();
    // A topic cannot give more than it has, and it may have lost its end.
    this.needed = Math.min(noted, log.end(partition));
  }

  /** Whether all facts are there that the graph was made of. */
  boolean isOver() {
    if (!isOver) {
      // Compaction may have taken the last records that were read: only commits show the end then.
      if (System.nanoTime() - askedAtNanos > ASK_AGAIN.toNanos()) {
        ask();
      }
      isOver = read() >= needed;
    }
    return isOver;
  }

  private void ask() {
    committed = log.committed(partition);
    askedAtNanos = System.nanoTime();
  }

  /** Up to where the store has the facts for certain. */
  private long read() {
    Map<Integer, Long> positions = facts.getPosition().getPartitionPositions(partition.topic());
    @Nullable Long last = positions.get(partition.partition());
    return Math.max(committed, last == null ? 0 : last + 1);
  }

  /** Keeps how far the facts have been read, before a changeset that needs them is applied. */
  void note(GraphWriter graph) {
    long read = read();
    if (read > noted) {
      noted = read;
      graph.put(KEY, new Packer(10).number(read).toBytes());
    }
  }
}
