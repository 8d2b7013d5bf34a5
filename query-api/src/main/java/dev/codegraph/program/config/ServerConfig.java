package dev.codegraph.program.config;

import java.time.Duration;
import java.util.List;

/**
 * The {@code [server]} section.
 *
 * @param host Address that the HTTP listener binds.
 * @param port TCP port of the HTTP listener; 0 takes a free one.
 * @param maxConnections Open client connections at most.
 * @param keepAlive How long an idle connection is kept.
 * @param workers Ordinary requests that are worked on at a time; 0: one per processor.
 * @param timeout When an ordinary request is answered 408.
 * @param corsEnabled Whether pages of other origins may ask.
 * @param corsOrigins The origins that may; {@code *} is any.
 * @param corsMethods Methods that a preflight names.
 * @param corsHeaders Request headers that a preflight names.
 * @param corsMaxAge How long a browser may remember a preflight, seconds.
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
    @Setting(doc = "How long an idle connection is kept open.", value = "75s") Duration keepAlive,
    @Setting(
            doc = "Ordinary requests that are worked on at a time; 0 for one per processor.",
            value = "8")
        int workers,
    @Setting(doc = "When an ordinary request is answered 408.", value = "30s") Duration timeout,
    @Setting(doc = "Whether pages of other origins may ask.", value = "true") boolean corsEnabled,
    @Setting(doc = "The origins that may; * is any.", value = "*") List<String> corsOrigins,
    @Setting(doc = "Methods that a preflight names.", value = "GET,POST,PUT,DELETE")
        List<String> corsMethods,
    @Setting(doc = "Request headers that a preflight names.", value = "Content-Type,Authorization")
        List<String> corsHeaders,
    @Setting(doc = "How long a browser may remember a preflight, in seconds.", value = "3600")
        int corsMaxAge) {

  public ServerConfig {
    if (host.isBlank()) {
      throw new InvalidSetting("host", "is empty; use 127.0.0.1, or 0.0.0.0 for all addresses");
    }
    if (timeout.toMillis() < 1) {
      throw new InvalidSetting("timeout", "must be at least 1ms");
    }
  }
}
