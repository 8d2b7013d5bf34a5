package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.ingest.BulkCredit.Progress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BulkCreditTest {
  private final AtomicLong seconds = new AtomicLong();
  private int questions;

  @Test
  void waitsUntilFewEnoughContentsWait() throws InterruptedException {
    Queue<Progress> answers =
        new ArrayDeque<>(
            List.of(new Progress(10, 500), new Progress(210, 300), new Progress(410, 100)));
    credit(100, () -> Optional.of(answers.remove())).await(200);
    assertEquals(3, questions);
  }

  @Test
  void holdsNothingBackForAParserThatHasNeverRun() throws InterruptedException {
    credit(1, Optional::empty).await(200);
    assertEquals(1, questions);
  }

  @Test
  void asksOnlyEveryFewHundredContents() throws InterruptedException {
    BulkCredit credit = credit(1, Optional::empty);
    for (int contents = 0; contents <= 1_000; contents++) {
      credit.await(contents);
    }
    assertEquals(5, questions);
  }

  @Test
  void goesOnWithoutAParserThatStandsStill() throws InterruptedException {
    BulkCredit credit = credit(100, () -> Optional.of(new Progress(10, 500)));
    credit.await(200);
    assertTrue(seconds.get() >= 15, seconds + " s");
    int before = questions;
    credit.await(400);
    assertEquals(before + 1, questions, "it still stands where it stood");
  }

  private BulkCredit credit(int contents, BulkCredit.Parser parser) {
    return new BulkCredit(
        contents,
        () -> {
          questions++;
          seconds.addAndGet(4);
          return parser.progress();
        },
        () -> seconds.get() * 1_000_000_000L);
  }
}
