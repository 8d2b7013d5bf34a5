package dev.codegraph.graph.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A project held in memory: the symbol index of some source files, made by their policies. Nothing
 * is recorded but the number of questions.
 */
final class MemoryView implements ProjectView {
  private final Map<String, List<Symbol>> scopes = new HashMap<>();
  private final Map<String, Map<String, List<Symbol>>> names = new HashMap<>();
  private long entries;
  private long questions;

  /** The index of these files. */
  MemoryView(List<SourceFile> files) {
    List<SourceFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(SourceFile::path));
    for (SourceFile file : sorted) {
      LinkingPolicies.of(file.language()).declare(file, entry -> add(file.path(), entry));
    }
  }

  private void add(String path, SymbolEntry entry) {
    entries++;
    Symbol symbol = new Symbol(path, entry);
    scopes.computeIfAbsent(entry.scope(), s -> new ArrayList<>()).add(symbol);
    names
        .computeIfAbsent(entry.scope(), s -> new HashMap<>())
        .computeIfAbsent(entry.name(), n -> new ArrayList<>())
        .add(symbol);
  }

  /** Number of entries in the index. */
  long entries() {
    return entries;
  }

  /** Number of questions asked so far. */
  long questions() {
    return questions;
  }

  @Override
  public List<Symbol> lookup(String scope, String name) {
    questions++;
    return names.getOrDefault(scope, Map.of()).getOrDefault(name, List.of());
  }

  @Override
  public List<Symbol> members(String scope) {
    questions++;
    return scopes.getOrDefault(scope, List.of());
  }
}
