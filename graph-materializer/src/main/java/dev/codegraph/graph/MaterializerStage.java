package dev.codegraph.graph;

import dev.codegraph.graph.apply.FactsSource;
import dev.codegraph.graph.link.LinkingPolicies;
import dev.codegraph.graph.read.PublishedNumbers;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.StateStoreSource;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.graph.stream.ApplySettings;
import dev.codegraph.graph.stream.FactsCache;
import dev.codegraph.graph.stream.KeptFacts;
import dev.codegraph.graph.stream.MaterializeTopology;
import dev.codegraph.graph.text.TextFollower;
import dev.codegraph.graph.text.TextIndex;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Recipes;
import dev.codegraph.schemas.Stage;
import dev.codegraph.schemas.Topics;
import dev.codegraph.streams.StreamsRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;

/**
 * The materializing stage as a running program. {@link MaterializeTopology} is the drawing, {@link
 * dev.codegraph.graph.apply.ChangesetApplication} what happens to one changeset, and {@link #store}
 * where readers look.
 */
public final class MaterializerStage implements Stage {
  /** Consumer group and prefix of the graph's changelog. */
  public static final String APPLICATION_ID = "codegraph-materializer";

  /** Policies recurse over nested code and long chains; it is virtual memory. */
  private static final long LINK_STACK_BYTES = 64L << 20;

  /** Share of the heap that decoded facts may take. */
  private static final double FACTS_SHARE = 0.3;

  private final KafkaConfig kafka;
  private final ExecutorService pool;
  private final BrokerLogOffsets log;
  private final StreamsRunner runner;
  private final PublishedNumbers published = new PublishedNumbers();
  private volatile boolean hasPublished;
  private final Set<TaskId> returning = ConcurrentHashMap.newKeySet();
  private final KeptFacts facts;
  private final Path indexFolder;
  private volatile @Nullable TextIndex index;
  private volatile @Nullable TextFollower follower;

  public MaterializerStage(KafkaConfig kafka, MaterializerConfig config) {
    this.kafka = kafka;
    this.pool = Executors.newFixedThreadPool(config.linkThreads(), linkThreads());
    Properties properties = kafka.streams(APPLICATION_ID);
    properties.put("rocksdb.config.setter", SharedRocksMemory.class);
    properties.put(SharedRocksMemory.CONFIG, config.store());
    properties.put("producer.compression.type", "lz4");
    properties.put("poll.ms", "20");
    this.log = new BrokerLogOffsets(kafka, APPLICATION_ID);
    FactsCache decoded = new FactsCache((long) (Runtime.getRuntime().maxMemory() * FACTS_SHARE));
    ApplySettings settings =
        new ApplySettings(
            LinkingPolicies::of,
            pool,
            decoded,
            Recipes.FACTS,
            config.model(),
            this::applied,
            this::forgotten,
            log,
            returning);
    this.runner = new StreamsRunner(new MaterializeTopology(settings), properties);
    this.indexFolder = config.indexFolder();
    this.facts =
        new KeptFacts(project -> store(MaterializeTopology.FACTS, project), Recipes.FACTS, decoded);
  }

  private static ThreadFactory linkThreads() {
    ThreadGroup group = new ThreadGroup("linker");
    return task -> {
      Thread thread = new Thread(group, task, "linker", LINK_STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void applied(ViewId view) {
    follower().follow(view);
  }

  private void forgotten(String project) {
    follower().forget(project);
  }

  private TextFollower follower() {
    return Objects.requireNonNull(follower, "not started");
  }

  /** The text index. */
  public TextIndex index() {
    return Objects.requireNonNull(index, "not started");
  }

  /** Facts of contents, for readers. */
  public FactsSource facts() {
    return facts;
  }

  /** The graph of a view, for readers. */
  public VersionedGraph graph(ViewId view) {
    return new VersionedGraph(store(MaterializeTopology.GRAPH, view.project()), view);
  }

  /** What may be read. */
  public PublishedNumbers published() {
    return published;
  }

  /**
   * A store of the topology, as far as this process has it.
   *
   * @param store Name of the store, see {@link MaterializeTopology}.
   * @param project Project key, which decides the partition.
   * @throws InvalidStateStoreException while it is restored or moves, and when the stage has ended
   */
  public KeyValueSource store(String store, String project) {
    KafkaStreams streams = runner.streams();
    if (!streams.state().isRunningOrRebalancing()) {
      throw new InvalidStateStoreException("streams are " + streams.state());
    }
    int partition = Topics.CHANGESETS.partition(project, kafka.partitions());
    return new StateStoreSource(
        streams.store(
            StoreQueryParameters.fromNameAndType(
                    store,
                    QueryableStoreTypes
                        .<org.apache.kafka.common.utils.Bytes, byte[]>keyValueStore())
                .withPartition(partition)));
  }

  @Override
  public String name() {
    return "materializer";
  }

  @Override
  public void start() {
    TextIndex opened = TextIndex.open(indexFolder);
    TextFollower following = new TextFollower(opened, this::graph, view -> facts, published, pool);
    index = opened;
    follower = following;
    following.start();
    runner.start();
  }

  @Override
  public Health health() {
    TextFollower following = follower;
    if (following != null && following.failure() != null) {
      return new Health(Health.Status.UNHEALTHY, "the text index stopped: " + following.failure());
    }
    Health health = runner.health("applying changesets");
    if (health.status() != Health.Status.HEALTHY || hasPublished) {
      return health;
    }
    // What was applied earlier is announced before its task is done with taking views up again.
    hasPublished = returning.isEmpty() && (following == null || following.isCaughtUp());
    return hasPublished
        ? health
        : new Health(Health.Status.STARTING, "publishing what the stores hold");
  }

  @Override
  public void close() {
    // The follower first: it reads the store and works in the pool.
    if (follower != null) {
      follower.close();
    }
    runner.close();
    log.close();
    pool.shutdownNow();
    if (index != null) {
      try {
        index.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the text index could not be closed", e);
      }
    }
  }
}
