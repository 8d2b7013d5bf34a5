package dev.codegraph.graph.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.graph.link.LinkingPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MaterializeTopologyTest {
  @Test
  void isDrawnAsDocumented() throws IOException {
    String drawn;
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      drawn =
          new MaterializeTopology(
                  new ApplySettings(
                      LinkingPolicies::of,
                      pool,
                      new FactsCache(1 << 20),
                      "f1",
                      "",
                      view -> {},
                      project -> {},
                      new NoBrokers(),
                      ConcurrentHashMap.newKeySet()))
              .get()
              .describe()
              .toString();
    }
    Path document = Path.of("../docs/topologies/materialize.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, drawn);
    }
    assertEquals(Files.readString(document), drawn);
  }
}
