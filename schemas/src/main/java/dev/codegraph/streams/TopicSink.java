package dev.codegraph.streams;

import dev.codegraph.schemas.Topic;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** The end of a topology that writes to a topic of the table, partitioned as the table says. */
public final class TopicSink {
  private TopicSink() {}

  /** Adds a sink behind some steps. */
  public static <T extends Record> void add(
      Topology topology, String name, Topic<T> topic, String... parents) {
    topology.addSink(
        name,
        topic.name(),
        new StringSerializer(),
        topic.serde().serializer(),
        (t, key, value, partitions) ->
            Optional.of(Set.of(topic.partition((String) key, partitions))),
        parents);
  }
}
