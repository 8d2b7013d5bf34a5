package dev.codegraph.graph.stream;

import dev.codegraph.schemas.Keys;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Says that a record was kept; it stands behind {@link KeepRecord}, which may not forward. */
final class SeeKept extends ContextualProcessor<Bytes, byte[], String, Arrival> {
  private final String store;

  SeeKept(String store) {
    this.store = store;
  }

  @Override
  public void process(Record<Bytes, byte[]> record) {
    if (record.value() != null) {
      String key = Keys.text(record.key().get());
      context().forward(record.withKey(key).withValue(new Arrival.Kept(store, key)));
    }
  }
}
