package dev.codegraph.graph.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.Lookups;
import dev.codegraph.graph.store.MemoryStore;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.EdgeChange;
import dev.codegraph.schemas.GraphChanged;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChangesetApplicationTest {
  private static final int HISTORIES = 300;
  private static final int STEPS = 10;
  private static ExecutorService pool;

  @BeforeAll
  static void startPool() {
    pool = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void stopPool() {
    pool.shutdownNow();
  }

  @Test
  void incrementalEqualsCleanForRandomHistories() {
    long relinked = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      ToyHistory history = new ToyHistory(seed, STEPS);
      ToyView view = new ToyView(new MemoryStore(), history.contents(), pool);
      List<String> digests = new ArrayList<>();
      for (int i = 0; i < history.changesets().size(); i++) {
        ChangesetRecord record = view.apply(history.changesets().get(i));
        relinked += record.figures().get("files_relinked");
        ToyView clean = new ToyView(new MemoryStore(), history.contents(), pool);
        ChangesetRecord fresh = clean.apply(history.cleans().get(i));
        String at = "seed " + seed + " number " + (i + 1);
        assertEquals(text(clean, 1), text(view, i + 1), at);
        assertEquals(fresh.files(), record.files(), at);
        assertEquals(fresh.outcomes(), record.outcomes(), at);
        assertEquals(fresh.edges(), record.edges(), at);
        assertEquals(fresh.digest(), record.digest(), at);
        digests.add(record.digest());
      }
      for (int i = 0; i < digests.size(); i++) {
        assertEquals(List.of(), view.problems(i + 1), "seed " + seed + " number " + (i + 1));
      }
      assertEquals(List.of(), view.failures());
    }
    assertTrue(relinked > HISTORIES, "the histories hardly ever reach another file");
  }

  /** Everything that a later changeset relies on: states, links, recorded answers, scopes. */
  private static String text(ToyView view, long number) {
    StringBuilder text = new StringBuilder();
    view.graph()
        .files(
            number,
            (path, state) -> {
              text.append(path).append(' ').append(state).append('\n');
              byte[] links = view.graph().linksBytes(path, number);
              if (links != null) {
                LinkedFile file = LinkedFile.of(links);
                text.append(file.edges()).append(file.unresolved()).append('\n');
              }
              Lookups lookups = view.graph().lookups(path, number);
              if (lookups != null) {
                text.append(HexFormat.of().formatHex(lookups.toBytes())).append('\n');
              }
            });
    for (String folder : List.of("", "a", "b", "a/c")) {
      text.append(view.graph().scope("toy:types:" + folder, number)).append('\n');
    }
    return text.toString();
  }

  @Test
  void anApplicationThatWasCutAnywhereIsDoneAgainWithTheSameBytes() {
    for (int seed = 1000; seed < 1006; seed++) {
      ToyHistory history = new ToyHistory(seed, 5);
      MemoryStore before = new MemoryStore();
      for (Changeset changeset : history.changesets()) {
        MemoryStore whole = before.copy();
        ToyView uncut = new ToyView(whole, history.contents(), pool);
        uncut.apply(changeset);
        for (int keys = 0; keys < uncut.puts(); keys++) {
          MemoryStore store = before.copy();
          ToyView cut = new ToyView(store, history.contents(), pool);
          cut.cutAfter(keys);
          assertThrows(ToyView.Cut.class, () -> cut.apply(changeset));
          new ToyView(store, history.contents(), pool).apply(changeset);
          assertEquals(bytes(whole), bytes(store), "seed " + seed + " cut after " + keys + " keys");
        }
        before = whole;
      }
    }
  }

  @Test
  void applyingOldChangesetsAgainChangesNothing() {
    for (int seed = 2000; seed < 2030; seed++) {
      ToyHistory history = new ToyHistory(seed, STEPS);
      MemoryStore store = new MemoryStore();
      ToyView view = new ToyView(store, history.contents(), pool);
      history.changesets().forEach(view::apply);
      SortedMap<String, String> once = bytes(store);
      for (int from = 0; from < history.changesets().size(); from += 3) {
        ToyView again = new ToyView(store, history.contents(), pool);
        history.changesets().subList(from, history.changesets().size()).forEach(again::apply);
        assertEquals(once, bytes(store), "seed " + seed + " again from " + from);
      }
    }
  }

  @Test
  void recordsBehindAMissingOneAreFound() {
    ToyHistory history = new ToyHistory(1, 6);
    MemoryStore store = new MemoryStore();
    ToyView view = new ToyView(store, history.contents(), pool);
    history.changesets().forEach(view::apply);
    assertEquals(List.of(), view.graph().changesetKeysBehindGap());
    store.delete(GraphKeys.changeset(view.graph().prefix(), 4));
    assertEquals(3, view.graph().changesetKeysBehindGap().size());
    assertArrayEquals(
        GraphKeys.changeset(view.graph().prefix(), 5),
        view.graph().changesetKeysBehindGap().getFirst());
  }

  private static SortedMap<String, String> bytes(MemoryStore store) {
    SortedMap<String, String> bytes = new TreeMap<>();
    byte[] prefix = GraphKeys.letter(GraphKeys.view(ToyView.ID), 'C');
    store
        .entries()
        .forEach(
            (key, value) -> {
              boolean isRecord =
                  key.length > prefix.length
                      && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
              bytes.put(
                  HexFormat.of().formatHex(key),
                  isRecord
                      ? withoutTimes(ChangesetRecord.of(value))
                      : HexFormat.of().formatHex(value));
            });
    return bytes;
  }

  private static String withoutTimes(ChangesetRecord record) {
    SortedMap<String, Long> figures = new TreeMap<>(record.figures());
    figures.keySet().removeIf(name -> name.endsWith("_micros"));
    return record.revision() + record.identity() + record.digest() + figures;
  }

  @Test
  void aSmallEditLinksOnlyWhatAsked() {
    Map<String, Toy.File> contents = new HashMap<>();
    List<ManifestEntry> entries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      entries.add(
          added(
              contents,
              "f" + String.format("%02d", i) + ".go",
              new Toy.File(
                  List.of(new Toy.Type("T" + i, i == 0 ? "" : "T0", List.of("m" + i))),
                  List.of("T" + (i + 1) % 20 + ".m" + (i + 1) % 20),
                  0)));
    }
    // Asks for a member that only the base of the base may have.
    entries.add(added(contents, "z.go", new Toy.File(List.of(), List.of("T7.x"), 0)));
    ManifestEntry edited =
        added(
            contents,
            "f00.go",
            new Toy.File(List.of(new Toy.Type("T0", "", List.of("m0", "x"))), List.of("T1.m1"), 0));
    ManifestEntry moved =
        added(
            contents,
            "f00.go",
            new Toy.File(List.of(new Toy.Type("T0", "", List.of("m0", "x"))), List.of("T1.m1"), 4));
    ToyView view = new ToyView(new MemoryStore(), contents, pool);
    view.apply(ToyHistory.changeset(1, true, entries));
    assertEquals(1, outcomes(view, "z.go", 1).unresolved().size());

    ChangesetRecord record = view.apply(ToyHistory.changeset(2, false, List.of(edited)));
    assertEquals(1, record.figures().get("files_relinked"), record.figures().toString());
    assertEquals(2, record.figures().get("files_linked"));
    assertEquals("f00.go", outcomes(view, "z.go", 2).edges().getFirst().toPath());
    assertEquals(List.of("f00.go", "z.go"), view.graph().changedPaths(2));

    ChangesetRecord shifted = view.apply(ToyHistory.changeset(3, false, List.of(moved)));
    assertEquals(0, shifted.figures().get("files_relinked"), "positions are nobody's business");
    assertEquals(0, shifted.figures().get("answers_changed"));
    ChangesetRecord nothing = view.apply(ToyHistory.changeset(4, false, List.of(moved)));
    assertEquals(0, nothing.figures().get("files_linked"));
    assertEquals(shifted.digest(), nothing.digest());
  }

  private static ManifestEntry added(Map<String, Toy.File> contents, String path, Toy.File file) {
    contents.put(file.contentId(), file);
    return new ManifestEntry(
        path, "", Operation.ADDED, file.contentId(), Language.GO.wire(), ContentStatus.OK, "", 100);
  }

  private static LinkedFile outcomes(ToyView view, String path, long number) {
    return Objects.requireNonNull(view.graph().links(path, number));
  }

  @Test
  void aFaultInAPolicyCostsOneFile() {
    Map<String, Toy.File> contents = new HashMap<>();
    Toy.Type type = new Toy.Type("T0", "", List.of("m0"));
    List<ManifestEntry> entries =
        List.of(
            added(contents, "bad.go", new Toy.File(List.of(), List.of("T0.m0", "T0.m1"), 0)),
            added(contents, "good.go", new Toy.File(List.of(), List.of("T0.m0"), 1)),
            added(contents, "none.go", new Toy.File(List.of(type), List.of(), 0)));
    ToyView view =
        new ToyView(
            new MemoryStore(),
            contents,
            pool,
            new Failing("bad.go", new IllegalStateException("fault in linking"), false));
    ChangesetRecord record = view.apply(ToyHistory.changeset(1, true, entries));
    assertEquals("bad.go", view.failures().getFirst().path());
    assertEquals(1, view.failures().size());
    assertTrue(
        outcomes(view, "bad.go", 1).unresolved().stream()
            .allMatch(reference -> reference.reason() == Reason.LINKER_FAILED));
    assertEquals(2, record.outcomes().unresolved());
    assertEquals(1, record.outcomes().resolved());

    ToyView undeclared =
        new ToyView(
            new MemoryStore(),
            contents,
            pool,
            new Failing("none.go", new StackOverflowError(), true));
    ChangesetRecord without = undeclared.apply(ToyHistory.changeset(1, true, entries));
    assertEquals("none.go", undeclared.failures().getFirst().path());
    assertEquals(0, without.outcomes().resolved());
    assertEquals(3, without.outcomes().external());
  }

  private static final class Failing extends ForwardingPolicy {
    private final String path;
    private final Throwable fault;
    private final boolean inDeclare;

    Failing(String path, Throwable fault, boolean inDeclare) {
      this.path = path;
      this.fault = fault;
      this.inDeclare = inDeclare;
    }

    @Override
    public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
      super.declare(file, entries);
      if (inDeclare && file.path().equals(path)) {
        raise();
      }
    }

    @Override
    public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
      super.link(file, view, outcomes);
      if (!inDeclare && file.path().equals(path)) {
        raise();
      }
    }

    private void raise() {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    }
  }

  @Test
  void theFeedSaysWhatAppearedAndWhatWentAway() {
    for (int seed = 3000; seed < 3040; seed++) {
      ToyHistory history = new ToyHistory(seed, STEPS);
      ToyView view = new ToyView(new MemoryStore(), history.contents(), pool);
      SortedSet<String> followed = new TreeSet<>();
      for (Changeset changeset : history.changesets()) {
        view.feed().clear();
        view.apply(changeset);
        if (changeset.number() == 1) {
          followed.addAll(edgesAndEntities(view, 1));
          continue;
        }
        for (int i = 0; i < view.feed().size(); i++) {
          GraphChanged change = view.feed().get(i);
          assertEquals(i, change.ordinal());
          assertEquals(changeset.number(), change.number());
          change.removedEntities().forEach(id -> assertTrue(followed.remove(id), id));
          change
              .removedEdges()
              .forEach(edge -> assertTrue(followed.remove(edge.toString()), edge.toString()));
          change.addedEntities().forEach(id -> assertTrue(followed.add(id), id));
          change
              .addedEdges()
              .forEach(edge -> assertTrue(followed.add(edge.toString()), edge.toString()));
        }
        assertEquals(
            edgesAndEntities(view, changeset.number()),
            followed,
            "seed " + seed + " number " + changeset.number());
      }
    }
  }

  private static SortedSet<String> edgesAndEntities(ToyView view, long number) {
    SortedSet<String> all = new TreeSet<>();
    GraphQueries queries = new GraphQueries(view.graph(), view.facts(), number);
    view.graph()
        .files(
            number,
            (path, state) -> {
              SourceFile file = queries.sourceFile(path);
              if (file == null) {
                return;
              }
              for (int i = 0; i < file.facts().entities().size(); i++) {
                all.add(EntityIds.id(Language.GO, path, file.localId(i)));
              }
              for (Edge edge : outcomes(view, path, number).edges()) {
                String target =
                    edge.toPath() == null
                        ? edge.to()
                        : EntityIds.id(Language.GO, edge.toPath(), edge.to());
                String source = EntityIds.id(Language.GO, path, edge.from());
                all.add(new EdgeChange(edge.kind(), source, target).toString());
              }
            });
    return all;
  }

  @Test
  void aTreeThatDoesNotAddUpFails() {
    Map<String, Toy.File> contents = new HashMap<>();
    ManifestEntry entry = added(contents, "a.go", new Toy.File(List.of(), List.of(), 0));
    ToyView view = new ToyView(new MemoryStore(), contents, pool);
    // The same path twice: the tree has one file less than its manifest says.
    Changeset twice = ToyHistory.changeset(1, true, List.of(entry, entry));
    assertThrows(ChangesetFailedException.class, () -> view.apply(twice));
    assertEquals(null, view.graph().latest());
  }
}
