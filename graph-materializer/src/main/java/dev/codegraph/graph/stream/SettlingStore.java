package dev.codegraph.graph.stream;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.internals.RocksDBStore;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A RocksDB store whose data reach the disk when their offsets are noted. Kafka Streams 4.3 notes
 * the offsets in RocksDB itself, without a log and without a flush: after a kill all that was still
 * in memory is restored, which for a store below the size of a memtable is everything. The handle
 * of RocksDB is not for subclasses to see, hence the look inside; a test fails when it moves.
 *
 * <p>A changelog may have lost its end, since brokers acknowledge before they sync. Kafka Streams
 * takes a store that is ahead of its changelog for restored and goes on; what is written next gets
 * the offsets that the store believes to have. A kill before the next commit then leaves a store
 * that skips those records: a number with half its keys. So such a store is emptied when it is
 * opened, and both go on from the same place.
 */
final class SettlingStore extends RocksDBStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettlingStore.class);

  /** Keys begin with UTF-8 text, which has no such byte. */
  private static final byte[] AFTER_ALL_KEYS = {(byte) 0xFF};

  private static final String METRICS_SCOPE = "rocksdb";
  private static final VarHandle DB = handle();
  private static final VarHandle ACCESSOR = accessor();
  private static final MethodHandle OFFSETS = offsets();

  private final ToLongFunction<TopicPartition> end;

  private SettlingStore(String name, ToLongFunction<TopicPartition> end) {
    super(name, METRICS_SCOPE);
    this.end = end;
  }

  /**
   * Makes stores of a name.
   *
   * @param end Where a changelog ends; a store that is ahead of it starts anew. {@link
   *     Long#MAX_VALUE} for a store that may be ahead.
   */
  static KeyValueBytesStoreSupplier named(String name, ToLongFunction<TopicPartition> end) {
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public SettlingStore get() {
        return new SettlingStore(name, end);
      }

      @Override
      public String metricsScope() {
        return METRICS_SCOPE;
      }
    };
  }

  @Override
  public synchronized @Nullable Long committedOffset(TopicPartition partition) {
    Long offset = super.committedOffset(partition);
    // It is the offset of the last record that the store holds.
    if (offset == null || offset < end.applyAsLong(partition)) {
      return offset;
    }
    LOG.warn(
        "{} ends at {}, before what the store {} holds of it: the store is emptied and restored",
        partition,
        end.applyAsLong(partition),
        name());
    empty();
    Map<TopicPartition, Long> none = new HashMap<>();
    none.put(partition, null);
    commit(none);
    return null;
  }

  private void empty() {
    RocksDB db = (RocksDB) DB.get(this);
    try {
      db.deleteRange(new byte[0], AFTER_ALL_KEYS);
    } catch (RocksDBException e) {
      throw new ProcessorStateException("the store " + name() + " cannot be emptied", e);
    }
  }

  /**
   * Notes the offsets, then has all of it written. Only the thread that has the task commits and
   * closes; readers and the linkers need not wait for the disk, so the flush is outside the lock.
   */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void commit(Map<TopicPartition, Long> offsets) {
    super.commit(offsets);
    RocksDB db = (RocksDB) DB.get(this);
    try (FlushOptions options = new FlushOptions()) {
      // The data first: offsets that are on the disk must never be ahead of what they stand for.
      db.flush(options);
      db.flush(options, offsetsOf());
    } catch (RocksDBException e) {
      throw new ProcessorStateException("the store " + name() + " cannot be flushed", e);
    }
  }

  /** The offsets live in a column family of their own, which flushing the data leaves in memory. */
  private ColumnFamilyHandle offsetsOf() {
    try {
      return (ColumnFamilyHandle) OFFSETS.invoke(ACCESSOR.get(this));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static VarHandle accessor() {
    try {
      return MethodHandles.privateLookupIn(RocksDBStore.class, MethodHandles.lookup())
          .findVarHandle(
              RocksDBStore.class,
              "cfAccessor",
              Class.forName(RocksDBStore.class.getName() + "$ColumnFamilyAccessor"));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this version of Kafka Streams keeps its offsets elsewhere", e);
    }
  }

  private static MethodHandle offsets() {
    try {
      Class<?> type =
          Class.forName("org.apache.kafka.streams.state.internals.AbstractColumnFamilyAccessor");
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findVirtual(
              type, "offsetColumnFamilyHandle", MethodType.methodType(ColumnFamilyHandle.class))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this version of Kafka Streams keeps its offsets elsewhere", e);
    }
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.privateLookupIn(RocksDBStore.class, MethodHandles.lookup())
          .findVarHandle(RocksDBStore.class, "db", RocksDB.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this version of Kafka Streams keeps RocksDB elsewhere", e);
    }
  }
}
