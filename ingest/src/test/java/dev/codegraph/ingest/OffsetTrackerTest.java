package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {
  private final OffsetTracker offsets = new OffsetTracker();

  @Test
  void commitsUpToTheLowestThatIsNotAnswered() {
    offsets.taken(0, 5);
    offsets.taken(0, 6);
    offsets.taken(0, 9);
    offsets.answered(0, 6);
    assertEquals(Map.of(0, 5L), offsets.committable());
    offsets.answered(0, 5);
    assertEquals(Map.of(0, 9L), offsets.committable());
    offsets.answered(0, 9);
    assertEquals(Map.of(0, 10L), offsets.committable());
    assertEquals(Map.of(), offsets.committable());
    assertEquals(0, offsets.pending());
  }

  @Test
  void forgetsAPartitionThatWentToAnotherInstance() {
    offsets.taken(1, 7);
    offsets.taken(2, 3);
    offsets.giveUp(1);
    offsets.answered(1, 7);
    assertEquals(1, offsets.pending());
    offsets.answered(2, 3);
    assertEquals(Map.of(2, 4L), offsets.committable());
  }
}
