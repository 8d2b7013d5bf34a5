package dev.codegraph.program.config;

import java.nio.file.Path;

/**
 * The {@code [database]} section: RocksDB, as the state store of the topologies. Its folder lies in
 * the data folder, which also holds the broker's log, the search index and the repositories.
 *
 * @param path Folder of the state stores; its parent is the data folder.
 * @param cacheSize Block cache of the process, MiB.
 * @param writeBufferSize Memtable of a store, MiB.
 * @param maxWriteBufferNumber Memtables of a store at most.
 * @param maxOpenFiles Files that a store keeps open at most; -1 for all.
 * @param maxBackgroundJobs Flushes and compactions at a time.
 * @param level0FileNumCompactionTrigger Files of level 0 at which a compaction begins.
 * @param level0SlowdownWritesTrigger Files of level 0 at which writes are slowed down.
 * @param level0StopWritesTrigger Files of level 0 at which writes stop.
 * @param targetFileSizeBase Target size of a file, bytes.
 * @param maxBytesForLevelBase Size of level 1, bytes.
 * @param compressionType Codec of blocks.
 * @param compressionLevel Level of the codec.
 * @param bottommostCompressionType Codec of the last level.
 */
public record DatabaseConfig(
    @Setting(
            doc = "Folder of the state stores; its parent is the data folder.",
            value = "/opt/codegraph/data/rocks.db",
            withoutFile = "{home}/rocks.db")
        Path path,
    @Setting(
            doc = "Block cache of the whole process.",
            value = "2048",
            withoutFile = "256",
            min = 8,
            max = 1 << 20,
            unit = Setting.Unit.MEBIBYTES)
        int cacheSize,
    @Setting(
            doc = "Size of a memtable.",
            value = "256",
            withoutFile = "32",
            min = 1,
            max = 1 << 14,
            unit = Setting.Unit.MEBIBYTES)
        int writeBufferSize,
    @Setting(
            doc = "Memtables of a store at most.",
            value = "6",
            withoutFile = "3",
            min = 2,
            max = 64)
        int maxWriteBufferNumber,
    @Setting(doc = "Files that a store keeps open at most; -1 for all.", value = "2000", min = -1)
        int maxOpenFiles,
    @Setting(
            doc = "Flushes and compactions that run at a time.",
            value = "8",
            withoutFile = "2",
            min = 1,
            max = 256)
        int maxBackgroundJobs,
    @Setting(doc = "Files of level 0 at which a compaction begins.", value = "4", min = 1)
        int level0FileNumCompactionTrigger,
    @Setting(doc = "Files of level 0 at which writes are slowed down.", value = "20", min = 1)
        int level0SlowdownWritesTrigger,
    @Setting(doc = "Files of level 0 at which writes stop.", value = "36", min = 1)
        int level0StopWritesTrigger,
    @Setting(
            doc = "Target size of a file.",
            value = "67108864",
            min = 1 << 16,
            max = 1L << 40,
            unit = Setting.Unit.BYTES)
        long targetFileSizeBase,
    @Setting(
            doc = "Size of level 1.",
            value = "268435456",
            min = 1 << 16,
            max = 1L << 40,
            unit = Setting.Unit.BYTES)
        long maxBytesForLevelBase,
    @Setting(doc = "Codec of blocks.", value = "zstd", withoutFile = "lz4")
        CompressionType compressionType,
    @Setting(doc = "Level of the codec.", value = "6", withoutFile = "1", min = 1, max = 9)
        int compressionLevel,
    @Setting(doc = "Codec of the last level.", value = "zstd", withoutFile = "lz4")
        CompressionType bottommostCompressionType) {

  public DatabaseConfig {
    if (path.toAbsolutePath().getParent() == null) {
      throw new InvalidSetting("path", path + " has no parent folder for the rest of the data");
    }
    if (level0FileNumCompactionTrigger >= level0SlowdownWritesTrigger) {
      throw new InvalidSetting(
          "level0_file_num_compaction_trigger",
          "%d is not below level0_slowdown_writes_trigger, %d"
              .formatted(level0FileNumCompactionTrigger, level0SlowdownWritesTrigger));
    }
    if (level0SlowdownWritesTrigger >= level0StopWritesTrigger) {
      throw new InvalidSetting(
          "level0_slowdown_writes_trigger",
          "%d is not below level0_stop_writes_trigger, %d"
              .formatted(level0SlowdownWritesTrigger, level0StopWritesTrigger));
    }
  }
}
