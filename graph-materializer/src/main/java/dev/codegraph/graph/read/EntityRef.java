package dev.codegraph.graph.read;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.schemas.Language;

/**
 * An entity by its parts.
 *
 * @param language Language of its file.
 * @param path Path of its file.
 * @param localId Local id; empty for the file itself.
 */
public record EntityRef(Language language, String path, String localId) {
  /** The entity id. */
  public String id() {
    return EntityIds.id(language, path, localId);
  }

  static EntityRef of(String path, FileState state, String localId) {
    return new EntityRef(java.util.Objects.requireNonNull(state.language()), path, localId);
  }
}
