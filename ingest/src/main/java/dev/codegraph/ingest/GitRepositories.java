package dev.codegraph.ingest;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The repositories of the projects, open and ready. Opening costs some hundred times what a small
 * difference costs, so the most recently used stay open. A repository named by URL is mirrored in a
 * folder of its own and brought up to date for each request. Requests of one project must not
 * overlap; those of different projects may.
 */
final class GitRepositories implements AutoCloseable {
  private static final int KEPT_OPEN = 32;
  private static final int TRANSFER_TIMEOUT_SECONDS = 120;
  private static final List<RefSpec> MIRROR =
      List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

  private final Path mirrors;
  private final Map<ProjectKey, Held> held = new LinkedHashMap<>(KEPT_OPEN, 0.75f, true);

  /**
   * @param mirrors Folder of the mirrors, created when the first is needed.
   */
  GitRepositories(Path mirrors) {
    this.mirrors = mirrors;
  }

  /** An open repository, the folder it was opened from, and how many requests use it. */
  private static final class Held {
    final GitRepository repository;
    final Repository jgit;
    final Path gitDir;
    final @Nullable Object fileKey;
    int users;

    Held(GitRepository repository, Repository jgit, Path gitDir, @Nullable Object fileKey) {
      this.repository = repository;
      this.jgit = jgit;
      this.gitDir = gitDir;
      this.fileKey = fileKey;
    }
  }

  /** Something done with an open repository. */
  interface Use<T> {
    /** Does it. */
    T with(GitRepository repository) throws IOException, InterruptedException;
  }

  /**
   * Opens the repository of a project, brings a mirror up to date, and hands it to a use.
   *
   * @throws CodeGraphException when there is no such repository or it cannot be read
   */
  <T> T use(ProjectRegistered project, Use<T> use) throws IOException, InterruptedException {
    GitSystem.install();
    GitLocation location = GitLocation.of(project.repository());
    ProjectKey key = new ProjectKey(project.project(), project.incarnation());
    Held repository = acquire(key, location);
    try {
      if (location instanceof GitLocation.Remote remote) {
        fetch(repository.jgit, remote);
      }
      return use.with(repository.repository);
    } finally {
      release(repository);
    }
  }

  /** Closes the repository of a project that was deleted and removes its mirror. */
  void forget(ProjectKey project) throws IOException {
    synchronized (held) {
      Held gone = held.remove(project);
      if (gone != null && gone.users == 0) {
        gone.repository.close();
      }
    }
    Path mirror = mirror(project);
    if (Files.isDirectory(mirror)) {
      FileUtils.delete(mirror.toFile(), FileUtils.RECURSIVE | FileUtils.RETRY);
    }
  }

  @Override
  public void close() {
    synchronized (held) {
      held.values().forEach(repository -> repository.repository.close());
      held.clear();
    }
  }

  private Held acquire(ProjectKey project, GitLocation location) {
    Path gitDir =
        switch (location) {
          case GitLocation.Local local -> local.gitDir();
          case GitLocation.Remote ignored -> mirror(project);
        };
    synchronized (held) {
      Held known = held.get(project);
      if (known != null && known.gitDir.equals(gitDir) && isStillThere(known)) {
        known.users++;
        return known;
      }
      if (known != null) {
        held.remove(project);
        known.repository.close();
      }
      Held opened = open(gitDir, location);
      opened.users++;
      held.put(project, opened);
      closeEldest();
      return opened;
    }
  }

  private void release(Held repository) {
    synchronized (held) {
      repository.users--;
      if (repository.users == 0 && !held.containsValue(repository)) {
        repository.repository.close();
      }
    }
  }

  private void closeEldest() {
    Iterator<Held> eldest = held.values().iterator();
    while (held.size() > KEPT_OPEN && eldest.hasNext()) {
      Held candidate = eldest.next();
      if (candidate.users == 0) {
        eldest.remove();
        candidate.repository.close();
      }
    }
  }

