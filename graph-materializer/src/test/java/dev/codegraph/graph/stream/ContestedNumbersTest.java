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
import dev.codegraph.graph.stream.ToyTopology.Sent;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.ChangesetRefused;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import dev.codegraph.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of ingest that do not always know of each other: numbers are claimed twice, and
 * changesets go on from ones that were not applied.
 */
class ContestedNumbersTest {
  private static final int SEEDS = 8;
  private static final int REVISIONS = 8;
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

  /** Where an instance of ingest believes the view to be. */
  private record Head(long epoch, long number, String revision, List<String> trail) {
    boolean isBehind(Head other) {
      return epoch < other.epoch || (epoch == other.epoch && number < other.number);
    }
  }

  /** A repository with one branch, the instances that read it, and the log that they write. */
  private static final class Ingest {
    private final ToyHistory history;
    private final Random random;
    private final List<Sent> log = new ArrayList<>();
    private final Head[] beliefs = new Head[2];
    private Head newest = new Head(0, 0, "", List.of());
    private int branch;

    Ingest(long seed) {
      history = new ToyHistory(seed, REVISIONS - 1);
      random = new Random(seed);
      beliefs[0] = newest;
      beliefs[1] = newest;
    }

    /** The next commit is pushed; whoever gets the webhook may not know what the other did. */
    List<Sent> push() {
      branch++;
      int instance = random.nextInt(2);
      if (random.nextInt(3) == 0) {
        beliefs[instance] = newest;
      }
      return go(instance, beliefs[instance], branch, "push" + branch, branch);
    }

    /** What the materializer asks for again. */
    List<Sent> answer(IndexRequested request) {
      assertEquals(IndexRequested.MATERIALIZER, request.source());
      int instance = random.nextInt(2);
      Head head = newest.isBehind(beliefs[instance]) ? beliefs[instance] : newest;
      long back = head.number() - request.standing().number();
      boolean passes =
          back >= 0
              && back < head.trail().size()
              && head.trail().get((int) back).equals(request.standing().identity());
      if (!passes) {
        head =
            new Head(
                newest.epoch() + 1,
                request.standing().number(),
                request.standing().revision(),
                List.of(request.standing().identity()));
      }
      beliefs[instance] = head;
      newest = head;
      return go(instance, head, branch, request.requestId(), request.requestedAt());
    }

    private List<Sent> go(int instance, Head head, int target, String requestId, long at) {
      String to = "r" + target;
      if (head.revision().equals(to)) {
        return List.of();
      }
      boolean base = head.number() == 0 || random.nextInt(6) == 0;
      long number = head.number() + 1;
      String identity =
          HexFormat.of()
              .toHexDigits(
                  Objects.hash(head.revision(), to, base, requestId) * 0x9E3779B97F4A7C15L);
      List<ManifestEntry> entries =
          base ? tree(target) : difference(Integer.parseInt(head.revision().substring(1)), target);
      List<Sent> sent = slices(number, identity, base, head.revision(), to, requestId, at, entries);
      List<String> trail = new ArrayList<>(head.trail());
      trail.addFirst(identity);
      Head next = new Head(head.epoch(), number, to, trail);
      beliefs[instance] = next;
      newest = next.isBehind(newest) ? newest : next;
      log.addAll(sent);
      return sent;
    }

    private List<ManifestEntry> tree(int revision) {
      return history.cleans().get(revision - 1).entries();
    }

    private List<ManifestEntry> difference(int from, int to) {
      TreeMap<String, ManifestEntry> before = new TreeMap<>();
      tree(from).forEach(entry -> before.put(entry.path(), entry));
      TreeMap<String, ManifestEntry> changed = new TreeMap<>();
      for (ManifestEntry entry : tree(to)) {
        if (!entry.equals(before.remove(entry.path()))) {
          changed.put(entry.path(), entry);
        }
      }
      for (String gone : before.keySet()) {
        changed.putIfAbsent(
            gone, new ManifestEntry(gone, "", Operation.DELETED, "", "", ContentStatus.OK, "", 0));
      }
      return List.copyOf(changed.values());
    }

