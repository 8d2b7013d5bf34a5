package dev.codegraph.program;

import dev.codegraph.embedder.EmbedderStage;
import dev.codegraph.embedder.HashingModel;
import dev.codegraph.graph.MaterializerConfig;
import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.StoreConfig;
import dev.codegraph.ingest.IngestService;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.parser.ParserConfig;
import dev.codegraph.parser.ParserStage;
import dev.codegraph.parser.SeparateParserMain;
import dev.codegraph.parser.syntax.NativeSyntax;
import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.program.broker.TopicAdmin;
import dev.codegraph.program.config.CodeGraphConfig;
import dev.codegraph.program.config.CompressionType;
import dev.codegraph.program.config.DatabaseConfig;
import dev.codegraph.program.config.KafkaSection;
import dev.codegraph.program.config.MetricsConfig;
import dev.codegraph.program.config.ServerConfig;
import dev.codegraph.query.CorsOptions;
import dev.codegraph.query.JobBoard;
import dev.codegraph.query.MetricsOptions;
import dev.codegraph.query.QueryServer;
import dev.codegraph.query.ServerOptions;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that wires: START HERE for how the program is put together. Stages know each other
 * only through topics; what is passed by hand is how readers reach the state of the materializer.
 *
 * <p>Started in the order broker, topics, parser, embedder, materializer, ingest, query, and
 * stopped in the opposite one, so that nothing loses what it is still talking to. In a program with
 * several roles the parser is a child process: natives can crash, and then only the parser starts
 * again.
 */
