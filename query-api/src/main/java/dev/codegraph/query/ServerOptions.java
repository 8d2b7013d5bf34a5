package dev.codegraph.query;

import dev.codegraph.schemas.Stage.Health;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How the HTTP server is set up.
 *
 * @param host Address to bind.
 * @param port TCP port; 0 takes a free one.
 * @param maxConnections Open client connections at most.
 * @param keepAlive How long an idle connection is kept.
 * @param workers Ordinary requests that are worked on at a time; 0: one per processor.
 * @param timeout When an ordinary request is answered 408.
 * @param cors What pages of other origins may do.
 * @param metrics Which metrics there are.
 * @param githubSecret Secret of GitHub's webhook signatures; empty: such webhooks are refused.
 * @param genericSecret Secret of generic webhook signatures; empty: none is asked for.
 * @param version Version of the product.
 * @param components What health shows, by name.
 */
public record ServerOptions(
    String host,
    int port,
    int maxConnections,
    Duration keepAlive,
    int workers,
    Duration timeout,
    CorsOptions cors,
    MetricsOptions metrics,
    String githubSecret,
    String genericSecret,
    String version,
    Map<String, Supplier<Health>> components) {}
