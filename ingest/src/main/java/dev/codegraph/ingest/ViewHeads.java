package dev.codegraph.ingest;

import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ViewAdvanced;
import dev.codegraph.schemas.ViewPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where each view stands: the newest record of the view-heads topic per view, in memory. A record
 * read late never takes a view back: within an epoch numbers only grow, and a view goes back only
 * with a new epoch.
 */
final class ViewHeads {
  private static final int TRAIL = 16;
  private static final Comparator<ViewAdvanced> ORDER =
      Comparator.comparingLong(ViewAdvanced::epoch).thenComparingLong(ViewAdvanced::number);

  private final Map<String, ViewAdvanced> heads = new ConcurrentHashMap<>();

  /** Takes a record that was read or just written. */
  void accept(ViewAdvanced head) {
    ViewAdvanced kept =
        heads.merge(
            Keys.view(head.project(), head.view()),
            head,
            (known, next) -> ORDER.compare(next, known) >= 0 ? next : known);
    assert ORDER.compare(kept, head) >= 0;
  }

  /** The heads of all views of a project key, sorted by view. */
  List<ViewAdvanced> ofProject(String project) {
    return heads.values().stream()
        .filter(head -> head.project().equals(project))
        .sorted(Comparator.comparing(ViewAdvanced::view))
        .toList();
  }

  /** The keys on the topic of the views of a project key. */
  List<String> keys(String project) {
    return heads.keySet().stream().filter(key -> key.startsWith(project + "/")).sorted().toList();
  }

  /** Forgets the views of a project key. */
  void forget(String project) {
    heads.keySet().removeIf(key -> key.startsWith(project + "/"));
  }

  /**
   * The head to go on from when the materializer says where a view stands: the known one when its
   * line goes through that place, else the place itself, in a new epoch. Then two changesets had
   * claimed one number, and what is known here goes on from the one that was refused.
   */
  static ViewAdvanced agreeing(
      Optional<ViewAdvanced> known, String project, String view, ViewPosition standing) {
    if (known.filter(head -> passes(head, standing)).isPresent()) {
      return known.get();
    }
    return new ViewAdvanced(
        project,
        view,
        standing.number(),
        standing.revision(),
        standing.identity(),
        standing.settings(),
        -1,
        -1,
        known.map(ViewAdvanced::epoch).orElse(0L) + 1,
        List.of(standing.identity()),
        // Another instance may have met an object that was missing.
        true);
  }

  private static boolean passes(ViewAdvanced head, ViewPosition standing) {
    long back = head.number() - standing.number();
    return back >= 0
        && back < head.trail().size()
        && head.trail().get((int) back).equals(standing.identity());
  }

  /** The trail of a line that goes on with a changeset. */
  static List<String> trail(Optional<ViewAdvanced> before, String identity) {
    List<String> trail = new ArrayList<>();
    trail.add(identity);
    before.ifPresent(head -> trail.addAll(head.trail()));
    return List.copyOf(trail.subList(0, Math.min(trail.size(), TRAIL)));
  }

  /**
   * The head of a view; empty when no changeset was ever sent for it.
   *
   * @param project Project key.
   * @param view Branch.
   */
  Optional<ViewAdvanced> of(String project, String view) {
    return Optional.ofNullable(heads.get(Keys.view(project, view)));
  }
}
