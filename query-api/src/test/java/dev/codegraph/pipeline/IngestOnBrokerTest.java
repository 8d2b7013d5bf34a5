package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.ingest.IngestConfig;
import dev.codegraph.ingest.IngestService;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.program.broker.TopicAdmin;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Stage.Health.Status;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest against the real broker: what a log in memory cannot show. */
final class IngestOnBrokerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static KafkaConfig kafka;
  private static ProjectRegistry registry;
  private static RequestPublisher requests;

  @TempDir Path folder;
  private IngestService ingest;

  @BeforeAll
  static void startBroker() {
    broker =
        new EmbeddedBroker(data.resolve("kafka"), data.resolve("broker.jsa"), System.err::println);
    broker.start();
    kafka =
        new KafkaConfig(
            broker.bootstrapServers(), 4, 1, "at_least_once", 0, 1, "test", data, Map.of());
    new TopicAdmin(kafka, PATIENCE).createAndValidate();
    registry = new ProjectRegistry(kafka);
    registry.start();
    requests = new RequestPublisher(kafka, registry, Clock.systemUTC());
    requests.start();
  }

  @AfterAll
  static void stopBroker() {
    requests.close();
    registry.close();
    broker.close();
  }

  @BeforeEach
  void startIngest() {
    ingest = new IngestService(kafka, IngestConfig.defaults(data.resolve("mirrors")), registry);
    ingest.start();
  }

  @AfterEach
  void stopIngest() {
    ingest.close();
  }

  @Test
  void answersWhatWasAskedWhileItWasDownAndNothingTwice() throws Exception {
    ProjectRegistered project = register("restart");
    commit("A.java", "class A {}");
    assertEquals(1, done(index(project)).number());
    commit("B.java", "class B {}");
    assertEquals(2, done(index(project)).number());
    ingest.close();

    commit("C.java", "class C {}");
    IndexRequested asked = index(project);
    startIngest();
    JobProgressed last = done(asked);
    assertEquals(3, last.number());
    assertEquals(1, last.figures().get("contents_sent"));
    assertEquals(
        List.of(1L, 2L, 3L),
        read(Topics.CHANGESETS, "restart@1").stream().map(ChangesetRecorded::number).toList());
    long accepted =
        read(Topics.JOB_EVENTS, "restart@1").stream()
            .filter(progress -> progress.state() == JobState.ACCEPTED)
            .count();
    assertEquals(3, accepted, "what was answered before the restart is not asked again");
    assertEquals(Status.HEALTHY, ingest.health().status());
  }

  @Test
  void writesNoKeyWithTwoValuesWhenItIsCutInTheMiddle() throws Exception {
    for (int i = 0; i < 1_500; i++) {
      Files.writeString(folder.resolve("File" + i + ".java"), "class File" + i + " {}\n");
    }
    ProjectRegistered project = register("cut");
    commit("A.java", "class A {}");
    IndexRequested asked = index(project);
    await(Topics.JOB_EVENTS, "cut@1", progress -> progress.state() == JobState.RUNNING);
    // Wherever it is cut, also while it only just opens the repository: the request goes on.
    for (int cuts = 0; cuts < 5; cuts++) {
      ingest.close();
      startIngest();
    }
    assertEquals(1, done(asked).number());

    for (Topic<?> topic : List.of(Topics.SOURCE_FILES, Topics.CHANGESETS, Topics.VIEW_HEADS)) {
      Map<String, String> values = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : records(topic, "cut@1")) {
        String value = HexFormat.of().formatHex(record.value());
        String other = values.putIfAbsent(Keys.text(record.key()), value);
        assertTrue(other == null || other.equals(value), Keys.text(record.key()));
      }
      if (topic.equals(Topics.SOURCE_FILES)) {
        assertEquals(1_501, values.size());
      }
    }
  }

  @Test
  void goesOnAfterARecordThatCannotBeRead() throws Exception {
    ProjectRegistered project = register("garbage");
    commit("A.java", "class A {}");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      String key = "garbage@1";
      var metadata =
          producer
              .send(
                  new ProducerRecord<>(
                      Topics.INDEX_REQUESTS.name(),
                      Topics.INDEX_REQUESTS.partition(key, 4),
                      Keys.bytes(key),
                      new byte[] {1, 2, 3}))
              .get();
      assertEquals(1, done(index(project)).number());
      DeadLetter letter =
          read(Topics.DEAD_LETTERS, "garbage@1").stream()
              .filter(dead -> dead.offset() == metadata.offset())
              .findFirst()
              .orElseThrow();
      assertEquals("CG007", letter.code());
      assertEquals(Topics.INDEX_REQUESTS.name(), letter.topic());
    }
  }

  @Test
  void beginsANewLifeAfterADeletion() throws Exception {
    ProjectRegistered first = register("lives");
    commit("A.java", "class A {}");
    assertEquals(1, done(index(first)).number());
    assertTrue(requests.delete("lives").isPresent());
    assertTrue(registry.get("lives").isEmpty());
    assertEquals(JobState.SUPERSEDED, last(index(first)).state());

    ProjectRegistered second = register("lives");
    assertEquals(2, second.incarnation());
    JobProgressed again = done(index(second));
    assertEquals("lives@2", again.project());
    assertEquals(1, again.number());
  }

  @Test
  void failsAJobWhoseProjectNobodyRegistered() throws Exception {
    ProjectRegistered nobody =
        new ProjectRegistered("nobody", 1, "nobody", "/", "", 0, false, List.of());
    JobProgressed failed = last(index(nobody));
    assertEquals(JobState.FAILED, failed.state());
    assertEquals("CG008", failed.code());
  }

  private ProjectRegistered register(String id) {
    return requests.register(id, "", folder.toString(), "", List.of());
  }

  private static IndexRequested index(ProjectRegistered project) {
    return requests.index(project, "", "", false, "api");
  }

  private void commit(String file, String content) throws Exception {
    Files.writeString(folder.resolve(file), content);
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      assertTrue(git.add().addFilepattern(".").call().getEntryCount() > 0);
      String id =
          git.commit()
              .setMessage(file)
              .setAuthor("Ann", "ann@example.org")
              .setCommitter("Ann", "ann@example.org")
              .setSign(false)
              .call()
              .name();
      assertEquals(40, id.length());
    }
  }

  private static JobProgressed done(IndexRequested request) {
    JobProgressed last = last(request);
    assertEquals(JobState.DONE, last.state(), last.detail());
    return last;
  }

  /** The last thing that ingest says about a job. */
  private static JobProgressed last(IndexRequested request) {
    return await(
        Topics.JOB_EVENTS,
        request.project(),
        progress ->
            progress.requestId().equals(request.requestId())
                && switch (progress.state()) {
                  case ACCEPTED, RUNNING -> false;
                  case DONE, FAILED, SUPERSEDED -> true;
                });
  }

  private static <T extends Record> T await(Topic<T> topic, String project, Predicate<T> wanted) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
      while (System.nanoTime() < until) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (Keys.text(record.key()).startsWith(project)) {
            T event = topic.codec().decode(record.value());
            if (wanted.test(event)) {
              return event;
            }
          }
        }
      }
    }
    throw new AssertionError("nothing of the kind on " + topic.name());
  }

  private static <T extends Record> List<T> read(Topic<T> topic, String project) {
    return records(topic, project).stream()
        .map(record -> topic.codec().decode(record.value()))
        .toList();
  }

  /** Everything on a topic whose key begins with a project. */
  private static List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic, String project) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (Keys.text(record.key()).startsWith(project)) {
            all.add(record);
          }
        }
      }
    }
    return all;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Topic<?> topic) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(topic.name(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
