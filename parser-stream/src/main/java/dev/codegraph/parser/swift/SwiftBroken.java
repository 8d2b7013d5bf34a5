package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;

/** What parts of the source that are not Swift still say: whole declarations, and lost heads. */
final class SwiftBroken {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftBroken(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the parts of a node that the grammar has no place for. */
  void parts(int node) {
    if (!syntax.is(syntax.firstChild(node), SwiftNode.ERROR)) {
      walk.statements().macro(node);
    }
    int c = syntax.firstChild(node);
    while (c >= 0) {
      EntityKind kind = headKind(c);
      if (kind == EntityKind.FILE) {
        part(c);
        c = syntax.nextSibling(c);
      } else {
        c = headed(node, c, kind);
      }
    }
  }

  private void part(int node) {
    if (!syntax.tree().isNamed(node)) {
      return;
    }
    switch (syntax.kind(node)) {
      case VALUE_BINDING_PATTERN -> value(node);
      case SIMPLE_IDENTIFIER,
          TYPE_IDENTIFIER,
          USER_TYPE,
          INHERITANCE_SPECIFIER,
          PATTERN,
          PARAMETER,
          NAVIGATION_EXPRESSION,
          LAMBDA_FUNCTION_TYPE -> {
        // Words whose place in the sentence is lost say nothing.
      }
      default -> walk.statements().statement(node);
    }
  }

  /** A variable or constant whose value is lost. */
  private void value(int binding) {
    int name = syntax.nextSibling(binding);
    if (syntax.is(name, SwiftNode.PATTERN)) {
      name = syntax.child(name, SwiftNode.SIMPLE_IDENTIFIER);
    }
    if (!syntax.is(name, SwiftNode.SIMPLE_IDENTIFIER)) {
      return;
    }
    if (walk.declarations().inCode()) {
      walk.context().bind(walk.name(name), BindingKind.LOCAL, syntax.start(name), "", -1);
      return;
    }
    boolean isConstant = syntax.textEquals(binding, "let");
    EntityKind global = isConstant ? EntityKind.CONSTANT : EntityKind.VARIABLE;
    EntityDraft draft =
        walk.facts()
            .entity(
                walk.inType() ? EntityKind.PROPERTY : global,
                walk.name(name),
                syntax.start(name),
                syntax.start(binding),
                syntax.end(name),
                walk.context().owner());
    draft.signature(syntax.signature(syntax.start(binding), syntax.end(name)));
    draft.documentation(walk.declarations().documentation(binding));
    visible(draft);
    if (isConstant) {
      draft.modifier(Modifier.READONLY);
    }
  }

  private void visible(EntityDraft draft) {
    Modifier visibility = walk.declarations().visibility();
    if (visibility != null) {
      draft.modifier(visibility);
    }
  }

  /** The kind of what a word and the name behind it begin; FILE when they begin nothing. */
  private EntityKind headKind(int word) {
    int name = syntax.nextSibling(word);
    boolean isName =
        syntax.is(name, SwiftNode.SIMPLE_IDENTIFIER) || syntax.is(name, SwiftNode.TYPE_IDENTIFIER);
    if (syntax.tree().isNamed(word) || !isName) {
      return EntityKind.FILE;
    }
    return switch (syntax.text(word)) {
      case "class", "actor" -> EntityKind.CLASS;
      case "struct" -> EntityKind.STRUCT;
      case "enum" -> EntityKind.ENUM;
      case "protocol" -> EntityKind.PROTOCOL;
      case "func" -> walk.inType() ? EntityKind.METHOD : EntityKind.FUNCTION;
      default -> EntityKind.FILE;
    };
  }

  /**
   * A declaration that has lost its end: the word that begins it and its name are there, and what
   * follows up to its last brace or the next such word belongs to it.
   *
   * @return the node behind it
   */
  private int headed(int error, int word, EntityKind kind) {
    int name = syntax.nextSibling(word);
    int end = end(syntax.nextSibling(name), kind);
    int endByte = end < 0 ? syntax.end(error) : syntax.start(end);
    EntityDraft draft =
        walk.facts()
            .entity(
                kind,
                walk.name(name),
                syntax.start(name),
                syntax.start(word),
                endByte,
                walk.context().owner());
    draft.signature(syntax.signature(syntax.start(word), syntax.end(name)));
    draft.documentation(walk.declarations().documentation(word));
    visible(draft);
    int first = syntax.nextSibling(name);
    if (kind.isCallable()) {
      walk.context()
          .inCallable(
              draft.index(),
              endByte,
              () -> walk.declarations().inCode(() -> contents(draft, first, end)));
    } else {
      walk.context()
          .inBody(
              draft.index(),
              endByte,
              () ->
                  walk.declarations()
                      .inMembers(Modifier.INTERNAL, () -> contents(draft, first, end)));
    }
    return end;
  }

  private void contents(EntityDraft draft, int first, int end) {
    int c = first;
    while (c >= 0 && c != end) {
      EntityKind kind = headKind(c);
      if (kind != EntityKind.FILE) {
        c = headed(syntax.parent(c), c, kind);
        continue;
      }
      if (syntax.is(c, SwiftNode.PARAMETER)) {
        walk.parameters().parameter(draft, c);
      } else {
        part(c);
      }
      c = syntax.nextSibling(c);
    }
  }

  /** The sibling at which a declaration is over; -1 when it goes to the last one. */
  private int end(int first, EntityKind kind) {
    int depth = 0;
    for (int c = first; c >= 0; c = syntax.nextSibling(c)) {
      if (kind.isCallable() && headKind(c) != EntityKind.FILE) {
        return c;
      }
      if (walk.isToken(c, "{")) {
        depth++;
      } else if (walk.isToken(c, "}") && --depth <= 0) {
        return syntax.nextSibling(c);
      }
    }
    return -1;
  }
}
