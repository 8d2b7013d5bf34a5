package dev.codegraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.documentation.Mention;
import dev.codegraph.documentation.NameRule;
import dev.codegraph.documentation.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents name only what exists; {@link NameRule} says what a name is. */
class DocumentationTest {
  private static final Path ROOT = root();
  private static final SourceTree TREE = tree();

  @Test
  void documentsNameOnlyWhatExists() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path document : documents()) {
      String path = ROOT.relativize(document).toString().replace('\\', '/');
      int slash = path.lastIndexOf('/');
      String folder = slash < 0 ? "" : path.substring(0, slash);
      for (Mention mention : Mention.in(Files.readString(document))) {
        NameRule.complaint(mention, folder, TREE)
            .ifPresent(c -> complaints.add(path + ":" + mention.line() + ": " + c));
      }
    }
    assertTrue(
        complaints.isEmpty(),
        () ->
            "CONTRIBUTING.md, 'Names in documents', has the rules.\n"
                + String.join("\n", complaints));
  }

  @Test
  void readmeListsTheModulesInTheOrderOfTheRootPom() throws IOException {
    List<String> modules = all("<module>(.*)</module>", ROOT.resolve("pom.xml"));
    List<String> rows = all("^\\| `([a-z-]+)/` \\|", ROOT.resolve("README.md"));
    assertEquals(modules, rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`codegraph.changesets.v1`",
        "`/health`, `GET /api/v1/search?q=x`, `/api/v1/entities/{id}/callers?depth=2`",
        "`CG008`, `CODEGRAPH_SERVER_PORT=1`, `CODEGRAPH_JAVA_OPTS`, `codegraph_requests_total`",
        "`pom.xml`, `deploy/launcher/find-jdk.sh`, `./format`, `query-api/target/codegraph.jar`",
        "`*/src/main/java/dev/codegraph/**/package-info.java`, `DocumentationTest.java`",
        "`server.port`, `kafka.version`, `Topics.ALL`, `dev.codegraph.schemas`, `String`",
        "`a word`, `x`, `GET`, `package.json`, `application/json`, `project/view/number`",
        "[here](README.md), [there](https://example.org/x), [below](#names)",
      })
  void acceptsWhatExists(String text) {
    assertEquals(List.of(), complaints(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`codegraph.nothings.v1`           | no such topic",
        "`codegraph.changesets.v2`         | no such topic",
        "`/api/v1/nothing`                 | no such endpoint",
        "`PUT /api/v1/search`              | no such endpoint",
        "`/api/v1/entities/{id}/nobody`    | no such endpoint",
        "`CG999`                           | no such error code",
        "`CODEGRAPH_NOTHING`               | no such environment variable",
        "`codegraph_nothing_total`         | no such metric",
        "`./codegraph frobnicate`          | no such sub-command",
        "`codegraph-api --frobnicate`      | no such sub-command or option",
        "`deploy/nothing`                  | no such path",
        "`nothing/here/Nothing.java`       | no such path",
        "`Nothing.java`                    | no such path",
        "`server.nothing`                  | no such configuration key",
        "`NoSuchTopology`                  | no such type",
        "`Topics.NOTHING`                  | no such type, or member",
        "`dev.codegraph.nothing`           | no such type",
        "[here](nothing.md)                | no such file",
      })
  void reportsWhatDoesNotExist(String text, String complaint) {
    List<String> complaints = complaints(text);
    assertEquals(1, complaints.size(), complaints::toString);
    assertTrue(complaints.getFirst().startsWith(complaint), complaints::toString);
  }

  @Test
  void looksAtTheCallsOfFencedBlocksAndNotAtTheirOutput() {
    List<Mention> mentions =
        Mention.in("text\n```sh\n$ deploy/nothing.sh x\nNoSuchTopology\n```\n");
    List<Optional<String>> complaints =
        mentions.stream().map(mention -> NameRule.complaint(mention, "", TREE)).toList();
    assertEquals(
        List.of(Optional.of("no such path: deploy/nothing.sh"), Optional.empty()), complaints);
    assertEquals(List.of(3, 4), mentions.stream().map(Mention::line).toList());
  }

  private static List<String> complaints(String markdown) {
    return Mention.in(markdown).stream()
        .flatMap(mention -> NameRule.complaint(mention, "", TREE).stream())
        .toList();
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(ROOT.resolve("README.md"));
    documents.add(ROOT.resolve("CONTRIBUTING.md"));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  private static List<String> all(String regex, Path file) throws IOException {
    return Pattern.compile(regex, Pattern.MULTILINE)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static Path root() {
    try {
      return SourceTree.findRoot();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static SourceTree tree() {
    try {
      return SourceTree.read(ROOT);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