    List<Sent> facts() {
      List<Sent> records = new ArrayList<>();
      history
          .contents()
          .forEach(
              (id, file) ->
                  records.add(
                      new Sent(
                          Topics.PARSED_FILES,
                          Keys.bytes(Keys.parsed(Toy.PROJECT, id, Language.GO.wire(), Toy.RECIPE)),
                          Topics.PARSED_FILES.codec().encode(Toy.parsed(file)))));
      return records;
    }

    private List<Sent> slices(
        long number,
        String identity,
        boolean base,
        String from,
        String to,
        String requestId,
        long at,
        List<ManifestEntry> entries) {
      List<Sent> sent = new ArrayList<>();
      int middle = entries.size() / 2;
      for (int slice = 0; slice < 2; slice++) {
        ChangesetRecorded recorded =
            new ChangesetRecorded(
                Toy.PROJECT,
                "main",
                number,
                identity,
                slice,
                2,
                base,
                from,
                to,
                requestId,
                "settings",
                "Ann",
                1,
                "message",
                at,
                at,
                "",
                slice == 0 ? entries.subList(0, middle) : entries.subList(middle, entries.size()));
        String key = new Keys.ChangesetKey(Toy.PROJECT, "main", number, identity, slice).toString();
        sent.add(
            new Sent(
                Topics.CHANGESETS, Keys.bytes(key), Topics.CHANGESETS.codec().encode(recorded)));
      }
      return sent;
    }
  }

