package dev.codegraph.graph.stream;

import dev.codegraph.schemas.Topic;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/**
 * Says that a key of a topic is gone. All go through one sink, since a stage that ends the life of
 * a project writes them to most topics and nothing else to those.
 *
 * @param topic The topic.
 * @param key The key.
 */
record Tombstone(Topic<?> topic, String key) {
  /** Adds the sink behind some steps. */
  static void addSink(Topology topology, String name, String... parents) {
    Serializer<Tombstone> nothing = (topic, tombstone) -> null;
    topology.addSink(
        name, new ItsTopic(), new StringSerializer(), nothing, new ItsPartition(), parents);
  }

  /** The topic that a tombstone names. */
  private static final class ItsTopic implements TopicNameExtractor<String, Tombstone> {
    @Override
    public String extract(String key, Tombstone tombstone, RecordContext context) {
      return tombstone.topic().name();
    }

    @Override
    public String toString() {
      return "of the tombstone";
    }
  }

  /** The partition of its key, as the table of topics says. */
  private static final class ItsPartition implements StreamPartitioner<String, Tombstone> {
    @Override
    public Optional<Set<Integer>> partitions(
        String topic, String key, Tombstone tombstone, int partitions) {
      return Optional.of(Set.of(tombstone.topic().partition(key, partitions)));
    }
  }
}
