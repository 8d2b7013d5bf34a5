package dev.codegraph.program.broker;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics of {@link Topics} that a cluster lacks, and checks those it has: a topic with
 * another partition count would send a key to another partition than before, and one that is
 * cleaned up otherwise would lose what the log must keep.
 */
public final class TopicAdmin {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final KafkaConfig kafka;
  private final Duration patience;

  /**
   * An administrator of the topics.
   *
   * @param kafka The cluster.
   * @param patience How long the cluster may take to answer.
   */
  public TopicAdmin(KafkaConfig kafka, Duration patience) {
    this.kafka = kafka;
    this.patience = patience;
  }

  /**
   * Creates what is absent, checks what is there.
   *
   * @throws CodeGraphException CG001 when the cluster does not answer or refuses, CG008 with all
   *     differences when topics are not as configured
   */
  public void createAndValidate() {
    createAndValidate(Topics.ALL);
  }

  /**
   * Asks the cluster who it is, and changes nothing.
   *
   * @throws CodeGraphException CG001 when it does not answer
   */
  public void ping() {
    ask(admin -> admin.describeCluster().clusterId().get());
  }

  void createAndValidate(List<Topic<?>> topics) {
    List<String> differences =
        ask(
            admin -> {
              create(admin, topics);
              return differences(admin, topics);
            });
    if (!differences.isEmpty()) {
      throw new CodeGraphException(
          ErrorCode.CG008,
          "the topics of %s are not as this configuration needs them: %s"
              .formatted(kafka.bootstrapServers(), String.join("; ", differences)));
    }
  }

  /** A question to the cluster. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private <T> T ask(Question<T> question) {
    Properties properties = kafka.client();
    properties.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(patience.toMillis()));
    properties.put(
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Long.toString(Math.min(patience.toMillis(), 10_000)));
    try (Admin admin = Admin.create(properties)) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    } catch (org.apache.kafka.common.KafkaException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private CodeGraphException unreachable(Throwable cause) {
    return new CodeGraphException(
        ErrorCode.CG001,
        "Kafka at %s: %s: check kafka.bootstrap_servers, and that the cluster runs and lets this client in"
            .formatted(kafka.bootstrapServers(), describe(cause)),
        cause);
  }

  private static String describe(Throwable cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ", " + message);
  }

  private void create(Admin admin, List<Topic<?>> topics)
      throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    List<NewTopic> absent = new ArrayList<>();
    for (Topic<?> topic : topics) {
      if (!present.contains(topic.name())) {
        absent.add(
            new NewTopic(topic.name(), kafka.partitions(), (short) kafka.replicationFactor())
                .configs(topic.config()));
      }
    }
    if (absent.isEmpty()) {
      return;
    }
    for (var created : admin.createTopics(absent).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        // Another process of the same cluster was faster; what it created is checked below.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /** A topic that was just made is not known to every broker of a cluster at once. */
  private Map<String, TopicDescription> describe(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return admin.describeTopics(names).allTopicNames().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > until) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private List<String> differences(Admin admin, List<Topic<?>> topics)
      throws ExecutionException, InterruptedException {
    List<String> names = topics.stream().map(Topic::name).toList();
    Map<String, TopicDescription> descriptions = describe(admin, names);
    Map<ConfigResource, Topic<?>> resources = new HashMap<>();
    for (Topic<?> topic : topics) {
      resources.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic);
    }
    Map<ConfigResource, Config> configs = admin.describeConfigs(resources.keySet()).all().get();

    List<String> found = new ArrayList<>();
    for (Topic<?> topic : topics) {
      int partitions = descriptions.get(topic.name()).partitions().size();
      if (partitions != kafka.partitions()) {
        found.add(
            "%s has %d partitions and kafka.partitions is %d"
                .formatted(topic.name(), partitions, kafka.partitions()));
      }
      Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
      String policy = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
      String wantedPolicy =
          topic
              .config()
              .getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      if (!words(policy).equals(words(wantedPolicy))) {
        found.add(
            "%s has %s=%s and needs %s"
                .formatted(topic.name(), TopicConfig.CLEANUP_POLICY_CONFIG, policy, wantedPolicy));
      }
      String wantedBytes = topic.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      String bytes = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      if (wantedBytes != null && Long.parseLong(bytes) < Long.parseLong(wantedBytes)) {
        found.add(
            "%s has %s=%s and needs at least %s"
                .formatted(topic.name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes, wantedBytes));
      }
    }
    return found;
  }

  private static String value(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  private static Set<String> words(String list) {
    return new TreeSet<>(Arrays.asList(list.split("\\s*,\\s*")));
  }
}
