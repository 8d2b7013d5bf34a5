package dev.codegraph.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a service says to bad input, as its users meet it: each gives a clear error or a listed
 * skip, no read fails, and the rest of the index is complete.
 */
final class BadInputTest {
  private static final Map<String, String> SOUND =
      new TreeMap<>(
          Map.of(
              "shop/Cart.java",
              "package shop;\n\npublic class Cart {\n  int total() {\n    return 1;\n  }\n}\n",
              "shop/Till.java",
              "package shop;\n\n"
                  + "class Till {\n"
                  + "  int pay(Cart cart) {\n"
                  + "    return cart.total();\n"
                  + "  }\n"
                  + "}\n",
              "tools/price.py",
              "def price(count):\n    return double(count)\n\n\n"
                  + "def double(count):\n    return 2 * count\n",
              "web/view.ts",
              "export function view(): string {\n  return name();\n}\n\n"
                  + "function name(): string {\n  return 'shop';\n}\n",
              "cmd/main.go",
              "package main\n\nfunc main() {\n\trun()\n}\n\nfunc run() {}\n"));

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Pipeline pipeline;

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

  @Test
  void listsBadFilesWithTheirReasonAndIndexesTheOthersAsIfTheyWereAlone() {
    Path sound = sound("sound").folder();
    completed(pipeline.register("sound", sound));
    TestRepository repository = TestRepository.create(folder.resolve("bad"));
    Map<String, String> odd = oddNames();
    try (TreeCommit commit = TreeCommit.in(repository.folder());
        LogLines errors = new LogLines("dev.codegraph", Level.ERROR);
        ReadsMeanwhile reads = reads("sound")) {
      SOUND.forEach(commit::file);
      odd.forEach((path, text) -> commit.file(bytes(path), text.getBytes(UTF_8)));
      commit.link("loop", "loop").link("shop/up", "../shop").link("dangling.java", "gone.java");
      commit.file(bytes("Huge.java"), repeated("class Huge { int field; }\n", 60 << 20));
      commit.file(bytes("Line.java"), repeated("int x; ", 10 << 20));
      commit.file(bytes("OneMegabyteLine.java"), repeated("int x; ", 1 << 20));
      commit.file(bytes("Junk.java"), junk(200_000, 0));
      for (String language : List.of("java", "py", "ts", "tsx", "js", "go")) {
        commit.file(bytes("NoZero." + language), junk(100_000, 1));
      }
      SOUND.forEach((path, text) -> commit.file("Shuffled" + ending(path), shuffled(text)));
      commit.file(
          "Half.java",
          "class Half {\n  int sound() { return 1; }\n  int broken() { return 2 +; }\n}\n");
      commit.commit("good and bad");
      completed(pipeline.register("bad", repository.folder()));
      assertEquals(List.of(), reads.failures());
      assertTrue(reads.count() > 0);
      assertEquals(List.of(), errors.lines());
    }

    assertEquals(
        Map.ofEntries(
            Map.entry("loop", "skipped symlink"),
            Map.entry("shop/up", "skipped symlink"),
            Map.entry("dangling.java", "skipped symlink"),
            Map.entry("Huge.java", "skipped too_large"),
            Map.entry("Line.java", "skipped too_large"),
            Map.entry("OneMegabyteLine.java", "skipped line_too_long"),
            Map.entry("Junk.java", "skipped binary"),
            Map.entry("NoZero.java", "partial syntax_errors"),
            Map.entry("NoZero.py", "partial syntax_errors"),
            Map.entry("NoZero.ts", "partial syntax_errors"),
            Map.entry("NoZero.tsx", "partial syntax_errors"),
            Map.entry("NoZero.js", "partial syntax_errors"),
            Map.entry("NoZero.go", "partial syntax_errors"),
            Map.entry("Shuffled.java", "partial syntax_errors"),
            Map.entry("Shuffled.py", "partial syntax_errors"),
            Map.entry("Shuffled.ts", "partial syntax_errors"),
            Map.entry("Shuffled.go", "partial syntax_errors"),
            Map.entry("Half.java", "partial syntax_errors")),
        notOk("bad"));
    assertEquals(fileHashes("sound"), only(fileHashes("bad"), SOUND.keySet()));
    assertEquals(1, found("bad", "sound", "method").size(), "what can be read of a broken file");
    assertReadable("bad");
    for (String path : odd.keySet()) {
      JsonNode type = found("bad", className(path), "class").get(0);
      assertEquals(path, type.get("path").asText());
      String id = Pipeline.escape(type.get("id").asText());
      JsonNode entity = pipeline.get("/api/v1/entities/" + id + "?project_id=bad").get("data");
      assertEquals("call" + className(path), entity.at("/children/0/name").asText());
    }
    String total = Pipeline.escape(found("bad", "total", "method").get(0).get("id").asText());
    JsonNode callers = pipeline.get("/api/v1/entities/" + total + "/callers?project_id=bad");
    assertEquals(1 + odd.size(), callers.get("data").size(), callers::toString);
  }

