package dev.codegraph.proofs;

import dev.codegraph.pipeline.Compaction;
import dev.codegraph.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The compacted topics of a broker, made so that the cleaner has work and does it soon: small
 * segments, everything sent a second time, and a wait until each partition holds no key twice.
 */
final class CompactedLog {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final String bootstrap;

  CompactedLog(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * What a topic holds.
   *
   * @param topic Name.
   * @param given Offsets that were given, which is records that were sent.
   * @param records Records that are there.
   * @param keys Different keys among them.
   * @param partitions Partitions that hold something.
   */
  record Held(String topic, long given, long records, long keys, int partitions) {
    /** The record that closed the last segment is in one that is open. */
    private boolean isClean() {
      return given == 0 || (records <= keys + partitions && records < given);
    }

    @Override
    public String toString() {
      return "%s: %d of %d records, %d keys".formatted(topic, records, given, keys);
    }
  }

  private static List<String> topics() {
    return Topics.ALL.stream()
        .filter(topic -> "compact".equals(topic.config().get("cleanup.policy")))
        .map(topic -> topic.name())
        .toList();
  }

  /** Makes segments small and the cleaner eager. */
  void shrinkSegments(Admin admin) throws Exception {
    Compaction.hasten(admin, topics());
  }

  /**
   * Sends everything again, in order, as a repeated delivery would.
   *
   * @return how many records
   */
  int resend() throws Exception {
    return send(0);
  }

  /**
   * Waits until the cleaner has been everywhere: no partition holds a key twice, but for the record
   * that closes its last segment.
   *
   * @throws AssertionError when that does not happen in time
   */
  List<Held> awaitCleaning() throws Exception {
    // A segment is closed by the first record after its time, and the open one is never cleaned.
    Service.pause(Compaction.SEGMENT_MILLIS + 500);
    send(1);
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<Held> held = held();
    while (!held.stream().allMatch(Held::isClean)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("not compacted: " + held);
      }
      Service.pause(1000);
      held = held();
    }
    return held;
  }

  /** Sends the last records of each partition again, or all with 0. */
  private int send(int last) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.request.size", 16 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      for (String topic : topics()) {
        for (TopicPartition partition : partitions(consumer, topic)) {
          List<ConsumerRecord<byte[], byte[]>> records = read(consumer, partition);
          int from = last == 0 ? 0 : Math.max(0, records.size() - last);
          for (ConsumerRecord<byte[], byte[]> record : records.subList(from, records.size())) {
            sent.add(
                producer.send(
                    new ProducerRecord<>(
                        topic,
                        partition.partition(),
                        null,
                        record.key(),
                        record.value(),
                        record.headers())));
          }
        }
      }
      for (Future<?> record : sent) {
        record.get();
      }
    }
    return sent.size();
  }

  private List<Held> held() {
    List<Held> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      for (String topic : topics()) {
        long given = 0;
        long records = 0;
        long keys = 0;
        int filled = 0;
        for (TopicPartition partition : partitions(consumer, topic)) {
          Set<ByteBuffer> seen = new HashSet<>();
          for (ConsumerRecord<byte[], byte[]> record : read(consumer, partition)) {
            seen.add(ByteBuffer.wrap(record.key()));
            records++;
          }
          keys += seen.size();
          filled += seen.isEmpty() ? 0 : 1;
          given += consumer.endOffsets(List.of(partition)).get(partition);
        }
        all.add(new Held(topic, given, records, keys, filled));
      }
    }
    return all;
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.offset() < end) {
          records.add(record);
        }
      }
    }
    return records;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrap),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
