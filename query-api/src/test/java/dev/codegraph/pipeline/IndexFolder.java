package dev.codegraph.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codegraph.program.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Indexes a repository through the whole pipeline in one process and prints what came of it: a main
 * for profiling. Arguments: data folder, repository, optionally revisions to go to one after the
 * other.
 */
public final class IndexFolder {
  private IndexFolder() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Files.createDirectories(data);
    try (EmbeddedBroker broker = Pipeline.broker(data);
        Pipeline pipeline = new Pipeline(data, broker.bootstrapServers())) {
      long start = System.nanoTime();
      String job = pipeline.register("probe", Path.of(args[1]));
      if (args.length > 2) {
        pipeline.await(job);
      }
      JsonNode done = pipeline.await(job);
      System.out.println(done.toPrettyString());
      System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
      for (int i = 2; i < args.length; i++) {
        System.out.println(pipeline.await(pipeline.index("probe", args[i])).toPrettyString());
      }
      System.out.println(pipeline.get("/api/v1/projects/probe").toPrettyString());
      System.out.println(pipeline.get("/api/v1/projects/probe/verify").toPrettyString());
    }
  }
}
