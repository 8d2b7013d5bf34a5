package dev.codegraph.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the keys of {@code [parsing]} do to the answers about a repository. Each is turned, the
 * project indexed again, and the key turned back: what is left must be what a project has that
 * never knew another setting.
 */
class ParsingKeysTest {
  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Pipeline pipeline;
  private static int projects;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    broker = Pipeline.broker(data);
    pipeline = new Pipeline(data, broker.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    broker.close();
  }

  @AfterEach
  void turnBack() {
    pipeline.configureParsing("");
  }

  private static final Map<String, String> CRATE =
      Map.of(
          "src/lib.rs",
          """
          /// Sums up.
          pub fn total() -> u32 { 2 }

          #[bench]
          fn bench_total(b: &mut Bencher) { b.iter(|| total()); }

          #[cfg(test)]
          mod tests {
              use super::*;
              fn fixture() -> u32 { 1 }
              #[test]
              fn test_total() { assert_eq!(2, total() + fixture()); }
          }

          pub fn after() -> u32 { total() }
          """,
          "tests/whole.rs",
          "fn test_whole() { shop::total(); }\n",
          "benches/fast.rs",
          "fn bench_fast() { shop::total(); }\n",
          "examples/show.rs",
          "fn main() { show(); }\nfn show() {}\n");

  @Test
  void rustTestsAreAbsentWhenTheKeyIsOff() {
    Project project = new Project(CRATE);
    List<String> names = List.of("test_total", "fixture", "test_whole", "total", "after");
    assertEquals(names, project.found(names));
    assertEquals(Map.of(), project.notOk());

    project.turn("rust.parse_tests = false");
    assertEquals(List.of("total", "after"), project.found(names));
    assertEquals(Map.of("tests/whole.rs", "skipped rust_test"), project.notOk());
    project.turnBack();
  }

  @Test
  void rustBenchmarksAreAbsentWhenTheKeyIsOff() {
    Project project = new Project(CRATE);
    List<String> names = List.of("bench_total", "bench_fast", "test_total", "total");
    assertEquals(names, project.found(names));

    project.turn("rust.parse_benchmarks = false");
    assertEquals(List.of("test_total", "total"), project.found(names));
    assertEquals(Map.of("benches/fast.rs", "skipped rust_benchmark"), project.notOk());
    project.turnBack();
  }

  @Test
  void rustExamplesAreAbsentWhenTheKeyIsOff() {
    Project project = new Project(CRATE);
    assertEquals(List.of("show"), project.found(List.of("show")));

    project.turn("rust.parse_examples = false");
    assertEquals(List.of(), project.found(List.of("show")));
    assertEquals(Map.of("examples/show.rs", "skipped rust_example"), project.notOk());
    project.turnBack();
  }

  @Test
  void rustDocumentationIsAttachedUnlessTheKeyIsOff() {
    Project project = new Project(CRATE);
    assertEquals("Sums up.", project.entity("total").get("documentation").asText());

    project.turn("rust.extract_docs = false");
    assertEquals("", project.entity("total").path("documentation").asText());
    project.turnBack();
  }

  @Test
  void docstringsAreAttachedUnlessTheKeyIsOff() {
    Project project =
        new Project(Map.of("shop.py", "def total():\n    \"\"\"Sums up.\"\"\"\n    return 2\n"));
    assertEquals("Sums up.", project.entity("total").get("documentation").asText());

    project.turn("python.extract_docstrings = false");
    assertEquals("", project.entity("total").path("documentation").asText());
    project.turnBack();
  }

  @Test
  void notebooksAndStubsAreAbsentWhenTheirKeysAreOff() {
    Project project =
        new Project(
            Map.of(
                "sums.ipynb",
                """
                {"cells": [{"cell_type": "code", "source": ["def in_cell():\\n", "    return 1\\n"]}],
                 "metadata": {"language_info": {"name": "python"}}, "nbformat": 4}
                """,
                "shop.pyi",
                "def only_in_stub() -> int: ...\n"));
    List<String> names = List.of("in_cell", "only_in_stub");
    assertEquals(names, project.found(names));

    project.turn("python.parse_notebooks = false");
    assertEquals(List.of("only_in_stub"), project.found(names));
    assertEquals(Map.of("sums.ipynb", "skipped notebook"), project.notOk());
    project.turn("python.parse_stubs = false");
    assertEquals(List.of("in_cell"), project.found(names));
    assertEquals(Map.of("shop.pyi", "skipped stub"), project.notOk());
    project.turnBack();
  }

