package dev.codegraph.pipeline;

import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.stream.MaterializeTopology;
import dev.codegraph.program.broker.EmbeddedBroker;
import dev.codegraph.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Rounds in which the materializer is stopped, somewhere in a history, and what it goes on from is
 * cut at points that have nothing to do with each other: its local stores, its text index, the tail
 * of the graph's changelog and the offsets that its group committed. Started again, whatever it
 * answers about any revision must at all times be what a fresh index of that revision says, and in
 * the end it must answer all.
 *
 * <p>Two projects that share a partition go through the same history, so that their records lie
 * mixed in the changelog.
 */
final class Cuts implements AutoCloseable {
  private static final String GROUP = MaterializerStage.APPLICATION_ID;
  private static final String CHANGELOG = GROUP + "-" + MaterializeTopology.GRAPH + "-changelog-";

  /** What became of something between stop and start. */
  private enum Fate {
    KEPT,
    OLDER,
    GONE
  }

  /** What the group is made to believe that it has read. */
  private enum Committed {
    KEPT,
    BEGINNING,
    ANYWHERE,
    END
  }

  /** What a fresh index says of a revision. */
  private record Truth(String digest, String export) {}

  private final Path data;
  private final Random random;
  private final Consumer<String> out;
  private final SeededHistory history;
  private final Map<String, Truth> truths = new LinkedHashMap<>();
  private final List<String> projects;

  /** Folders of copies made at earlier stops, while the log still holds all that they hold. */
  private final List<Path> copies = new ArrayList<>();

  private final Pipeline pipeline;
  private final BrokerOffsets offsets;
  private EmbeddedBroker broker;
  private int copied;
  private long compared;

  /**
   * Indexes every revision freshly, in a data folder of its own, then starts what will be cut.
   *
   * @param folder Work folder.
   * @param seed What everything is drawn from.
   * @param commits Commits of the history.
   * @param out Takes a line per round.
   */
  Cuts(Path folder, long seed, int commits, Consumer<String> out) {
    this.random = new Random(seed);
    this.out = out;
    this.history = SeededHistory.commit(folder.resolve("repository"), seed, commits);
    this.projects = List.of("p", sharingPartition("p"));
    learnTruths(folder.resolve("fresh"));
    this.data = folder.resolve("cut");
    broker = Pipeline.broker(data);
    pipeline = new Pipeline(data, broker.bootstrapServers());
    offsets = new BrokerOffsets(broker.bootstrapServers(), Pipeline.PARTITIONS);
  }

  private static String sharingPartition(String project) {
    int partition = Topics.CHANGESETS.partition(project, Pipeline.PARTITIONS);
    for (int i = 1; ; i++) {
      if (Topics.CHANGESETS.partition("q" + i, Pipeline.PARTITIONS) == partition) {
        return "q" + i;
      }
    }
  }

  private void learnTruths(Path folder) {
    try (EmbeddedBroker fresh = Pipeline.broker(folder);
        Pipeline indexing = new Pipeline(folder, fresh.bootstrapServers())) {
      Map<String, String> jobs = new LinkedHashMap<>();
      for (String revision : history.revisions()) {
        String project = "fresh-" + (jobs.size() + 1);
        jobs.put(project, indexing.register(project, history.folder(), revision));
      }
      List<String> revisions = history.revisions();
      jobs.forEach(
          (project, job) -> {
            completed(indexing, job);
            truths.put(
                revisions.get(truths.size()),
                new Truth(indexing.digest(project, ""), export(indexing, project, "")));
          });
    }
  }

