package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.schemas.Stage.Health;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Health: whether the service can answer, and how each component is. Needs no key, never limited.
 */
final class HealthRoutes {
  private final String version;
  private final Map<String, Supplier<Health>> components;

  HealthRoutes(String version, Map<String, Supplier<Health>> components) {
    this.version = version;
    this.components = new TreeMap<>(components);
  }

  void routing(HttpRules rules) {
    rules.get("/health", this::overall);
    rules.get("/api/v1/health", this::detailed);
  }

  private void overall(ServerRequest request, ServerResponse response) {
    ObjectNode body = Json.object();
    Health.Status worst = worst();
    body.put("status", wire(worst));
    body.put("version", version);
    Json.send(response, status(worst), "application/json", body);
  }

  private void detailed(ServerRequest request, ServerResponse response) {
    ObjectNode body = Json.object();
    Health.Status worst = Health.Status.HEALTHY;
    ObjectNode nodes = Json.object();
    for (Map.Entry<String, Supplier<Health>> component : components.entrySet()) {
      Health health = component.getValue().get();
      ObjectNode node = nodes.putObject(component.getKey());
      node.put("status", wire(health.status()));
      node.put("detail", health.detail());
      worst = worse(worst, health.status());
    }
    Runtime runtime = Runtime.getRuntime();
    ObjectNode memory = nodes.putObject("memory");
    memory.put("status", "healthy");
    memory.put("used_bytes", runtime.totalMemory() - runtime.freeMemory());
    memory.put("max_bytes", runtime.maxMemory());
    body.put("status", wire(worst));
    body.put("version", version);
    body.put("timestamp", Instant.now().toString());
    body.set("components", nodes);
    Json.send(response, status(worst), "application/json", body);
  }

  /** How the worst component is. */
  Health.Status worst() {
    Health.Status worst = Health.Status.HEALTHY;
    for (Supplier<Health> component : components.values()) {
      worst = worse(worst, component.get().status());
    }
    return worst;
  }

  private static Health.Status worse(Health.Status a, Health.Status b) {
    return rank(a) >= rank(b) ? a : b;
  }

  private static int rank(Health.Status status) {
    return switch (status) {
      case HEALTHY -> 0;
      case DEGRADED -> 1;
      case STARTING -> 2;
      case UNHEALTHY -> 3;
    };
  }

  private static Status status(Health.Status worst) {
    return switch (worst) {
      case HEALTHY, DEGRADED -> Status.OK_200;
      case STARTING, UNHEALTHY -> Status.SERVICE_UNAVAILABLE_503;
    };
  }

  private static String wire(Health.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
