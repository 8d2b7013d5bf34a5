package dev.codegraph.ingest;

import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Topics;
import java.time.Duration;
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
 * How far the parser is, by what its consumer group has committed on the source-files topic. It
 * commits about once a second, so the answer is that much old.
 */
final class ParserOffsets implements BulkCredit.Parser, AutoCloseable {
  /** Consumer group of the parser's topology. */
  private static final String PARSER_GROUP = "codegraph-parser";

  private static final Logger LOG = LoggerFactory.getLogger(ParserOffsets.class);

  private final Admin admin;

  ParserOffsets(KafkaConfig kafka) {
    this.admin = Admin.create(kafka.client());
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }

  @Override
  public Optional<BulkCredit.Progress> progress() throws InterruptedException {
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
      return Optional.of(new BulkCredit.Progress(parsed, end - parsed));
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
