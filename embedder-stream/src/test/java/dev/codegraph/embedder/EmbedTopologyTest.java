package dev.codegraph.embedder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbedTopologyTest {
  @Test
  void isDrawnAsDocumented() throws IOException {
    String drawn = new EmbedTopology(new HashingModel()).get().describe().toString();
    Path document = Path.of("../docs/topologies/embed.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, drawn);
    }
    assertEquals(Files.readString(document), drawn);
  }
}
