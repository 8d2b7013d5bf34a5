package dev.codegraph.parser.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.parser.Indexers;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What manifests say must be places in them, however broken they are, and be said soon. */
class BadManifestsTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "golden");

  /** Far more than any of the texts takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int HOSTILE_BYTES = 64 * 1024;

  private static final List<String> UNITS =
      List.of(
          " ",
          "\n",
          "\t",
          "\"",
          "'",
          "[",
          "{",
          "(",
          "<",
          "<a>",
          "<a ",
          "<!--",
          "<![CDATA[",
          "&a;",
          "- ",
          "a: ",
          "a: &a ",
          "*a ",
          "? ",
          "[a",
          "{a: ",
          "a = ",
          "a=1\n",
          "[a]\n",
          "a.",
          "[[a]]\n",
          "a = [",
          "a = {b = ",
          "implementation ",
          "implementation '",
          "implementation(",
          "id ",
          "\"a\" % ",
          "\"a\" %% \"b\" % ",
          ".package(",
          ".package(url: \"a\", ",
          "gem ",
          "gem 'a', ",
          "FROM a AS b\n",
          "FROM ",
          "RUN <<E\n",
          "RUN <<E ",
          "COPY --from=",
          "\\\n",
          "# a\n",
          "---\n",
          "apiVersion: v1\n",
          "/*",
          "//",
          "a ; ",
          "a>=",
          "a[",
          "@",
          "!",
          "\0",
          "\u00e4",
          "\r");

  static Stream<Language> texts() {
    return Stream.of(Language.values()).filter(one -> Indexers.of(one) instanceof TextIndexer);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void endsOnTextsOfOneUnit(Language language) {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (String unit : UNITS) {
            String text = unit.repeat(HOSTILE_BYTES / unit.getBytes(UTF_8).length);
            check(language, text.getBytes(UTF_8));
            check(language, ("services:\n  a: " + text).getBytes(UTF_8));
          }
        });
  }

  @Test
  void saysPlacesOfTheTextHoweverItIsCutAndMended() throws IOException {
    Random random = new Random(7);
    int seen = 0;
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Language language = Language.ofPath(file.toString()).orElse(null);
        if (language == null || !(Indexers.of(language) instanceof TextIndexer)) {
          continue;
        }
        byte[] content = Files.readAllBytes(file);
        seen++;
        for (int i = 0; i < 60; i++) {
          check(language, Arrays.copyOf(content, random.nextInt(content.length)));
          byte[] flipped = content.clone();
          for (int k = 0; k < 3; k++) {
            flipped[random.nextInt(content.length)] = (byte) random.nextInt(1, 128);
          }
          check(language, flipped);
        }
      }
    }
    assertTrue(seen > 20, seen + " files");
  }

  private static void check(Language language, byte[] content) {
    TextIndexer indexer = (TextIndexer) Indexers.of(language);
    FileFacts facts;
    try {
      facts = indexer.index(content);
    } catch (IllegalArgumentException e) {
      assertNotNull(e.getMessage());
      return;
    }
    for (EntityFact entity : facts.entities()) {
      boolean isInside =
          entity.start() >= 0
              && entity.nameStart() <= content.length
              && entity.start() <= entity.end()
              && entity.end() <= content.length;
      assertTrue(isInside, () -> language + " " + entity + " of " + content.length);
    }
  }
}