  private static Held open(Path gitDir, GitLocation location) {
    String name =
        switch (location) {
          case GitLocation.Local ignored -> gitDir.toString();
          case GitLocation.Remote remote -> remote.redacted();
        };
    try {
      if (location instanceof GitLocation.Remote && !Files.exists(gitDir.resolve("HEAD"))) {
        create(gitDir);
      }
      Repository repository =
          new FileRepositoryBuilder().setGitDir(gitDir.toFile()).setMustExist(true).build();
      return new Held(new GitRepository(repository, name), repository, gitDir, fileKey(gitDir));
    } catch (RepositoryNotFoundException e) {
      throw GitFailures.notThere(name + " is not a git repository.");
    } catch (IOException | IllegalArgumentException e) {
      // JGit reports object formats and extensions that it does not know in either way.
      throw GitFailures.unreadable("Cannot open the repository " + name, e);
    }
  }

  private static void create(Path gitDir) throws IOException {
    Files.createDirectories(gitDir);
    try (Repository repository = new FileRepository(gitDir.toFile())) {
      repository.create(true);
      // Garbage is collected by the request that finds too much of it, never behind a reader.
      StoredConfig settings = repository.getConfig();
      settings.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, "autoDetach", false);
      settings.save();
    }
  }

  private static void fetch(Repository repository, GitLocation.Remote remote) {
    try (Transport transport = Transport.open(repository, new URIish(remote.url()))) {
      transport.setTimeout(TRANSFER_TIMEOUT_SECONDS);
      transport.setRemoveDeletedRefs(true);
      transport.setTagOpt(TagOpt.NO_TAGS);
      FetchResult result = transport.fetch(NullProgressMonitor.INSTANCE, MIRROR);
      followHead(repository, result);
    } catch (URISyntaxException e) {
      throw GitFailures.notThere("'" + remote.redacted() + "' is not a URL.");
    } catch (TransportException e) {
      if (e.getMessage() != null && e.getMessage().contains("Nothing to fetch")) {
        return;
      }
      throw GitFailures.unreadable("Cannot fetch " + remote.redacted(), e);
    } catch (IOException e) {
      throw GitFailures.unreadable("Cannot fetch " + remote.redacted(), e);
    }
  }

  /** Points HEAD of a mirror at the branch that HEAD of the original names. */
  private static void followHead(Repository repository, FetchResult result) throws IOException {
    Ref head = result.getAdvertisedRef(Constants.HEAD);
    if (head == null) {
      return;
    }
    String branch =
        head.isSymbolic() ? head.getTarget().getName() : branchAt(result, head, repository);
    if (!branch.equals(repository.getFullBranch())) {
      RefUpdate update = repository.updateRef(Constants.HEAD);
      RefUpdate.Result linked = update.link(branch);
      if (linked != RefUpdate.Result.FORCED
          && linked != RefUpdate.Result.NEW
          && linked != RefUpdate.Result.NO_CHANGE) {
        throw new IOException("HEAD of the mirror cannot be set to " + branch + ": " + linked);
      }
    }
  }

  /** An old server does not say what HEAD names: the branch at the same commit, main first. */
  private static String branchAt(FetchResult result, Ref head, Repository repository)
      throws IOException {
    for (String usual : List.of("main", "master")) {
      Ref ref = result.getAdvertisedRef(Constants.R_HEADS + usual);
      if (ref != null && Objects.equals(ref.getObjectId(), head.getObjectId())) {
        return ref.getName();
      }
    }
    return result.getAdvertisedRefs().stream()
        .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
        .filter(ref -> Objects.equals(ref.getObjectId(), head.getObjectId()))
        .map(Ref::getName)
        .sorted()
        .findFirst()
        .orElse(repository.getFullBranch());
  }

  private Path mirror(ProjectKey project) {
    return mirrors.resolve(project + ".git");
  }

  private static boolean isStillThere(Held repository) {
    return Files.isDirectory(repository.gitDir)
        && Objects.equals(repository.fileKey, fileKey(repository.gitDir));
  }

  private static @Nullable Object fileKey(Path folder) {
    try {
      return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }
}