  @Test
  void aReplayInAnyOrderGivesEveryNumberItsDigestAndNoCommitIsLost() {
    int refusals = 0;
    int repeated = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Ingest ingest = new Ingest(seed);
      Random random = new Random(1000 + seed);
      List<ChangesetRecord> lived;
      List<Sent> refused = new ArrayList<>();
      try (ToyTopology live = new ToyTopology(state.resolve("live" + seed), pool)) {
        ingest.facts().forEach(live::send);
        List<Sent> coming = new ArrayList<>();
        int quiet = 0;
        for (int pushes = 0; quiet < 40; quiet++) {
          if (pushes < REVISIONS && random.nextInt(3) == 0) {
            coming.addAll(ingest.push());
            pushes++;
          }
          if (!coming.isEmpty()) {
            live.send(coming.remove(random.nextInt(coming.size())));
            quiet = 0;
          }
          live.tick();
          for (IndexRequested request : live.written(Topics.INDEX_REQUESTS)) {
            coming.addAll(ingest.answer(request));
            repeated++;
            quiet = 0;
          }
        }
        for (ChangesetRefused refusal : live.written(Topics.REFUSED_CHANGESETS)) {
          refused.add(
              new Sent(
                  Topics.REFUSED_CHANGESETS,
                  Keys.bytes(
                      Keys.refused(
                          refusal.project(), refusal.view(), refusal.number(), refusal.identity())),
                  Topics.REFUSED_CHANGESETS.codec().encode(refusal)));
        }
        lived = live.graph().changesets(1);
        assertEquals(List.of(), live.deadLetters());
      }
      refusals += refused.size();
      assertEquals("r" + REVISIONS, lived.getLast().revision(), "seed " + seed);
      assertEquals(cleanDigest(ingest), lived.getLast().digest(), "seed " + seed);

      List<Sent> records = new ArrayList<>(ingest.log);
      records.addAll(ingest.facts());
      records.addAll(records.subList(0, records.size() / 3));
      Collections.shuffle(records, random);
      try (ToyTopology replay = new ToyTopology(state.resolve("replay" + seed), pool)) {
        refused.forEach(replay::send);
        for (Sent record : records) {
          replay.send(record);
          if (random.nextInt(4) == 0) {
            replay.tick();
          }
        }
        replay.tickUntil(lived.size());
        assertEquals(told(lived), told(replay.graph().changesets(1)), "seed " + seed);
        assertEquals(List.of(), replay.written(Topics.INDEX_REQUESTS), "seed " + seed);
        assertEquals(List.of(), replay.written(Topics.REFUSED_CHANGESETS), "seed " + seed);
      }
    }
    assertTrue(refusals > SEEDS, "numbers were contested: " + refusals);
    assertTrue(repeated > SEEDS / 2, "requests were repeated: " + repeated);
  }

  private String cleanDigest(Ingest ingest) {
    ToyView clean = new ToyView(new MemoryStore(), ingest.history.contents(), pool);
    return clean.apply(ingest.history.cleans().getLast()).digest();
  }

  private static List<String> told(List<ChangesetRecord> records) {
    return records.stream()
        .map(r -> r.number() + " " + r.identity() + " " + r.revision() + " " + r.digest())
        .toList();
  }

  @Test
  void theLaterOfTwoClaimsIsAskedForAgainFromWhereTheViewStands() {
    Ingest ingest = new Ingest(5);
    try (ToyTopology running = new ToyTopology(state, pool)) {
      ingest.facts().forEach(running::send);
      Head start = ingest.newest;
      List<Sent> first = ingest.go(0, start, 1, "one", 10);
      List<Sent> second = ingest.go(1, start, 2, "two", 20);
      first.forEach(running::send);
      running.tickUntil(1);
      second.forEach(running::send);
      ChangesetRecord standing = Objects.requireNonNull(running.graph().latest());
      assertEquals("one", standing.requestId());
      List<IndexRequested> requests = running.written(Topics.INDEX_REQUESTS);
      assertEquals(1, requests.size());
      IndexRequested request = requests.getFirst();
      assertEquals("two", request.requestId());
      assertEquals("", request.revision());
      assertEquals(1, request.standing().number());
      assertEquals(standing.identity(), request.standing().identity());
      assertEquals("r1", request.standing().revision());
      assertEquals("settings", request.standing().settings());
      second.forEach(running::send);
      assertEquals(List.of(), running.written(Topics.INDEX_REQUESTS), "it is asked for once");
    }
  }

  @Test
  void whatBeganToBeAppliedKeepsItsNumber() {
    Ingest ingest = new Ingest(6);
    ingest.go(0, ingest.newest, 1, "one", 10);
    ingest.go(1, new Head(0, 0, "", List.of()), 2, "two", 20);
    MemoryStore store = new MemoryStore();
    ingest.log.forEach(record -> store.put(record.key(), record.value()));
    KeptManifests manifests = new KeptManifests(store);
    var claims = manifests.claims(ToyView.ID, 1);
    assertEquals(2, claims.size());
    assertTrue(manifests.isContested(ToyView.ID, 1));
    assertFalse(manifests.isContested(ToyView.ID, 2));
    for (String begun : claims.keySet()) {
      Changeset chosen = KeptManifests.choose(claims, null, begun, begun::equals);
      assertEquals(begun, Objects.requireNonNull(chosen).identity());
    }
    assertEquals(
        claims.lastKey(),
        Objects.requireNonNull(KeptManifests.choose(claims, null, null, claims.firstKey()::equals))
            .identity());
  }

  @Test
  void ofTwoThatRefusedEachOtherTheFirstHasTheNumber() {
    MemoryStore store = new MemoryStore();
    refusal(store, "a", "b");
    refusal(store, "b", "a");
    refusal(store, "c", "b");
    Refusals refusals = new Refusals(store);
    assertFalse(refusals.hasLost(ToyView.ID, 3, "a"));
    assertTrue(refusals.hasLost(ToyView.ID, 3, "b"));
    assertTrue(refusals.hasLost(ToyView.ID, 3, "c"));
    assertFalse(refusals.hasLost(ToyView.ID, 3, "d"));
  }

  private static void refusal(MemoryStore store, String identity, String winner) {
    store.put(
        Keys.bytes(Keys.refused(Toy.PROJECT, "main", 3, identity)),
        Topics.REFUSED_CHANGESETS
            .codec()
            .encode(
                new ChangesetRefused(
                    Toy.PROJECT, "main", 3, identity, Refusals.NUMBER_TAKEN, winner)));
  }
}
