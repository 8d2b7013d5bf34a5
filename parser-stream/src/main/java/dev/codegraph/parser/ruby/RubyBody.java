package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a class or module, or of the file, while it is walked: what has been declared in it
 * so far, and what the words before say of the declarations to come.
 */
final class RubyBody {
  private final EntityDraft entity;
  private final boolean isType;
  private final boolean isStatic;
  private final List<EntityDraft> members = new ArrayList<>();
  private final Map<String, List<EntityDraft>> byName = new HashMap<>();

  /** The visibility of methods to come. */
  private Modifier visibility = Modifier.PUBLIC;

  private boolean isModuleFunction;

  /**
   * An empty body.
   *
   * @param entity What the members belong to.
   * @param isType Whether methods are members of a type.
   * @param isStatic Whether methods are those of the class itself, as in {@code class << self}.
   */
  RubyBody(EntityDraft entity, boolean isType, boolean isStatic) {
    this.entity = entity;
    this.isType = isType;
    this.isStatic = isStatic;
  }

  EntityDraft entity() {
    return entity;
  }

  boolean isType() {
    return isType;
  }

  boolean isStatic() {
    return isStatic;
  }

  /** All methods, properties and constants so far. */
  List<EntityDraft> members() {
    return members;
  }

  /** Those with a name. */
  List<EntityDraft> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  void add(EntityDraft member) {
    members.add(member);
    byName.computeIfAbsent(member.name(), n -> new ArrayList<>(1)).add(member);
  }

  Modifier visibility() {
    return visibility;
  }

  boolean isModuleFunction() {
    return isModuleFunction;
  }

  /** A word alone: what follows is of that visibility. */
  void follow(Modifier visibility) {
    this.visibility = visibility;
    isModuleFunction = false;
  }

  /** The word alone: the functions that follow belong to the module itself. */
  void followModuleFunctions() {
    visibility = Modifier.PUBLIC;
    isModuleFunction = true;
  }
}
