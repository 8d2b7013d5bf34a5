package dev.codegraph.graph.stream;

import org.apache.kafka.common.TopicPartition;

/**
 * What the brokers know of this application's partitions. Local stores are compared with it when
 * they are opened, since either side may have lost its end without the other.
 */
public interface LogOffsets {
  /** Offset after the last record of a partition. */
  long end(TopicPartition partition);

  /** Offset up to which this application has committed a partition; 0 when it never did. */
  long committed(TopicPartition partition);
}
