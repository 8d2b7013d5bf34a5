package dev.codegraph.graph.link;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entity ids: {@code <language>:<path>} for a file and {@code <language>:<path>#<local id>} for
 * what it defines. The local id is the nested name, a colon and the kind, with {@code ~n} for the
 * n-th further entity of the same nested name and kind in the file. So an id is a pure function of
 * the revision and does not move when lines do.
 */
public final class EntityIds {
  /** Kinds whose names come from another world and may hold dots. */
  private static final Set<String> DECLARED =
      Stream.of(EntityKind.values())
          .filter(EntityKind::isDeclared)
          .map(EntityKind::wire)
          .collect(Collectors.toUnmodifiableSet());

  /** Those of them that are in a service, a stage or an object. */
  private static final Set<String> NESTED = Set.of(EntityKind.IMAGE.wire(), EntityKind.PORT.wire());

  private EntityIds() {}

  /** The id of an entity. */
  public static String id(Language language, String path, String localId) {
    String file = language.label() + ":" + path;
    return localId.isEmpty() ? file : file + "#" + localId;
  }

  /**
   * The local id inside an id; empty for a file. Both a path and a local id may hold a {@code #},
   * so the id alone does not say where one ends and the other begins.
   *
   * @param path The path that the id was made with.
   */
  public static String localIdOf(String id, String path) {
    int end = id.indexOf(':') + 1 + path.length();
    return end == id.length() ? "" : id.substring(end + 1);
  }

  /** The simple name inside a local id. */
  public static String nameOf(String localId) {
    String nested = nestedNameOf(localId);
    String kind = kindOf(localId);
    if (NESTED.contains(kind)) {
      return nested.substring(nested.indexOf('.') + 1);
    }
    if (DECLARED.contains(kind)) {
      return nested;
    }
    // The path of a route may hold dots; its method, before the first space, holds none.
    int end = kind.equals(EntityKind.ROUTE.wire()) ? nested.indexOf(' ') : nested.length();
    return nested.substring(nested.lastIndexOf('.', end) + 1);
  }

  private static String kindOf(String localId) {
    int start = localId.lastIndexOf(':') + 1;
    int end = localId.indexOf('~', start);
    return localId.substring(start, end < 0 ? localId.length() : end);
  }

  /** The names from the outermost enclosing entity to this one, joined by dots. */
  public static String nestedNameOf(String localId) {
    int colon = localId.lastIndexOf(':');
    return colon < 0 ? localId : localId.substring(0, colon);
  }

  /** Local ids of all entities of some facts, by index. */
  static String[] localIds(FileFacts facts) {
    List<EntityFact> entities = facts.entities();
    String[] nested = new String[entities.size()];
    String[] ids = new String[entities.size()];
    Map<String, Integer> seen = new HashMap<>();
    Map<Integer, String> receivers = receivers(facts);
    for (int i = 0; i < ids.length; i++) {
      EntityFact entity = entities.get(i);
      if (i == 0) {
        nested[0] = "";
        ids[0] = "";
        continue;
      }
      String outer = entity.parent() == 0 ? receivers.getOrDefault(i, "") : nested[entity.parent()];
      nested[i] = outer.isEmpty() ? entity.name() : outer + "." + entity.name();
      String id = nested[i] + ":" + entity.kind().wire();
      int ordinal = seen.merge(id, 1, Integer::sum);
      ids[i] = ordinal == 1 ? id : id + "~" + ordinal;
    }
    return ids;
  }

  /**
   * By entity the name of the type that a receiver binding gives it: a method whose type another
   * file may declare lies in its file but is called by its type all the same.
   */
  private static Map<Integer, String> receivers(FileFacts facts) {
    Map<Integer, String> types = new HashMap<>();
    for (Binding binding : facts.bindings()) {
      if (binding.kind() == BindingKind.RECEIVER) {
        types.put(binding.owner(), simpleName(binding.declaredType()));
      }
    }
    return types;
  }

  /** The name in a type as written: without pointer, parentheses and type arguments. */
  private static String simpleName(String type) {
    int start = 0;
    while (start < type.length() && !Character.isJavaIdentifierStart(type.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
      end++;
    }
    return type.substring(start, end);
  }
}
