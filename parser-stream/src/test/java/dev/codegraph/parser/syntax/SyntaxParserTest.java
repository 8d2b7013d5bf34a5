package dev.codegraph.parser.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxParserTest {
  private static final ParseLimits LIMITS = ParseLimits.defaults();

  @ParameterizedTest
  @EnumSource
  void parsesValidSourceWithoutErrors(Grammar grammar) {
    SyntaxTree tree = tree(grammar, Samples.valid(grammar));

    assertEquals(0, tree.errorBytes(), () -> outline(tree));
    assertEquals(grammar, tree.grammar());
  }

  @ParameterizedTest
  @EnumSource
  void linksEveryNodeToItsParentAndSiblings(Grammar grammar) {
    for (byte[] source : Samples.all(grammar)) {
      SyntaxTree tree = tree(grammar, source);
      int seen = 1;
      for (int node = 0; node < tree.nodeCount(); node++) {
        int last = node + 1;
        for (int child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
          assertEquals(node, tree.parent(child));
          assertEquals(last, child);
          assertTrue(tree.startByte(child) >= tree.startByte(node));
          assertTrue(tree.endByte(child) <= tree.endByte(node));
          last = tree.subtreeEnd(child);
          seen++;
        }
        assertEquals(last, tree.subtreeEnd(node));
      }
      assertEquals(tree.nodeCount(), seen);
      assertEquals(-1, tree.parent(tree.root()));
      assertEquals(-1, tree.nextSibling(tree.root()));
    }
  }

  @Test
  void countsPositionsInBytes() {
    SyntaxTree tree = tree(Grammar.JAVA, "/* ä😀 */\nclass Ö { }\n".getBytes(UTF_8));
    int declaration = first(tree, "class_declaration");
    int name = tree.childByField(declaration, Grammar.JAVA.field("name"));

    assertEquals("Ö", tree.text(name));
    assertEquals(19, tree.startByte(name));
    assertEquals(21, tree.endByte(name));
    assertEquals(1, tree.line(tree.startByte(name)));
    assertEquals(6, tree.column(tree.startByte(name)));
    assertEquals(0, tree.line(12));
    assertEquals(12, tree.column(12));
    assertEquals(3, tree.lineCount());
  }

  @Test
  void tellsNamedNodesFromTokens() {
    SyntaxTree tree = tree(Grammar.JAVA, "class A { static int f; // x\n }".getBytes(UTF_8));
    int modifier = tree.firstChild(first(tree, "modifiers"));

    assertEquals(Grammar.JAVA.token("static"), tree.kind(modifier));
    assertTrue(!tree.isNamed(modifier));
    assertTrue(tree.isNamed(first(tree, "field_declaration")));
    assertTrue(tree.isExtra(first(tree, "line_comment")));
    assertTrue(tree.textEquals(modifier, "static"));
    assertTrue(!tree.textEquals(modifier, "statiC"));
    assertEquals(0, tree.field(modifier));
  }

  @Test
  void marksWhatFitsNoRuleAndWhatIsMissing() {
    SyntaxTree broken = tree(Grammar.JAVA, "class A { ( }".getBytes(UTF_8));
    int error = first(broken, "ERROR");
    assertTrue(broken.isError(error));
    assertEquals(Grammar.ERROR_KIND, broken.kind(error));
    assertEquals(1, broken.errorBytes());

    SyntaxTree incomplete = tree(Grammar.JAVA, "class A { int f }".getBytes(UTF_8));
    int missing = 0;
    for (int node = 0; node < incomplete.nodeCount(); node++) {
      if (incomplete.isMissing(node)) {
        missing++;
        assertEquals(";", Grammar.JAVA.kindName(incomplete.kind(node)));
      }
    }
    assertEquals(1, missing);
    assertEquals(1, incomplete.errorBytes());
  }

  @Test
  void decodesBytesThatAreNotTextLeniently() {
    byte[] source = "class A { String s = \"?\"; }".getBytes(UTF_8);
    source[22] = (byte) 0xFF;
    SyntaxTree tree = tree(Grammar.JAVA, source);

    assertEquals("\"\uFFFD\"", tree.text(first(tree, "string_literal")));
  }

  @Test
  void parsesAnEmptyFile() {
    SyntaxTree tree = tree(Grammar.PYTHON, new byte[0]);

    assertEquals(1, tree.nodeCount());
    assertEquals(-1, tree.firstChild(tree.root()));
    assertEquals(1, tree.lineCount());
  }

  @Test
  void endsAParseThatIsNotLinearAtTheSameWorkEachTime() {
    assumeTrue(CompiledLibrary.find() != null);
    byte[] quotes = Samples.repeated("\"'", 40_000);
    List<ParseOutcome> outcomes = new ArrayList<>();
    try (SyntaxParser parser = new SyntaxParser(NativeSyntax.load("compiled"), LIMITS)) {
      outcomes.add(parser.parse(Grammar.JAVA, quotes));
      parser.parse(Grammar.GO, Samples.valid(Grammar.GO));
      outcomes.add(parser.parse(Grammar.JAVA, quotes));
    }

    assertEquals(
        List.of(
            refused(RefusalReason.WORK_BUDGET, "more than 1140000 operations"),
            refused(RefusalReason.WORK_BUDGET, "more than 1140000 operations")),
        outcomes);
  }

  @Test
  void costsOfAParseAreRepeatable() {
    byte[] source = Samples.valid(Grammar.TYPESCRIPT);
    try (SyntaxParser parser = new SyntaxParser(LIMITS)) {
      ParseCost first = parsed(parser.parse(Grammar.TYPESCRIPT, source)).cost();
      ParseCost second = parsed(parser.parse(Grammar.TYPESCRIPT, source)).cost();

      assertEquals(first.operations(), second.operations());
      assertEquals(first.peakBytes(), second.peakBytes());
      assertEquals(first.nodes(), second.nodes());
      assertTrue(first.cpuNanos() > 0);
    }
  }

  @Test
  void endsAParseThatTakesTooMuchMemory() {
    assumeTrue(CompiledLibrary.find() != null);
    byte[] source = Samples.repeated("class A { int f() { return 1; } }\n", 200_000);
    ParseLimits limits =
        new ParseLimits(1 << 20, 100, 1_000_000_000, 1 << 20, Duration.ofMinutes(1), 1 << 20);
    try (SyntaxParser parser = new SyntaxParser(NativeSyntax.load("compiled"), limits)) {
      assertEquals(
          refused(RefusalReason.MEMORY, "more than 1048576 bytes"),
          parser.parse(Grammar.JAVA, source));
      assertInstanceOf(
          ParseOutcome.Parsed.class, parser.parse(Grammar.JAVA, Samples.valid(Grammar.JAVA)));
    }
  }

  @Test
  void endsAParseThatTakesMemoryQuadratically() {
    assumeTrue(CompiledLibrary.find() != null);
    ParseLimits anyNesting =
        new ParseLimits(1 << 20, 1 << 20, 1_000_000_000, 1 << 28, Duration.ofMinutes(1), 1 << 20);
    try (SyntaxParser parser = new SyntaxParser(NativeSyntax.load("compiled"), anyNesting)) {
      assertEquals(
          refused(RefusalReason.MEMORY, "more than 268435456 bytes"),
          parser.parse(Grammar.JAVA, Samples.repeated("A<", 60_000)));
    }
  }

  @Test
  void refusesATreeOfTooManyNodes() {
    ParseLimits limits =
        new ParseLimits(1 << 20, 100, 1_000_000, 1 << 24, Duration.ofMinutes(1), 10);
    for (String library : libraries()) {
      try (SyntaxParser parser = new SyntaxParser(NativeSyntax.load(library), limits)) {
        assertEquals(
            refused(RefusalReason.TOO_MANY_NODES, "more than 10 nodes"),
            parser.parse(Grammar.JAVA, Samples.valid(Grammar.JAVA)));
        assertInstanceOf(
            ParseOutcome.Parsed.class, parser.parse(Grammar.JAVA, "int x;".getBytes(UTF_8)));
      }
    }
  }

  @Test
  void endsAParseAtTheDeadline() {
    byte[] source = Samples.repeated("class A { int f() { return 1; } }\n", 200_000);
    ParseLimits limits =
        new ParseLimits(1 << 20, 100, 1_000_000_000, 1 << 28, Duration.ofNanos(1), 1 << 20);
    for (String library : libraries()) {
      try (SyntaxParser parser = new SyntaxParser(NativeSyntax.load(library), limits)) {
        ParseOutcome outcome = parser.parse(Grammar.JAVA, source);
        assertEquals(
            RefusalReason.DEADLINE,
            assertInstanceOf(ParseOutcome.Refused.class, outcome, outcome::toString).reason());
      }
    }
  }

  @Test
  void endsEveryParseAfterItWasCancelled() {
    byte[] source = Samples.repeated("class A { int f() { return 1; } }\n", 20_000);
    for (String library : libraries()) {
      try (SyntaxParser parser = new SyntaxParser(NativeSyntax.load(library), LIMITS)) {
        parser.cancel();
        ParseOutcome outcome = parser.parse(Grammar.JAVA, source);
        assertEquals(
            RefusalReason.CANCELLED,
            assertInstanceOf(ParseOutcome.Refused.class, outcome, outcome::toString).reason());
      }
    }
  }

  @Test
  void refusesWhatTheScanRefuses() {
    try (SyntaxParser parser = new SyntaxParser(LIMITS)) {
      assertEquals(
          refused(RefusalReason.NESTING, "99999 brackets deep, limit 2000"),
          parser.parse(Grammar.JAVA, Samples.repeated("([{", 99_999)));
    }
  }

  @Test
  void endsNativeRecursionBeforeTheStackDoes() throws Exception {
    assumeTrue(CompiledLibrary.find() != null);
    ParseLimits anyNesting =
        new ParseLimits(
            1 << 20, 1 << 20, 1_000_000_000, 1 << 29, Duration.ofMinutes(1), 10_000_000);
    List<ParseOutcome> outcomes = new ArrayList<>();
    Thread small =
        new Thread(
            null,
            () -> {
              try (SyntaxParser parser =
                  new SyntaxParser(NativeSyntax.load("compiled"), anyNesting)) {
                outcomes.add(parser.parse(Grammar.JAVA, Samples.repeated("([{", 60_000)));
                outcomes.add(parser.parse(Grammar.JAVA, Samples.valid(Grammar.JAVA)));
              }
            },
            "small-stack",
            1 << 20);
    small.start();
    small.join();

    assertEquals(
        RefusalReason.NESTING,
        assertInstanceOf(ParseOutcome.Refused.class, outcomes.get(0)).reason());
    assertInstanceOf(ParseOutcome.Parsed.class, outcomes.get(1));
  }

  @Test
  void givesEachOfTwoThreadsItsOwnTrees() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2, new ParserThreads("test"))) {
      List<Future<List<int[]>>> results = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        results.add(threads.submit(SyntaxParserTest::parseEverythingRepeatedly));
      }
      List<int[]> expected = results.get(0).get();
      List<int[]> actual = results.get(1).get();
      assertEquals(expected.size(), actual.size());
      for (int i = 0; i < expected.size(); i++) {
        assertArrayEquals(expected.get(i), actual.get(i));
      }
    }
  }

  private static List<int[]> parseEverythingRepeatedly() {
    List<int[]> trees = new ArrayList<>();
    try (SyntaxParser parser = new SyntaxParser(LIMITS)) {
      for (int round = 0; round < 20; round++) {
        for (Grammar grammar : Grammar.values()) {
          for (byte[] source : Samples.all(grammar)) {
            trees.add(parsed(parser.parse(grammar, source)).tree().nodes());
          }
        }
      }
    }
    return trees;
  }

  @Test
  void keepsNoNativeMemoryOverThousandsOfParses() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/statm")));
    byte[] source = Samples.repeated("class A { int f() { return 1; } }\n", 5_000);
    ParseLimits tight =
        new ParseLimits(1 << 20, 100, 1_000, 1 << 26, Duration.ofMinutes(1), 1 << 20);
    for (String library : libraries()) {
      NativeLibrary loaded = NativeSyntax.load(library);
      // The bundled library is slow, and needs fewer parses to show a leak of the same size.
      int times = library.equals("compiled") ? 1_000 : 400;
      parse(loaded, LIMITS, source, times / 10);
      parse(loaded, tight, source, times / 10);
      long before = virtualBytes();
      parse(loaded, LIMITS, source, times);
      parse(loaded, tight, source, times);
      long grown = virtualBytes() - before;
      assertTrue(grown < 150 << 20, () -> library + " grew by " + grown);
    }
  }

  private static void parse(NativeLibrary library, ParseLimits limits, byte[] source, int times) {
    for (int parser = 0; parser < 2; parser++) {
      try (SyntaxParser reused = new SyntaxParser(library, limits)) {
        for (int i = 0; i < times / 2; i++) {
          ParseOutcome outcome = reused.parse(Grammar.JAVA, source);
          assertEquals(limits.equals(LIMITS), outcome instanceof ParseOutcome.Parsed);
        }
      }
    }
  }

  /** Address space in use: that of the Java heap was all reserved at start, so it is constant. */
  private static long virtualBytes() throws Exception {
    String statm = Files.readString(Path.of("/proc/self/statm"));
    return Long.parseLong(statm.split(" ")[0]) * 4096;
  }

  @Test
  void saysWhichLibraryIsInUse() {
    assertTrue(NativeSyntax.describe().contains("tree-sitter"), NativeSyntax::describe);
    assertNotEquals(
        NativeSyntax.load("bundled").describe(),
        CompiledLibrary.find() == null ? "" : NativeSyntax.load("compiled").describe());
  }

  private static List<String> libraries() {
    return CompiledLibrary.find() == null ? List.of("bundled") : List.of("compiled", "bundled");
  }

  private static SyntaxTree tree(Grammar grammar, byte[] source) {
    try (SyntaxParser parser = new SyntaxParser(LIMITS)) {
      return parsed(parser.parse(grammar, source)).tree();
    }
  }

  private static ParseOutcome.Parsed parsed(ParseOutcome outcome) {
    return assertInstanceOf(ParseOutcome.Parsed.class, outcome, outcome::toString);
  }

  private static ParseOutcome refused(RefusalReason reason, String detail) {
    return new ParseOutcome.Refused(reason, detail);
  }

  private static int first(SyntaxTree tree, String kind) {
    for (int node = 0; node < tree.nodeCount(); node++) {
      if (tree.grammar().kindName(tree.kind(node)).equals(kind)) {
        return node;
      }
    }
    throw new AssertionError("no " + kind + " in " + outline(tree));
  }

  private static String outline(SyntaxTree tree) {
    StringBuilder text = new StringBuilder();
    for (int node = 0; node < tree.nodeCount(); node++) {
      text.append(tree.grammar().kindName(tree.kind(node)))
          .append(tree.isMissing(node) ? "(missing) " : " ");
    }
    return text.toString();
  }
}
