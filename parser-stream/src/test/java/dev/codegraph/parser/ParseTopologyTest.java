package dev.codegraph.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.parser.syntax.ParseLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseTopologyTest {
  @Test
  void isDrawnAsDocumented(@TempDir Path folder) throws IOException {
    String drawn =
        new ParseTopology(
                ParseLimits.defaults(),
                new CrashGuard(
                    CrashJournal.open(folder, "test"),
                    new SeparateParser(List.of()),
                    System::nanoTime))
            .get()
            .describe()
            .toString();
    Path document = Path.of("../docs/topologies/parse.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, drawn);
    }
    assertEquals(Files.readString(document), drawn);
  }
}
