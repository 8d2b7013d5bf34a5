package dev.codegraph.graph.stream;

import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import dev.codegraph.streams.TopicSink;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Applies changesets. Manifests, facts and vectors are kept in stores that have their topic as
 * changelog, so what a changeset needs is there whatever the committed offset says; the graph is
 * one store with one changelog. All are partitioned by project, but for the few refused changesets.
 */
public final class MaterializeTopology implements Supplier<Topology> {
  /** Store of changeset slices, by key of the changesets topic. */
  public static final String MANIFESTS = "manifests";

  /** Store of facts, by key of the parsed-files topic. */
  public static final String FACTS = "facts";

  /** Store of vectors, by key of the embedded-chunks topic. */
  public static final String VECTORS = "vectors";

  /** The graph. */
  public static final String GRAPH = "graph";

  /** Store of refused changesets, all of them in every process, read before anything is applied. */
  static final String REFUSED = "refused";

  static final String WRITE_INDEX_REQUESTS = "write-index-requests";
  static final String WRITE_REFUSED_CHANGESETS = "write-refused-changesets";
  static final String WRITE_TOMBSTONES = "write-tombstones";
  static final String WRITE_GRAPH_CHANGES = "write-graph-changes";
  static final String WRITE_JOB_EVENTS = "write-job-events";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  static final String APPLY = "apply-changesets";

  private final ApplySettings settings;

  public MaterializeTopology(ApplySettings settings) {
    this.settings = settings;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    keep(topology, Topics.CHANGESETS, MANIFESTS, KeptManifests::read);
    keep(topology, Topics.PARSED_FILES, FACTS, (key, value) -> KeptFacts.checkKey(key));
    keep(topology, Topics.EMBEDDED_CHUNKS, VECTORS, (key, value) -> {});
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(REFUSED), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled(),
        "read-" + REFUSED,
        Serdes.Bytes().deserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.REFUSED_CHANGESETS.name(),
        "keep-" + REFUSED,
        () -> new KeepRecord(REFUSED));
    topology.addSource(
        "read-projects",
        new StringDeserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.PROJECTS.name());
    topology.addProcessor("see-projects", SeeProject::new, "read-projects");
    topology.addProcessor(
        APPLY,
        () -> new ApplyProcessor(settings),
        "see-" + MANIFESTS,
        "see-" + FACTS,
        "see-" + VECTORS,
        "see-projects");
    topology.addStateStore(graphStore(settings.log()), APPLY);
    topology.connectProcessorAndStateStores(APPLY, MANIFESTS, FACTS, VECTORS);
    TopicSink.add(topology, WRITE_INDEX_REQUESTS, Topics.INDEX_REQUESTS, APPLY);
    TopicSink.add(topology, WRITE_REFUSED_CHANGESETS, Topics.REFUSED_CHANGESETS, APPLY);
    Tombstone.addSink(topology, WRITE_TOMBSTONES, APPLY);
    TopicSink.add(topology, WRITE_GRAPH_CHANGES, Topics.GRAPH_CHANGES, APPLY);
    TopicSink.add(topology, WRITE_JOB_EVENTS, Topics.JOB_EVENTS, APPLY);
    TopicSink.add(
        topology,
        WRITE_DEAD_LETTERS,
        Topics.DEAD_LETTERS,
        APPLY,
        "see-" + MANIFESTS,
        "see-" + FACTS,
        "see-" + VECTORS);
    return topology;
  }

  private static void keep(Topology topology, Topic<?> topic, String store, SeeKept.Check check) {
    Deserializer<byte[]> bytes = Serdes.ByteArray().deserializer();
    topology.addReadOnlyStateStore(
        Stores.keyValueStoreBuilder(
                SettlingStore.named(store, topicPartition -> Long.MAX_VALUE),
                Serdes.Bytes(),
                Serdes.ByteArray())
            .withCachingDisabled(),
        "read-" + store,
        Serdes.Bytes().deserializer(),
        bytes,
        topic.name(),
        "keep-" + store,
        () -> new KeepRecord(store));
    topology.addProcessor("see-" + store, () -> new SeeKept(store, check), "read-" + store);
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> graphStore(LogOffsets log) {
    return Stores.keyValueStoreBuilder(
            SettlingStore.named(GRAPH, log::end), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(Topics.MAX_CONTENT_RECORD_BYTES)));
  }
}
