package dev.codegraph.embedder;

import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Stage;
import dev.codegraph.streams.StreamsRunner;

/** The embedding stage as a running program. */
public final class EmbedderStage implements Stage {
  /** Consumer group. */
  public static final String APPLICATION_ID = "codegraph-embedder";

  private final EmbeddingModel model;
  private final StreamsRunner runner;

  public EmbedderStage(KafkaConfig kafka, EmbeddingModel model) {
    this.model = model;
    this.runner = new StreamsRunner(new EmbedTopology(model), kafka.streams(APPLICATION_ID));
  }

  @Override
  public String name() {
    return "embedder";
  }

  @Override
  public void start() {
    runner.start();
  }

  @Override
  public Health health() {
    return runner.health("model " + model.id());
  }

  @Override
  public void close() {
    runner.close();
  }
}
