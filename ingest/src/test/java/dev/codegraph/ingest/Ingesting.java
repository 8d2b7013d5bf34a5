package dev.codegraph.ingest;

import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Topics;
import dev.codegraph.schemas.ViewPosition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The core of ingest over one repository, with a log in memory per request. */
final class Ingesting implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

  private final GitRepositories repositories;
  private final ViewHeads heads = new ViewHeads();
  private IndexRequestHandler handler;
  private ProjectRegistered project;
  private long offset;

  Ingesting(IngestConfig config, String repository) {
    this.repositories = new GitRepositories(config.repositories());
    this.handler = new IndexRequestHandler(config, repositories, heads, BulkPace.NONE);
    this.project = new ProjectRegistered("p", 1, "p", repository, "", 0, false, List.of());
  }

  static IngestConfig config(Path folder) {
    return IngestConfig.defaults(folder.resolve("mirrors"));
  }

  void reconfigure(IngestConfig config) {
    handler = new IndexRequestHandler(config, repositories, heads, BulkPace.NONE);
  }

  void register(ProjectRegistered changed) {
    project = changed;
  }

  ProjectRegistered project() {
    return project;
  }

  static IndexRequested request(String id) {
    return new IndexRequested(id, "p@1", "", "", false, "api", 1234567890123L, "");
  }

  static IndexRequested request(String id, String view, String revision) {
    return new IndexRequested(id, "p@1", view, revision, false, "api", 1234567890123L, "");
  }

  static IndexRequested repeated(String id, String revision, ViewPosition standing) {
    return new IndexRequested(
        id,
        "p@1",
        "main",
        revision,
        false,
        IndexRequested.MATERIALIZER,
        1234567890123L,
        "",
        standing);
  }

  static IndexRequested full(String id) {
    return new IndexRequested(id, "p@1", "", "", true, "api", 1234567890123L, "");
  }

  /** Takes the next request from the topic. */
  MemoryLog ingest(IndexRequested request) {
    return ingest(request, offset++, new MemoryLog());
  }

  /** The offset that the next request will have. */
  long nextOffset() {
    return offset;
  }

  MemoryLog ingest(IndexRequested request, long at, MemoryLog log) {
    RequestRecord record =
        new RequestRecord(
            0,
            at,
            request.project().getBytes(StandardCharsets.UTF_8),
            Topics.INDEX_REQUESTS.codec().encode(request),
            request);
    try {
      handler.handle(record, Optional.of(project), log, new JobReport(request, log, CLOCK));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return log;
  }

  /** The last thing that the job was told. */
  static JobProgressed last(MemoryLog log) {
    return log.progress().getLast();
  }

  @Override
  public void close() {
    repositories.close();
  }
}
