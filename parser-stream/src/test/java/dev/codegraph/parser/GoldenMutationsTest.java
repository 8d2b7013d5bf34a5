package dev.codegraph.parser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Golden files cut off, spliced, repeated and flipped, in all languages: whatever comes of it gives
 * facts or a refusal, in time, and never an exception or the end of the process. {@code
 * -Dgolden.mutations.seconds=1800} makes it last; each mutation is named by a seed, and {@code
 * -Dgolden.mutations.seed=N} begins with that one.
 */
class GoldenMutationsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "golden");

  /** The parser refuses what takes longer than its deadline; facts get as much again and more. */
  private static final Duration IN_TIME = Duration.ofSeconds(30);

  private static final byte[] SIGNS =
      "(){}[]<>;:,.'\"`!?#&|=+-*/\\@$%^~ \n\t\0azAZ09_\u00e9"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private record Golden(Path path, Language language, byte[] content) {}

  @Test
  void giveFactsOrARefusalInTime() throws Exception {
    List<Golden> goldens = goldens();
    long first = Long.getLong("golden.mutations.seed", 1);
    long seconds = Long.getLong("golden.mutations.seconds", 10);
    try (ExecutorService thread =
        Executors.newSingleThreadExecutor(new ParserThreads("mutations"))) {
      long done = thread.submit(() -> mutate(goldens, first, Duration.ofSeconds(seconds))).get();
      assertTrue(done > 0, "no mutation was tried");
      System.out.println(done + " mutations of " + goldens.size() + " golden files");
    }
  }

  private static long mutate(List<Golden> goldens, long first, Duration limit) {
    long start = System.nanoTime();
    long seed = first;
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      while (System.nanoTime() - start < limit.toNanos()) {
        Random random = new Random(seed);
        Golden golden = goldens.get(random.nextInt(goldens.size()));
        byte[] other = goldens.get(random.nextInt(goldens.size())).content();
        check(golden, mutation(golden.content(), other, random), seed, parser);
        seed++;
      }
    }
    return seed - first;
  }

  private static void check(Golden golden, byte[] content, long seed, SyntaxParser parser) {
    long start = System.nanoTime();
    try {
      FileFacts facts = facts(golden.language(), content, parser);
      assertTrue(facts == null || !facts.entities().isEmpty(), "facts without the file");
    } catch (RuntimeException | Error e) {
      throw new AssertionError("seed " + seed + ", from " + golden.path(), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(
        took.compareTo(IN_TIME) < 0,
        () -> "seed " + seed + ", from " + golden.path() + ", took " + took);
  }

  /** The facts; null when the content is refused, or is not of its form at all. */
  private static @Nullable FileFacts facts(Language language, byte[] content, SyntaxParser parser) {
    return switch (Indexers.of(language)) {
      case TextIndexer indexer -> {
        try {
          yield indexer.index(content);
        } catch (IllegalArgumentException notOfThisForm) {
          yield null;
        }
      }
      case TreeIndexer indexer ->
          switch (parsed(indexer, language, content, parser)) {
            case ParseOutcome.Parsed parsed -> indexer.index(parsed.tree(), content);
            case ParseOutcome.Refused refused -> null;
            case null -> null;
          };
    };
  }

  private static @Nullable ParseOutcome parsed(
      TreeIndexer indexer, Language language, byte[] content, SyntaxParser parser) {
    try {
      return indexer.parse(language, content, parser);
    } catch (IllegalArgumentException noCodeInIt) {
      // Such as a notebook that is no JSON.
      return null;
    }
  }

  private static byte[] mutation(byte[] content, byte[] other, Random random) {
    byte[] mutated = content;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      mutated = once(mutated, other, random);
    }
    return mutated;
  }

  private static byte[] once(byte[] content, byte[] other, Random random) {
    int at = random.nextInt(content.length + 1);
    int length = random.nextInt(Math.min(64, content.length - at) + 1);
    byte[] part = Arrays.copyOfRange(content, at, at + length);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(content, at);
      case 1 -> Arrays.copyOfRange(content, at, content.length);
      case 2 -> joined(content, at, tail(other, random), content.length);
      case 3 -> joined(content, at, repeated(part, random.nextInt(50)), at);
      case 4 -> joined(content, at, new byte[0], at + length);
      default -> flipped(content, random);
    };
  }

  private static byte[] tail(byte[] content, Random random) {
    return Arrays.copyOfRange(content, random.nextInt(content.length + 1), content.length);
  }

  private static byte[] repeated(byte[] part, int times) {
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  /** What is before a place, something else, and what is from another place on. */
  private static byte[] joined(byte[] content, int before, byte[] between, int from) {
    byte[] joined = Arrays.copyOf(content, before + between.length + content.length - from);
    System.arraycopy(between, 0, joined, before, between.length);
    System.arraycopy(content, from, joined, before + between.length, content.length - from);
    return joined;
  }

  private static byte[] flipped(byte[] content, Random random) {
    byte[] flipped = content.clone();
    for (int i = random.nextInt(10); i >= 0 && flipped.length > 0; i--) {
      flipped[random.nextInt(flipped.length)] = SIGNS[random.nextInt(SIGNS.length)];
    }
    return flipped;
  }

  private static List<Golden> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> !path.toString().endsWith(".facts"))
          .sorted()
          .map(GoldenMutationsTest::golden)
          .toList();
    }
  }

  private static Golden golden(Path path) {
    try {
      Language language = Language.ofPath(path.toString()).orElseThrow();
      return new Golden(ROOT.relativize(path), language, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
