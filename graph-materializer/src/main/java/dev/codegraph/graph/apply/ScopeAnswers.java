package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.store.ScopeEntries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All entries of a scope at one number, with the answer to each name and its hash. Immutable but
 * for hashes that are worked out when first asked; computing one twice gives the same.
 */
final class ScopeAnswers {
  private static final Answer NOTHING = new Answer(List.of());

  private final Answer all;
  private final Map<String, Answer> byName;

  ScopeAnswers(List<Symbol> symbols) {
    this.all = symbols.isEmpty() ? NOTHING : new Answer(List.copyOf(symbols));
    Map<String, List<Symbol>> lists = new HashMap<>();
    for (Symbol symbol : symbols) {
      lists.computeIfAbsent(symbol.entry().name(), n -> new ArrayList<>(1)).add(symbol);
    }
    Map<String, Answer> answers = HashMap.newHashMap(lists.size());
    lists.forEach((name, list) -> answers.put(name, new Answer(List.copyOf(list))));
    this.byName = answers;
  }

  /** The answer for a name; the one of {@link Questions#ALL} is everything. */
  Answer of(String name) {
    return name.equals(Questions.ALL) ? all : byName.getOrDefault(name, NOTHING);
  }

  /** Rough size in bytes, for the bound of the cache. */
  int weight() {
    return 64 + all.symbols.size() * 240;
  }

  /** One answer. */
  static final class Answer {
    private final List<Symbol> symbols;
    private volatile int hash;

    Answer(List<Symbol> symbols) {
      this.symbols = symbols;
    }

    List<Symbol> symbols() {
      return symbols;
    }

    /** Hash of paths and entries; never 0. */
    int hash() {
      int known = hash;
      if (known == 0) {
        long h = 1;
        for (Symbol symbol : symbols) {
          h = Questions.hash(h, symbol.path().getBytes(StandardCharsets.UTF_8));
          h = Questions.hash(h, ScopeEntries.entryBytes(symbol.entry()));
        }
        known = (int) h | 1;
        hash = known;
      }
      return known;
    }
  }
}
