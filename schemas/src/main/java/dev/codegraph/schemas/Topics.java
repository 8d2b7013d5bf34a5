package dev.codegraph.schemas;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** The table of topics: the closed list of everything that stages tell each other. */
public final class Topics {
  /** The largest record of a topic that carries contents or facts: twice the largest content. */
  public static final int MAX_CONTENT_RECORD_BYTES = 16 * 1024 * 1024;

  private static final String NINETY_DAYS_MILLIS = Long.toString(90L * 24 * 60 * 60 * 1000);
  private static final String SEVEN_DAYS_MILLIS = Long.toString(7L * 24 * 60 * 60 * 1000);

  private static final Map<String, String> COMPACT =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  private static final Map<String, String> COMPACT_LARGE =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(MAX_CONTENT_RECORD_BYTES));

  /** The registry; compacted, the last record of a project id is what is true. */
  public static final Topic<ProjectRegistered> PROJECTS =
      new Topic<>(
          "codegraph.projects.v1",
          EventCodec.of(ProjectRegistered.class),
          Topic.Partitioning.PROJECT,
          durable(COMPACT));

  /** What was asked for. */
  public static final Topic<IndexRequested> INDEX_REQUESTS =
      new Topic<>(
          "codegraph.index-requests.v1",
          EventCodec.of(IndexRequested.class),
          Topic.Partitioning.PROJECT,
          durable(deleteAfter(NINETY_DAYS_MILLIS)));

  /** Manifests, in slices. */
  public static final Topic<ChangesetRecorded> CHANGESETS =
      new Topic<>(
          "codegraph.changesets.v1",
          EventCodec.compressed(ChangesetRecorded.class),
          Topic.Partitioning.PROJECT,
          durable(COMPACT));

  /** Changesets that were not applied, so that a replay chooses as the first run did. */
  public static final Topic<ChangesetRefused> REFUSED_CHANGESETS =
      new Topic<>(
          "codegraph.refused-changesets.v1",
          EventCodec.of(ChangesetRefused.class),
          Topic.Partitioning.PROJECT,
          durable(COMPACT));

  /** Where ingest stands with each view; read by ingest only. */
  public static final Topic<ViewAdvanced> VIEW_HEADS =
      new Topic<>(
          "codegraph.view-heads.v1",
          EventCodec.of(ViewAdvanced.class),
          Topic.Partitioning.PROJECT,
          durable(COMPACT));

  /** Contents, once each. */
  public static final Topic<SourceFileRead> SOURCE_FILES =
      new Topic<>(
          "codegraph.source-files.v1",
          EventCodec.compressed(SourceFileRead.class),
          Topic.Partitioning.KEY,
          COMPACT_LARGE);

  /** Facts of contents, once per content and recipe. */
  public static final Topic<FileParsed> PARSED_FILES =
      new Topic<>(
          "codegraph.parsed-files.v1",
          EventCodec.compressed(FileParsed.class),
          Topic.Partitioning.PROJECT,
          COMPACT_LARGE);

  /** Vectors of contents. */
  public static final Topic<ChunksEmbedded> EMBEDDED_CHUNKS =
      new Topic<>(
          "codegraph.embedded-chunks.v1",
          EventCodec.of(ChunksEmbedded.class),
          Topic.Partitioning.PROJECT,
          COMPACT_LARGE);

  /** The public feed. */
  public static final Topic<GraphChanged> GRAPH_CHANGES =
      new Topic<>(
          "codegraph.graph-changes.v1",
          EventCodec.compressed(GraphChanged.class),
          Topic.Partitioning.PROJECT,
          deleteAfter(SEVEN_DAYS_MILLIS));

  /** What stages could not use. */
  public static final Topic<DeadLetter> DEAD_LETTERS =
      new Topic<>(
          "codegraph.dead-letters.v1",
          EventCodec.of(DeadLetter.class),
          Topic.Partitioning.KEY,
          deleteAfter(NINETY_DAYS_MILLIS));

  /** Progress of jobs, for people and for the API. */
  public static final Topic<JobProgressed> JOB_EVENTS =
      new Topic<>(
          "codegraph.job-events.v1",
          EventCodec.of(JobProgressed.class),
          Topic.Partitioning.PROJECT,
          deleteAfter(SEVEN_DAYS_MILLIS));

  /** All of them, in the order in which a change travels. */
  public static final List<Topic<?>> ALL =
      List.of(
          PROJECTS,
          INDEX_REQUESTS,
          CHANGESETS,
          REFUSED_CHANGESETS,
          VIEW_HEADS,
          SOURCE_FILES,
          PARSED_FILES,
          EMBEDDED_CHUNKS,
          GRAPH_CHANGES,
          DEAD_LETTERS,
          JOB_EVENTS);

  private Topics() {}

  private static Map<String, String> deleteAfter(String millis) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        millis);
  }

  /** Kafka answers before it has synced; what people asked for is synced record by record. */
  private static Map<String, String> durable(Map<String, String> config) {
    Map<String, String> all = new java.util.TreeMap<>(config);
    all.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
    return Map.copyOf(all);
  }
}
