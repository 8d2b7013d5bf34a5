package dev.codegraph.graph.apply;

import dev.codegraph.graph.export.FileHash;
import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.GraphKeys;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.ScopeEntries;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out what a changed path means for the symbol index. Reads only what was true before. */
final class FileDeclarer {
  /** Reason of files that somebody chose to leave out: they are not missing. */
  private static final String IGNORED = "ignored";

  private final VersionedGraph graph;
  private final FactsSource facts;
  private final Function<Language, LinkingPolicy> policies;
  private final long number;

  FileDeclarer(
      VersionedGraph graph,
      FactsSource facts,
      Function<Language, LinkingPolicy> policies,
      long number) {
    this.graph = graph;
    this.facts = facts;
    this.policies = policies;
    this.number = number;
  }

  /**
   * Declares one path.
   *
   * @param entry Its entry in the manifest; null when a base does not name it, so it is gone.
   */
  DeclaredFile declare(String path, @Nullable ManifestEntry entry) {
    FileState before = number == 1 ? null : graph.file(path, number - 1);
    FileParsed parsed = entry == null || entry.language().isEmpty() ? null : parsed(entry);
    boolean isIndexed =
        parsed != null
            && entry.operation() != Operation.DELETED
            && (parsed.status() == ContentStatus.OK || parsed.status() == ContentStatus.PARTIAL);
    SourceFile fileAfter =
        parsed == null || !isIndexed
            ? null
            : new SourceFile(path, Language.ofWire(parsed.language()), parsed.facts());
    FileState after = entry == null ? null : stateOf(entry, parsed, fileAfter);
    if (after != null && after.equals(before)) {
      return new DeclaredFile(
          path, before, after, null, null, null, List.of(), List.of(), List.of(), List.of(), null);
    }
    SourceFile fileBefore = before == null ? null : sourceFile(path, before);
    byte[] linkedBefore = fileBefore == null ? null : graph.linksBytes(path, number - 1);
    Entries entries = new Entries(path);
    Declared declared = entriesOf(fileAfter);
    entries.compare(entriesOf(fileBefore).byScope, declared.byScope);
    SortedSet<String> idsBefore = localIds(fileBefore);
    SortedSet<String> idsAfter = localIds(fileAfter);
    return new DeclaredFile(
        path,
        before,
        after,
        before == null
            ? null
            : linkedBefore == null ? FileHash.ofState(before) : LinkedFile.hashOf(linkedBefore),
        after == null || after.isIndexed() ? null : FileHash.ofState(after),
        linkedBefore,
        entries.puts,
        entries.touched,
        without(idsAfter, idsBefore),
        without(idsBefore, idsAfter),
        declared.failure);
  }

  private FileParsed parsed(ManifestEntry entry) {
    FileParsed parsed = facts.facts(graph.id().project(), entry.contentId(), entry.language());
    if (parsed == null) {
      throw new IllegalStateException("no facts of " + entry.path() + ", " + entry.contentId());
    }
    return parsed;
  }

  private @Nullable SourceFile sourceFile(String path, FileState state) {
    Language language = state.language();
    if (!state.isIndexed() || language == null) {
      return null;
    }
    FileParsed parsed = facts.facts(graph.id().project(), state.contentId(), language.wire());
    if (parsed == null) {
      throw new IllegalStateException("no facts of " + path + ", " + state.contentId());
    }
    return new SourceFile(path, language, parsed.facts());
  }

  /** The language that a name says; YAML that is not read is in none of ours. */
  private static @Nullable Language named(String path) {
    return Language.ofPath(path).filter(language -> language != Language.KUBERNETES).orElse(null);
  }

