package dev.codegraph.ingest;

import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ViewAdvanced;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where each view stands: the newest record of the view-heads topic per view, in memory. A record
 * read late never takes a view back, since numbers only grow.
 */
final class ViewHeads {
  private final Map<String, ViewAdvanced> heads = new ConcurrentHashMap<>();

  /** Takes a record that was read or just written. */
  void accept(ViewAdvanced head) {
    ViewAdvanced kept =
        heads.merge(
            Keys.view(head.project(), head.view()),
            head,
            (known, next) -> next.number() >= known.number() ? next : known);
    assert kept.number() >= head.number();
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
