package dev.codegraph.ingest;

import dev.codegraph.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** Where one request writes: the log as far as ingest needs it. */
interface IngestLog {
  /**
   * Sends a record; may wait while too much of this request is on its way.
   *
   * @param topic Topic.
   * @param key Record key.
   * @param value Encoded event; null: the key is gone.
   * @throws InterruptedException when the service stops
   */
  void send(Topic<?> topic, String key, byte @Nullable [] value) throws InterruptedException;

  /**
   * Returns when everything sent through this object is acknowledged.
   *
   * @throws InterruptedException when the service stops
   */
  void flush() throws InterruptedException;
}
