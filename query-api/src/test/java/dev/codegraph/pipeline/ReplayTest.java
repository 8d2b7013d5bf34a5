package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log alone brings back every revision. The long form is a proof with a cleaner at work. */
class ReplayTest {
  @Test
  void theLogAloneBringsBackEveryRevision(@TempDir Path folder) throws Exception {
    TestRepository repository = TestRepository.create(folder.resolve("repository"));
    Path data = folder.resolve("data");
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    try (EmbeddedBroker broker = Pipeline.broker(data);
        Admin admin = DroppedStores.admin(broker.bootstrapServers())) {
      try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
        for (int k = 0; k < 4; k++) {
          repository
              .write("pay.py", "def pay_%d():\n    return 1\n".formatted(k))
              .write(
                  "till/%d.py".formatted(k),
                  "from pay import pay_%d\n\npay_%d()\n".formatted(k, k));
          if (k > 0) {
            repository.delete("till/%d.py".formatted(k - 1));
          }
          String revision = repository.commit("step " + k);
          JsonNode job =
              pipeline.await(
                  k == 0
                      ? pipeline.register("shop", repository.folder())
                      : pipeline.index("shop", revision));
          assertEquals("completed", job.get("status").asText(), job::toString);
          answers.put(revision, answer(pipeline, revision));
        }
      }
      TestRepository.deleteFolder(repository.folder());
      List<String> dropped = DroppedStores.drop(admin, data);
      assertTrue(
          dropped.containsAll(List.of("codegraph-materializer", "state/", "lucene/")),
          dropped::toString);

      try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
        pipeline.awaitNumber("shop", answers.size());
        answers.forEach(
            (revision, answer) -> assertEquals(answer, answer(pipeline, revision), revision));
      }
    }
  }

  private static JsonNode answer(Pipeline pipeline, String revision) {
    return pipeline.get("/api/v1/projects/shop/digest?files=true&at=" + revision).get("data");
  }
}
