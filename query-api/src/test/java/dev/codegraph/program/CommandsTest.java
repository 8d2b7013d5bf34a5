package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a service that answers what each test says. */
final class CommandsTest {
  private static final String PROJECTS =
      """
      {"data": [{"id": "shop", "name": "shop", "repository": "/src/shop"}], "meta": {}}\
      """;
  private static final String META =
      """
      {"revision": "0123456789abcdef", "head": "0123456789abcdef", "exact": false,
       "possible_more": 3, "skipped": 1, "lag_ms": 0, "next_cursor": null}\
      """;
  private static final String TWO_ENTITIES =
      """
      {"data": [
        {"id": "java:a.java#A.run", "kind": "method", "name": "run", "qualified_name": "A.run",
         "path": "a.java", "start_line": 3},
        {"id": "java:b.java#B.run", "kind": "method", "name": "run", "qualified_name": "B.run",
         "path": "b.java", "start_line": 5}], "meta": %s}\
      """
          .formatted(META);
  private static final String NOT_FOUND =
      """
      {"title": "Not found", "status": 404, "detail": "there is none", "request_id": "r-7"}\
      """;

  @TempDir Path folder;
  private final Map<String, Queue<Reply>> replies = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  private record Reply(int status, String body) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    ServiceFile.ofThisProcess("http://127.0.0.1:" + server.getAddress().getPort()).write(folder);
    reply("GET /api/v1/projects", 200, PROJECTS);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void searchShowsPlacesAndHowCompleteTheAnswerIs() {
    reply("GET /api/v1/search", 200, TWO_ENTITIES);
    Ran ran = run("search", "run", "fast");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("A.run  a.java:3"), ran.out());
    assertTrue(
        ran.out().contains("(at 0123456789ab, a lower bound, up to 3 more, 1 files skipped)"),
        ran.out());
    assertTrue(
        asked.contains("GET /api/v1/search?q=run%20fast&project_id=shop&limit=20"), asked + "");
  }

  @Test
  void jsonIsWhatTheServiceAnswered() {
    reply("GET /api/v1/search", 200, TWO_ENTITIES);
    Ran ran = run("search", "run", "--json", "--at", "0123");
    assertTrue(ran.out().contains("\"possible_more\" : 3"), ran.out());
    assertTrue(asked.getLast().contains("at=0123"), asked.getLast());
  }

  @Test
  void anAmbiguousNameListsItsCandidates() {
    reply("GET /api/v1/entities/run", 404, NOT_FOUND);
    reply("GET /api/v1/search", 200, TWO_ENTITIES);
    Ran ran = run("callers", "run");
    assertEquals(ExitCode.USAGE.status(), ran.status());
    assertTrue(ran.err().contains("2 entities are named run"), ran.err());
    assertTrue(ran.err().contains("java:b.java#B.run"), ran.err());
  }

  @Test
  void aQualifiedNameThatOneEntityHasIsEnough() {
    reply("GET /api/v1/entities/B.run", 404, NOT_FOUND);
    reply("GET /api/v1/search", 200, TWO_ENTITIES);
    reply(
        "GET /api/v1/entities/java%3Ab.java%23B.run/callers",
        200,
        """
        {"data": [{"id": "x", "kind": "method", "name": "main", "depth": 2,
          "site": {"path": "m.java", "line": 9}, "resolution": "dispatch", "confidence": 80}],
         "meta": %s}\
        """
            .formatted(META));
    Ran ran = run("callers", "B.run", "--depth", "2");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("  method     main  m.java:9  dispatch 80%"), ran.out());
    assertTrue(asked.getLast().contains("depth=2"), asked.getLast());
  }

  @Test
  void theEndOfAQualifiedNameThatOneEntityHasIsEnough() {
    reply("GET /api/v1/entities/Shop.run", 404, NOT_FOUND);
    reply(
        "GET /api/v1/search",
        200,
        """
        {"data": [
          {"id": "java:s.java#Shop.run", "kind": "method", "name": "run",
           "qualified_name": "org.Shop.run", "path": "s.java", "start_line": 3},
          {"id": "java:w.java#Workshop.run", "kind": "method", "name": "run",
           "qualified_name": "org.Workshop.run", "path": "w.java", "start_line": 5}], "meta": %s}\
        """
            .formatted(META));
    reply(
        "GET /api/v1/entities/java%3As.java%23Shop.run/callers",
        200, "{\"data\": [], \"meta\": %s}".formatted(META));
    Ran ran = run("callers", "Shop.run");
    assertEquals(0, ran.status(), ran.err());
  }

  @Test
  void aNameThatNobodyHasIsNotFound() {
    reply("GET /api/v1/entities/zzz", 404, NOT_FOUND);
    reply("GET /api/v1/search", 200, "{\"data\": [], \"meta\": {}}");
    Ran ran = run("entity", "zzz");
    assertEquals(ExitCode.NOT_FOUND.status(), ran.status());
    assertTrue(ran.err().contains("There is no entity named zzz"), ran.err());
  }

  @Test
  void errorsShowCodeDetailAndRequest() {
    reply(
        "GET /api/v1/projects/shop/digest",
        503,
        "{\"code\": \"CG001\", \"detail\": \"the stores move\", \"request_id\": \"r-9\"}");
    Ran ran = run("digest");
    assertEquals(ExitCode.FAILED.status(), ran.status());
    assertEquals("CG001 the stores move (request r-9)", ran.err().strip());
  }

  @Test
  void indexWaitsAndShowsEveryStage() throws IOException {
    Path repository = Files.createDirectory(folder.resolve("shop2")).toRealPath();
    reply(
        "POST /api/v1/projects",
        201,
        "{\"data\": {\"id\": \"shop2\", \"indexing_job\": {\"id\": \"j1\"}}, \"meta\": {}}");
    reply(
        "GET /api/v1/jobs/j1",
        200,
        """
        {"data": {"id": "j1", "status": "running",
          "stages": [{"stage": "ingest", "state": "running", "done": 5, "total": 10}]}}\
        """);
    reply(
        "GET /api/v1/jobs/j1",
        200,
        """
        {"data": {"id": "j1", "status": "completed",
          "stages": [{"stage": "ingest", "state": "done", "done": 10, "total": 10},
                     {"stage": "publish", "state": "done", "done": 1, "total": 1}]}}\
        """);
    Ran ran = run("index", repository.toString(), "--wait", "--branch", "main");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("ingest   running  5 of 10"), ran.out());
    assertTrue(ran.out().contains("publish  done     1 of 1"), ran.out());
    assertTrue(
        asked.contains(
            "POST /api/v1/projects {\"name\":\"shop2\",\"path\":\"%s\",\"branch\":\"main\"}"
                .formatted(repository)),
        asked.toString());
  }

  @Test
  void indexOfAKnownRepositoryAsksForWhatIsNew() throws IOException {
    Path repository = Files.createDirectory(folder.resolve("shop")).toRealPath();
    replies.clear();
    reply(
        "GET /api/v1/projects",
        200,
        "{\"data\": [{\"id\": \"shop\", \"name\": \"shop\", \"repository\": \"%s\"}]}"
            .formatted(repository));
    reply("POST /api/v1/projects", 409, "{\"detail\": \"there is a project shop\"}");
    reply("POST /api/v1/projects/shop/index", 202, "{\"data\": {\"id\": \"j2\"}}");
    reply(
        "GET /api/v1/jobs/j2",
        200,
        """
        {"data": {"id": "j2", "status": "failed", "stages": [],
          "error": {"code": "CG007", "detail": "no such revision"}}}\
        """);
    Ran ran = run("index", repository.toString(), "--revision", "abcd", "--wait");
    assertEquals(ExitCode.FAILED.status(), ran.status());
    assertTrue(ran.err().contains("CG007 no such revision"), ran.err());
    assertTrue(
        asked.contains("POST /api/v1/projects/shop/index {\"revision\":\"abcd\"}"),
        asked.toString());
  }

  @Test
  void indexOfAFolderThatIsNotThereSaysSo() {
    Ran ran = run("index", folder.resolve("absent").toString());
    assertEquals(ExitCode.NOT_FOUND.status(), ran.status());
    assertTrue(ran.err().contains("There is no folder"), ran.err());
  }

  @Test
  void statusShowsWhatWasSkippedAndWhy() {
    reply("GET /health", 200, "{\"status\": \"healthy\", \"version\": \"1.2.3\"}");
    reply(
        "GET /api/v1/projects/shop",
        200,
        """
        {"data": {"id": "shop", "name": "shop", "repository": "/src/shop",
          "files": {"total": 1200, "ok": 1198, "partial": 0, "skipped": 3, "failed": 0}},
         "meta": {}}\
        """);
    reply(
        "GET /api/v1/projects/shop/files",
        200,
        """
        {"data": [{"path": "big.java", "reason": "too_large"}, {"path": "c.bin", "reason": "binary"},
          {"path": "huge.java", "reason": "too_large"}], "meta": {"next_cursor": null}}\
        """);
    Ran ran = run("status");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("healthy, version 1.2.3"), ran.out());
    assertTrue(ran.out().contains("1,200: 1,198 ok, 0 partial, 3 skipped"), ran.out());
    assertTrue(ran.out().contains("2 too_large, the first is big.java"), ran.out());
    assertTrue(ran.out().contains("1 binary, the first is c.bin"), ran.out());

    assertTrue(run("status", "--skipped").out().contains("huge.java  too_large"));
  }

  @Test
  void statusSaysWhyNothingIsIndexed() {
    reply("GET /health", 503, "{\"status\": \"starting\", \"version\": \"1.2.3\"}");
    reply(
        "GET /api/v1/projects/shop",
        200,
        """
        {"data": {"id": "shop", "name": "shop", "repository": "/src/shop", "status": "error",
          "latest_job": "j9"}, "meta": {}}\
        """);
    reply(
        "GET /api/v1/jobs/j9",
        200,
        """
        {"data": {"id": "j9", "status": "failed",
          "error": {"code": "CG008", "detail": "There is no branch main."}}}\
        """);
    Ran ran = run("status");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("starting, version 1.2.3"), ran.out());
    assertTrue(
        ran.out().contains("error: the last job failed, CG008 There is no branch main."),
        ran.out());
  }

  @Test
  void exportWritesTheLinesAsTheyCome() throws IOException {
    reply("GET /api/v1/projects/shop/export", 200, "{\"type\":\"entity\"}\n{\"type\":\"edge\"}\n");
    assertEquals("{\"type\":\"entity\"}\n{\"type\":\"edge\"}\n", run("export").out());
    Path file = folder.resolve("graph.jsonl");
    assertEquals(0, run("export", "--output", file.toString()).status());
    assertEquals(2, Files.readAllLines(file).size());
  }

  @Test
  void withoutAServiceSaysHowToStartOne() throws IOException {
    ServiceFile.delete(folder);
    Ran ran = run("status");
    assertEquals(ExitCode.UNREACHABLE.status(), ran.status());
    assertTrue(ran.err().contains("codegraph up"), ran.err());
    server.stop(0);
    ServiceFile.ofThisProcess("http://127.0.0.1:1").write(folder);
    assertEquals(ExitCode.UNREACHABLE.status(), run("status").status());
    ServiceFile.delete(folder);
    assertEquals(0, run("down").status());
  }

  private Ran run(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "--data-dir", folder.toString()));
    all.addAll(List.of(args));
    return Ran.program("codegraph", all.toArray(String[]::new));
  }

  /** The next answer to a request; the last one is given again and again. */
  private void reply(String request, int status, String body) {
    replies.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Reply(status, body));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    String request = exchange.getRequestMethod() + " " + path;
    Reply reply;
    synchronized (asked) {
      asked.add(request + (query == null ? "" : "?" + query) + (body.isEmpty() ? "" : " " + body));
      Queue<Reply> queue =
          replies.getOrDefault(request, new ArrayDeque<>(List.of(new Reply(404, NOT_FOUND))));
      reply = queue.size() > 1 ? queue.remove() : queue.element();
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
