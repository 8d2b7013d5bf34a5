package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Old revisions with the repository gone, over a history in which files are renamed, deleted, added
 * again and moved to another package. What each says must be what a project says that knows only
 * this revision; both are in one text index, so neither may see the other. The long form is a proof
 * with real commits and data folders of their own.
 */
class TimeTravelTest {
  private static final int ENTITIES = 100;
  private static final int SEARCHES = 60;

  @Test
  void anOldRevisionSaysWhatAnIndexOfNothingElseSays(@TempDir Path folder) {
    TestRepository repository = TestRepository.create(folder.resolve("repository"));
    List<Runnable> steps =
        List.of(
            () -> shop(repository, "shop", 3),
            () -> repository.git("mv", "shop/Till.java", "shop/Desk.java"),
            () -> repository.delete("shop/Cart.java"),
            () -> shop(repository, "shop", 5),
            () -> {
              repository.delete("shop/Cart.java");
              repository.write("goods/Cart.java", cart("goods", 4));
            },
            () -> repository.git("mv", "tools/count.py", "tools/counting.py"),
            () -> shop(repository, "shop", 3));
    Path data = folder.resolve("data");
    try (EmbeddedBroker broker = Pipeline.broker(data);
        Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
      List<String> revisions =
          IntStream.range(0, steps.size())
              .mapToObj(
                  step -> {
                    steps.get(step).run();
                    String revision = repository.commit("step " + step);
                    completed(
                        pipeline.await(
                            step == 0
                                ? pipeline.register("history", repository.folder())
                                : pipeline.index("history", revision)));
                    completed(
                        pipeline.await(pipeline.register("only-" + step, repository.folder())));
                    return revision;
                  })
              .toList();
      TestRepository.deleteFolder(repository.folder());
      for (int step = 0; step < revisions.size(); step++) {
        RevisionAnswers.Comparison comparison =
            new RevisionAnswers(pipeline, "history", revisions.get(step))
                .compare(
                    new RevisionAnswers(pipeline, "only-" + step, ""), step, ENTITIES, SEARCHES);
        assertEquals(List.of(), comparison.differences(), "at step " + step);
        assertTrue(comparison.edges() > 0 && comparison.hits() > SEARCHES, comparison::toString);
      }
    }
  }

  private static void shop(TestRepository repository, String name, int goods) {
    repository
        .write(name + "/Cart.java", cart(name, goods))
        .write(
            name + "/Till.java",
            """
            package %s;

            /** Takes the money for a cart. */
            class Till {
              int takeMoney(Cart cart) {
                return cart.priceOfGoods0() + cart.priceOfGoods1();
              }
            }
            """
                .formatted(name))
        .write("tools/__init__.py", "")
        .write(
            "tools/count.py",
            "def count_goods(cart):\n    return len(cart)\n\n\ndef count_all():\n"
                + "    return count_goods([])\n")
        .write(
            "tools/main.py",
            "from tools.count import count_goods\n\ncount_goods([%d])\n".formatted(goods));
  }

  private static String cart(String name, int goods) {
    StringBuilder text = new StringBuilder("package " + name + ";\n\npublic class Cart {\n");
    for (int i = 0; i < goods; i++) {
      text.append("  /** The price of the goods in place %d. */\n".formatted(i));
      text.append("  public int priceOfGoods%d() {\n".formatted(i));
      text.append(
          "    return %s;\n  }\n".formatted(i == 0 ? "1" : "priceOfGoods" + (i - 1) + "()"));
    }
    return text.append("}\n").toString();
  }

  private static void completed(JsonNode job) {
    assertEquals("completed", job.get("status").asText(), job::toString);
  }
}
