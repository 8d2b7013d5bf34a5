package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.apply.ChangesetApplication;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobStage;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.Keys;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What applying tells others: how far each stage of a job is, and what failed. */
final class ApplyReports {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyReports.class);
  private static final long TELL_MILLIS = 500;

  private final ProcessorContext<String, Object> context;

  ApplyReports(ProcessorContext<String, Object> context) {
    this.context = context;
  }

  /** Forwards an event of a view's project. */
  void forward(ViewId view, java.lang.Record event, String sink) {
    forward(view.project(), event, sink);
  }

  /** Forwards an event under a key. */
  void forward(String key, java.lang.Record event, String sink) {
    context.forward(new Record<>(key, (Object) event, context.currentSystemTimeMs()), sink);
  }

  /** How many contents of the pending changeset have facts; now and then, and when all have. */
  void parsing(ViewWork work) {
    PendingChangeset pending = java.util.Objects.requireNonNull(work.pending);
    boolean isDone = pending.isComplete();
    if (isDone || isDue(work)) {
      progressed(
          work,
          pending.changeset(),
          JobStage.PARSE,
          isDone ? JobState.DONE : JobState.RUNNING,
          pending.contents() - pending.missing(),
          pending.contents(),
          Map.of());
    }
  }

  /** How many files are linked, now and then. */
  void linking(ViewWork work, ChangesetApplication application) {
    if (isDue(work)) {
      linked(work, application, JobState.RUNNING, Map.of());
    }
  }

  /** A changeset is applied. */
  void applied(ViewWork work, ChangesetApplication application, Map<String, Long> figures) {
    linked(work, application, JobState.DONE, figures);
  }

  private void linked(
      ViewWork work, ChangesetApplication application, JobState state, Map<String, Long> figures) {
    progressed(
        work,
        application.changeset(),
        JobStage.LINK,
        state,
        application.filesDone(),
        application.filesTotal(),
        figures);
  }

  private boolean isDue(ViewWork work) {
    long now = context.currentSystemTimeMs();
    boolean isDue = now - work.toldAt >= TELL_MILLIS;
    if (isDue) {
      work.toldAt = now;
    }
    return isDue;
  }

  /** How many contents have vectors; now and then, and when all have. */
  void embedding(ViewWork work, PendingVectors vectors) {
    long now = context.currentSystemTimeMs();
    boolean isDone = vectors.isComplete();
    if (!isDone && now - work.toldVectorsAt < TELL_MILLIS) {
      return;
    }
    work.toldVectorsAt = now;
    progressed(
        work,
        vectors.changeset(),
        JobStage.EMBED,
        isDone ? JobState.DONE : JobState.RUNNING,
        vectors.done(),
        vectors.contents(),
        Map.of());
  }

  /** A claim on a number is refused, and what that means for who asked. */
  void refused(ViewWork work, ChangesetRecorded slice, JobState state, String detail) {
    tell(
        work,
        slice.requestId(),
        JobStage.LINK,
        state,
        0,
        0,
        work.number,
        String.valueOf(work.revision),
        "",
        detail,
        Map.of());
  }

  /** A changeset cannot be applied. */
  void failed(ViewWork work, ChangesetApplication application, String cause) {
    Changeset changeset = application.changeset();
    deadLetter(work.id, work.id + "/" + changeset.number(), cause);
    tell(
        work,
        changeset.requestId(),
        JobStage.LINK,
        JobState.FAILED,
        application.filesDone(),
        application.filesTotal(),
        changeset.number(),
        changeset.revision(),
        ErrorCode.CG007.name(),
        cause,
        Map.of());
  }

  /** A file cannot be linked; the changeset goes on without its references. */
  void linkFailed(ViewWork work, ChangesetApplication.LinkFailure failure) {
    LOG.error("linking {} of {} failed", failure.path(), work.id, failure.cause());
    deadLetter(work.id, work.id + "/" + failure.path(), "linking failed: " + failure.cause());
  }

  private void deadLetter(ViewId view, String key, String cause) {
    forward(
        view,
        new DeadLetter(
            "materializer",
            "",
            -1,
            -1,
            ErrorCode.CG007.name(),
            cause,
            Keys.bytes(key),
            new byte[0],
            context.currentSystemTimeMs()),
        MaterializeTopology.WRITE_DEAD_LETTERS);
  }

  private void progressed(
      ViewWork work,
      Changeset changeset,
      JobStage stage,
      JobState state,
      long done,
      long total,
      Map<String, Long> figures) {
    tell(
        work,
        changeset.requestId(),
        stage,
        state,
        done,
        total,
        changeset.number(),
        changeset.revision(),
        "",
        "",
        figures);
  }

  private void tell(
      ViewWork work,
      String requestId,
      JobStage stage,
      JobState state,
      long done,
      long total,
      long number,
      String revision,
      String code,
      String detail,
      Map<String, Long> figures) {
    forward(
        work.id,
        new JobProgressed(
            requestId,
            work.id.project(),
            work.id.view(),
            stage,
            state,
            done,
            total,
            number,
            revision,
            code,
            detail,
            figures,
            context.currentSystemTimeMs()),
        MaterializeTopology.WRITE_JOB_EVENTS);
  }
}
