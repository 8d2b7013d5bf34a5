package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Changeset;
import dev.codegraph.graph.apply.ChangesetApplication;
import dev.codegraph.graph.apply.ChangesetFailedException;
import dev.codegraph.graph.apply.ViewApplier;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.KeyValueSource;
import dev.codegraph.graph.store.StateStoreSource;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.ChangesetRecorded;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.IndexRequested;
import dev.codegraph.schemas.JobState;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.ProjectKey;
import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies changesets, one after the other within a view, in turns of at most 50 ms over the views
 * of its partition. What it must know to go on is in the stores, so it starts from them and not
 * from the records that happen to come next.
 */
final class ApplyProcessor implements Processor<String, Arrival, String, Object> {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyProcessor.class);
  private static final Duration TURN = Duration.ofMillis(50);
  private static final Duration TICK = Duration.ofMillis(20);
  private static final int KEYS_AT_ONCE = 500;

  /**
   * After a changeset the task is committed when so many keys were written since this was last
   * asked for: what the interval alone leaves open is half of a young store, which a kill would
   * have restored.
   */
  private static final int KEYS_PER_COMMIT = 2_000;

  /** The stores that have a topic as their changelog. */
  private static final List<String> KEPT =
      List.of(
          MaterializeTopology.MANIFESTS,
          MaterializeTopology.FACTS,
          MaterializeTopology.VECTORS,
          MaterializeTopology.REFUSED);

  /** Version of the linking policies and of what is kept of their outcomes. */
  private static final String LINKER = "l3";

  private final ApplySettings settings;
  private final SortedMap<ViewId, ViewWork> views = new TreeMap<>();
  private final ArrayDeque<ViewWork> running = new ArrayDeque<>();
  private final ArrayDeque<Sweep> sweeps = new ArrayDeque<>();
  private ProcessorContext<String, Object> context;
  private ApplyReports reports;
  private KeyValueStore<Bytes, byte[]> graph;
  private KeyValueSource graphSource;
  private Deletions deletions;
  private KeptManifests manifests;
  private Refusals refusals;
  private KeptFacts facts;
  private KeyValueSource vectors;
  private FactsReplay replay;
  private int keysToCommit;
  private boolean isDiscovered;

  ApplyProcessor(ApplySettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.reports = new ApplyReports(context);
    this.graph = context.getStateStore(MaterializeTopology.GRAPH);
    this.graphSource = new StateStoreSource(graph);
    this.deletions = new Deletions(graphSource, this::put);
    this.manifests = new KeptManifests(source(MaterializeTopology.MANIFESTS));
    this.refusals = new Refusals(source(MaterializeTopology.REFUSED));
    this.vectors = source(MaterializeTopology.VECTORS);
    KeyValueSource factsStore = source(MaterializeTopology.FACTS);
    this.facts = new KeptFacts(project -> factsStore, settings.recipe(), settings.decoded());
    // The stores are restored when a task is initialized: announced here, what was applied earlier
    // is known to readers before the streams say that they run.
    this.replay = new FactsReplay(context, graphSource, settings.log());
    settings.returning().add(context.taskId());
    for (ViewId id : replay.isOver() ? manifests.views() : Set.<ViewId>of()) {
      // What needs mending is announced when it is mended: nothing may be written here.
      if (!deletions.isDeleted(id.project())
          && new VersionedGraph(graphSource, id).changesetKeysBehindGap().isEmpty()) {
        view(id);
      }
    }
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick());
  }

  private KeyValueSource source(String store) {
    return new StateStoreSource(context.<KeyValueStore<Bytes, byte[]>>getStateStore(store));
  }

  @Override
  public void process(Record<String, Arrival> record) {
    discover();
    switch (record.value()) {
      case Arrival.Kept kept -> {
        // What comes before is found in the stores when they are discovered.
        if (isDiscovered) {
          arrived(kept);
        }
      }
      case Arrival.Project project -> registered(project.project());
    }
  }

  @Override
  public void close() {
    settings.returning().remove(context.taskId());
    for (ViewWork work : running) {
      if (work.running != null) {
        work.running.cancel();
      }
    }
  }

  /** Takes up the views that the stores know, once the facts of their graphs are there. */
  private void discover() {
    if (!isDiscovered && replay.isOver()) {
      isDiscovered = true;
      for (Map.Entry<String, Integer> gone : deletions.all().entrySet()) {
        forget(gone.getKey(), gone.getValue());
      }
      for (ViewId id : manifests.views()) {
        if (!deletions.isDeleted(id.project())) {
          discovered(view(id));
        }
      }
      settings.returning().remove(context.taskId());
    }
  }

  /**
   * A number may have been given away before the process ended, and who else claimed it not told.
   */
  private void discovered(ViewWork work) {
    for (long number = 1; number <= work.number; number++) {
      refuseOthers(work, number);
    }
    advance(work);
  }

  private void arrived(Keys.ChangesetKey key) {
    if (!deletions.isDeleted(key.project())) {
      ViewWork work = view(new ViewId(key.project(), key.view()));
      refuseOthers(work, key.number());
      advance(work);
    }
  }

  /** Refuses the changesets that claim a number which another has. */
  private void refuseOthers(ViewWork work, long number) {
    if (number > work.number || !manifests.isContested(work.id, number)) {
      return;
    }
    ChangesetRecord taken =
        java.util.Objects.requireNonNull(work.applier.graph().changeset(number));
    for (List<ChangesetRecorded> slices : manifests.claims(work.id, number).values()) {
      if (!slices.getFirst().identity().equals(taken.identity())) {
        refuse(work, slices.getFirst(), Refusals.NUMBER_TAKEN, taken.identity());
      }
    }
  }

  /** Refuses the changesets that claim the next number and go on from elsewhere. */
  private void refuseMisfits(ViewWork work, SortedMap<String, List<ChangesetRecorded>> claims) {
    for (List<ChangesetRecorded> slices : claims.values()) {
      if (!KeptManifests.fits(slices.getFirst(), work.revision)) {
        refuse(work, slices.getFirst(), Refusals.OTHER_LINE, "");
      }
    }
  }

  private void refuse(ViewWork work, ChangesetRecorded slice, String reason, String winner) {
    ChangesetRecord standing = work.applier.graph().changeset(work.number);
    if (standing == null || refusals.has(work.id, slice.number(), slice.identity())) {
      return;
    }
    LOG.warn(
        "{} number {} {} is refused at number {}: {}",
        work.id,
        slice.number(),
        slice.identity(),
        work.number,
        reason);
    Refusals.Answer answer = Refusals.answer(slice, standing);
    reports.forward(
        Refusals.key(slice),
        refusals.refuse(slice, reason, winner),
        MaterializeTopology.WRITE_REFUSED_CHANGESETS);
    switch (answer) {
      case Refusals.Answer.Repeated(IndexRequested request) -> {
        reports.refused(work, slice, JobState.SUPERSEDED, "Asked for again: " + reason + ".");
        reports.forward(work.id, request, MaterializeTopology.WRITE_INDEX_REQUESTS);
      }
      case Refusals.Answer.Settled(String why) -> reports.refused(work, slice, JobState.DONE, why);
    }
  }

  private void arrived(Arrival.Kept kept) {
    String project = kept.key().substring(0, Math.max(0, kept.key().indexOf('/')));
    if (deletions.isOver(project)) {
      // Sent before the deletion was known there, or once more: it must not stay.
      bury(kept.store(), kept.key());
      return;
    }
    switch (kept.store()) {
      case MaterializeTopology.MANIFESTS -> arrived(Keys.parseChangeset(kept.key()));
      case MaterializeTopology.FACTS -> factsArrived(kept.key());
      case MaterializeTopology.VECTORS -> vectorsArrived(kept.key());
      default -> throw new IllegalStateException("no store " + kept.store());
    }
  }

  private void factsArrived(String key) {
    String[] parts = key.split("/", -1);
    String project = parts[0];
    if (!parts[3].equals(settings.recipe())) {
      return;
    }
    for (ViewWork work : views.subMap(new ViewId(project, ""), upTo(project)).values()) {
      if (work.pending != null) {
        work.pending.arrived(parts[1], parts[2]);
        advance(work);
      }
    }
  }

  /** Vectors hold nothing back: only the progress of their stage depends on them. */
  private void vectorsArrived(String key) {
    String[] parts = key.split("/", -1);
    String project = parts[0];
    for (ViewWork work : views.subMap(new ViewId(project, ""), upTo(project)).values()) {
      if (work.vectors != null
          && work.vectors.arrived(parts[parts.length - 2], parts[parts.length - 1])) {
        embedding(work, work.vectors);
      }
    }
  }

  private void embedding(ViewWork work, PendingVectors vectors) {
    reports.embedding(work, vectors);
    if (vectors.isComplete()) {
      work.vectors = null;
    }
  }

  private static ViewId upTo(String project) {
    return new ViewId(project, "\uFFFF");
  }

  private ViewWork view(ViewId id) {
    ViewWork known = views.get(id);
    if (known == null) {
      VersionedGraph versions = new VersionedGraph(graphSource, id);
      closeGap(versions);
      ViewApplier applier =
          new ViewApplier(versions, facts, settings.policies(), settings.pool(), this::put);
      known = new ViewWork(id, applier);
      views.put(id, known);
      if (known.number > 0) {
        settings.applied().accept(id);
      }
    }
    return known;
  }

  /**
   * Takes back the numbers behind a missing one. A store that was ahead of its changelog when the
   * process died, and was then lost, comes back with a hole, and all that follows is applied again.
   */
  private void closeGap(VersionedGraph versions) {
    for (byte[] key : versions.changesetKeysBehindGap()) {
      graph.delete(Bytes.wrap(key));
    }
  }

  private void put(byte[] key, byte[] value) {
    graph.put(Bytes.wrap(key), value);
    keysToCommit++;
  }

  /** Begins with the next changeset of a view when it is whole and its facts are there. */
  private void advance(ViewWork work) {
    if (work.running != null) {
      return;
    }
    if (work.pending == null) {
      long number = work.number + 1;
      SortedMap<String, List<ChangesetRecorded>> claims = manifests.claims(work.id, number);
      Changeset next =
          KeptManifests.choose(
              claims,
              work.revision,
              work.applier.graph().begun(number),
              identity -> refusals.hasLost(work.id, number, identity));
      if (next == null) {
        refuseMisfits(work, claims);
        return;
      }
      work.pending =
          new PendingChangeset(
              next, (content, language) -> facts.has(work.id.project(), content, language));
      if (!settings.model().isEmpty()) {
        work.vectors =
            new PendingVectors(next, (content, language) -> hasVectors(work, content, language));
        embedding(work, work.vectors);
      }
    }
    PendingChangeset pending = work.pending;
    reports.parsing(work);
    if (!pending.isComplete()) {
      return;
    }
    put(
        GraphKeys.begun(work.applier.graph().prefix(), pending.changeset().number()),
        Keys.bytes(pending.changeset().identity()));
    replay.note(this::put);
    String generation = settings.recipe() + "-" + LINKER + "-" + pending.changeset().settings();
    work.running =
        work.applier.begin(
            pending.changeset(),
            generation,
            change -> reports.forward(work.id, change, MaterializeTopology.WRITE_GRAPH_CHANGES),
            failure -> reports.linkFailed(work, failure),
            context::currentSystemTimeMs);
    running.add(work);
  }

  private boolean hasVectors(ViewWork work, String contentId, String language) {
    return vectors.get(
            Keys.bytes(Keys.embedded(work.id.project(), settings.model(), contentId, language)))
        != null;
  }

  private void tick() {
    discover();
    if (!isDiscovered) {
      return;
    }
    sweep();
    ViewWork work = running.poll();
    if (work == null) {
      return;
    }
    ChangesetApplication application = java.util.Objects.requireNonNull(work.running);
    try {
      if (application.step(System.nanoTime() + TURN.toNanos())) {
        finished(work, application);
      } else {
        reports.linking(work, application);
        running.add(work);
      }
    } catch (ChangesetFailedException e) {
      failed(work, application, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while applying " + work.id, e);
    }
  }

  /** Leaves a view where it is: the changeset is tried again at the next start. */
  private void failed(
      ViewWork work, ChangesetApplication application, ChangesetFailedException failure) {
    LOG.error("{} {} stays at number {}", ErrorCode.CG007, work.id, work.number, failure);
    application.cancel();
    reports.failed(work, application, String.valueOf(failure.getMessage()));
  }

  private void finished(ViewWork work, ChangesetApplication application) {
    Changeset changeset = application.changeset();
    work.number = changeset.number();
    work.revision = changeset.revision();
    work.running = null;
    PendingChangeset done = java.util.Objects.requireNonNull(work.pending);
    work.pending = null;
    ChangesetRecord record =
        java.util.Objects.requireNonNull(work.applier.graph().changeset(work.number));
    LOG.info(
        "applied {} number {} revision {}: {}",
        work.id,
        work.number,
        work.revision,
        record.figures());
    TreeMap<String, Long> figures = new TreeMap<>(record.figures());
    figures.put("contents", (long) done.contents());
    reports.applied(work, application, figures);
    settings.applied().accept(work.id);
    refuseOthers(work, work.number);
    if (keysToCommit >= KEYS_PER_COMMIT) {
      keysToCommit = 0;
      context.commit();
    }
    advance(work);
  }

  private void registered(ProjectRegistered project) {
    int gone = project.deleted() ? project.incarnation() : project.incarnation() - 1;
    if (gone > 0) {
      deletions.record(project.project(), gone);
      forget(project.project(), gone);
    }
  }

  /**
   * Forgets the lives of a project up to an incarnation; what was forgotten before is looked at.
   */
  private void forget(String project, int gone) {
    for (int incarnation = 1; incarnation <= gone; incarnation++) {
      String key = new ProjectKey(project, incarnation).toString();
      List<ViewId> lost = new ArrayList<>(views.subMap(new ViewId(key, ""), upTo(key)).keySet());
      for (ViewId id : lost) {
        ViewWork work = java.util.Objects.requireNonNull(views.remove(id));
        if (work.running != null) {
          work.running.cancel();
          running.remove(work);
        }
      }
      // First, so that nobody reads on where things disappear.
      settings.forgotten().accept(key);
      settings.decoded().forget(key);
      sweeps.add(
          new Sweep(
              graphSource,
              (key + '\0').getBytes(StandardCharsets.UTF_8),
              swept -> graph.delete(Bytes.wrap(swept))));
      for (String store : KEPT) {
        sweeps.add(
            new Sweep(
                source(store), Keys.bytes(key + "/"), swept -> bury(store, Keys.text(swept))));
      }
    }
  }

  /**
   * Writes tombstones for a key that a store has of a project that is over. Its topic is the
   * store's changelog, so the key leaves the store when the tombstone comes back.
   */
  private void bury(String store, String key) {
    switch (store) {
      case MaterializeTopology.MANIFESTS -> bury(Topics.CHANGESETS, key);
      case MaterializeTopology.VECTORS -> bury(Topics.EMBEDDED_CHUNKS, key);
      case MaterializeTopology.REFUSED -> bury(Topics.REFUSED_CHANGESETS, key);
      case MaterializeTopology.FACTS -> {
        bury(Topics.PARSED_FILES, key);
        // Every content that was sent has facts sooner or later, and nobody keeps contents.
        String[] parts = key.split("/", -1);
        bury(Topics.SOURCE_FILES, Keys.source(parts[0], parts[1], parts[2]));
      }
      default -> throw new IllegalStateException("no store " + store);
    }
  }

  private void bury(Topic<?> topic, String key) {
    reports.forward(key, new Tombstone(topic, key), MaterializeTopology.WRITE_TOMBSTONES);
  }

  /** Removes keys of deleted projects, some at a time. */
  private void sweep() {
    Sweep sweep = sweeps.peek();
    if (sweep != null && sweep.step(KEYS_AT_ONCE)) {
      sweeps.remove();
    }
  }
}
