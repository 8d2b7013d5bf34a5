/**
 * The graph for others to look at: the share of each file in the digest, the JSON Lines export that
 * every later measurement reads, and the check that all parts of a view fit together.
 */
@NullMarked
package dev.codegraph.graph.export;

import org.jspecify.annotations.NullMarked;
