package dev.codegraph.query;

import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Stage;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. {@link Routes} lists what can be asked, {@link Answers} what all answers share.
 */
public final class QueryServer implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(QueryServer.class);
  private static final long MAX_BODY_BYTES = 10L * 1024 * 1024;

  private final ServerOptions options;
  private final JobBoard jobs;
  private final Metrics metrics;
  private final Answers answers;
  private final Cors cors;
  private final RequestWork work;
  private final Routes routes;
  private volatile @Nullable WebServer server;

  public QueryServer(
      ServerOptions options,
      MaterializerStage materializer,
      ProjectRegistry registry,
      RequestPublisher requests,
      JobBoard jobs) {
    this.options = options;
    this.jobs = jobs;
    this.metrics = new Metrics(options.metrics(), options.components());
    this.answers = new Answers(metrics);
    this.cors = new Cors(options.cors());
    this.work = new RequestWork(options.workers(), options.timeout(), this::isExempt);
    jobs.listen(metrics::progress);
    Views views = new Views(registry, materializer, jobs);
    Meta meta = new Meta(jobs);
    this.routes =
        new Routes(
            List.of(
                new HealthRoutes(options.version(), options.components())::routing,
                metrics::routing,
                new ProjectRoutes(registry, requests, jobs, views, meta)::routing,
                new JobRoutes(jobs)::routing,
                new SearchRoutes(materializer, views, meta)::routing,
                new EntityRoutes(materializer, views, meta)::routing,
                new GraphRoutes(materializer, views, meta)::routing,
                new WebhookRoutes(options, registry, requests, jobs)::routing,
                rules -> rules.any(answers::unknown)));
  }

  @Override
  public String name() {
    return "query";
  }

  @Override
  public void start() {
    HttpRouting.Builder routing = HttpRouting.builder();
    answers.routing(routing);
    routing.addFilter(cors::filter);
    routing.addFilter(work::filter);
    metrics.start();
    routes.routing(routing);
    WebServer starting =
        WebServer.builder()
            .host(options.host())
            .port(options.port())
            .maxTcpConnections(options.maxConnections())
            .idleConnectionTimeout(options.keepAlive())
            .maxPayloadSize(MAX_BODY_BYTES)
            // Without it small answers wait for the client's delayed acknowledgement.
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            .shutdownHook(false)
            .routing(routing)
            .build();
    try {
      starting.start();
    } catch (RuntimeException e) {
      throw new CodeGraphException(
          ErrorCode.CG001,
          "cannot bind "
              + options.host()
              + ":"
              + options.port()
              + " (address already in use, or not an address of this machine): "
              + e.getMessage(),
          e);
    }
    server = starting;
    LOG.info("listening on {}:{}", options.host(), starting.port());
  }

  /** What answers though all workers are busy, and the answers that are streams. */
  private boolean isExempt(String path) {
    return path.startsWith("/health")
        || path.equals(options.metrics().endpoint())
        || path.endsWith("/export");
  }

  /** The port in use once started. */
  public int port() {
    WebServer running = server;
    return running == null ? options.port() : running.port();
  }

  @Override
  public Health health() {
    WebServer running = server;
    return running != null && running.isRunning()
        ? new Health(Health.Status.HEALTHY, "listening on port " + running.port())
        : new Health(Health.Status.STARTING, "not listening");
  }

  @Override
  public void close() {
    WebServer running = server;
    if (running != null) {
      running.stop();
    }
    jobs.listen(progress -> {});
    work.close();
    metrics.close();
  }
}
