package dev.codegraph.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks from the delivery to the answer about the commit that was pushed. */
final class WebhookTest {
  private static final String GITHUB = "/api/v1/webhooks/github";
  private static final String GENERIC = "/api/v1/webhooks/generic";

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Pipeline pipeline;
  private static TestRepository repository;
  private static int commits;

  private String before = "";
  private String pushed = "";

  @BeforeAll
  static void start() {
    broker = Pipeline.broker(data);
    pipeline = new Pipeline(data, broker.bootstrapServers());
    repository = TestRepository.create(data.resolve("shop"));
    repository.write("Cart.java", "class Cart {}\n").commit("first");
    completed(pipeline.register("shop", repository.folder()));
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    broker.close();
  }

  /** A commit that nobody has asked to index. */
  @BeforeEach
  void push() {
    before = pipeline.digest("shop", "");
    commits++;
    pushed =
        repository
            .write("Pushed" + commits + ".java", "class Pushed" + commits + " {}\n")
            .commit("commit " + commits);
  }

  @Test
  void makesAPushedCommitQueryable() {
    String body = githubPush("refs/heads/main", pushed);
    HttpResponse<String> answer = deliver(GITHUB + "/shop", body, signed(body), "delivery-1");
    assertEquals(202, answer.statusCode(), answer.body());
    List<String> jobs = jobs(answer);
    assertEquals(1, jobs.size());
    JsonNode job = completed(jobs.getFirst());
    assertEquals("webhook-github", job.get("source").asText());
    assertEquals(pushed, job.get("revision").asText());
    assertPushedIsFound();

    HttpResponse<String> repeated = deliver(GITHUB + "/shop", body, signed(body), "delivery-1");
    assertEquals(202, repeated.statusCode(), repeated.body());
    assertEquals(jobs, jobs(repeated), "the same delivery is the same job");
    assertEquals(job.get("number"), completed(jobs.getFirst()).get("number"));
  }

  @Test
  void findsTheProjectsOfTheRepositoryThatAPushNames() {
    // The same repository registered by its URL is a project of its own.
    String url = "file://" + repository.folder();
    HttpResponse<String> registered =
        pipeline.send(
            "POST", "/api/v1/projects", "{\"id\":\"by-url\",\"repository\":\"%s\"}".formatted(url));
    assertEquals(201, registered.statusCode(), registered.body());
    completed(Pipeline.json(registered.body()).at("/data/indexing_job/id").asText());
    push();
    String body =
        githubPush("refs/heads/main", pushed).replace("https://github.com/ann/shop.git", url);
    HttpResponse<String> answer = deliver(GITHUB, body, signed(body), "delivery-2");
    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals(2, jobs(answer).size(), answer.body());
    jobs(answer).forEach(WebhookTest::completed);
    assertPushedIsFound();
    assertEquals(pipeline.digest("shop", ""), pipeline.digest("by-url", pushed));
  }

  @Test
  void takesTheGenericPayload() {
    String body =
        "{\"project\":\"shop\",\"branch\":\"refs/heads/main\",\"revision\":\"%s\"}"
            .formatted(pushed);
    HttpResponse<String> answer = deliver(GENERIC, body, "", "");
    assertEquals(202, answer.statusCode(), answer.body());
    JsonNode job = completed(jobs(answer).getFirst());
    assertEquals("webhook-generic", job.get("source").asText());
    assertPushedIsFound();
  }

  @Test
  void refusesATamperedDeliveryAndSaysSoInTheLog() {
    String body = githubPush("refs/heads/main", pushed);
    String signature = signed(body);
    String tampered = body.replace("refs/heads/main", "refs/heads/mine");
    int known = pipeline.get("/api/v1/jobs?limit=1000").get("data").size();
    try (LogLines log = new LogLines("dev.codegraph.query.WebhookRoutes", Level.WARN)) {
      for (Map.Entry<String, String> wrong :
          List.of(
              Map.entry(tampered, signature),
              Map.entry(body, signature.replaceFirst(".$", signature.endsWith("0") ? "1" : "0")),
              Map.entry(body, "sha256="),
              Map.entry(body, "sha256=not hexadecimal"),
              Map.entry(body, ""))) {
        HttpResponse<String> answer =
            deliver(GITHUB + "/shop", wrong.getKey(), wrong.getValue(), "delivery-3");
        assertEquals(401, answer.statusCode(), answer.body());
        JsonNode problem = Pipeline.json(answer.body());
        assertEquals("CG009", problem.get("code").asText());
        assertFalse(problem.get("request_id").asText().isEmpty());
      }
      List<String> lines = log.lines();
      assertEquals(5, lines.size(), lines::toString);
      assertTrue(lines.getFirst().contains("suspicious webhook from 127.0.0.1"), lines::toString);
      assertTrue(lines.getFirst().contains("X-Hub-Signature-256"), lines::toString);
    }
    assertEquals(known, pipeline.get("/api/v1/jobs?limit=1000").get("data").size());
    assertEquals(before, pipeline.digest("shop", ""));
  }

