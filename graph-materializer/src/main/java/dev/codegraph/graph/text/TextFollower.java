package dev.codegraph.graph.text;

import dev.codegraph.graph.apply.FactsSource;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.read.PublishedNumbers;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the text index up with the graph store: reads the changeset records that the index has not
 * seen and publishes a number when both have it. It follows the store and no topic, so whatever the
 * store lost and found again, the index ends up the same.
 */
public final class TextFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TextFollower.class);
  private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);

  /** Files per task of the pool. */
  private static final int BATCH = 32;

  private static final Duration RETRY = Duration.ofMillis(200);

  private final TextIndex index;
  private final Function<ViewId, VersionedGraph> graphs;
  private final Function<ViewId, FactsSource> facts;
  private final PublishedNumbers published;
  private final ExecutorService pool;
  private final BlockingQueue<ViewId> behind = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "text-follower");
  private final AtomicInteger pending = new AtomicInteger();
  private volatile boolean isClosed;
  private volatile @Nullable Throwable failure;
  private long committedAtNanos = System.nanoTime();
  private boolean isDirty;

  public TextFollower(
      TextIndex index,
      Function<ViewId, VersionedGraph> graphs,
      Function<ViewId, FactsSource> facts,
      PublishedNumbers published,
      ExecutorService pool) {
    this.index = index;
    this.graphs = graphs;
    this.facts = facts;
    this.published = published;
    this.pool = pool;
  }

  /** Starts following. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** The graph of a view may have gone on. */
  public void follow(ViewId view) {
    pending.incrementAndGet();
    behind.add(view);
  }

  /** Whether it has taken all that it was told of. */
  public boolean isCaughtUp() {
    return pending.get() == 0;
  }

  /** What stopped it; null while it runs. */
  public @Nullable Throwable failure() {
    return failure;
  }

  private void run() {
    try {
      while (!isClosed) {
        ViewId view = behind.poll(500, TimeUnit.MILLISECONDS);
        if (view != null) {
          tryFollowing(view);
        }
        commitIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      failure = e;
      LOG.error("the text index stopped following the graph", e);
    }
  }

  private void tryFollowing(ViewId view) throws IOException, InterruptedException {
    try {
      catchUp(view);
      pending.decrementAndGet();
    } catch (InvalidStateStoreException e) {
      LOG.debug("the store of {} is not ready: {}", view, e.getMessage());
      Thread.sleep(RETRY);
      behind.add(view);
    }
  }

  private void catchUp(ViewId view) throws IOException, InterruptedException {
    VersionedGraph graph = graphs.apply(view);
    ChangesetRecord latest = graph.latest();
    if (latest == null) {
      return;
    }
    if (index.number(view) > latest.number()) {
      index.rollBack(view, latest.number());
      isDirty = true;
    }
    for (long number = index.number(view) + 1; number <= latest.number(); number++) {
      boolean isTaken = false;
      isDirty = true;
      try {
        isTaken = take(graph, facts.apply(view), number);
      } finally {
        if (!isTaken) {
          // The store moved away or the program ends: half a changeset must not be committed.
          index.rollBack(view, number - 1);
        }
      }
      if (!isTaken) {
        return;
      }
      index.reached(view, number);
    }
    index.refresh();
    published.advance(view, latest.number());
  }

  /**
   * Takes over what a changeset changed: documents of different files do not touch each other. All
   * work in the pool has ended when this returns or throws.
   *
   * @return false when it was cut short because the program ends
   */
  private boolean take(VersionedGraph graph, FactsSource facts, long number)
      throws IOException, InterruptedException {
    List<Future<?>> batches = new ArrayList<>();
    List<String> paths = graph.changedPaths(number);
    for (int from = 0; from < paths.size(); from += BATCH) {
      List<String> batch = paths.subList(from, Math.min(from + BATCH, paths.size()));
      batches.add(
          pool.submit(
              () -> {
                for (String path : batch) {
                  if (isClosed) {
                    break;
                  }
                  take(graph, facts, number, path);
                }
                return null;
              }));
    }
    ExecutionException failed = null;
    for (Future<?> batch : batches) {
      try {
        batch.get();
      } catch (ExecutionException e) {
        failed = e;
      }
    }
    if (failed != null) {
      switch (failed.getCause()) {
        case IOException io -> throw io;
        case InvalidStateStoreException notReady -> throw notReady;
        case null, default -> throw new IllegalStateException("indexing text failed", failed);
      }
    }
    return !isClosed;
  }

  private void take(VersionedGraph graph, FactsSource facts, long number, String path)
      throws IOException {
    ViewId view = graph.id();
    long entitiesBegan = graph.fileSince(path, number - 1);
    long linksBegan = graph.linksSince(path, number - 1);
    FileState state = graph.file(path, number);
    if (graph.fileSince(path, number) != entitiesBegan || state == null) {
      if (entitiesBegan > 0) {
        index.end(EntityDocuments.ENTITY, view, path, entitiesBegan, number);
      }
      if (state != null && state.isIndexed()) {
        index.addEntities(view, sourceFile(facts, view, path, state), number);
      }
    }
    if (graph.linksSince(path, number) != linksBegan) {
      if (linksBegan > 0) {
        index.end(EntityDocuments.LINKS, view, path, linksBegan, number);
      }
      LinkedFile links = graph.links(path, number);
      if (links != null) {
        index.addLinks(view, path, links, number);
      }
    }
  }

  private static SourceFile sourceFile(
      FactsSource facts, ViewId view, String path, FileState state) {
    Language language = java.util.Objects.requireNonNull(state.language());
    FileParsed parsed = facts.facts(view.project(), state.contentId(), language.wire());
    if (parsed == null) {
      throw new IllegalStateException("no facts of " + path + ", " + state.contentId());
    }
    return new SourceFile(path, language, parsed.facts());
  }

  private void commitIfDue() throws IOException {
    if (isDirty && System.nanoTime() - committedAtNanos > COMMIT_INTERVAL.toNanos()) {
      index.commit();
      isDirty = false;
      committedAtNanos = System.nanoTime();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
