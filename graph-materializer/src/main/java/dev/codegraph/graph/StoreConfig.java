package dev.codegraph.graph;

/**
 * How much memory and how many threads all state stores of the process may use together: the part
 * of the {@code [database]} section that RocksDB sees.
 *
 * @param cacheBytes Block cache, shared by all stores; memtables are charged to it.
 * @param writeBufferBytes Memtable of one store.
 * @param maxWriteBuffers Memtables of one store.
 * @param maxBackgroundJobs Flushes and compactions at a time.
 * @param maxOpenFiles Open files of one store; -1 for any number.
 */
public record StoreConfig(
    long cacheBytes,
    long writeBufferBytes,
    int maxWriteBuffers,
    int maxBackgroundJobs,
    int maxOpenFiles) {
  /** What a small machine can bear. */
  public static StoreConfig defaults() {
    return new StoreConfig(128L << 20, 16L << 20, 3, 2, 500);
  }
}
