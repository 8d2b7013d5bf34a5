package dev.codegraph.query;

import dev.codegraph.graph.MaterializerStage;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.ingest.ProjectRegistry;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobProgressed;
import dev.codegraph.schemas.JobStage;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Stage;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of the last days, as their topics tell them: who asked, and what each stage says. Reads
 * the topics from their beginning, so it knows after a restart what it knew before.
 */
public final class JobBoard implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);
  private static final int MAX_JOBS = 10_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConfig kafka;
  private final ProjectRegistry registry;
  private final MaterializerStage materializer;
  private final Map<String, Job> jobs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
          return size() > MAX_JOBS;
        }
      };
  private final Thread thread = new Thread(this::run, "job-board");
  private volatile boolean isClosed;
  private volatile boolean isCaughtUp;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile @Nullable Throwable failure;
  private volatile Consumer<JobProgressed> listener = progress -> {};

  /**
   * @param kafka How to reach the log.
   * @param registry The projects: what is over has no jobs.
   * @param materializer What is applied and published.
   */
  public JobBoard(KafkaConfig kafka, ProjectRegistry registry, MaterializerStage materializer) {
    this.kafka = kafka;
    this.registry = registry;
    this.materializer = materializer;
  }

  /** Sets who is told of all progress that arrives from now on. */
  void listen(Consumer<JobProgressed> listener) {
    this.listener = listener;
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Health health() {
    Throwable stopped = failure;
    if (stopped != null) {
      return new Health(Health.Status.UNHEALTHY, "jobs are not followed: " + stopped);
    }
    return isCaughtUp
        ? new Health(Health.Status.HEALTHY, "following jobs")
        : new Health(Health.Status.STARTING, "reading the jobs of the last days");
  }

  /**
   * Whether all jobs are known that were there at its start: before, none can be said to be
   * missing.
   */
  boolean isCaughtUp() {
    return isCaughtUp;
  }

  @Override
  public void close() {
    isClosed = true;
    KafkaConsumer<byte[], byte[]> running = consumer;
    if (running != null) {
      running.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Properties properties = kafka.client();
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> reading =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer = reading;
      List<TopicPartition> partitions = new ArrayList<>();
      for (Topic<?> topic : List.of(Topics.INDEX_REQUESTS, Topics.JOB_EVENTS)) {
        for (int p = 0; p < kafka.partitions(); p++) {
          partitions.add(new TopicPartition(topic.name(), p));
        }
      }
      reading.assign(partitions);
      reading.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
      while (!isClosed) {
        for (ConsumerRecord<byte[], byte[]> message : reading.poll(POLL)) {
          take(message);
        }
        if (!isCaughtUp) {
          ends.keySet().removeIf(partition -> reading.position(partition) >= ends.get(partition));
          isCaughtUp = ends.isEmpty();
        }
      }
    } catch (WakeupException e) {
      LOG.debug("the job board is closed");
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("jobs are no longer followed", e);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return;
    }
    try {
      if (message.topic().equals(Topics.INDEX_REQUESTS.name())) {
        requested(Topics.INDEX_REQUESTS.codec().decode(message.value()));
      } else {
        JobProgressed progress = Topics.JOB_EVENTS.codec().decode(message.value());
        progressed(progress);
        listener.accept(progress);
      }
    } catch (IllegalArgumentException e) {
      LOG.warn(
          "a record of {} at {}-{} cannot be read: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          e.getMessage());
    }
  }

  /** A request was accepted; also called right after its acknowledgement, before it comes back. */
  synchronized void requested(IndexRequested request) {
    jobs.computeIfAbsent(
        request.requestId(),
        id -> new Job(id, request.project(), request.source(), request.requestedAt()));
  }

  private synchronized void progressed(JobProgressed progress) {
    Job job =
        jobs.computeIfAbsent(
            progress.requestId(), id -> new Job(id, progress.project(), "", progress.at()));
    JobProgressed known = job.stages.get(progress.stage());
    boolean isLater =
        known == null || known.state() != JobState.DONE || progress.state() == JobState.DONE;
    if (isLater) {
      job.stages.put(progress.stage(), progress);
    }
    if (progress.stage() == JobStage.LINK && progress.state() == JobState.SUPERSEDED) {
      // Another changeset took the number: what ingest said holds no longer, and it will say anew.
      job.stages.keySet().retainAll(List.of(JobStage.LINK));
      job.stages.put(JobStage.LINK, progress);
    }
  }

  /** What a job looks like at one moment. */
  record JobView(
      String id,
      String project,
      String view,
      String source,
      String status,
      long requestedAt,
      long number,
      String revision,
      @Nullable JobProgressed failure,
      List<JobProgressed> stages,
      boolean isPublished,
      Map<String, Long> figures) {}

  /**
   * A job; null when unknown. Of a life that is over only those remain that had come to nothing:
   * who waits for one is told how it ended.
   */
  synchronized @Nullable JobView get(String id) {
    Job job = jobs.get(id);
    return job == null || (isOver(job) && job.number() > 0) ? null : view(job);
  }

  /** Whether the life of a job's project is over: its history ends with it. */
  private boolean isOver(Job job) {
    return registry
        .last(Keys.projectId(job.project))
        .filter(last -> isOver(last, job.project))
        .isPresent();
  }

  private static boolean isOver(ProjectRegistered last, String projectKey) {
    boolean isLast =
        new ProjectKey(last.project(), last.incarnation()).toString().equals(projectKey);
    return !isLast || last.deleted();
  }

  /** The latest jobs that fit, newest first. */
  synchronized List<JobView> list(Predicate<JobView> fits, int limit) {
    List<JobView> found = new ArrayList<>();
    for (Job job : new ArrayList<>(jobs.values()).reversed()) {
      JobView view = view(job);
      if (!isOver(job) && fits.test(view)) {
        found.add(view);
        if (found.size() == limit) {
          break;
        }
      }
    }
    return found;
  }

  /** Why the latest job of a project failed; null when it did not, or there is none. */
  @Nullable JobProgressed latestFailure(String project) {
    List<JobView> latest = list(job -> job.project().equals(project), 1);
    return latest.isEmpty() ? null : latest.getFirst().failure();
  }

  /** The oldest job of a view that is accepted and neither applied nor failed; null when none. */
  synchronized @Nullable JobView oldestOpen(ViewId view) {
    for (Job job : jobs.values()) {
      if (job.project.equals(view.project())
          && !isOver(job)
          && (job.view().isEmpty() || job.view().equals(view.view()))) {
        JobView found = view(job);
        if (found.status().equals("queued") || found.status().equals("running")) {
          return found;
        }
      }
    }
    return null;
  }

  /** Publishing is seen here at once; the event of the stage before it comes through the log. */
  private void readLinked(Job job, ViewId view, long number) {
    try {
      ChangesetRecord record = materializer.graph(view).changeset(number);
      if (record != null && record.requestId().equals(job.id)) {
        job.linked(record.figures());
      }
    } catch (InvalidStateStoreException e) {
      LOG.debug("the store of {} moves; its event will say what was linked", view, e);
    }
  }

  private JobView view(Job job) {
    JobProgressed failure = job.failure();
    long number = job.number();
    ViewId viewId = new ViewId(job.project, job.view());
    boolean isPublished = number > 0 && materializer.published().of(viewId) >= number;
    if (isPublished && !job.isLinked()) {
      readLinked(job, viewId, number);
    }
    String status;
    if (failure != null) {
      status = "failed";
    } else if (isPublished) {
      status = "completed";
    } else {
      status = job.stages.isEmpty() ? "queued" : "running";
    }
    return new JobView(
        job.id,
        job.project,
        job.view(),
        job.source,
        status,
        job.requestedAt,
        number,
        job.revision(),
        failure,
        List.copyOf(job.stages.values()),
        isPublished,
        job.figures());
  }
}
