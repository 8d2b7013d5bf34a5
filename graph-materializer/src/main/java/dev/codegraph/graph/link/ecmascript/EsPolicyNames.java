package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import java.util.List;

/** Where the entities of a file are among each other. */
final class EsPolicyNames {
  private EsPolicyNames() {}

  /** The names from the outermost entity to this one, joined by dots. */
  static String nested(SourceFile file, int entity) {
    return EntityIds.nestedNameOf(file.localId(entity));
  }

  /** Whether an entity is declared at the top level of the file, or of a namespace in it. */
  static boolean isModuleLevel(List<EntityFact> entities, int entity) {
    int parent = entities.get(entity).parent();
    while (parent > 0) {
      if (!isNamespace(entities.get(parent).kind())) {
        return false;
      }
      parent = entities.get(parent).parent();
    }
    return parent == 0;
  }

  /** Whether other files can reach an entity by names: no function is around it. */
  static boolean isReachable(List<EntityFact> entities, int entity) {
    int parent = entities.get(entity).parent();
    while (parent > 0) {
      EntityFact around = entities.get(parent);
      boolean opensBody =
          around.kind() == EntityKind.METHOD
              || around.kind() == EntityKind.CONSTRUCTOR
              || around.kind() == EntityKind.FUNCTION && !isMember(entities.get(entity).kind());
      if (opensBody) {
        return false;
      }
      parent = around.parent();
    }
    return true;
  }

  private static boolean isMember(EntityKind kind) {
    return kind == EntityKind.METHOD || kind == EntityKind.FIELD || kind == EntityKind.PROPERTY;
  }

  static boolean isNamespace(EntityKind kind) {
    return kind == EntityKind.NAMESPACE || kind == EntityKind.MODULE;
  }

  /** Whether an entity is in the space of types. */
  static boolean isType(EntityKind kind) {
    return switch (kind) {
      case CLASS, INTERFACE, ENUM, TYPE_ALIAS, NAMESPACE, MODULE, ENUM_MEMBER -> true;
      default -> false;
    };
  }

  /** Whether an entity is in the space of values. */
  static boolean isValue(EntityKind kind) {
    return kind != EntityKind.INTERFACE && kind != EntityKind.TYPE_ALIAS;
  }
}
