package dev.codegraph.graph.apply;

import dev.codegraph.graph.export.FileHash;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.InEdges;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.Lookups;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.schemas.EdgeChange;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links one file at a number and works out which keys differ from what was true before. */
final class FileLinker {
  private final VersionedGraph graph;
  private final FactsSource facts;
  private final Function<Language, LinkingPolicy> policies;
  private final ScopeCache scopes;
  private final long number;

  FileLinker(
      VersionedGraph graph,
      FactsSource facts,
      Function<Language, LinkingPolicy> policies,
      ScopeCache scopes,
      long number) {
    this.graph = graph;
    this.facts = facts;
    this.policies = policies;
    this.scopes = scopes;
    this.number = number;
  }

  RelinkedFile link(String path, FileState state) {
    Language language = java.util.Objects.requireNonNull(state.language());
    FileParsed parsed = facts.facts(graph.id().project(), state.contentId(), language.wire());
    if (parsed == null) {
      throw new IllegalStateException("no facts of " + path + ", " + state.contentId());
    }
    SourceFile file = new SourceFile(path, language, parsed.facts());
    LinkingPolicy policy = policies.apply(language);
    RecordingView view = new RecordingView(scopes);
    CollectedOutcomes.Linked linked;
    String qualifier = "";
    Throwable failure = null;
    try {
      qualifier = policy.qualifier(file);
      CollectedOutcomes outcomes = new CollectedOutcomes(file);
      policy.link(file, view, outcomes);
      linked = outcomes.collect();
    } catch (RuntimeException | StackOverflowError e) {
      // A fault in a policy costs the references of this file, each of which says so, and no other.
      failure = e;
      linked = nothing(file);
    }
    byte[] packed = LinkedFile.pack(linked.counts(), linked.edges(), linked.unresolved());
    byte[] hash = FileHash.of(file, state, qualifier, packed);
    LinkedFile after = new LinkedFile(hash, linked.counts(), linked.edges(), linked.unresolved());
    byte[] oldBytes = number == 1 ? null : graph.linksBytes(path, number - 1);
    LinkedFile before = oldBytes == null ? null : LinkedFile.of(oldBytes);
    List<KeyValue> puts = new ArrayList<>();
    byte[] newBytes = LinkedFile.value(hash, packed);
    if (!Arrays.equals(oldBytes, newBytes)) {
      puts.add(new KeyValue(GraphKeys.path(graph.prefix(), 'O', path, number), newBytes));
    }
    Lookups lookups = view.lookups();
    Lookups oldLookups = oldBytes == null ? null : graph.lookups(path, number - 1);
    byte[] lookupBytes = lookups.toBytes();
    if (oldLookups == null || !Arrays.equals(oldLookups.toBytes(), lookupBytes)) {
      puts.add(new KeyValue(GraphKeys.path(graph.prefix(), 'L', path, number), lookupBytes));
    }
    inEdgePuts(path, before, after, puts);
    Changes changes =
        number == 1
            ? new Changes(List.of(), List.of())
            : changes(language, path, before == null ? List.of() : before.edges(), after.edges());
    return new RelinkedFile(
        path,
        language,
        before,
        after,
        puts,
        RelinkedFile.notIn(lookups, oldLookups),
        oldLookups != null,
        changes.added,
        changes.removed,
        failure);
  }

  /**
   * What taking a file's edges away means.
   *
   * @param puts Keys to be set.
   * @param removedEdges The edges, for the feed.
   */
  record Unlinked(List<KeyValue> puts, List<EdgeChange> removedEdges) {}

  /** Takes a file's edges away, for a file that is gone or no longer indexed. */
  Unlinked unlink(String path, Language language, LinkedFile before) {
    List<KeyValue> puts = new ArrayList<>();
    puts.add(new KeyValue(GraphKeys.path(graph.prefix(), 'O', path, number), KeyValue.ABSENT));
    puts.add(new KeyValue(GraphKeys.path(graph.prefix(), 'L', path, number), KeyValue.ABSENT));
    for (String target : inEdgesOf(before).keySet()) {
      puts.add(
          new KeyValue(GraphKeys.inEdges(graph.prefix(), target, path, number), KeyValue.ABSENT));
    }
    return new Unlinked(puts, changes(language, path, before.edges(), List.of()).removed);
  }

  private static CollectedOutcomes.Linked nothing(SourceFile file) {
    CollectedOutcomes outcomes = new CollectedOutcomes(file);
    for (int i = 0; i < file.facts().references().size(); i++) {
      outcomes.unresolved(i, Reason.LINKER_FAILED);
    }
    return outcomes.collect();
  }

  private void inEdgePuts(
      String path, @Nullable LinkedFile before, LinkedFile after, List<KeyValue> puts) {
    SortedMap<String, SortedMap<String, Integer>> old =
        before == null ? new TreeMap<>() : inEdgesOf(before);
    SortedMap<String, SortedMap<String, Integer>> present = inEdgesOf(after);
    present.forEach(
        (target, kinds) -> {
          if (!kinds.equals(old.get(target))) {
            puts.add(
                new KeyValue(
                    GraphKeys.inEdges(graph.prefix(), target, path, number),
                    new InEdges(kinds).toBytes()));
          }
        });
    for (String target : old.keySet()) {
      if (!present.containsKey(target)) {
        puts.add(
            new KeyValue(GraphKeys.inEdges(graph.prefix(), target, path, number), KeyValue.ABSENT));
      }
    }
  }

  private static SortedMap<String, SortedMap<String, Integer>> inEdgesOf(LinkedFile links) {
    SortedMap<String, SortedMap<String, Integer>> byTarget = new TreeMap<>();
    for (Edge edge : links.edges()) {
      if (edge.toPath() != null) {
        byTarget
            .computeIfAbsent(edge.toPath(), t -> new TreeMap<>())
            .merge(edge.to(), InEdges.bit(edge.kind()), (a, b) -> a | b);
      }
    }
    return byTarget;
  }

  private record Changes(List<EdgeChange> added, List<EdgeChange> removed) {}

  private static final Comparator<EdgeChange> ORDER =
      Comparator.comparing(EdgeChange::source)
          .thenComparing(EdgeChange::kind)
          .thenComparing(EdgeChange::target);

  private static Changes changes(
      Language language, String path, List<Edge> before, List<Edge> after) {
    SortedSet<EdgeChange> old = named(language, path, before);
    SortedSet<EdgeChange> present = named(language, path, after);
    List<EdgeChange> added = new ArrayList<>(present);
    added.removeAll(old);
    List<EdgeChange> removed = new ArrayList<>(old);
    removed.removeAll(present);
    return new Changes(added, removed);
  }

  /** Edges as the feed names them; targets in the languages of this file share its label. */
  private static SortedSet<EdgeChange> named(Language language, String path, List<Edge> edges) {
    SortedSet<EdgeChange> set = new TreeSet<>(ORDER);
    for (Edge edge : edges) {
      String target =
          edge.toPath() == null
              ? edge.to()
              : EntityIds.id(
                  Language.ofPath(edge.toPath()).orElse(language), edge.toPath(), edge.to());
      set.add(new EdgeChange(edge.kind(), EntityIds.id(language, path, edge.from()), target));
    }
    return set;
  }
}
