package dev.codegraph.parser.syntax;

import java.time.Duration;

/**
 * What one parse may use. Work, memory and nodes are counted, so that the same bytes end the same
 * way on every machine; the CPU deadline is only a net below them and does depend on the machine.
 *
 * @param maxBytes largest content that is parsed
 * @param maxNesting deepest nesting of brackets that is parsed
 * @param maxOperations parser operations, for a content of any size; see {@link #operationsFor}
 * @param memoryBytes native memory of one parse; ordinary code takes 60 bytes per byte, a table of
 *     one-digit numbers 210
 * @param cpuDeadline CPU time of the parsing thread for one parse
 * @param maxNodes nodes of the finished tree, named and anonymous
 */
public record ParseLimits(
    long maxBytes,
    int maxNesting,
    long maxOperations,
    long memoryBytes,
    Duration cpuDeadline,
    int maxNodes) {

  public ParseLimits {
    requirePositive("maxBytes", maxBytes);
    requirePositive("maxNesting", maxNesting);
    requirePositive("maxOperations", maxOperations);
    requirePositive("memoryBytes", memoryBytes);
    requirePositive("cpuDeadline", cpuDeadline.toNanos());
    requirePositive("maxNodes", maxNodes);
    if (maxNodes > Integer.MAX_VALUE / SyntaxTree.STRIDE) {
      throw new IllegalArgumentException("maxNodes is beyond one array: " + maxNodes);
    }
  }

  /** Operations for a small file; more than any ordinary file of its size takes. */
  private static final long BASE_OPERATIONS = 500_000;

  /** Ordinary code takes about 1 per byte, the most that was seen in real files is 3. */
  private static final long OPERATIONS_PER_BYTE = 16;

  /** The limits of production: files of 2 MiB, 512 MiB of native memory. */
  public static ParseLimits defaults() {
    return new ParseLimits(
        2L << 20, 2_000, 40_000_000L, 512L << 20, Duration.ofSeconds(60), 4_000_000);
  }

  /**
   * Operations for a content of that size: proportional to it, because only input on which the
   * parser is not linear takes more, and at most {@code maxOperations}.
   */
  long operationsFor(int bytes) {
    return Math.min(maxOperations, BASE_OPERATIONS + OPERATIONS_PER_BYTE * bytes);
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }
}
