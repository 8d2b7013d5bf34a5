package dev.codegraph.query;

import java.time.Duration;
import java.util.List;

/**
 * Which metrics there are, and what they say.
 *
 * @param enabled False: none are kept and none are served.
 * @param endpoint Path at which they are served.
 * @param includesSystem Whether there are series of the process and its JVM.
 * @param includesCustom Whether there are series of the product beyond those of requests.
 * @param interval How often values that must be looked up are looked up.
 * @param buckets Upper bounds of the histogram of request times, seconds, rising.
 * @param labelsMethod Whether series of requests carry the method.
 * @param labelsEndpoint Whether series of requests carry the endpoint.
 * @param labelsStatus Whether series of requests carry the status.
 */
public record MetricsOptions(
    boolean enabled,
    String endpoint,
    boolean includesSystem,
    boolean includesCustom,
    Duration interval,
    List<Double> buckets,
    boolean labelsMethod,
    boolean labelsEndpoint,
    boolean labelsStatus) {
  /** All there is, at the usual path. */
  public static MetricsOptions all() {
    return new MetricsOptions(
        true,
        "/metrics",
        true,
        true,
        Duration.ofSeconds(15),
        List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0),
        true,
        true,
        true);
  }
}
