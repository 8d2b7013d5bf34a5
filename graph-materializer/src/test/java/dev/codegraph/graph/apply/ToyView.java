package dev.codegraph.graph.apply;

import dev.codegraph.graph.export.Verification;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.MemoryStore;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.GraphChanged;
import dev.codegraph.schemas.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** A view of the toy project over a store in memory. */
public final class ToyView {
  /** The view. */
  public static final ViewId ID = new ViewId(Toy.PROJECT, "main");

  private final MemoryStore store;
  private final VersionedGraph graph;
  private final Facts facts = new Facts();
  private final ViewApplier applier;
  private final List<GraphChanged> feed = new ArrayList<>();
  private final List<ChangesetApplication.LinkFailure> failures = new ArrayList<>();
  private int putsLeft = Integer.MAX_VALUE;
  private int puts;

  /** The process dies here. */
  static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Facts implements FactsSource {
    private final Map<String, FileParsed> byId = new HashMap<>();

    @Override
    public @Nullable FileParsed facts(String project, String contentId, String language) {
      return byId.get(contentId);
    }

    @Override
    public boolean has(String project, String contentId, String language) {
      return byId.containsKey(contentId);
    }
  }

  /** A view in a store, which may hold some of it already. */
  public ToyView(MemoryStore store, Map<String, Toy.File> contents, ExecutorService pool) {
    this(store, contents, pool, new Toy.Policy());
  }

  ToyView(
      MemoryStore store,
      Map<String, Toy.File> contents,
      ExecutorService pool,
      LinkingPolicy policy) {
    this.store = store;
    this.graph = new VersionedGraph(store, ID);
    contents.forEach((id, file) -> facts.byId.put(id, Toy.parsed(file)));
    this.applier = new ViewApplier(graph, facts, language -> policy, pool, this::put);
  }

  private void put(byte[] key, byte[] value) {
    if (putsLeft == 0) {
      throw new Cut();
    }
    putsLeft--;
    puts++;
    store.put(key, value);
  }

  /** Lets only so many keys be set from now on. */
  void cutAfter(int keys) {
    putsLeft = keys;
  }

  /** Keys set so far. */
  int puts() {
    return puts;
  }

  /** Applies a changeset; returns its record. */
  public ChangesetRecord apply(Changeset changeset) {
    ChangesetApplication application =
        applier.begin(changeset, "g", feed::add, failures::add, () -> 5000);
    try {
      while (!application.step(System.nanoTime() + 1_000_000)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Objects.requireNonNull(graph.changeset(changeset.number()));
  }

  /** The graph. */
  public VersionedGraph graph() {
    return graph;
  }

  /** The facts. */
  public FactsSource facts() {
    return facts;
  }

  List<GraphChanged> feed() {
    return feed;
  }

  List<ChangesetApplication.LinkFailure> failures() {
    return failures;
  }

  /** What does not hold together at a number. */
  List<String> problems(long number) {
    GraphQueries queries = new GraphQueries(graph, facts, number);
    List<String> ids = new ArrayList<>();
    graph.files(
        number,
        (path, state) -> {
          SourceFile file = queries.sourceFile(path);
          if (file != null) {
            for (int i = 0; i < file.facts().entities().size(); i++) {
              ids.add(EntityIds.id(Language.GO, path, file.localId(i)));
            }
          }
        });
    return new Verification(queries).problems(ids);
  }
}
