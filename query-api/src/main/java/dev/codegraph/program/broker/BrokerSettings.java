package dev.codegraph.program.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the embedded broker: one node that is broker and controller, for one machine.
 * Where a value differs from Kafka's default, the reason stands beside it.
 */
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerSettings() {}

  /**
   * All settings.
   *
   * @param logDir Folder of the log segments.
   * @param ports Where the broker and its controller listen.
   */
  static Map<String, String> of(Path logDir, Ports ports) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ports.controller());
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(ports.broker(), CONTROLLER_LISTENER, ports.controller()));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.broker());
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("log.dirs", logDir.toString());

    // Topics are created by TopicAdmin, with what the table of topics says.
    settings.put("auto.create.topics.enable", "false");
    settings.put("num.partitions", "4");
    settings.put("default.replication.factor", "1");

    // One node: internal topics cannot have more replicas, and need not have 50 partitions each.
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");

    // A project that nobody touches for a week must not lose its place in the log.
    settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    // Nobody else joins a group of this machine: its first rebalance need not wait for others.
    settings.put("group.initial.rebalance.delay.ms", "0");

    // 16 MiB hold the keys of a million records, and 128 would be half of the heap.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    settings.put("log.cleaner.threads", "1");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("num.recovery.threads.per.data.dir", "2");
    settings.put("background.threads", "2");
    settings.put("num.replica.alter.log.dirs.threads", "1");
    // One request is one batch of records at most; the rest protects the small heap.
    settings.put("socket.request.max.bytes", Integer.toString(64 * 1024 * 1024));
    settings.put("queued.max.requests", "64");
    // Indexes are allocated whole per segment and partition: 10 MiB each would be mostly holes.
    settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    settings.put("log.segment.bytes", Integer.toString(128 * 1024 * 1024));

    // A broker that left without a word stays registered until its session ends, and its next start
    // waits for that: leave in order, and after a kill wait 3 s instead of 9. Not shorter: a
    // heartbeat
    // must be answered within half of its interval, also on a machine that has better things to do.
    settings.put("controlled.shutdown.enable", "true");
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "1000");
    // Alone in its quorum, the controller may elect itself at once.
    settings.put("controller.quorum.election.timeout.ms", "200");
    settings.put("controller.quorum.election.backoff.max.ms", "100");
    settings.put("controller.quorum.fetch.timeout.ms", "1000");
    return settings;
  }
}
