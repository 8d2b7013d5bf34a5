/**
 * The graph as lines: the canonical lines that the digest is made of, and the JSON Lines export
 * that every later measurement reads.
 */
@NullMarked
package dev.codegraph.graph.export;

import org.jspecify.annotations.NullMarked;
