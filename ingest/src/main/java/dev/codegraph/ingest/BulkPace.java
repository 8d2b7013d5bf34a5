package dev.codegraph.ingest;

/** Holds a large changeset back while too much of it waits to be parsed. */
interface BulkPace {
  /** Never holds anything back. */
  BulkPace NONE = contents -> {};

  /**
   * Returns when further contents of a large changeset may be sent.
   *
   * @param contents How many this changeset has sent so far.
   * @throws InterruptedException when the service stops
   */
  void await(long contents) throws InterruptedException;
}
