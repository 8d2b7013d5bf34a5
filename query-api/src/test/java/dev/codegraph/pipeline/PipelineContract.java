package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole pipeline does over any Kafka: each kind of broker passes the same test. */
interface PipelineContract {
  /** Address of a broker that this test has for itself. */
  String bootstrapServers();

  @Test
  default void answersEachCommitAsAFreshIndexWould(@TempDir Path folder) {
    TestRepository repository = TestRepository.create(folder.resolve("repository"));
    repository
        .write(
            "shop/Cart.java",
            "package shop;\n\npublic class Cart {\n  int total() {\n    return 1;\n  }\n}\n")
        .write(
            "shop/Till.java",
            """
            package shop;

            class Till {
              int pay(Cart cart) {
                return cart.total();
              }
            }
            """);
    String first = repository.commit("a cart and a till");

    try (Pipeline pipeline = new Pipeline(folder.resolve("data"), bootstrapServers())) {
      completed(pipeline, pipeline.register("shop", repository.folder()));
      assertEquals(List.of("pay"), callersOfTotal(pipeline, ""));
      String before = pipeline.digest("shop", "");

      String second =
          repository
              .delete("shop/Till.java")
              .write(
                  "shop/Bill.java",
                  "package shop;\n\n"
                      + "class Bill {\n"
                      + "  int sum(Cart cart) {\n"
                      + "    return cart.total();\n"
                      + "  }\n"
                      + "}\n")
              .commit("bills instead of a till");
      completed(pipeline, pipeline.index("shop", second));
      assertEquals(List.of("sum"), callersOfTotal(pipeline, ""));
      assertEquals(List.of("pay"), callersOfTotal(pipeline, first));
      assertNotEquals(before, pipeline.digest("shop", ""));
      assertEquals(before, pipeline.digest("shop", first));

      completed(pipeline, pipeline.register("fresh", repository.folder()));
      assertEquals(pipeline.digest("fresh", ""), pipeline.digest("shop", ""));
    }
  }

  private static void completed(Pipeline pipeline, String job) {
    JsonNode ended = pipeline.await(job);
    assertEquals("completed", ended.get("status").asText(), ended::toString);
  }

  /** Found as a user would: by name, and from there. */
  private static List<String> callersOfTotal(Pipeline pipeline, String revision) {
    String view = "project_id=shop" + (revision.isEmpty() ? "" : "&at=" + revision);
    JsonNode found = pipeline.get("/api/v1/search?q=total&kind=method&" + view).get("data");
    assertTrue(found.size() > 0, "total is not found " + view);
    String id = Pipeline.escape(found.get(0).get("id").asText());
    JsonNode callers = pipeline.get("/api/v1/entities/" + id + "/callers?" + view).get("data");
    return StreamSupport.stream(callers.spliterator(), false)
        .map(caller -> caller.get("name").asText())
        .sorted()
        .toList();
  }
}
