package dev.codegraph.parser.syntax;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures CPU seconds per MB of source: parse and tree ({@code parse}), and a visit of every node
 * in Java ({@code visit}). Recipe: compile the tests, then run this class with {@code
 * --enable-native-access=ALL-UNNAMED} and the arguments {@code GRAMMAR FOLDER [ROUNDS]}; every file
 * under the folder is parsed once per round, and the last round is the warm one. Add {@code
 * -Dcodegraph.parser.natives=bundled} for the other library.
 */
final class SyntaxBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SyntaxBenchmark() {}

  public static void main(String[] args) throws Exception {
    Grammar grammar = Grammar.valueOf(args[0].toUpperCase(Locale.ROOT));
    List<byte[]> contents = read(Path.of(args[1]));
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    System.out.println(NativeSyntax.describe());
    Thread thread =
        new ParserThreads("benchmark")
            .newThread(
                () -> {
                  for (int round = 0; round < rounds; round++) {
                    round(grammar, contents);
                  }
                });
    thread.start();
    thread.join();
  }

  private static List<byte[]> read(Path folder) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static void round(Grammar grammar, List<byte[]> contents) {
    long bytes = 0;
    long parseNanos = 0;
    long visitNanos = 0;
    long nodes = 0;
    long operations = 0;
    long errorBytes = 0;
    long checksum = 0;
    long peakBytes = 0;
    double mostOperations = 0;
    int refused = 0;
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      for (byte[] content : contents) {
        long begin = THREADS.getCurrentThreadCpuTime();
        ParseOutcome outcome = parser.parse(grammar, content);
        long parsed = THREADS.getCurrentThreadCpuTime();
        parseNanos += parsed - begin;
        bytes += content.length;
        switch (outcome) {
          case ParseOutcome.Parsed(SyntaxTree tree, ParseCost cost) -> {
            checksum += visit(tree);
            visitNanos += THREADS.getCurrentThreadCpuTime() - parsed;
            nodes += cost.nodes();
            operations += cost.operations();
            errorBytes += tree.errorBytes();
            peakBytes = Math.max(peakBytes, cost.peakBytes());
            if (content.length > 10_000) {
              mostOperations =
                  Math.max(mostOperations, (double) cost.operations() / content.length);
            }
          }
          case ParseOutcome.Refused(RefusalReason reason, String detail) -> {
            System.out.printf(Locale.ROOT, "refused %s: %s%n", reason, detail);
            refused++;
          }
        }
      }
    }
    double megabytes = bytes / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: %d files, %.1f MB, parse %.4f s/MB, visit %.4f s/MB, %.3f nodes/B, %.2f operations/B"
            + " (most %.2f), errors %.4f %%, peak %.1f MB, refused %d, checksum %x%n",
        grammar,
        contents.size(),
        megabytes,
        parseNanos / 1e9 / megabytes,
        visitNanos / 1e9 / megabytes,
        (double) nodes / bytes,
        (double) operations / bytes,
        mostOperations,
        100.0 * errorBytes / bytes,
        peakBytes / 1e6,
        refused,
        checksum);
  }

  private static long visit(SyntaxTree tree) {
    long sum = 0;
    for (int node = 0; node < tree.nodeCount(); node++) {
      sum = sum * 31 + tree.kind(node) + tree.field(node) + tree.startByte(node);
    }
    return sum;
  }
}
