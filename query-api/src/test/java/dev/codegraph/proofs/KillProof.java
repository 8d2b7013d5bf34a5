package dev.codegraph.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.pipeline.Pipeline;
import dev.codegraph.pipeline.TestRepository;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Kills the service, the parser and the broker while a history is applied, and compares what is
 * answered afterwards with a clean index. Arguments: work folder, rounds, seed.
 */
public final class KillProof {
  private static final int FILES = 300;
  private static final int CHANGED = 60;
  private static final int COMMITS_PER_ROUND = 6;
  private static final long MAX_MILLIS = 15_000;
  private static final int MAX_PAUSE_MILLIS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> VICTIMS = List.of("service", "parser", "broker");

  private KillProof() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    Random random = new Random(Long.parseLong(args[2]));
    PrintStream out = System.out;
    TestRepository repository = TestRepository.create(work.resolve("repository"));
    write(repository, 0, IntStream.range(0, FILES).toArray());
    String first = repository.commit("commit 0");
    Map<String, String> digests = new LinkedHashMap<>();
    int wrong = 0;
    int inTheMiddle = 0;
    int commits = 0;
    try (Service service = new Service(work.resolve("data"))) {
      service.start();
      JsonNode made =
          service.await(
              "POST",
              "/api/v1/projects",
              "{\"id\":\"k\",\"name\":\"k\",\"path\":\"%s\"}".formatted(repository.folder()));
      service.awaitJob(made.at("/indexing_job/id").asText());
      digests.put(first, digest(service, ""));
      for (int round = 0; round < rounds; round++) {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < COMMITS_PER_ROUND; i++) {
          write(repository, ++commits, random.ints(CHANGED, 0, FILES).toArray());
          String revision = repository.commit("commit " + commits);
          jobs.add(
              service
                  .await(
                      "POST",
                      "/api/v1/projects/k/index",
                      "{\"revision\":\"%s\"}".formatted(revision))
                  .get("id")
                  .asText());
        }
        long before = number(service);
        // Seeded by how far it is and not by the clock: that stays in the middle at any speed.
        awaitNumber(service, commits + 1 - COMMITS_PER_ROUND + random.nextInt(COMMITS_PER_ROUND));
        Service.pause(random.nextInt(MAX_PAUSE_MILLIS));
        long at = number(service);
        String victim = VICTIMS.get(round % VICTIMS.size());
        long start = System.nanoTime();
        switch (victim) {
          case "service" -> {
            service.kill();
            start = System.nanoTime();
            service.start();
          }
          case "parser" -> check(service.killChild(false), "no parser to kill");
          default -> check(service.killChild(true), "no broker to kill");
        }
        JsonNode answer = service.get("/api/v1/projects/k/digest");
        long millis = (System.nanoTime() - start) / 1_000_000;
        boolean isMiddle = at < commits + 1;
        inTheMiddle += isMiddle ? 1 : 0;
        String same = compare(digests, answer);
        long[] restored = victim.equals("service") ? service.restored() : new long[] {0, 0};
        for (String job : jobs) {
          String status = service.awaitJob(job).get("status").asText();
          wrong += status.equals("completed") ? 0 : 1;
        }
        JsonNode after = service.get("/api/v1/projects/k/digest");
        String sameAfter = compare(digests, after);
        JsonNode verify = service.get("/api/v1/projects/k/verify");
        boolean sound = verify.get("ok").asBoolean();
        boolean tooMuch = restored[1] > 0 && restored[0] * 4 >= restored[1];
        wrong += sound && millis <= MAX_MILLIS && !tooMuch ? 0 : 1;
        wrong += same.startsWith("DIFF") || sameAfter.startsWith("DIFF") ? 1 : 0;
        out.printf(
            "round %2d %-7s killed at number %d…%d of %d%s, answer after %d ms (%s), restored %d of"
                + " %d records, then %s, %s%n",
            round,
            victim,
            before,
            at,
            commits + 1,
            isMiddle ? " while applying" : "",
            millis,
            same,
            restored[0],
            restored[1],
            sameAfter,
            sound ? "sound" : "NOT SOUND " + verify);
      }
      for (Map.Entry<String, String> entry : digests.entrySet()) {
        if (!digest(service, entry.getKey()).equals(entry.getValue())) {
          out.println("DIFFERENT now at " + entry.getKey());
          wrong++;
        }
      }
    }
    wrong += compareWithClean(work.resolve("clean"), repository, digests, out);
    wrong += inTheMiddle * 10 >= rounds * 7 ? 0 : 1;
    out.printf(
        "%d rounds, %d of them while applying, %d revisions compared, %d wrong%n",
        rounds, inTheMiddle, digests.size(), wrong);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError(message);
    }
  }

  private static long number(Service service) throws java.io.IOException {
    return service.get("/api/v1/projects/k/digest").get("number").asLong();
  }

  private static void awaitNumber(Service service, long number) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (number(service) < number) {
      check(System.nanoTime() < until, "number " + number + " is not reached");
      Service.pause(5);
    }
  }

  private static String digest(Service service, String revision) throws java.io.IOException {
    String at = revision.isEmpty() ? "" : "?at=" + revision;
    return service.get("/api/v1/projects/k/digest" + at).get("digest").asText();
  }

  private static String compare(Map<String, String> digests, JsonNode answer) {
    String digest = answer.get("digest").asText();
    String known = digests.putIfAbsent(answer.get("revision").asText(), digest);
    return known == null ? "new" : known.equals(digest) ? "as before" : "DIFFERENT from before";
  }

  private static int compareWithClean(
      Path data, TestRepository repository, Map<String, String> digests, PrintStream out)
      throws java.io.IOException {
    int wrong = 0;
    Files.createDirectories(data);
    try (EmbeddedBroker broker = Pipeline.broker(data);
        Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
      int i = 0;
      for (Map.Entry<String, String> entry : digests.entrySet()) {
        String project = "clean" + i++;
        pipeline.await(pipeline.register(project, repository.folder(), entry.getKey()));
        if (!pipeline.digest(project, "").equals(entry.getValue())) {
          out.println("DIFFERENT from a clean index at " + entry.getKey());
          wrong++;
        }
      }
    }
    return wrong;
  }

  /** Classes that call each other; commit k changes whom. */
  private static void write(TestRepository repository, int k, int[] files) {
    for (int file : files) {
      StringBuilder text = new StringBuilder("package p;\n\n/** Of commit " + k + ". */\n");
      text.append("class K%d%s {\n".formatted(file, base(file, k)));
      for (int m = 0; m < 8; m++) {
        int other = (file * 7 + k * 13 + m) % FILES;
        text.append("  int m%d() {\n    return new K%d().m%d();\n  }\n\n".formatted(m, other, m));
      }
      if ((file + k) % 5 == 0) {
        text.append("  int extra() {\n    return m0();\n  }\n");
      }
      repository.write("p/K" + file + ".java", text.append("}\n").toString());
    }
  }

  private static String base(int file, int k) {
    return (file + k) % 4 == 0 && file > 0 ? " extends K" + (file / 2) : "";
  }
}
