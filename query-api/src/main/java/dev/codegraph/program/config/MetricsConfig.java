package dev.codegraph.program.config;

/**
 * The {@code [metrics]} section.
 *
 * @param enabled Whether metrics are served.
 * @param endpoint Path of the metrics.
 */
public record MetricsConfig(
    @Setting(doc = "Whether metrics are served.", value = "true") boolean enabled,
    @Setting(doc = "Path of the metrics.", value = "/metrics") String endpoint) {

  public MetricsConfig {
    if (!endpoint.startsWith("/")) {
      throw new InvalidSetting("endpoint", "'%s' does not begin with a /".formatted(endpoint));
    }
  }
}
