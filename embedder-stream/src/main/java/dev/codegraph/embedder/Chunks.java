package dev.codegraph.embedder;

import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;

/** How an entity becomes a text: the recipe of chunks. */
final class Chunks {
  /** Names the rules below; they change together. */
  static final String RECIPE = "c1";

  private static final int MAX_DOCUMENTATION_CHARS = 1000;

  private Chunks() {}

  /** Types and callables are embedded; what has neither signature nor words of its own is not. */
  static boolean isEmbedded(EntityKind kind) {
    return kind.isType() || kind.isCallable() || kind == EntityKind.MODULE;
  }

  /** The text: the name, the signature, and the beginning of the documentation. */
  static String text(EntityFact entity) {
    String documentation = entity.documentation();
    if (documentation.length() > MAX_DOCUMENTATION_CHARS) {
      documentation = documentation.substring(0, MAX_DOCUMENTATION_CHARS);
    }
    return entity.name() + "\n" + entity.signature() + "\n" + documentation;
  }
}
