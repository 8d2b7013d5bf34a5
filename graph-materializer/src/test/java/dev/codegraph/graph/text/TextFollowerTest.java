package dev.codegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.apply.FactsSource;
import dev.codegraph.graph.apply.Toy;
import dev.codegraph.graph.apply.ToyHistory;
import dev.codegraph.graph.apply.ToyView;
import dev.codegraph.graph.read.PublishedNumbers;
import dev.codegraph.graph.store.MemoryStore;
import dev.codegraph.schemas.FileParsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFollowerTest {
  private static final int STEPS = 3;

  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final PublishedNumbers published = new PublishedNumbers();
  private final ToyHistory history = new ToyHistory(11, STEPS);
  private final ToyView view = new ToyView(new MemoryStore(), history.contents(), pool);

  @TempDir Path folder;

  @AfterEach
  void stopPool() {
    pool.shutdownNow();
  }

  /** Facts that can be held back, and that can disappear. */
  private final class SlowFacts implements FactsSource {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean isGone;

    @Override
    public @Nullable FileParsed facts(String project, String contentId, String language) {
      asked.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return isGone ? null : view.facts().facts(project, contentId, language);
    }

    @Override
    public boolean has(String project, String contentId, String language) {
      return view.facts().has(project, contentId, language);
    }
  }

  @Test
  void whatIsForgottenInTheMiddleOfABatchLeavesNothing() throws Exception {
    for (boolean keysDisappear : List.of(false, true)) {
      forgetInTheMiddle(keysDisappear);
    }
  }

  private void forgetInTheMiddle(boolean keysDisappear) throws IOException, InterruptedException {
    for (Changeset changeset : history.changesets()) {
      view.apply(changeset);
    }
    SlowFacts facts = new SlowFacts();
    try (TextIndex index = TextIndex.open(folder.resolve("index" + keysDisappear));
        TextFollower follower =
            new TextFollower(index, id -> view.graph(), id -> facts, published, pool)) {
      follower.start();
      follower.follow(ToyView.ID);
      facts.asked.await();
      follower.forget(Toy.PROJECT);
      facts.isGone = keysDisappear;
      facts.released.countDown();
      await(follower);
      // What the store announces late is of a life that is over.
      follower.follow(ToyView.ID);
      await(follower);
      assertNull(follower.failure());
      assertEquals(0, index.number(ToyView.ID));
      assertEquals(0, published.of(ToyView.ID));
      for (int number = 1; number <= STEPS + 1; number++) {
        assertEquals(List.of(), index.entityIds(ToyView.ID, number));
      }
    }
  }

  @Test
  void followsAViewUpToItsLastNumber() throws IOException {
    for (Changeset changeset : history.changesets()) {
      view.apply(changeset);
    }
    try (TextIndex index = TextIndex.open(folder);
        TextFollower follower =
            new TextFollower(index, id -> view.graph(), id -> view.facts(), published, pool)) {
      follower.start();
      follower.follow(ToyView.ID);
      await(follower);
      assertEquals(STEPS + 1, index.number(ToyView.ID));
      assertEquals(STEPS + 1, published.of(ToyView.ID));
      assertFalse(index.entityIds(ToyView.ID, STEPS + 1).isEmpty());
    }
  }

  private static void await(TextFollower follower) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!follower.isCaughtUp() && follower.failure() == null && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    assertTrue(follower.isCaughtUp(), () -> "stopped by " + follower.failure());
  }
}
