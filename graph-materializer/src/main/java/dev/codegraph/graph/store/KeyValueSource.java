package dev.codegraph.graph.store;

import org.jspecify.annotations.Nullable;

/** Sorted keys and their values, as far as reading needs: a state store, or a map in a test. */
public interface KeyValueSource {
  /** The value of a key; null when there is none. */
  byte @Nullable [] get(byte[] key);

  /**
   * The entries with {@code from <= key < to} in unsigned byte order. The cursor must be closed.
   */
  Cursor range(byte[] from, byte[] to);

  /** A walk over entries. */
  interface Cursor extends AutoCloseable {
    /** Goes to the next entry; false at the end. */
    boolean next();

    /** Key of the present entry. */
    byte[] key();

    /** Value of the present entry. */
    byte[] value();

    @Override
    void close();
  }
}