  private static @Nullable FileState stateOf(
      ManifestEntry entry, @Nullable FileParsed parsed, @Nullable SourceFile file) {
    if (entry.operation() == Operation.DELETED) {
      return null;
    }
    if (parsed == null) {
      return new FileState(
          entry.contentId(),
          entry.reason().equals(IGNORED) ? null : named(entry.path()),
          entry.status() == ContentStatus.OK ? ContentStatus.SKIPPED : entry.status(),
          entry.reason(),
          "",
          entry.size(),
          0,
          0,
          0);
    }
    return new FileState(
        entry.contentId(),
        Language.ofWire(entry.language()),
        parsed.status(),
        parsed.reason(),
        parsed.code(),
        entry.size(),
        file == null ? 0 : file.facts().lines(),
        file == null ? 0 : file.facts().entities().size(),
        file == null ? 0 : file.facts().references().size());
  }

  private record Declared(
      SortedMap<String, List<SymbolEntry>> byScope, @Nullable Throwable failure) {}

  private Declared entriesOf(@Nullable SourceFile file) {
    SortedMap<String, List<SymbolEntry>> byScope = new TreeMap<>();
    if (file != null) {
      try {
        policies
            .apply(file.language())
            .declare(
                file,
                entry ->
                    byScope.computeIfAbsent(entry.scope(), s -> new ArrayList<>(2)).add(entry));
      } catch (RuntimeException | StackOverflowError e) {
        // A fault in a policy costs what this file offers to others, and no other file.
        return new Declared(new TreeMap<>(), e);
      }
    }
    return new Declared(byScope, null);
  }

  private static SortedSet<String> localIds(@Nullable SourceFile file) {
    SortedSet<String> ids = new TreeSet<>();
    if (file != null) {
      for (int i = 0; i < file.facts().entities().size(); i++) {
        ids.add(file.localId(i));
      }
    }
    return ids;
  }

  private static List<String> without(SortedSet<String> ids, SortedSet<String> others) {
    List<String> rest = new ArrayList<>();
    for (String id : ids) {
      if (!others.contains(id)) {
        rest.add(id);
      }
    }
    return rest;
  }

  /** Compares the entries of a path before and after. */
  private final class Entries {
    private final String path;
    private final List<KeyValue> puts = new ArrayList<>();
    private final List<DeclaredFile.Touched> touched = new ArrayList<>();

    Entries(String path) {
      this.path = path;
    }

    void compare(
        SortedMap<String, List<SymbolEntry>> before, SortedMap<String, List<SymbolEntry>> after) {
      SortedSet<String> scopes = new TreeSet<>(before.keySet());
      scopes.addAll(after.keySet());
      for (String scope : scopes) {
        List<SymbolEntry> old = before.getOrDefault(scope, List.of());
        List<SymbolEntry> present = after.getOrDefault(scope, List.of());
        byte[] oldBytes = ScopeEntries.toBytes(old);
        byte[] newBytes = ScopeEntries.toBytes(present);
        if (Arrays.equals(oldBytes, newBytes)) {
          continue;
        }
        puts.add(
            new KeyValue(
                GraphKeys.scope(graph.prefix(), scope, path, number),
                present.isEmpty() ? KeyValue.ABSENT : newBytes));
        if (number > 1) {
          touch(scope, byName(old), byName(present));
        }
      }
    }

    private void touch(
        String scope, Map<String, List<SymbolEntry>> old, Map<String, List<SymbolEntry>> present) {
      SortedSet<String> names = new TreeSet<>(old.keySet());
      names.addAll(present.keySet());
      for (String name : names) {
        List<SymbolEntry> a = old.getOrDefault(name, List.of());
        List<SymbolEntry> b = present.getOrDefault(name, List.of());
        if (!a.equals(b)) {
          touched.add(new DeclaredFile.Touched(scope, name));
        }
      }
      touched.add(new DeclaredFile.Touched(scope, Questions.ALL));
    }

    private static Map<String, List<SymbolEntry>> byName(List<SymbolEntry> entries) {
      Map<String, List<SymbolEntry>> map = new LinkedHashMap<>();
      for (SymbolEntry entry : entries) {
        map.computeIfAbsent(entry.name(), n -> new ArrayList<>(1)).add(entry);
      }
      return map;
    }
  }
}
