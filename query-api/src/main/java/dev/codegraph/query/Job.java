package dev.codegraph.query;

import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobStage;
import dev.codegraph.schemas.JobState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request to index and what the stages have said of it. Guarded by the board it is on. */
final class Job {
  final String id;
  final String project;
  final String source;
  final long requestedAt;
  final Map<JobStage, JobProgressed> stages = new EnumMap<>(JobStage.class);

  Job(String id, String project, String source, long requestedAt) {
    this.id = id;
    this.project = project;
    this.source = source;
    this.requestedAt = requestedAt;
  }

  /** The stage that ended the job without a result; null when none did. */
  @Nullable JobProgressed failure() {
    for (JobProgressed stage : stages.values()) {
      boolean isOver =
          switch (stage.state()) {
            case FAILED -> true;
            // A changeset that lost its number is asked for again, in the same job.
            case SUPERSEDED -> stage.stage() != JobStage.LINK;
            case ACCEPTED, RUNNING, DONE -> false;
          };
      if (isOver) {
        return stage;
      }
    }
    return null;
  }

  /** View of the changeset; empty while unknown. */
  String view() {
    JobProgressed ingest = stages.get(JobStage.INGEST);
    return ingest == null ? "" : ingest.view();
  }

  /** Number that the job leads to; 0 while unknown. */
  long number() {
    JobProgressed ingest = stages.get(JobStage.INGEST);
    return ingest == null || ingest.state() != JobState.DONE ? 0 : ingest.number();
  }

  /** Revision that the job leads to; empty while unknown. */
  String revision() {
    JobProgressed ingest = stages.get(JobStage.INGEST);
    return ingest == null ? "" : ingest.revision();
  }

  /** Figures of all stages. */
  Map<String, Long> figures() {
    Map<String, Long> all = new TreeMap<>();
    stages.values().forEach(stage -> all.putAll(stage.figures()));
    return all;
  }

  /** Whether its changeset is known to be linked. */
  boolean isLinked() {
    JobProgressed link = stages.get(JobStage.LINK);
    return link != null && link.state() == JobState.DONE;
  }

  /** Its changeset is linked, by what the graph says; {@link #number} is known. */
  void linked(Map<String, Long> figures) {
    JobProgressed ingest = Objects.requireNonNull(stages.get(JobStage.INGEST));
    long files = figures.getOrDefault("files_linked", 0L);
    stages.put(
        JobStage.LINK,
        new JobProgressed(
            id,
            project,
            ingest.view(),
            JobStage.LINK,
            JobState.DONE,
            files,
            files,
            ingest.number(),
            ingest.revision(),
            "",
            "",
            figures,
            ingest.at()));
  }
}
