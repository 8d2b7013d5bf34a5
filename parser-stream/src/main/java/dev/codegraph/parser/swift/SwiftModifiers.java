package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words and attributes before a declaration. */
final class SwiftModifiers {
  /** Attributes of the language whose arguments are words of their own and no expressions. */
  private static final Set<String> WORDY =
      Set.of(
          "available",
          "attached",
          "backDeployed",
          "convention",
          "derivative",
          "differentiable",
          "documentation",
          "exclusivity",
          "freestanding",
          "inline",
          "objc",
          "_cdecl",
          "_effects",
          "_objcImplementation",
          "_semantics",
          "_silgen_name",
          "_specialize",
          "_spi");

  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftModifiers(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Adds the modifiers of a declaration to its entity, and what its attributes say.
   *
   * @param visibility What it has without a word about that; null for none.
   */
  void of(int declaration, EntityDraft draft, @Nullable Modifier visibility) {
    Modifier own = written(declaration);
    Modifier effective = own == null ? visibility : own;
    if (effective != null) {
      draft.modifier(effective);
    }
    walk.context().inEntity(draft.index(), () -> words(declaration, draft));
    if (walk.token(declaration, "class") >= 0 && draft.kind().isCallable()) {
      draft.modifier(Modifier.STATIC);
    }
    if (walk.token(declaration, "async") >= 0) {
      draft.modifier(Modifier.ASYNC);
    }
  }

  private void words(int node, EntityDraft draft) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case MODIFIERS -> words(c, draft);
        case ATTRIBUTE -> attribute(c, draft);
        case INHERITANCE_MODIFIER -> draft.modifier(Modifier.FINAL);
        case MEMBER_MODIFIER -> {
          if (syntax.textEquals(c, "override")) {
            draft.modifier(Modifier.OVERRIDE);
          }
        }
        case PROPERTY_MODIFIER -> {
          switch (syntax.text(c)) {
            case "static", "class" -> draft.modifier(Modifier.STATIC);
            case "optional" -> draft.modifier(Modifier.OPTIONAL);
            default -> {
              // dynamic and distributed change nothing that is asked.
            }
          }
        }
        default -> {
          // Changes nothing that is asked, or is no modifier.
        }
      }
    }
  }

  /** The visibility that a declaration is given by a word; null for none. */
  @Nullable Modifier written(int declaration) {
    int modifiers = syntax.child(declaration, SwiftNode.MODIFIERS);
    for (int c : syntax.children(modifiers, SwiftNode.VISIBILITY_MODIFIER)) {
      if (walk.token(c, "set") >= 0) {
        continue;
      }
      return switch (syntax.text(c)) {
        case "public", "open" -> Modifier.PUBLIC;
        case "private", "fileprivate" -> Modifier.PRIVATE;
        default -> Modifier.INTERNAL;
      };
    }
    return null;
  }

  /** Whether a declaration has an attribute. */
  boolean hasAttribute(int declaration, String name) {
    int modifiers = syntax.child(declaration, SwiftNode.MODIFIERS);
    for (int c : syntax.children(modifiers, SwiftNode.ATTRIBUTE)) {
      if (attributeName(c).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private String attributeName(int attribute) {
    return walk.name(walk.types().lastName(syntax.child(attribute, SwiftNode.USER_TYPE)));
  }

  /** Emits the references of an attribute and notes what it says about an entity. */
  void attribute(int node, EntityDraft draft) {
    int type = syntax.child(node, SwiftNode.USER_TYPE);
    if (type < 0) {
      return;
    }
    String name = attributeName(node);
    walk.types().named(type, Role.ANNOTATE, -1);
    switch (name) {
      case "available" -> {
        for (int c : syntax.children(node, SwiftNode.SIMPLE_IDENTIFIER)) {
          if (syntax.textEquals(c, "deprecated")) {
            draft.flag(EntityFlag.DEPRECATED);
          }
        }
      }
      case "Test" -> draft.flag(EntityFlag.TEST);
      case "main", "UIApplicationMain", "NSApplicationMain" -> draft.flag(EntityFlag.ENTRY_POINT);
      default -> {
        // Means nothing to us.
      }
    }
    if (!WORDY.contains(name)) {
      arguments(node);
    }
  }

  private void arguments(int attribute) {
    for (int c = syntax.nextNamed(syntax.firstNamed(attribute)); c >= 0; c = syntax.nextNamed(c)) {
      boolean isLabel =
          syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER) && walk.isToken(syntax.nextSibling(c), ":");
      if (!isLabel) {
        walk.expressions().value(c, false);
      }
    }
  }

  /** Byte offset at which a declaration begins when its attributes are left out. */
  int signatureStart(int declaration) {
    int c = syntax.firstChild(declaration);
    while (c >= 0 && (syntax.is(c, SwiftNode.ATTRIBUTE) || syntax.tree().isExtra(c))) {
      c = syntax.nextSibling(c);
    }
    if (syntax.is(c, SwiftNode.MODIFIERS)) {
      int m = syntax.firstChild(c);
      while (m >= 0 && (syntax.is(m, SwiftNode.ATTRIBUTE) || syntax.tree().isExtra(m))) {
        m = syntax.nextSibling(m);
      }
      c = m < 0 ? syntax.nextSibling(c) : m;
    }
    return syntax.start(c < 0 ? declaration : c);
  }

  /** The type that is expected where a name begins with a bare dot. */
  int expected() {
    return walk.expression(ExpressionKind.OTHER, ".", -1, -1);
  }
}
