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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final Duration RETRY = Duration.ofMillis(200);

  private final TextIndex index;
  private final Function<ViewId, VersionedGraph> graphs;
  private final Function<ViewId, FactsSource> facts;
  private final PublishedNumbers published;
  private final ExecutorService pool;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::run, "text-follower");
  private final AtomicInteger pending = new AtomicInteger();
  private volatile boolean isClosed;
  private volatile @Nullable Throwable failure;
  private long committedAtNanos = System.nanoTime();
  private boolean isDirty;

  /** What the one thread that writes to the index does next. */
  private sealed interface Task {
    /** A view may have gone on. */
    record Follow(ViewId view) implements Task {}

    /** The life of a project is over. */
    record Forget(String project) implements Task {}
  }

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
    tasks.add(new Task.Follow(view));
  }

  /**
   * Removes all of a project key from the index and unpublishes its views. Returns at once: what is
   * being taken over of it is cut short, and is removed by the thread that may have written it. Its
   * keys may disappear from the stores from now on.
   */
  public void forget(String project) {
    forgotten.add(project);
    pending.incrementAndGet();
    tasks.add(new Task.Forget(project));
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
        switch (tasks.poll(500, TimeUnit.MILLISECONDS)) {
          case null -> {}
          case Task.Follow(ViewId view) -> tryFollowing(view);
          case Task.Forget(String project) -> remove(project);
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
      tasks.add(new Task.Follow(view));
    }
  }

  private void remove(String project) throws IOException {
    index.forget(project);
    index.refresh();
    published.forget(project);
    isDirty = true;
    pending.decrementAndGet();
  }

  private boolean isForgotten(ViewId view) {
    return forgotten.contains(view.project());
  }

  private void catchUp(ViewId view) throws IOException, InterruptedException {
    if (isForgotten(view)) {
      return;
    }
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
    if (isForgotten(view)) {
      return;
    }
    published.advance(view, latest.number());
  }

  /**
   * Takes over what a changeset changed: documents of different files do not touch each other. All
   * work in the pool has ended when this returns or throws.
   *
   * @return false when it was cut short because the program or the life of the project ends
   */
  private boolean take(VersionedGraph graph, FactsSource facts, long number)
      throws IOException, InterruptedException {
    List<Callable<?>> batches = new ArrayList<>();
    List<String> paths = graph.changedPaths(number);
    for (int from = 0; from < paths.size(); from += BATCH) {
      List<String> batch = paths.subList(from, Math.min(from + BATCH, paths.size()));
      batches.add(
          () -> {
            for (String path : batch) {
              if (isClosed || isForgotten(graph.id())) {
                break;
              }
              take(graph, facts, number, path);
            }
            return null;
          });
    }
    ExecutionException failed = inPool(batches);
    if (failed == null && batches.size() > 1) {
      Callable<?> flush = () -> index.flushBuffer();
      failed = inPool(Collections.nCopies(Math.min(batches.size(), PROCESSORS), flush));
    }
    if (isForgotten(graph.id())) {
      // Whatever failed then, failed because keys disappear.
      LOG.debug("{} is forgotten while it is taken over", graph.id(), failed);
      return false;
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

  /** Returns when all tasks have ended; what one of them failed with, null when none did. */
  private @Nullable ExecutionException inPool(List<Callable<?>> tasks) throws InterruptedException {
    List<Future<?>> started = new ArrayList<>();
    tasks.forEach(task -> started.add(pool.submit(task)));
    ExecutionException failed = null;
    for (Future<?> task : started) {
      try {
        task.get();
      } catch (ExecutionException e) {
        failed = e;
      }
    }
    return failed;
  }

  private void take(VersionedGraph graph, FactsSource facts, long number, String path)
      throws IOException {
    ViewId view = graph.id();
    // Of the first number nothing was there before, and all that is there is new.
    boolean isFirst = number == 1;
    long entitiesBegan = isFirst ? 0 : graph.fileSince(path, number - 1);
    long linksBegan = isFirst ? 0 : graph.linksSince(path, number - 1);
    FileState state = graph.file(path, number);
    if (isFirst || state == null || graph.fileSince(path, number) != entitiesBegan) {
      if (entitiesBegan > 0) {
        index.end(EntityDocuments.ENTITY, view, path, entitiesBegan, number);
      }
      if (state != null && state.isIndexed()) {
        index.addEntities(view, sourceFile(facts, view, path, state), number);
      }
    }
    if (isFirst || graph.linksSince(path, number) != linksBegan) {
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
