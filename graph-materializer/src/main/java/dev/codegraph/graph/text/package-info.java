/**
 * The text index: one Lucene document per entity and per file, with the numbers between which it
 * holds, and the follower that keeps the index up with the graph store.
 */
@NullMarked
package dev.codegraph.graph.text;

import org.jspecify.annotations.NullMarked;
