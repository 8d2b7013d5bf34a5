package dev.codegraph.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare repository whose next commit is a map from path bytes to file: what a working tree on this
 * machine could not hold, a commit can.
 */
final class GitFixture implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final Repository repository;
  private final TreeMap<byte[], Entry> tree = new TreeMap<>(Arrays::compareUnsigned);
  private int commits;

  private record Entry(FileMode mode, ObjectId id) {}

  private GitFixture(Repository repository) {
    this.repository = repository;
  }

  static GitFixture create(Path folder) {
    GitSystem.install();
    try {
      Repository repository = new FileRepositoryBuilder().setGitDir(folder.toFile()).build();
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD);
      RefUpdate.Result linked = head.link("refs/heads/main");
      if (linked == RefUpdate.Result.REJECTED) {
        throw new IllegalStateException("HEAD was not linked");
      }
      return new GitFixture(repository);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return repository.getDirectory().toPath();
  }

  GitFixture put(String path, String content) {
    return put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  GitFixture put(String path, byte[] content) {
    return put(path.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR_FILE, content);
  }

  GitFixture put(byte[] path, FileMode mode, byte[] content) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      tree.put(path, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, content)));
      inserter.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitFixture submodule(String path, String commit) {
    tree.put(
        path.getBytes(StandardCharsets.UTF_8),
        new Entry(FileMode.GITLINK, ObjectId.fromString(commit)));
    return this;
  }

  GitFixture executable(String path) {
    tree.computeIfPresent(
        path.getBytes(StandardCharsets.UTF_8),
        (p, entry) -> new Entry(FileMode.EXECUTABLE_FILE, entry.id()));
    return this;
  }

  GitFixture remove(String path) {
    if (tree.remove(path.getBytes(StandardCharsets.UTF_8)) == null) {
      throw new IllegalArgumentException("no such path: " + path);
    }
    return this;
  }

  GitFixture move(String from, String to) {
    Entry entry = tree.remove(from.getBytes(StandardCharsets.UTF_8));
    if (entry == null) {
      throw new IllegalArgumentException("no such path: " + from);
    }
    tree.put(to.getBytes(StandardCharsets.UTF_8), entry);
    return this;
  }

  /** Commits the map onto main. */
  String commit(String message) {
    return commitTo("main", message);
  }

  String commitTo(String branch, String message, String... furtherParents) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      tree.forEach(
          (path, entry) -> {
            DirCacheEntry added = new DirCacheEntry(path, DirCacheEntry.STAGE_0);
            added.setFileMode(entry.mode());
            added.setObjectId(entry.id());
            builder.add(added);
          });
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(cache.writeTree(inserter));
      ObjectId parent = repository.resolve("refs/heads/" + branch);
      if (parent != null) {
        commit.addParentId(parent);
      }
      for (String further : furtherParents) {
        commit.addParentId(ObjectId.fromString(further));
      }
      PersonIdent author =
          new PersonIdent("Ann", "ann@example.org", START.plusSeconds(commits++), ZoneOffset.UTC);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      point(branch, id.name());
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forces a branch to a commit. */
  void point(String branch, String commit) {
    try {
      RefUpdate update = repository.updateRef("refs/heads/" + branch);
      update.setNewObjectId(ObjectId.fromString(commit));
      RefUpdate.Result result = update.forceUpdate();
      if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.REJECTED) {
        throw new IllegalStateException(branch + ": " + result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
