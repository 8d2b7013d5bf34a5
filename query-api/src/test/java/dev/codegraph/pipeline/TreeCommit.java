package dev.codegraph.pipeline;

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
 * A commit written as git objects, without a working tree: its paths are bytes, so it holds names
 * that no file system of this machine would take.
 */
final class TreeCommit implements AutoCloseable {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private final Repository repository;
  private final TreeMap<byte[], Entry> tree = new TreeMap<>(Arrays::compareUnsigned);

  private record Entry(FileMode mode, ObjectId id) {}

  private TreeCommit(Repository repository) {
    this.repository = repository;
  }

  /** For the branch main of a repository that is there. */
  static TreeCommit in(Path repository) {
    try {
      return new TreeCommit(
          new FileRepositoryBuilder()
              .setGitDir(repository.resolve(".git").toFile())
              .setMustExist(true)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TreeCommit file(String path, String content) {
    return file(path.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }

  TreeCommit file(byte[] path, byte[] content) {
    return put(path, FileMode.REGULAR_FILE, content);
  }

  TreeCommit link(String path, String target) {
    return put(
        path.getBytes(StandardCharsets.UTF_8),
        FileMode.SYMLINK,
        target.getBytes(StandardCharsets.UTF_8));
  }

  private TreeCommit put(byte[] path, FileMode mode, byte[] content) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      tree.put(path, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, content)));
      inserter.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the commit, with the files put so far and no others; returns its id. */
  String commit(String message) {
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
      ObjectId parent = repository.resolve("refs/heads/main");
      if (parent != null) {
        commit.addParentId(parent);
      }
      PersonIdent author = new PersonIdent("Ann", "ann@example.org", TIME, ZoneOffset.UTC);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef("refs/heads/main");
      update.setNewObjectId(id);
      RefUpdate.Result result = update.forceUpdate();
      if (result != RefUpdate.Result.NEW
          && result != RefUpdate.Result.FAST_FORWARD
          && result != RefUpdate.Result.FORCED) {
        throw new AssertionError("main is not set: " + result);
      }
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
