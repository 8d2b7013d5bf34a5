package dev.codegraph.program.config;

import java.nio.file.Path;

/** The whole configuration; each component is a section of the file. */
public record CodeGraphConfig(
    ServerConfig server,
    DatabaseConfig database,
    ParsingConfig parsing,
    VectorConfig vector,
    KafkaSection kafka,
    LoggingConfig logging,
    WebhooksConfig webhooks,
    MetricsConfig metrics) {

  /** The folder of everything that is kept: the parent of {@code database.path}. */
  public Path dataFolder() {
    Path parent = database.path().toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new IllegalStateException(database.path() + " has no parent");
    }
    return parent;
  }
}
