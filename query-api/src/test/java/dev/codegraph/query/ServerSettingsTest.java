package dev.codegraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.MaterializerConfig;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.StoreConfig;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Stage.Health;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sections server and metrics, observed over HTTP. */
class ServerSettingsTest {
  private static final CorsOptions ANY =
      new CorsOptions(
          true, List.of("*"), List.of("GET", "PUT"), List.of("Content-Type", "X-Mine"), 77);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final AtomicInteger looks = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private QueryServer server;
  private MaterializerStage materializer;

  /** Nothing but the server itself is started: what is asked here needs no more. */
  private void serve(int workers, Duration timeout, CorsOptions cors, MetricsOptions metrics) {
    close();
    KafkaConfig kafka =
        new KafkaConfig("127.0.0.1:1", 1, 1, "at_least_once", 0, 1, "t", folder, Map.of());
    ProjectRegistry registry = new ProjectRegistry(kafka);
    materializer =
        new MaterializerStage(
            kafka, new MaterializerConfig(StoreConfig.defaults(), folder.resolve("lucene"), 1, ""));
    Supplier<Health> looked =
        () -> {
          looks.incrementAndGet();
          return new Health(Health.Status.HEALTHY, "");
        };
    server =
        new QueryServer(
            new ServerOptions(
                "127.0.0.1",
                0,
                100,
                LONG,
                workers,
                timeout,
                cors,
                metrics,
                "",
                "",
                "test",
                Map.of("looked", looked)),
            materializer,
            registry,
            new RequestPublisher(kafka, registry, Clock.systemUTC()),
            new JobBoard(kafka, registry, materializer));
    server.start();
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
      materializer.close();
    }
  }

  private HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(LONG)
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String scrape() {
    return send("GET", "/metrics").body();
  }

  private static Optional<String> admitted(HttpResponse<String> response) {
    return response.headers().firstValue("Access-Control-Allow-Origin");
  }

  @Test
  void saysOfNoJobThatItIsMissingBeforeAllAreRead() {
    serve(2, LONG, CorsOptions.NONE, MetricsOptions.all());
    HttpResponse<String> one = send("GET", "/api/v1/jobs/unread");
    assertEquals(503, one.statusCode(), one::body);
    assertTrue(one.headers().firstValue("Retry-After").isPresent());
    assertEquals(503, send("GET", "/api/v1/jobs").statusCode());
  }

  @Test
  void admitsTheOriginsThatAreListed() {
    serve(2, LONG, ANY, MetricsOptions.all());
    assertEquals(
        Optional.of("*"), admitted(send("GET", "/api/v1/projects", "Origin", "https://a.example")));
    assertEquals(Optional.empty(), admitted(send("GET", "/api/v1/projects")));
    CorsOptions one = new CorsOptions(true, List.of("https://ok.example"), List.of(), List.of(), 1);
    serve(2, LONG, one, MetricsOptions.all());
    HttpResponse<String> listed = send("GET", "/api/v1/projects", "Origin", "https://ok.example");
    assertEquals(200, listed.statusCode());
    assertEquals(Optional.of("https://ok.example"), admitted(listed));
    assertEquals(Optional.of("Origin"), listed.headers().firstValue("Vary"));
    HttpResponse<String> other = send("GET", "/api/v1/projects", "Origin", "https://bad.example");
    assertEquals(200, other.statusCode());
    assertEquals(Optional.empty(), admitted(other));
    serve(2, LONG, CorsOptions.NONE, MetricsOptions.all());
    assertEquals(
        Optional.empty(), admitted(send("GET", "/health", "Origin", "https://ok.example")));
    assertEquals(404, preflight("https://ok.example").statusCode());
  }

  private HttpResponse<String> preflight(String origin) {
    return send(
        "OPTIONS", "/api/v1/projects", "Origin", origin, "Access-Control-Request-Method", "PUT");
  }

  @Test
  void aPreflightNamesWhatIsConfigured() {
    serve(2, LONG, ANY, MetricsOptions.all());
    HttpResponse<String> answer = preflight("https://a.example");
    assertEquals(204, answer.statusCode());
    assertEquals(
        Optional.of("GET, PUT"), answer.headers().firstValue("Access-Control-Allow-Methods"));
    assertEquals(
        Optional.of("Content-Type, X-Mine"),
        answer.headers().firstValue("Access-Control-Allow-Headers"));
    assertEquals(Optional.of("77"), answer.headers().firstValue("Access-Control-Max-Age"));
  }

  /** A request whose body is not sent yet: whoever works on it waits. */
  private final class Slow implements AutoCloseable {
    private static final String BODY = "{\"x\":1}";
    private final Socket socket;

    Slow() throws IOException {
      socket = new Socket("127.0.0.1", server.port());
      socket.setSoTimeout((int) LONG.toMillis());
      write(
          "POST /api/v1/projects HTTP/1.1\r\nHost: x\r\nContent-Length: "
              + BODY.length()
              + "\r\nExpect: 100-continue\r\n\r\n");
      assertTrue(head().startsWith("HTTP/1.1 100"), "it is worked on");
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Status line and headers. */
    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          break;
        }
        head.append((char) next);
      }
      return head.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void answers408WhenTheTimeIsOver() throws IOException {
    serve(2, Duration.ofMillis(300), CorsOptions.NONE, MetricsOptions.all());
    try (Slow slow = new Slow()) {
      String head = slow.head();
      assertTrue(head.startsWith("HTTP/1.1 408"), head);
      assertTrue(head.toLowerCase(java.util.Locale.ROOT).contains("application/problem+json"));
    }
    assertEquals(200, send("GET", "/api/v1/projects").statusCode());
  }

  @Test
  void worksOnAsManyRequestsAsThereAreWorkers() throws IOException {
    Duration timeout = Duration.ofSeconds(2);
    serve(1, timeout, CorsOptions.NONE, MetricsOptions.all());
    try (Slow slow = new Slow()) {
      assertTrue(send("GET", "/health").statusCode() != 408, "health needs no worker");
      long start = System.nanoTime();
      int status = send("GET", "/api/v1/projects").statusCode();
      long waited = System.nanoTime() - start;
      assertTrue(status == 200 || status == 408, "status " + status);
      assertTrue(waited > timeout.toNanos() / 2, "it waited for the one worker: " + waited);
      assertTrue(slow.head().startsWith("HTTP/1.1 408"));
    }
    serve(2, LONG, CorsOptions.NONE, MetricsOptions.all());
    try (Slow slow = new Slow()) {
      assertEquals(200, send("GET", "/api/v1/projects").statusCode());
      slow.write(Slow.BODY);
      assertTrue(slow.head().startsWith("HTTP/1.1 400"), "the first is still worked on");
    }
  }

  private static MetricsOptions metrics(
      boolean enabled, boolean system, boolean custom, List<Double> buckets, boolean labels) {
    return new MetricsOptions(
        enabled, "/numbers", system, custom, LONG, buckets, labels, labels, labels);
  }

  @Test
  void servesMetricsWhereAndAsConfigured() {
    serve(2, LONG, CorsOptions.NONE, metrics(true, false, false, List.of(0.5, 2.0), false));
    assertEquals(404, send("GET", "/metrics").statusCode());
    String plain = send("GET", "/numbers").body();
    assertTrue(plain.contains("codegraph_requests_total "), plain);
    assertTrue(plain.contains("codegraph_request_duration_seconds_bucket{le=\"0.5\"}"), plain);
    assertTrue(plain.contains("le=\"2.0\""), plain);
    assertEquals(3, plain.lines().filter(line -> line.contains("_bucket{")).count(), plain);
    assertFalse(plain.contains("jvm_"), plain);
    assertFalse(plain.contains("process_"), plain);
    assertFalse(plain.contains("codegraph_component_healthy"), plain);
    serve(2, LONG, CorsOptions.NONE, metrics(true, true, true, List.of(1.0), true));
    assertEquals(200, send("GET", "/api/v1/projects").statusCode());
    until("codegraph_component_healthy{component=\"looked\"} 1.0");
    String full = send("GET", "/numbers").body();
    assertTrue(
        full.contains(
            "codegraph_requests_total{endpoint=\"/api/v1/projects\",method=\"GET\",status=\"200\"}"),
        full);
    assertTrue(full.contains("jvm_memory_used_bytes"), full);
    assertTrue(full.contains("process_resident_memory_bytes"), full);
    serve(2, LONG, CorsOptions.NONE, metrics(false, true, true, List.of(1.0), true));
    assertEquals(404, send("GET", "/numbers").statusCode());
  }

  private void until(String line) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!send("GET", "/numbers").body().contains(line)) {
      assertTrue(System.nanoTime() < deadline, line);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void pathsThatNobodyServesAreOneSeries() {
    serve(2, LONG, CorsOptions.NONE, MetricsOptions.all());
    for (int i = 0; i < 20; i++) {
      assertEquals(404, send("GET", "/x" + i).statusCode());
      assertEquals(404, send("GET", "/api/v1/y" + i).statusCode());
    }
    assertEquals(
        1,
        scrape()
            .lines()
            .filter(l -> l.startsWith("codegraph_requests_total") && l.contains("404"))
            .count());
  }

  @Test
  void looksUpWhatItSamplesAtTheIntervalAndNotWhenItIsRead() {
    serve(2, LONG, CorsOptions.NONE, metrics(true, false, true, List.of(1.0), true));
    until("codegraph_component_healthy{component=\"looked\"} 1.0");
    for (int i = 0; i < 10; i++) {
      send("GET", "/numbers");
    }
    assertEquals(1, looks.get());
    MetricsOptions often =
        new MetricsOptions(
            true, "/numbers", false, true, Duration.ofMillis(5), List.of(1.0), true, true, true);
    serve(2, LONG, CorsOptions.NONE, often);
    long deadline = System.nanoTime() + LONG.toNanos();
    while (looks.get() < 5 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
    assertTrue(looks.get() >= 5, "looked " + looks.get() + " times");
  }
}
