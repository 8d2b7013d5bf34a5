package dev.codegraph.graph.stream;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps each record in the store whose changelog its topic is. */
final class KeepRecord implements Processor<Bytes, byte[], Void, Void> {
  private final String name;
  private KeyValueStore<Bytes, byte[]> store;

  KeepRecord(String name) {
    this.name = name;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.store = context.getStateStore(name);
  }

  @Override
  public void process(Record<Bytes, byte[]> record) {
    if (record.key() == null) {
      // A record without a key names nothing; it is a dead letter behind this.
      return;
    }
    if (record.value() == null) {
      store.delete(record.key());
    } else {
      store.put(record.key(), record.value());
    }
  }
}
