package dev.codegraph.program.config;

import java.time.Duration;

/**
 * The {@code [server]} section.
 *
 * @param host Address that the HTTP listener binds.
 * @param port TCP port of the HTTP listener; 0 takes a free one.
 * @param maxConnections Open client connections at most.
 * @param keepAlive How long an idle connection is kept.
 */
public record ServerConfig(
    @Setting(
            doc = "Address that the HTTP listener binds.",
            value = "0.0.0.0",
            withoutFile = "127.0.0.1")
        String host,
    @Setting(
            doc = "TCP port of the HTTP listener; 0 takes a free one.",
            value = "8000",
            max = 65_535)
        int port,
    @Setting(doc = "Open client connections at most.", value = "1000", min = 1) int maxConnections,
    @Setting(doc = "How long an idle connection is kept open.", value = "75s") Duration keepAlive) {

  public ServerConfig {
    if (host.isBlank()) {
      throw new InvalidSetting("host", "is empty; use 127.0.0.1, or 0.0.0.0 for all addresses");
    }
  }
}
