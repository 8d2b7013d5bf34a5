package dev.codegraph.graph.export;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.read.GraphQueries;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.GraphDigest;
import dev.codegraph.graph.store.InEdges;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.graph.text.EntityDocuments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks of a view at a number that need all of it: the digest follows from the files, in-edges are
 * the transpose of out-edges, and the text index holds exactly the entities.
 */
public final class Verification {
  private static final int MAX_PROBLEMS = 100;

  private final GraphQueries queries;
  private final VersionedGraph graph;
  private final long number;
  private final List<String> problems = new ArrayList<>();

  public Verification(GraphQueries queries) {
    this.queries = queries;
    this.graph = queries.graph();
    this.number = queries.number();
  }

  /**
   * Checks everything.
   *
   * @param indexedIds Ids of the entities that the text index holds at the number.
   * @return what is wrong, at most 100 sentences; empty when nothing is
   */
  public List<String> problems(List<String> indexedIds) {
    problems.clear();
    digest();
    transpose();
    entities(indexedIds);
    return problems;
  }

  private void digest() {
    ChangesetRecord record = graph.changeset(number);
    if (record == null) {
      problem("number " + number + " does not exist");
      return;
    }
    GraphDigest sum = new GraphDigest(GraphDigest.empty());
    graph.files(
        number,
        (path, state) -> {
          byte[] links = graph.linksBytes(path, number);
          if (state.isIndexed() != (links != null)) {
            problem(
                path
                    + " is "
                    + state.status()
                    + " and has "
                    + (links == null ? "no " : "")
                    + "links");
          } else {
            sum.add(path, links == null ? FileHash.ofState(state) : LinkedFile.hashOf(links));
          }
        });
    if (!Arrays.equals(sum.sum(), record.fileSum())) {
      problem("the files do not add up to the digest of number " + number);
    }
  }

  private void transpose() {
    SortedMap<String, SortedMap<String, Integer>> wanted = new TreeMap<>();
    long[] pairs = new long[2];
    Set<String> targets = new HashSet<>();
    graph.links(
        number,
        (path, value) -> {
          wanted.clear();
          for (Edge edge : LinkedFile.of(value).edges()) {
            if (edge.toPath() != null) {
              wanted
                  .computeIfAbsent(edge.toPath(), t -> new TreeMap<>())
                  .merge(edge.to(), InEdges.bit(edge.kind()), (a, b) -> a | b);
            }
          }
          wanted.forEach(
              (target, kinds) -> {
                targets.add(target);
                pairs[0]++;
                byte[] actual = graph.inEdgesBytes(target, path, number);
                if (actual == null || !InEdges.of(actual).kinds().equals(kinds)) {
                  problem("the in-edges of " + target + " from " + path + " are not its out-edges");
                }
              });
        });
    graph.allInEdges(number, pair -> pairs[1]++);
    if (pairs[0] != pairs[1]) {
      problem(
          "there are in-edges for " + pairs[1] + " pairs of files and out-edges for " + pairs[0]);
    }
  }

  private void entities(List<String> indexedIds) {
    Set<String> indexed = new HashSet<>(indexedIds);
    if (indexed.size() != indexedIds.size()) {
      problem("the text index holds an entity twice");
    }
    long[] count = new long[1];
    graph.files(
        number,
        (path, state) -> {
          if (!state.isIndexed()) {
            return;
          }
          SourceFile file = java.util.Objects.requireNonNull(queries.sourceFile(path));
          for (int i = 0; i < file.facts().entities().size(); i++) {
            count[0]++;
            String id = EntityDocuments.hit(file, i).id();
            if (!indexed.contains(id)) {
              problem("the text index does not hold " + id);
            }
          }
        });
    if (count[0] != indexed.size()) {
      problem("the text index holds " + indexed.size() + " entities, the graph " + count[0]);
    }
  }

  private void problem(String sentence) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(sentence);
    }
  }
}
