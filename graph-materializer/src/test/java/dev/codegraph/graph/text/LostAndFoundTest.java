package dev.codegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.apply.ToyHistory;
import dev.codegraph.graph.apply.ToyView;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.read.PublishedNumbers;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.MemoryStore;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the index has seen before, it ends with the entities of the graph at every number. */
final class LostAndFoundTest {
  private static final int STEPS = 8;

  @TempDir Path folder;
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final ToyHistory history = new ToyHistory(11, STEPS);
  private final MemoryStore store = new MemoryStore();
  private final ToyView view = new ToyView(store, history.contents(), pool);
  private TextIndex index;

  @BeforeEach
  void open() {
    index = TextIndex.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    pool.shutdownNow();
  }

  @Test
  void publishesTheLastNumberThatBothHave() throws IOException {
    apply(1, 3);
    PublishedNumbers published = follow();
    assertEquals(3, published.of(ToyView.ID));
    apply(4, STEPS);
    assertEquals(3, published.of(ToyView.ID), "the index has not seen more");
    assertEquals(STEPS, follow().of(ToyView.ID));
    assertSameAsGraph(STEPS);
  }

  @Test
  void fillsAnEmptyIndexFromAWholeGraph() throws IOException {
    apply(1, STEPS);
    follow();
    assertSameAsGraph(STEPS);
  }

  @Test
  void goesBackWithAGraphThatLostItsLastNumbers() throws IOException {
    apply(1, STEPS);
    follow();
    for (long number = 4; number <= STEPS; number++) {
      store.delete(GraphKeys.changeset(view.graph().prefix(), number));
    }
    assertEquals(3, follow().of(ToyView.ID));
    assertEquals(3, index.number(ToyView.ID));
    assertSameAsGraph(3);
    apply(4, STEPS);
    follow();
    assertSameAsGraph(STEPS);
  }

  @Test
  void publishesNothingOfAGraphThatIsEmpty() {
    assertEquals(0, follow().of(ToyView.ID));
  }

  private void apply(int from, int to) {
    for (int number = from; number <= to; number++) {
      view.apply(history.changesets().get(number - 1));
    }
  }

  /** Lets a follower of its own, as after a restart, take what there is. */
  private PublishedNumbers follow() {
    PublishedNumbers published = new PublishedNumbers();
    TextFollower follower =
        new TextFollower(index, id -> view.graph(), id -> view.facts(), published, pool);
    try (follower) {
      follower.start();
      follower.follow(ToyView.ID);
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!follower.isCaughtUp() && follower.failure() == null) {
        assertTrue(System.nanoTime() < deadline, "the follower does not catch up");
        LockSupport.parkNanos(1_000_000);
      }
      assertNull(follower.failure());
    }
    return published;
  }

  private void assertSameAsGraph(long upTo) throws IOException {
    for (long number = 1; number <= upTo; number++) {
      GraphQueries queries = new GraphQueries(view.graph(), view.facts(), number);
      List<String> expected = new ArrayList<>();
      view.graph()
          .files(
              number,
              (path, state) -> {
                SourceFile file = queries.sourceFile(path);
                for (int i = 0; file != null && i < file.facts().entities().size(); i++) {
                  expected.add(EntityIds.id(Language.GO, path, file.localId(i)));
                }
              });
      assertEquals(
          expected.stream().sorted().toList(),
          index.entityIds(ToyView.ID, number).stream().sorted().toList(),
          "number " + number);
    }
  }
}
