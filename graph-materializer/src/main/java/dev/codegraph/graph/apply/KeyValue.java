package dev.codegraph.graph.apply;

/** A key to be set. */
record KeyValue(byte[] key, byte[] value) {
  static final byte[] ABSENT = new byte[0];
}
