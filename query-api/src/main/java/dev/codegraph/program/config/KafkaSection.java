package dev.codegraph.program.config;

import java.util.Map;

/**
 * The {@code [kafka]} section: which cluster, and how the topologies use it.
 *
 * @param bootstrapServers Brokers of the cluster; empty to run a broker of our own.
 * @param partitions Partitions of each topic; changing it needs new topics.
 * @param replicationFactor Replicas of each topic.
 * @param processingGuarantee What the topologies promise; the second kind restores every store in
 *     full after a kill.
 * @param standbyReplicas Copies of each state store on other instances.
 * @param streamThreads Threads of each topology.
 * @param client Settings of all clients that begin with security, sasl or ssl.
 */
public record KafkaSection(
    @Setting(
            doc = "Brokers of the cluster, host:port; when empty the program runs its own broker.",
            value = "")
        String bootstrapServers,
    @Setting(
            doc = "Partitions of each topic; must be what existing topics have.",
            value = "4",
            min = 1,
            max = 1024)
        int partitions,
    @Setting(doc = "Replicas of each topic.", value = "1", min = 1, max = 16) int replicationFactor,
    @Setting(
            doc =
                "What the topologies promise: at_least_once with idempotent application, or"
                    + " exactly_once_v2, which restores every store in full after a kill.",
            value = "at_least_once")
        ProcessingGuarantee processingGuarantee,
    @Setting(doc = "Copies of each state store on other instances.", value = "0", max = 8)
        int standbyReplicas,
    @Setting(doc = "Threads of each topology.", value = "2", min = 1, max = 64) int streamThreads,
    @Setting(
            doc = "Settings of all Kafka clients, by Kafka's own names.",
            tables = {"security", "sasl", "ssl"})
        Map<String, String> client) {

  public KafkaSection {
    if (bootstrapServers.isBlank() && replicationFactor > 1) {
      throw new InvalidSetting(
          "replication_factor",
          "%d needs a cluster: the embedded broker is one, set kafka.bootstrap_servers"
              .formatted(replicationFactor));
    }
    for (String server : bootstrapServers.isBlank() ? new String[0] : bootstrapServers.split(",")) {
      if (!server.strip().matches(".+:\\d{1,5}")) {
        throw new InvalidSetting(
            "bootstrap_servers", "'%s' is not host:port".formatted(server.strip()));
      }
    }
  }

  /** Whether the program runs a broker of its own. */
  public boolean isEmbedded() {
    return bootstrapServers.isBlank();
  }
}
