package dev.codegraph.pipeline;

import dev.codegraph.program.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline over the broker that the program brings. */
final class EmbeddedPipelineTest implements PipelineContract {
  @TempDir static Path data;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = Pipeline.broker(data);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }
}
