package dev.codegraph.graph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.ReferenceFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The outcome of each reference of small projects. A case is a folder {@code
 * src/test/resources/linking/<language>/<case>} that holds a project and its {@code
 * expected.edges}: one line per reference, {@code path:line:column role name -> outcome}, lines and
 * columns 1-based, columns in bytes. With {@code -Dgolden.update} the records are written anew, to
 * be read before they are committed.
 */
class LinkingGoldenTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "linking");
  private static final String RECORD = "expected.edges";

  @TestFactory
  Stream<DynamicTest> referencesLinkAsRecorded() throws IOException {
    return folders(ROOT).stream()
        .flatMap(language -> folders(language).stream())
        .map(path -> DynamicTest.dynamicTest(ROOT.relativize(path).toString(), () -> check(path)));
  }

  private static List<Path> folders(Path root) {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void check(Path project) throws IOException {
    String actual = edges(project);
    Path record = project.resolve(RECORD);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(record, actual);
    }
    assertTrue(Files.exists(record), () -> record + " is missing: run with -Dgolden.update");
    assertEquals(Files.readString(record), actual);
  }

  private static String edges(Path project) {
    SourceFolder folder = SourceFolder.of(project);
    assertEquals(Map.of(), folder.refused());
    MemoryView view = new MemoryView(folder.files());
    StringBuilder out = new StringBuilder();
    for (SourceFile file : folder.files()) {
      List<Outcome> outcomes = RecordedOutcomes.of(file, view);
      for (int i = 0; i < outcomes.size(); i++) {
        out.append(line(file, file.facts().references().get(i), outcomes.get(i))).append('\n');
      }
    }
    return out.toString();
  }

  static String line(SourceFile file, ReferenceFact reference, Outcome outcome) {
    return file.path()
        + ":"
        + (reference.line() + 1)
        + ":"
        + (reference.column() + 1)
        + " "
        + reference.role().name().toLowerCase(Locale.ROOT)
        + " "
        + reference.name()
        + " -> "
        + outcome;
  }
}
