package dev.codegraph.ingest;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Stage;
import dev.codegraph.schemas.Topics;
import dev.codegraph.schemas.ViewAdvanced;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first stage: START HERE. Takes requests from the index-requests topic, answers those of one
 * project in order and those of different projects beside each other, and commits up to the lowest
 * that is not answered. What an answer is, {@link IndexRequestHandler} says.
 *
 * <p>What is wrong with a request ends it; what is wrong with the log is waited out, since the same
 * request then writes the same records.
 */
public final class IngestService implements Stage {
  /** Consumer group of the requests. */
  public static final String GROUP = "codegraph-ingest";

  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final Duration CATCH_UP = Duration.ofSeconds(5);
  private static final int MOST_PENDING = 1_000;
  private static final long FIRST_RETRY_MILLIS = 250;
  private static final long LAST_RETRY_MILLIS = 10_000;

  private final KafkaConfig kafka;
  private final IngestConfig config;
  private final ProjectRegistry registry;
  private final Clock clock = Clock.systemUTC();
  private final ViewHeads heads = new ViewHeads();
  private final OffsetTracker offsets = new OffsetTracker();
  private final Consumer<ProjectRegistered> cleaner = this::cleanUpAfter;
  private final AtomicBoolean headsAreOld = new AtomicBoolean();
  private volatile @Nullable Running running;
  private volatile boolean closing;
  private volatile String trouble = "";

  /**
   * @param kafka How to reach the log.
   * @param config What to read.
   * @param registry The projects; started and closed by whoever made it.
   */
  public IngestService(KafkaConfig kafka, IngestConfig config, ProjectRegistry registry) {
    this.kafka = kafka;
    this.config = config;
    this.registry = registry;
  }

  /** What exists between start and close. */
  private record Running(
      KafkaConsumer<byte[], byte[]> consumer,
      Thread thread,
      KafkaIngestLog log,
      ParserOffsets parser,
      TopicTail<ViewAdvanced> tail,
      GitRepositories repositories,
      RequestLanes lanes,
      IndexRequestHandler handler) {}

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void start() {
    Running started;
    try {
      started = open();
    } catch (KafkaException e) {
      throw new CodeGraphException(
          ErrorCode.CG001, "Ingest cannot use Kafka at " + kafka.bootstrapServers() + ".", e);
    }
    running = started;
    started.tail().start();
    started.thread().start();
    registry.follow(cleaner);
  }

