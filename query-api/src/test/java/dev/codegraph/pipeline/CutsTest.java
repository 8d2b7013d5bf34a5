package dev.codegraph.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight rounds of {@link Cuts}; {@link CutsProof} is the long form. */
class CutsTest {
  private static final int ROUNDS = 8;
  private static final int COMMITS = 12;
  private static final long SEED = 20260401;

  @Test
  void storesChangelogAndOffsetsMayBeCutAnywhere(@TempDir Path folder) {
    List<String> rounds = new ArrayList<>();
    try (Cuts cuts = new Cuts(folder, SEED, COMMITS, rounds::add)) {
      assertTrue(cuts.run(ROUNDS) >= COMMITS * ROUNDS);
    } catch (AssertionError e) {
      throw new AssertionError(String.join("\n", rounds), e);
    }
  }
}
