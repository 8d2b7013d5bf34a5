package dev.codegraph.ingest;

import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a small compacted topic from its beginning and follows it, on a thread of its own, outside
 * every consumer group: each process sees all of it. {@link #awaitEnd} is the way to read what
 * somebody else was told is written.
 */
final class TopicTail<T extends Record> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long RETRY_MILLIS = 500;

  private final KafkaConfig kafka;
  private final Topic<T> topic;
  private final Consumer<T> handler;
  private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean closing;
  private volatile String trouble = "";

  /**
   * @param handler Takes each event, on the thread of the tail; tombstones are not handed on.
   */
  TopicTail(KafkaConfig kafka, Topic<T> topic, Consumer<T> handler) {
    this.kafka = kafka;
    this.topic = topic;
    this.handler = handler;
    this.thread = Thread.ofPlatform().daemon().name("tail-" + topic.name()).unstarted(this::run);
  }

  /** Someone waits for an end: the offsets to reach, and whom to tell. */
  private record Wait(Map<TopicPartition, Long> ends, CompletableFuture<Void> reached) {}

  void start() {
    thread.start();
  }

  /** What keeps it from following; empty when nothing does. */
  String trouble() {
    return trouble;
  }

  /**
   * Returns when everything that is in the topic now was handed on.
   *
   * @return false when that took longer than the limit
   */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    asked.add(reached);
    KafkaConsumer<byte[], byte[]> running = consumer;
    if (running != null) {
      running.wakeup();
    }
    try {
      reached.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a wait only ever completes", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    KafkaConsumer<byte[], byte[]> running = consumer;
    if (running != null) {
      running.wakeup();
    }
    closed.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      if (!thread.join(Duration.ofSeconds(10))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing) {
      try (KafkaConsumer<byte[], byte[]> opened =
              new KafkaConsumer<>(
                  properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
          Admin admin = Admin.create(kafka.client())) {
        consumer = opened;
        if (!closing) {
          follow(opened, admin);
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("tail of {} was woken", topic.name());
      } catch (KafkaException e) {
        trouble = "cannot follow " + topic.name() + ": " + e.getMessage();
        LOG.warn("{}; reading it again", trouble);
        pause();
      } finally {
        consumer = null;
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> opened, Admin admin) {
    List<TopicPartition> partitions = partitions(opened);
    opened.assign(partitions);
    opened.seekToBeginning(partitions);
    List<Wait> waits = new ArrayList<>();
    try {
      while (!closing) {
        step(opened, admin, partitions, waits);
      }
    } finally {
      // Who waits is served by the next consumer.
      waits.forEach(wait -> asked.add(wait.reached()));
    }
  }

  private void step(
      KafkaConsumer<byte[], byte[]> opened,
      Admin admin,
      List<TopicPartition> partitions,
      List<Wait> waits) {
    try {
      for (CompletableFuture<Void> next = asked.peek(); next != null; next = asked.peek()) {
        waits.add(new Wait(ends(admin, partitions), next));
        asked.remove();
      }
      waits.removeIf(wait -> tellWhenReached(opened, wait));
      opened.poll(waits.isEmpty() ? POLL : POLL.dividedBy(10)).forEach(this::handOn);
      trouble = "";
    } catch (WakeupException e) {
      LOG.trace("tail of {} was woken for a new wait", topic.name());
    }
  }

  /**
   * Where the topic ends. Not a question for the consumer: a broker answers the requests of a
   * connection in turn, so the answer would come after that to the fetch that is under way.
   */
  private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions) {
    try {
      return admin
          .listOffsets(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("cannot ask where it ends: " + e.getCause().getMessage(), e);
    }
  }

  private static boolean tellWhenReached(KafkaConsumer<byte[], byte[]> opened, Wait wait) {
    boolean reached =
        wait.ends().entrySet().stream()
            .allMatch(end -> opened.position(end.getKey()) >= end.getValue());
    return reached && (wait.reached().isDone() || wait.reached().complete(null));
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> opened) {
    List<PartitionInfo> infos = opened.partitionsFor(topic.name());
    if (infos == null || infos.isEmpty()) {
      throw new KafkaException("the topic " + topic.name() + " does not exist yet");
    }
    return infos.stream().map(info -> new TopicPartition(topic.name(), info.partition())).toList();
  }

  private void handOn(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    T event;
    try {
      event = topic.codec().decode(record.value());
    } catch (IllegalArgumentException e) {
      LOG.error(
          "{}-{} offset {} (key {}) cannot be read and is passed over",
          topic.name(),
          record.partition(),
          record.offset(),
          Keys.text(record.key()),
          e);
      return;
    }
    handler.accept(event);
  }

  private Properties properties() {
    Properties properties = kafka.client();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tail-" + topic.name());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return properties;
  }

  private void pause() {
    try {
      if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("tail of {} ends", topic.name());
      }
    } catch (InterruptedException e) {
      // Only close() interrupts this thread, after it has set the flag that ends the loop.
      LOG.debug("tail of {} was interrupted", topic.name());
    }
  }
}
