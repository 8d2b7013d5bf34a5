package dev.codegraph.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decides what a webhook delivery asks for: a pure function of the delivery, the projects, the
 * secret and the time, so that routes only carry bytes. Nothing of a body is believed before its
 * signature is checked.
 */
public final class WebhookReceiver {
  private static final String SIGNATURE_PREFIX = "sha256=";
  private static final String HEADS = "refs/heads/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] secret;

  /**
   * @param secret Secret that deliveries are signed with; empty: none is configured.
   */
  public WebhookReceiver(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A delivery as it came.
   *
   * @param project Project id of the route; empty: found by the repository that the body names.
   * @param event {@code X-GitHub-Event}; empty for the generic payload.
   * @param deliveryId {@code X-GitHub-Delivery} or a sender's own; may be empty.
   * @param signature {@code X-Hub-Signature-256}; empty when missing.
   * @param body The body, byte for byte.
   */
  public record Delivery(
      String project, String event, String deliveryId, String signature, byte[] body) {}

  /** What a delivery comes to. */
  public sealed interface Result {
    /**
     * Index requests to send, one per project of the repository; answer 202.
     *
     * @param requests At least one.
     */
    record Accepted(List<IndexRequested> requests) implements Result {}

    /**
     * Rightly sent, and nothing to do; answer 200.
     *
     * @param reason A sentence for people.
     */
    record Ignored(String reason) implements Result {}

    /**
     * Not taken; log it as suspicious when the status is 401.
     *
     * @param status HTTP status.
     * @param code Error code.
     * @param reason A sentence for people.
     */
    record Refused(int status, ErrorCode code, String reason) implements Result {}
  }

  /**
   * A delivery of GitHub, which must be signed.
   *
   * @param projects The projects that are not deleted.
   * @param nowMillis Milliseconds since the epoch.
   */
  public Result github(Delivery delivery, List<ProjectRegistered> projects, long nowMillis) {
    if (secret.length == 0) {
      return refused(403, "No webhook secret is configured, so no delivery can be trusted.");
    }
    if (!isSigned(delivery)) {
      return refused(401, "The signature X-Hub-Signature-256 does not fit the body.");
    }
    if (!delivery.event().equals("push")) {
      return new Result.Ignored("The event '" + delivery.event() + "' changes no branch.");
    }
    Optional<JsonNode> body = json(delivery.body());
    if (body.isEmpty()) {
      return malformed("The body is not a JSON object.");
    }
    return push(delivery, body.get(), projects, nowMillis);
  }

  /**
   * A generic delivery, {@code {"project" or "repository", "branch", "revision"}}: signed like
   * GitHub's when a secret is configured, else protected by whatever protects its route. The
   * revision must exist; the view goes to where the branch is then.
   *
   * @param projects The projects that are not deleted.
   * @param nowMillis Milliseconds since the epoch.
   */
  public Result generic(Delivery delivery, List<ProjectRegistered> projects, long nowMillis) {
    if (secret.length > 0 && !isSigned(delivery)) {
      return refused(401, "The signature X-Hub-Signature-256 does not fit the body.");
    }
    Optional<JsonNode> body = json(delivery.body());
    if (body.isEmpty()) {
      return malformed("The body is not a JSON object.");
    }
    String project =
        delivery.project().isEmpty() ? text(body.get(), "project") : delivery.project();
    String repository = text(body.get(), "repository");
    if (project.isEmpty() && repository.isEmpty()) {
      return malformed("The body names neither project nor repository.");
    }
    String branch = text(body.get(), "branch");
    if (branch.startsWith(HEADS)) {
      branch = branch.substring(HEADS.length());
    }
    Wanted wanted =
        new Wanted(
            "webhook-generic",
            branch,
            "",
            text(body.get(), "revision"),
            deliveryId(delivery, body.get()));
    return accept(find(project, Set.of(normal(repository)), projects), wanted, nowMillis);
  }

  /** The branch and commit that a delivery announces. */
  private record Wanted(
      String source, String branch, String defaultBranch, String revision, String deliveryId) {}

  private static Result push(
      Delivery delivery, JsonNode body, List<ProjectRegistered> projects, long nowMillis) {
    String ref = text(body, "ref");
    String after = text(body, "after");
    if (ref.isEmpty() || after.isEmpty()) {
      return malformed("A push names its ref and the commit after it.");
    }
    if (!ref.startsWith(HEADS)) {
      return new Result.Ignored("'" + ref + "' is not a branch.");
    }
    if (body.path("deleted").asBoolean() || after.chars().allMatch(c -> c == '0')) {
      return new Result.Ignored("'" + ref + "' was deleted; what was indexed stays.");
    }
    JsonNode repository = body.path("repository");
    Set<String> names =
        Stream.of("full_name", "clone_url", "html_url", "git_url", "ssh_url", "url")
            .map(field -> normal(text(repository, field)))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    Wanted wanted =
        new Wanted(
            "webhook-github",
            ref.substring(HEADS.length()),
            text(repository, "default_branch"),
            after,
            delivery.deliveryId());
    return accept(find(delivery.project(), names, projects), wanted, nowMillis);
  }

  /** The project that the route names, else those of the repository that the body names. */
  private static List<ProjectRegistered> find(
      String id, Set<String> repositories, List<ProjectRegistered> projects) {
    return projects.stream()
        .filter(
            project ->
                id.isEmpty()
                    ? repositories.contains(normal(project.repository()))
                    : project.project().equals(id))
        .toList();
  }

  private static Result accept(List<ProjectRegistered> found, Wanted wanted, long nowMillis) {
    if (found.isEmpty()) {
      return new Result.Refused(
          404, ErrorCode.CG008, "No project is registered for this repository.");
    }
    List<IndexRequested> requests = new ArrayList<>();
    for (ProjectRegistered project : found) {
      if (follows(project, wanted)) {
        requests.add(request(project, wanted, nowMillis));
      }
    }
    return requests.isEmpty()
        ? new Result.Ignored("The branch '" + wanted.branch() + "' is not indexed.")
        : new Result.Accepted(List.copyOf(requests));
  }

  /** Whether a push to a branch concerns the branch that a project indexes. */
  private static boolean follows(ProjectRegistered project, Wanted wanted) {
    String followed = project.branch().isEmpty() ? wanted.defaultBranch() : project.branch();
    return followed.isEmpty() || wanted.branch().isEmpty() || followed.equals(wanted.branch());
  }

  private static IndexRequested request(ProjectRegistered project, Wanted wanted, long nowMillis) {
    String key = new ProjectKey(project.project(), project.incarnation()).toString();
    // A delivery that is repeated is the same job.
    String unique = wanted.deliveryId().isEmpty() ? Long.toString(nowMillis) : wanted.deliveryId();
    String hash =
        Fingerprint.of(List.of(key, wanted.source(), wanted.branch(), wanted.revision(), unique));
    return new IndexRequested(
        project.project() + "-webhook-" + hash.substring(0, 16),
        key,
        wanted.branch(),
        wanted.revision(),
        false,
        wanted.source(),
        nowMillis,
        wanted.deliveryId());
  }

  private boolean isSigned(Delivery delivery) {
    if (!delivery.signature().startsWith(SIGNATURE_PREFIX)) {
      return false;
    }
    byte[] claimed;
    try {
      claimed = HexFormat.of().parseHex(delivery.signature().substring(SIGNATURE_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return false;
    }
    // Takes the same time wherever the first difference is.
    return MessageDigest.isEqual(claimed, hmac(delivery.body()));
  }

  private byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** The JSON object of a body, which GitHub may also send as the field of a form. */
  private static Optional<JsonNode> json(byte[] body) {
    try {
      JsonNode node =
          startsWithForm(body)
              ? JSON.readTree(
                  URLDecoder.decode(
                      new String(body, StandardCharsets.UTF_8).substring("payload=".length()),
                      StandardCharsets.UTF_8))
              : JSON.readTree(body);
      return Optional.ofNullable(node).filter(JsonNode::isObject);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading bytes in memory", e);
    }
  }

  private static boolean startsWithForm(byte[] body) {
    return new String(body, 0, Math.min(body.length, 8), StandardCharsets.ISO_8859_1)
        .equals("payload=");
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : "";
  }

  private static String deliveryId(Delivery delivery, JsonNode body) {
    return delivery.deliveryId().isEmpty() ? text(body, "delivery_id") : delivery.deliveryId();
  }

  /** A repository's URL without scheme, user, port and ending, so that all its spellings meet. */
  static String normal(String repository) {
    String text = repository.strip();
    text = text.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://", "");
    text = text.replaceFirst("^[^/@]*@([^/:]+):(?!\\d+/)", "$1/");
    text = text.replaceFirst("^[^/@]*@", "");
    text = text.replaceFirst("^([^/:]+):\\d+/", "$1/");
    text = text.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
    int slash = text.indexOf('/');
    return slash <= 0
        ? text
        : text.substring(0, slash).toLowerCase(Locale.ROOT) + text.substring(slash);
  }

  private static Result refused(int status, String reason) {
    return new Result.Refused(status, ErrorCode.CG009, reason);
  }

  private static Result malformed(String reason) {
    return new Result.Refused(400, ErrorCode.CG007, reason);
  }
}
