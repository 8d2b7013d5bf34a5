package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.FileCounts;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.GraphDigest;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.Lookups;
import dev.codegraph.graph.store.OutcomeCounts;
import dev.codegraph.graph.store.Packer;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.schemas.EdgeChange;
import dev.codegraph.schemas.GraphChanged;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The application of one changeset, in slices: {@link #step} works until a deadline and is called
 * again until it says that it is done.
 *
 * <ol>
 *   <li>declare: each changed path's state and symbol entries are written; what answers change is
 *       known;
 *   <li>find: the files whose recorded answers changed join the changed ones;
 *   <li>link: all of them are linked against the new symbol index, in the pool; results are written
 *       here, in order of the paths;
 *   <li>record: what must balance is checked, then the record that makes the number exist is
 *       written.
 * </ol>
 *
 * Only keys of this number are put, and putting them twice puts the same bytes, so an application
 * that was cut off anywhere is simply done again.
 */
public final class ChangesetApplication {
  private static final int WINDOW = 64;

  private enum Phase {
    DECLARE,
    FIND,
    LINK,
    RECORD,
    DONE
  }

  /** How a path failed to link. */
  public record LinkFailure(String path, Throwable cause) {}

  private final VersionedGraph graph;
  private final Changeset changeset;
  private final String generation;
  private final long number;
  private final @Nullable ChangesetRecord previous;
  private final ExecutorService pool;
  private final GraphWriter store;
  private final ScopeCache scopes;
  private final Consumer<GraphChanged> feed;
  private final Consumer<LinkFailure> failures;
  private final LongSupplier clock;
  private final FileDeclarer declarer;
  private final FileLinker linker;
  private final ReverseIndexWriter reverse;
  private final GraphDigest digest;

  private final SortedMap<String, @Nullable ManifestEntry> paths = new TreeMap<>();
  private Iterator<Map.Entry<String, @Nullable ManifestEntry>> toDeclare;
  private final ArrayDeque<Future<DeclaredFile>> declaring = new ArrayDeque<>();
  private final SortedMap<String, FileState> toLink = new TreeMap<>();
  private final Map<Long, DeclaredFile.Touched> touched = new HashMap<>();
  private final SortedSet<String> touchedScopes = new TreeSet<>();
  private final Map<String, DeclaredFile> declared = new HashMap<>();
  private @Nullable Iterator<Map.Entry<String, FileState>> linkQueue;
  private final ArrayDeque<Future<RelinkedFile>> linking = new ArrayDeque<>();
  private final List<String> changedPaths = new ArrayList<>();

  private Phase phase = Phase.DECLARE;
  private FileCounts files;
  private OutcomeCounts outcomes;
  private long edges;
  private int ordinal;
  private long keysWritten;
  private long bytesWritten;
  private long filesChanged;
  private long filesLinked;
  private long filesRelinked;
  private long startedNanos;
  private long declaredNanos;
  private long foundNanos;
  private long linkedNanos;

  ChangesetApplication(
      VersionedGraph graph,
      FactsSource facts,
      Function<Language, LinkingPolicy> policies,
      Changeset changeset,
      String generation,
      ScopeCache scopes,
      ExecutorService pool,
      GraphWriter store,
      Consumer<GraphChanged> feed,
      Consumer<LinkFailure> failures,
      LongSupplier clock) {
    this.graph = graph;
    this.changeset = changeset;
    this.generation = generation;
    this.number = changeset.number();
    this.previous = number == 1 ? null : graph.changeset(number - 1);
    this.pool = pool;
    this.store = store;
    this.scopes = scopes;
    this.feed = feed;
    this.failures = failures;
    this.clock = clock;
    this.declarer = new FileDeclarer(graph, facts, policies, number);
    this.linker = new FileLinker(graph, facts, policies, scopes, number);
    this.reverse = new ReverseIndexWriter(graph.prefix(), number, this::put);
    this.files = previous == null ? FileCounts.NONE : previous.files();
    this.outcomes = previous == null ? OutcomeCounts.NONE : previous.outcomes();
    this.edges = previous == null ? 0 : previous.edges();
    this.digest = new GraphDigest(previous == null ? GraphDigest.empty() : previous.fileSum());
    gatherPaths();
    this.toDeclare = paths.entrySet().iterator();
  }

  private void gatherPaths() {
    if (changeset.base() && number > 1) {
      graph.files(number - 1, (path, state) -> paths.put(path, null));
    }
    for (ManifestEntry entry : changeset.entries()) {
      if (entry.operation() == Operation.DELETED) {
        paths.put(entry.path(), null);
        continue;
      }
      if (entry.operation() == Operation.RENAMED) {
        paths.putIfAbsent(entry.oldPath(), null);
      }
      paths.put(entry.path(), entry);
    }
  }

  /** The view it changes. */
  public VersionedGraph graph() {
    return graph;
  }

  /** The changeset. */
  public Changeset changeset() {
    return changeset;
  }

  /** Files linked so far. */
  public long filesDone() {
    return filesLinked;
  }

  /** Files to be linked, as far as known. */
  public long filesTotal() {
    return toLink.size();
  }

  /**
   * Goes on until a deadline or the end.
   *
   * @param deadline {@link System#nanoTime} at which to return.
   * @return whether the changeset is applied
   * @throws ChangesetFailedException when what must balance does not
   */
  public boolean step(long deadline) throws InterruptedException {
    if (startedNanos == 0) {
      startedNanos = System.nanoTime();
    }
    boolean going = true;
    while (going && phase != Phase.DONE) {
      going =
          switch (phase) {
            case DECLARE -> declare(deadline);
            case FIND -> find();
            case LINK -> link(deadline);
            case RECORD -> record();
            case DONE -> true;
          };
    }
    return phase == Phase.DONE;
  }

  /** Ends the work in the pool when the application is given up. */
  public void cancel() {
    declaring.forEach(future -> future.cancel(true));
    linking.forEach(future -> future.cancel(true));
    scopes.clear();
  }

  private boolean declare(long deadline) throws InterruptedException {
    while (true) {
      while (declaring.size() < WINDOW && toDeclare.hasNext()) {
        Map.Entry<String, @Nullable ManifestEntry> next = toDeclare.next();
        String path = next.getKey();
        ManifestEntry entry = next.getValue();
        declaring.add(pool.submit(() -> declarer.declare(path, entry)));
      }
      if (declaring.isEmpty()) {
        scopes.advance(number, touchedScopes);
        declaredNanos = System.nanoTime();
        phase = number == 1 ? Phase.LINK : Phase.FIND;
        foundNanos = declaredNanos;
        if (phase == Phase.LINK) {
          linkQueue = toLink.entrySet().iterator();
        }
        return true;
      }
      DeclaredFile file = headOf(declaring, deadline);
      if (file == null) {
        return false;
      }
      write(file);
    }
  }

  private void write(DeclaredFile file) {
    if (!file.isChange()) {
      return;
    }
    FileState after = file.after();
    filesChanged++;
    changedPaths.add(file.path());
    put(
        GraphKeys.path(graph.prefix(), 'F', file.path(), number),
        after == null ? KeyValue.ABSENT : after.toBytes());
    putAll(file.puts());
    if (file.failure() != null) {
      failures.accept(new LinkFailure(file.path(), file.failure()));
    }
    for (DeclaredFile.Touched question : file.touched()) {
      touched.put(Questions.hash(question.scope(), question.name()), question);
      touchedScopes.add(question.scope());
    }
    if (file.before() != null) {
      files = files.minus(FileCounts.of(file.before()));
    }
    if (after != null) {
      files = files.plus(FileCounts.of(after));
    }
    if (file.hashBefore() != null) {
      digest.remove(file.path(), file.hashBefore());
    }
    if (file.hashAfter() != null) {
      digest.add(file.path(), file.hashAfter());
    }
    LinkedFile linkedBefore =
        file.linkedBefore() == null ? null : LinkedFile.of(file.linkedBefore());
    if (linkedBefore != null) {
      outcomes = outcomes.minus(linkedBefore.counts());
      edges -= linkedBefore.edges().size();
    }
    if (after != null && after.isIndexed()) {
      toLink.put(file.path(), after);
      if (number > 1) {
        declared.put(file.path(), file);
      }
    } else if (file.before() != null) {
      unlink(file, file.before(), linkedBefore);
    }
  }

  private void unlink(DeclaredFile file, FileState before, @Nullable LinkedFile links) {
    Language language = before.language();
    if (links != null && language != null) {
      FileLinker.Unlinked unlinked = linker.unlink(file.path(), language, links);
      putAll(unlinked.puts());
      announce(
          file.path(),
          language,
          file.addedEntities(),
          file.removedEntities(),
          List.of(),
          unlinked.removedEdges());
    }
  }

  /** Adds the files one of whose recorded answers is no longer what it was. */
  private boolean find() {
    Map<Integer, List<Long>> byBucket = new TreeMap<>();
    for (Long question : touched.keySet()) {
      byBucket.computeIfAbsent(Questions.bucket(question), b -> new ArrayList<>()).add(question);
    }
    SortedSet<String> candidates = new TreeSet<>();
    byBucket.forEach(
        (bucket, questions) ->
            graph.bucket(
                bucket,
                (question, pathHash) -> {
                  if (touched.containsKey(question)) {
                    String path = graph.pathOfHash(pathHash);
                    if (path != null && !toLink.containsKey(path)) {
                      candidates.add(path);
                    }
                  }
                }));
    for (String path : candidates) {
      FileState state = graph.file(path, number);
      Lookups lookups =
          state == null || !state.isIndexed() ? null : graph.lookups(path, number - 1);
      if (lookups != null && isOutdated(lookups)) {
        toLink.put(path, java.util.Objects.requireNonNull(state));
        filesRelinked++;
      }
    }
    foundNanos = System.nanoTime();
    linkQueue = toLink.entrySet().iterator();
    phase = Phase.LINK;
    return true;
  }

  private boolean isOutdated(Lookups lookups) {
    for (Map.Entry<Long, DeclaredFile.Touched> entry : touched.entrySet()) {
      int index = lookups.indexOf(entry.getKey());
      if (index >= 0) {
        DeclaredFile.Touched question = entry.getValue();
        int now = scopes.of(question.scope()).of(question.name()).hash();
        if (now != lookups.answers()[index]) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean link(long deadline) throws InterruptedException {
    Iterator<Map.Entry<String, FileState>> queue = java.util.Objects.requireNonNull(linkQueue);
    while (true) {
      while (linking.size() < WINDOW && queue.hasNext()) {
        Map.Entry<String, FileState> next = queue.next();
        String path = next.getKey();
        FileState state = next.getValue();
        linking.add(pool.submit(() -> linker.link(path, state)));
      }
      if (linking.isEmpty()) {
        linkedNanos = System.nanoTime();
        phase = Phase.RECORD;
        return true;
      }
      RelinkedFile file = headOf(linking, deadline);
      if (file == null) {
        return false;
      }
      write(file);
    }
  }

  private void write(RelinkedFile file) {
    filesLinked++;
    DeclaredFile change = declared.remove(file.path());
    boolean isChanged = number == 1 || change != null;
    if (file.before() != null && !isChanged) {
      outcomes = outcomes.minus(file.before().counts());
      edges -= file.before().edges().size();
      digest.remove(file.path(), file.before().hash());
      if (!file.puts().isEmpty()) {
        changedPaths.add(file.path());
      }
    }
    outcomes = outcomes.plus(file.after().counts());
    edges += file.after().edges().size();
    digest.add(file.path(), file.after().hash());
    putAll(file.puts());
    reverse.add(file.path(), file.wasLinked(), file.newQuestions());
    if (file.failure() != null) {
      failures.accept(new LinkFailure(file.path(), file.failure()));
    }
    if (number > 1) {
      announce(
          file.path(),
          file.language(),
          change == null ? List.of() : change.addedEntities(),
          change == null ? List.of() : change.removedEntities(),
          file.addedEdges(),
          file.removedEdges());
    }
  }

  private void announce(
      String path,
      Language language,
      List<String> addedIds,
      List<String> removedIds,
      List<EdgeChange> added,
      List<EdgeChange> removed) {
    if (addedIds.isEmpty() && removedIds.isEmpty() && added.isEmpty() && removed.isEmpty()) {
      return;
    }
    feed.accept(
        new GraphChanged(
            graph.id().project(),
            graph.id().view(),
            number,
            ordinal++,
            changeset.revision(),
            path,
            addedIds.stream().map(id -> EntityIds.id(language, path, id)).toList(),
            removedIds.stream().map(id -> EntityIds.id(language, path, id)).toList(),
            added,
            removed));
  }

  private boolean record() {
    if (changeset.base() && files.total() != countedInBase()) {
      throw new ChangesetFailedException(
          graph.id()
              + " number "
              + number
              + ": the tree has "
              + countedInBase()
              + " files, the graph "
              + files.total());
    }
    if (files.references() != outcomes.references()) {
      throw new ChangesetFailedException(
          graph.id()
              + " number "
              + number
              + ": the facts hold "
              + files.references()
              + " references, the graph "
              + outcomes.references());
    }
    reverse.flush();
    if (number == 1) {
      feed.accept(
          new GraphChanged(
              graph.id().project(),
              graph.id().view(),
              number,
              ordinal++,
              changeset.revision(),
              "",
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    putChangedPaths();
    ChangesetRecord record =
        new ChangesetRecord(
            number,
            changeset.revision(),
            changeset.identity(),
            changeset.requestId(),
            generation,
            changeset.author(),
            changeset.authoredAt(),
            changeset.message(),
            changeset.requestedAt(),
            clock.getAsLong(),
            digest.sum(),
            files,
            outcomes,
            edges,
            figures());
    put(GraphKeys.changeset(graph.prefix(), number), record.toBytes());
    phase = Phase.DONE;
    return true;
  }

  private long countedInBase() {
    return changeset.entries().stream().filter(e -> e.operation() != Operation.DELETED).count();
  }

  private void putChangedPaths() {
    Packer out = new Packer();
    int part = 0;
    for (String path : changedPaths) {
      out.text(path);
      if (out.size() >= 60_000) {
        put(GraphKeys.changedPaths(graph.prefix(), number, part++), out.toBytes());
        out = new Packer();
      }
    }
    if (out.size() > 0) {
      put(GraphKeys.changedPaths(graph.prefix(), number, part), out.toBytes());
    }
  }

  private SortedMap<String, Long> figures() {
    SortedMap<String, Long> figures = new TreeMap<>();
    figures.put("files_changed", filesChanged);
    figures.put("files_linked", filesLinked);
    figures.put("files_relinked", filesRelinked);
    figures.put("answers_changed", (long) touched.size());
    figures.put("keys_written", keysWritten);
    figures.put("bytes_written", bytesWritten);
    figures.put("declare_micros", (declaredNanos - startedNanos) / 1000);
    figures.put("find_micros", (foundNanos - declaredNanos) / 1000);
    figures.put("link_micros", (linkedNanos - foundNanos) / 1000);
    figures.put("apply_micros", (System.nanoTime() - startedNanos) / 1000);
    return figures;
  }

  private void putAll(List<KeyValue> puts) {
    for (KeyValue put : puts) {
      put(put.key(), put.value());
    }
  }

  private void put(byte[] key, byte[] value) {
    keysWritten++;
    bytesWritten += key.length + value.length;
    store.put(key, value);
  }

  /** The result at the head when it is there before the deadline; null otherwise. */
  private static <T> @Nullable T headOf(ArrayDeque<Future<T>> queue, long deadline)
      throws InterruptedException {
    Future<T> head = queue.element();
    try {
      T result = head.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      queue.remove();
      return result;
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("applying a changeset failed", e.getCause());
    }
  }
}