  @Test
  void saysWhyADeliveryChangesNothing() {
    String body = githubPush("refs/heads/main", pushed);
    HttpResponse<String> unknown = deliver(GITHUB + "/nobody", body, signed(body), "");
    assertProblem(unknown, 404, "CG008", "No project is registered");
    String foreign = body.replace("ann/shop", "bob/other");
    assertProblem(deliver(GITHUB, foreign, signed(foreign), ""), 404, "CG008", "No project");
    assertProblem(deliver(GITHUB, "not json", signed("not json"), ""), 400, "CG007", "JSON");
    assertProblem(deliver(GENERIC, "{}", "", ""), 400, "CG007", "neither project nor repository");
    assertProblem(deliver(GENERIC, "{\"project\":\"nobody\"}", "", ""), 404, "CG008", "No project");

    String side = githubPush("refs/heads/side", pushed);
    assertIgnored(deliver(GITHUB + "/shop", side, signed(side), ""), "'side' is not indexed");
    String tag = githubPush("refs/tags/v1", pushed);
    assertIgnored(deliver(GITHUB + "/shop", tag, signed(tag), ""), "not a branch");
    HttpResponse<String> ping =
        pipeline.send(
            "POST",
            GITHUB + "/shop",
            body,
            Map.of("X-GitHub-Event", "ping", "X-Hub-Signature-256", signed(body)));
    assertIgnored(ping, "'ping' changes no branch");

    String branch = "{\"project\":\"shop\",\"branch\":\"nope\"}";
    assertFails(deliver(GENERIC, branch, "", ""), "There is no branch 'nope'");
    String lost = githubPush("refs/heads/main", "0123456789012345678901234567890123456789");
    assertFails(
        deliver(GITHUB + "/shop", lost, signed(lost), "delivery-4"), "There is no commit '0123");
    assertEquals(before, pipeline.digest("shop", ""));
  }

  private void assertPushedIsFound() {
    JsonNode found = pipeline.get("/api/v1/search?project_id=shop&q=Pushed" + commits);
    assertEquals("Pushed" + commits + ".java", found.at("/data/0/path").asText());
    assertEquals(pushed, found.at("/meta/revision").asText());
    assertNotEquals(before, pipeline.digest("shop", ""));
  }

  private static void assertProblem(
      HttpResponse<String> answer, int status, String code, String sentence) {
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode problem = Pipeline.json(answer.body());
    assertEquals(code, problem.get("code").asText(), answer.body());
    assertTrue(problem.get("detail").asText().contains(sentence), answer.body());
  }

  private static void assertIgnored(HttpResponse<String> answer, String sentence) {
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode ignored = Pipeline.json(answer.body()).get("data");
    assertEquals("ignored", ignored.get("status").asText());
    assertTrue(ignored.get("reason").asText().contains(sentence), answer.body());
  }

  private static void assertFails(HttpResponse<String> answer, String sentence) {
    assertEquals(202, answer.statusCode(), answer.body());
    JsonNode job = pipeline.await(jobs(answer).getFirst());
    assertEquals("CG008", job.at("/error/code").asText(), job::toString);
    assertTrue(job.at("/error/detail").asText().contains(sentence), job::toString);
  }

  private static JsonNode completed(String job) {
    JsonNode ended = pipeline.await(job);
    assertEquals("completed", ended.get("status").asText(), ended::toString);
    return ended;
  }

  private static List<String> jobs(HttpResponse<String> answer) {
    List<String> ids = new ArrayList<>();
    Pipeline.json(answer.body()).get("data").forEach(job -> ids.add(job.get("id").asText()));
    return ids;
  }

  /** The part of GitHub's payload of a push that matters, among what does not. */
  private static String githubPush(String ref, String after) {
    return """
    {"ref": "%s", "before": "0000000000000000000000000000000000000000", "after": "%s",
     "created": false, "deleted": false, "forced": false,
     "repository": {"id": 7, "name": "shop", "full_name": "ann/shop", "private": false,
       "default_branch": "main", "clone_url": "https://github.com/ann/shop.git",
       "html_url": "https://github.com/ann/shop"},
     "pusher": {"name": "ann"}, "commits": [{"id": "%s", "message": "a \\"quoted\\" word"}]}
    """
        .formatted(ref, after, after);
  }

  private static String signed(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("github-secret".getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> deliver(
      String path, String body, String signature, String delivery) {
    return pipeline.send(
        "POST",
        path,
        body,
        Map.of(
            "Content-Type",
            "application/json",
            "X-GitHub-Event",
            "push",
            "X-GitHub-Delivery",
            delivery,
            "X-Hub-Signature-256",
            signature));
  }
}
