package dev.codegraph.graph.link;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What linking said about one reference. */
sealed interface Outcome {
  /** One definition. */
  record Resolved(String path, String localId, Rule rule) implements Outcome {
    @Override
    public String toString() {
      return target(path, localId) + " " + rule.wire();
    }
  }

  /** Several definitions. */
  record Ambiguous(List<Symbol> candidates, Rule rule) implements Outcome {
    @Override
    public String toString() {
      return candidates.stream()
          .map(symbol -> target(symbol.path(), symbol.entry().localId()))
          .collect(Collectors.joining(" | ", "ambiguous ", " " + rule.wire()));
    }
  }

  /** Something outside the project. */
  record External(String symbol, Rule rule) implements Outcome {
    @Override
    public String toString() {
      return "external " + symbol + " " + rule.wire();
    }
  }

  /** Not known. */
  record Unresolved(Reason reason) implements Outcome {
    @Override
    public String toString() {
      return "unresolved " + reason.wire();
    }
  }

  /** The kind of outcome in one word. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The rule or the reason. */
  default String why() {
    return switch (this) {
      case Resolved it -> it.rule().wire();
      case Ambiguous it -> it.rule().wire();
      case External it -> it.rule().wire();
      case Unresolved it -> it.reason().wire();
    };
  }

  private static String target(String path, String localId) {
    return localId.isEmpty() ? path : path + "#" + localId;
  }
}
