package dev.codegraph.schemas;

import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * One topic: its name, what its records are, how they are partitioned and cleaned up.
 *
 * @param name Topic name, {@code codegraph.<plural-noun>.v<n>}.
 * @param codec How its values are written.
 * @param partitioning What decides the partition of a record.
 * @param config Topic configuration beyond the defaults of the broker.
 */
public record Topic<T extends Record>(
    String name, EventCodec<T> codec, Partitioning partitioning, Map<String, String> config) {

  /** What decides the partition of a record. */
  public enum Partitioning {
    /** The project id, so that everything of a project meets in one task. */
    PROJECT,
    /** The whole key, so that one large repository spreads over all workers. */
    KEY
  }

  /**
   * The partition of a key.
   *
   * @param key Record key.
   * @param partitions Number of partitions, at least 1.
   * @return 0-based partition
   */
  public int partition(String key, int partitions) {
    String hashed =
        switch (partitioning) {
          case PROJECT -> Keys.projectId(key);
          case KEY -> key;
        };
    return Utils.toPositive(Utils.murmur2(Keys.bytes(hashed))) % partitions;
  }

  /** The codec as a serde for topologies. */
  public EventSerde<T> serde() {
    return new EventSerde<>(codec);
  }
}
