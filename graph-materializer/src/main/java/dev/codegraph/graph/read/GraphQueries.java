package dev.codegraph.graph.read;

import dev.codegraph.graph.apply.FactsSource;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.InEdges;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.PackedEdges;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.schemas.EdgeKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions about a view at one number. Reads only what is true at it; remembers what it has read,
 * for one request on one thread.
 */
public final class GraphQueries {
  /** What makes one entity a caller of another. */
  public static final Set<EdgeKind> CALLS =
      java.util.Collections.unmodifiableSet(EnumSet.of(EdgeKind.CALLS, EdgeKind.INSTANTIATES));

  private final VersionedGraph graph;
  private final FactsSource facts;
  private final long number;
  private final Map<String, @Nullable PackedEdges> edgesRead = new HashMap<>();
  private @Nullable SourceFile fileRead;

  public GraphQueries(VersionedGraph graph, FactsSource facts, long number) {
    this.graph = graph;
    this.facts = facts;
    this.number = number;
  }

  /** The graph that is read. */
  public VersionedGraph graph() {
    return graph;
  }

  /** The number at which it is read. */
  public long number() {
    return number;
  }

  /**
   * The entity that has an id.
   *
   * @return null when there is none at this number
   */
  public @Nullable EntityRef resolve(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      return null;
    }
    // A path may hold a '#': the longest path that exists is meant.
    String rest = id.substring(colon + 1);
    for (int cut = rest.length(); cut >= 0; cut = cut == 0 ? -1 : rest.lastIndexOf('#', cut - 1)) {
      String path = rest.substring(0, cut);
      FileState state = graph.file(path, number);
      if (state != null && state.isIndexed()) {
        String localId = cut == rest.length() ? "" : rest.substring(cut + 1);
        EntityRef ref = EntityRef.of(path, state, localId);
        return ref.id().equals(id) && indexOf(ref) >= 0 ? ref : null;
      }
    }
    return null;
  }

  /** The facts behind a file; null when it is not indexed at this number. */
  public @Nullable SourceFile sourceFile(String path) {
    SourceFile last = fileRead;
    if (last != null && last.path().equals(path)) {
      return last;
    }
    FileState state = graph.file(path, number);
    Language language = state == null || !state.isIndexed() ? null : state.language();
    if (state == null || language == null) {
      return null;
    }
    FileParsed parsed = facts.facts(graph.id().project(), state.contentId(), language.wire());
    if (parsed == null) {
      throw new IllegalStateException("no facts of " + path + ", " + state.contentId());
    }
    fileRead = new SourceFile(path, language, parsed.facts());
    return fileRead;
  }

  /** Index of an entity in the facts of its file; -1 when it does not exist. */
  public int indexOf(EntityRef ref) {
    if (ref.localId().isEmpty()) {
      return 0;
    }
    SourceFile file = sourceFile(ref.path());
    if (file != null) {
      List<EntityFact> entities = file.facts().entities();
      for (int i = 1; i < entities.size(); i++) {
        if (file.localId(i).equals(ref.localId())) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * The edges of some kinds that lead to an entity.
   *
   * @param offset Edges to leave out.
   * @param limit Edges to return at most.
   * @return in order of path and place
   */
  public List<CallSite> incoming(EntityRef target, Set<EdgeKind> kinds, int offset, int limit) {
    return incoming(target, kinds, offset, limit, 1);
  }

  private List<CallSite> incoming(
      EntityRef target, Set<EdgeKind> kinds, int offset, int limit, int depth) {
    int mask = 0;
    for (EdgeKind kind : kinds) {
      mask |= InEdges.bit(kind);
    }
    int wanted = mask;
    Page page = new Page(kinds, offset, limit, depth);
    graph.inEdges(
        target.path(),
        target.localId(),
        number,
        (path, bits) -> {
          if ((bits & wanted) != 0) {
            PackedEdges edges = edges(path);
            if (edges == null) {
              throw new IllegalStateException("in-edges of " + path + " without its links");
            }
            Language language = languageOf(path);
            for (Edge edge : edges.to(target.path(), target.localId())) {
              page.add(path, language, edge);
            }
          }
          return !page.isFull();
        });
    return page.sites;
  }

  /** The edges of some kinds that lead from an entity, in order of place. */
  public List<CallSite> outgoing(EntityRef source, Set<EdgeKind> kinds, int offset, int limit) {
    return outgoing(source, kinds, offset, limit, 1);
  }

  private List<CallSite> outgoing(
      EntityRef source, Set<EdgeKind> kinds, int offset, int limit, int depth) {
    Page page = new Page(kinds, offset, limit, depth);
    PackedEdges edges = edges(source.path());
    if (edges != null) {
      for (Edge edge : edges.from(source.localId())) {
        page.add(source.path(), source.language(), edge);
      }
    }
    return page.sites;
  }

  /** The edges of some kinds behind an offset, up to a limit. */
  private final class Page {
    private final Set<EdgeKind> kinds;
    private final int limit;
    private final int depth;
    private final List<CallSite> sites = new ArrayList<>();
    private int toSkip;

    Page(Set<EdgeKind> kinds, int offset, int limit, int depth) {
      this.kinds = kinds;
      this.toSkip = offset;
      this.limit = limit;
      this.depth = depth;
    }

    boolean isFull() {
      return sites.size() == limit;
    }

    /** Takes the next edge, unless it is of another kind, before the page or behind it. */
    void add(String path, Language language, Edge edge) {
      if (isFull() || !kinds.contains(edge.kind())) {
        return;
      }
      if (toSkip > 0) {
        toSkip--;
        return;
      }
      sites.add(site(path, language, edge, depth));
    }
  }

  /**
   * What a walk reached.
   *
   * @param sites Edges in the order in which they were met, nearest first.
   * @param isWhole Whether the walk ended by itself and not at the bound.
   */
  public record Walk(List<CallSite> sites, boolean isWhole) {}

  /** The callers of an entity, their callers, and so on to a depth. */
  public Walk callers(EntityRef target, int depth, int maxSites) {
    return walk(target, depth, maxSites, true);
  }

  /** What an entity calls, what that calls, and so on to a depth. */
  public Walk callees(EntityRef source, int depth, int maxSites) {
    return walk(source, depth, maxSites, false);
  }

  private Walk walk(EntityRef start, int depth, int maxSites, boolean backwards) {
    Map<String, Integer> depths = new LinkedHashMap<>();
    ArrayDeque<EntityRef> queue = new ArrayDeque<>();
    List<CallSite> sites = new ArrayList<>();
    depths.put(start.id(), 0);
    queue.add(start);
    while (!queue.isEmpty()) {
      EntityRef at = queue.remove();
      int next = java.util.Objects.requireNonNull(depths.get(at.id())) + 1;
      if (next > depth) {
        continue;
      }
      int room = maxSites - sites.size() + 1;
      List<CallSite> found =
          backwards ? incoming(at, CALLS, 0, room, next) : outgoing(at, CALLS, 0, room, next);
      for (CallSite site : found) {
        if (sites.size() == maxSites) {
          return new Walk(sites, false);
        }
        sites.add(site);
        EntityRef other = next == depth ? null : backwards ? sourceOf(site) : targetOf(site);
        if (other != null && depths.putIfAbsent(other.id(), next) == null) {
          queue.add(other);
        }
      }
    }
    return new Walk(sites, true);
  }

  private EntityRef sourceOf(CallSite site) {
    return new EntityRef(
        languageOf(site.path()), site.path(), EntityIds.localIdOf(site.from(), site.path()));
  }

  private @Nullable EntityRef targetOf(CallSite site) {
    return site.toPath() == null
        ? null
        : new EntityRef(
            languageOf(site.toPath()),
            site.toPath(),
            EntityIds.localIdOf(site.to(), site.toPath()));
  }

  private CallSite site(String path, Language language, Edge edge, int depth) {
    String to =
        edge.toPath() == null
            ? edge.to()
            : EntityIds.id(languageOf(edge.toPath()), edge.toPath(), edge.to());
    return new CallSite(
        EntityIds.id(language, path, edge.from()),
        to,
        edge.toPath(),
        edge.kind(),
        path,
        edge.line(),
        edge.column(),
        edge.resolution(),
        edge.rule(),
        depth);
  }

  /** The language that a linked file was read in; of most its name says so. */
  public Language languageOf(String path) {
    if (Language.isDecidedByContent(path)) {
      FileState state = graph.file(path, number);
      if (state != null && state.language() != null) {
        return state.language();
      }
    }
    return Language.ofPath(path)
        .orElseThrow(() -> new IllegalStateException("no language for the linked file " + path));
  }

  /** How many references that an entity holds have no sure target. */
  public long unresolvedFrom(EntityRef source) {
    LinkedFile links = graph.links(source.path(), number);
    return links == null
        ? 0
        : links.unresolved().stream().filter(u -> u.from().equals(source.localId())).count();
  }

  private @Nullable PackedEdges edges(String path) {
    return edgesRead.computeIfAbsent(path, p -> graph.packedEdges(p, number));
  }
}