  /** Names that git allows, as our text of them; the content of each calls the cart. */
  private static Map<String, String> oddNames() {
    Map<String, String> files = new TreeMap<>();
    for (String path :
        List.of(
            "shop/With Space.java",
            "shop/quo\"te's.java",
            "shop/new\nline.java",
            "shop/tab\tand;semi&amp.java",
            "shop/back\\slash.java",
            "shop/per%20cent+plus?.java",
            "shop/gr\u00fcn\u732b.java",
            "shop/latin\\xE9.java",
            "shop/not\\xFF\\xFEutf8.java",
            "sh\\x80p/Folder.java")) {
      String name = className(path);
      files.put(
          path,
          "package shop;\n\nclass %s {\n  int call%s() {\n    return new Cart().total();\n  }\n}\n"
              .formatted(name, name));
    }
    return files;
  }

  private static String className(String path) {
    return "N" + Integer.toHexString(path.hashCode());
  }

  /** Bytes of a path in which {@code \xHH} stands for a byte that is not UTF-8. */
  private static byte[] bytes(String path) {
    return dev.codegraph.ingest.PathText.bytes(path);
  }

  private static byte[] repeated(String unit, int length) {
    byte[] bytes = new byte[length];
    byte[] part = unit.getBytes(UTF_8);
    for (int i = 0; i < length; i++) {
      bytes[i] = part[i % part.length];
    }
    return bytes;
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.'));
  }

