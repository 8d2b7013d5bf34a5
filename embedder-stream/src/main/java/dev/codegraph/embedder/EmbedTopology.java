package dev.codegraph.embedder;

import dev.codegraph.schemas.Topics;
import dev.codegraph.streams.TopicSink;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;

/** Facts in, vectors out: one record of vectors per content, model and language. */
public final class EmbedTopology implements Supplier<Topology> {
  static final String WRITE_EMBEDDED_CHUNKS = "write-embedded-chunks";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  private static final String EMBED = "embed-content";

  private final EmbeddingModel model;

  public EmbedTopology(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    topology.addSource(
        "read-parsed-files",
        new StringDeserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.PARSED_FILES.name());
    topology.addProcessor(EMBED, () -> new EmbedProcessor(model), "read-parsed-files");
    TopicSink.add(topology, WRITE_EMBEDDED_CHUNKS, Topics.EMBEDDED_CHUNKS, EMBED);
    TopicSink.add(topology, WRITE_DEAD_LETTERS, Topics.DEAD_LETTERS, EMBED);
    return topology;
  }
}
