package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What surrounds the code of the file being linked: types, type variables, receivers. */
final class Places {
  /**
   * A value whose members code can name without saying so.
   *
   * @param start Where the code begins that can: the nearest one begins last.
   * @param entity The type around the code; -1 for a binding.
   * @param binding The receiver that is bound; null for a type.
   */
  record Implicit(int start, int entity, @org.jspecify.annotations.Nullable Binding binding) {}

  private final Dialect dialect;
  private final SourceFile file;
  private final List<EntityFact> entities;
  private final Types types;
  private final Place[] places;
  private final List<Binding> receivers = new ArrayList<>();

  /** Variables outside of functions that were asked for, with their entities; -1 for none. */
  private final Map<String, Integer> variables = new HashMap<>();

  /** Types and functions that are declared in code, by the entity around them and their name. */
  private final Map<String, List<Integer>> inner = new HashMap<>();

  Places(Dialect dialect, SourceFile file, Types types) {
    this.dialect = dialect;
    this.file = file;
    this.entities = file.facts().entities();
    this.types = types;
    this.places = new Place[entities.size()];
    for (Binding binding : file.facts().bindings()) {
      if (binding.kind() == BindingKind.RECEIVER) {
        receivers.add(binding);
      }
    }
    for (int i = 1; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      EntityFact parent = entities.get(entity.parent());
      if (entity.parent() > 0
          && !NominalScopes.isTypeLike(parent.kind())
          && (entity.kind().isType() || entity.kind().isCallable())) {
        inner
            .computeIfAbsent(entity.parent() + " " + entity.name(), n -> new ArrayList<>(1))
            .add(i);
      }
    }
  }

  /** The variable outside of functions that has a name; -1 for none. */
  int variable(String name) {
    Integer known = variables.get(name);
    if (known == null) {
      known = findVariable(name);
      variables.put(name, known);
    }
    return known;
  }

  private int findVariable(String name) {
    for (int i = 1; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      boolean isOutside =
          entity.parent() == 0 || entities.get(entity.parent()).kind() == EntityKind.NAMESPACE;
      if (isOutside && name.equals(dialect.definedName(entity))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the code of an entity is written. */
  Place of(int entity) {
    Place known = places[entity];
    if (known == null) {
      EntityFact fact = entities.get(entity);
      if (entity == 0) {
        known = Place.top(types.own());
      } else {
        known = of(fact.parent());
        if (NominalScopes.isTypeLike(fact.kind())) {
          known =
              new Place(
                  known.file(),
                  types.spaces().typeKey(entity),
                  types.spaces().around(entity),
                  known.with(ownTypes(entity)).variables());
        } else if (fact.kind() == EntityKind.NAMESPACE) {
          known = new Place(known.file(), "", types.spaces().inside(entity), known.variables());
        }
        known = known.with(variables(fact, known));
      }
      places[entity] = known;
    }
    return known;
  }

  private Map<String, Type> ownTypes(int entity) {
    if (dialect.ownTypes().isEmpty() && dialect.receiverTypes().isEmpty()) {
      return Map.of();
    }
    Map<String, Type> own = new HashMap<>();
    Type self = self(entity);
    dialect.ownTypes().forEach(word -> own.put(word, self));
    dialect.receiverTypes().forEach(word -> own.put(word, self));
    return own;
  }

  private Map<String, Type> variables(EntityFact entity, Place inside) {
    if (entity.typeParameters().isEmpty()) {
      return Map.of();
    }
    Map<String, Type> variables = new HashMap<>();
    for (String parameter : entity.typeParameters()) {
      String bound = types.dialect().bound(parameter);
      variables.put(
          NominalScopes.leadingName(parameter),
          bound.isEmpty() ? Type.UNKNOWN : types.type(bound, inside));
    }
    return variables;
  }

  /** The innermost type around an entity, itself included; 0 for none. */
  int typeAround(int entity) {
    int at = entity;
    while (at > 0 && !NominalScopes.isTypeLike(entities.get(at).kind())) {
      at = entities.get(at).parent();
    }
    return at;
  }

  /** All whose members can be named at an offset without saying so, the nearest first. */
  List<Implicit> implicits(int owner, int offset) {
    List<Implicit> found = new ArrayList<>(2);
    for (int at = typeAround(owner); at > 0; at = typeAround(entities.get(at).parent())) {
      found.add(new Implicit(entities.get(at).start(), at, null));
    }
    for (Binding receiver : receivers) {
      if (receiver.start() <= offset && offset < receiver.end()) {
        found.add(new Implicit(receiver.start(), -1, receiver));
      }
    }
    found.sort(Comparator.comparingInt(Implicit::start).reversed());
    return found;
  }

  /** Whether some receiver is bound at an offset; its index among the bindings, or -1. */
  int receiverAt(int offset) {
    int best = -1;
    for (int i = 0; i < receivers.size(); i++) {
      if (receivers.get(i).start() <= offset && offset < receivers.get(i).end()) {
        best = i;
      }
    }
    return best;
  }

  /** What is declared by a name in the code around, the innermost first; empty for nothing. */
  List<Integer> declaredInCode(String name, int owner) {
    if (inner.isEmpty()) {
      return List.of();
    }
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      List<Integer> found = inner.get(at + " " + name);
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /** The type that an entity of the file is, seen from inside. */
  Type.Declared self(int entity) {
    return new Type.Declared(types.symbolOf(entity), List.of());
  }

  SourceFile file() {
    return file;
  }
}
