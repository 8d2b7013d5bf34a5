package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.SourceFileRead;
import dev.codegraph.schemas.ViewPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRequestHandlerTest {
  @TempDir Path folder;
  private GitFixture git;
  private Ingesting ingest;

  @BeforeEach
  void open() {
    git = GitFixture.create(folder.resolve("repo.git"));
    ingest = new Ingesting(Ingesting.config(folder), git.folder().toString());
  }

  @AfterEach
  void close() {
    ingest.close();
    git.close();
  }

  @Test
  void sendsTheWholeTreeAsTheFirstChangeset() {
    String first = git.put("src/A.java", "class A {}").put("b.py", "x = 1").commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));

    ChangesetRecorded slice = log.slices().getFirst();
    assertEquals(1, slice.number());
    assertTrue(slice.base());
    assertEquals("", slice.fromRevision());
    assertEquals(first, slice.toRevision());
    assertEquals("main", slice.view());
    assertEquals("Ann <ann@example.org>", slice.author());
    assertEquals("one", slice.message());
    assertEquals(List.of("A b.py python", "A src/A.java java"), lines(log));
    assertEquals(2, log.contents().size());
    assertEquals(first, log.heads().getFirst().revision());
    assertEquals(JobState.DONE, Ingesting.last(log).state());
    assertEquals(2, Ingesting.last(log).figures().get("contents_sent"));
  }

  @Test
  void sendsADifferenceAfterwards() {
    git.put("Same.java", "class Same {}").put("Old.java", "class Old {}");
    String from = git.put("Changed.java", "class Changed {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.remove("Old.java").put("Changed.java", "class Changed { int x; }");
    String to = git.put("New.java", "class New {}").commit("two");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));

    ChangesetRecorded slice = log.slices().getFirst();
    assertEquals(2, slice.number());
    assertFalse(slice.base());
    assertEquals(from, slice.fromRevision());
    assertEquals(to, slice.toRevision());
    assertEquals(List.of("M Changed.java java", "A New.java java", "D Old.java"), lines(log));
    assertEquals(2, log.contents().size());
  }

  @Test
  void sendsNothingWhenTheViewIsThereAlready() {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(List.of(), log.durable());
    assertEquals(JobState.DONE, Ingesting.last(log).state());
    assertEquals(1, Ingesting.last(log).number());
  }

  @Test
  void anotherBranchSendsOnlyWhatTheProjectHasNot() {
    git.put("a/A.java", "class A {}").put("a/B.java", "class B {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.put("C.java", "class C {}").commitTo("topic", "fork");
    MemoryLog fork = ingest.ingest(Ingesting.request("r2", "topic", ""));
    assertEquals(3, fork.entries().size(), "the whole tree is listed");
    assertEquals(1, fork.contents().size(), "what the other branch has is in the log");
    git.put("a/A.java", "class A { int x; }").commit("two");
    assertEquals(1, ingest.ingest(Ingesting.request("r3")).contents().size(), "C came by topic");
    git.put("D.java", "class D {}").commitTo("topic", "merge");
    MemoryLog merge = ingest.ingest(Ingesting.request("r4", "topic", ""));
    assertEquals(2, merge.entries().size());
    assertEquals(1, merge.contents().size(), "the new A came by main");
  }

  @Test
  void whatIsInTheLogIsReadOffTheHeadsAndNotRemembered() {
    git.put("A.java", "class A {}").commit("one");
    MemoryLog broken = new MemoryLog();
    broken.breakAfter(2);
    assertThrows(KafkaException.class, () -> ingest.ingest(Ingesting.request("r1"), 0, broken));
    assertEquals(1, broken.contents().size());
    git.commitTo("topic", "fork");
    assertEquals(
        1,
        ingest.ingest(Ingesting.request("r2", "topic", "")).contents().size(),
        "what was sent before its head was written does not count");
    assertEquals(0, ingest.ingest(Ingesting.request("r3")).contents().size());
    assertEquals(1, ingest.ingest(Ingesting.full("r4")).contents().size(), "who asks for all");
  }

  @Test
  void otherSettingsMayHaveSkippedWhatIsSentNow() {
    git.put("A.java", "class A {}").put("B.java", "class B {}").commit("one");
    ingest.reconfigure(withMostFiles(1));
    assertEquals(1, ingest.ingest(Ingesting.request("r1")).contents().size());
    ingest.reconfigure(Ingesting.config(folder));
    assertEquals(2, ingest.ingest(Ingesting.request("r2")).contents().size());
    ingest.reconfigure(withMostFiles(1));
    git.put("0.java", "class Zero {}").commitTo("topic", "fork");
    assertEquals(1, ingest.ingest(Ingesting.request("r3", "topic", "")).contents().size());
    git.remove("0.java").commitTo("topic", "back");
    assertEquals(
        1,
        ingest.ingest(Ingesting.request("r4", "topic", "")).contents().size(),
        "what the limit leaves out was not sent");
  }

  @Test
  void listsWhatGitattributesMarkAsGeneratedOrVendored() {
    git.put(
            ".gitattributes",
            "*.pb.java linguist-generated\n"
                + "[attr]foreign linguist-vendored\n"
                + "third/** foreign\n"
                + "third/own/* -linguist-vendored\n"
                + "plain/*.java linguist-generated=false\n"
                + "gen/*.java linguist-generated=true\n")
        .put("sub/.gitattributes", "Kept.pb.java !linguist-generated\n")
        .put("a/Wire.pb.java", "class Wire {}")
        .put("sub/Kept.pb.java", "class Kept {}")
        .put("third/Lib.java", "class Lib {}")
        .put("third/own/Ours.java", "class Ours {}")
        .put("plain/Hand.java", "class Hand {}")
        .put("gen/Made.java", "class Made {}")
        .commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(
        List.of(
            "A .gitattributes unsupported_language",
            "A a/Wire.pb.java linguist_generated",
            "A gen/Made.java linguist_generated",
            "A plain/Hand.java java",
            "A sub/.gitattributes unsupported_language",
            "A sub/Kept.pb.java java",
            "A third/Lib.java linguist_vendored",
            "A third/own/Ours.java java"),
        lines(log));
    assertEquals(2, Ingesting.last(log).figures().get("skipped_linguist_generated"));
  }

  @Test
  void readsFilesWithoutAnEndingWhoseFirstLinesSayTheirLanguage() {
    git.put("tool", "#!/usr/bin/env python3\nx = 1\n")
        .put("sub/run", "#!/usr/bin/env node\nlet x = 1;\n")
        .put("sh", "#!/bin/sh\necho\n")
        .put("tool.sh", "#!/usr/bin/env python3\nx = 1\n")
        .put("README", "#!/usr/bin/env python3\n")
        .commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(
        List.of(
            "A README unsupported_language",
            "A sh unsupported_language",
            "A sub/run javascript",
            "A tool python",
            "A tool.sh unsupported_language"),
        lines(log));
    git.put("tool", "#!/bin/sh\necho\n").commit("two");
    assertEquals(
        List.of("M tool unsupported_language"), lines(ingest.ingest(Ingesting.request("r2"))));
  }

  @Test
  void readsWhatGitattributesSayIsNotGenerated() {
    git.put(".gitattributes", "kept/* linguist-generated=false\n")
        .put("kept/A.java", "// @generated\nclass A {}\n")
        .put("other/A.java", "// @generated\nclass A {}\n")
        .commit("one");
    assertEquals(
        List.of(
            "A .gitattributes unsupported_language",
            "A kept/A.java java",
            "A other/A.java generated"),
        lines(ingest.ingest(Ingesting.request("r1"))));
    git.put(".gitattributes", "* linguist-generated=false\n").commit("two");
    assertEquals(
        List.of("M .gitattributes unsupported_language", "M other/A.java java"),
        lines(ingest.ingest(Ingesting.request("r2"))));
  }

  @Test
  void aChangeOfGitattributesChangesFilesThatAreTheSame() {
    git.put("a/A.java", "class A {}").put("b/B.java", "class B {}");
    git.put(".gitattributes", "*.java text\n").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.put(".gitattributes", "*.java text eol=lf\n").commit("two");
    assertEquals(
        List.of("M .gitattributes unsupported_language"),
        lines(ingest.ingest(Ingesting.request("r2"))));
    git.put(".gitattributes", "a/* linguist-generated\n").commit("three");
    assertEquals(
        List.of("M .gitattributes unsupported_language", "M a/A.java linguist_generated"),
        lines(ingest.ingest(Ingesting.request("r3"))));
    git.remove(".gitattributes").commit("four");
    MemoryLog log = ingest.ingest(Ingesting.request("r4"));
    assertEquals(List.of("D .gitattributes", "M a/A.java java"), lines(log));
    assertEquals(1, log.contents().size(), "what was skipped before may never have been sent");
  }

  @Test
  void goesOnFromWhereTheMaterializerStands() {
    String first = git.put("A.java", "class A {}").commit("one");
    ChangesetRecorded base = ingest.ingest(Ingesting.request("r1")).slices().getFirst();
    git.put("B.java", "class B {}").commit("two");
    ingest.ingest(Ingesting.request("r2"));
    git.put("C.java", "class C {}").commit("three");
    ingest.ingest(Ingesting.request("r3"));
    ViewPosition standing = new ViewPosition(2, "of another instance", first, base.settings());

    MemoryLog log = ingest.ingest(Ingesting.repeated("r2", "", standing));
    ChangesetRecorded again = log.slices().getFirst();
    assertEquals(3, again.number());
    assertEquals(first, again.fromRevision());
    assertEquals("r2", again.requestId());
    assertEquals(List.of("A B.java java", "A C.java java"), lines(log));
    assertEquals(1, log.heads().getFirst().epoch());

    assertEquals(
        List.of(),
        ingest.ingest(Ingesting.repeated("r3", "", standing)).durable(),
        "the line leads through that place now, and the branch is reached");
    git.put("D.java", "class D {}").commit("four");
    assertEquals(4, ingest.ingest(Ingesting.request("r4")).slices().getFirst().number());
  }

  @Test
  void keepsThePlaceOfTheMaterializerThoughNothingIsToBeSent() {
    String first = git.put("A.java", "class A {}").commit("one");
    ChangesetRecorded base = ingest.ingest(Ingesting.request("r1")).slices().getFirst();
    MemoryLog log =
        ingest.ingest(
            Ingesting.repeated("r1", "", new ViewPosition(5, "other", first, base.settings())));
    assertEquals(List.of(), log.slices());
    assertEquals(5, log.heads().getFirst().number());
    git.put("B.java", "class B {}").commit("two");
    assertEquals(6, ingest.ingest(Ingesting.request("r2")).slices().getFirst().number());
  }

  @Test
  void saysWhichRevisionWasAskedForUnlessItWasTheHead() {
    String first = git.put("A.java", "class A {}").commit("one");
    git.put("B.java", "class B {}").commit("two");
    MemoryLog named = ingest.ingest(Ingesting.request("r1", "main", first));
    assertEquals(first, named.slices().getFirst().asked());
    assertEquals("", ingest.ingest(Ingesting.request("r2")).slices().getFirst().asked());
  }

  @Test
  void sendsAContentOnceThoughManyPathsHaveIt() {
    git.put("a/A.java", "class A {}").put("b/A.java", "class A {}").put("c.py", "x").commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(3, log.entries().size());
    assertEquals(2, log.contents().size());
    git.put("d/A.ts", "class A {}").commit("two");
    assertEquals(
        List.of("typescript"),
        ingest.ingest(Ingesting.request("r2")).contents().stream()
            .map(SourceFileRead::language)
            .toList(),
        "the same bytes in another language are another content");
  }

  @Test
  void namesAnExactRenameAndSendsNothingForIt() {
    git.put("old/A.java", "class A {}").put("old/B.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.move("old/A.java", "new/A.java").move("old/B.java", "new/B.java").commit("two");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(
        List.of("R new/A.java java < old/A.java", "R new/B.java java < old/B.java"), lines(log));
    assertEquals(0, log.contents().size());
  }

  @Test
  void listsARenameWithAnEditAsDeletionAndAddition() {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.remove("A.java").put("B.java", "class A { }").commit("two");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(List.of("D A.java", "A B.java java"), lines(log));
    assertEquals(1, log.contents().size());
  }

  @Test
  void sendsAContentThatMovesOutOfAnIgnoredFolder() {
    git.put("build/A.java", "class A {}").commit("one");
    assertEquals(0, ingest.ingest(Ingesting.request("r1")).contents().size());
    git.move("build/A.java", "src/A.java").commit("two");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(List.of("D build/A.java", "A src/A.java java"), lines(log));
    assertEquals(1, log.contents().size());
  }

  @Test
  void doesNotResendWhatTheRevisionBeforeHadAtAnotherPath() {
    git.put("A.java", "class A {}").put("B.java", "class B {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.put("A.java", "class B {}").put("B.java", "class A {}").commit("two");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(List.of("M A.java java", "M B.java java"), lines(log));
    assertEquals(0, log.contents().size());
  }

  @Test
  void writesTheSameBytesWhereverARequestIsCutAndRepeated() {
    git.put("A.java", "class A {}").put("B.java", "class B {}").commit("one");
    git.put("A.java", "class A { int x; }").move("B.java", "C.java").put("D.py", "y").commit("two");
    boolean isWhole = false;
    for (int cut = 0; !isWhole; cut++) {
      MemoryLog log = new MemoryLog();
      log.breakAfter(cut);
      try (Ingesting killed = restarted()) {
        killed.ingest(Ingesting.request("r2"), 1, log);
        isWhole = true;
        assertEquals(
            List.of(), killed.ingest(Ingesting.request("r2"), 1, new MemoryLog()).durable());
      } catch (KafkaException e) {
        assertEquals(cut, log.size());
      }
      try (Ingesting next = restarted()) {
        MemoryLog repeated = next.ingest(Ingesting.request("r2"), 1, new MemoryLog());
        assertEquals(4, repeated.durable().size());
        assertEquals(log.durable(), repeated.durable().subList(0, log.durable().size()));
      }
    }
  }

  /** Another process that has read the first head from the log, and nothing else. */
  private Ingesting restarted() {
    Ingesting other = new Ingesting(Ingesting.config(folder), git.folder().toString());
    other.ingest(Ingesting.request("r1", "", firstCommit()), 0, new MemoryLog());
    return other;
  }

  private String firstCommit() {
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(git.folder().toFile()).build()) {
      return repository.resolve("refs/heads/main~1").name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void doesNotRepeatAFullIndexThatWasAnswered() {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    long offset = ingest.nextOffset();
    MemoryLog log = ingest.ingest(Ingesting.full("r2"));
    assertTrue(log.slices().getFirst().base());
    assertEquals(2, log.slices().getFirst().number());
    assertEquals(1, log.contents().size());
    MemoryLog again = ingest.ingest(Ingesting.full("r2"), offset, new MemoryLog());
    assertEquals(List.of(), again.durable());
    assertEquals(2, Ingesting.last(again).number());
  }

  @Test
  void givesEachPassageOverTheSameTwoRevisionsItsOwnIdentity() {
    String one = git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    String two = git.put("A.java", "class A { int x; }").commit("two");
    MemoryLog there = ingest.ingest(Ingesting.request("r2"));
    git.point("main", one);
    MemoryLog back = ingest.ingest(Ingesting.request("r3"));
    git.point("main", two);
    MemoryLog again = ingest.ingest(Ingesting.request("r4"));
    assertEquals(there.entries(), again.entries());
    assertEquals(List.of("M A.java java"), lines(back));
    assertNotEquals(there.slices().getFirst().identity(), again.slices().getFirst().identity());
    assertEquals(4, again.slices().getFirst().number());
  }

  @Test
  void followsAForcePushToACommitThatIsNoDescendant() {
    git.put("A.java", "class A {}").put("B.java", "class B {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    String other = git.remove("B.java").put("C.java", "class C {}").commitTo("side", "unrelated");
    git.point("main", other);
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(List.of("D B.java", "A C.java java"), lines(log));
    assertEquals(other, log.slices().getFirst().toRevision());
  }

  @Test
  void showsAMergeAsTheDifferenceOfItsTree() {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.put("Main.java", "class Main {}").commit("two");
    ingest.ingest(Ingesting.request("r2"));
    String side = git.remove("Main.java").put("Side.java", "class Side {}").commitTo("side", "s");
    git.put("Main.java", "class Main {}").commitTo("main", "merge", side);
    MemoryLog log = ingest.ingest(Ingesting.request("r3"));
    assertEquals(List.of("A Side.java java"), lines(log));
  }

  @Test
  void goesToAnOlderRevisionWhenAsked() {
    String one = git.put("A.java", "class A {}").commit("one");
    git.put("B.java", "class B {}").commit("two");
    ingest.ingest(Ingesting.request("r1"));
    MemoryLog log = ingest.ingest(Ingesting.request("r2", "", one));
    assertEquals(List.of("D B.java"), lines(log));
    assertEquals(one, log.heads().getFirst().revision());
  }

  @Test
  void goesToTheHeadOfTheBranchWhenAWebhookNamesAnOlderCommit() {
    String one = git.put("A.java", "class A {}").commit("one");
    String two = git.put("B.java", "class B {}").commit("two");
    var late = new IndexRequested("w", "p@1", "main", one, false, "webhook-github", 1, "d1");
    assertEquals(two, ingest.ingest(late).heads().getFirst().revision());
  }

  @Test
  void recordsARevisionThatChangesNoFile() {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    String two = git.executable("A.java").commit("only the mode");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertEquals(1, log.slices().size());
    assertEquals(List.of(), log.entries());
    assertEquals(two, log.heads().getFirst().revision());
  }

  @Test
  void listsTheWholeTreeWhenTheRevisionBeforeIsGone() throws IOException {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.close();
    FileUtils.delete(folder.resolve("repo.git").toFile(), FileUtils.RECURSIVE);
    git = GitFixture.create(folder.resolve("repo.git"));
    git.put("B.java", "class B {}").commit("a new history");
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    assertTrue(log.slices().getFirst().base());
    assertEquals(2, log.slices().getFirst().number());
    assertEquals(List.of("A B.java java"), lines(log));
  }

  @Test
  void listsTheWholeTreeAtTheSameRevisionWhenSettingsChange() {
    String one = git.put("A.java", "class A {}").put("gen/B.java", "class B {}").commit("one");
    MemoryLog before = ingest.ingest(Ingesting.request("r1"));
    ProjectRegistered project = ingest.project();
    ingest.register(
        new ProjectRegistered("p", 1, "p", project.repository(), "", 0, false, List.of("gen/")));
    MemoryLog log = ingest.ingest(Ingesting.request("r2"));
    ChangesetRecorded slice = log.slices().getFirst();
    assertTrue(slice.base());
    assertEquals(one, slice.fromRevision());
    assertEquals(one, slice.toRevision());
    assertNotEquals(before.slices().getFirst().settings(), slice.settings());
    assertEquals(List.of("A A.java java", "A gen/B.java ignored"), lines(log));
  }

  @Test
  void listsEveryFileOfTheTreeWithTheReasonWhyItIsSkipped() {
    git.put("A.java", "class A {}")
        .put("Binary.java", new byte[] {'a', 0, 'b'})
        .put("Generated.java", "// Code generated by x. DO NOT EDIT.\nclass G {}")
        .put("Lfs.java", "version https://git-lfs.github.com/spec/v1\noid sha256:00\n")
        .put("Large.java", new byte[3 * 1024 * 1024])
        .put("Min.js", "x".repeat(10_001))
        .put("README.md", "hello")
        .put("target/T.java", "class T {}")
        .put("link.java".getBytes(StandardCharsets.UTF_8), FileMode.SYMLINK, bytes("link.java"))
        .submodule("sub", "1234567890123456789012345678901234567890")
        .commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(
        List.of(
            "A A.java java",
            "A Binary.java binary",
            "A Generated.java generated",
            "A Large.java too_large",
            "A Lfs.java git_lfs",
            "A Min.js line_too_long",
            "A README.md unsupported_language",
            "A link.java symlink",
            "A sub submodule",
            "A target/T.java ignored"),
        lines(log));
    assertEquals(1, log.contents().size());
    assertEquals(9, Ingesting.last(log).figures().get("skipped"));
    assertEquals(1, Ingesting.last(log).figures().get("skipped_ignored"));
  }

  @Test
  void deletesAPathThatWasOnlyEverSkipped() {
    git.put("A.java", "class A {}").put("x.md", "hello").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.remove("x.md").commit("two");
    assertEquals(List.of("D x.md"), lines(ingest.ingest(Ingesting.request("r2"))));
  }

  @Test
  void turnsAFileIntoAFolderAndASymlinkIntoAFile() {
    git.put("a.py", "x = 1")
        .put("l.py".getBytes(StandardCharsets.UTF_8), FileMode.SYMLINK, bytes("a.py"))
        .commit("one");
    ingest.ingest(Ingesting.request("r1"));
    git.remove("a.py").put("a.py/b.py", "x = 1").put("l.py", "a.py").commit("two");
    assertEquals(
        List.of("R a.py/b.py python < a.py", "M l.py python"),
        lines(ingest.ingest(Ingesting.request("r2"))));
  }

  @Test
  void keepsNamesThatAreHardToWrite() {
    git.put("with space.py", "a")
        .put("quote\"'.py", "b")
        .put("ümlaut.py", "c")
        .put(new byte[] {'x', (byte) 0xFF, '.', 'p', 'y'}, FileMode.REGULAR_FILE, bytes("d"))
        .put("back\\xFF.py", "e")
        .put("new\nline.py", "f")
        .commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "with space.py",
                "quote\"'.py",
                "ümlaut.py",
                "x\\xFF.py",
                "back\\x5CxFF.py",
                "new\nline.py")),
        log.entries().stream()
            .map(ManifestEntry::path)
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(6, log.contents().size());
  }

  @Test
  void indexesTheFirstPathsWhateverTheHistory() {
    IngestConfig limited = withMostFiles(3);
    ingest.reconfigure(limited);
    git.put("b.py", "b").put("c.py", "c").put("d.py", "d").put("n.md", "").commit("one");
    assertEquals(
        List.of("A b.py python", "A c.py python", "A d.py python", "A n.md unsupported_language"),
        lines(ingest.ingest(Ingesting.request("r1"))));
    git.put("a.py", "a").put("aa.py", "aa").commit("two");
    MemoryLog beyond = ingest.ingest(Ingesting.request("r2"));
    assertEquals(
        List.of(
            "A a.py python", "A aa.py python", "M c.py too_many_files", "M d.py too_many_files"),
        lines(beyond));
    assertFalse(Ingesting.last(beyond).detail().isEmpty());
    git.remove("b.py").commit("three");
    MemoryLog freed = ingest.ingest(Ingesting.request("r3"));
    assertEquals(List.of("D b.py", "M c.py python"), lines(freed));
    try (Ingesting fresh = new Ingesting(limited, git.folder().toString())) {
      assertEquals(
          List.of(
              "A a.py python",
              "A aa.py python",
              "A c.py python",
              "A d.py too_many_files",
              "A n.md unsupported_language"),
          lines(fresh.ingest(Ingesting.request("r1"))));
    }
  }

  @Test
  void readsOtherEncodingsUnlessToldNotTo() {
    git.put("Breite.java", "class Größe {}".getBytes(StandardCharsets.ISO_8859_1))
        .put("Weite.java", "class Größe {}".getBytes(StandardCharsets.UTF_16LE))
        .put("Zahl.java", "class Zahl {}")
        .commit("one");
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(
        List.of("A Breite.java java", "A Weite.java java", "A Zahl.java java"), lines(log));
    assertEquals(2, log.contents().size(), "the same text in two encodings is one content");
    assertTrue(
        log.contents().stream()
            .anyMatch(content -> Arrays.equals(content.bytes(), bytes("class Größe {}"))));

    IngestConfig defaults = Ingesting.config(folder);
    ingest.reconfigure(
        new IngestConfig(
            defaults.languages(),
            defaults.maxFileSize(),
            defaults.maxFilesPerProject(),
            defaults.maxLineLength(),
            false,
            defaults.ignorePatterns(),
            defaults.switchedOff(),
            defaults.sliceBytes(),
            defaults.bulkCredit(),
            defaults.bulkFiles(),
            defaults.repositories()));
    assertEquals(
        List.of("A Breite.java not_utf8", "A Weite.java not_utf8", "A Zahl.java java"),
        lines(ingest.ingest(Ingesting.request("r2"))));
  }

  @Test
  void cutsALargeManifestIntoSlicesThatAreSortedOverAll() {
    for (int i = 0; i < 300; i++) {
      git.put("folder/File" + i + ".java", "class File" + i + " {}");
    }
    git.commit("one");
    IngestConfig defaults = Ingesting.config(folder);
    ingest.reconfigure(
        new IngestConfig(
            defaults.languages(),
            defaults.maxFileSize(),
            defaults.maxFilesPerProject(),
            defaults.maxLineLength(),
            defaults.encodingDetection(),
            defaults.ignorePatterns(),
            defaults.switchedOff(),
            4096,
            defaults.bulkCredit(),
            defaults.bulkFiles(),
            defaults.repositories()));
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    List<ChangesetRecorded> slices = log.slices();
    assertTrue(slices.size() > 5, slices.size() + " slices");
    for (int i = 0; i < slices.size(); i++) {
      assertEquals(i, slices.get(i).slice());
      assertEquals(slices.size(), slices.get(i).slices());
      assertEquals(slices.getFirst().identity(), slices.get(i).identity());
      assertTrue(slices.get(i).entries().size() < 50);
    }
    List<String> paths = log.entries().stream().map(ManifestEntry::path).toList();
    assertEquals(paths.stream().sorted().toList(), paths);
    assertEquals(300, paths.size());
  }

  @Test
  void reportsWhatIsNotThereInASentence() {
    assertFailure("has no commits", Ingesting.request("r1"));
    git.put("A.java", "class A {}").commit("one");
    assertFailure("no branch 'nowhere'", Ingesting.request("r2", "nowhere", ""));
    assertFailure("no commit 'v9'", Ingesting.request("r3", "", "v9"));
    assertFailure(
        "no commit '1234567890123456789012345678901234567890'",
        Ingesting.request("r4", "", "1234567890123456789012345678901234567890"));
    assertEquals(JobState.DONE, Ingesting.last(ingest.ingest(Ingesting.request("r5"))).state());
  }

  @Test
  void reportsAFolderThatIsNoRepositoryOrIsGone() throws IOException {
    git.put("A.java", "class A {}").commit("one");
    ingest.ingest(Ingesting.request("r1"));
    FileUtils.delete(folder.resolve("repo.git").toFile(), FileUtils.RECURSIVE);
    assertFailure("does not exist", Ingesting.request("r2"));
    Files.createDirectory(folder.resolve("repo.git"));
    assertFailure("is not a git repository", Ingesting.request("r3"));
  }

  private void assertFailure(String sentence, IndexRequested request) {
    MemoryLog log = ingest.ingest(request);
    assertEquals(List.of(), log.durable());
    assertEquals(JobState.FAILED, Ingesting.last(log).state());
    assertEquals("CG008", Ingesting.last(log).code());
    assertTrue(Ingesting.last(log).detail().contains(sentence), Ingesting.last(log).detail());
    assertEquals(1, log.deadLetters().size());
    assertEquals("ingest", log.deadLetters().getFirst().stage());
  }

  @Test
  void leavesARequestOfADeletedLifeAlone() {
    git.put("A.java", "class A {}").commit("one");
    ProjectRegistered project = ingest.project();
    ingest.register(
        new ProjectRegistered("p", 2, "p", project.repository(), "", 0, false, List.of()));
    MemoryLog log = ingest.ingest(Ingesting.request("r1"));
    assertEquals(List.of(), log.durable());
    assertEquals(JobState.SUPERSEDED, Ingesting.last(log).state());
  }

  @Test
  void sendsNoLanguageThatIsNotConfigured() {
    git.put("A.java", "class A {}").put("b.py", "x").commit("one");
    IngestConfig defaults = Ingesting.config(folder);
    ingest.reconfigure(
        new IngestConfig(
            Set.of(Language.PYTHON),
            defaults.maxFileSize(),
            defaults.maxFilesPerProject(),
            defaults.maxLineLength(),
            defaults.encodingDetection(),
            defaults.ignorePatterns(),
            defaults.switchedOff(),
            defaults.sliceBytes(),
            defaults.bulkCredit(),
            defaults.bulkFiles(),
            defaults.repositories()));
    assertEquals(
        List.of("A A.java unsupported_language", "A b.py python"),
        lines(ingest.ingest(Ingesting.request("r1"))));
  }

  @Test
  void passesOnTheBreakdownOfTheLog() {
    git.put("A.java", "class A {}").commit("one");
    MemoryLog log = new MemoryLog();
    log.breakAfter(0);
    assertThrows(KafkaException.class, () -> ingest.ingest(Ingesting.request("r1"), 0, log));
  }

  private IngestConfig withMostFiles(int files) {
    IngestConfig defaults = Ingesting.config(folder);
    return new IngestConfig(
        defaults.languages(),
        defaults.maxFileSize(),
        files,
        defaults.maxLineLength(),
        defaults.encodingDetection(),
        defaults.ignorePatterns(),
        defaults.switchedOff(),
        defaults.sliceBytes(),
        defaults.bulkCredit(),
        defaults.bulkFiles(),
        defaults.repositories());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One line per entry: operation, path, language or reason, old path. */
  private static List<String> lines(MemoryLog log) {
    return log.entries().stream().map(IndexRequestHandlerTest::line).toList();
  }

  private static String line(ManifestEntry entry) {
    String operation = entry.operation().name().substring(0, 1);
    if (entry.operation() == Operation.DELETED) {
      return operation + " " + entry.path();
    }
    boolean sent = entry.status() == ContentStatus.OK;
    assertEquals(sent, !entry.contentId().isEmpty(), entry.path());
    return operation
        + " "
        + entry.path()
        + " "
        + (sent ? entry.language() : entry.reason())
        + (entry.oldPath().isEmpty() ? "" : " < " + entry.oldPath());
  }
}
