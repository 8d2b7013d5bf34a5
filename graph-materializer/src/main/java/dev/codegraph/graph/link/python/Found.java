package dev.codegraph.graph.link.python;

import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name was found to mean: definitions of the project, else something external, else the
 * reason why nothing.
 *
 * @param symbols Definitions or module files; one unless ambiguous.
 * @param external Module or {@code module#symbol}; empty when not external.
 * @param namespace Dotted name of a package without a file; empty when not one.
 */
record Found(
    List<Symbol> symbols, String external, String namespace, Rule rule, @Nullable Reason reason) {

  static Found of(List<Symbol> symbols, Rule rule) {
    return new Found(symbols, "", "", rule, null);
  }

  static Found external(String symbol, Rule rule) {
    return new Found(List.of(), symbol, "", rule, null);
  }

  static Found namespace(String dotted) {
    return new Found(List.of(), "", dotted, Rule.IMPORT, null);
  }

  static Found none(Reason reason) {
    return new Found(List.of(), "", "", Rule.IMPORT, reason);
  }

  Found by(Rule other) {
    return new Found(symbols, external, namespace, other, reason);
  }

  boolean isNone() {
    return reason != null;
  }
}
