package dev.codegraph.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.pipeline.FreshIndex;
import dev.codegraph.pipeline.Pipeline;
import dev.codegraph.pipeline.RevisionAnswers;
import dev.codegraph.pipeline.TestRepository;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Indexes real commits one by one, removes the repository, and asks about ten old revisions:
 * digest, export, entities, callers, callees and searches must be, row by row and in order, what a
 * fresh index of the revision in an empty data folder says. Arguments: work folder, repository,
 * commits. Exit status 1 when an answer differs.
 */
public final class TimeTravelProof {
  private static final int OLD = 10;
  private static final int ENTITIES = 300;
  private static final int SEARCHES = 240;
  private static final int SHOWN = 5;
  private static final String PROJECT = "p";

  private TimeTravelProof() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Path origin = Path.of(args[1]);
    int commits = Integer.parseInt(args[2]);
    PrintStream out = System.out;
    Path clone = work.resolve("repository");
    TestRepository.open(origin).git("clone", "-q", "--no-hardlinks", args[1], clone.toString());
    List<String> revisions = TestRepository.open(clone).history(commits + 1);
    Path data = Files.createDirectories(work.resolve("data"));
    int wrong = 0;
    int entities = 0;
    int edges = 0;
    int searches = 0;
    int hits = 0;
    try (EmbeddedBroker broker = Pipeline.broker(data);
        Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
      completed(pipeline.await(pipeline.register(PROJECT, clone, revisions.getFirst())));
      for (String revision : revisions.subList(1, revisions.size())) {
        completed(pipeline.await(pipeline.index(PROJECT, revision)));
      }
      TestRepository.deleteFolder(clone);
      for (int i = 0; i < OLD; i++) {
        String revision = revisions.get((revisions.size() - 1) * i / OLD);
        try (FreshIndex fresh =
            new FreshIndex(work.resolve("fresh-" + i), PROJECT, origin, revision)) {
          RevisionAnswers.Comparison comparison =
              new RevisionAnswers(pipeline, PROJECT, revision)
                  .compare(
                      new RevisionAnswers(fresh.pipeline(), PROJECT, ""), i, ENTITIES, SEARCHES);
          int differences = comparison.differences().size();
          out.printf(
              "%s %s: %d entities, %d callers and callees, %d searches with %d hits%n",
              revision,
              differences == 0 ? "equal" : differences + " DIFFERENT",
              comparison.entities(),
              comparison.edges(),
              comparison.searches(),
              comparison.hits());
          comparison.differences().stream().limit(SHOWN).forEach(d -> out.println("  " + d));
          wrong += differences;
          entities += comparison.entities();
          edges += comparison.edges();
          searches += comparison.searches();
          hits += comparison.hits();
        }
      }
    }
    out.printf(
        "%d commits, %d old revisions without the repository: %d entities, %d callers and callees,"
            + " %d searches with %d hits, %d answers differ%n",
        commits, OLD, entities, edges, searches, hits, wrong);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static void completed(JsonNode job) {
    if (!job.get("status").asText().equals("completed")) {
      throw new AssertionError("not indexed: " + job);
    }
  }
}
