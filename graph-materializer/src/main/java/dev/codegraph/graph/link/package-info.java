/**
 * Linking: deciding which definition each reference means. A {@link
 * dev.codegraph.graph.link.LinkingPolicy} per language is a pure function of one file's facts and
 * of the answers that a {@link dev.codegraph.graph.link.ProjectView} gives; because the view
 * records every question with its answer, a later changeset knows exactly which files to link
 * again. Nothing here imports Kafka, RocksDB or Lucene, reads a clock, or depends on hash order.
 */
@NullMarked
package dev.codegraph.graph.link;

import org.jspecify.annotations.NullMarked;
