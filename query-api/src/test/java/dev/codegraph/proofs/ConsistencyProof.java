package dev.codegraph.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.pipeline.Pipeline;
import dev.codegraph.pipeline.TestRepository;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a repository whose commit k has 50 entities named {@code …_k} that call each other, while
 * commits stream in and the service is killed: an answer with two different k is wrong. Arguments:
 * work folder, commits, seed.
 */
public final class ConsistencyProof {
  private static final int ENTITIES = 50;
  private static final int READERS = 3;
  private static final int KILL_EVERY = 15;
  private static final Pattern NAME = Pattern.compile("e\\d+_(\\d+)");

  private ConsistencyProof() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[0]));
    int commits = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    PrintStream out = System.out;
    TestRepository repository = TestRepository.create(work.resolve("repository"));
    write(repository, 0);
    repository.commit("commit 0");
    Queue<String> mixed = new ConcurrentLinkedQueue<>();
    AtomicLong answers = new AtomicLong();
    AtomicLong named = new AtomicLong();
    AtomicBoolean isOver = new AtomicBoolean();
    int kills = 0;
    try (Service service = new Service(work.resolve("data"))) {
      service.start();
      JsonNode made =
          service.await(
              "POST",
              "/api/v1/projects",
              "{\"id\":\"c\",\"name\":\"c\",\"path\":\"%s\"}".formatted(repository.folder()));
      service.awaitJob(made.at("/indexing_job/id").asText());
      List<Thread> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        Random random = new Random(seed + i);
        readers.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      while (!isOver.get()) {
                        read(service, random, mixed, answers, named);
                      }
                    }));
      }
      String last = "";
      for (int k = 1; k <= commits; k++) {
        write(repository, k);
        String revision = repository.commit("commit " + k);
        last =
            service
                .await(
                    "POST", "/api/v1/projects/c/index", "{\"revision\":\"%s\"}".formatted(revision))
                .get("id")
                .asText();
        if (k % KILL_EVERY == 0) {
          service.kill();
          service.start();
          kills++;
        }
      }
      service.awaitJob(last);
      isOver.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
    }
    mixed.stream().limit(5).forEach(out::println);
    out.printf(
        "%d commits, %d kills, %d answers, %d of them naming entities, %d mixed%n",
        commits, kills, answers.get(), named.get(), mixed.size());
    System.exit(mixed.isEmpty() && named.get() > commits ? 0 : 1);
  }

  private static void read(
      Service service, Random random, Queue<String> mixed, AtomicLong answers, AtomicLong named) {
    String found =
        ask(
            service,
            "/api/v1/search?q=e" + random.nextInt(ENTITIES) + "&limit=50",
            mixed,
            answers,
            named);
    try {
      JsonNode hits = Pipeline.json(found.isEmpty() ? "{}" : found).path("data");
      JsonNode list = hits.isArray() ? hits : hits.path("results");
      if (!list.isArray() || list.isEmpty()) {
        Service.pause(20);
        return;
      }
      String id = list.get(random.nextInt(list.size())).path("id").asText();
      String path = "/api/v1/entities/" + Pipeline.escape(id);
      ask(service, path, mixed, answers, named);
      ask(service, path + "/callers?depth=5", mixed, answers, named);
      ask(service, path + "/callees?depth=5", mixed, answers, named);
    } catch (AssertionError e) {
      mixed.add("not JSON: " + found);
    }
  }

  private static String ask(
      Service service, String path, Queue<String> mixed, AtomicLong answers, AtomicLong named) {
    HttpResponse<String> response = service.send("GET", path, "");
    if (response == null || response.statusCode() != 200) {
      return "";
    }
    answers.incrementAndGet();
    TreeSet<String> ks = new TreeSet<>();
    Matcher matcher = NAME.matcher(response.body());
    while (matcher.find()) {
      ks.add(matcher.group(1));
    }
    if (!ks.isEmpty()) {
      named.incrementAndGet();
    }
    if (ks.size() > 1) {
      mixed.add(path + " mixes " + ks + ": " + response.body());
    }
    return response.body();
  }

  /** Each entity calls the next one in another file, and one further away. */
  private static void write(TestRepository repository, int k) throws IOException {
    for (int i = 0; i < ENTITIES; i++) {
      int next = (i + 1) % ENTITIES;
      int far = (i + 17) % ENTITIES;
      repository.write(
          "p/F" + i + ".java",
          """
          package p;

          class F%d {
            static int e%d_%d() {
              return F%d.e%d_%d() + F%d.e%d_%d();
            }
          }
          """
              .formatted(i, i, k, next, next, k, far, far, k));
    }
  }
}