  @Test
  void jsxIsRefusedWhenTheKeyIsOff() {
    Project project =
        new Project(
            Map.of(
                "App.jsx",
                "export function App() {\n  return <Cart/>;\n}\n",
                "cart.js",
                "export function Cart() {\n  return <b>2</b>;\n}\n",
                "sum.js",
                "export function sum(a, b) {\n  return a < b;\n}\n"));
    List<String> names = List.of("App", "Cart", "sum");
    assertEquals(names, project.found(names));
    assertEquals(Map.of(), project.notOk());

    project.turn("javascript.parse_jsx = false");
    assertEquals(List.of("sum"), project.found(names));
    assertEquals(Map.of("App.jsx", "skipped jsx", "cart.js", "failed jsx CG007"), project.notOk());
    project.turnBack();
  }

  @Test
  void typesInJavaScriptAreRefusedWhenTheKeyIsOff() {
    Project project =
        new Project(
            Map.of(
                "typed.js",
                "let a: number = 1;\nfunction typed(b: string): void {}\n",
                "plain.js",
                "function plain(b) {}\n",
                "real.ts",
                "export function real(b: string): void {}\n"));
    List<String> names = List.of("typed", "plain", "real");
    assertEquals(names, project.found(names));
    assertEquals(Map.of(), project.notOk());

    project.turn("javascript.parse_typescript = false");
    assertEquals(List.of("plain", "real"), project.found(names));
    assertEquals(Map.of("typed.js", "failed types_in_javascript CG007"), project.notOk());
    project.turnBack();
  }

  @Test
  void vueComponentsAreAbsentWhenTheKeyIsOff() {
    Project project =
        new Project(
            Map.of(
                "Cart.vue",
                "<template>\n  <b/>\n</template>\n\n<script>\nfunction inVue() {}\n</script>\n"));
    assertEquals(6, project.entity("inVue").get("start_line").asInt());

    project.turn("javascript.parse_vue = false");
    assertEquals(List.of(), project.found(List.of("inVue")));
    assertEquals(Map.of("Cart.vue", "skipped vue"), project.notOk());
    project.turnBack();
  }

  @Test
  void filesOfUnlistedLanguagesAreListedAsSkipped() {
    Project project =
        new Project(Map.of("A.java", "class InJava {}\n", "a.go", "package a\n\nfunc inGo() {}\n"));
    List<String> names = List.of("InJava", "inGo");
    assertEquals(names, project.found(names));

    project.turn("languages = [\"java\"]");
    assertEquals(List.of("InJava"), project.found(names));
    assertEquals(Map.of("a.go", "skipped unsupported_language CG006"), project.notOk());
    project.turnBack();
  }

  @Test
  void largeFilesAndLongLinesAndFilesBeyondTheLimitAreListedAsSkipped() {
    Project project =
        new Project(
            Map.of(
                "A.java", "class InA {}\n",
                "B.java", "class InB { int " + "x".repeat(200) + "; }\n",
                "C.java", "class InC {}\n" + "// a comment\n".repeat(100)));
    List<String> names = List.of("InA", "InB", "InC");
    assertEquals(names, project.found(names));

    project.turn("max_file_size = \"1KB\"");
    assertEquals(List.of("InA", "InB"), project.found(names));
    assertEquals(Map.of("C.java", "skipped too_large"), project.notOk());
    project.turn("max_line_length = 100");
    assertEquals(List.of("InA", "InC"), project.found(names));
    assertEquals(Map.of("B.java", "skipped line_too_long"), project.notOk());
    project.turn("max_files_per_project = 2");
    assertEquals(List.of("InA", "InB"), project.found(names));
    assertEquals(Map.of("C.java", "skipped too_many_files"), project.notOk());
    project.turnBack();
  }

