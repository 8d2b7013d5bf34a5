package dev.codegraph.schemas;

import java.util.Locale;

/** Kind of an entity, the vertices of the graph. The wire name is the constant in lower case. */
public enum EntityKind {
  FILE,
  MODULE,
  PACKAGE,
  NAMESPACE,
  CLASS(true),
  STRUCT(true),
  UNION(true),
  INTERFACE(true),
  TRAIT(true),
  PROTOCOL(true),
  ENUM(true),
  ENUM_MEMBER,
  RECORD(true),
  OBJECT(true),
  MIXIN(true),
  EXTENSION,
  ANNOTATION(true),
  TYPE_ALIAS(true),
  FUNCTION,
  METHOD,
  CONSTRUCTOR,
  DESTRUCTOR,
  PROPERTY,
  FIELD,
  CONSTANT,
  VARIABLE,
  MACRO,
  PARAMETER,
  ROUTE,
  /** What a manifest declares to need. */
  DEPENDENCY,
  /** An image of a container. */
  IMAGE,
  /** A stage of a build of an image. */
  STAGE,
  /** A service of a compose file. */
  SERVICE,
  PORT,
  /** An object of Kubernetes. */
  RESOURCE;

  private final boolean type;
  private final String wire = name().toLowerCase(Locale.ROOT);

  EntityKind() {
    this(false);
  }

  EntityKind(boolean type) {
    this.type = type;
  }

  /** Whether entities of this kind can be the type of a value and have members. */
  public boolean isType() {
    return type;
  }

  /** Whether entities of this kind have names of another world, which may hold dots. */
  public boolean isDeclared() {
    return switch (this) {
      case PACKAGE, DEPENDENCY, IMAGE, STAGE, SERVICE, PORT, RESOURCE -> true;
      default -> false;
    };
  }

  /** Whether entities of this kind can be called. */
  public boolean isCallable() {
    return this == FUNCTION || this == METHOD || this == CONSTRUCTOR || this == DESTRUCTOR;
  }

  /** The name in exports, ids and the API. */
  public String wire() {
    return wire;
  }

  /**
   * The kind with this wire name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static EntityKind ofWire(String wire) {
    for (EntityKind kind : values()) {
      if (kind.wire.equals(wire)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown entity kind " + wire);
  }
}
