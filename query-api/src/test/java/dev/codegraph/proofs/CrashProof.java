package dev.codegraph.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codegraph.pipeline.ReadsMeanwhile;
import dev.codegraph.pipeline.TestRepository;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Pushes files that the bundled native parser aborts on, among files that it does not, and compares
 * the index with one without them. Arguments: work folder, crashing files, sound files.
 */
public final class CrashProof {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUNDLED = "-Dcodegraph.parser.natives=bundled";

  /** From here on the bundled parser aborts. */
  private static final int LEAST_DEPTH = 515;

  private CrashProof() {}

  public static void main(String[] args) throws Exception {
    List<String> wrong =
        run(
            Files.createDirectories(Path.of(args[0])),
            List.of(Path.of("codegraph-api").toAbsolutePath().toString()),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            System.out);
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /**
   * Does it.
   *
   * @param program Command line of the server, to which its arguments are added.
   * @return what was not as it should be
   */
  public static List<String> run(
      Path work, List<String> program, int crashing, int sound, PrintStream out)
      throws IOException, InterruptedException {
    TestRepository good = TestRepository.create(work.resolve("good"));
    TestRepository bad = TestRepository.create(work.resolve("bad"));
    bad.write("first.py", "def first():\n    return 1\n").commit("before the push");
    for (int i = 0; i < sound; i++) {
      String text = sound(i, sound);
      good.write("p/sound%04d.py".formatted(i), text);
      bad.write("p/sound%04d.py".formatted(i), text);
    }
    good.commit("sound files");
    for (int i = 0; i < crashing; i++) {
      bad.write("p/crash%04d.py".formatted(i), crashing(i));
    }
    String pushed = bad.commit("the push");

    List<String> wrong = new ArrayList<>();
    try (Service service =
        new Service(work.resolve("data"), program, Map.of("CODEGRAPH_JAVA_OPTS", BUNDLED))) {
      service.start();
      index(service, good, "good", "");
      index(service, bad, "bad", bad.history(2).getFirst());
      long start = System.nanoTime();
      long millis;
      long reads;
      try (ReadsMeanwhile meanwhile = reads(service)) {
        String job =
            service
                .await("POST", "/api/v1/projects/bad/index", "{\"revision\":\"" + pushed + "\"}")
                .get("id")
                .asText();
        JsonNode ended = service.awaitJob(job);
        millis = (System.nanoTime() - start) / 1_000_000;
        check(wrong, ended.get("status").asText().equals("completed"), "the job: " + ended);
        wrong.addAll(meanwhile.failures());
        reads = meanwhile.count();
      }
      JsonNode project = service.get("/api/v1/projects/bad");
      int listed = 0;
      for (JsonNode file : service.get("/api/v1/projects/bad/files?status=failed&limit=1000")) {
        boolean isCrash =
            file.get("path").asText().startsWith("p/crash")
                && file.get("reason").asText().equals("crash")
                && file.get("code").asText().equals("CG007");
        check(wrong, isCrash, "listed as failed: " + file);
        listed += isCrash ? 1 : 0;
      }
      check(wrong, listed == crashing, listed + " crashes are listed");
      check(wrong, project.at("/files/ok").asInt() == sound + 1, "files: " + project.get("files"));
      Map<String, String> hashes = hashes(service, "bad");
      hashes.keySet().removeIf(path -> path.startsWith("p/crash") || path.equals("first.py"));
      check(wrong, hashes.equals(hashes(service, "good")), "sound files are indexed otherwise");
      check(wrong, hashes.size() == sound, hashes.size() + " sound files are indexed");
      JsonNode verified = service.get("/api/v1/projects/bad/verify");
      check(wrong, verified.get("ok").asBoolean(), "verify: " + verified);
      out.printf(
          "%d crashing and %d sound files in one push: done after %d ms, parser started again %d"
              + " times, %d contents parsed apart died, %d reads meanwhile, %d wrong%n",
          crashing,
          sound,
          millis,
          service.logged("parser process .* is ready again"),
          service.logged("the process apart died"),
          reads,
          wrong.size());
    }
    return wrong;
  }

  private static void check(List<String> wrong, boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  private static void index(Service service, TestRepository repository, String id, String revision)
      throws IOException {
    JsonNode made =
        service.await(
            "POST",
            "/api/v1/projects",
            "{\"id\":\"%s\",\"path\":\"%s\",\"revision\":\"%s\"}"
                .formatted(id, repository.folder(), revision));
    service.awaitJob(made.at("/indexing_job/id").asText());
  }

  private static ReadsMeanwhile reads(Service service) {
    return new ReadsMeanwhile(
        path ->
            Objects.requireNonNull(service.send("GET", path, ""), () -> path + " got no answer"),
        List.of(
            "/api/v1/search?q=sound0001&project_id=good",
            "/api/v1/projects/good/digest",
            "/api/v1/search?q=first&project_id=bad",
            "/api/v1/projects/bad/files"));
  }

  private static Map<String, String> hashes(Service service, String project) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    HttpResponse<String> answer =
        Objects.requireNonNull(
            service.send("GET", "/api/v1/projects/" + project + "/digest?files=true", ""));
    for (JsonNode file : JSON.readTree(answer.body()).at("/data/files")) {
      hashes.put(file.get("path").asText(), file.get("hash").asText());
    }
    return hashes;
  }

  /** A module that calls another one. */
  private static String sound(int i, int of) {
    int other = (i + 1) % of;
    return """
    from p.sound%04d import work%d


    def work%d(count):
        return work%d(count - 1)
    """
        .formatted(other, other, i, other);
  }

  /**
   * Python that ends the process that parses it: the grammar's scanner writes the indents that are
   * open into 1,024 bytes, two for each, and an open string adds one.
   */
  private static String crashing(int i) {
    int depth = LEAST_DEPTH + i;
    StringBuilder text = new StringBuilder();
    for (int indent = 0; indent < depth; indent++) {
      text.append(" ".repeat(indent)).append("if x").append(i).append(":\n");
    }
    return text.append(" ".repeat(depth)).append("y = 'a'\n").toString();
  }
}
