package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.codegraph.ingest.WebhookReceiver.Delivery;
import dev.codegraph.ingest.WebhookReceiver.Result;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.ProjectRegistered;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
  private static final String SECRET = "it's a secret";
  private static final String AFTER = "1234567890123456789012345678901234567890";
  private static final ProjectRegistered LOCAL = project("local", "/srv/repo", "");
  private static final ProjectRegistered REMOTE =
      project("remote", "https://github.com/Acme/widget.git", "main");
  private static final List<ProjectRegistered> PROJECTS = List.of(LOCAL, REMOTE);
  private final WebhookReceiver receiver = new WebhookReceiver(SECRET);

  @Test
  void takesASignedPushForTheProjectOfTheRoute() throws Exception {
    IndexRequested request = accepted(push("local", body("refs/heads/main", AFTER))).getFirst();
    assertEquals("local@1", request.project());
    assertEquals("main", request.view());
    assertEquals(AFTER, request.revision());
    assertEquals("webhook-github", request.source());
    assertEquals("d1", request.deliveryId());
    assertEquals(77, request.requestedAt());
  }

  @Test
  void findsTheProjectByTheRepositoryOfTheBody() throws Exception {
    assertEquals(
        List.of("remote@1"),
        accepted(push("", body("refs/heads/main", AFTER))).stream()
            .map(IndexRequested::project)
            .toList());
  }

  @Test
  void gradesARepeatedDeliveryAsTheSameJob() throws Exception {
    Delivery delivery = push("local", body("refs/heads/main", AFTER));
    IndexRequested first = accepted(delivery).getFirst();
    assertEquals(first, accepted(delivery).getFirst());
    Delivery other = new Delivery("local", "push", "d2", delivery.signature(), delivery.body());
    assertNotEquals(first.requestId(), accepted(other).getFirst().requestId());
  }

  @Test
  void refusesABodyThatWasTamperedWith() throws Exception {
    Delivery signed = push("local", body("refs/heads/main", AFTER));
    byte[] tampered = signed.body().clone();
    tampered[tampered.length - 2] ^= 1;
    Result result =
        receiver.github(
            new Delivery("local", "push", "d1", signed.signature(), tampered), PROJECTS, 77);
    assertEquals(401, assertInstanceOf(Result.Refused.class, result).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha256=zz", "sha1=00", "sha256=00"})
  void refusesASignatureThatIsNone(String signature) {
    Result result =
        receiver.github(new Delivery("local", "push", "d1", signature, bytes("{}")), PROJECTS, 77);
    assertEquals(401, assertInstanceOf(Result.Refused.class, result).status());
  }

  @Test
  void trustsNobodyWithoutASecret() throws Exception {
    Result result =
        new WebhookReceiver("").github(push("local", body("refs/heads/main", AFTER)), PROJECTS, 77);
    assertEquals(403, assertInstanceOf(Result.Refused.class, result).status());
  }

  @Test
  void ignoresWhatChangesNoIndexedBranch() throws Exception {
    assertIgnored(signed("local", "ping", "{\"zen\":\"x\"}"));
    assertIgnored(push("local", body("refs/tags/v1", AFTER)));
    assertIgnored(push("local", body("refs/heads/main", "0".repeat(40))));
    assertIgnored(push("remote", body("refs/heads/other", AFTER)));
    assertIgnored(push("local", body("refs/heads/other", AFTER)));
  }

  @Test
  void refusesWhatIsNoPush() throws Exception {
    assertStatus(400, signed("local", "push", "not json"));
    assertStatus(400, signed("local", "push", "[]"));
    assertStatus(400, signed("local", "push", "{\"ref\":\"refs/heads/main\"}"));
    assertStatus(404, push("nobody", body("refs/heads/main", AFTER)));
  }

  @Test
  void readsAPushThatCameAsAForm() throws Exception {
    String form =
        "payload=" + URLEncoder.encode(body("refs/heads/main", AFTER), StandardCharsets.UTF_8);
    assertEquals(1, accepted(signed("local", "push", form)).size());
  }

  @Test
  void takesTheGenericPayload() throws Exception {
    String body = "{\"project\":\"local\",\"branch\":\"refs/heads/dev\",\"revision\":\"abc\"}";
    Result result = receiver.generic(signed("", "", body), PROJECTS, 77);
    IndexRequested request = assertInstanceOf(Result.Accepted.class, result).requests().getFirst();
    assertEquals("dev", request.view());
    assertEquals("abc", request.revision());
    assertEquals("webhook-generic", request.source());
    String byUrl = "{\"repository\":\"git@github.com:Acme/widget.git\"}";
    assertEquals(
        "remote@1",
        assertInstanceOf(
                Result.Accepted.class, receiver.generic(signed("", "", byUrl), PROJECTS, 77))
            .requests()
            .getFirst()
            .project());
  }

  @Test
  void asksAGenericPayloadForASignatureOnlyWhenThereIsASecret() {
    Delivery unsigned = new Delivery("local", "", "", "", bytes("{}"));
    assertEquals(
        401,
        assertInstanceOf(Result.Refused.class, receiver.generic(unsigned, PROJECTS, 77)).status());
    assertInstanceOf(
        Result.Accepted.class, new WebhookReceiver("").generic(unsigned, PROJECTS, 77));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/Acme/widget",
        "https://github.com/Acme/widget.git/",
        "https://user:pw@GitHub.com/Acme/widget.git",
        "git://github.com/Acme/widget.git",
        "ssh://git@github.com:22/Acme/widget.git",
        "git@github.com:Acme/widget.git"
      })
  void readsAllSpellingsOfAUrlAsOne(String url) {
    assertEquals("github.com/Acme/widget", WebhookReceiver.normal(url));
  }

  private void assertIgnored(Delivery delivery) {
    assertInstanceOf(Result.Ignored.class, receiver.github(delivery, PROJECTS, 77));
  }

  private void assertStatus(int status, Delivery delivery) {
    Result result = receiver.github(delivery, PROJECTS, 77);
    assertEquals(status, assertInstanceOf(Result.Refused.class, result).status());
  }

  private List<IndexRequested> accepted(Delivery delivery) {
    Result result = receiver.github(delivery, PROJECTS, 77);
    return assertInstanceOf(Result.Accepted.class, result).requests();
  }

  private static Delivery push(String project, String body) throws Exception {
    return signed(project, "push", body);
  }

  private static Delivery signed(String project, String event, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
    String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes(body)));
    return new Delivery(project, event, "d1", signature, bytes(body));
  }

  private static String body(String ref, String after) {
    return """
    {"ref":"%s","after":"%s","deleted":false,"repository":{"full_name":"Acme/widget",
    "clone_url":"https://github.com/Acme/widget.git","default_branch":"main"}}\
    """
        .formatted(ref, after);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ProjectRegistered project(String id, String repository, String branch) {
    return new ProjectRegistered(id, 1, id, repository, branch, 0, false, List.of());
  }
}
