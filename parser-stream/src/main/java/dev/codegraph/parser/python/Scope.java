package dev.codegraph.parser.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A region of code in which names are bound together: Python looks names up along these. */
final class Scope {
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    LAMBDA,
    COMPREHENSION,
    TYPE_PARAMETERS
  }

  final Kind kind;
  final @Nullable Scope outer;

  /** Node whose bytes are the region. */
  final int node;

  final Map<String, Name> names = new HashMap<>();

  /** Of a class: what methods assign to attributes of their receiver, by attribute name. */
  final Map<String, List<Target>> attributes = new LinkedHashMap<>();

  /** Of a method: the name of its first parameter; empty for others. */
  String receiver = "";

  /** Entity of the module, class or function; that of the enclosing one for other kinds. */
  int entity;

  Scope(Kind kind, @Nullable Scope outer, int node) {
    this.kind = kind;
    this.outer = outer;
    this.node = node;
  }

  /** How a name is bound in a scope. */
  static final class Name {
    boolean imported;
    boolean function;
    boolean type;
    boolean assigned;

    /**
     * Bound by a for, with, except, match or del: visible, and not worth an entity at top level.
     */
    boolean passing;

    boolean parameter;
    boolean global;
    boolean nonlocal;

    /** Whether a function of the name is called without parentheses. */
    boolean accessor;

    /** Entity of a definition, -1 before it was made. */
    int entity = -1;

    /** Identifier that an assignment made the entity of, -1 for none. */
    int definedAt = -1;

    final List<Target> targets = new ArrayList<>();

    /** Bodies of inner functions that use the name. */
    final List<Integer> closures = new ArrayList<>();

    /** Whether uses are references: a definition or an import binds it. */
    boolean isDefinition() {
      return imported || function || type;
    }
  }

  Name bind(String name) {
    return names.computeIfAbsent(name, n -> new Name());
  }

  /** The scope that holds what is assigned to a name here. */
  Scope holder(String name) {
    Scope scope = this;
    while (scope.kind == Kind.COMPREHENSION) {
      scope = java.util.Objects.requireNonNull(scope.outer);
    }
    Name known = scope.names.get(name);
    if (known == null || (!known.global && !known.nonlocal)) {
      return scope;
    }
    if (known.nonlocal) {
      for (Scope s = scope.outer; s != null; s = s.outer) {
        if (s.kind == Kind.FUNCTION && s.names.containsKey(name) && !s.names.get(name).nonlocal) {
          return s;
        }
      }
    }
    return module();
  }

  Scope module() {
    Scope scope = this;
    while (scope.outer != null) {
      scope = scope.outer;
    }
    return scope;
  }

  /** The scope in which a use of a name finds it; null when it is in none. */
  @Nullable Scope find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.kind == Kind.CLASS && scope != this) {
        continue;
      }
      Name known = scope.names.get(name);
      if (known != null && !known.nonlocal) {
        if (!known.global) {
          return scope;
        }
        Scope module = module();
        return module.names.containsKey(name) ? module : null;
      }
    }
    return null;
  }

  /** The class whose method has this name as its receiver, seen from here; null for none. */
  @Nullable Scope receiverClass(String name) {
    Scope found = find(name);
    if (found == null || !found.receiver.equals(name) || found.kind != Kind.FUNCTION) {
      return null;
    }
    Scope owner = found.outer;
    while (owner != null && owner.kind == Kind.TYPE_PARAMETERS) {
      owner = owner.outer;
    }
    return owner;
  }
}
