/**
 * The materializing stage: changesets and facts in, a versioned graph and its text index out. START
 * HERE: {@link dev.codegraph.graph.MaterializerStage}; the drawing is {@link
 * dev.codegraph.graph.stream.MaterializeTopology}.
 */
@NullMarked
package dev.codegraph.graph;

import org.jspecify.annotations.NullMarked;
