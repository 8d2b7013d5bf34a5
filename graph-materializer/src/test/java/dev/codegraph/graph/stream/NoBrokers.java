package dev.codegraph.graph.stream;

import org.apache.kafka.common.TopicPartition;

/** A log for topologies without brokers: nothing is committed, and no partition is too short. */
final class NoBrokers implements LogOffsets {
  @Override
  public long end(TopicPartition partition) {
    return Long.MAX_VALUE;
  }

  @Override
  public long committed(TopicPartition partition) {
    return 0;
  }
}