  /** Words and signs of a language in an order that means nothing. */
  private static String shuffled(String text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      words.addAll(List.of(text.split("(?<=\\W)|(?=\\W)")));
    }
    Collections.shuffle(words, new Random(7));
    return String.join("", words);
  }

  /** Bytes of all values from one on. */
  private static byte[] junk(int length, int least) {
    byte[] bytes = new byte[length];
    Random random = new Random(7);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(least, 256);
    }
    return bytes;
  }

  @Test
  void saysWhatIsWrongWithARepositoryThatCannotBeIndexed() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("plain"));
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    Path empty = TestRepository.create(folder.resolve("empty")).folder();
    assertFails("plain", register("plain", plain, ""), "CG008", "is not a git repository");
    assertFails("nowhere", register("nowhere", plain.resolve("no"), ""), "CG008", "does not exist");
    assertFails("loop", register("loop", loop, ""), "CG008", "does not exist");
    assertFails("empty", register("empty", empty, ""), "CG008", "has no commits yet");
    Path repository = sound("branches").folder();
    assertFails(
        "branches",
        register("branches", repository, "\"branch\":\"nope\","),
        "CG008",
        "There is no branch 'nope'");
    assertFails(
        "revisions",
        register("revisions", repository, "\"revision\":\"0123456789abcdef\","),
        "CG008",
        "There is no commit '0123456789abcdef'");

    // What was wrong can be put right under the same name.
    TestRepository.open(empty).write("A.java", "class A {}\n").commit("first");
    completed(pipeline.index("empty", ""));
    assertEquals(1, found("empty", "A", "class").size());
    completed(register("branches", repository, ""));
    assertEquals("indexed", pipeline.get("/api/v1/projects/branches").at("/data/status").asText());
  }

  @Test
  void goesOnAnsweringAboutARepositoryThatIsGone() throws IOException {
    TestRepository repository = sound("gone");
    completed(pipeline.register("gone", repository.folder()));
    String digest = pipeline.digest("gone", "");
    String head = repository.history(1).getFirst();
    FileUtils.delete(repository.folder().toFile(), FileUtils.RECURSIVE);

    JsonNode ended = pipeline.await(pipeline.index("gone", ""));
    assertError(ended.get("error"), "CG008", "does not exist");
    JsonNode project = pipeline.get("/api/v1/projects/gone").get("data");
    assertEquals("indexed", project.get("status").asText());
    assertError(project.get("error"), "CG008", "does not exist");
    assertEquals(digest, pipeline.digest("gone", ""));
    assertEquals(digest, pipeline.digest("gone", head));
    assertEquals(0, pipeline.get("/api/v1/projects/gone/digest").at("/meta/lag_ms").asLong());
    assertReadable("gone");

    JsonNode branch = pipeline.await(index("gone", "{\"branch\":\"other\"}"));
    assertError(branch.get("error"), "CG008", "does not exist");
  }

  @Test
  void keepsAnIndexWhoseNextRequestCannotBeMet() {
    TestRepository repository = sound("kept");
    completed(pipeline.register("kept", repository.folder()));
    String digest = pipeline.digest("kept", "");
    JsonNode branch = pipeline.await(index("kept", "{\"branch\":\"other\"}"));
    assertError(branch.get("error"), "CG008", "There is no branch 'other'");
    JsonNode revision = pipeline.await(pipeline.index("kept", "no-such-tag"));
    assertError(revision.get("error"), "CG008", "There is no commit 'no-such-tag'");
    assertEquals(digest, pipeline.digest("kept", ""));
    HttpResponse<String> unknown = pipeline.send("GET", "/api/v1/search?q=a&at=deadbeef", "");
    assertEquals(404, unknown.statusCode());
    repository.write("shop/New.java", "class New {}\n").commit("goes on");
    completed(pipeline.index("kept", ""));
    assertEquals(1, found("kept", "New", "class").size());
    assertFalse(pipeline.get("/api/v1/projects/kept").at("/data").has("error"));
  }

  @Test
  void endsTheJobOfAProjectThatIsDeletedBeforeItsTurn() {
    TestRepository repository = sound("deleted");
    pipeline.stopIngest();
    String job = pipeline.register("deleted", repository.folder());
    assertEquals(202, pipeline.send("DELETE", "/api/v1/projects/deleted", "").statusCode());
    pipeline.startIngest();
    JsonNode ended = pipeline.await(job);
    assertEquals("failed", ended.get("status").asText());
    assertTrue(ended.at("/error/detail").asText().contains("was deleted"), ended::toString);
    completed(pipeline.register("deleted", repository.folder()));
  }

  private TestRepository sound(String name) {
    TestRepository repository = TestRepository.create(folder.resolve(name));
    SOUND.forEach(repository::write);
    repository.commit("sound files");
    return repository;
  }

  /** Registers with further fields; returns the job. */
  private static String register(String id, Path path, String fields) {
    String body = "{%s\"id\":\"%s\",\"path\":\"%s\"}".formatted(fields, id, path);
    HttpResponse<String> answer = pipeline.send("POST", "/api/v1/projects", body);
    assertEquals(201, answer.statusCode(), answer.body());
    return Pipeline.json(answer.body()).at("/data/indexing_job/id").asText();
  }

  private static String index(String id, String body) {
    HttpResponse<String> answer = pipeline.send("POST", "/api/v1/projects/" + id + "/index", body);
    assertEquals(202, answer.statusCode(), answer.body());
    return Pipeline.json(answer.body()).at("/data/id").asText();
  }

  private static void completed(String job) {
    JsonNode ended = pipeline.await(job);
    assertEquals("completed", ended.get("status").asText(), ended::toString);
  }

  /** A project whose only job failed: the job says why, and so do the project and its reads. */
  private static void assertFails(String id, String job, String code, String sentence) {
    JsonNode ended = pipeline.await(job);
    assertEquals("failed", ended.get("status").asText());
    assertError(ended.get("error"), code, sentence);
    assertEquals("ingest", ended.at("/error/stage").asText());
    JsonNode project = pipeline.get("/api/v1/projects/" + id).get("data");
    assertEquals("error", project.get("status").asText());
    assertError(project.get("error"), code, sentence);
    HttpResponse<String> read = pipeline.send("GET", "/api/v1/search?q=a&project_id=" + id, "");
    assertEquals(404, read.statusCode(), read.body());
    assertError(Pipeline.json(read.body()), code, sentence);
    HttpResponse<String> all = pipeline.send("GET", "/api/v1/projects", "");
    assertEquals(200, all.statusCode());
  }

  private static void assertError(JsonNode error, String code, String sentence) {
    assertEquals(code, error.path("code").asText(), error::toString);
    assertTrue(error.path("detail").asText().contains(sentence), error::toString);
  }

  private static ReadsMeanwhile reads(String project) {
    return new ReadsMeanwhile(
        path -> pipeline.send("GET", path, ""),
        List.of(
            "/api/v1/search?q=total&project_id=" + project,
            "/api/v1/projects/" + project + "/digest",
            "/api/v1/projects/" + project + "/files",
            "/health"));
  }

  private static JsonNode found(String project, String name, String kind) {
    return pipeline
        .get("/api/v1/search?q=%s&kind=%s&project_id=%s".formatted(name, kind, project))
        .get("data");
  }

  /** Path, status and reason of the files that are not simply indexed. */
  private static Map<String, String> notOk(String project) {
    Map<String, String> files = new TreeMap<>();
    for (JsonNode file : pipeline.get("/api/v1/projects/" + project + "/files").get("data")) {
      String status = file.get("status").asText();
      if (!status.equals("ok")) {
        files.put(file.get("path").asText(), status + " " + file.get("reason").asText());
      }
    }
    return files;
  }

  private static Map<String, String> fileHashes(String project) {
    Map<String, String> hashes = new TreeMap<>();
    pipeline
        .get("/api/v1/projects/" + project + "/digest?files=true")
        .at("/data/files")
        .forEach(file -> hashes.put(file.get("path").asText(), file.get("hash").asText()));
    return hashes;
  }

  private static Map<String, String> only(Map<String, String> hashes, java.util.Set<String> paths) {
    Map<String, String> kept = new TreeMap<>(hashes);
    kept.keySet().retainAll(paths);
    return kept;
  }

  /** The index holds together, and every entity of its export can be read. */
  private static void assertReadable(String project) {
    JsonNode verified = pipeline.get("/api/v1/projects/" + project + "/verify").get("data");
    assertTrue(verified.get("ok").asBoolean(), verified::toString);
    HttpResponse<String> export =
        pipeline.send("GET", "/api/v1/projects/" + project + "/export", "");
    assertEquals(200, export.statusCode());
    List<JsonNode> entities =
        Arrays.stream(export.body().split("\n"))
            .map(Pipeline::json)
            .filter(line -> line.get("type").asText().equals("entity"))
            .toList();
    assertTrue(entities.size() > SOUND.size());
    for (JsonNode entity : entities) {
      String at = "/api/v1/entities/" + Pipeline.escape(entity.get("id").asText());
      String of = "?project_id=" + project;
      assertEquals(entity.get("path"), pipeline.get(at + of).at("/data/path"));
      assertTrue(pipeline.get(at + "/callers" + of).get("data").isArray());
    }
  }
}
