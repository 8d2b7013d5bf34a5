package dev.codegraph.ingest;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Stage;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The asking side of ingest, for whoever takes people's wishes: registers and deletes projects and
 * asks for views to be indexed. Every method returns when the log has acknowledged the record, and
 * what it registered can be read from the registry of this process at once.
 */
public final class RequestPublisher implements Stage {
  private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(30);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final KafkaConfig kafka;
  private final ProjectRegistry registry;
  private final Clock clock;
  private volatile @Nullable KafkaProducer<byte[], byte[]> producer;

  /**
   * @param kafka How to reach the log.
   * @param registry The projects; started and closed by whoever made it.
   * @param clock Time of requests.
   */
  public RequestPublisher(KafkaConfig kafka, ProjectRegistry registry, Clock clock) {
    this.kafka = kafka;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Registers a project, or changes one that is registered. A deleted id begins its next life.
   *
   * @param id Project id.
   * @param name Name for people; empty: the id.
   * @param repository Absolute path or URL of the repository.
   * @param branch Default view; empty: the branch that HEAD of the repository names.
   * @param ignorePatterns Ignore patterns in addition to the configured ones.
   * @return the project as registered
   * @throws IllegalArgumentException when a value cannot be what it should
   * @throws CodeGraphException CG001 when the log does not acknowledge it
   */
  public synchronized ProjectRegistered register(
      String id, String name, String repository, String branch, List<String> ignorePatterns) {
    check(id, repository, ignorePatterns);
    Optional<ProjectRegistered> last = current(id);
    ProjectRegistered project =
        new ProjectRegistered(
            id,
            last.map(p -> p.deleted() ? p.incarnation() + 1 : p.incarnation()).orElse(1),
            name.isBlank() ? id : name,
            repository,
            branch,
            last.filter(p -> !p.deleted()).map(ProjectRegistered::createdAt).orElse(clock.millis()),
            false,
            List.copyOf(ignorePatterns));
    publish(project);
    return project;
  }

  /**
   * Ends the life of a project.
   *
   * @return the record of its deletion; empty when there is no such project
   * @throws CodeGraphException CG001 when the log does not acknowledge it
   */
  public synchronized Optional<ProjectRegistered> delete(String id) {
    Optional<ProjectRegistered> gone =
        current(id)
            .filter(project -> !project.deleted())
            .map(
                project ->
                    new ProjectRegistered(
                        project.project(),
                        project.incarnation(),
                        project.name(),
                        project.repository(),
                        project.branch(),
                        project.createdAt(),
                        true,
                        project.ignorePatterns()));
    gone.ifPresent(this::publish);
    return gone;
  }

  /**
   * Asks for a view of a project to be brought to a revision.
   *
   * @param project The project.
   * @param view Branch; empty: the default view.
   * @param revision Commit id, branch or tag; empty: the head of the view.
   * @param full Whether to send the whole tree.
   * @param source Who asks: cli, api.
   * @return the request, whose id is that of the job
   * @throws CodeGraphException CG001 when the log does not acknowledge it
   */
  public IndexRequested index(
      ProjectRegistered project, String view, String revision, boolean full, String source) {
    Instant now = clock.instant();
    String id =
        "%s-%s-%06x"
            .formatted(
                project.project(), STAMP.format(now), ThreadLocalRandom.current().nextInt(1 << 24));
    IndexRequested request =
        new IndexRequested(
            id,
            new ProjectKey(project.project(), project.incarnation()).toString(),
            view,
            revision,
            full,
            source,
            now.toEpochMilli(),
            "");
    index(request);
    return request;
  }

  /**
   * Sends a request that is complete already, such as a webhook's.
   *
   * @throws CodeGraphException CG001 when the log does not acknowledge it
   */
  public void index(IndexRequested request) {
    send(Topics.INDEX_REQUESTS, request.project(), Topics.INDEX_REQUESTS.codec().encode(request));
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public void start() {
    Properties properties = KafkaIngestLog.properties(kafka);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ACKNOWLEDGEMENT.toMillis());
    properties.put(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(ACKNOWLEDGEMENT.toMillis()));
    properties.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(ACKNOWLEDGEMENT.toMillis() / 2));
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Health health() {
    return producer == null
        ? new Health(Health.Status.STARTING, "not started")
        : new Health(Health.Status.HEALTHY, "takes requests");
  }

  @Override
  public void close() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open != null) {
      open.close(CLOSING);
    }
  }

  private static void check(String id, String repository, List<String> ignorePatterns) {
    if (!ProjectKey.isId(id)) {
      throw new IllegalArgumentException(
          "'" + id + "' is not a project id: lower-case letters, digits, dot, dash, underscore");
    }
    for (String pattern : ignorePatterns) {
      if (!IngestConfig.isPattern(pattern)) {
        throw new IllegalArgumentException("'" + pattern + "' is not an ignore pattern");
      }
    }
    if (!GitLocation.isUrl(repository) && !isAbsolute(repository)) {
      throw new IllegalArgumentException(
          "'" + repository + "' is neither an absolute path nor an http, https, git or file URL");
    }
  }

  private static boolean isAbsolute(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Optional<ProjectRegistered> current(String id) {
    awaitRegistry();
    return registry.last(id);
  }

  private void publish(ProjectRegistered project) {
    send(Topics.PROJECTS, project.project(), Topics.PROJECTS.codec().encode(project));
    awaitRegistry();
  }

  private void awaitRegistry() {
    try {
      if (!registry.awaitCurrent(ACKNOWLEDGEMENT)) {
        throw new CodeGraphException(
            ErrorCode.CG001, "The registry of projects cannot be read; is Kafka running?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CodeGraphException(ErrorCode.CG001, "Interrupted while reading the registry.", e);
    }
  }

  private void send(Topic<?> topic, String key, byte[] value) {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      throw new IllegalStateException("the publisher was not started");
    }
    try {
      int partitions = open.partitionsFor(topic.name()).size();
      var metadata =
          open.send(
                  new ProducerRecord<>(
                      topic.name(), topic.partition(key, partitions), Keys.bytes(key), value))
              .get(2 * ACKNOWLEDGEMENT.toMillis(), TimeUnit.MILLISECONDS);
      assert metadata != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CodeGraphException(ErrorCode.CG001, "Interrupted before Kafka acknowledged.", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new CodeGraphException(
          ErrorCode.CG001, "Kafka did not acknowledge a record of " + topic.name() + ".", e);
    }
  }
}
