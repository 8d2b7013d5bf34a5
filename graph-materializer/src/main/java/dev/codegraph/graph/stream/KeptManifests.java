package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Manifests out of their store. */
final class KeptManifests {
  private final KeyValueSource store;

  KeptManifests(KeyValueSource store) {
    this.store = store;
  }

  /** The views that have any changeset. */
  List<ViewId> views() {
    List<ViewId> views = new ArrayList<>();
    byte[] from = {0};
    byte[] end = {(byte) 0xFF};
    while (true) {
      String key;
      try (KeyValueSource.Cursor cursor = store.range(from, end)) {
        if (!cursor.next()) {
          return views;
        }
        key = Keys.text(cursor.key());
      }
      Keys.ChangesetKey parsed = Keys.parseChangeset(key);
      views.add(new ViewId(parsed.project(), parsed.view()));
      from = GraphKeys.after(Keys.bytes(Keys.changesetPrefix(parsed.project(), parsed.view())));
    }
  }

  /**
   * The whole changeset of a number that goes on from a revision; null when none is whole yet.
   *
   * @param revision Commit id the view stands at; null when it stands nowhere.
   */
  @Nullable Changeset next(ViewId view, long number, @Nullable String revision) {
    SortedMap<String, List<ChangesetRecorded>> byIdentity = new TreeMap<>();
    byte[] prefix = Keys.bytes(Keys.changesetPrefix(view.project(), view.view(), number));
    try (KeyValueSource.Cursor cursor = store.range(prefix, GraphKeys.after(prefix))) {
      while (cursor.next()) {
        ChangesetRecorded slice = Topics.CHANGESETS.codec().decode(cursor.value());
        byIdentity.computeIfAbsent(slice.identity(), i -> new ArrayList<>()).add(slice);
      }
    }
    for (List<ChangesetRecorded> slices : byIdentity.values()) {
      ChangesetRecorded first = slices.getFirst();
      boolean fits = first.base() || first.fromRevision().equals(revision);
      if (fits && slices.size() == first.slices()) {
        return whole(slices);
      }
    }
    return null;
  }

  private static Changeset whole(List<ChangesetRecorded> slices) {
    ChangesetRecorded first = slices.getFirst();
    List<ManifestEntry> entries = new ArrayList<>();
    for (ChangesetRecorded slice : slices) {
      entries.addAll(slice.entries());
    }
    return new Changeset(
        first.number(),
        first.identity(),
        first.base(),
        first.fromRevision(),
        first.toRevision(),
        first.requestId(),
        first.settings(),
        first.author(),
        first.authoredAt(),
        first.message(),
        first.requestedAt(),
        entries);
  }
}
