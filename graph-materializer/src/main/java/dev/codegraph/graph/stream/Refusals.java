package dev.codegraph.graph.stream;

import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.ChangesetRefused;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import dev.codegraph.schemas.ViewPosition;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of changesets that cannot be applied. Each is refused once, by a record that every
 * replay reads before it applies anything, and what it would have brought is asked for again from
 * where the view really stands, unless it is there already or a later request has moved the view
 * on.
 */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** Another changeset has the number. */
  static final String NUMBER_TAKEN = "number_taken";

  /** It goes on from a revision at which the view does not stand. */
  static final String OTHER_LINE = "other_line";

  private final KeyValueSource kept;
  private final Map<String, ChangesetRefused> own = new HashMap<>();

  /**
   * @param kept The refusals that the topic has.
   */
  Refusals(KeyValueSource kept) {
    this.kept = kept;
  }

  /** What follows for the request of a refused changeset. */
  sealed interface Answer {
    /** It is asked for again. */
    record Repeated(IndexRequested request) implements Answer {}

    /** Nothing is lost. */
    record Settled(String why) implements Answer {}
  }

  /** Whether a changeset was refused. */
  boolean has(ViewId view, long number, String identity) {
    return find(view, number, identity) != null;
  }

  /**
   * Whether a changeset has lost its number to another. Two processes that held the same view for a
   * moment may have refused each other's; of such a ring the first identity counts.
   */
  boolean hasLost(ViewId view, long number, String identity) {
    SortedSet<String> ring = new TreeSet<>();
    String next = identity;
    while (ring.add(next)) {
      ChangesetRefused refusal = find(view, number, next);
      if (refusal == null || !refusal.reason().equals(NUMBER_TAKEN)) {
        return ring.size() > 1;
      }
      next = refusal.winner();
    }
    return !(next.equals(identity) && ring.first().equals(identity));
  }

  private @Nullable ChangesetRefused find(ViewId view, long number, String identity) {
    String key = Keys.refused(view.project(), view.view(), number, identity);
    ChangesetRefused here = own.get(key);
    if (here != null) {
      return here;
    }
    byte[] value = kept.get(Keys.bytes(key));
    if (value == null) {
      return null;
    }
    try {
      return Topics.REFUSED_CHANGESETS.codec().decode(value);
    } catch (IllegalArgumentException e) {
      LOG.warn("{} the refusal {} cannot be read: {}", ErrorCode.CG007, key, e.getMessage());
      return null;
    }
  }

  /** Refuses a changeset: the record to be sent, which takes a moment to come back. */
  ChangesetRefused refuse(ChangesetRecorded slice, String reason, String winner) {
    ChangesetRefused refusal =
        new ChangesetRefused(
            slice.project(), slice.view(), slice.number(), slice.identity(), reason, winner);
    own.put(key(slice), refusal);
    return refusal;
  }

  /** Key of the record of a refusal. */
  static String key(ChangesetRecorded slice) {
    return Keys.refused(slice.project(), slice.view(), slice.number(), slice.identity());
  }

  /**
   * What follows for the request of a changeset that is refused.
   *
   * @param slice Any slice of the changeset.
   * @param standing Where its view stands.
   */
  static Answer answer(ChangesetRecorded slice, ChangesetRecord standing) {
    if (slice.toRevision().equals(standing.revision())
        && slice.settings().equals(standing.settings())) {
      return new Answer.Settled("The view is at this revision already.");
    }
    if (slice.requestedAt() < standing.requestedAt()) {
      return new Answer.Settled("A later request has moved the view on.");
    }
    return new Answer.Repeated(
        new IndexRequested(
            slice.requestId(),
            slice.project(),
            slice.view(),
            slice.asked(),
            false,
            IndexRequested.MATERIALIZER,
            slice.requestedAt(),
            "",
            new ViewPosition(
                standing.number(), standing.identity(), standing.revision(), standing.settings())));
  }
}
