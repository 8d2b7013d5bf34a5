package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found: definitions of the project, one or several that fit equally, or something
 * from outside.
 *
 * @param symbols The definitions; empty when it is external.
 * @param within The type that has them, seen from where they were asked for; null when free.
 * @param of The type that they were asked of; null when free.
 * @param external Symbol without the ecosystem; empty when it is of the project.
 * @param rule Why.
 */
record Found(
    List<Symbol> symbols,
    Type.@Nullable Declared within,
    Type.@Nullable Declared of,
    String external,
    Rule rule) {
  static Found of(List<Symbol> symbols, Type.@Nullable Declared within, Rule rule) {
    return new Found(symbols, within, within, "", rule);
  }

  static Found external(String symbol, Rule rule) {
    return new Found(List.of(), null, null, symbol, rule);
  }

  @Nullable Symbol only() {
    return symbols.size() == 1 ? symbols.getFirst() : null;
  }
}
