package dev.codegraph.ingest;

import dev.codegraph.schemas.Topic;

/** Where one request writes: the log as far as ingest needs it. */
interface IngestLog {
  /**
   * Sends a record; may wait while too much of this request is on its way.
   *
   * @param topic Topic.
   * @param key Record key.
   * @param value Encoded event.
   * @throws InterruptedException when the service stops
   */
  void send(Topic<?> topic, String key, byte[] value) throws InterruptedException;

  /**
   * Returns when everything sent through this object is acknowledged.
   *
   * @throws InterruptedException when the service stops
   */
  void flush() throws InterruptedException;
}
