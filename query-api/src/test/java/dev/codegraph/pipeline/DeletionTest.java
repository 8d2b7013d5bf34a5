package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project leaves behind when it is deleted: its name in the registry and nothing else. */
final class DeletionTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void aDeletedProjectLeavesNothingAndItsNameBeginsAnew() throws Exception {
    TestRepository repository = TestRepository.create(folder.resolve("repository"));
    repository.write("A.java", "class A { int one() { return new B().two(); } }");
    repository.write("B.java", "class B { int two() { return 2; } }").commit("one");
    Path data = folder.resolve("data");
    try (EmbeddedBroker broker = Pipeline.broker(folder.resolve("broker"))) {
      List<String> topics;
      String digest;
      try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
        topics = compacted(broker.bootstrapServers());
        String job = pipeline.register("shop", repository.folder());
        assertEquals("completed", pipeline.await(job).get("status").asText());
        digest = pipeline.digest("shop", "");
        until(() -> pipeline.held("shop@1").values().stream().allMatch(held -> held > 0));

        assertEquals(202, pipeline.send("DELETE", "/api/v1/projects/shop", "").statusCode());
        assertEquals(404, pipeline.send("GET", "/api/v1/projects/shop", "").statusCode());
        assertEquals(404, pipeline.send("GET", "/api/v1/jobs/" + job, "").statusCode());
        assertEquals(0, pipeline.get("/api/v1/jobs?project_id=shop").get("data").size());
        until(() -> pipeline.held("shop@1").values().stream().allMatch(held -> held == 0));
        until(() -> left(broker.bootstrapServers(), topics).isEmpty());

        String again = pipeline.register("shop", repository.folder());
        assertNotEquals(job, again);
        assertEquals("completed", pipeline.await(again).get("status").asText());
        assertEquals(digest, pipeline.digest("shop", ""));
        assertEquals(1, pipeline.get("/api/v1/jobs?project_id=shop").get("data").size());
      }
      try (Pipeline restarted = new Pipeline(data, broker.bootstrapServers())) {
        restarted.awaitNumber("shop", 1);
        assertEquals(digest, restarted.digest("shop", ""));
        assertTrue(restarted.held("shop@1").values().stream().allMatch(held -> held == 0));
        assertEquals(Map.of(), left(broker.bootstrapServers(), topics));
      }
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void until(Condition condition) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < deadline, "it did not come true");
      Pipeline.pause();
    }
  }

  /** The compacted topics, in haste. */
  private static List<String> compacted(String bootstrap) throws Exception {
    List<String> names = new ArrayList<>();
    Topics.ALL.stream()
        .filter(topic -> "compact".equals(topic.config().get("cleanup.policy")))
        .forEach(topic -> names.add(topic.name()));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      until(
          () -> {
            try {
              return admin
                  .listTopics()
                  .names()
                  .get(60, TimeUnit.SECONDS)
                  .contains("codegraph-materializer-graph-changelog");
            } catch (Exception e) {
              throw new IOException(e);
            }
          });
      names.add("codegraph-materializer-graph-changelog");
      Compaction.hasten(admin, names);
    }
    return names;
  }

  /**
   * Values of the first life that are in the log, by topic. A segment is closed when something
   * comes after its time, so a tombstone of nothing goes to each partition first.
   */
  private static Map<String, Long> left(String bootstrap, List<String> topics) {
    Map<String, Long> left = new TreeMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      for (String topic : topics) {
        for (int p = 0; p < consumer.partitionsFor(topic).size(); p++) {
          Future<?> sent =
              producer.send(new ProducerRecord<>(topic, p, Keys.bytes("nothing@1/x"), null));
          assertTrue(sent.get(60, TimeUnit.SECONDS) != null);
          TopicPartition partition = new TopicPartition(topic, p);
          consumer.assign(List.of(partition));
          consumer.seekToBeginning(List.of(partition));
          long end = consumer.endOffsets(List.of(partition)).get(partition);
          while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
              if (record.value() != null && Keys.text(record.key()).startsWith("shop@1")) {
                left.merge(topic, 1L, Long::sum);
              }
            }
          }
        }
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return left;
  }
}
