package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found: one member, or several that fit equally; or a type outside of the project
 * that has it. Within is the type around the place that was searched, for bare names.
 */
record JavaFound(
    List<Symbol> symbols,
    Rule rule,
    JavaType.@Nullable External external,
    JavaType.@Nullable Declared within) {
  JavaFound(List<Symbol> symbols, Rule rule) {
    this(symbols, rule, null, null);
  }

  JavaFound(JavaType.External external, Rule rule) {
    this(List.of(), rule, external, null);
  }

  JavaFound in(JavaType.Declared type) {
    return new JavaFound(symbols, rule, external, type);
  }

  @Nullable Symbol only() {
    return symbols.size() == 1 ? symbols.getFirst() : null;
  }
}