  /**
   * Goes through the history in rounds with a cut after each; throws when an answer was wrong.
   *
   * @return how many answers were compared
   */
  long run(int rounds) {
    List<String> revisions = history.revisions();
    int done = 0;
    for (int round = 1; round <= rounds; round++) {
      int upTo = (int) ((long) revisions.size() * round / rounds);
      List<String> jobs = new ArrayList<>();
      for (String revision : revisions.subList(done, upTo)) {
        for (String project : projects) {
          jobs.add(
              done == 0 && revision.equals(revisions.getFirst())
                  ? pipeline.register(project, history.folder(), revision)
                  : pipeline.index(project, revision));
        }
      }
      // Cut where it stands still, or wherever it is after some of the jobs.
      int awaited = random.nextBoolean() ? jobs.size() : random.nextInt(jobs.size());
      jobs.subList(0, awaited).forEach(job -> completed(pipeline, job));
      pipeline.stopMaterializer();
      out.accept("round " + round + ", " + upTo + " revisions, " + awaited + " of " + jobs.size());
      cut();
      pipeline.startMaterializer();
      watchUntilAllAnswered(revisions.subList(0, upTo));
      compareAll(revisions.subList(0, upTo));
      done = upTo;
    }
    return compared;
  }

  private void cut() {
    Path copy = data.resolve("copies").resolve(Integer.toString(copied++));
    copyFolder(stores(), copy.resolve("stores"));
    copyFolder(text(), copy.resolve("text"));
    Fate storesFate = any(Fate.values());
    Fate textFate = any(Fate.values());
    Committed committed = any(Committed.values());
    boolean isLogCut = random.nextBoolean();
    put(stores(), "stores", storesFate);
    put(text(), "text", textFate);
    copies.add(copy);
    String lost = "whole";
    if (isLogCut) {
      broker.close();
      lost = cutChangelogs();
      // What was copied before may be ahead of the log from here on, and the log will go on
      // differently: such copies are of another history. The one just put back is not ahead of a
      // log that nobody has written to.
      copies.clear();
      broker = Pipeline.broker(data);
    }
    commit(committed);
    out.accept(
        "  stores %s, text %s, changelog %s, committed %s"
            .formatted(storesFate, textFate, lost, committed));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Path stores() {
    return data.resolve("state").resolve(GROUP);
  }

  private Path text() {
    return data.resolve("lucene");
  }

  private void put(Path folder, String part, Fate fate) {
    switch (fate) {
      case KEPT -> {}
      case GONE -> deleteFolder(folder);
      case OLDER -> {
        deleteFolder(folder);
        if (!copies.isEmpty()) {
          copyFolder(copies.get(random.nextInt(copies.size())).resolve(part), folder);
        }
      }
    }
  }

  /** Takes the tail of each partition's changelog away, down to a batch drawn for it. */
  private String cutChangelogs() {
    StringBuilder lost = new StringBuilder("without");
    try (Stream<Path> files = Files.walk(data.resolve("kafka"))) {
      List<Path> partitions =
          files.filter(f -> f.getFileName().toString().startsWith(CHANGELOG)).sorted().toList();
      for (Path partition : partitions) {
        lost.append(' ').append(cutLog(partition));
      }
      return lost.append(" batches").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts a log of one segment at a batch boundary; its index files are built again. */
  private String cutLog(Path partition) throws IOException {
    List<Path> segments;
    try (Stream<Path> files = Files.list(partition)) {
      segments = files.filter(f -> f.toString().endsWith(".log")).toList();
    }
    if (segments.size() != 1) {
      throw new AssertionError("one segment was expected: " + segments);
    }
    Path segment = segments.getFirst();
    try (FileChannel channel =
        FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      List<Long> ends = batchEnds(channel);
      int kept = random.nextInt(ends.size());
      channel.truncate(ends.get(kept));
      String name = segment.getFileName().toString().replace(".log", "");
      Files.deleteIfExists(partition.resolve(name + ".index"));
      Files.deleteIfExists(partition.resolve(name + ".timeindex"));
      return (ends.size() - 1 - kept) + " of " + (ends.size() - 1);
    }
  }

  /** Where batches end in a segment, 0 first: each begins with its offset and its length. */
  private static List<Long> batchEnds(FileChannel channel) throws IOException {
    List<Long> ends = new ArrayList<>(List.of(0L));
    ByteBuffer header = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
    while (true) {
      long end = ends.getLast();
      header.clear();
      if (channel.read(header, end) < header.capacity() || header.getInt(Long.BYTES) <= 0) {
        return ends;
      }
      ends.add(end + header.capacity() + header.getInt(Long.BYTES));
    }
  }

  private void commit(Committed committed) {
    if (committed == Committed.KEPT) {
      return;
    }
    List<TopicPartition> partitions =
        offsets.partitions(
            List.of(
                Topics.CHANGESETS, Topics.PARSED_FILES, Topics.EMBEDDED_CHUNKS, Topics.PROJECTS));
    Map<TopicPartition, Long> to = new HashMap<>();
    offsets
        .ends(partitions)
        .forEach(
            (partition, end) ->
                to.put(
                    partition,
                    switch (committed) {
                      case BEGINNING -> 0L;
                      case ANYWHERE -> random.nextLong(end + 1);
                      case END, KEPT -> end;
                    }));
    offsets.commit(GROUP, to);
  }

  /** Asks without pause: no answer is right, a wrong answer is not. */
  private void watchUntilAllAnswered(List<String> revisions) {
    long deadline = System.nanoTime() + java.time.Duration.ofMinutes(2).toNanos();
    int answered;
    do {
      answered = 0;
      for (String project : projects) {
        HttpResponse<String> newest = send(project, "");
        if (newest.statusCode() == 200) {
          String revision = Pipeline.json(newest.body()).at("/data/revision").asText();
          compareDigest(project, revision, newest);
          // A revision says the same by itself as when it is asked for, contents and all.
          compareExport(project, revision);
        }
        for (String revision : revisions) {
          HttpResponse<String> answer = send(project, revision);
          if (answer.statusCode() == 200) {
            compareDigest(project, revision, answer);
            answered++;
          } else if (answer.statusCode() != 404 && answer.statusCode() != 503) {
            throw new AssertionError(project + " at " + revision + ": " + answer.body());
          }
        }
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only " + answered + " revisions came back");
      }
      Pipeline.pause();
    } while (answered < revisions.size() * projects.size());
  }

  private void compareAll(List<String> revisions) {
    for (String project : projects) {
      for (String revision : revisions) {
        compareExport(project, revision);
        String sound =
            pipeline
                .get("/api/v1/projects/" + project + "/verify?at=" + revision)
                .get("data")
                .toString();
        if (!sound.contains("\"ok\":true")) {
          throw new AssertionError(project + " at " + revision + " is not sound: " + sound);
        }
      }
    }
  }

  private HttpResponse<String> send(String project, String revision) {
    String at = revision.isEmpty() ? "" : "?at=" + revision;
    return pipeline.send("GET", "/api/v1/projects/" + project + "/digest" + at, "");
  }

  private void compareDigest(String project, String revision, HttpResponse<String> answer) {
    compare(
        project,
        revision,
        truth(revision).digest(),
        Pipeline.json(answer.body()).at("/data/digest").asText());
  }

  private void compareExport(String project, String revision) {
    compare(project, revision, truth(revision).export(), export(pipeline, project, revision));
  }

  private Truth truth(String revision) {
    return java.util.Objects.requireNonNull(truths.get(revision), revision);
  }

  private void compare(String project, String revision, String expected, String actual) {
    compared++;
    if (!expected.equals(actual)) {
      throw new AssertionError(
          "%s at %s (number %d) answers%n%s%nand a fresh index%n%s"
              .formatted(
                  project, revision, history.revisions().indexOf(revision) + 1, actual, expected));
    }
  }

  private static String export(Pipeline from, String project, String revision) {
    String at = revision.isEmpty() ? "" : "?at=" + revision;
    HttpResponse<String> answer =
        from.send("GET", "/api/v1/projects/" + project + "/export" + at, "");
    if (answer.statusCode() != 200) {
      throw new AssertionError(project + " is not exported: " + answer.body());
    }
    return answer.body();
  }

  private static void completed(Pipeline of, String job) {
    String ended = of.await(job).toString();
    if (!ended.contains("\"status\":\"completed\"")) {
      throw new AssertionError(ended);
    }
  }

  private static void copyFolder(Path from, Path to) {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteFolder(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    offsets.close();
    pipeline.close();
    broker.close();
  }
}
