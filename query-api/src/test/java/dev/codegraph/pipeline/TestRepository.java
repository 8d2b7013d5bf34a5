package dev.codegraph.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A git repository that a test writes, driven by the git command as a user would. */
public final class TestRepository {
  private final Path folder;
  private int commits;

  private TestRepository(Path folder) {
    this.folder = folder;
  }

  /** A new one. */
  public static TestRepository create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestRepository repository = new TestRepository(folder);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  /** A repository that is there already. */
  public static TestRepository open(Path folder) {
    return new TestRepository(folder);
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** Writes a file of the working tree. */
  public TestRepository write(String path, String content) {
    return write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of the working tree. */
  public TestRepository write(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Removes a file of the working tree. */
  public TestRepository delete(String path) {
    try {
      Files.delete(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Copies a folder over the working tree; a file {@code .deleted} lists paths to remove. */
  public TestRepository overlay(Path from) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = from.relativize(file).toString();
        if (path.equals(".deleted")) {
          Files.readAllLines(file).stream().filter(l -> !l.isBlank()).forEach(this::delete);
        } else {
          write(path, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Deletes a folder and everything in it. */
  public static void deleteFolder(Path folder) {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(all::add);
      for (Path file : all.reversed()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits the working tree; returns the commit id. */
  public String commit(String message) {
    git("add", "-A");
    commits++;
    git("commit", "-q", "--allow-empty", "-m", message);
    return git("rev-parse", "HEAD").strip();
  }

  /** The last commits of the first-parent history, oldest first. */
  public List<String> history(int count) {
    List<String> revisions =
        new ArrayList<>(
            git("rev-list", "--first-parent", "-n", Integer.toString(count), "HEAD")
                .lines()
                .toList());
    return revisions.reversed();
  }

  /** Runs git; fails the test when git fails. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(
        List.of(
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@example.invalid",
            "-c",
            "safe.directory=*",
            "-c",
            "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      String time = "2026-01-02T03:%02d:%02dZ".formatted(commits / 60 % 60, commits % 60);
      builder.environment().put("GIT_AUTHOR_DATE", time);
      builder.environment().put("GIT_COMMITTER_DATE", time);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
