package dev.codegraph.query;

import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.Stage.Health;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics of the process in Prometheus' text format. */
final class Metrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

  private final MetricsOptions options;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final List<Runnable> samples = new ArrayList<>();
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("metrics-sampler").factory());

  Metrics(MetricsOptions options, Map<String, Supplier<Health>> components) {
    this.options = options;
    if (!options.enabled()) {
      return;
    }
    if (options.includesSystem()) {
      new JvmMemoryMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      gc.bindTo(registry);
      if (Files.isReadable(PROCESS_STATUS)) {
        sampled("process_resident_memory_bytes", Tags.empty(), Metrics::residentBytes);
      }
    }
    if (options.includesCustom()) {
      components.forEach(
          (name, health) ->
              sampled(
                  "codegraph_component_healthy",
                  Tags.of("component", name),
                  () -> health.get().status() == Health.Status.HEALTHY ? 1 : 0));
    }
    if (!options.labelsStatus()) {
      LOG.warn("metrics.include_status_label is false: no alert can tell errors from answers");
    }
  }

  /** A gauge that is looked up at the interval and not when it is read. */
  private void sampled(String name, Tags tags, LongSupplier look) {
    AtomicLong value = new AtomicLong();
    registry.gauge(name, tags, value);
    samples.add(() -> value.set(look.getAsLong()));
  }

  /** Begins to look up what is sampled, once now. */
  void start() {
    if (!samples.isEmpty()) {
      ScheduledFuture<?> sampling =
          sampler.scheduleWithFixedDelay(
              this::sample, 0, options.interval().toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("sampling every {}: {}", options.interval(), sampling);
    }
  }

  private void sample() {
    for (Runnable sample : samples) {
      try {
        sample.run();
      } catch (RuntimeException e) {
        LOG.warn("a value could not be sampled", e);
      }
    }
  }

  private static long residentBytes() {
    try {
      for (String line : Files.readAllLines(PROCESS_STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
      return 0;
    } catch (IOException e) {
      throw new IllegalStateException("the memory of the process cannot be read", e);
    }
  }

  void routing(HttpRules rules) {
    if (options.enabled()) {
      rules.get(options.endpoint(), this::expose);
    }
  }

  private void expose(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    response.send(registry.scrape());
  }

  /** A request was answered. */
  void request(String method, String endpoint, int status, Duration took) {
    if (!options.enabled()) {
      return;
    }
    Tags tags = Tags.empty();
    tags = options.labelsMethod() ? tags.and("method", method) : tags;
    tags = options.labelsEndpoint() ? tags.and("endpoint", endpoint) : tags;
    Timer.builder("codegraph_request_duration_seconds")
        .tags(tags)
        .serviceLevelObjectives(
            options.buckets().stream().map(Metrics::duration).toArray(Duration[]::new))
        .register(registry)
        .record(took);
    tags = options.labelsStatus() ? tags.and("status", Integer.toString(status)) : tags;
    registry.counter("codegraph_requests_total", tags).increment();
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** A stage said something of a job: what is done is counted. */
  void progress(JobProgressed progress) {
    if (!options.enabled() || !options.includesCustom()) {
      return;
    }
    String stage = progress.stage().name().toLowerCase(Locale.ROOT);
    switch (progress.state()) {
      case FAILED -> registry.counter("codegraph_jobs_failed_total", "stage", stage).increment();
      case DONE ->
          progress
              .figures()
              .forEach(
                  (name, figure) ->
                      registry
                          .counter("codegraph_changeset_" + name + "_total", "stage", stage)
                          .increment(Math.max(0, figure)));
      case ACCEPTED, RUNNING, SUPERSEDED -> {
        // Only ends are counted.
      }
    }
    if (progress.stage() == dev.codegraph.schemas.JobStage.LINK
        && progress.state() == JobState.DONE) {
      registry.counter("codegraph_changesets_applied_total").increment();
    }
  }

  @Override
  public void close() {
    sampler.shutdownNow();
    gc.close();
    registry.close();
  }
}
