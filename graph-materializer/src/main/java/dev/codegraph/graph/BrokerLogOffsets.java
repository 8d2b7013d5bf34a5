package dev.codegraph.graph;

import dev.codegraph.graph.stream.LogOffsets;
import dev.codegraph.schemas.KafkaConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/** Asks the brokers; connects with the first question. A question that fails is asked again. */
final class BrokerLogOffsets implements LogOffsets, AutoCloseable {
  private final KafkaConfig kafka;
  private final String group;
  private @Nullable Admin admin;

  BrokerLogOffsets(KafkaConfig kafka, String group) {
    this.kafka = kafka;
    this.group = group;
  }

  private synchronized Admin admin() {
    Admin connected = admin;
    if (connected == null) {
      connected = Admin.create(kafka.client());
      admin = connected;
    }
    return connected;
  }

  @Override
  public long end(TopicPartition partition) {
    return answer(
            admin().listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition),
            "where " + partition + " ends")
        .offset();
  }

  @Override
  public long committed(TopicPartition partition) {
    OffsetAndMetadata committed =
        answer(
                admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                "what " + group + " has committed")
            .get(partition);
    return committed == null ? 0 : committed.offset();
  }

  /** Without the answer a stream thread cannot go on: it ends, is replaced, and asks again. */
  private static <T> T answer(KafkaFuture<T> future, String what) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamsException("interrupted while asking " + what, e);
    } catch (ExecutionException e) {
      throw new StreamsException("the brokers do not say " + what, e.getCause());
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(5));
    }
  }
}
