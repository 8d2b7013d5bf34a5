package dev.codegraph.program.config;

import java.time.Duration;
import java.util.List;

/**
 * The {@code [metrics]} section.
 *
 * @param enabled Whether metrics are kept and served.
 * @param endpoint Path at which they are served.
 * @param includeSystemMetrics Whether there are series of the process and its JVM.
 * @param includeCustomMetrics Whether there are series of the product beyond those of requests.
 * @param collectionInterval How often sampled values are looked up.
 * @param histogramBuckets Upper bounds of the histogram of request times, seconds.
 * @param includeMethodLabel Whether series of requests carry the method.
 * @param includeEndpointLabel Whether series of requests carry the endpoint.
 * @param includeStatusLabel Whether series of requests carry the status.
 */
public record MetricsConfig(
    @Setting(doc = "Whether metrics are kept and served.", value = "true") boolean enabled,
    @Setting(doc = "Path at which metrics are served.", value = "/metrics") String endpoint,
    @Setting(doc = "Series of the process and its JVM.", value = "true")
        boolean includeSystemMetrics,
    @Setting(doc = "Series of the product beyond those of requests.", value = "true")
        boolean includeCustomMetrics,
    @Setting(doc = "How often sampled values are looked up.", value = "15s")
        Duration collectionInterval,
    @Setting(
            doc = "Upper bounds of the histogram of request times, in seconds, rising.",
            value = "0.005,0.01,0.025,0.05,0.1,0.25,0.5,1.0,2.5,5.0,10.0")
        List<Double> histogramBuckets,
    @Setting(doc = "Whether series of requests carry the method.", value = "true")
        boolean includeMethodLabel,
    @Setting(doc = "Whether series of requests carry the endpoint.", value = "true")
        boolean includeEndpointLabel,
    @Setting(doc = "Whether series of requests carry the status.", value = "true")
        boolean includeStatusLabel) {

  public MetricsConfig {
    if (!endpoint.matches("/[A-Za-z0-9._~/-]+")
        || endpoint.startsWith("/api/")
        || endpoint.startsWith("/health")) {
      throw new InvalidSetting("endpoint", "is not a free path such as /metrics");
    }
    if (collectionInterval.toMillis() < 1) {
      throw new InvalidSetting("collection_interval", "must be at least 1ms");
    }
    double last = 0;
    for (double bound : histogramBuckets) {
      if (!(bound > last) || Double.isInfinite(bound)) {
        throw new InvalidSetting("histogram_buckets", "must be positive and rising");
      }
      last = bound;
    }
  }
}
