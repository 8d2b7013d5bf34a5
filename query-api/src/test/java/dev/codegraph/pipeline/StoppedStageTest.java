package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.embedder.EmbedderStage;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.ingest.IngestService;
import dev.codegraph.parser.ParserStage;
import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * There is one path: each stage is stopped in turn while a commit is asked for, and the records of
 * the stage before it are found waiting in its topics while no topic behind it moves. Started
 * again, it takes them up and the answer is that of a fresh index.
 */
final class StoppedStageTest {
  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Pipeline pipeline;
  private static BrokerOffsets offsets;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    broker = Pipeline.broker(data);
    pipeline = new Pipeline(data, broker.bootstrapServers());
    offsets = new BrokerOffsets(broker.bootstrapServers(), Pipeline.PARTITIONS);
  }

  @AfterAll
  static void stop() {
    offsets.close();
    pipeline.close();
    broker.close();
  }

  @Test
  void requestsWaitForIngest() {
    List<Topic<?>> behind =
        List.of(
            Topics.CHANGESETS,
            Topics.VIEW_HEADS,
            Topics.SOURCE_FILES,
            Topics.PARSED_FILES,
            Topics.EMBEDDED_CHUNKS,
            Topics.GRAPH_CHANGES);
    Asked asked = prepared("ingest");
    pipeline.stopIngest();
    Map<String, Long> before = offsets.counts(behind);
    String job = asked.commit();
    offsets.awaitWaiting(IngestService.GROUP, Topics.INDEX_REQUESTS, true);
    asked.assertStillOld();
    assertEquals("queued", pipeline.get("/api/v1/jobs/" + job).at("/data/status").asText());
    assertEquals(before, offsets.counts(behind));
    pipeline.startIngest();
    asked.assertNew(job);
  }

  @Test
  void contentsWaitForTheParser() {
    List<Topic<?>> behind =
        List.of(Topics.PARSED_FILES, Topics.EMBEDDED_CHUNKS, Topics.GRAPH_CHANGES);
    Asked asked = prepared("parser");
    pipeline.stopParser();
    Map<String, Long> before = offsets.counts(behind);
    String job = asked.commit();
    offsets.awaitWaiting(ParserStage.APPLICATION_ID, Topics.SOURCE_FILES, true);
    // The manifest has gone past the parser: what it names is what is waited for.
    awaitStage(job, "parse", "running");
    asked.assertStillOld();
    assertEquals(before, offsets.counts(behind));
    pipeline.startParser();
    asked.assertNew(job);
  }

  /** Vectors hold nothing back, so the revision is published and only their own topic waits. */
  @Test
  void factsWaitForTheEmbedder() {
    List<Topic<?>> behind = List.of(Topics.EMBEDDED_CHUNKS);
    Asked asked = prepared("embedder");
    pipeline.stopEmbedder();
    Map<String, Long> before = offsets.counts(behind);
    String job = asked.commit();
    asked.assertNew(job);
    offsets.awaitWaiting(EmbedderStage.APPLICATION_ID, Topics.PARSED_FILES, true);
    awaitStage(job, "embed", "running");
    assertEquals(before, offsets.counts(behind));
    pipeline.startEmbedder();
    awaitStage(job, "embed", "done");
    assertTrue(
        offsets.counts(behind).get(Topics.EMBEDDED_CHUNKS.name())
            > before.get(Topics.EMBEDDED_CHUNKS.name()));
  }

  @Test
  void manifestsFactsAndVectorsWaitForTheMaterializer() {
    List<Topic<?>> behind = List.of(Topics.GRAPH_CHANGES);
    Asked asked = prepared("graph");
    pipeline.stopMaterializer();
    Map<String, Long> before = offsets.counts(behind);
    String job = asked.commit();
    for (Topic<?> input : List.of(Topics.CHANGESETS, Topics.PARSED_FILES, Topics.EMBEDDED_CHUNKS)) {
      offsets.awaitWaiting(MaterializerStage.APPLICATION_ID, input, true);
    }
    awaitStage(job, "ingest", "done");
    // Its stores are closed with it: no answer, which is not a wrong one.
    assertEquals(503, pipeline.send("GET", asked.digestPath(), "").statusCode());
    assertEquals(before, offsets.counts(behind));
    pipeline.startMaterializer();
    asked.assertNew(job);
  }

  private Asked prepared(String project) {
    TestRepository repository = TestRepository.create(folder.resolve(project));
    repository.write("a/Base.java", "package a;\n\npublic class Base {\n  void run() {}\n}\n");
    repository.write(
        "a/Leaf.java",
        "package a;\n\nclass Leaf extends Base {\n  void go() {\n    run();\n  }\n}\n");
    String revision = repository.commit("first");
    completed(pipeline.register(project, repository.folder()));
    offsets.awaitWaiting(IngestService.GROUP, Topics.INDEX_REQUESTS, false);
    offsets.awaitWaiting(ParserStage.APPLICATION_ID, Topics.SOURCE_FILES, false);
    offsets.awaitWaiting(EmbedderStage.APPLICATION_ID, Topics.PARSED_FILES, false);
    for (Topic<?> input : List.of(Topics.CHANGESETS, Topics.PARSED_FILES, Topics.EMBEDDED_CHUNKS)) {
      offsets.awaitWaiting(MaterializerStage.APPLICATION_ID, input, false);
    }
    return new Asked(project, repository, revision, pipeline.digest(project, ""));
  }

  /** A project at its first revision, about to be asked for the second. */
  private record Asked(
      String project, TestRepository repository, String oldRevision, String oldDigest) {

    String digestPath() {
      return "/api/v1/projects/" + project + "/digest";
    }

    /** Changes a base class that a file in view names, and asks for it. */
    String commit() {
      String content =
          "package a;\n\npublic class Base {\n  void walk() {}\n\n  // of %s\n}\n"
              .formatted(project);
      return pipeline.index(
          project, repository.write("a/Base.java", content).commit("run is walk"));
    }

    void assertStillOld() {
      JsonNode answer = pipeline.get(digestPath());
      assertEquals(oldDigest, answer.at("/data/digest").asText());
      assertEquals(oldRevision, answer.at("/meta/revision").asText());
      assertTrue(answer.at("/meta/lag_ms").asLong() > 0, answer::toString);
    }

    void assertNew(String job) {
      completed(job);
      JsonNode answer = pipeline.get(digestPath());
      assertEquals(2, answer.at("/data/number").asLong());
      assertEquals(0, answer.at("/meta/lag_ms").asLong(), answer::toString);
      String fresh = project + "-fresh";
      completed(pipeline.register(fresh, repository.folder()));
      assertEquals(pipeline.digest(fresh, ""), answer.at("/data/digest").asText());
      assertEquals(oldDigest, pipeline.digest(project, oldRevision));
    }
  }

  private static void completed(String job) {
    JsonNode ended = pipeline.await(job);
    assertEquals("completed", ended.get("status").asText(), ended::toString);
  }

  private static void awaitStage(String job, String stage, String state) {
    pipeline.awaitThat(
        job + " is " + state + " in " + stage,
        () -> {
          for (JsonNode told : pipeline.get("/api/v1/jobs/" + job).at("/data/stages")) {
            if (told.get("stage").asText().equals(stage)) {
              return told.get("state").asText().equals(state);
            }
          }
          return false;
        });
  }
}
