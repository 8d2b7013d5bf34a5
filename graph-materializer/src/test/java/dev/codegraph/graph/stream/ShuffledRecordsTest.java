package dev.codegraph.graph.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.apply.Toy;
import dev.codegraph.graph.apply.ToyHistory;
import dev.codegraph.graph.apply.ToyView;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.MemoryStore;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShuffledRecordsTest {
  private static final int SEEDS = 25;
  private static final int STEPS = 5;
  private static ExecutorService pool;

  @TempDir Path state;

  @BeforeAll
  static void startPool() {
    pool = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void stopPool() {
    pool.shutdownNow();
  }

  @Test
  void recordsInAnyOrderAndDeliveredTwiceGiveTheSameDigests() {
    for (int seed = 0; seed < SEEDS; seed++) {
      ToyHistory history = new ToyHistory(seed, STEPS);
      List<ToyTopology.Sent> records = records(history);
      Random random = new Random(seed);
      for (int i = records.size() / 3; i > 0; i--) {
        records.add(records.get(random.nextInt(records.size())));
      }
      Collections.shuffle(records, random);
      ToyView expected = new ToyView(new MemoryStore(), history.contents(), pool);
      try (ToyTopology running = running("seed" + seed)) {
        for (ToyTopology.Sent record : records) {
          running.send(record);
          if (random.nextInt(4) == 0) {
            running.tick();
          }
        }
        running.tickUntil(STEPS + 1);
        assertEquals(STEPS + 1, running.number(), "seed " + seed);
        for (Changeset changeset : history.changesets()) {
          ChangesetRecord wanted = expected.apply(changeset);
          ChangesetRecord actual = running.graph().changeset(changeset.number());
          assertTrue(actual != null && actual.digest().equals(wanted.digest()), "seed " + seed);
        }
        assertEquals(List.of(), running.deadLetters());
      }
    }
  }

  @Test
  void recordsThatCannotBeUsedAreDeadLettersAndStopNothing() {
    ToyHistory history = new ToyHistory(7, STEPS);
    byte[] garbage = {1, 2, 3};
    List<ToyTopology.Sent> good = records(history);
    ToyTopology.Sent slice =
        good.stream().filter(r -> r.topic().equals(Topics.CHANGESETS)).findFirst().get();
    try (ToyTopology running = running("poison")) {
      running.send(new ToyTopology.Sent(Topics.CHANGESETS, Keys.bytes("toy@1/main/zzz"), garbage));
      running.send(new ToyTopology.Sent(Topics.CHANGESETS, Keys.bytes("nonsense"), slice.value()));
      running.send(new ToyTopology.Sent(Topics.CHANGESETS, garbage, garbage));
      running.send(
          new ToyTopology.Sent(
              Topics.CHANGESETS, Keys.bytes("toy@1/main/000000000001/other/000000"), garbage));
      running.send(
          new ToyTopology.Sent(
              Topics.CHANGESETS,
              Keys.bytes("toy@1/main/000000000002/identity1/000000"),
              slice.value()));
      running.send(new ToyTopology.Sent(Topics.PARSED_FILES, Keys.bytes("toy@1/x"), garbage));
      running.send(new ToyTopology.Sent(Topics.PARSED_FILES, garbage, garbage));
      running.send(new ToyTopology.Sent(Topics.EMBEDDED_CHUNKS, garbage, garbage));
      running.send(new ToyTopology.Sent(Topics.PROJECTS, Keys.bytes("toy"), garbage));
      assertEquals(7, running.deadLetters().size());
      good.forEach(running::send);
      running.tickUntil(STEPS + 1);
      assertEquals(STEPS + 1, running.number());
      assertEquals(List.of(), running.deadLetters());
    }
  }

  @Test
  void damagedFactsAreFailedContents() {
    ManifestEntry entry =
        new ManifestEntry(
            "a.go", "", Operation.ADDED, "c1", Language.GO.wire(), ContentStatus.OK, "", 10);
    String key = Keys.parsed(Toy.PROJECT, "c1", Language.GO.wire(), Toy.RECIPE);
    try (ToyTopology running = running("damage")) {
      slices(1, "i", true, List.of(entry), 1).forEach(running::send);
      running.tick();
      assertEquals(0, running.number());
      String old = Keys.parsed(Toy.PROJECT, "c1", Language.GO.wire(), "older");
      running.send(new ToyTopology.Sent(Topics.PARSED_FILES, Keys.bytes(old), new byte[] {9}));
      running.tick();
      assertEquals(0, running.number(), "facts of another recipe are not what is missing");
      running.send(new ToyTopology.Sent(Topics.PARSED_FILES, Keys.bytes(key), new byte[] {9, 9}));
      running.tickUntil(1);
      assertEquals(1, running.number());
      var file = running.graph().file("a.go", 1);
      assertTrue(file != null && file.status() == ContentStatus.FAILED, String.valueOf(file));
      assertEquals("CG007", file.code());
    }
  }

  @Test
  void aDeletedProjectIsSweptAndDoesNotComeBack() {
    ToyHistory history = new ToyHistory(3, STEPS);
    List<ToyTopology.Sent> records = records(history);
    try (ToyTopology running = running("deleted")) {
      records.forEach(running::send);
      running.send(
          new ToyTopology.Sent(
              Topics.REFUSED_CHANGESETS,
              Keys.bytes(Keys.refused(Toy.PROJECT, "main", 1, "other")),
              new byte[] {1}));
      running.tickUntil(STEPS + 1);
      assertEquals(STEPS + 1, running.number());
      running.send(project(true));
      for (int i = 0; i < 100; i++) {
        running.tick();
      }
      assertEquals(0, keysOfProject(running));
      assertEquals(List.of(Toy.PROJECT), running.forgotten());
      List<String> contents = running.gone(Topics.SOURCE_FILES);
      assertEquals(history.contents().size(), contents.stream().distinct().count());
      records.forEach(running::send);
      assertEquals(0, keysOfProject(running), "late records bring it back");
    }
    try (ToyTopology again = running("deleted")) {
      again.send(project(true));
      records.forEach(again::send);
      again.tick();
      assertFalse(again.number() > 0);
    }
  }

  private ToyTopology running(String name) {
    return new ToyTopology(state.resolve(name), pool);
  }

  /** Keys in any store but the mark of the deletion, which does not begin with the project. */
  private static int keysOfProject(ToyTopology running) {
    int count = 0;
    for (String name :
        List.of(
            MaterializeTopology.GRAPH,
            MaterializeTopology.MANIFESTS,
            MaterializeTopology.FACTS,
            MaterializeTopology.REFUSED)) {
      KeyValueStore<Bytes, byte[]> store = running.driver().getKeyValueStore(name);
      try (var all = store.all()) {
        while (all.hasNext()) {
          count += Keys.text(all.next().key.get()).startsWith(Toy.PROJECT) ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static ToyTopology.Sent project(boolean deleted) {
    ProjectRegistered project =
        new ProjectRegistered("toy", 1, "toy", "/r", "main", 1, deleted, List.of());
    return new ToyTopology.Sent(
        Topics.PROJECTS, Keys.bytes("toy"), Topics.PROJECTS.codec().encode(project));
  }

  private static List<ToyTopology.Sent> records(ToyHistory history) {
    List<ToyTopology.Sent> records = new ArrayList<>();
    records.add(project(false));
    for (Changeset changeset : history.changesets()) {
      int slices = 1 + (int) (changeset.number() % 2);
      records.addAll(
          slices(
              changeset.number(),
              changeset.identity(),
              changeset.base(),
              changeset.entries(),
              slices));
    }
    for (Map.Entry<String, Toy.File> content : history.contents().entrySet()) {
      FileParsed parsed = Toy.parsed(content.getValue());
      records.add(
          new ToyTopology.Sent(
              Topics.PARSED_FILES,
              Keys.bytes(
                  Keys.parsed(Toy.PROJECT, content.getKey(), Language.GO.wire(), Toy.RECIPE)),
              Topics.PARSED_FILES.codec().encode(parsed)));
    }
    return records;
  }

  private static List<ToyTopology.Sent> slices(
      long number, String identity, boolean base, List<ManifestEntry> entries, int slices) {
    List<ToyTopology.Sent> records = new ArrayList<>();
    int size = (entries.size() + slices - 1) / slices;
    for (int slice = 0; slice < slices; slice++) {
      ChangesetRecorded recorded =
          new ChangesetRecorded(
              Toy.PROJECT,
              "main",
              number,
              identity,
              slice,
              slices,
              base,
              number == 1 ? "" : "r" + (number - 1),
              "r" + number,
              "request" + number,
              "settings",
              "Ann",
              1,
              "message",
              2,
              2,
              "",
              entries.subList(
                  Math.min(entries.size(), slice * size),
                  Math.min(entries.size(), (slice + 1) * size)));
      String key = new Keys.ChangesetKey(Toy.PROJECT, "main", number, identity, slice).toString();
      records.add(
          new ToyTopology.Sent(
              Topics.CHANGESETS, Keys.bytes(key), Topics.CHANGESETS.codec().encode(recorded)));
    }
    return records;
  }
}
