package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search for members of a name, and what it met on its way. */
final class JavaSearch {
  final String name;
  final int argumentCount;
  final boolean isCall;

  /** Whether there was a base of which nothing is known. */
  boolean hasUnknownBase;

  /** Bases outside of the project of which only the name is known. */
  final Set<String> externals = new LinkedHashSet<>();

  /** Whether there was a member of the name that did not fit. */
  boolean hasName;

  JavaSearch(String name, int argumentCount, boolean isCall) {
    this.name = name;
    this.argumentCount = argumentCount;
    this.isCall = isCall;
  }

  boolean fits(Symbol symbol) {
    return switch (symbol.entry().kind()) {
      case METHOD -> isCall && symbol.accepts(argumentCount);
      case FIELD, CONSTANT, ENUM_MEMBER -> !isCall;
      default -> false;
    };
  }

  boolean isKind(Symbol symbol) {
    return isCall == (symbol.entry().kind() == EntityKind.METHOD);
  }

  boolean isIn(String platformType) {
    return isCall
        ? JavaPlatform.hasMethod(platformType, name, argumentCount)
        : JavaPlatform.hasField(platformType, name);
  }

  /** Whether a base that is not known may have the member. */
  boolean isOutside() {
    return hasUnknownBase || !externals.isEmpty();
  }

  /** The base that must have the member when nothing else has; null when that is not certain. */
  JavaType.@Nullable External onlyExternal() {
    return hasUnknownBase || externals.size() != 1
        ? null
        : new JavaType.External(externals.iterator().next(), List.of(), JavaContext.PLATFORM);
  }
}
