package dev.codegraph.ingest;

import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobStage;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Topics;
import dev.codegraph.schemas.ViewAdvanced;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the job of one request how far ingest is: on acceptance, every few hundred files, and at
 * the end, with the figures. CPU time is that of the thread, so a request stays on one.
 */
final class JobReport {
  private static final Logger LOG = LoggerFactory.getLogger(JobReport.class);
  private static final int FILES_PER_RECORD = 500;
  private static final int DEAD_LETTER_VALUE_BYTES = 256 * 1024;

  private final IndexRequested request;
  private final IngestLog log;
  private final Clock clock;
  private final long startedNanos = System.nanoTime();
  private final long startedCpuNanos = cpuNanos();
  private String view;
  private String revision = "";
  private long number;
  private long done;
  private long total;
  private @Nullable ContentSender sender;

  JobReport(IndexRequested request, IngestLog log, Clock clock) {
    this.request = request;
    this.log = log;
    this.clock = clock;
    this.view = request.view();
  }

  void accepted() throws InterruptedException {
    send(JobState.ACCEPTED, "", "", Map.of());
  }

  void view(String resolved) {
    view = resolved;
  }

  void target(Changeset changeset) {
    number = changeset.number();
    revision = changeset.to().name();
  }

  void total(long files) throws InterruptedException {
    total = files;
    if (files > FILES_PER_RECORD) {
      send(JobState.RUNNING, "", "", Map.of());
    }
  }

  void follows(ContentSender contents) {
    sender = contents;
  }

  void advanced() throws InterruptedException {
    done++;
    if (done % FILES_PER_RECORD == 0) {
      send(JobState.RUNNING, "", "", Map.of());
    }
  }

  void unchanged(ViewAdvanced head, String sentence) throws InterruptedException {
    number = head.number();
    revision = head.revision();
    send(JobState.DONE, "", sentence, figures(List.of()));
  }

  void superseded(String sentence) throws InterruptedException {
    send(JobState.SUPERSEDED, "", sentence, Map.of());
  }

  void recorded(List<ManifestEntry> entries) throws InterruptedException {
    done = total;
    Map<String, Long> figures = figures(entries);
    Map<String, Long> reasons = new TreeMap<>();
    for (ManifestEntry entry : entries) {
      if (entry.status() != ContentStatus.OK) {
        reasons.merge(entry.reason(), 1L, Long::sum);
      }
    }
    reasons.forEach((reason, count) -> figures.put("skipped_" + reason, count));
    String sentence = warning(reasons);
    send(JobState.DONE, "", sentence, figures);
    LOG.info("{} {} is changeset {} at {}: {}", request.project(), view, number, revision, figures);
  }

  /** Limits that a person may want to raise; everything else skipped is as expected. */
  private static String warning(Map<String, Long> reasons) {
    Long beyond = reasons.get(SkipReason.TOO_MANY_FILES.wire());
    return beyond == null
        ? ""
        : beyond + " files are beyond parsing.max_files_per_project and are not indexed.";
  }

  /** Ends the job and keeps the request as a dead letter. */
  void failed(RequestRecord record, ErrorCode code, String sentence) throws InterruptedException {
    LOG.warn("{} {} of {}: {}", code, request.requestId(), request.project(), sentence);
    send(JobState.FAILED, code.name(), sentence, figures(List.of()));
    sendDeadLetter(
        log,
        clock,
        record.partition(),
        record.offset(),
        code,
        sentence,
        record.key(),
        record.value());
  }

  /** Keeps a record of the index-requests topic that cannot be answered. */
  static void sendDeadLetter(
      IngestLog log,
      Clock clock,
      int partition,
      long offset,
      ErrorCode code,
      String cause,
      byte[] key,
      byte[] value)
      throws InterruptedException {
    DeadLetter letter =
        new DeadLetter(
            "ingest",
            Topics.INDEX_REQUESTS.name(),
            partition,
            offset,
            code.name(),
            cause,
            key,
            value.length > DEAD_LETTER_VALUE_BYTES ? new byte[0] : value,
            clock.millis());
    log.send(
        Topics.DEAD_LETTERS,
        new String(key, StandardCharsets.UTF_8),
        Topics.DEAD_LETTERS.codec().encode(letter));
  }

  private Map<String, Long> figures(List<ManifestEntry> entries) {
    Map<String, Long> figures = new TreeMap<>();
    figures.put("files", (long) entries.size());
    figures.put("skipped", entries.stream().filter(e -> e.status() != ContentStatus.OK).count());
    figures.put("contents_sent", sender == null ? 0 : sender.contentsSent());
    figures.put("bytes", sender == null ? 0 : sender.bytesSent());
    figures.put("cpu_millis", (cpuNanos() - startedCpuNanos) / 1_000_000);
    figures.put("wall_millis", (System.nanoTime() - startedNanos) / 1_000_000);
    return figures;
  }

  private void send(JobState state, String code, String detail, Map<String, Long> figures)
      throws InterruptedException {
    JobProgressed progress =
        new JobProgressed(
            request.requestId(),
            request.project(),
            view,
            JobStage.INGEST,
            state,
            done,
            total,
            number,
            revision,
            code,
            detail,
            figures,
            clock.millis());
    log.send(Topics.JOB_EVENTS, request.project(), Topics.JOB_EVENTS.codec().encode(progress));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
