package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import java.util.List;

/** The spaces of a file, which entities may open inside of others, and the keys of its types. */
final class Spaces {
  private final Dialect dialect;
  private final SourceFile file;
  private final List<EntityFact> entities;
  private final String top;

  Spaces(Dialect dialect, SourceFile file) {
    this.dialect = dialect;
    this.file = file;
    this.entities = file.facts().entities();
    this.top = dialect.space(file);
  }

  /** The space around an entity. */
  String around(int entity) {
    for (int at = entity; at != 0; at = entities.get(at).parent()) {
      int parent = entities.get(at).parent();
      if (entities.get(parent).kind() == EntityKind.NAMESPACE) {
        return inside(parent);
      }
    }
    return top;
  }

  /** The space that a namespace opens. */
  String inside(int namespace) {
    return NominalScopes.key(around(namespace), entities.get(namespace).name().replace('\\', '.'));
  }

  /** The key of a type. */
  String typeKey(int entity) {
    return NominalScopes.typeKey(dialect, file, entity, around(entity));
  }
}