final class Assembly implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

  private static final Duration CLUSTER_PATIENCE = Duration.ofSeconds(60);
  private static final Duration CHILD_START_LIMIT = Duration.ofSeconds(120);
  private static final Duration CHILD_STOP_LIMIT = Duration.ofSeconds(20);

  private final CodeGraphConfig config;
  private final Launch launch;
  private final ConcurrentLinkedDeque<Stage> started = new ConcurrentLinkedDeque<>();
  private @Nullable DataHome home;
  private @Nullable MaterializerStage materializer;
  private @Nullable ProjectRegistry registry;
  private @Nullable QueryServer query;

  Assembly(CodeGraphConfig config, Launch launch) {
    this.config = config;
    this.launch = launch;
  }

  /**
   * Starts everything that this process does.
   *
   * @throws dev.codegraph.schemas.CodeGraphException when something cannot be started; what was
   *     started is stopped again
   */
  void start() {
    try {
      startAll();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void startAll() {
    Path folder = config.dataFolder();
    String instanceId;
    if (launch.isSupervised()) {
      instanceId = DataHome.instanceIdOf(folder);
    } else {
      DataHome opened = DataHome.open(folder);
      home = opened;
      instanceId = opened.instanceId();
    }
    createFolders(folder);

    KafkaConfig kafka = kafka(config, startBroker(folder), instanceId);
    if (!launch.isSupervised()) {
      new TopicAdmin(kafka, CLUSTER_PATIENCE).createAndValidate();
    }
    startTogether(stages(kafka, folder));
    if (has(Role.QUERY)) {
      start(queryServer(kafka));
    }
  }

  /** The stages that read from topics and write to topics. */
  private List<Stage> stages(KafkaConfig kafka, Path folder) {
    List<Stage> stages = new ArrayList<>();
    if (has(Role.PARSER)) {
      stages.add(parser(kafka, folder));
    }
    if (has(Role.EMBEDDER) && config.vector().enabled()) {
      stages.add(new EmbedderStage(kafka, new HashingModel()));
    }
    if (has(Role.MATERIALIZER)) {
      materializer = new MaterializerStage(kafka, materializerConfig(folder));
      stages.add(materializer);
    }
    if (has(Role.INGEST) || has(Role.QUERY)) {
      ProjectRegistry projects = new ProjectRegistry(kafka);
      registry = projects;
      stages.add(projects);
      if (has(Role.INGEST)) {
        stages.add(
            new IngestService(
                kafka, config.parsing().ingest(folder.resolve("repositories")), projects));
      }
    }
    return stages;
  }

  /** Starts stages at the same time: each waits for the broker most of the while. */
  private void startTogether(List<Stage> stages) {
    List<Future<?>> starts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Stage stage : stages) {
        started.add(stage);
        starts.add(threads.submit(() -> startOne(stage)));
      }
    }
    for (Future<?> start : starts) {
      switch (start.state()) {
        case FAILED -> throw rethrown(start.exceptionNow());
        case CANCELLED, RUNNING -> throw new IllegalStateException("a start did not end");
        case SUCCESS -> {}
      }
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("a stage could not be started", failure);
  }

  /** How every stage is, by name, in the order in which they were started; never blocks. */
  Map<String, Stage.Health> health() {
    Map<String, Stage.Health> health = new LinkedHashMap<>();
    for (Stage stage : started) {
      health.put(stage.name(), stage.health());
    }
    return health;
  }

  /** Stops everything, the last started first. One that fails does not keep the others running. */
  @Override
  public void close() {
    for (Stage stage = started.pollLast(); stage != null; stage = started.pollLast()) {
      try {
        stage.close();
        LOG.info("{} stopped", stage.name());
      } catch (RuntimeException e) {
        LOG.error("{} could not be stopped in order", stage.name(), e);
      }
    }
    DataHome opened = home;
    home = null;
    if (opened != null) {
      opened.close();
    }
  }

  private boolean has(Role role) {
    return launch.roles().contains(role);
  }

  private <T extends Stage> T start(T stage) {
    // Listed first: a stage that fails half-way has something to close.
    started.add(stage);
    startOne(stage);
    return stage;
  }

  private static void startOne(Stage stage) {
    long from = System.nanoTime();
    stage.start();
    LOG.info("{} started in {} ms", stage.name(), (System.nanoTime() - from) / 1_000_000);
  }

  /** The addresses of the cluster: the one that is configured, else our own. */
  private String startBroker(Path folder) {
    if (!config.kafka().isEmbedded()) {
      return config.kafka().bootstrapServers();
    }
    EmbeddedBroker broker =
        start(
            new EmbeddedBroker(
                folder.resolve("kafka"),
                archive("broker"),
                Logging.childOptions(config.logging()),
                Logging::pass));
    return broker.bootstrapServers();
  }

  /** Reads the state of the materializer, and hands what people ask for to ingest, by the log. */
  private QueryServer queryServer(KafkaConfig kafka) {
    MaterializerStage readable = materializer;
    ProjectRegistry projects = registry;
    if (readable == null || projects == null) {
      throw new CodeGraphException(
          ErrorCode.CG008,
          "the role query reads the stores of the role materializer: give this process both");
    }
    awaitProjects(projects);
    RequestPublisher requests = start(new RequestPublisher(kafka, projects, Clock.systemUTC()));
    JobBoard jobs = start(new JobBoard(kafka, registry, readable));
    Map<String, Supplier<Stage.Health>> components = new TreeMap<>();
    started.forEach(stage -> components.put(stage.name(), stage::health));
    ServerOptions options =
        new ServerOptions(
            config.server().host(),
            config.server().port(),
            config.server().maxConnections(),
            config.server().keepAlive(),
            config.server().workers(),
            config.server().timeout(),
            corsOptions(),
            metricsOptions(),
            config.webhooks().githubSecret(),
            config.webhooks().genericSecret(),
            Version.current(),
            components);
    QueryServer server = new QueryServer(options, readable, projects, requests, jobs);
    query = server;
    return server;
  }

  private CorsOptions corsOptions() {
    ServerConfig server = config.server();
    return new CorsOptions(
        server.corsEnabled(),
        server.corsOrigins(),
        server.corsMethods(),
        server.corsHeaders(),
        server.corsMaxAge());
  }

  private MetricsOptions metricsOptions() {
    MetricsConfig metrics = config.metrics();
    return new MetricsOptions(
        metrics.enabled(),
        metrics.endpoint(),
        metrics.includeSystemMetrics(),
        metrics.includeCustomMetrics(),
        metrics.collectionInterval(),
        metrics.histogramBuckets(),
        metrics.includeMethodLabel(),
        metrics.includeEndpointLabel(),
        metrics.includeStatusLabel());
  }

  /** Who asks too early would be told that there is no such project. */
  private static void awaitProjects(ProjectRegistry projects) {
    try {
      if (!projects.awaitCurrent(CLUSTER_PATIENCE)) {
        throw new CodeGraphException(
            ErrorCode.CG001, "the registry of projects could not be read from Kafka");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CodeGraphException(ErrorCode.CG001, "interrupted while reading projects", e);
    }
  }

  /** The URL at which this process answers; empty when it does not. */
  Optional<String> url() {
    QueryServer server = query;
    if (server == null) {
      return Optional.empty();
    }
    String host = config.server().host();
    String reachable =
        switch (host) {
          case "0.0.0.0", "::" -> "127.0.0.1";
          default -> host.contains(":") ? "[" + host + "]" : host;
        };
    return Optional.of("http://" + reachable + ":" + server.port());
  }

  private Stage parser(KafkaConfig kafka, Path folder) {
    if (launch.roles().size() == 1) {
      ParseLimits limits = parseLimits();
      return new ParserStage(
          kafka,
          new ParserConfig(limits, folder.resolve("parser"), separateParser(folder, limits)));
    }
    List<String> options = parserOptions(folder, "parser_crash_%p.log");
    options.add("-Dcodegraph.program=codegraph-api");
    List<String> command =
        JavaCommand.of(
            options,
            archive("parser"),
            Main.class.getName(),
            launch.childArguments(
                Role.PARSER,
                Map.of(
                    "kafka.bootstrap_servers", kafka.bootstrapServers(),
                    "database.path", config.database().path().toString(),
                    "logging.format", config.logging().format().name().toLowerCase(Locale.ROOT),
                    "logging.output", "stdout")));
    return new ChildSupervisor(
        Role.PARSER.toString(),
        command,
        CHILD_START_LIMIT,
        CHILD_STOP_LIMIT,
        ErrorCode.CG001,
        Logging::pass);
  }

  private ParseLimits parseLimits() {
    ParseLimits limits = ParseLimits.defaults();
    return new ParseLimits(
        config.parsing().maxFileSize(),
        limits.maxNesting(),
        limits.maxOperations(),
        limits.memoryBytes(),
        limits.cpuDeadline(),
        limits.maxNodes());
  }

  /** The command of the process in which contents are parsed after a crash. */
  private List<String> separateParser(Path folder, ParseLimits limits) {
    // It may crash often: the last crash is the one that is kept.
    List<String> options = parserOptions(folder, "separate_parser_crash.log");
    // Its output is answers; what the JVM has to say must not get between them.
    options.addAll(
        List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr"));
    return JavaCommand.of(
        options,
        archive("parser"),
        SeparateParserMain.class.getName(),
        SeparateParserMain.arguments(limits));
  }

  /** Options of a JVM that runs native parsers. */
  private static List<String> parserOptions(Path folder, String crashLog) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // The time goes into native code: what the second compiler would gain, it costs.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("logs").resolve(crashLog)));
    String natives = System.getProperty(NativeSyntax.PROPERTY);
    if (natives != null) {
      options.add("-D" + NativeSyntax.PROPERTY + "=" + natives);
    }
    return options;
  }

  private MaterializerConfig materializerConfig(Path folder) {
    DatabaseConfig database = config.database();
    return new MaterializerConfig(
        new StoreConfig(
            (long) database.cacheSize() << 20,
            (long) database.writeBufferSize() << 20,
            database.maxWriteBufferNumber(),
            database.maxBackgroundJobs(),
            database.maxOpenFiles(),
            database.level0FileNumCompactionTrigger(),
            database.level0SlowdownWritesTrigger(),
            database.level0StopWritesTrigger(),
            database.targetFileSizeBase(),
            database.maxBytesForLevelBase(),
            codec(database.compressionType()),
            database.compressionLevel(),
            codec(database.bottommostCompressionType())),
        folder.resolve("lucene"),
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        config.vector().enabled() ? new HashingModel().id() : "");
  }

  private static org.rocksdb.CompressionType codec(CompressionType type) {
    return switch (type) {
      case NONE -> org.rocksdb.CompressionType.NO_COMPRESSION;
      case SNAPPY -> org.rocksdb.CompressionType.SNAPPY_COMPRESSION;
      case LZ4 -> org.rocksdb.CompressionType.LZ4_COMPRESSION;
      case ZSTD -> org.rocksdb.CompressionType.ZSTD_COMPRESSION;
    };
  }

  /** How clients of this process talk to a cluster. */
  static KafkaConfig kafka(CodeGraphConfig config, String bootstrapServers, String instanceId) {
    KafkaSection section = config.kafka();
    return new KafkaConfig(
        bootstrapServers,
        section.partitions(),
        section.replicationFactor(),
        section.processingGuarantee().name().toLowerCase(Locale.ROOT),
        section.standbyReplicas(),
        section.streamThreads(),
        instanceId,
        config.database().path().toAbsolutePath(),
        section.client());
  }

  private void createFolders(Path folder) {
    try {
      Files.createDirectories(config.database().path());
      Files.createDirectories(folder.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path archive(String name) {
    return JavaCommand.archive(name, config.dataFolder().resolve("archives"));
  }
}
