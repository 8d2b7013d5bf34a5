package dev.codegraph.graph.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.apply.Toy;
import dev.codegraph.graph.apply.ToyView;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.store.MemoryStore;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each type has a member {@code m}, which is the one that makes the calls of its file. */
final class GraphQueriesTest {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final List<SortedMap<String, Toy.File>> revisions = new ArrayList<>();

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void findsAnEntityByItsIdAtTheNumbersThatHaveIt() {
    revision(Map.of("a.go", calling("A")));
    revision(Map.of("a.go", calling("B")));
    assertEquals(id("A"), entity(at(1), "A").id());
    assertNull(at(2).resolve(id("A")));
    assertNull(at(1).resolve(EntityIds.id(Language.GO, "b.go", "A.m:method")));
    assertNull(at(1).resolve(EntityIds.id(Language.JAVA, "a.go", "A.m:method")));
    assertNull(at(1).resolve("A.m"));
    assertNull(at(1).resolve(""));
  }

  @Test
  void takesTheLongestPathThatExistsForThePathOfAnId() {
    revision(Map.of("x.go", calling("A"), "x.go#y.go", calling("B")));
    EntityRef ref = at(1).resolve(EntityIds.id(Language.GO, "x.go#y.go", "B.m:method"));
    assertEquals("x.go#y.go", Objects.requireNonNull(ref).path());
    assertEquals("B.m:method", ref.localId());
    EntityRef file = at(1).resolve(EntityIds.id(Language.GO, "x.go#y.go", ""));
    assertEquals("", Objects.requireNonNull(file).localId());
  }

  @Test
  void listsCallersInOrderAndInPages() {
    revision(
        Map.of(
            "a.go", calling("A"),
            "b.go", calling("B", "A.m", "A.m"),
            "c.go", calling("C", "A.m"),
            "d.go", calling("D", "B.m")));
    GraphQueries queries = at(1);
    EntityRef target = entity(queries, "A");
    assertEquals(List.of(id("B"), id("B"), id("C")), callers(queries, target, 0, 10));
    assertEquals(List.of(id("B"), id("C")), callers(queries, target, 1, 10));
    assertEquals(List.of(id("B")), callers(queries, target, 0, 1));
    assertEquals(List.of(), callers(queries, target, 3, 10));
  }

  @Test
  void walksCallersByDepthAndThroughARingOnce() {
    revision(
        Map.of(
            "a.go", calling("A", "C.m"), "b.go", calling("B", "A.m"), "c.go", calling("C", "B.m")));
    GraphQueries queries = at(1);
    GraphQueries.Walk near = queries.callers(entity(queries, "A"), 1, 100);
    assertEquals(List.of(id("B")), near.sites().stream().map(CallSite::from).toList());
    GraphQueries.Walk whole = queries.callers(entity(queries, "A"), 10, 100);
    assertEquals(
        List.of(id("B"), id("C"), id("A")), whole.sites().stream().map(CallSite::from).toList());
    assertEquals(List.of(1, 2, 3), whole.sites().stream().map(CallSite::depth).toList());
    assertTrue(whole.isWhole());
  }

  @Test
  void walksCalleesTheOtherWay() {
    revision(
        Map.of("a.go", calling("A", "B.m"), "b.go", calling("B", "C.m"), "c.go", calling("C")));
    GraphQueries queries = at(1);
    GraphQueries.Walk walk = queries.callees(entity(queries, "A"), 5, 100);
    assertEquals(List.of(id("B"), id("C")), walk.sites().stream().map(CallSite::to).toList());
    assertEquals(List.of(), queries.callees(entity(queries, "C"), 5, 100).sites());
  }

  @Test
  void saysWhenAWalkEndedAtItsBound() {
    revision(
        Map.of("a.go", calling("A"), "b.go", calling("B", "A.m"), "c.go", calling("C", "A.m")));
    GraphQueries queries = at(1);
    GraphQueries.Walk bounded = queries.callers(entity(queries, "A"), 5, 1);
    assertEquals(1, bounded.sites().size());
    assertFalse(bounded.isWhole());
    assertTrue(queries.callers(entity(queries, "A"), 5, 2).isWhole());
  }

  @Test
  void anOldNumberKeepsItsCallers() {
    revision(Map.of("a.go", calling("A"), "b.go", calling("B", "A.m")));
    revision(Map.of("a.go", calling("A"), "c.go", calling("C", "A.m")));
    assertEquals(List.of(id("B")), callers(at(1), entity(at(1), "A"), 0, 10));
    assertEquals(List.of(id("C")), callers(at(2), entity(at(2), "A"), 0, 10));
  }

  @Test
  void countsTheReferencesOfAnEntityThatHaveNoTarget() {
    revision(Map.of("a.go", calling("A", "A.nothing", "A.none", "A.m")));
    GraphQueries queries = at(1);
    assertEquals(2, queries.unresolvedFrom(entity(queries, "A")));
    EntityRef type = queries.resolve(EntityIds.id(Language.GO, "a.go", "A:class"));
    assertEquals(0, queries.unresolvedFrom(Objects.requireNonNull(type)));
  }

  private void revision(Map<String, Toy.File> tree) {
    revisions.add(new TreeMap<>(tree));
  }

  private static Toy.File calling(String type, String... uses) {
    return new Toy.File(
        List.of(new Toy.Type(type, "", List.of("m"))), List.of(uses), type.charAt(0) - 'A');
  }

  /** Applies all revisions, each as a whole tree, and asks at one of them. */
  private GraphQueries at(long number) {
    Map<String, Toy.File> contents = new HashMap<>();
    revisions.forEach(tree -> tree.values().forEach(file -> contents.put(file.contentId(), file)));
    ToyView view = new ToyView(new MemoryStore(), contents, pool);
    for (int i = 1; i <= revisions.size(); i++) {
      List<ManifestEntry> entries = new ArrayList<>();
      revisions
          .get(i - 1)
          .forEach(
              (path, file) ->
                  entries.add(
                      new ManifestEntry(
                          path,
                          "",
                          Operation.ADDED,
                          file.contentId(),
                          Language.GO.wire(),
                          ContentStatus.OK,
                          "",
                          100)));
      view.apply(
          new Changeset(
              i, "i" + i, true, "", "r" + i, "q" + i, "s", "Ann", 1, "message", 2, entries));
    }
    return new GraphQueries(view.graph(), view.facts(), number);
  }

  private static String id(String type) {
    return EntityIds.id(
        Language.GO, type.toLowerCase(java.util.Locale.ROOT) + ".go", type + ".m:method");
  }

  private static EntityRef entity(GraphQueries queries, String type) {
    return Objects.requireNonNull(queries.resolve(id(type)), type);
  }

  private static List<String> callers(GraphQueries queries, EntityRef of, int offset, int limit) {
    return queries.incoming(of, GraphQueries.CALLS, offset, limit).stream()
        .map(CallSite::from)
        .toList();
  }
}
