package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLanesTest {
  @Test
  void letsAProjectPassWhileAnotherIsBusy() throws InterruptedException {
    try (RequestLanes lanes = new RequestLanes()) {
      CountDownLatch bulkMayEnd = new CountDownLatch(1);
      CountDownLatch bulkEnded = new CountDownLatch(1);
      CountDownLatch pushed = new CountDownLatch(1);
      lanes.submit(
          "bulk",
          () -> {
            bulkMayEnd.await();
            bulkEnded.countDown();
          });
      lanes.submit("push", pushed::countDown);
      assertTrue(pushed.await(30, TimeUnit.SECONDS));
      assertEquals(1, bulkEnded.getCount());
      bulkMayEnd.countDown();
      assertTrue(bulkEnded.await(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void keepsTheOrderOfAProject() throws InterruptedException {
    try (RequestLanes lanes = new RequestLanes()) {
      List<Integer> order = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch done = new CountDownLatch(2_000);
      for (int i = 0; i < 1_000; i++) {
        int number = i;
        lanes.submit(
            "p",
            () -> {
              order.add(number);
              done.countDown();
            });
        lanes.submit("q", done::countDown);
      }
      assertTrue(done.await(30, TimeUnit.SECONDS));
      assertEquals(IntStream.range(0, 1_000).boxed().toList(), order);
    }
  }

  @Test
  void interruptsWhatRunsWhenItCloses() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (RequestLanes lanes = new RequestLanes()) {
      lanes.submit(
          "p",
          () -> {
            started.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
              throw e;
            }
          });
      assertTrue(started.await(30, TimeUnit.SECONDS));
    }
    assertEquals(0, interrupted.getCount());
  }
}
