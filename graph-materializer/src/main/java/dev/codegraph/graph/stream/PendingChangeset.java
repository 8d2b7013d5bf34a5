package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.schemas.ManifestEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** A whole changeset that waits for facts: a set of what is missing, never a count. */
final class PendingChangeset {
  private final Changeset changeset;
  private final Set<String> missing = new HashSet<>();
  private final int contents;

  /**
   * @param has Whether the facts of (content id, language) are there.
   */
  PendingChangeset(Changeset changeset, BiPredicate<String, String> has) {
    this.changeset = changeset;
    Set<String> all = new HashSet<>();
    for (ManifestEntry entry : changeset.entries()) {
      if (!entry.language().isEmpty()
          && all.add(key(entry.contentId(), entry.language()))
          && !has.test(entry.contentId(), entry.language())) {
        missing.add(key(entry.contentId(), entry.language()));
      }
    }
    this.contents = all.size();
  }

  Changeset changeset() {
    return changeset;
  }

  /** Facts arrived. */
  void arrived(String contentId, String language) {
    missing.remove(key(contentId, language));
  }

  boolean isComplete() {
    return missing.isEmpty();
  }

  int contents() {
    return contents;
  }

  int missing() {
    return missing.size();
  }

  private static String key(String contentId, String language) {
    return contentId + "/" + language;
  }
}
