package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Git repositories of a few files. */
final class TestFiles {
  private TestFiles() {}

  /** A new repository with one commit of one file. */
  static Path repository(Path folder, String file, String content)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    git(folder, "init", "-q", "-b", "main");
    commit(folder, file, content);
    return folder;
  }

  /** Commits a file; returns the commit id. */
  static String commit(Path repository, String file, String content)
      throws IOException, InterruptedException {
    Files.writeString(repository.resolve(file), content);
    git(repository, "add", ".");
    git(repository, "commit", "-q", "-m", "change " + file);
    return git(repository, "rev-parse", "HEAD");
  }

  private static String git(Path repository, String... args)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.strip();
  }
}
