package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Modifier;
import org.jspecify.annotations.Nullable;

/** The words before a declaration. */
final class CSharpModifiers {
  private CSharpModifiers() {}

  /**
   * Adds the modifiers of a declaration to its entity.
   *
   * @param visibility What it has without a word about that; null for none.
   */
  static void of(
      Syntax<CSharpNode> syntax,
      int declaration,
      EntityDraft draft,
      @Nullable Modifier visibility) {
    boolean hasVisibility = false;
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      if (!syntax.is(c, CSharpNode.MODIFIER)) {
        continue;
      }
      hasVisibility |= add(syntax.text(c), draft);
    }
    if (!hasVisibility) {
      byDefault(draft, visibility);
    }
  }

  /** Gives an entity the visibility that it has without a word about that. */
  static void byDefault(EntityDraft draft, @Nullable Modifier visibility) {
    if (visibility != null) {
      draft.modifier(visibility);
    }
  }

  /** Adds a modifier by its word. Whether the word is about visibility. */
  static boolean add(String word, EntityDraft draft) {
    switch (word) {
      case "public" -> draft.modifier(Modifier.PUBLIC);
      case "protected" -> draft.modifier(Modifier.PROTECTED);
      case "internal" -> draft.modifier(Modifier.INTERNAL);
      case "private", "file" -> draft.modifier(Modifier.PRIVATE);
      default -> {
        addOther(word, draft);
        return false;
      }
    }
    return true;
  }

  private static void addOther(String word, EntityDraft draft) {
    switch (word) {
      case "static" -> draft.modifier(Modifier.STATIC);
      case "const" -> draft.modifier(Modifier.STATIC).modifier(Modifier.FINAL);
      case "abstract" -> draft.modifier(Modifier.ABSTRACT);
      case "sealed" -> draft.modifier(Modifier.SEALED).modifier(Modifier.FINAL);
      case "override" -> draft.modifier(Modifier.OVERRIDE);
      case "readonly" -> draft.modifier(Modifier.READONLY);
      case "async" -> draft.modifier(Modifier.ASYNC);
      case "extern" -> draft.modifier(Modifier.NATIVE);
      case "volatile" -> draft.modifier(Modifier.VOLATILE);
      default -> {
        // partial, virtual, new, unsafe, required and fixed change nothing that is asked.
      }
    }
  }

  /** Whether a declaration has a modifier. */
  static boolean has(Syntax<CSharpNode> syntax, int declaration, String word) {
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CSharpNode.MODIFIER) && syntax.textEquals(c, word)) {
        return true;
      }
    }
    return false;
  }
}
