package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Manifests out of their store. */
final class KeptManifests {
  private static final Logger LOG = LoggerFactory.getLogger(KeptManifests.class);

  private final KeyValueSource store;

  KeptManifests(KeyValueSource store) {
    this.store = store;
  }

  /** The views that have any changeset. */
  SortedSet<ViewId> views() {
    SortedSet<ViewId> views = new TreeSet<>();
    byte[] from = {0};
    byte[] end = {(byte) 0xFF};
    while (true) {
      byte[] key;
      try (KeyValueSource.Cursor cursor = store.range(from, end)) {
        if (!cursor.next()) {
          return views;
        }
        key = cursor.key();
      }
      try {
        Keys.ChangesetKey parsed = Keys.parseChangeset(Keys.text(key));
        views.add(new ViewId(parsed.project(), parsed.view()));
        // One number at a time: the changesets of a view a/b lie among those of a view a.
        from =
            GraphKeys.after(
                Keys.bytes(Keys.changesetPrefix(parsed.project(), parsed.view(), parsed.number())));
      } catch (IllegalArgumentException e) {
        from = Arrays.copyOf(key, key.length + 1);
      }
    }
  }

  /**
   * A slice out of its record.
   *
   * @throws IllegalArgumentException when it cannot be read, is not what its key says, or names
   *     what this version does not know
   */
  static ChangesetRecorded read(String key, byte[] value) {
    ChangesetRecorded slice = Topics.CHANGESETS.codec().decode(value);
    String own =
        new Keys.ChangesetKey(
                slice.project(), slice.view(), slice.number(), slice.identity(), slice.slice())
            .toString();
    if (!own.equals(key)) {
      throw new IllegalArgumentException("the key " + key + " holds the slice " + own);
    }
    if (slice.number() < 1 || slice.slice() < 0 || slice.slice() >= slice.slices()) {
      throw new IllegalArgumentException("no slice has the place of " + own);
    }
    for (ManifestEntry entry : slice.entries()) {
      if (entry.path().isEmpty() || hasZero(entry.path()) || hasZero(entry.oldPath())) {
        throw new IllegalArgumentException("a path of " + own + " is empty or has a zero byte");
      }
      if (!entry.language().isEmpty()) {
        Language.ofWire(entry.language());
      }
    }
    return slice;
  }

  private static boolean hasZero(String path) {
    return path.indexOf('\0') >= 0;
  }

  /** Whether several changesets of a view claim a number, whole or not. */
  boolean isContested(ViewId view, long number) {
    byte[] prefix = Keys.bytes(Keys.changesetPrefix(view.project(), view.view(), number));
    byte[] end = GraphKeys.after(prefix);
    String key;
    try (KeyValueSource.Cursor cursor = store.range(prefix, end)) {
      if (!cursor.next()) {
        return false;
      }
      key = Keys.text(cursor.key());
    }
    byte[] first = Keys.bytes(key.substring(0, key.lastIndexOf('/') + 1));
    try (KeyValueSource.Cursor cursor = store.range(GraphKeys.after(first), end)) {
      return cursor.next();
    }
  }

  /** The whole changesets that claim a number, by identity, each by its slices in order. */
  SortedMap<String, List<ChangesetRecorded>> claims(ViewId view, long number) {
    SortedMap<String, List<ChangesetRecorded>> byIdentity = new TreeMap<>();
    byte[] prefix = Keys.bytes(Keys.changesetPrefix(view.project(), view.view(), number));
    try (KeyValueSource.Cursor cursor = store.range(prefix, GraphKeys.after(prefix))) {
      while (cursor.next()) {
        ChangesetRecorded slice;
        try {
          slice = read(Keys.text(cursor.key()), cursor.value());
        } catch (IllegalArgumentException e) {
          // Reported when it arrived; a restored store holds it all the same.
          LOG.debug("passing over a damaged slice of {} number {}", view, number, e);
          continue;
        }
        byIdentity.computeIfAbsent(slice.identity(), i -> new ArrayList<>()).add(slice);
      }
    }
    byIdentity.values().removeIf(slices -> slices.size() != slices.getFirst().slices());
    return byIdentity;
  }

  /**
   * Whether a changeset can be applied where a view stands.
   *
   * @param slice Any slice of it.
   * @param revision Commit id the view stands at; null when it stands nowhere.
   */
  static boolean fits(ChangesetRecorded slice, @Nullable String revision) {
    return slice.base() || slice.fromRevision().equals(revision);
  }

  /**
   * The changeset to apply as a number; null when there is none yet. The one that began to be
   * applied counts, else the first that fits and has not lost the number to another.
   *
   * @param claims The whole changesets that claim the number.
   * @param revision Commit id the view stands at; null when it stands nowhere.
   * @param begun Identity of the changeset that has begun; null when none has.
   * @param lost Whether an identity has lost the number.
   */
  static @Nullable Changeset choose(
      SortedMap<String, List<ChangesetRecorded>> claims,
      @Nullable String revision,
      @Nullable String begun,
      Predicate<String> lost) {
    for (Map.Entry<String, List<ChangesetRecorded>> claim : claims.entrySet()) {
      ChangesetRecorded first = claim.getValue().getFirst();
      String identity = claim.getKey();
      if (begun == null ? fits(first, revision) && !lost.test(identity) : identity.equals(begun)) {
        return whole(claim.getValue());
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
