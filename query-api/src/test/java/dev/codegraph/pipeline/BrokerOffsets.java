package dev.codegraph.pipeline;

import dev.codegraph.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where topics end and what groups have committed, seen and set from outside the program. */
final class BrokerOffsets implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final Admin admin;
  private final int partitions;

  BrokerOffsets(String bootstrapServers, int partitions) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.partitions = partitions;
  }

  /** The partitions of topics. */
  List<TopicPartition> partitions(Collection<Topic<?>> topics) {
    List<TopicPartition> all = new ArrayList<>();
    for (Topic<?> topic : topics) {
      for (int partition = 0; partition < partitions; partition++) {
        all.add(new TopicPartition(topic.name(), partition));
      }
    }
    return all;
  }

  /** Offset after the last record of each partition. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> of) {
    Map<TopicPartition, OffsetSpec> question = new HashMap<>();
    of.forEach(partition -> question.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(question).all()).forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  /** Offsets after the last records of topics, added up by topic. */
  Map<String, Long> counts(Collection<Topic<?>> topics) {
    Map<String, Long> counts = new TreeMap<>();
    ends(partitions(topics)).forEach((p, end) -> counts.merge(p.topic(), end, Long::sum));
    return counts;
  }

  /** Records of a topic that a group has not finished. */
  long waiting(String group, Topic<?> topic) {
    List<TopicPartition> of = partitions(List.of(topic));
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    long waiting = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(of).entrySet()) {
      OffsetAndMetadata done = committed.get(end.getKey());
      waiting += end.getValue() - (done == null ? 0 : done.offset());
    }
    return waiting;
  }

  /** Waits until a topic holds records that a group has not finished, or none. */
  void awaitWaiting(String group, Topic<?> topic, boolean any) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (waiting(group, topic) > 0 != any) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            waiting(group, topic) + " records of " + topic.name() + " wait for " + group);
      }
      Pipeline.pause();
    }
  }

  /** Sets what a group has committed; its members, which must have stopped, leave it first. */
  void commit(String group, Map<TopicPartition, Long> offsets) {
    get(
        admin
            .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
            .all());
    Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
    offsets.forEach((partition, offset) -> all.put(partition, new OffsetAndMetadata(offset)));
    get(admin.alterConsumerGroupOffsets(group, all).all());
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the broker did not do as asked", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
