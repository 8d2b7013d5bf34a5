package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.Reason;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a search met on its way, for when it finds nothing. */
final class Notes {
  /** Whether there was a definition of the name that takes other arguments. */
  boolean hasName;

  /** Whether there was a base of which nothing is known. */
  boolean hasUnknownBase;

  /** Bases from outside. */
  final Set<String> externals = new LinkedHashSet<>();

  /** The base that must have the member when nothing else has; null when that is not certain. */
  @Nullable String onlyExternal() {
    return hasName || hasUnknownBase || externals.size() != 1 ? null : externals.iterator().next();
  }

  Reason reason(Reason otherwise) {
    if (hasUnknownBase || !externals.isEmpty()) {
      return Reason.EXTERNAL_BASE;
    }
    return hasName ? Reason.ARITY : otherwise;
  }
}
