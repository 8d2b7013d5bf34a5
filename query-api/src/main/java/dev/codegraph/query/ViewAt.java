package dev.codegraph.query;

import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.ProjectRegistered;

/**
 * What an answer is true for.
 *
 * @param project The project.
 * @param view Its view.
 * @param record The changeset whose number the answer is pinned to.
 * @param queries Questions at that number.
 */
record ViewAt(
    ProjectRegistered project, ViewId view, ChangesetRecord record, GraphQueries queries) {
  long number() {
    return record.number();
  }
}
