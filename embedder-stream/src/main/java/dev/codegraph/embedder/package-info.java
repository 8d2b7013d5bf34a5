/**
 * The embedding stage: facts in, vectors out. START HERE: {@link
 * dev.codegraph.embedder.EmbedderStage}; the drawing is {@link
 * dev.codegraph.embedder.EmbedTopology}.
 */
@NullMarked
package dev.codegraph.embedder;

import org.jspecify.annotations.NullMarked;
