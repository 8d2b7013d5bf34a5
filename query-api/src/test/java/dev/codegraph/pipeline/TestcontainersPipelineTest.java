package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The pipeline over a Kafka of its own in a container. It is skipped where no Docker engine
 * answers; continuous integration starts one, with an image of this name that {@code
 * deploy/ci/docker.sh} builds.
 */
final class TestcontainersPipelineTest implements PipelineContract {
  private static KafkaContainer kafka;

  @BeforeAll
  static void start() {
    boolean isDockerThere = DockerClientFactory.instance().isDockerAvailable();
    if (!isDockerThere) {
      System.err.println("No Docker engine answers: the pipeline is not tested over a container.");
    }
    assumeTrue(isDockerThere, "no Docker engine answers");
    kafka = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion());
    kafka.start();
  }

  @AfterAll
  static void stop() {
    if (kafka != null) {
      kafka.close();
    }
  }

  @Override
  public String bootstrapServers() {
    return kafka.getBootstrapServers();
  }
}
