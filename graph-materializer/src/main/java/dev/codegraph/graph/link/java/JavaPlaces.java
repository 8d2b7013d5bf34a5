package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What surrounds a place of the file being linked: types, type variables, and local classes. */
final class JavaPlaces {
  private final SourceFile file;
  private final JavaTypes types;
  private final int[] scopes;
  private final JavaContext[] contexts;
  private @Nullable Map<String, Integer> localTypes;

  JavaPlaces(SourceFile file, JavaTypes types) {
    this.file = file;
    this.types = types;
    this.scopes = new int[file.facts().entities().size()];
    this.contexts = new JavaContext[file.facts().entities().size()];
  }

  /** The context of the code of an entity: shared by those in the same type and generic method. */
  JavaContext contextOf(int entity) {
    JavaContext known = contexts[entity];
    if (known == null) {
      EntityFact fact = file.facts().entities().get(entity);
      if (entity == 0) {
        known = types.own();
      } else {
        known = contextOf(fact.parent());
        if (JavaScopes.isTypeLike(fact.kind())) {
          known = types.own().in(types.enclosingKey(entity)).with(known.bindings());
        }
        known = known.with(variables(fact, known));
      }
      contexts[entity] = known;
    }
    return known;
  }

  private Map<String, JavaType> variables(EntityFact entity, JavaContext outer) {
    if (entity.typeParameters().isEmpty()) {
      return Map.of();
    }
    Map<String, JavaType> variables = new HashMap<>();
    for (String parameter : entity.typeParameters()) {
      variables.put(head(parameter), JavaType.UNKNOWN);
    }
    JavaContext inside = outer.with(variables);
    for (String parameter : entity.typeParameters()) {
      int extendsAt = parameter.indexOf(" extends ");
      if (extendsAt >= 0) {
        String bound = parameter.substring(extendsAt + 9);
        int and = bound.indexOf('&');
        variables.put(
            head(parameter),
            types.type((and < 0 ? bound : bound.substring(0, and)).strip(), inside));
      }
    }
    return variables;
  }

  /** A class declared inside the code around a place. */
  JavaTypes.@Nullable Named localType(String name, int owner) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (!JavaScopes.isTypeLike(entities.get(at).kind())) {
        Integer found = localTypes().get(at + "." + name);
        if (found != null) {
          return new JavaTypes.Named(
              new JavaType.Declared(types.symbolOf(found), List.of(), types.own()),
              List.of(),
              Rule.SAME_FILE);
        }
      }
    }
    return null;
  }

  private Map<String, Integer> localTypes() {
    Map<String, Integer> known = localTypes;
    if (known == null) {
      known = new HashMap<>();
      List<EntityFact> entities = file.facts().entities();
      for (int i = 1; i < entities.size(); i++) {
        EntityFact entity = entities.get(i);
        if (JavaScopes.isType(entity.kind())
            && entity.parent() > 0
            && !JavaScopes.isTypeLike(entities.get(entity.parent()).kind())) {
          known.put(entity.parent() + "." + entity.name(), i);
          known.put(entity.parent() + ".", i);
        }
      }
      localTypes = known;
    }
    return known;
  }

  boolean hasLocalTypes(int owner) {
    return localTypes().containsKey(owner + ".");
  }

  /** The type that is written in code, which may be a class declared there. */
  JavaType typeAt(String written, int owner) {
    if (!localTypes().isEmpty() && written.indexOf('.') < 0 && !written.endsWith("[]")) {
      JavaTypes.Named inner = localType(head(written), owner);
      if (inner != null && inner.type() != null) {
        return inner.type();
      }
    }
    return types.type(written, contextOf(owner));
  }

  @Nullable Symbol enclosingType(int owner) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (JavaScopes.isTypeLike(entities.get(at).kind())) {
        return types.symbolOf(at);
      }
    }
    return null;
  }

  /** The type that an entity is, seen from inside: with its own type variables as arguments. */
  JavaType.Declared self(int entity) {
    Symbol type = types.symbolOf(entity);
    return new JavaType.Declared(type, JavaTypeText.variables(type.entry()), contextOf(entity));
  }

  /** The outermost entity that has the same context: names that are not local mean the same. */
  int scopeOf(int owner) {
    int scope = scopes[owner];
    if (scope == 0) {
      int parent = file.facts().entities().get(owner).parent();
      boolean isShared = parent > 0 && sameContext(owner, parent);
      scope = isShared ? scopeOf(parent) : owner + 1;
      scopes[owner] = scope;
    }
    return scope;
  }

  /** Whether code of both means the same by each name that is not a local variable. */
  private boolean sameContext(int owner, int parent) {
    EntityFact entity = file.facts().entities().get(owner);
    return !JavaScopes.isTypeLike(entity.kind())
        && entity.typeParameters().isEmpty()
        && !hasLocalTypes(owner)
        && parent > 0;
  }

  static String head(String type) {
    int end = 0;
    while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
      end++;
    }
    return type.substring(0, end);
  }
}
