package dev.codegraph.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Walks over trees in byte order of the paths. A walk that compares enters only folders that
 * differ, unless the limit of files binds in either tree, since one path more or less moves the
 * limit, or the trees mark different files as generated: then every path is looked at.
 */
final class TreeChanges {
  private static final FileRules.Verdict BEYOND =
      new FileRules.Verdict.Skip(SkipReason.TOO_MANY_FILES);

  private TreeChanges() {}

  /** Is told each path of a walk. */
  interface Visitor {
    /** The next path. */
    void visit(TreeChange change) throws IOException, InterruptedException;
  }

  /** Counts the paths of a tree. */
  static TreeCounts count(ObjectReader reader, ObjectId tree, FileRules rules) throws IOException {
    TreeRules judging = new TreeRules(rules, reader, tree);
    long files = 0;
    long candidates = 0;
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.addTree(tree);
      while (walk.next()) {
        files++;
        if (isCandidate(judging.judge(walk.getRawMode(0), PathText.of(walk.getRawPath())))) {
          candidates++;
        }
      }
    }
    return new TreeCounts(files, candidates);
  }

  /** Visits every path of a tree, as one that did not exist before. */
  static void whole(ObjectReader reader, ObjectId tree, FileRules rules, Visitor visitor)
      throws IOException, InterruptedException {
    TreeRules nothing = new TreeRules(rules, reader, ObjectId.zeroId());
    TreeRules all = new TreeRules(rules, reader, tree);
    try (TreeWalk walk = walk(reader, null, tree)) {
      visit(walk, nothing, all, rules.config().maxFilesPerProject(), visitor);
    }
  }

  /**
   * The paths that differ between two trees, in byte order.
   *
   * @param repository Where counts of trees are remembered.
   * @param from Tree before.
   * @param to Tree after.
   */
  static List<TreeChange> between(
      GitRepository repository, ObjectReader reader, ObjectId from, ObjectId to, FileRules rules)
      throws IOException, InterruptedException {
    TreeCounts before = repository.counts(reader, from, rules);
    TreeRules fromRules = new TreeRules(rules, reader, from);
    TreeRules toRules = new TreeRules(rules, reader, to);
    List<TreeChange> changes = new ArrayList<>();
    try (TreeWalk walk = walk(reader, from, to)) {
      walk.setFilter(TreeFilter.ANY_DIFF);
      visit(walk, fromRules, toRules, Long.MAX_VALUE, changes::add);
    }
    boolean judgesAlike = judgesAlike(fromRules, toRules, changes);
    TreeCounts after = judgesAlike ? after(before, changes) : repository.counts(reader, to, rules);
    repository.remember(to, rules, after);
    long limit = rules.config().maxFilesPerProject();
    if (!judgesAlike || Math.max(before.candidates(), after.candidates()) > limit) {
      changes.clear();
      try (TreeWalk walk = walk(reader, from, to)) {
        visit(walk, fromRules, toRules, limit, change -> addIfDifferent(changes, change));
      }
    }
    changes.removeIf(TreeChanges::isSame);
    return changes;
  }

  /** Whether a path that is in both trees with one content is judged alike in both. */
  private static boolean judgesAlike(TreeRules from, TreeRules to, List<TreeChange> changes)
      throws IOException {
    for (TreeChange change : changes) {
      if (TreeRules.isAttributes(change.path()) && !from.saysTheSame(to, change.path())) {
        return false;
      }
    }
    return true;
  }

  private static TreeWalk walk(ObjectReader reader, @Nullable ObjectId from, ObjectId to)
      throws IOException {
    TreeWalk walk = new TreeWalk(reader);
    walk.setRecursive(true);
    if (from == null) {
      walk.addTree(new EmptyTreeIterator());
    } else {
      walk.addTree(from);
    }
    walk.addTree(to);
    return walk;
  }

  private static void visit(
      TreeWalk walk, TreeRules from, TreeRules to, long limit, Visitor visitor)
      throws IOException, InterruptedException {
    Limited before = new Limited(from, limit);
    Limited after = new Limited(to, limit);
    while (walk.next()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      String path = PathText.of(walk.getRawPath());
      visitor.visit(new TreeChange(path, before.side(walk, 0, path), after.side(walk, 1, path)));
    }
  }

  /** One tree of a walk, with the number of candidates met so far. */
  private static final class Limited {
    private final TreeRules rules;
    private final long limit;
    private long candidates;

    Limited(TreeRules rules, long limit) {
      this.rules = rules;
      this.limit = limit;
    }

    TreeChange.@Nullable Side side(TreeWalk walk, int tree, String path) throws IOException {
      int mode = walk.getRawMode(tree);
      if (FileMode.MISSING.equals(mode)) {
        return null;
      }
      FileRules.Verdict verdict = rules.judge(mode, path);
      if (isCandidate(verdict) && ++candidates > limit) {
        verdict = BEYOND;
      }
      return new TreeChange.Side(walk.getObjectId(tree), verdict);
    }
  }

  private static TreeCounts after(TreeCounts before, List<TreeChange> changes) {
    long files = before.files();
    long candidates = before.candidates();
    for (TreeChange change : changes) {
      files += (change.to() == null ? 0 : 1) - (change.from() == null ? 0 : 1);
      candidates += weight(change.to()) - weight(change.from());
    }
    return new TreeCounts(files, candidates);
  }

  private static int weight(TreeChange.@Nullable Side side) {
    return side == null || !isCandidate(side.verdict()) ? 0 : 1;
  }

  private static boolean isCandidate(FileRules.Verdict verdict) {
    return verdict instanceof FileRules.Verdict.Candidate;
  }

  private static void addIfDifferent(List<TreeChange> changes, TreeChange change) {
    if (!isSame(change)) {
      changes.add(change);
    }
  }

  /** A change of the executable bit alone, or a path that a full walk passed. */
  private static boolean isSame(TreeChange change) {
    return change.from() != null && change.from().equals(change.to());
  }
}
