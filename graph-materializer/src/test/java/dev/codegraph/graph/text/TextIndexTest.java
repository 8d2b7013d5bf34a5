package dev.codegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.graph.apply.Toy;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.OutcomeCounts;
import dev.codegraph.graph.store.UnresolvedReference;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an index says of numbers when it is cut. The view goes through three numbers: 1 has the
 * types Old and Kept, 2 has New in the place of Old, 3 has nothing but Kept.
 */
final class TextIndexTest {
  private static final ViewId VIEW = new ViewId(Toy.PROJECT, "main");
  private static final ViewId OTHER = new ViewId(Toy.PROJECT, "other");
  private static final List<String> FIRST = types("Kept", "Old");
  private static final List<String> SECOND = types("Kept", "New");
  private static final List<String> THIRD = types("Kept");

  @TempDir Path folder;
  private TextIndex index;

  @BeforeEach
  void open() {
    index = TextIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void everyNumberKeepsWhatItHad() throws IOException {
    first(VIEW);
    second(VIEW);
    third(VIEW);
    assertHolds(VIEW, FIRST, SECOND, THIRD);
  }

  @Test
  void goesOnFromItsLastCommitAfterACrash() throws IOException {
    first(VIEW);
    index.commit();
    second(VIEW);
    // What lies on the disk now is what a process finds that died here.
    Path left = copy(folder.resolve("index"), folder.resolve("left"));
    third(VIEW);
    index.close();
    index = TextIndex.open(left);
    assertEquals(1, index.number(VIEW));
    assertHolds(VIEW, FIRST, FIRST);
    second(VIEW);
    third(VIEW);
    assertHolds(VIEW, FIRST, SECOND, THIRD);
  }

  @Test
  void takesBackNumbersThatTheGraphLost() throws IOException {
    first(VIEW);
    second(VIEW);
    third(VIEW);
    first(OTHER);
    second(OTHER);
    index.rollBack(VIEW, 1);
    assertEquals(1, index.number(VIEW));
    assertHolds(VIEW, FIRST, FIRST, FIRST);
    assertHolds(OTHER, FIRST, SECOND);
    assertEquals(2, index.number(OTHER));
    second(VIEW);
    third(VIEW);
    assertHolds(VIEW, FIRST, SECOND, THIRD);
  }

  @Test
  void takesBackHalfAChangeset() throws IOException {
    first(VIEW);
    index.commit();
    index.end(EntityDocuments.ENTITY, VIEW, "old.go", 1, 2);
    index.rollBack(VIEW, 1);
    assertHolds(VIEW, FIRST, FIRST);
    index.addEntities(VIEW, file("new.go", "New"), 2);
    index.rollBack(VIEW, 1);
    index.commit();
    assertHolds(VIEW, FIRST, FIRST);
    second(VIEW);
    assertHolds(VIEW, FIRST, SECOND);
  }

  @Test
  void takesBackEverything() throws IOException {
    first(VIEW);
    second(VIEW);
    index.commit();
    index.rollBack(VIEW, 0);
    assertEquals(0, index.number(VIEW));
    assertHolds(VIEW, List.of(), List.of());
  }

  @Test
  void remembersARollBackAcrossACommit() throws IOException {
    first(VIEW);
    second(VIEW);
    index.commit();
    index.rollBack(VIEW, 1);
    index.close();
    index = TextIndex.open(folder.resolve("index"));
    assertEquals(1, index.number(VIEW));
    assertHolds(VIEW, FIRST, FIRST);
  }

  @Test
  void forgetsAProjectAndNoneWhoseKeyBeginsLikeIt() throws IOException {
    ViewId tenth = new ViewId(Toy.PROJECT + "0", "main");
    first(VIEW);
    first(OTHER);
    first(tenth);
    index.forget(Toy.PROJECT);
    assertEquals(0, index.number(VIEW));
    assertHolds(VIEW, List.of());
    assertHolds(OTHER, List.of());
    assertHolds(tenth, FIRST);
    assertEquals(1, index.number(tenth));
  }

  @Test
  void countsUnsureReferencesOfOneViewAtOneNumber() throws IOException {
    index.addLinks(VIEW, "a.go", unsure("run", 2), 1);
    index.addLinks(VIEW, "b.go", unsure("run", -1), 2);
    index.addLinks(OTHER, "a.go", unsure("run", 2), 1);
    index.end(EntityDocuments.LINKS, VIEW, "a.go", 1, 3);
    index.refresh();
    assertEquals(1, index.unsure(VIEW, 1, "run", count -> true));
    assertEquals(2, index.unsure(VIEW, 2, "run", count -> count == 2));
    assertEquals(1, index.unsure(VIEW, 2, "run", count -> count == 3), "b gives no count");
    assertEquals(1, index.unsure(VIEW, 3, "run", count -> true));
    assertEquals(0, index.unsure(VIEW, 3, "runs", count -> true));
    index.rollBack(VIEW, 1);
    index.refresh();
    assertEquals(1, index.unsure(VIEW, 3, "run", count -> true), "b is taken back, a holds again");
  }

  private void first(ViewId view) throws IOException {
    index.addEntities(view, file("old.go", "Old"), 1);
    index.addEntities(view, file("kept.go", "Kept"), 1);
    index.reached(view, 1);
  }

  private void second(ViewId view) throws IOException {
    index.end(EntityDocuments.ENTITY, view, "old.go", 1, 2);
    index.addEntities(view, file("new.go", "New"), 2);
    index.reached(view, 2);
  }

  private void third(ViewId view) throws IOException {
    index.end(EntityDocuments.ENTITY, view, "new.go", 2, 3);
    index.reached(view, 3);
  }

  @SafeVarargs
  private void assertHolds(ViewId view, List<String>... byNumber) throws IOException {
    index.refresh();
    for (int number = 1; number <= byNumber.length; number++) {
      List<String> types =
          index.entityIds(view, number).stream().filter(id -> id.contains("#")).sorted().toList();
      assertEquals(byNumber[number - 1], types, "number " + number);
    }
  }

  private static List<String> types(String... names) {
    return Stream.of(names)
        .map(name -> EntityIds.id(Language.GO, path(name), name + ":class"))
        .toList();
  }

  private static String path(String type) {
    return type.toLowerCase(java.util.Locale.ROOT) + ".go";
  }

  private static SourceFile file(String path, String type) {
    Toy.File file = new Toy.File(List.of(new Toy.Type(type, "", List.of())), List.of(), 0);
    return new SourceFile(path, Language.GO, Toy.parsed(file).facts());
  }

  private static LinkedFile unsure(String name, int argumentCount) {
    return new LinkedFile(
        new byte[32],
        OutcomeCounts.NONE,
        List.of(),
        List.of(
            new UnresolvedReference(
                Role.CALL, name, "", 1, 1, argumentCount, Reason.NO_SUCH_MEMBER)));
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (!file.endsWith("write.lock")) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
    return to;
  }
}
