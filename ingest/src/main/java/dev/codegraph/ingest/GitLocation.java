package dev.codegraph.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the repository of a project is: a folder of this machine, or a URL. */
sealed interface GitLocation {
  /** A repository on this machine, by its git directory. */
  record Local(Path gitDir) implements GitLocation {}

  /** A repository elsewhere. */
  record Remote(String url) implements GitLocation {
    /** The URL without user and password, for messages. */
    String redacted() {
      return url.replaceFirst("^([a-z+]+://)[^/@]*@", "$1");
    }
  }

  Pattern URL = Pattern.compile("(?:https?|git|file)://.+");
  Pattern SSH = Pattern.compile("(?:ssh|git\\+ssh)://.+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:.+");

  /** Whether a text is a URL that can be fetched. */
  static boolean isUrl(String repository) {
    return URL.matcher(repository).matches();
  }

  /**
   * Reads what a project says about its repository.
   *
   * @param repository A path (working tree, bare repository, linked worktree) or a URL.
   * @throws dev.codegraph.schemas.CodeGraphException when there is no repository at the path
   */
  static GitLocation of(String repository) {
    if (isUrl(repository)) {
      return new Remote(repository);
    }
    if (SSH.matcher(repository).matches()) {
      throw GitFailures.notThere(
          "Repositories over ssh are not fetched; give the https URL of "
              + repository
              + " or the path of a clone.");
    }
    try {
      return new Local(gitDir(Path.of(repository)));
    } catch (InvalidPathException e) {
      throw GitFailures.notThere("'" + repository + "' is neither a path nor a URL.");
    }
  }

  private static Path gitDir(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw GitFailures.notThere(
          "The folder "
              + folder
              + " does not exist; put it back, or delete the project and register it where it is"
              + " now.");
    }
    Path dotGit = folder.resolve(".git");
    if (Files.isRegularFile(dotGit)) {
      return linked(folder, dotGit);
    }
    if (isGitDir(dotGit)) {
      return dotGit;
    }
    if (isGitDir(folder)) {
      return folder;
    }
    throw GitFailures.notThere(
        folder
            + " is not a git repository; give the folder that holds .git, or a bare repository.");
  }

  /** A worktree that was added to a repository, or a submodule: its .git file says where. */
  private static Path linked(Path folder, Path dotGit) {
    try {
      String text = Files.readString(dotGit, StandardCharsets.UTF_8).strip();
      if (text.startsWith("gitdir:")) {
        Path gitDir = folder.resolve(text.substring("gitdir:".length()).strip()).normalize();
        if (Files.isRegularFile(gitDir.resolve("HEAD"))) {
          return gitDir;
        }
      }
    } catch (IOException e) {
      throw GitFailures.unreadable("Cannot read " + dotGit, e);
    }
    throw GitFailures.notThere(dotGit + " does not lead to a git repository.");
  }

  private static boolean isGitDir(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.isDirectory(folder.resolve("refs"));
  }
}
