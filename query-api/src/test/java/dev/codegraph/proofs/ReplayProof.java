package dev.codegraph.proofs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.pipeline.DroppedStores;
import dev.codegraph.pipeline.FreshIndex;
import dev.codegraph.pipeline.Pipeline;
import dev.codegraph.pipeline.TestRepository;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.LoggerFactory;

/**
 * Applies real commits over a log with small segments, sends every record of the compacted topics a
 * second time, waits until the cleaner has been everywhere, drops every store with its changelog,
 * the text index, all committed offsets and the repository, and lets the log be replayed: the
 * digests of the head and of ten old revisions must be what they were, and what fresh indexes in
 * empty data folders say. Arguments: work folder, repository, commits. Exit status 1 when one
 * differs.
 */
public final class ReplayProof {
  private static final int OLD = 10;
  private static final String PROJECT = "p";

  private ReplayProof() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Path origin = Path.of(args[1]);
    int commits = Integer.parseInt(args[2]);
    PrintStream out = System.out;
    Path clone = work.resolve("repository");
    TestRepository.open(origin).git("clone", "-q", "--no-hardlinks", args[1], clone.toString());
    List<String> revisions = TestRepository.open(clone).history(commits + 1);
    Path data = Files.createDirectories(work.resolve("data"));
    Map<String, String> digests = new LinkedHashMap<>();
    int wrong = 0;
    long millis;
    long given = 0;
    long records = 0;
    try (EmbeddedBroker broker = Pipeline.broker(data)) {
      CompactedLog log = new CompactedLog(broker.bootstrapServers());
      try (Admin admin = DroppedStores.admin(broker.bootstrapServers())) {
        try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
          log.shrinkSegments(admin);
          completed(pipeline.await(pipeline.register(PROJECT, clone, revisions.getFirst())));
          for (String revision : revisions.subList(1, revisions.size())) {
            completed(pipeline.await(pipeline.index(PROJECT, revision)));
          }
          for (int i = 0; i <= OLD; i++) {
            String revision = revisions.get((revisions.size() - 1) * i / OLD);
            digests.put(revision, pipeline.digest(PROJECT, revision));
          }
        }
        out.println(log.resend() + " records sent a second time");
        for (CompactedLog.Held held : log.awaitCleaning()) {
          out.println("after compaction " + held);
          given += held.given();
          records += held.records();
        }
        TestRepository.deleteFolder(clone);
        out.println("dropped the repository and " + DroppedStores.drop(admin, data));
      }
      // Ingest reads every request again and reports each time that the repository is gone.
      ((Logger) LoggerFactory.getLogger("dev.codegraph.ingest.JobReport")).setLevel(Level.ERROR);
      long start = System.nanoTime();
      try (Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
        pipeline.awaitNumber(PROJECT, revisions.size());
        millis = (System.nanoTime() - start) / 1_000_000;
        int place = 0;
        for (Map.Entry<String, String> entry : digests.entrySet()) {
          String replayed = pipeline.digest(PROJECT, entry.getKey());
          String fresh = fresh(work.resolve("fresh-" + place++), origin, entry.getKey());
          boolean isBefore = replayed.equals(entry.getValue());
          boolean isFresh = replayed.equals(fresh);
          wrong += isBefore && isFresh ? 0 : 1;
          out.printf(
              "%s %s before, %s a fresh index%n",
              entry.getKey(),
              isBefore ? "equal to" : "DIFFERENT from",
              isFresh ? "equal to" : "DIFFERENT from");
        }
        JsonNode verify = pipeline.get("/api/v1/projects/" + PROJECT + "/verify").get("data");
        out.println("verify " + verify);
        wrong += verify.get("ok").asBoolean() ? 0 : 1;
      }
    }
    out.printf(
        "%d commits, %d of %d records left by the cleaner, replayed in %d ms without the"
            + " repository: %d digests, %d wrong%n",
        commits, records, given, millis, digests.size(), wrong);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static void completed(JsonNode job) {
    if (!job.get("status").asText().equals("completed")) {
      throw new AssertionError("not indexed: " + job);
    }
  }

  private static String fresh(Path data, Path repository, String revision) {
    try (FreshIndex fresh = new FreshIndex(data, PROJECT, repository, revision)) {
      return fresh.pipeline().digest(PROJECT, "");
    }
  }
}
