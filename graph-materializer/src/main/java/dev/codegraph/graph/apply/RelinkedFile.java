package dev.codegraph.graph.apply;

import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.Lookups;
import dev.codegraph.schemas.EdgeChange;
import dev.codegraph.schemas.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What linking a path gave: worked out in the pool, written by the owner.
 *
 * @param path The path.
 * @param language Its language.
 * @param before Its links before; null when it was not linked.
 * @param after Its links now.
 * @param puts Keys that differ: links, questions, in-edges of the targets.
 * @param newQuestions Questions that it did not ask before.
 * @param wasLinked Whether its path hash is known already.
 * @param addedEdges Edges that are new, for the feed.
 * @param removedEdges Edges that are gone, for the feed.
 * @param failure What went wrong in the policy; null when nothing did.
 */
record RelinkedFile(
    String path,
    Language language,
    @Nullable LinkedFile before,
    LinkedFile after,
    List<KeyValue> puts,
    long[] newQuestions,
    boolean wasLinked,
    List<EdgeChange> addedEdges,
    List<EdgeChange> removedEdges,
    @Nullable Throwable failure) {

  static long[] notIn(Lookups present, @Nullable Lookups before) {
    if (before == null) {
      return present.questions();
    }
    long[] rest = new long[present.questions().length];
    int count = 0;
    for (long question : present.questions()) {
      if (before.indexOf(question) < 0) {
        rest[count++] = question;
      }
    }
    return java.util.Arrays.copyOf(rest, count);
  }
}