  @Test
  void pathsThatMatchAPatternAreRemovedWhenItIsAdded() {
    Project project =
        new Project(
            Map.of(
                "src/A.java", "class InSource {}\n",
                "gen/B.java", "class InGenerated {}\n",
                "node_modules/x.js", "function inModules() {}\n"));
    List<String> names = List.of("InSource", "InGenerated", "inModules");
    assertEquals(List.of("InSource", "InGenerated"), project.found(names));
    assertEquals(Map.of("node_modules/x.js", "skipped ignored"), project.notOk());

    project.turn("ignore_patterns = [\"gen/\"]");
    assertEquals(List.of("InSource", "inModules"), project.found(names));
    assertEquals(Map.of("gen/B.java", "skipped ignored"), project.notOk());
    project.turnBack();
  }

  @Test
  void patternsTakeBackWhatOthersSayAndWhatIsGeneratedOrCompressedIsListed() {
    String compressed = "!function(e,t){var n=e.a;t.call(this,n),n.b=[1,2,3]}(x,y);".repeat(40);
    Project project =
        new Project(
            Map.of(
                "build/keep/A.java", "class InKeep {}\n",
                "build/drop/B.java", "class InDrop {}\n",
                "lib.js", compressed + "\n",
                "Made.java", "// Code generated by a tool. DO NOT EDIT.\nclass InMade {}\n",
                "Kept.java", "// Code generated by a tool. DO NOT EDIT.\nclass InKept {}\n",
                ".gitattributes", "Kept.java linguist-generated=false\n",
                "run", "#!/usr/bin/env node\nfunction inScript() {}\n",
                "shell", "#!/bin/sh\necho\n"));
    List<String> names = List.of("InKeep", "InDrop", "InMade", "InKept", "inScript");
    assertEquals(List.of("InKept", "inScript"), project.found(names));
    assertEquals(
        Map.of(
            "build/keep/A.java", "skipped ignored",
            "build/drop/B.java", "skipped ignored",
            "lib.js", "skipped minified",
            "Made.java", "skipped generated",
            ".gitattributes", "skipped unsupported_language CG006",
            "shell", "skipped unsupported_language CG006"),
        project.notOk());
    assertEquals("javascript", project.entity("inScript").get("language").asText());

    project.turn("ignore_patterns = [\"/build/*\", \"!/build/keep/\"]");
    assertEquals(List.of("InKeep", "InKept", "inScript"), project.found(names));
    project.turnBack();
  }

  @Test
  void manifestsAndContainersAreEntitiesWhateverTheLanguages() {
    Project project =
        new Project(
            Map.of(
                "pom.xml",
                "<project><groupId>org.example</groupId><artifactId>shop</artifactId>\n"
                    + "<dependencies><dependency><groupId>org.example</groupId>\n"
                    + "<artifactId>stock</artifactId><version>1.2</version></dependency>\n"
                    + "</dependencies></project>\n",
                "Cargo.toml",
                "[package]\nname = \"till\"\n[dependencies]\nserde = \"1.0\"\n",
                "Dockerfile",
                "FROM golang:1.23 AS builder\nFROM scratch\nCOPY --from=builder /a /a\n",
                "compose.yaml",
                "services:\n  web:\n    image: ghcr.io/example/web:2\n    depends_on: [db]\n"
                    + "  db: {image: postgres}\n",
                "k8s/web.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: front.end}\n",
                "other.yaml",
                "a: 1\n",
                "broken.yaml",
                "apiVersion: v1\nkind: [\n",
                "chart/t.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: {{ .Name }}}\n"));
    List<String> names =
        List.of("org.example:stock", "till", "serde", "builder", "web", "db", "front.end");
    assertEquals(names, project.found(names));
    assertEquals(
        Map.of(
            "other.yaml", "skipped unsupported_language CG006",
            "chart/t.yaml", "skipped unsupported_language CG006",
            "broken.yaml", "partial syntax_errors"),
        project.notOk());
    assertEquals("1.2", project.entity("org.example:stock").get("declared_type").asText());

    project.turn("languages = [\"go\"]");
    assertEquals(names, project.found(names));
    project.turnBack();
  }

