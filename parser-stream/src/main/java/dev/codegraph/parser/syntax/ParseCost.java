package dev.codegraph.parser.syntax;

/**
 * What one parse used.
 *
 * @param operations work of the parser; one is a step of tree-sitter, or the bytes it scans or
 *     copies in the time of a step
 * @param cpuNanos CPU time of parse and walk, in nanoseconds
 * @param peakBytes most native memory held during the parse; 0 where the library does not count it
 * @param nodes nodes of the tree
 */
public record ParseCost(long operations, long cpuNanos, long peakBytes, int nodes) {}
