package dev.codegraph.ingest;

import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.SourceFileRead;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import dev.codegraph.schemas.ViewAdvanced;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** A log in memory that can break down after some records. */
final class MemoryLog implements IngestLog {
  private final List<Sent> sent = new ArrayList<>();
  private int remaining = Integer.MAX_VALUE;

  /** A record as it was sent. */
  record Sent(Topic<?> topic, String key, byte[] value) {
    /** Topic, key and bytes as one text, to compare. */
    String text() {
      return topic.name() + " " + key + " " + HexFormat.of().formatHex(value);
    }
  }

  /** Lets only so many more records through. */
  void breakAfter(int records) {
    remaining = records;
  }

  @Override
  public void send(Topic<?> topic, String key, byte[] value) {
    if (remaining-- <= 0) {
      throw new KafkaException("the log broke down");
    }
    sent.add(new Sent(topic, key, value));
  }

  @Override
  public void flush() {
    // Everything is there at once.
  }

  int size() {
    return sent.size();
  }

  /** The records of the durable topics whose keys must never change their value. */
  List<String> durable() {
    return sent.stream()
        .filter(
            record ->
                record.topic().equals(Topics.SOURCE_FILES)
                    || record.topic().equals(Topics.CHANGESETS)
                    || record.topic().equals(Topics.VIEW_HEADS))
        .map(Sent::text)
        .toList();
  }

  List<SourceFileRead> contents() {
    return all(Topics.SOURCE_FILES);
  }

  List<ChangesetRecorded> slices() {
    return all(Topics.CHANGESETS);
  }

  List<ViewAdvanced> heads() {
    return all(Topics.VIEW_HEADS);
  }

  List<JobProgressed> progress() {
    return all(Topics.JOB_EVENTS);
  }

  List<DeadLetter> deadLetters() {
    return all(Topics.DEAD_LETTERS);
  }

  List<ManifestEntry> entries() {
    return slices().stream().flatMap(slice -> slice.entries().stream()).toList();
  }

  private <T extends Record> List<T> all(Topic<T> topic) {
    return sent.stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> topic.codec().decode(record.value()))
        .toList();
  }
}
