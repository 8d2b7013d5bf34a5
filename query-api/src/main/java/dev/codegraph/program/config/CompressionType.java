package dev.codegraph.program.config;

/** The codecs of RocksDB blocks. */
public enum CompressionType {
  NONE,
  SNAPPY,
  LZ4,
  ZSTD
}
