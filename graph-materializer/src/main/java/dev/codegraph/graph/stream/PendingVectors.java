package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.schemas.ManifestEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The contents of a changeset that have no vectors yet. They hold nothing back; they are reported.
 */
final class PendingVectors {
  private final Changeset changeset;
  private final Set<String> missing = new HashSet<>();
  private final int contents;

  /**
   * @param has Whether the vectors of (content id, language) are there.
   */
  PendingVectors(Changeset changeset, BiPredicate<String, String> has) {
    this.changeset = changeset;
    Set<String> all = new HashSet<>();
    for (ManifestEntry entry : changeset.entries()) {
      String key = key(entry.contentId(), entry.language());
      if (!entry.language().isEmpty()
          && all.add(key)
          && !has.test(entry.contentId(), entry.language())) {
        missing.add(key);
      }
    }
    this.contents = all.size();
  }

  Changeset changeset() {
    return changeset;
  }

  /** Vectors arrived; whether they were waited for. */
  boolean arrived(String contentId, String language) {
    return missing.remove(key(contentId, language));
  }

  boolean isComplete() {
    return missing.isEmpty();
  }

  int contents() {
    return contents;
  }

  int done() {
    return contents - missing.size();
  }

  private static String key(String contentId, String language) {
    return contentId + "/" + language;
  }
}