  private Running open() {
    ParserOffsets parser = new ParserOffsets(kafka);
    BulkPace pace = new BulkCredit(config.bulkCredit(), parser, System::nanoTime);
    GitRepositories repositories = new GitRepositories(config.repositories());
    return new Running(
        new KafkaConsumer<>(
            consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        Thread.ofPlatform().daemon().name("ingest-requests").unstarted(this::takeRequests),
        new KafkaIngestLog(kafka),
        parser,
        new TopicTail<>(kafka, Topics.VIEW_HEADS, heads::accept),
        repositories,
        new RequestLanes(),
        new IndexRequestHandler(config, repositories, heads, pace));
  }

  @Override
  public Health health() {
    Running now = running;
    if (now == null) {
      return new Health(Health.Status.STARTING, "not started");
    }
    if (!closing && !now.thread().isAlive()) {
      return new Health(Health.Status.UNHEALTHY, "takes no requests: " + trouble);
    }
    String worry = trouble.isEmpty() ? now.tail().trouble() : trouble;
    return worry.isEmpty()
        ? new Health(Health.Status.HEALTHY, offsets.pending() + " requests in work")
        : new Health(Health.Status.DEGRADED, worry);
  }

  @Override
  public void close() {
    Running now = running;
    if (now == null || closing) {
      return;
    }
    closing = true;
    registry.leave(cleaner);
    now.log().stop();
    now.lanes().close();
    now.consumer().wakeup();
    try {
      now.thread().join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    now.tail().close();
    now.parser().close();
    now.log().close();
    now.repositories().close();
  }

  private void takeRequests() {
    Running now = running();
    KafkaConsumer<byte[], byte[]> consumer = now.consumer();
    try {
      consumer.subscribe(List.of(Topics.INDEX_REQUESTS.name()), new Assignment());
      while (!closing) {
        take(consumer);
      }
    } catch (InterruptedException e) {
      LOG.info("ingest was interrupted and ends");
    } catch (RuntimeException | Error e) {
      if (!closing) {
        trouble = String.valueOf(e);
        LOG.error("ingest takes no more requests", e);
      }
    } finally {
      consumer.close(CloseOptions.timeout(CLOSING));
    }
  }

  private void take(KafkaConsumer<byte[], byte[]> consumer) throws InterruptedException {
    try {
      if (offsets.pending() >= MOST_PENDING) {
        consumer.pause(consumer.assignment());
      } else if (!consumer.paused().isEmpty()) {
        consumer.resume(consumer.paused());
      }
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (headsAreOld.get()) {
        awaitHeads();
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (closing) {
          break;
        }
        offsets.taken(record.partition(), record.offset());
        String lane = Keys.projectId(record.key() == null ? "" : Keys.text(record.key()));
        running().lanes().submit(lane, () -> answer(record));
      }
      commit(consumer);
    } catch (WakeupException e) {
      if (closing) {
        commit(consumer);
      }
    }
  }

  /** Another instance may have moved the views of partitions that come to this one. */
  private void awaitHeads() throws InterruptedException {
    headsAreOld.set(false);
    while (!closing && !(running().tail().awaitEnd(CATCH_UP) && registry.awaitCurrent(CATCH_UP))) {
      LOG.warn("waiting to read where the views stand: {}", running().tail().trouble());
    }
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    offsets
        .committable()
        .forEach(
            (partition, offset) ->
                done.put(
                    new TopicPartition(Topics.INDEX_REQUESTS.name(), partition),
                    new OffsetAndMetadata(offset)));
    if (done.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(done);
    } catch (KafkaException e) {
      // The next commit includes these offsets; until then a crash repeats more than it must.
      LOG.warn("cannot commit {}: {}", done, e.getMessage());
    }
  }

  /** Answers one record; returns when it is answered or the service stops. */
  private void answer(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    for (long wait = FIRST_RETRY_MILLIS; ; wait = Math.min(2 * wait, LAST_RETRY_MILLIS)) {
      IngestLog log = running().log().ofRequest();
      try {
        attempt(record, log);
        log.flush();
        trouble = "";
        offsets.answered(record.partition(), record.offset());
        return;
      } catch (KafkaException e) {
        if (closing) {
          throw new InterruptedException("closing");
        }
        trouble = "cannot write to the log: " + e.getMessage();
        LOG.warn("{}; offset {} again in {} ms", trouble, record.offset(), wait);
        TimeUnit.MILLISECONDS.sleep(wait);
      } catch (Error e) {
        trouble = "a request ended with " + e;
        LOG.error("offset {} stays unanswered", record.offset(), e);
        throw e;
      }
    }
  }

  private void attempt(ConsumerRecord<byte[], byte[]> record, IngestLog log)
      throws InterruptedException {
    byte[] key = record.key() == null ? new byte[0] : record.key();
    byte[] value = record.value() == null ? new byte[0] : record.value();
    IndexRequested request;
    try {
      request = Topics.INDEX_REQUESTS.codec().decode(value);
    } catch (IllegalArgumentException e) {
      LOG.error("offset {} of the requests cannot be read", record.offset(), e);
      JobReport.sendDeadLetter(
          log,
          clock,
          record.partition(),
          record.offset(),
          ErrorCode.CG007,
          "cannot be read: " + e.getMessage(),
          key,
          value);
      return;
    }
    RequestRecord taken =
        new RequestRecord(record.partition(), record.offset(), key, value, request);
    JobReport report = new JobReport(request, log, clock);
    report.accepted();
    try {
      running().handler().handle(taken, project(request), log, report);
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException e) {
      if (closing) {
        throw new InterruptedException("closing");
      }
      // JGit meets damaged repositories with all kinds of exceptions; a defect of ours looks alike.
      LOG.error("request {} of {} ended unexpectedly", request.requestId(), request.project(), e);
      report.failed(taken, ErrorCode.CG001, "The repository cannot be read: " + e);
    }
  }

  /** The project of a request, which may have been registered a moment before it was sent. */
  private Optional<ProjectRegistered> project(IndexRequested request) throws InterruptedException {
    String id = Keys.projectId(request.project());
    boolean isKnown =
        registry
            .last(id)
            .filter(known -> request.project().equals(known.project() + "@" + known.incarnation()))
            .isPresent();
    if (!isKnown && !registry.awaitCurrent(CATCH_UP)) {
      throw new KafkaException("the registry of projects cannot be read");
    }
    return registry.last(id);
  }

  /** Removes what is kept of a project's lives that are over, in the project's own lane. */
  private void cleanUpAfter(ProjectRegistered project) {
    int over = project.deleted() ? project.incarnation() : project.incarnation() - 1;
    if (over < 1) {
      return;
    }
    ProjectKey key = new ProjectKey(project.project(), over);
    running().lanes().submit(project.project(), () -> cleanUp(key));
  }

  private void cleanUp(ProjectKey key) throws InterruptedException {
    Running now = running();
    try {
      now.repositories().forget(key);
    } catch (IOException e) {
      LOG.warn("cannot remove the mirror of {}: {}", key, e.getMessage());
    }
    for (long wait = FIRST_RETRY_MILLIS; ; wait = Math.min(2 * wait, LAST_RETRY_MILLIS)) {
      try {
        if (now.tail().awaitEnd(CATCH_UP)) {
          IngestLog log = now.log().ofRequest();
          for (String head : heads.keys(key.toString())) {
            log.send(Topics.VIEW_HEADS, head, null);
          }
          log.flush();
          heads.forget(key.toString());
          return;
        }
      } catch (KafkaException e) {
        LOG.warn("the heads of {} stay for now: {}", key, e.getMessage());
      }
      if (closing) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(wait);
    }
  }

  private Running running() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("ingest was not started");
    }
    return now;
  }

  private Properties consumerProperties() {
    Properties properties = kafka.client();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + kafka.instanceId());
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "8000");
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "10000");
    return properties;
  }

  /** Partitions come and go on the polling thread. */
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      headsAreOld.set(true);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(running().consumer());
      onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      partitions.forEach(partition -> offsets.giveUp(partition.partition()));
    }
  }
}
