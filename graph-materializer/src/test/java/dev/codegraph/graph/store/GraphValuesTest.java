package dev.codegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.EdgeKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GraphValuesTest {
  private static final byte[] VIEW = GraphKeys.view(new ViewId("p@1", "main"));

  @Test
  void keysOfNewerVersionsComeFirstAndStayWithinTheirPath() {
    byte[] newest = GraphKeys.path(VIEW, 'F', "a", Long.MAX_VALUE);
    byte[] nine = GraphKeys.path(VIEW, 'F', "a", 9);
    byte[] one = GraphKeys.path(VIEW, 'F', "a", 1);
    byte[] longer = GraphKeys.path(VIEW, 'F', "a/b", Long.MAX_VALUE);
    assertTrue(Arrays.compareUnsigned(newest, nine) < 0);
    assertTrue(Arrays.compareUnsigned(nine, one) < 0);
    assertTrue(Arrays.compareUnsigned(one, longer) < 0);
    assertEquals(9, GraphKeys.numberOf(nine));
    assertEquals("a", GraphKeys.memberOf(nine, GraphKeys.letter(VIEW, 'F').length));
  }

  @Test
  void theKeyAfterAPrefixEndsExactlyWhatBeginsWithIt() {
    byte[] after = GraphKeys.after(new byte[] {1, (byte) 0xFF, (byte) 0xFF});
    assertArrayEquals(new byte[] {2}, after);
    byte[] last = {1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
    assertTrue(Arrays.compareUnsigned(last, after) < 0);
    assertThrows(IllegalArgumentException.class, () -> GraphKeys.after(new byte[] {(byte) 0xFF}));
  }

  @Test
  void viewsDoNotMeet() {
    byte[] other = GraphKeys.view(new ViewId("p@1", "main2"));
    byte[] key = GraphKeys.path(other, 'F', "a", 1);
    assertTrue(Arrays.compareUnsigned(key, GraphKeys.after(VIEW)) > 0);
  }

  @Test
  void whatIsPackedIsUnpacked() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      long number = random.nextLong() >>> random.nextInt(64);
      long signed = random.nextLong() >> random.nextInt(64);
      String text = "é".repeat(random.nextInt(200)) + "\0x";
      byte[] blob = new byte[random.nextInt(300)];
      random.nextBytes(blob);
      byte[] bytes =
          new Packer(1)
              .number(number)
              .signed(signed)
              .text(text)
              .blob(blob)
              .fixed64(signed)
              .octet(255)
              .toBytes();
      Unpacker in = new Unpacker(bytes);
      assertEquals(number, in.number());
      assertEquals(signed, in.signed());
      assertEquals(text, in.text());
      assertArrayEquals(blob, in.blob());
      assertEquals(signed, in.fixed64());
      assertEquals(255, in.octet());
      assertTrue(in.atEnd());
      assertThrows(IndexOutOfBoundsException.class, in::octet);
    }
  }

  @Test
  void linkedFilesComeBackAsTheyWere() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Edge> edges = new ArrayList<>();
      for (int i = random.nextInt(30); i > 0; i--) {
        boolean external = random.nextInt(4) == 0;
        edges.add(
            new Edge(
                any(EdgeKind.values(), random),
                text(random),
                random.nextInt(100_000),
                random.nextInt(300),
                any(Resolution.values(), random),
                any(Rule.values(), random),
                external ? null : text(random),
                text(random)));
      }
      List<UnresolvedReference> unresolved = new ArrayList<>();
      for (int i = random.nextInt(10); i > 0; i--) {
        unresolved.add(
            new UnresolvedReference(
                any(Role.values(), random),
                text(random),
                text(random),
                random.nextInt(100_000),
                random.nextInt(300),
                random.nextInt(5) - 1,
                any(Reason.values(), random)));
      }
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      OutcomeCounts counts = new OutcomeCounts(1, 2, 3, 4, random.nextInt(1000));
      byte[] bytes = new LinkedFile(hash, counts, edges, unresolved).toBytes();
      LinkedFile read = LinkedFile.of(bytes);
      assertArrayEquals(hash, LinkedFile.hashOf(bytes));
      assertEquals(counts, LinkedFile.countsOf(bytes));
      assertEquals(edges, read.edges());
      assertEquals(unresolved, read.unresolved());
      assertArrayEquals(bytes, read.toBytes());
      assertPackedAnswersTheSame(bytes, edges);
    }
  }

  private static void assertPackedAnswersTheSame(byte[] bytes, List<Edge> edges) {
    PackedEdges packed = new PackedEdges(bytes);
    for (Edge one : edges) {
      assertEquals(
          edges.stream().filter(edge -> edge.from().equals(one.from())).toList(),
          packed.from(one.from()));
      if (one.toPath() != null) {
        assertEquals(
            edges.stream()
                .filter(edge -> one.toPath().equals(edge.toPath()) && one.to().equals(edge.to()))
                .toList(),
            packed.to(one.toPath(), one.to()));
      }
    }
    assertEquals(List.of(), packed.from("no such id"));
    assertEquals(List.of(), packed.to("no such path", "no such id"));
  }

  @Test
  void lookupsAndInEdgesAndScopesComeBackAsTheyWere() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      long[] questions = random.longs(random.nextInt(50)).sorted().distinct().toArray();
      int[] answers = random.ints(questions.length).toArray();
      Lookups lookups = Lookups.of(new Lookups(questions, answers).toBytes());
      assertArrayEquals(questions, lookups.questions());
      assertArrayEquals(answers, lookups.answers());
      for (int i = 0; i < questions.length; i++) {
        assertEquals(i, lookups.indexOf(questions[i]));
      }
      TreeMap<String, Integer> kinds = new TreeMap<>();
      for (int i = random.nextInt(9); i > 0; i--) {
        kinds.put(text(random), random.nextInt(1 << EdgeKind.values().length));
      }
      byte[] inEdges = new InEdges(kinds).toBytes();
      assertEquals(kinds, InEdges.of(inEdges).kinds());
      kinds.forEach(
          (local, bits) ->
              assertEquals(bits, InEdges.kindsOf(inEdges, local.getBytes(StandardCharsets.UTF_8))));
      assertEquals(0, InEdges.kindsOf(inEdges, new byte[] {1}));
      List<SymbolEntry> entries = new ArrayList<>();
      for (int i = random.nextInt(9); i > 0; i--) {
        entries.add(
            new SymbolEntry(
                "s",
                text(random),
                text(random),
                any(EntityKind.values(), random),
                random.nextInt(999),
                random.nextInt(4),
                random.nextInt(4) - 1,
                text(random),
                random.nextBoolean() ? List.of() : List.of(text(random), "")));
      }
      assertEquals(entries, ScopeEntries.of("s", ScopeEntries.toBytes(entries)));
    }
  }

  @Test
  void statesAndRecordsComeBackAsTheyWere() {
    for (ContentStatus status : ContentStatus.values()) {
      FileState state =
          new FileState(
              "c1",
              status == ContentStatus.SKIPPED ? null : Language.TSX,
              status,
              "why",
              "CG007",
              1L << 40,
              3,
              4,
              5);
      assertEquals(state, FileState.of(state.toBytes()));
      assertEquals(1, FileCounts.of(state).total());
      assertEquals(FileCounts.NONE, FileCounts.of(state).minus(FileCounts.of(state)));
    }
    TreeMap<String, Long> figures = new TreeMap<>();
    figures.put("a_micros", -1L);
    ChangesetRecord record =
        new ChangesetRecord(
            7,
            "r",
            "i",
            "q",
            "g",
            "Ann",
            -5,
            "m",
            6,
            8,
            new byte[32],
            new FileCounts(1, 2, 3, 4, 5, 6, 7, 8),
            new OutcomeCounts(1, 2, 3, 4, 5),
            9,
            figures);
    ChangesetRecord read = ChangesetRecord.of(record.toBytes());
    assertArrayEquals(record.toBytes(), read.toBytes());
    assertEquals(record.digest(), read.digest());
    assertEquals(figures, read.figures());
  }

  @Test
  void theDigestKnowsNoOrderAndForgetsWhatIsTakenAway() {
    Random random = new Random(3);
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      hashes.add(hash);
    }
    GraphDigest up = new GraphDigest(GraphDigest.empty());
    GraphDigest down = new GraphDigest(GraphDigest.empty());
    for (int i = 0; i < 40; i++) {
      up.add("p" + i, hashes.get(i));
      down.add("p" + (39 - i), hashes.get(39 - i));
    }
    assertArrayEquals(up.sum(), down.sum());
    byte[] all = up.sum();
    up.add("more", hashes.getFirst());
    assertFalse(Arrays.equals(all, up.sum()));
    up.remove("more", hashes.getFirst());
    assertArrayEquals(all, up.sum());
    GraphDigest swapped = new GraphDigest(GraphDigest.empty());
    swapped.add("p0", hashes.get(1));
    swapped.add("p1", hashes.get(0));
    GraphDigest straight = new GraphDigest(GraphDigest.empty());
    straight.add("p0", hashes.get(0));
    straight.add("p1", hashes.get(1));
    assertFalse(Arrays.equals(swapped.sum(), straight.sum()));
    assertNotEquals(
        GraphDigest.of(all, FileCounts.NONE, OutcomeCounts.NONE, 0),
        GraphDigest.of(all, FileCounts.NONE, OutcomeCounts.NONE, 1));
  }

  @Test
  void aReadSeesTheNewestVersionUpToItsNumber() {
    MemoryStore store = new MemoryStore();
    VersionedGraph graph = new VersionedGraph(store, new ViewId("p@1", "main"));
    store.put(GraphKeys.path(VIEW, 'F', "a", 2), state(2).toBytes());
    store.put(GraphKeys.path(VIEW, 'F', "a", 5), new byte[0]);
    store.put(GraphKeys.path(VIEW, 'F', "a", 7), state(7).toBytes());
    store.put(GraphKeys.path(VIEW, 'F', "a b", 3), state(3).toBytes());
    assertNull(graph.file("a", 1));
    assertEquals(state(2), graph.file("a", 4));
    assertNull(graph.file("a", 6));
    assertEquals(state(7), graph.file("a", 100));
    assertEquals(0, graph.fileSince("a", 6));
    assertEquals(7, graph.fileSince("a", 9));
    List<String> seen = new ArrayList<>();
    graph.files(4, (path, state) -> seen.add(path + state.size()));
    assertEquals(List.of("a2", "a b3"), seen);
  }

  private static FileState state(long size) {
    return new FileState("c", Language.GO, ContentStatus.OK, "", "", size, 1, 1, 1);
  }

  private static String text(Random random) {
    return random.nextInt(5) == 0 ? "" : "t" + random.nextInt(20) + "ü#:";
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
