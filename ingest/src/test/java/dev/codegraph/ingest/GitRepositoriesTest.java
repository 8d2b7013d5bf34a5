package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoriesTest {
  @TempDir Path folder;
  private GitFixture git;
  private GitRepositories repositories;

  @BeforeEach
  void open() {
    git = GitFixture.create(folder.resolve("origin"));
    repositories = new GitRepositories(folder.resolve("mirrors"));
  }

  @AfterEach
  void close() {
    repositories.close();
    git.close();
  }

  @Test
  void opensAWorkingTreeByItsGitFolder() throws Exception {
    String commit = git.put("A.java", "class A {}").commit("one");
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.move(git.folder(), tree.resolve(".git"));
    assertEquals(commit, head(tree.toString()));
    Files.move(tree.resolve(".git"), git.folder());
  }

  @Test
  void opensALinkedWorktreeAtItsOwnBranch() throws Exception {
    git.put("A.java", "class A {}").commit("one");
    String side = git.put("B.java", "class B {}").commitTo("side", "two");
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Path own = Files.createDirectories(git.folder().resolve("worktrees/linked"));
    Files.writeString(own.resolve("HEAD"), "ref: refs/heads/side\n");
    Files.writeString(own.resolve("commondir"), "../..\n");
    Files.writeString(own.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
    assertEquals(side, head(linked.toString()));
  }

  @Test
  void namesTheViewOfADetachedHead() throws Exception {
    String commit = git.put("A.java", "class A {}").commit("one");
    git.commit("two");
    Files.writeString(git.folder().resolve("HEAD"), commit + "\n");
    assertEquals(commit, head(git.folder().toString()));
  }

  @Test
  void mirrorsAUrlAndBringsItUpToDate() throws Exception {
    String url = "file://" + git.folder();
    String one = git.put("A.java", "class A {}").commit("one");
    assertEquals(one, head(url));
    String two = git.put("B.java", "class B {}").commit("two");
    assertEquals(two, head(url));
    git.point("main", one);
    assertEquals(one, head(url), "a force push");
    assertTrue(Files.isDirectory(folder.resolve("mirrors/p@1.git")));
    repositories.forget(new ProjectKey("p", 1));
    assertFalse(Files.exists(folder.resolve("mirrors/p@1.git")));
  }

  @Test
  void followsTheDefaultBranchOfAUrl() throws Exception {
    git.put("A.java", "class A {}").commit("one");
    String trunk = git.put("B.java", "class B {}").commitTo("trunk", "two");
    Files.writeString(git.folder().resolve("HEAD"), "ref: refs/heads/trunk\n");
    assertEquals(trunk, head("file://" + git.folder()));
  }

  @Test
  void saysThatAUrlCannotBeFetched() {
    CodeGraphException failure =
        assertThrows(CodeGraphException.class, () -> head("file://" + folder.resolve("nowhere")));
    assertEquals(ErrorCode.CG001, failure.code());
    assertTrue(failure.getMessage().startsWith("Cannot fetch"), failure.getMessage());
  }

  @Test
  void doesNotTellThePasswordOfAUrl() {
    CodeGraphException failure =
        assertThrows(
            CodeGraphException.class, () -> head("http://user:hidden@127.0.0.1:1/a/b.git"));
    assertFalse(failure.getMessage().contains("hidden"), failure.getMessage());
  }

  @Test
  void refusesAFolderBelowARepository() throws IOException {
    git.put("A.java", "class A {}").commit("one");
    Path below = Files.createDirectory(git.folder().resolve("below"));
    CodeGraphException failure =
        assertThrows(CodeGraphException.class, () -> head(below.toString()));
    assertTrue(failure.getMessage().contains("is not a git repository"), failure.getMessage());
  }

  @Test
  void seesThatARepositoryWasReplaced() throws Exception {
    git.put("A.java", "class A {}").commit("one");
    head(git.folder().toString());
    Path before = git.folder();
    Files.move(before, folder.resolve("before"));
    try (GitFixture other = GitFixture.create(before)) {
      String commit = other.put("B.java", "class B {}").commit("other");
      assertEquals(commit, head(before.toString()));
    }
    FileUtils.delete(before.toFile(), FileUtils.RECURSIVE);
  }

  @Test
  void refusesSsh() {
    CodeGraphException failure =
        assertThrows(CodeGraphException.class, () -> head("git@example.org:a/b.git"));
    assertTrue(failure.getMessage().contains("ssh"), failure.getMessage());
  }

  /** The commit at the head of the default view. */
  private String head(String repository) throws IOException, InterruptedException {
    ProjectRegistered project =
        new ProjectRegistered("p", 1, "p", repository, "", 0, false, List.of());
    return repositories.use(project, open -> open.head(open.view("", project)).name());
  }
}
