package dev.codegraph.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@link Cuts} for as long as one likes. Arguments: work folder, first seed, seeds, rounds of each,
 * commits of each.
 */
public final class CutsProof {
  private CutsProof() {}

  public static void main(String[] args) throws Exception {
    long first = Long.parseLong(args[1]);
    long seeds = Long.parseLong(args[2]);
    int rounds = Integer.parseInt(args[3]);
    long compared = 0;
    for (long seed = first; seed < first + seeds; seed++) {
      Path work = Files.createDirectories(Path.of(args[0]).resolve("seed-" + seed));
      System.out.println("seed " + seed);
      try (Cuts cuts = new Cuts(work, seed, Integer.parseInt(args[4]), System.out::println)) {
        compared += cuts.run(rounds);
      }
    }
    System.out.printf("%d cuts, %d answers compared, none wrong%n", seeds * rounds, compared);
    System.exit(0);
  }
}
