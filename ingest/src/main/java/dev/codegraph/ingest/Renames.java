package dev.codegraph.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exact renames of a difference: a path that went and one that came with the same content in
 * the same language. Where several match, one that keeps its file name is preferred, then byte
 * order decides, so the pairs depend on nothing but the two trees.
 */
final class Renames {
  private Renames() {}

  /**
   * Finds them.
   *
   * @param changes Paths that differ, in byte order.
   * @return old path by new path
   */
  static Map<String, String> exact(List<TreeChange> changes) {
    Map<TreeChange.Content, Deque<String>> gone = new HashMap<>();
    for (TreeChange change : changes) {
      if (change.to() == null && change.from() != null) {
        change
            .from()
            .content()
            .ifPresent(
                content ->
                    gone.computeIfAbsent(content, c -> new ArrayDeque<>()).add(change.path()));
      }
    }
    Map<String, String> renames = new HashMap<>();
    if (!gone.isEmpty()) {
      pair(changes, gone, renames, true);
      pair(changes, gone, renames, false);
    }
    return renames;
  }

  private static void pair(
      List<TreeChange> changes,
      Map<TreeChange.Content, Deque<String>> gone,
      Map<String, String> renames,
      boolean sameName) {
    for (TreeChange change : changes) {
      if (change.from() != null || change.to() == null || renames.containsKey(change.path())) {
        continue;
      }
      change
          .to()
          .content()
          .map(gone::get)
          .map(paths -> take(paths, change.path(), sameName))
          .ifPresent(old -> renames.put(change.path(), old));
    }
  }

  private static @Nullable String take(Deque<String> paths, String path, boolean sameName) {
    if (!sameName) {
      return paths.poll();
    }
    for (Iterator<String> rest = paths.iterator(); rest.hasNext(); ) {
      String old = rest.next();
      if (fileName(old).equals(fileName(path))) {
        rest.remove();
        return old;
      }
    }
    return null;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
