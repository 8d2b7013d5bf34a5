package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;

/** The words that say who may call what: alone, before a declaration, or with names. */
final class RubyVisibility {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyVisibility(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** A word alone. Whether it is one of those. */
  boolean word(String name) {
    if (walk.methods().isInMethod()) {
      return false;
    }
    switch (name) {
      case "private" -> walk.body().follow(Modifier.PRIVATE);
      case "protected" -> walk.body().follow(Modifier.PROTECTED);
      case "public" -> walk.body().follow(Modifier.PUBLIC);
      case "module_function" -> walk.body().followModuleFunctions();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A word with what it is about behind it. Whether it is one of those. */
  boolean call(String name, int list) {
    if (list < 0 || syntax.firstNamed(list) < 0) {
      return word(name);
    }
    switch (name) {
      case "private" -> about(list, Modifier.PRIVATE, false);
      case "protected" -> about(list, Modifier.PROTECTED, false);
      case "public" -> about(list, Modifier.PUBLIC, false);
      case "private_class_method" -> about(list, Modifier.PRIVATE, true);
      case "public_class_method" -> about(list, Modifier.PUBLIC, true);
      case "private_constant" -> constants(list);
      case "module_function" -> functions(list);
      case "deprecate" -> {
        walk.methods().deprecated(list);
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Replaces the visibility of an entity. */
  void set(EntityDraft draft, Modifier visibility) {
    draft.clear(Modifier.PUBLIC).clear(Modifier.PROTECTED).clear(Modifier.PRIVATE);
    draft.modifier(visibility);
  }

  private void about(int list, Modifier visibility, boolean isOfClass) {
    int before = walk.body().members().size();
    walk.expressions().arguments(list);
    for (EntityDraft draft : walk.body().members().subList(before, walk.body().members().size())) {
      if (draft.parent() == walk.context().owner()) {
        set(draft, visibility);
      }
    }
    for (int literal : walk.names().literals(list)) {
      for (EntityDraft draft : walk.body().named(walk.names().literal(literal))) {
        boolean isStatic = draft.has(Modifier.STATIC) && !walk.body().isStatic();
        if (isStatic == isOfClass && isMember(draft.kind())) {
          set(draft, visibility);
        }
      }
    }
  }

  private static boolean isMember(EntityKind kind) {
    return kind.isCallable() || kind == EntityKind.PROPERTY;
  }

  private void constants(int list) {
    for (int literal : walk.names().literals(list)) {
      for (EntityDraft draft : walk.body().named(walk.names().literal(literal))) {
        if (draft.kind() == EntityKind.CONSTANT
            || draft.kind() == EntityKind.MODULE
            || draft.kind().isType()) {
          set(draft, Modifier.PRIVATE);
        }
      }
    }
  }

  private void functions(int list) {
    int before = walk.body().members().size();
    walk.expressions().arguments(list);
    for (EntityDraft draft : walk.body().members().subList(before, walk.body().members().size())) {
      if (draft.parent() == walk.context().owner()) {
        draft.modifier(Modifier.STATIC);
      }
    }
    for (int literal : walk.names().literals(list)) {
      for (EntityDraft draft : walk.body().named(walk.names().literal(literal))) {
        draft.modifier(Modifier.STATIC);
      }
    }
  }
}
