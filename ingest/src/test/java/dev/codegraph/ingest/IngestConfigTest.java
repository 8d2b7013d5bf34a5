package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
  private static final IngestConfig DEFAULTS = IngestConfig.defaults(Path.of("mirrors"));

  @Test
  void hasTheManualsPatternsByDefault() {
    assertEquals(39, DEFAULTS.ignorePatterns().size());
    assertEquals(2 * 1024 * 1024, DEFAULTS.maxFileSize());
  }

  @Test
  void namesEveryProblemAtOnce() {
    IllegalArgumentException problems =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new IngestConfig(
                    Set.of(),
                    0,
                    0,
                    0,
                    true,
                    List.of("!", "[b-a]"),
                    Set.of(),
                    1,
                    0,
                    0,
                    Path.of("m")));
    for (String named :
        List.of(
            "parsing.languages",
            "parsing.max_file_size",
            "parsing.max_files_per_project",
            "parsing.max_line_length",
            "'!'",
            "'[b-a]'")) {
      assertTrue(problems.getMessage().contains(named), named);
    }
  }

  @Test
  void refusesPatternsThatCannotBePaths() {
    assertFalse(IngestConfig.isPattern(""));
    assertFalse(IngestConfig.isPattern("/"));
    assertFalse(IngestConfig.isPattern("!/"));
    assertTrue(IngestConfig.isPattern("!keep/"));
    assertTrue(IngestConfig.isPattern("target/"));
  }

  @Test
  void hashesEverySettingThatDecidesWhatIsSkipped() {
    String settings = settings(DEFAULTS, List.of());
    assertEquals(settings, settings(IngestConfig.defaults(Path.of("elsewhere")), List.of()));
    assertEquals(settings, settings(DEFAULTS, List.of("target/")), "it is there already");
    assertNotEquals(settings, settings(DEFAULTS, List.of("gen/")));
    assertEquals(settings(DEFAULTS, List.of("a/", "b/")), settings(DEFAULTS, List.of("b/", "a/")));
    assertNotEquals(
        settings(DEFAULTS, List.of("a*", "!ab")), settings(DEFAULTS, List.of("!ab", "a*")));
    assertNotEquals(
        settings, settings(with(Set.of(Language.JAVA), 2097152, 100000, 10000), List.of()));
    Set<Language> all = DEFAULTS.languages();
    assertNotEquals(settings, settings(with(all, 1, 100_000, 10_000), List.of()));
    assertNotEquals(settings, settings(with(all, 2_097_152, 1, 10_000), List.of()));
    assertNotEquals(settings, settings(with(all, 2_097_152, 100_000, 1), List.of()));
    assertEquals(settings, settings(with(all, 2_097_152, 100_000, 10_000), List.of()));
  }

  private static String settings(IngestConfig config, List<String> patterns) {
    return new FileRules(config, patterns).settings();
  }

  private static IngestConfig with(Set<Language> languages, long size, int files, int line) {
    return new IngestConfig(
        languages,
        size,
        files,
        line,
        DEFAULTS.encodingDetection(),
        DEFAULTS.ignorePatterns(),
        DEFAULTS.switchedOff(),
        DEFAULTS.sliceBytes(),
        DEFAULTS.bulkCredit(),
        DEFAULTS.bulkFiles(),
        DEFAULTS.repositories());
  }
}
