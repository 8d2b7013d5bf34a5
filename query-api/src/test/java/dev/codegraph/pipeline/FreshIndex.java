package dev.codegraph.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A fresh index of one revision in an empty data folder of its own, which is deleted when it is
 * closed: what every other way to the revision is compared with.
 */
public final class FreshIndex implements AutoCloseable {
  private final Path data;
  private final EmbeddedBroker broker;
  private final Pipeline pipeline;

  /** Indexes a revision of a repository as the only one of a project. */
  public FreshIndex(Path data, String project, Path repository, String revision) {
    this.data = data;
    try {
      Files.createDirectories(data.getParent());
      Files.createDirectory(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broker = Pipeline.broker(data);
    pipeline = new Pipeline(data, broker.bootstrapServers());
    JsonNode job = pipeline.await(pipeline.register(project, repository, revision));
    if (!job.get("status").asText().equals("completed")) {
      close();
      throw new AssertionError("the fresh index of " + revision + " failed: " + job);
    }
  }

  /** The stages that answer. */
  public Pipeline pipeline() {
    return pipeline;
  }

  @Override
  public void close() {
    pipeline.close();
    broker.close();
    TestRepository.deleteFolder(data);
  }
}
