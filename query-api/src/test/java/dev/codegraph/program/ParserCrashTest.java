package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.proofs.CrashProof;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real crashes of the native parser in the program as it runs; the long form is crash.sh. */
final class ParserCrashTest {
  @TempDir Path folder;

  @Test
  void costsTheCrashingFilesOfAPushAndNothingElse() throws Exception {
    List<String> program =
        JavaCommand.of(
            List.of(
                "-Dcodegraph.program=codegraph-api",
                "-Dcodegraph.parser.natives=bundled",
                "-Xmx512m"),
            folder.resolve("service.jsa"),
            Main.class.getName(),
            List.of());
    assertEquals(List.of(), CrashProof.run(folder, program, 8, 40, System.out));
  }
}