  @Test
  void encodingsAreReadAndPlacesStayRightUnlessTheKeyIsOff() {
    String text =
        "class Gr\u00f6\u00dfe%s {\n"
            + "  /* \u00e4\u00f6\u00fc */ int na\u00efve%s() { return 1; }\n"
            + "}\n";
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, Charset> charsets =
        Map.of("Utf", UTF_8, "Latin", ISO_8859_1, "Little", UTF_16LE, "Big", UTF_16BE);
    charsets.forEach(
        (name, charset) -> files.put(name + ".java", text.formatted(name, name).getBytes(charset)));
    files.put("Mark.java", ("\uFEFF" + text.formatted("Mark", "Mark")).getBytes(UTF_8));
    files.put(
        "MarkWide.java", ("\uFEFF" + text.formatted("MarkWide", "MarkWide")).getBytes(UTF_16LE));
    Project project = new Project(TestRepository.create(folder.resolve("encodings")), files);
    assertEquals(Map.of(), project.notOk());
    for (String name : List.of("Utf", "Latin", "Little", "Big", "Mark", "MarkWide")) {
      JsonNode type = project.entity("Gr\u00f6\u00dfe" + name);
      assertEquals(
          "1 7", type.get("start_line").asText() + " " + type.get("start_column").asText());
      JsonNode method = project.entity("na\u00efve" + name);
      // Columns count UTF-8 bytes, in which each of the three umlauts is two.
      assertEquals(
          "2 20",
          method.get("start_line").asText() + " " + method.get("start_column").asText(),
          name);
    }

    project.turn("encoding_detection = false");
    assertEquals(
        Map.of(
            "Big.java", "skipped not_utf8 CG007",
            "Latin.java", "skipped not_utf8 CG007",
            "Little.java", "skipped not_utf8 CG007",
            "MarkWide.java", "skipped not_utf8 CG007"),
        project.notOk());
    project.turnBack();
  }

  /** A project over a repository of some files, indexed under the default keys. */
  private final class Project {
    private final TestRepository repository;
    private final String id = "p" + projects++;
    private final String digest;

    Project(Map<String, String> files) {
      this(TestRepository.create(folder.resolve("repository")), bytes(files));
    }

    Project(TestRepository repository, Map<String, byte[]> files) {
      this.repository = repository;
      files.forEach(repository::write);
      repository.commit("all");
      completed(pipeline.register(id, repository.folder()));
      digest = pipeline.digest(id, "");
    }

    /** Indexes under other keys, and compares with a project that never knew others. */
    void turn(String keys) {
      pipeline.configureParsing(keys);
      completed(pipeline.index(id, ""));
      String clean = "p" + projects++;
      completed(pipeline.register(clean, repository.folder()));
      assertEquals(pipeline.digest(clean, ""), pipeline.digest(id, ""));
    }

    void turnBack() {
      pipeline.configureParsing("");
      completed(pipeline.index(id, ""));
      assertEquals(digest, pipeline.digest(id, ""));
    }

    /** Those of some names that the project has entities of. */
    List<String> found(List<String> names) {
      return names.stream().filter(name -> !entities(name).isEmpty()).toList();
    }

    private List<JsonNode> entities(String name) {
      List<JsonNode> found = new java.util.ArrayList<>();
      pipeline
          .get("/api/v1/search?q=%s&project_id=%s".formatted(Pipeline.escape(name), id))
          .get("data")
          .forEach(
              hit -> {
                if (hit.path("name").asText().equals(name)) {
                  found.add(hit);
                }
              });
      return found;
    }

    /** The one entity of a name. */
    JsonNode entity(String name) {
      List<JsonNode> found = entities(name);
      assertEquals(1, found.size(), name + found);
      String path = "/api/v1/entities/" + Pipeline.escape(found.getFirst().get("id").asText());
      return pipeline.get(path + "?project_id=" + id).get("data");
    }

    /** Path, status, reason and code of the files that are not simply indexed. */
    Map<String, String> notOk() {
      Map<String, String> files = new TreeMap<>();
      for (JsonNode file : pipeline.get("/api/v1/projects/" + id + "/files").get("data")) {
        String status = file.get("status").asText();
        String code = file.path("code").asText("");
        if (!status.equals("ok")) {
          files.put(
              file.get("path").asText(),
              (status + " " + file.get("reason").asText() + " " + code).strip());
        }
      }
      return files;
    }
  }

  private static Map<String, byte[]> bytes(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
    return bytes;
  }

  private static void completed(String job) {
    JsonNode ended = pipeline.await(job);
    assertEquals("completed", ended.get("status").asText(), ended::toString);
  }
}
