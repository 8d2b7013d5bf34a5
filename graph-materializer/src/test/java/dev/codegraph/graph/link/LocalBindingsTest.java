package dev.codegraph.graph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalBindingsTest {
  private static LocalBindings of(int[][] ranges) {
    List<Binding> bindings = new ArrayList<>();
    for (int[] range : ranges) {
      bindings.add(new Binding("x", BindingKind.LOCAL, 0, range[0], range[1], "", -1));
    }
    return new LocalBindings(
        new FileFacts(
            "", 1, 1, 0, List.of(), List.of(), List.of(), bindings, List.of(), List.of(),
            Map.of()));
  }

  @Test
  void findsTheInnermostScopeAndTheLatestInIt() {
    LocalBindings bindings = of(new int[][] {{0, 100}, {10, 50}, {30, 50}, {60, 70}, {60, 70}});
    assertEquals(0, bindings.indexAt("x", 5));
    assertEquals(1, bindings.indexAt("x", 10));
    assertEquals(2, bindings.indexAt("x", 49));
    assertEquals(0, bindings.indexAt("x", 50));
    assertEquals(4, bindings.indexAt("x", 60));
    assertEquals(-1, bindings.indexAt("x", 100));
    assertEquals(-1, bindings.indexAt("y", 5));
  }

  @Test
  void agreesWithLookingAtEachBinding() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int[][] ranges = new int[random.nextInt(12)][];
      for (int i = 0; i < ranges.length; i++) {
        int start = random.nextInt(30);
        ranges[i] = new int[] {start, start + random.nextInt(20)};
      }
      LocalBindings bindings = of(ranges);
      for (int offset = 0; offset < 55; offset++) {
        int best = -1;
        for (int i = 0; i < ranges.length; i++) {
          boolean holds = ranges[i][0] <= offset && offset < ranges[i][1];
          if (holds && (best < 0 || ranges[i][1] <= ranges[best][1])) {
            best = i;
          }
        }
        assertEquals(best, bindings.indexAt("x", offset));
      }
    }
  }
}
