/**
 * The versioned graph as keys and values. {@link dev.codegraph.graph.store.GraphKeys} is the
 * layout, {@link dev.codegraph.graph.store.VersionedGraph} reads it at a number, and the records
 * are what the values hold. Nothing here knows which store holds the bytes.
 */
@NullMarked
package dev.codegraph.graph.store;

import org.jspecify.annotations.NullMarked;
