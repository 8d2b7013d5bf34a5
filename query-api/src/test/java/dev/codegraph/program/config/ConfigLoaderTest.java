package dev.codegraph.program.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ParsingSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigLoaderTest {
  @TempDir Path folder;

  @Test
  void withoutFileBindsLoopbackAndKeepsDataInOneFolder() {
    LoadedConfig loaded = loader(Map.of("XDG_DATA_HOME", folder.toString())).load(null, Map.of());
    CodeGraphConfig config = loaded.orThrow();
    assertNull(loaded.file());
    assertEquals("127.0.0.1", config.server().host());
    assertEquals(8000, config.server().port());
    assertEquals(folder.resolve("codegraph"), config.dataFolder());
    assertTrue(config.kafka().isEmbedded());
    assertEquals("default", loaded.effective().get("server.host").source());
  }

  @Test
  void withFileHasTheDefaultsOfTheManual() throws IOException {
    CodeGraphConfig config = load("").orThrow();
    assertEquals("0.0.0.0", config.server().host());
    assertEquals(Path.of("/opt/codegraph/data"), config.dataFolder());
    assertEquals(2048, config.database().cacheSize());
    assertEquals(LogFormat.JSON, config.logging().format());
  }

  @Test
  void namesAllProblemsAtOnceWithKeyAndLine() throws IOException {
    LoadedConfig loaded =
        load(
            """
            [server]
            port = 99999
            keep_alive = "soon"
            max_connections = "many"
            [database]
            level0_file_num_compaction_trigger = 50
            [logging]
            level = "loud"
            [kafka]
            partitions = 0
            """);
    assertNull(loaded.config());
    List<String> problems = loaded.problems().stream().map(Problem::toString).toList();
    assertEquals(6, problems.size(), problems.toString());
    assertContains(problems, "CG008 server.port (", ":2): 99999 is not between 0 and 65535");
    assertContains(problems, "server.keep_alive", ":3): 'soon' is not a duration");
    assertContains(problems, "server.max_connections", "'many' is a text and not a number");
    assertContains(problems, "database.level0_file_num_compaction_trigger", "50 is not below");
    assertContains(
        problems, "logging.level", "'loud' is not one of trace, debug, info, warn, error");
    assertContains(problems, "kafka.partitions", "0 is not between 1 and 1024");
    CodeGraphException thrown = assertThrows(CodeGraphException.class, loaded::orThrow);
    assertEquals(ErrorCode.CG008, thrown.code());
    assertTrue(thrown.getMessage().contains("server.port"), thrown.getMessage());
  }

  @Test
  void saysWhereTheSyntaxIsWrong() throws IOException {
    LoadedConfig loaded = load("[server\nport = 1");
    assertTrue(loaded.problems().getFirst().where().endsWith(":1"), loaded.problems().toString());
  }

  @Test
  void saysThatAFileCannotBeRead() {
    LoadedConfig loaded = loader(Map.of()).load(folder.resolve("absent.toml"), Map.of());
    assertTrue(loaded.problems().getFirst().toString().contains("absent.toml"));
  }

  @Test
  void suggestsTheKeyThatWasMeant() throws IOException {
    LoadedConfig loaded = load("[server]\nprot = 1\n[zzz]\nq = 2");
    assertEquals(2, loaded.unknown().size());
    assertTrue(
        loaded.unknown().stream()
            .anyMatch(problem -> problem.message().contains("did you mean server.port?")),
        loaded.unknown().toString());
    assertFalse(loaded.problems().iterator().hasNext());
  }

  @Test
  void flagWinsOverVariableOverFileOverDefault() throws IOException {
    Path file =
        file(
            """
            [server]
            host = "127.0.0.2"
            port = 1
            [kafka]
            partitions = 7
            """);
    LoadedConfig loaded =
        loader(Map.of("CODEGRAPH_SERVER_PORT", "2", "CODEGRAPH_SERVER_HOST", "127.0.0.3"))
            .load(file, Map.of("server.port", "3"));
    assertEquals(3, loaded.orThrow().server().port());
    assertEquals("127.0.0.3", loaded.orThrow().server().host());
    assertEquals(new Effective(3, "flag"), loaded.effective().get("server.port"));
    assertEquals(new Effective("127.0.0.3", "env"), loaded.effective().get("server.host"));
    assertEquals(new Effective(7, "file"), loaded.effective().get("kafka.partitions"));
    assertEquals(
        new Effective("at_least_once", "default"),
        loaded.effective().get("kafka.processing_guarantee"));
  }

  @Test
  void readsSizesDurationsAndListsAlikeInFileAndVariable() throws IOException {
    LoadedConfig file =
        load(
            """
            [parsing]
            max_file_size = "1.5MB"
            languages = ["java", "go"]
            [server]
            keep_alive = "5m"
            """);
    LoadedConfig variables =
        loader(
                Map.of(
                    "CODEGRAPH_PARSING_MAX_FILE_SIZE", "1.5MB",
                    "CODEGRAPH_PARSING_LANGUAGES", "java, go",
                    "CODEGRAPH_SERVER_KEEP_ALIVE", "5m"))
            .load(null, Map.of());
    for (LoadedConfig loaded : List.of(file, variables)) {
      CodeGraphConfig config = loaded.orThrow();
      assertEquals(3 << 19, config.parsing().maxFileSize());
      assertEquals(List.of("java", "go"), config.parsing().languages());
      assertEquals(Duration.ofMinutes(5), config.server().keepAlive());
    }
    assertEquals(
        List.of("java", "go"),
        loader(Map.of("CODEGRAPH_PARSING_LANGUAGES", "[\"java\", \"go\"]"))
            .load(null, Map.of())
            .orThrow()
            .parsing()
            .languages());
    assertEquals(
        Stream.of(Language.values())
            .filter(one -> one.isManifest() || one == Language.JAVA || one == Language.GO)
            .collect(Collectors.toSet()),
        file.orThrow().parsing().languageSet());
  }

  @Test
  void readsTheTablesInASection() throws IOException {
    LoadedConfig loaded =
        loader(Map.of("CODEGRAPH_PARSING_PYTHON_PARSE_STUBS", "false"))
            .load(file("[parsing.rust]\nparse_tests = false\n"), Map.of());
    assertEquals(
        Set.of(ParsingSwitch.RUST_TESTS, ParsingSwitch.STUBS),
        loaded.orThrow().parsing().switchedOff());
    assertContains(
        load("[parsing.rust]\nparse_test = false\n").unknown().stream()
            .map(Problem::toString)
            .toList(),
        "parsing.rust.parse_test",
        "did you mean parsing.rust.parse_tests?");
    assertContains(
        load("[parsing.javascript]\nparse_vue = 1\n").problems().stream()
            .map(Problem::toString)
            .toList(),
        "parsing.javascript.parse_vue",
        "true or false");
  }

  @Test
  void namesTheVariableThatIsMalformed() {
    LoadedConfig loaded = loader(Map.of("CODEGRAPH_SERVER_KEEP_ALIVE", "abc")).load(null, Map.of());
    assertEquals("CODEGRAPH_SERVER_KEEP_ALIVE", loaded.problems().getFirst().where());
  }

  @Test
  void warnsOfVariablesThatAreNone() {
    LoadedConfig loaded =
        loader(Map.of("CODEGRAPH_SERVR_PORT", "1", "CODEGRAPH_URL", "x", "OTHER", "y"))
            .load(null, Map.of());
    assertEquals(1, loaded.warnings().size());
    assertTrue(
        loaded.warnings().getFirst().toString().contains("did you mean CODEGRAPH_SERVER_PORT?"),
        loaded.warnings().toString());
  }

  @Test
  void knowsTheOldNameOfTheLogLevel() {
    assertEquals(
        LogLevel.DEBUG,
        loader(Map.of("CODEGRAPH_LOG_LEVEL", "debug"))
            .load(null, Map.of())
            .orThrow()
            .logging()
            .level());
    assertEquals(
        LogLevel.WARN,
        loader(Map.of("CODEGRAPH_LOG_LEVEL", "debug", "CODEGRAPH_LOGGING_LEVEL", "warn"))
            .load(null, Map.of())
            .orThrow()
            .logging()
            .level());
  }

  @Test
  void passesKafkasOwnSettingsThroughAndHidesPasswords() throws IOException {
    Path file =
        file(
            """
            [kafka]
            bootstrap_servers = "a:9092,b:9092"
            replication_factor = 3
            security.protocol = "SASL_SSL"
            sasl.mechanism = "PLAIN"
            """);
    LoadedConfig loaded =
        loader(Map.of("CODEGRAPH_KAFKA_SASL_JAAS_CONFIG", "user and password"))
            .load(file, Map.of());
    assertEquals(
        Map.of(
            "security.protocol", "SASL_SSL",
            "sasl.mechanism", "PLAIN",
            "sasl.jaas.config", "user and password"),
        loaded.orThrow().kafka().client());
    assertEquals("***", loaded.effective().get("kafka.sasl.jaas.config").value());
    assertEquals("SASL_SSL", loaded.effective().get("kafka.security.protocol").value());
    assertEquals(
        "kafka.security.protocoll",
        load("[kafka]\nsecurity.protocoll = \"x\"").problems().getFirst().key());
  }

  @Test
  void hidesSecrets() {
    LoadedConfig loaded =
        loader(Map.of("CODEGRAPH_WEBHOOKS_GITHUB_SECRET", "s3cret")).load(null, Map.of());
    assertEquals("s3cret", loaded.orThrow().webhooks().githubSecret());
    assertEquals("***", loaded.effective().get("webhooks.github_secret").value());
  }

  @Test
  void everyKeyHasAVariableOfItsOwnThatTakesEffect() {
    Set<String> variables = new HashSet<>();
    for (ConfigKey key : ConfigTable.keys()) {
      assertTrue(variables.add(key.variable()), key.variable());
      assertFalse(key.doc().isBlank(), key.path());
      if (key.isMap()) {
        continue;
      }
      LoadedConfig loaded =
          loader(Map.of(key.variable(), key.defaultText(true))).load(null, Map.of());
      loaded.orThrow();
      assertEquals("env", loaded.effective().get(key.path()).source(), key.path());
    }
  }

  @Test
  void everyDefaultIsValid() throws IOException {
    load("").orThrow();
    loader(Map.of()).load(null, Map.of()).orThrow();
  }

  private ConfigLoader loader(Map<String, String> environment) {
    return new ConfigLoader(environment, folder.resolve("no-default.toml"));
  }

  private LoadedConfig load(String toml) throws IOException {
    return loader(Map.of()).load(file(toml), Map.of());
  }

  private Path file(String toml) throws IOException {
    return Files.writeString(folder.resolve("codegraph.toml"), toml);
  }

  private static void assertContains(List<String> lines, String... parts) {
    assertTrue(
        lines.stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
        List.of(parts) + " in none of " + lines);
  }
}
