package dev.codegraph.parser.ecmascript;

import dev.codegraph.schemas.BindingKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A region in which names are declared. Names of values and of types live apart, as the language
 * has it; a class is in both.
 */
final class EsScope {
  final Level level;
  final int start;
  final int end;
  final @Nullable EsScope parent;
  final Map<String, EsName> values = new LinkedHashMap<>();
  final Map<String, EsName> types = new LinkedHashMap<>();

  /** What a region is to the declarations in it. */
  enum Level {
    /** The file, or the body of a namespace: what is declared here is an entity. */
    MODULE,
    /** A callable: {@code var} ends up here. */
    FUNCTION,
    /** Anything smaller. */
    BLOCK
  }

  EsScope(Level level, int start, int end, @Nullable EsScope parent) {
    this.level = level;
    this.start = start;
    this.end = end;
    this.parent = parent;
  }

  /** The scope that {@code var} declares in. */
  EsScope varScope() {
    EsScope scope = this;
    while (scope.level == Level.BLOCK && scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  /** Declares a value; the first declaration of a name stays, as with a repeated {@code var}. */
  EsName value(String text, EsName.Meaning meaning, BindingKind kind) {
    return values.computeIfAbsent(text, t -> new EsName(t, this, meaning, kind));
  }

  /** Declares a type. */
  EsName type(String text, EsName.Meaning meaning) {
    return types.computeIfAbsent(text, t -> new EsName(t, this, meaning, BindingKind.LOCAL));
  }

  /** What a value name means here; null when no scope of the file declares it. */
  @Nullable EsName findValue(String text) {
    for (EsScope scope = this; scope != null; scope = scope.parent) {
      EsName name = scope.values.get(text);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** What a type name means here; null when no scope of the file declares it. */
  @Nullable EsName findType(String text) {
    for (EsScope scope = this; scope != null; scope = scope.parent) {
      EsName name = scope.types.get(text);
      if (name != null) {
        return name;
      }
    }
    return null;
  }
}
