package dev.codegraph.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.embedder.EmbedderStage;
import dev.codegraph.embedder.HashingModel;
import dev.codegraph.graph.MaterializerConfig;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.StoreConfig;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.graph.stream.MaterializeTopology;
import dev.codegraph.ingest.IngestService;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.parser.ParserConfig;
import dev.codegraph.parser.ParserStage;
import dev.codegraph.parser.SeparateParserMain;
import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.program.JavaCommand;
import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.program.broker.TopicAdmin;
import dev.codegraph.program.config.ConfigLoader;
import dev.codegraph.program.config.LoadedConfig;
import dev.codegraph.program.config.ParsingConfig;
import dev.codegraph.query.CorsOptions;
import dev.codegraph.query.JobBoard;
import dev.codegraph.query.MetricsOptions;
import dev.codegraph.query.QueryServer;
import dev.codegraph.query.ServerOptions;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Every stage in this process over one bootstrap address, each of which can be stopped and started:
 * what a test drives. The program itself runs the parser in a process of its own.
 */
public final class Pipeline implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Partitions of each topic. */
  static final int PARTITIONS = 4;

  private final Path data;
  private final KafkaConfig kafka;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ArrayDeque<Stage> started = new ArrayDeque<>();
  private ParsingConfig parsing;
  private IngestService ingest;
  private ParserStage parser;
  private EmbedderStage embedder;
  private MaterializerStage materializer;
  private final ProjectRegistry registry;
  private final RequestPublisher requests;
  private JobBoard jobs;
  private QueryServer server;

  /** Starts a broker in a data folder. */
  public static EmbeddedBroker broker(Path data) {
    EmbeddedBroker broker =
        new EmbeddedBroker(data.resolve("kafka"), data.resolve("broker.jsa"), line -> {});
    broker.start();
    return broker;
  }

  /** Starts every stage against a broker, with its state in a data folder. */
  public Pipeline(Path data, String bootstrapServers) {
    this.data = data;
    this.kafka =
        new KafkaConfig(
            bootstrapServers,
            PARTITIONS,
            1,
            "at_least_once",
            0,
            2,
            "test",
            data.resolve("state"),
            Map.of());
    new TopicAdmin(kafka, Duration.ofSeconds(30)).createAndValidate();
    registry = start(new ProjectRegistry(kafka));
    requests = start(new RequestPublisher(kafka, registry, Clock.systemUTC()));
    parsing = parsing("");
    ingest = start(newIngest());
    parser = start(newParser());
    embedder = start(newEmbedder());
    materializer = start(newMaterializer());
    jobs = start(new JobBoard(kafka, registry, materializer));
    server = start(newServer());
    awaitThat("the jobs are read", () -> send("GET", "/api/v1/jobs", "").statusCode() == 200);
  }

  private <S extends Stage> S start(S stage) {
    stage.start();
    started.push(stage);
    return stage;
  }

  private IngestService newIngest() {
    return new IngestService(kafka, parsing.ingest(data.resolve("repositories")), registry);
  }

  private ParserStage newParser() {
    ParseLimits limits = ParseLimits.defaults();
    List<String> separate =
        JavaCommand.of(
            List.of("-Xmx512m"),
            data.resolve("parser.jsa"),
            SeparateParserMain.class.getName(),
            SeparateParserMain.arguments(limits));
    return new ParserStage(kafka, new ParserConfig(limits, data.resolve("parser"), separate));
  }

  private EmbedderStage newEmbedder() {
    return new EmbedderStage(kafka, new HashingModel());
  }

  private MaterializerStage newMaterializer() {
    return new MaterializerStage(
        kafka,
        new MaterializerConfig(
            StoreConfig.defaults(), data.resolve("lucene"), 2, new HashingModel().id()));
  }

  private QueryServer newServer() {
    return new QueryServer(
        new ServerOptions(
            "127.0.0.1",
            0,
            1000,
            Duration.ofSeconds(75),
            8,
            Duration.ofSeconds(30),
            CorsOptions.NONE,
            MetricsOptions.all(),
            "github-secret",
            "",
            "test",
            Map.of("parser", () -> parser.health(), "graph", () -> materializer.health())),
        materializer,
        registry,
        requests,
        jobs);
  }

  /** Stops the materializing stage; the server stays and reads what is left. */
  public void stopMaterializer() {
    stop(materializer);
  }

  /** Starts it again, with a server that reads it. */
  public void startMaterializer() {
    stop(server);
    stop(jobs);
    materializer = start(newMaterializer());
    jobs = start(new JobBoard(kafka, registry, materializer));
    server = start(newServer());
    awaitThat("the jobs are read", () -> send("GET", "/api/v1/jobs", "").statusCode() == 200);
  }

  /** Stops the parsing stage. */
  public void stopParser() {
    stop(parser);
  }

  /** Starts it again. */
  public void startParser() {
    parser = start(newParser());
  }

  /** Stops the embedding stage. */
  public void stopEmbedder() {
    stop(embedder);
  }

  /** Starts it again. */
  public void startEmbedder() {
    embedder = start(newEmbedder());
  }

  /** Starts ingest again with other keys, lines of the section [parsing]. */
  void configureParsing(String keys) {
    stopIngest();
    parsing = parsing("[parsing]\n" + keys);
    startIngest();
  }

  private ParsingConfig parsing(String toml) {
    try {
      Files.createDirectories(data);
      Path file = Files.writeString(data.resolve("parsing.toml"), toml);
      LoadedConfig loaded = new ConfigLoader(Map.of(), file).load(file, Map.of());
      if (!loaded.unknown().isEmpty()) {
        throw new AssertionError(loaded.unknown());
      }
      return loaded.orThrow().parsing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops ingest. */
  public void stopIngest() {
    stop(ingest);
  }

  /** Starts it again. */
  public void startIngest() {
    ingest = start(newIngest());
  }

  private void stop(Stage stage) {
    started.remove(stage);
    stage.close();
  }

  /** A GET that must succeed. */
  public JsonNode get(String path) {
    HttpResponse<String> response = send("GET", path, "");
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + response.body());
    }
    return json(response.body());
  }

  /** A request, whatever it answers. */
  public HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, body, Map.of());
  }

  /** A request with headers, whatever it answers. */
  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** JSON of a text. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** Registers a repository; returns the id of its first job. */
  public String register(String id, Path repository) {
    return register(id, repository, "");
  }

  /** Registers a repository and asks for a revision of it; returns the id of that job. */
  public String register(String id, Path repository, String revision) {
    String body =
        "{\"id\":\"%s\",\"name\":\"%s\",\"path\":\"%s\",\"revision\":\"%s\"}"
            .formatted(id, id, repository, revision);
    HttpResponse<String> response = send("POST", "/api/v1/projects", body);
    if (response.statusCode() != 201) {
      throw new AssertionError("registering answered " + response.body());
    }
    return json(response.body()).at("/data/indexing_job/id").asText();
  }

  /** Asks for a revision of a project; returns the id of the job. */
  public String index(String id, String revision) {
    HttpResponse<String> response =
        send(
            "POST",
            "/api/v1/projects/" + id + "/index",
            "{\"revision\":\"%s\"}".formatted(revision));
    if (response.statusCode() != 202) {
      throw new AssertionError("indexing answered " + response.body());
    }
    return json(response.body()).at("/data/id").asText();
  }

  /** Waits until something holds. */
  void awaitThat(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain until " + what);
      }
      pause();
    }
  }

  /** Waits until a job has ended; returns it. */
  public JsonNode await(String job) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode data = get("/api/v1/jobs/" + job).get("data");
      String status = data.get("status").asText();
      if (status.equals("completed") || status.equals("failed")) {
        return data;
      }
      pause();
    }
    throw new AssertionError("job " + job + " did not end: " + get("/api/v1/jobs/" + job));
  }

  /** Waits until a number of a project is published, whatever was asked for. */
  public void awaitNumber(String id, long number) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      HttpResponse<String> response = send("GET", "/api/v1/projects/" + id + "/digest", "");
      if (response.statusCode() == 200
          && json(response.body()).at("/data/number").asLong() >= number) {
        return;
      }
      pause();
    }
    throw new AssertionError("number " + number + " of " + id + " was not published");
  }

  /** A short pause between two looks. */
  static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
  }

  /** Digest of a project at a revision, or at its newest when that is empty. */
  public String digest(String id, String revision) {
    return get("/api/v1/projects/" + id + "/digest" + (revision.isEmpty() ? "" : "?at=" + revision))
        .at("/data/digest")
        .asText();
  }

  /** How many keys the stores and the text index hold of a project key, by where they are. */
  public Map<String, Long> held(String project) throws IOException {
    Map<String, Long> held = new TreeMap<>();
    for (String store :
        List.of(
            MaterializeTopology.GRAPH,
            MaterializeTopology.MANIFESTS,
            MaterializeTopology.FACTS,
            MaterializeTopology.VECTORS)) {
      byte[] prefix = Keys.bytes(project);
      long keys = 0;
      try (KeyValueSource.Cursor cursor =
          materializer.store(store, project).range(prefix, GraphKeys.after(prefix))) {
        while (cursor.next()) {
          keys++;
        }
      }
      held.put(store, keys);
    }
    ViewId view = new ViewId(project, "main");
    held.put("text", (long) materializer.index().entityIds(view, 1).size());
    held.put("followed", materializer.index().number(view));
    held.put("published", materializer.published().of(view));
    return held;
  }

  /** A text escaped for a URL. */
  public static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      started.pop().close();
    }
    http.close();
  }
}
