package dev.codegraph.ingest;

import dev.codegraph.schemas.ProjectRegistered;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * An open repository of one project: names become commits here. One request uses it at a time; what
 * it remembers are counts of trees, which never change.
 */
final class GitRepository {
  /** The view of a repository whose HEAD names a commit rather than a branch. */
  static final String DETACHED = "HEAD";

  private static final int REMEMBERED_TREES = 16;

  private final Repository repository;
  private final String name;
  private final Map<String, TreeCounts> counts =
      new LinkedHashMap<>(REMEMBERED_TREES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TreeCounts> eldest) {
          return size() > REMEMBERED_TREES;
        }
      };

  /**
   * @param repository The open repository.
   * @param name Its path or redacted URL, for messages.
   */
  GitRepository(Repository repository, String name) {
    this.repository = repository;
    this.name = name;
  }

  /** A reader of objects, to be closed by the caller. */
  ObjectReader reader() {
    return repository.newObjectReader();
  }

  /** Its path or redacted URL, for messages. */
  String name() {
    return name;
  }

  void close() {
    repository.close();
  }

  /**
   * The view that a request means.
   *
   * @param requested View of the request; empty: the project's, else the branch that HEAD names.
   */
  String view(String requested, ProjectRegistered project) {
    if (!requested.isEmpty()) {
      return requested;
    }
    if (!project.branch().isEmpty()) {
      return project.branch();
    }
    try {
      String branch = repository.getFullBranch();
      return branch != null && branch.startsWith(Constants.R_HEADS)
          ? branch.substring(Constants.R_HEADS.length())
          : DETACHED;
    } catch (IOException e) {
      throw GitFailures.unreadable("Cannot read HEAD of " + name, e);
    }
  }

  /**
   * The commit at the head of a view.
   *
   * @throws dev.codegraph.schemas.CodeGraphException when the branch does not exist
   */
  RevCommit head(String view) {
    try {
      Ref ref =
          view.equals(DETACHED)
              ? repository.exactRef(Constants.HEAD)
              : firstRef(Constants.R_HEADS + view, Constants.R_REMOTES + "origin/" + view);
      if (ref != null && ref.getObjectId() != null) {
        return parse(ref.getObjectId());
      }
      if (repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS).isEmpty()) {
        throw GitFailures.notThere(name + " has no commits yet; commit something and index again.");
      }
      throw GitFailures.notThere("There is no branch '" + view + "' in " + name + ".");
    } catch (IOException e) {
      throw GitFailures.unreadable("Cannot read the branch " + view + " of " + name, e);
    }
  }

  /**
   * The commit that a text names.
   *
   * @param revision Full commit id, branch or tag.
   * @throws dev.codegraph.schemas.CodeGraphException when it names none
   */
  RevCommit revision(String revision) {
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      if (id != null) {
        return parse(id);
      }
    } catch (RevisionSyntaxException
        | AmbiguousObjectException
        | IncorrectObjectTypeException
        | MissingObjectException e) {
      throw GitFailures.notThere("There is no commit '" + revision + "' in " + name + ".");
    } catch (IOException e) {
      throw GitFailures.unreadable("Cannot read the commit " + revision + " of " + name, e);
    }
    throw GitFailures.notThere("There is no commit '" + revision + "' in " + name + ".");
  }

  /** The commit with a full id, when this repository still has it. */
  Optional<RevCommit> commit(String id) {
    if (!ObjectId.isId(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(ObjectId.fromString(id)));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw GitFailures.unreadable("Cannot read the commit " + id + " of " + name, e);
    }
  }

  /** How many files a tree has, counted once per tree and settings. */
  TreeCounts counts(ObjectReader reader, ObjectId tree, FileRules rules) throws IOException {
    String key = countsKey(tree, rules);
    TreeCounts known = counts.get(key);
    if (known == null) {
      known = TreeChanges.count(reader, tree, rules);
      counts.put(key, known);
    }
    return known;
  }

  /** Remembers what a tree's counts are. */
  void remember(ObjectId tree, FileRules rules, TreeCounts known) {
    counts.put(countsKey(tree, rules), known);
  }

  private static String countsKey(ObjectId tree, FileRules rules) {
    return tree.name() + rules.settings();
  }

  private @Nullable Ref firstRef(String... names) throws IOException {
    return repository.getRefDatabase().firstExactRef(names);
  }

  private RevCommit parse(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(id);
      walk.parseBody(commit);
      return commit;
    }
  }
}
