package dev.codegraph.graph;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one memtable budget for all stores of the process. Kafka Streams makes one
 * setter per store and calls it by class name, so what is shared is static; it lives as long as the
 * process and is never closed here.
 */
public final class SharedRocksMemory implements RocksDBConfigSetter {
  /** Property with the {@link StoreConfig}. */
  static final String CONFIG = "codegraph.store.config";

  private static Cache cache;
  private static WriteBufferManager buffers;

  private static synchronized void share(StoreConfig config) {
    if (cache == null) {
      cache = new LRUCache(config.cacheBytes());
      buffers = new WriteBufferManager(config.cacheBytes() / 2, cache);
    }
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> properties) {
    StoreConfig config = (StoreConfig) properties.get(CONFIG);
    share(config);
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(cache);
    table.setBlockSize(16 * 1024);
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setFilterPolicy(new BloomFilter(10));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(buffers);
    options.setWriteBufferSize(config.writeBufferBytes());
    options.setMaxWriteBufferNumber(config.maxWriteBuffers());
    options.setMaxBackgroundJobs(config.maxBackgroundJobs());
    options.setMaxOpenFiles(config.maxOpenFiles());
    // By levels: Streams' own choice, universal, knows neither file nor level sizes.
    options.setCompactionStyle(CompactionStyle.LEVEL);
    options.setLevel0FileNumCompactionTrigger(config.level0CompactionTrigger());
    options.setLevel0SlowdownWritesTrigger(config.level0SlowdownTrigger());
    options.setLevel0StopWritesTrigger(config.level0StopTrigger());
    options.setTargetFileSizeBase(config.targetFileBytes());
    options.setMaxBytesForLevelBase(config.levelBaseBytes());
    options.setCompressionType(config.compression());
    options.setBottommostCompressionType(config.bottommostCompression());
    options.setCompressionOptions(compression(config));
    options.setBottommostCompressionOptions(compression(config));
  }

  /** Owned by the options that it is set on, which Streams closes with the store. */
  private static CompressionOptions compression(StoreConfig config) {
    return new CompressionOptions().setLevel(config.compressionLevel()).setEnabled(true);
  }

  @Override
  public void close(String store, Options options) {
    // What is shared outlives every store.
  }
}
