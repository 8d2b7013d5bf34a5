package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the facts of every file of one language below a folder, and prints their entities as JSON
 * lines, for {@code deploy/bench/ctags.py} to compare. Recipe: compile the tests, then run this
 * class with {@code --enable-native-access=ALL-UNNAMED} and the arguments {@code LANGUAGE FOLDER
 * [ROUNDS]}. With rounds nothing is printed but the CPU seconds per MB of the bare parse and of
 * parse and facts, what the parser refused by its reasons, the dearest file, and the most memory
 * that the process took; the last round is the warm one. What fails or is refused is named on the
 * error stream; when something fails the exit code is 1.
 */
final class FactsOfFolder {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Language language;
  private final Path root;
  private final List<Path> files;
  private int failures;

  private FactsOfFolder(Language language, Path root, List<Path> files) {
    this.language = language;
    this.root = root;
    this.files = files;
  }

  public static void main(String[] args) throws Exception {
    Language language = Language.valueOf(args[0].toUpperCase(Locale.ROOT));
    Path root = Path.of(args[1]);
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    FactsOfFolder folder = new FactsOfFolder(language, root, files(language, root));
    Thread thread = new ParserThreads("facts").newThread(() -> folder.run(rounds));
    thread.start();
    thread.join();
    System.exit(folder.failures == 0 ? 0 : 1);
  }

  private static List<Path> files(Language language, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Language.ofPath(file.toString()).filter(language::equals).isPresent())
          .sorted()
          .toList();
    }
  }

  private void run(int rounds) {
    // A run that ends early for a reason of its own counts as failed.
    failures = 1;
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      int failed = 0;
      if (rounds == 0) {
        failed = print(parser);
      }
      for (int round = 0; round < rounds; round++) {
        failed += time(parser);
      }
      failures = failed;
    } catch (IOException e) {
      System.err.println(root + ": " + e);
    }
  }

  private int print(SyntaxParser parser) throws IOException {
    PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    int failed = 0;
    for (Path file : files) {
      String path = root.relativize(file).toString();
      try {
        FileFacts facts = facts(parser, Files.readAllBytes(file));
        for (EntityFact entity : facts.entities()) {
          out.println(line(path, entity, facts));
        }
      } catch (RuntimeException | StackOverflowError e) {
        failed++;
        System.err.println(path + ": " + e);
      }
    }
    out.flush();
    return failed;
  }

  private FileFacts facts(SyntaxParser parser, byte[] utf8) {
    return switch (Indexers.of(language)) {
      case TextIndexer indexer -> indexer.index(utf8);
      case TreeIndexer indexer -> indexer.index(tree(parser, indexer, utf8).tree(), utf8);
    };
  }

  private ParseOutcome.Parsed tree(SyntaxParser parser, TreeIndexer indexer, byte[] utf8) {
    return switch (indexer.parse(language, utf8, parser)) {
      case ParseOutcome.Parsed parsed -> parsed;
      case ParseOutcome.Refused refused ->
          throw new IllegalArgumentException(refused.reason() + " " + refused.detail());
    };
  }

  private int time(SyntaxParser parser) throws IOException {
    long bytes = 0;
    long errorBytes = 0;
    long parseNanos = 0;
    long factsNanos = 0;
    long entities = 0;
    long references = 0;
    int failed = 0;
    int broken = 0;
    long dearestNanos = 0;
    Path dearest = root;
    Map<String, Integer> refusals = new TreeMap<>();
    for (Path file : files) {
      byte[] utf8 = Files.readAllBytes(file);
      if (!(Indexers.of(language) instanceof TreeIndexer indexer)) {
        throw new IllegalArgumentException("there is no bare parse of " + language);
      }
      try {
        long begin = THREADS.getCurrentThreadCpuTime();
        ParseOutcome outcome = indexer.parse(language, utf8, parser);
        long middle = THREADS.getCurrentThreadCpuTime();
        parseNanos += middle - begin;
        bytes += utf8.length;
        if (outcome instanceof ParseOutcome.Refused refused) {
          refusals.merge(refused.reason().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
          System.err.println(root.relativize(file) + ": " + refused);
          continue;
        }
        FileFacts facts = indexer.index(((ParseOutcome.Parsed) outcome).tree(), utf8);
        long end = THREADS.getCurrentThreadCpuTime();
        factsNanos += end - middle;
        broken += facts.errorBytes() > 0 ? 1 : 0;
        if (end - begin > dearestNanos) {
          dearestNanos = end - begin;
          dearest = file;
        }
        errorBytes += facts.errorBytes();
        entities += facts.entities().size();
        references += facts.references().size();
      } catch (RuntimeException | StackOverflowError e) {
        failed++;
        System.err.println(root.relativize(file) + ": " + e);
      }
    }
    double megabytes = bytes / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: %d files, %.2f MB, parse %.4f s/MB, facts %.4f s/MB more (%.2f of the parse in all),"
            + " %d entities, %d references, errors %.3f %% in %d files, refused %s, failed %d%n"
            + "  dearest %s with %.2f s; at most %s of memory%n",
        language,
        files.size(),
        megabytes,
        parseNanos / 1e9 / megabytes,
        factsNanos / 1e9 / megabytes,
        (double) (parseNanos + factsNanos) / parseNanos,
        entities,
        references,
        100.0 * errorBytes / bytes,
        broken,
        refusals,
        failed,
        root.relativize(dearest),
        dearestNanos / 1e9,
        peakMemory());
    return failed;
  }

  /** What Linux says of the most memory that this process has taken. */
  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "an unknown size";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("an unknown size");
  }

  private static String line(String path, EntityFact entity, FileFacts facts) {
    EntityFact parent =
        entity.kind() == EntityKind.FILE ? entity : facts.entities().get(entity.parent());
    List<String> fields = new ArrayList<>();
    fields.add("\"path\":" + quoted(path));
    fields.add("\"kind\":" + quoted(entity.kind().wire()));
    fields.add("\"name\":" + quoted(entity.name()));
    fields.add("\"line\":" + (entity.nameLine() + 1));
    fields.add("\"end\":" + (entity.endLine() + 1));
    fields.add("\"parent\":" + quoted(parent.name()));
    fields.add("\"parentKind\":" + quoted(parent.kind().wire()));
    return "{" + String.join(",", fields) + "}";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
