/**
 * Applying a changeset to the versioned graph. START HERE: {@link
 * dev.codegraph.graph.apply.ChangesetApplication}, the steps from a complete manifest to the record
 * that makes its number exist.
 */
@NullMarked
package dev.codegraph.graph.apply;

import org.jspecify.annotations.NullMarked;
