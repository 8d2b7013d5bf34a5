package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type that the project declares, and what was asked of it while one file is linked. */
final class GoTypeInfo {
  private final String folder;
  private final String clause;
  private final String scope;
  private final EntityKind kind;
  private final String underlying;
  private final List<String> constraints;
  private final Map<String, List<Symbol>> members = new HashMap<>();

  /** The type that this one is declared as, once it was asked for. */
  @Nullable GoType target;

  GoTypeInfo(
      String folder,
      String clause,
      String scope,
      EntityKind kind,
      String underlying,
      List<String> constraints) {
    this.folder = folder;
    this.clause = clause;
    this.scope = scope;
    this.kind = kind;
    this.underlying = underlying;
    this.constraints = constraints;
  }

  /** Folder of its package. */
  String folder() {
    return folder;
  }

  /** Clause of its package. */
  String clause() {
    return clause;
  }

  /** Scope of its members. */
  String scope() {
    return scope;
  }

  boolean isInterface() {
    return kind == EntityKind.INTERFACE;
  }

  /** Whether it is declared by another type rather than as a struct or interface. */
  boolean isDefinedByAnother() {
    return kind == EntityKind.TYPE_ALIAS && !underlying.isEmpty();
  }

  /** Whether it is only another name, {@code type A = B}. */
  boolean isAlias() {
    return underlying.startsWith("=");
  }

  /** The type it is declared as, rewritten. */
  String underlying() {
    return isAlias() ? underlying.substring(1) : underlying;
  }

  /** Constraints of its type parameters, rewritten. */
  List<String> constraints() {
    return constraints;
  }

  Map<String, List<Symbol>> members() {
    return members;
  }
}
