package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories of edits that hurt, one folder per language under {@code parity}: each step is laid
 * over the one before, committed and indexed as one changeset. After each, the digest must equal
 * that of a fresh index of the revision, and the graph must hold together; after all, every old
 * revision must still say what it said, with the repository gone.
 */
class IncrementalEqualsCleanTest {
  private static final Path HISTORIES = Path.of("src/test/resources/parity");

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Pipeline pipeline;

  @BeforeAll
  static void start() {
    broker = Pipeline.broker(data);
    pipeline = new Pipeline(data, broker.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    broker.close();
  }

  static Stream<String> histories() throws IOException {
    try (Stream<Path> folders = Files.list(HISTORIES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void everyRevisionHasTheDigestOfAFreshIndex(String history, @TempDir Path temp)
      throws IOException {
    TestRepository repository = TestRepository.create(temp.resolve(history));
    Map<String, String> digests = new LinkedHashMap<>();
    List<Path> steps;
    try (Stream<Path> folders = Files.list(HISTORIES.resolve(history))) {
      steps = folders.sorted().toList();
    }
    for (Path step : steps) {
      String revision = repository.overlay(step).commit(step.getFileName().toString());
      JsonNode job =
          digests.isEmpty()
              ? pipeline.await(pipeline.register(history, repository.folder()))
              : pipeline.await(pipeline.index(history, revision));
      assertEquals("completed", job.get("status").asText(), job.toString());
      assertTrue(job.get("figures").has("files_relinked"), job.toString());
      assertSound(history);

      String clean = history + "-clean-" + digests.size();
      JsonNode fresh = pipeline.await(pipeline.register(clean, repository.folder()));
      assertEquals("completed", fresh.get("status").asText(), fresh.toString());
      assertEquals(
          files(clean), files(history), "files after " + step + " differ from a clean index");
      assertEquals(pipeline.digest(clean, ""), pipeline.digest(history, ""), step.toString());
      digests.put(revision, pipeline.digest(history, ""));
    }
    TestRepository.deleteFolder(repository.folder());
    digests.forEach(
        (revision, digest) -> assertEquals(digest, pipeline.digest(history, revision), revision));
  }

  private static void assertSound(String project) {
    JsonNode answer = pipeline.get("/api/v1/projects/" + project + "/verify").get("data");
    assertTrue(answer.get("ok").asBoolean(), answer.get("problems").toString());
  }

  private static Map<String, String> files(String project) {
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode file :
        pipeline.get("/api/v1/projects/" + project + "/digest?files=true").at("/data/files")) {
      hashes.put(file.get("path").asText(), file.get("hash").asText());
    }
    return hashes;
  }
}
