package dev.codegraph.ingest;

import dev.codegraph.schemas.ViewAdvanced;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/**
 * The contents that the log has of a project, read off the heads of its views: a head is written
 * after all contents of its tree are acknowledged. Nothing is remembered beside the heads, so there
 * is nothing that a crash could make wrong; what cannot be told is sent again, which does no harm.
 *
 * <p>A head counts when it was reached under the settings in force, since others may have skipped
 * what these send, when no content of its line was unreadable, and when the limit of files left
 * none out.
 */
final class SentContents {
  /** Above this many paths, whole trees are walked rather than looked up. */
  private static final int MOST_PATHS = 1_000;

  private final GitRepository repository;
  private final ObjectReader reader;
  private final FileRules rules;
  private final Set<TreeChange.Content> contents = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  SentContents(GitRepository repository, ObjectReader reader, FileRules rules) {
    this.repository = repository;
    this.reader = reader;
    this.rules = rules;
  }

  /** What is known to be in the log. */
  Set<TreeChange.Content> contents() {
    return contents;
  }

  /** Adds all that the trees of heads have. */
  void addAll(List<ViewAdvanced> heads) throws IOException {
    for (ViewAdvanced head : heads) {
      Optional<RevCommit> commit = commit(head);
      if (commit.isPresent()) {
        ObjectId tree = commit.get().getTree();
        try (TreeWalk walk = new TreeWalk(reader)) {
          walk.addTree(tree);
          walk(walk, tree);
        }
      }
    }
  }

  /** Adds what the trees of heads have at the paths of changes, as far as those are few. */
  void addAt(List<ViewAdvanced> heads, List<TreeChange> changes) throws IOException {
    List<String> paths =
        changes.stream().filter(change -> change.to() != null).map(TreeChange::path).toList();
    if (paths.size() > MOST_PATHS) {
      addAll(heads);
      return;
    }
    if (paths.isEmpty()) {
      return;
    }
    for (ViewAdvanced head : heads) {
      Optional<RevCommit> commit = commit(head);
      if (commit.isPresent()) {
        ObjectId tree = commit.get().getTree();
        try (TreeWalk walk = new TreeWalk(reader)) {
          walk.addTree(tree);
          walk.setRecursive(true);
          walk.setFilter(PathFilterGroup.createFromStrings(paths));
          walk(walk, tree);
        }
      }
    }
  }

  /** The commit of a head whose candidates were all sent; empty when some may not have been. */
  private Optional<RevCommit> commit(ViewAdvanced head) throws IOException {
    Optional<RevCommit> commit =
        isWhole(head, rules) ? repository.commit(head.revision()) : Optional.empty();
    boolean isLimited =
        commit.isPresent()
            && repository.counts(reader, commit.get().getTree(), rules).candidates()
                > rules.config().maxFilesPerProject();
    return isLimited ? Optional.empty() : commit;
  }

  /** Whether the log has every content of a head that these rules would send. */
  static boolean isWhole(ViewAdvanced head, FileRules rules) {
    return !head.incomplete() && head.settings().equals(rules.settings());
  }

  private void walk(TreeWalk walk, ObjectId tree) throws IOException {
    TreeRules judging = new TreeRules(rules, reader, tree);
    while (walk.next()) {
      String path = PathText.of(walk.getRawPath());
      if (FileMode.TREE.equals(walk.getRawMode(0))) {
        // Heads of one project differ in few folders.
        if (folders.add(walk.getObjectId(0).name() + path)) {
          walk.enterSubtree();
        }
      } else if (judging.judge(walk.getRawMode(0), path)
          instanceof FileRules.Verdict.Candidate candidate) {
        contents.add(TreeChange.Content.of(walk.getObjectId(0), candidate));
      }
    }
  }
}
