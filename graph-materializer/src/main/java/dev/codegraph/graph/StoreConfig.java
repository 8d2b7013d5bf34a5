package dev.codegraph.graph;

import org.rocksdb.CompressionType;

/**
 * How much memory and how many threads all state stores of the process may use together, and how
 * they lie on disk: the {@code [database]} section, all of which RocksDB sees.
 *
 * @param cacheBytes Block cache, shared by all stores; memtables are charged to it.
 * @param writeBufferBytes Memtable of one store.
 * @param maxWriteBuffers Memtables of one store.
 * @param maxBackgroundJobs Flushes and compactions at a time.
 * @param maxOpenFiles Open files of one store; -1 for any number.
 * @param level0CompactionTrigger Files of level 0 at which a compaction begins.
 * @param level0SlowdownTrigger Files of level 0 at which writes are slowed down.
 * @param level0StopTrigger Files of level 0 at which writes stop.
 * @param targetFileBytes Target size of a file.
 * @param levelBaseBytes Size of level 1.
 * @param compression Codec of blocks.
 * @param compressionLevel Level of the codecs.
 * @param bottommostCompression Codec of the last level.
 */
public record StoreConfig(
    long cacheBytes,
    long writeBufferBytes,
    int maxWriteBuffers,
    int maxBackgroundJobs,
    int maxOpenFiles,
    int level0CompactionTrigger,
    int level0SlowdownTrigger,
    int level0StopTrigger,
    long targetFileBytes,
    long levelBaseBytes,
    CompressionType compression,
    int compressionLevel,
    CompressionType bottommostCompression) {
  /** What a small machine can bear. */
  public static StoreConfig defaults() {
    return new StoreConfig(
        128L << 20,
        16L << 20,
        3,
        2,
        500,
        4,
        20,
        36,
        64L << 20,
        256L << 20,
        CompressionType.LZ4_COMPRESSION,
        1,
        CompressionType.LZ4_COMPRESSION);
  }
}
