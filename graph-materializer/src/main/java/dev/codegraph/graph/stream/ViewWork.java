package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.ChangesetApplication;
import dev.codegraph.graph.apply.ViewApplier;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.ViewId;
import org.jspecify.annotations.Nullable;

/** Where the work on one view stands. */
final class ViewWork {
  final ViewId id;
  final ViewApplier applier;

  /** Number of the last changeset applied; 0 when none. */
  long number;

  /** Revision of that changeset; null when none. */
  @Nullable String revision;

  /** The next changeset while facts are missing; null when it is not whole yet or is running. */
  @Nullable PendingChangeset pending;

  /** The next changeset while it is applied; null otherwise. */
  @Nullable ChangesetApplication running;

  /** The contents of the latest changeset that wait for vectors; null when none does. */
  @Nullable PendingVectors vectors;

  /** When progress was told last, milliseconds. */
  long toldAt;

  /** When progress of vectors was told last, milliseconds. */
  long toldVectorsAt;

  ViewWork(ViewId id, ViewApplier applier) {
    this.id = id;
    this.applier = applier;
    ChangesetRecord latest = applier.graph().latest();
    if (latest != null) {
      number = latest.number();
      revision = latest.revision();
    }
  }
}
