package dev.codegraph.query;

import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.Stage.Health;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The metrics of the process in Prometheus' text format. */
final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();

  Metrics(Map<String, Supplier<Health>> components) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    gc.bindTo(registry);
    components.forEach(
        (name, health) ->
            registry.gauge(
                "codegraph_component_healthy",
                io.micrometer.core.instrument.Tags.of("component", name),
                health,
                h -> h.get().status() == Health.Status.HEALTHY ? 1 : 0));
  }

  void routing(HttpRules rules) {
    rules.get("/metrics", this::expose);
  }

  private void expose(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    response.send(registry.scrape());
  }

  /** A request was answered. */
  void request(String method, String endpoint, int status, Duration took) {
    registry
        .counter(
            "codegraph_requests_total",
            "method",
            method,
            "endpoint",
            endpoint,
            "status",
            Integer.toString(status))
        .increment();
    Timer.builder("codegraph_request_duration_seconds")
        .tags("method", method, "endpoint", endpoint)
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  /** A stage said something of a job: what is done is counted. */
  void progress(JobProgressed progress) {
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
    gc.close();
    registry.close();
  }
}
