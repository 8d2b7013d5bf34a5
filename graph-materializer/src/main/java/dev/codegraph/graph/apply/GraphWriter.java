package dev.codegraph.graph.apply;

/** Takes the keys that applying a changeset writes, on the thread that owns the store. */
public interface GraphWriter {
  /** Sets a key; a value without bytes means absent from the key's number on. */
  void put(byte[] key, byte[] value);
}
