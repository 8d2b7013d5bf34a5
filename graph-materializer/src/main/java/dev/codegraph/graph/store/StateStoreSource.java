package dev.codegraph.graph.store;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A Kafka Streams store as a {@link KeyValueSource}; its range is closed, ours is half-open. */
public record StateStoreSource(ReadOnlyKeyValueStore<Bytes, byte[]> store)
    implements KeyValueSource {
  @Override
  public byte @Nullable [] get(byte[] key) {
    return store.get(Bytes.wrap(key));
  }

  @Override
  public Cursor range(byte[] from, byte[] to) {
    KeyValueIterator<Bytes, byte[]> iterator = store.range(Bytes.wrap(from), Bytes.wrap(to));
    return new Cursor() {
      private byte[] key = new byte[0];
      private byte[] value = new byte[0];

      @Override
      public boolean next() {
        if (!iterator.hasNext()) {
          return false;
        }
        org.apache.kafka.streams.KeyValue<Bytes, byte[]> entry = iterator.next();
        key = entry.key.get();
        value = entry.value;
        return !Arrays.equals(key, to);
      }

      @Override
      public byte[] key() {
        return key;
      }

      @Override
      public byte[] value() {
        return value;
      }

      @Override
      public void close() {
        iterator.close();
      }
    };
  }
}
