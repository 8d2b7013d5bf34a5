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
 * [FILES]}. With a number of files the folder is worked through, again and again until so many are
 * done, and for the first round, for one half way and for the last is printed: the CPU seconds of
 * parse and facts, what the parser refused by its reasons, the dearest file, and the memory that
 * the process takes then and has taken at most. What fails or is refused is named on the error
 * stream in the first round; when something fails the exit code is 1. What {@code FactsBenchmark}
 * measures is compared with the bare parse, and warm.
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
    int wanted = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    FactsOfFolder folder = new FactsOfFolder(language, root, files(language, root));
    Thread thread = new ParserThreads("facts").newThread(() -> folder.run(wanted));
    thread.start();
    thread.join();
    System.exit(folder.failures == 0 ? 0 : 1);
  }

  /** The files of a language below a folder, in order. */
  static List<Path> files(Language language, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Language.ofPath(file.toString()).filter(language::equals).isPresent())
          .sorted()
          .toList();
    }
  }

  private void run(int wanted) {
    // A run that ends early for a reason of its own counts as failed.
    failures = 1;
    if (files.isEmpty()) {
      System.err.println(root + ": no file of " + language);
      return;
    }
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      int failed = 0;
      if (wanted == 0) {
        failed = print(parser);
      }
      int rounds = Math.ceilDiv(wanted, files.size());
      for (int round = 1; round <= rounds; round++) {
        Round done = new Round(round == 1);
        done.run(parser);
        failed += done.failed;
        if (round == 1 || round == Math.ceilDiv(rounds, 2) || round == rounds) {
          done.print(round * files.size());
        }
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

  /** One time through all files. */
  private final class Round {
    private final boolean names;
    private final Map<String, Integer> refusals = new TreeMap<>();
    private long bytes;
    private long errorBytes;
    private long nanos;
    private long entities;
    private long references;
    private int failed;
    private int broken;
    private long dearestNanos;
    private Path dearest = root;

    /**
     * @param names Whether to name what fails or is refused.
     */
    Round(boolean names) {
      this.names = names;
    }

    void run(SyntaxParser parser) throws IOException {
      if (!(Indexers.of(language) instanceof TreeIndexer indexer)) {
        throw new IllegalArgumentException("there is no parse of " + language);
      }
      for (Path file : files) {
        byte[] utf8 = Files.readAllBytes(file);
        bytes += utf8.length;
        long begin = THREADS.getCurrentThreadCpuTime();
        try {
          switch (indexer.parse(language, utf8, parser)) {
            case ParseOutcome.Parsed parsed -> add(indexer.index(parsed.tree(), utf8));
            case ParseOutcome.Refused refused -> {
              refusals.merge(refused.reason().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
              name(file, refused);
            }
          }
        } catch (RuntimeException | StackOverflowError e) {
          failed++;
          name(file, e);
        }
        long took = THREADS.getCurrentThreadCpuTime() - begin;
        nanos += took;
        if (took > dearestNanos) {
          dearestNanos = took;
          dearest = file;
        }
      }
    }

    private void add(FileFacts facts) {
      broken += facts.errorBytes() > 0 ? 1 : 0;
      errorBytes += facts.errorBytes();
      entities += facts.entities().size();
      references += facts.references().size();
    }

    private void name(Path file, Object what) {
      if (names) {
        System.err.println(root.relativize(file) + ": " + what);
      }
    }

    void print(int done) throws IOException {
      System.out.printf(
          Locale.ROOT,
          "%s: %d files done, %d in the folder, %.2f MB, parse and facts %.4f s/MB,"
              + " %d entities, %d references, errors %.3f %% in %d files, refused %s, failed %d%n"
              + "  dearest %s with %.2f s; memory %s MB now, %s MB at most%n",
          language,
          done,
          files.size(),
          bytes / 1e6,
          nanos / 1e9 / (bytes / 1e6),
          entities,
          references,
          100.0 * errorBytes / bytes,
          broken,
          refusals,
          failed,
          root.relativize(dearest),
          dearestNanos / 1e9,
          megabytes("VmRSS:"),
          megabytes("VmHWM:"));
    }
  }

  /** What Linux says of the memory of this process. */
  private static String megabytes(String name) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "?";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .map(kilobytes -> Long.toString(Long.parseLong(kilobytes) / 1024))
        .findFirst()
        .orElse("?");
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
