package dev.codegraph.ingest;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credit of large changesets: while more than so many contents wait for the parser, no more are
 * sent, so that those of a push do not stand at the end of a long queue. It only sets a pace: a
 * parser that has never run, stands still or cannot be asked holds nothing back.
 */
final class BulkCredit implements BulkPace {
  private static final Logger LOG = LoggerFactory.getLogger(BulkCredit.class);
  private static final int CONTENTS_PER_QUESTION = 200;
  private static final long QUESTION_MILLIS = 50;
  private static final long STANDSTILL_NANOS = 15_000_000_000L;

  private final int credit;
  private final Parser parser;
  private final LongSupplier nanoTime;
  private volatile long standsAt = -1;

  /**
   * @param credit How many contents may wait.
   * @param parser Whom to ask.
   * @param nanoTime A clock that only goes forward, nanoseconds.
   */
  BulkCredit(int credit, Parser parser, LongSupplier nanoTime) {
    this.credit = credit;
    this.parser = parser;
    this.nanoTime = nanoTime;
  }

  /** The parser as far as its pace can be seen. */
  interface Parser {
    /** How far it is; empty when it has never run or cannot be asked. */
    Optional<Progress> progress() throws InterruptedException;
  }

  /** How far the parser is: contents behind it and before it. */
  record Progress(long parsed, long waiting) {}

  @Override
  public void await(long contents) throws InterruptedException {
    if (contents == 0 || contents % CONTENTS_PER_QUESTION != 0) {
      return;
    }
    long lastParsed = -1;
    long lastMoved = nanoTime.getAsLong();
    while (true) {
      Optional<Progress> progress = parser.progress();
      if (progress.isEmpty() || progress.get().waiting() <= credit) {
        return;
      }
      long parsed = progress.get().parsed();
      if (parsed == standsAt) {
        return;
      }
      if (parsed != lastParsed) {
        lastParsed = parsed;
        lastMoved = nanoTime.getAsLong();
      } else if (nanoTime.getAsLong() - lastMoved > STANDSTILL_NANOS) {
        LOG.warn(
            "the parser stands still with {} contents waiting; sending on without it",
            progress.get().waiting());
        standsAt = parsed;
        return;
      }
      Thread.sleep(QUESTION_MILLIS);
    }
  }
}
