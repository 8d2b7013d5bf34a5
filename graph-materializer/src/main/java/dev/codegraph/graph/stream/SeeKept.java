package dev.codegraph.graph.stream;

import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Keys;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that a record was kept; it stands behind {@link KeepRecord}, which may not forward. A record
 * that cannot be used is a dead letter instead: it stays in the store, which is its topic, and
 * readers of the store pass over it.
 */
final class SeeKept extends ContextualProcessor<Bytes, byte[], String, Object> {
  private static final Logger LOG = LoggerFactory.getLogger(SeeKept.class);
  private static final int MAX_LETTER_BYTES = 256 * 1024;

  /** What a record must be to be used. */
  interface Check {
    /**
     * Looks at a record.
     *
     * @throws IllegalArgumentException when it cannot be used
     */
    void check(String key, byte[] value);
  }

  private final String store;
  private final Check check;

  SeeKept(String store, Check check) {
    this.store = store;
    this.check = check;
  }

  @Override
  public void process(Record<Bytes, byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    String key = record.key() == null ? "" : Keys.text(record.key().get());
    try {
      check.check(key, value);
    } catch (IllegalArgumentException e) {
      deadLetter(record, key, e);
      return;
    }
    context()
        .forward(
            record.withKey(key).withValue((Object) new Arrival.Kept(store, key)),
            MaterializeTopology.APPLY);
  }

  private void deadLetter(Record<Bytes, byte[]> record, String key, IllegalArgumentException why) {
    RecordMetadata from = context().recordMetadata().orElseThrow();
    LOG.warn(
        "{} {}-{}@{}: {}",
        ErrorCode.CG007,
        from.topic(),
        from.partition(),
        from.offset(),
        why.getMessage());
    boolean fits = record.value().length <= MAX_LETTER_BYTES;
    DeadLetter letter =
        new DeadLetter(
            "materializer",
            from.topic(),
            from.partition(),
            from.offset(),
            ErrorCode.CG007.name(),
            "cannot be used: " + why.getMessage(),
            record.key() == null ? new byte[0] : record.key().get(),
            fits ? record.value() : new byte[0],
            context().currentSystemTimeMs());
    context()
        .forward(
            record.withKey(key).withValue((Object) letter), MaterializeTopology.WRITE_DEAD_LETTERS);
  }
}
