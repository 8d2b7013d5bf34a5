package dev.codegraph.schemas;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * How a process talks to Kafka: the {@code [kafka]} section once the broker is known.
 *
 * @param bootstrapServers Broker addresses, comma-separated.
 * @param partitions Partitions of each topic, at least 1.
 * @param replicationFactor Replicas of each topic.
 * @param processingGuarantee {@code at_least_once} or {@code exactly_once_v2}.
 * @param standbyReplicas Copies of each state store on other instances.
 * @param streamThreads Stream threads per topology, at least 1.
 * @param instanceId Name of this process among those of its group: static membership, so that a
 *     restart takes its tasks back at once.
 * @param stateDir Folder of the state stores; one process per folder.
 * @param clientProperties Further client settings: security above all.
 */
public record KafkaConfig(
    String bootstrapServers,
    int partitions,
    int replicationFactor,
    String processingGuarantee,
    int standbyReplicas,
    int streamThreads,
    String instanceId,
    Path stateDir,
    Map<String, String> clientProperties) {

  /** Settings that every client of this process shares. */
  public Properties client() {
    Properties properties = new Properties();
    properties.putAll(clientProperties);
    properties.put("bootstrap.servers", bootstrapServers);
    return properties;
  }

  /**
   * Settings of a Streams application.
   *
   * @param applicationId Consumer group and prefix of its internal topics.
   */
  public Properties streams(String applicationId) {
    Properties properties = client();
    properties.put("application.id", applicationId);
    properties.put("state.dir", stateDir.toString());
    properties.put("num.stream.threads", Integer.toString(streamThreads));
    properties.put("processing.guarantee", processingGuarantee);
    properties.put("num.standby.replicas", Integer.toString(standbyReplicas));
    properties.put("replication.factor", Integer.toString(replicationFactor));
    properties.put("ensure.explicit.internal.resource.naming", "true");
    // Stores have no record cache: what a processor wrote is what it and the readers see.
    properties.put("statestore.cache.max.bytes", "0");
    // Static membership with a short session: after a kill the next start takes over in seconds.
    properties.put("group.protocol", "classic");
    properties.put("consumer.group.instance.id", applicationId + "-" + instanceId);
    properties.put("consumer.session.timeout.ms", "8000");
    properties.put("consumer.heartbeat.interval.ms", "2000");
    properties.put("consumer.max.partition.fetch.bytes", Integer.toString(4 * 1024 * 1024));
    properties.put("consumer.auto.offset.reset", "earliest");
    properties.put("producer.max.request.size", Integer.toString(Topics.MAX_CONTENT_RECORD_BYTES));
    properties.put("producer.batch.size", Integer.toString(256 * 1024));
    properties.put("producer.linger.ms", "50");
    properties.put("commit.interval.ms", "1000");
    properties.put("topology.optimization", "none");
    return properties;
  }
}
