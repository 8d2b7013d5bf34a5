package dev.codegraph.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The facts of each file below {@code src/test/resources/golden}, compared with the {@code .facts}
 * file beside it. A case is added by adding a source file; with {@code -Dgolden.update} the facts
 * files are written anew, to be read before they are committed.
 */
class GoldenFactsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "golden");
  private static final String FACTS = ".facts";

  @TestFactory
  Stream<DynamicTest> factsAreAsRecorded() throws IOException {
    return cases().stream()
        .map(path -> DynamicTest.dynamicTest(ROOT.relativize(path).toString(), () -> check(path)));
  }

  @Test
  void everyRecordHasItsSource() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> orphans =
          files
              .filter(path -> path.toString().endsWith(FACTS))
              .filter(path -> !Files.exists(source(path)))
              .toList();
      assertEquals(List.of(), orphans);
    }
  }

  @Test
  void everyIndexedLanguageHasACase() throws IOException {
    List<Language> shown =
        cases().stream().map(path -> Language.ofPath(path.toString()).orElseThrow()).toList();
    for (LanguageIndexer indexer : Indexers.all()) {
      for (Language language : indexer.languages()) {
        assertTrue(shown.contains(language), () -> "no golden case for " + language);
      }
    }
  }

  private static Path source(Path facts) {
    String name = facts.getFileName().toString();
    return facts.resolveSibling(name.substring(0, name.length() - FACTS.length()));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> !path.toString().endsWith(FACTS))
          .sorted()
          .toList();
    }
  }

  private static void check(Path path) throws Exception {
    byte[] utf8 = Files.readAllBytes(path);
    Language language = Language.ofPath(path.toString()).orElseThrow();
    String actual = facts(language, utf8);
    Path record = path.resolveSibling(path.getFileName() + FACTS);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(record, actual);
    }
    assertTrue(Files.exists(record), () -> record + " is missing: run with -Dgolden.update");
    assertEquals(Files.readString(record), actual);
  }

  private static String facts(Language language, byte[] utf8) throws Exception {
    return switch (Indexers.of(language)) {
      case TextIndexer indexer -> FactsText.of(indexer.index(utf8), utf8);
      case TreeIndexer indexer -> {
        try (ExecutorService thread =
            Executors.newSingleThreadExecutor(new ParserThreads("golden"))) {
          yield thread.submit(() -> parseAndIndex(indexer, language, utf8)).get();
        }
      }
    };
  }

  private static String parseAndIndex(TreeIndexer indexer, Language language, byte[] utf8) {
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      return switch (indexer.parse(language, utf8, parser)) {
        case ParseOutcome.Parsed parsed ->
            FactsText.of(indexer.index(parsed.tree(), utf8), shown(parsed.tree().source(), utf8));
        case ParseOutcome.Refused refused ->
            throw new AssertionError(refused.reason() + " " + refused.detail());
      };
    }
  }

  /** What positions are in: the code taken out of a content, unless it is where it was. */
  private static byte[] shown(byte[] parsed, byte[] content) {
    return parsed.length == content.length ? content : parsed;
  }
}
