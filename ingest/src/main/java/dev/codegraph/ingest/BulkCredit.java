package dev.codegraph.ingest;

import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credit of large changesets: while more than so many contents wait for the parser, no more are
 * sent, so that those of a push do not stand at the end of a long queue. It only sets a pace: a
 * parser that has never run, stands still or cannot be asked holds nothing back.
 */
final class BulkCredit implements BulkPace, AutoCloseable {
  /** Consumer group of the parser's topology. */
  static final String PARSER_GROUP = "codegraph-parser";

  private static final Logger LOG = LoggerFactory.getLogger(BulkCredit.class);
  private static final int CONTENTS_PER_QUESTION = 200;
  private static final long QUESTION_MILLIS = 50;
  private static final long STANDSTILL_NANOS = 15_000_000_000L;

  private final Admin admin;
  private final int credit;
  private volatile long standsAt = -1;

  BulkCredit(KafkaConfig kafka, int credit) {
    this.admin = Admin.create(kafka.client());
    this.credit = credit;
  }

  /** How far the parser is: contents behind it and before it. */
  private record Progress(long parsed, long waiting) {}

  @Override
  public void await(long contents) throws InterruptedException {
    if (contents == 0 || contents % CONTENTS_PER_QUESTION != 0) {
      return;
    }
    long lastParsed = -1;
    long lastMoved = System.nanoTime();
    while (true) {
      Optional<Progress> progress = progress();
      if (progress.isEmpty() || progress.get().waiting() <= credit) {
        return;
      }
      long parsed = progress.get().parsed();
      if (parsed == standsAt) {
        return;
      }
      if (parsed != lastParsed) {
        lastParsed = parsed;
        lastMoved = System.nanoTime();
      } else if (System.nanoTime() - lastMoved > STANDSTILL_NANOS) {
        LOG.warn(
            "the parser stands still with {} contents waiting; sending on without it",
            progress.get().waiting());
        standsAt = parsed;
        return;
      }
      Thread.sleep(QUESTION_MILLIS);
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private Optional<Progress> progress() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(PARSER_GROUP).partitionsToOffsetAndMetadata().get();
      boolean hasRun =
          committed.keySet().stream().anyMatch(p -> p.topic().equals(Topics.SOURCE_FILES.name()));
      if (!hasRun) {
        return Optional.empty();
      }
      long parsed = 0;
      long end = 0;
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> partition : ends().entrySet()) {
        OffsetAndMetadata done = committed.get(partition.getKey());
        parsed += done == null ? 0 : done.offset();
        end += partition.getValue().offset();
      }
      return Optional.of(new Progress(parsed, end - parsed));
    } catch (ExecutionException e) {
      LOG.warn("cannot ask how far the parser is; sending on: {}", e.getCause().getMessage());
      return Optional.empty();
    }
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends()
      throws ExecutionException, InterruptedException {
    String topic = Topics.SOURCE_FILES.name();
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    return admin
        .listOffsets(
            description.partitions().stream()
                .collect(
                    Collectors.toMap(
                        p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest())))
        .all()
        .get();
  }
}
