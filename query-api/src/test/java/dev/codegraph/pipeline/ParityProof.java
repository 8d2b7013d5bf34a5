package dev.codegraph.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays consecutive real commits, one changeset each, and compares the digest at every n-th with
 * that of a fresh index of the revision in an empty data directory of its own. Arguments: work
 * folder, repository, commits, compare every. Exit status 1 when a digest differs.
 */
public final class ParityProof {
  private ParityProof() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    TestRepository repository = TestRepository.open(Path.of(args[1]));
    int commits = Integer.parseInt(args[2]);
    int every = Integer.parseInt(args[3]);
    PrintStream out = System.out;
    List<String> revisions = repository.history(commits + 1);
    List<Long> latencies = new ArrayList<>();
    int wrong = 0;
    Path data = Files.createDirectories(work.resolve("incremental"));
    try (EmbeddedBroker broker = Pipeline.broker(data);
        Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
      pipeline.await(pipeline.register("p", repository.folder(), revisions.getFirst()));
      for (int i = 1; i < revisions.size(); i++) {
        long start = System.nanoTime();
        JsonNode job = pipeline.await(pipeline.index("p", revisions.get(i)));
        latencies.add((System.nanoTime() - start) / 1_000_000);
        if (!job.get("status").asText().equals("completed")) {
          out.println("FAILED " + job);
          wrong++;
        }
        if (i % every == 0 || i == revisions.size() - 1) {
          String digest = pipeline.digest("p", "");
          String clean = clean(work.resolve("clean-" + i), repository.folder(), revisions.get(i));
          boolean same = digest.equals(clean);
          wrong += same ? 0 : 1;
          out.printf(
              "%4d %s %s linked %s of which unchanged %s%n",
              i,
              revisions.get(i),
              same ? "equal" : "DIFFERENT",
              job.at("/figures/files_linked"),
              job.at("/figures/files_relinked"));
        }
      }
      JsonNode verify = pipeline.get("/api/v1/projects/p/verify").get("data");
      out.println("verify " + verify);
      wrong += verify.get("ok").asBoolean() ? 0 : 1;
    }
    latencies.sort(null);
    out.printf(
        "%d commits, %d wrong, request to published: p50 %d ms, p90 %d ms, max %d ms%n",
        commits,
        wrong,
        latencies.get(latencies.size() / 2),
        latencies.get(latencies.size() * 9 / 10),
        latencies.getLast());
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static String clean(Path data, Path repository, String revision) {
    try (FreshIndex fresh = new FreshIndex(data, "fresh", repository, revision)) {
      return fresh.pipeline().digest("fresh", "");
    }
  }
}
