package dev.codegraph.graph.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A sorted map as a store: what RocksDB is to the program, without its files. */
public final class MemoryStore implements KeyValueSource {
  private final ConcurrentSkipListMap<byte[], byte[]> entries;

  public MemoryStore() {
    entries = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  }

  private MemoryStore(MemoryStore other) {
    entries = other.entries.clone();
  }

  /** Another store with the same entries. */
  public MemoryStore copy() {
    return new MemoryStore(this);
  }

  /** Sets a key. */
  public void put(byte[] key, byte[] value) {
    entries.put(key, value);
  }

  /** Removes a key. */
  public void delete(byte[] key) {
    entries.remove(key);
  }

  /** All entries. */
  public Map<byte[], byte[]> entries() {
    return entries;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return entries.get(key);
  }

  @Override
  public Cursor range(byte[] from, byte[] to) {
    Iterator<Map.Entry<byte[], byte[]>> iterator =
        entries.subMap(from, true, to, false).entrySet().iterator();
    return new Cursor() {
      private byte[] key = new byte[0];
      private byte[] value = new byte[0];

      @Override
      public boolean next() {
        if (!iterator.hasNext()) {
          return false;
        }
        Map.Entry<byte[], byte[]> entry = iterator.next();
        key = entry.getKey();
        value = entry.getValue();
        return true;
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
      public void close() {}
    };
  }
}
