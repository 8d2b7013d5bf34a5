package dev.codegraph.proofs;

import dev.codegraph.pipeline.Pipeline;
import dev.codegraph.pipeline.TestRepository;
import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Applies real commits over a log with small segments that is cleaned for real, then drops every
 * store, with the changelog of the graph, the committed offsets and the repository, and lets the
 * log be replayed: the digests of the head and of ten old revisions must be what they were.
 * Arguments: work folder, repository, commits.
 */
public final class ReplayProof {
  private static final int OLD = 10;
  private static final String GROUP = "codegraph-materializer";

  private ReplayProof() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[0]));
    int commits = Integer.parseInt(args[2]);
    PrintStream out = System.out;
    Path clone = work.resolve("repository");
    TestRepository origin = TestRepository.open(Path.of(args[1]));
    origin.git("clone", "-q", "--no-hardlinks", args[1], clone.toString());
    List<String> revisions = TestRepository.open(clone).history(commits + 1);
    Path data = Files.createDirectories(work.resolve("data"));
    Map<String, String> digests = new LinkedHashMap<>();
    int wrong = 0;
    try (EmbeddedBroker broker = Pipeline.broker(data)) {
      try (Admin admin = admin(broker)) {
        try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
          Collection<String> cleaned = shrinkSegments(admin);
          pipeline.await(pipeline.register("p", clone, revisions.getFirst()));
          for (String revision : revisions.subList(1, revisions.size())) {
            pipeline.await(pipeline.index("p", revision));
          }
          for (int i = 0; i <= OLD; i++) {
            String revision = revisions.get((revisions.size() - 1) * i / OLD);
            digests.put(revision, pipeline.digest("p", revision));
          }
          // Everything is in the log twice: what a repeated delivery leaves behind.
          int again = resend(broker.bootstrapServers());
          out.println(again + " records sent again");
          awaitCleaning(broker.bootstrapServers(), cleaned, out);
        }
        delete(clone);
        admin.deleteConsumerGroups(List.of(GROUP)).all().get(60, TimeUnit.SECONDS);
        Set<String> topics = admin.listTopics().names().get(60, TimeUnit.SECONDS);
        List<String> changelogs = topics.stream().filter(t -> t.startsWith(GROUP + "-")).toList();
        admin.deleteTopics(changelogs).all().get(60, TimeUnit.SECONDS);
        out.println("dropped " + changelogs + ", the stores, the text index and the repository");
      }
      delete(data.resolve("state"));
      delete(data.resolve("lucene"));
      long start = System.nanoTime();
      try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
        pipeline.awaitNumber("p", revisions.size());
        long millis = (System.nanoTime() - start) / 1_000_000;
        for (Map.Entry<String, String> entry : digests.entrySet()) {
          boolean same = entry.getValue().equals(pipeline.digest("p", entry.getKey()));
          wrong += same ? 0 : 1;
          out.println(entry.getKey() + (same ? " equal" : " DIFFERENT"));
        }
        String verify = pipeline.get("/api/v1/projects/p/verify").get("data").toString();
        out.println("verify " + verify);
        wrong += verify.contains("\"ok\":true") ? 0 : 1;
        out.printf(
            "%d commits replayed in %d ms, %d digests compared, %d wrong%n",
            revisions.size(), millis, digests.size(), wrong);
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static List<String> compacted() {
    return Topics.ALL.stream()
        .filter(topic -> "compact".equals(topic.config().get("cleanup.policy")))
        .map(topic -> topic.name())
        .toList();
  }

  private static Collection<String> shrinkSegments(Admin admin) throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    List<String> names = compacted();
    for (String name : names) {
      List<AlterConfigOp> ops = new ArrayList<>();
      Map.of(
              "segment.ms", "2000",
              "segment.bytes", "1048576",
              "min.cleanable.dirty.ratio", "0.001",
              "min.compaction.lag.ms", "0",
              "max.compaction.lag.ms", "2000",
              "delete.retention.ms", "1000")
          .forEach(
              (key, value) ->
                  ops.add(
                      new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
      changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name), ops);
    }
    admin.incrementalAlterConfigs(changes).all().get(60, TimeUnit.SECONDS);
    return names;
  }

  private static int resend(String bootstrap) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap);
        var producer =
            new org.apache.kafka.clients.producer.KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", bootstrap, "max.request.size", 16 << 20),
                new org.apache.kafka.common.serialization.ByteArraySerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
      for (String topic : List.of(Topics.CHANGESETS.name(), Topics.PARSED_FILES.name())) {
        for (TopicPartition partition : partitions(consumer, topic)) {
          consumer.assign(List.of(partition));
          consumer.seekToBeginning(List.of(partition));
          long end = consumer.endOffsets(List.of(partition)).get(partition);
          while (consumer.position(partition) < end) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
              if (record.offset() < end) {
                sent.add(
                    producer.send(
                        new org.apache.kafka.clients.producer.ProducerRecord<>(
                            topic, partition.partition(), record.key(), record.value())));
              }
            }
          }
        }
      }
      for (Future<?> record : sent) {
        record.get();
      }
    }
    return sent.size();
  }

  /** Waits until the cleaner has taken away most of what is there twice. */
  private static void awaitCleaning(String bootstrap, Collection<String> topics, PrintStream out) {
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    long[] counts = count(bootstrap, topics);
    while (System.nanoTime() < until && counts[0] * 10 > counts[1] * 8) {
      Service.pause(1000);
      counts = count(bootstrap, topics);
    }
    out.printf("the log holds %d of %d records after compaction%n", counts[0], counts[1]);
    if (counts[0] * 10 > counts[1] * 8) {
      throw new AssertionError("the log was not compacted");
    }
  }

  /** Records that are there, and offsets that were given. */
  private static long[] count(String bootstrap, Collection<String> topics) {
    long[] counts = new long[2];
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      for (String topic : topics) {
        if (!topic.equals(Topics.CHANGESETS.name()) && !topic.equals(Topics.PARSED_FILES.name())) {
          continue;
        }
        for (TopicPartition partition : partitions(consumer, topic)) {
          consumer.assign(List.of(partition));
          consumer.seekToBeginning(List.of(partition));
          long end = consumer.endOffsets(List.of(partition)).get(partition);
          while (consumer.position(partition) < end) {
            counts[0] += consumer.poll(Duration.ofMillis(200)).count();
          }
          counts[1] += end;
        }
      }
    }
    return counts;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrap),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(all::add);
    }
    for (Path file : all.reversed()) {
      Files.delete(file);
    }
  }
}
