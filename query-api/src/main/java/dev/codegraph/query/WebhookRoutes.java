package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.ingest.RequestPublisher;
import dev.codegraph.ingest.WebhookReceiver;
import dev.codegraph.schemas.IndexRequested;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Webhooks: what a push says becomes an index request; the sender has its answer when it is logged.
 */
final class WebhookRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);

  private final WebhookReceiver github;
  private final WebhookReceiver generic;
  private final ProjectRegistry registry;
  private final RequestPublisher requests;
  private final JobBoard jobs;

  WebhookRoutes(
      ServerOptions options, ProjectRegistry registry, RequestPublisher requests, JobBoard jobs) {
    this.github = new WebhookReceiver(options.githubSecret());
    this.generic = new WebhookReceiver(options.genericSecret());
    this.registry = registry;
    this.requests = requests;
    this.jobs = jobs;
  }

  void routing(HttpRules rules) {
    rules.post("/api/v1/webhooks/github", (q, r) -> take(q, r, true, ""));
    rules.post("/api/v1/webhooks/github/{id}", (q, r) -> take(q, r, true, id(q)));
    rules.post("/api/v1/webhooks/generic", (q, r) -> take(q, r, false, ""));
    rules.post("/api/v1/webhooks/generic/{id}", (q, r) -> take(q, r, false, id(q)));
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private void take(
      ServerRequest request, ServerResponse response, boolean fromGithub, String project) {
    WebhookReceiver.Delivery delivery =
        new WebhookReceiver.Delivery(
            project,
            header(request, "X-GitHub-Event"),
            header(request, "X-GitHub-Delivery"),
            header(request, "X-Hub-Signature-256"),
            request.content().as(byte[].class));
    long now = System.currentTimeMillis();
    WebhookReceiver.Result result =
        fromGithub
            ? github.github(delivery, registry.list(), now)
            : generic.generic(delivery, registry.list(), now);
    switch (result) {
      case WebhookReceiver.Result.Accepted accepted -> {
        ArrayNode data = Json.array();
        for (IndexRequested wanted : accepted.requests()) {
          requests.index(wanted);
          jobs.requested(wanted);
          ObjectNode job = data.addObject();
          job.put("id", wanted.requestId());
          job.put("status", "queued");
        }
        Json.send(response, Status.ACCEPTED_202, data, Meta.none());
      }
      case WebhookReceiver.Result.Ignored ignored -> {
        ObjectNode data = Json.object();
        data.put("status", "ignored");
        data.put("reason", ignored.reason());
        Json.send(response, Status.OK_200, data, Meta.none());
      }
      case WebhookReceiver.Result.Refused refused -> {
        boolean isSuspicious = refused.status() == 401 || refused.status() == 403;
        LOG.warn(
            "{} from {} refused: {}",
            isSuspicious ? "suspicious webhook" : "webhook",
            request.remotePeer().host(),
            refused.reason());
        throw ApiProblem.refused(refused.status(), refused.code(), refused.reason());
      }
    }
  }

  private static String header(ServerRequest request, String name) {
    return request.headers().first(HeaderNames.create(name)).orElse("");
  }
}
