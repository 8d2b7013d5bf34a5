package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Variables: locals are bound, those with a sign before their name are entities once written. */
final class RubyVariables {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  /** The variables that already are entities, by the entity that they belong to. */
  private final Map<Integer, Set<String>> known = new HashMap<>();

  /** Where the innermost block without parameters begins, -1 when it has some. */
  private int unnamed = -1;

  private int unnamedGiver = -1;

  RubyVariables(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks the code of a block.
   *
   * @param start Where it begins when it names no parameters, -1 otherwise.
   */
  void inClosure(int start, int giver, Runnable code) {
    int outer = unnamed;
    int outerGiver = unnamedGiver;
    unnamed = start;
    unnamedGiver = giver;
    code.run();
    unnamed = outer;
    unnamedGiver = outerGiver;
  }

  /**
   * Whether a name is a local variable; the parameters that a block has without naming them are
   * bound where they are first used.
   */
  boolean isLocal(String name) {
    if (walk.context().isLocal(name)) {
      return true;
    }
    int place = unnamed < 0 ? -1 : place(name);
    if (place < 0) {
      return false;
    }
    int value = unnamedGiver < 0 ? -1 : walk.parameters().place(unnamedGiver, place);
    walk.context().bind(name, BindingKind.PARAMETER, unnamed, "", value);
    return true;
  }

  private static int place(String name) {
    if (name.equals("it")) {
      return 0;
    }
    boolean isNumbered =
        name.length() == 2
            && name.charAt(0) == '_'
            && name.charAt(1) >= '1'
            && name.charAt(1) <= '9';
    return isNumbered ? name.charAt(1) - '1' : -1;
  }

  /** Emits the reference of a variable with a sign before its name. */
  int use(int node, boolean wanted) {
    String name = syntax.text(node);
    walk.context().reference(Role.READ, name, node, -1, -1);
    return wanted ? walk.expression(ExpressionKind.NAME, name, -1, -1) : -1;
  }

  /** Gives a local variable a value from here on. */
  void local(int name, BindingKind kind, int value) {
    walk.context().bind(syntax.text(name), kind, syntax.start(name), "", value);
  }

  /**
   * Walks what gets a value.
   *
   * @param node A variable, a list of such, an attribute, an element.
   * @param assignment The node that gives it.
   * @param value Expression of the value, -1 when unknown.
   */
  void target(int node, int assignment, BindingKind kind, int value) {
    switch (syntax.kind(node)) {
      case IDENTIFIER -> local(node, kind, value);
      case INSTANCE_VARIABLE, CLASS_VARIABLE -> field(node, assignment, value);
      case GLOBAL_VARIABLE -> {
        global(node, assignment);
        walk.context().reference(Role.WRITE, syntax.text(node), node, -1, -1);
      }
      case LEFT_ASSIGNMENT_LIST, DESTRUCTURED_LEFT_ASSIGNMENT, DESTRUCTURED_PARAMETER -> {
        int place = 0;
        for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
          int part = value < 0 ? -1 : walk.parameters().place(value, place);
          target(c, assignment, kind, part);
          place++;
        }
      }
      case REST_ASSIGNMENT, SPLAT_ARGUMENT -> {
        int name = syntax.firstNamed(node);
        if (name >= 0) {
          target(name, assignment, kind, -1);
        }
      }
      case CONSTANT -> walk.members().constant(node, assignment, -1);
      default -> walk.expressions().target(node);
    }
  }

  private void field(int node, int assignment, int value) {
    String name = syntax.text(node);
    walk.context().reference(Role.WRITE, name, node, -1, -1);
    RubyBody body = walk.body();
    boolean isShared = syntax.is(node, RubyNode.CLASS_VARIABLE);
    boolean isStatic = isShared || walk.methods().isStatic() || body.isStatic();
    if (!body.isType()
        || !known(body.entity().index()).add(isStatic && !isShared ? "class " + name : name)) {
      return;
    }
    EntityDraft draft =
        walk.facts()
            .entity(
                EntityKind.FIELD,
                name,
                syntax.start(node),
                syntax.start(assignment),
                syntax.end(assignment),
                body.entity().index())
            .signature(name)
            .modifier(Modifier.PRIVATE)
            .initializer(value);
    if (isStatic) {
      draft.modifier(Modifier.STATIC);
    }
  }

  /** Makes the entity of a global variable where it first gets a value. */
  void global(int node, int assignment) {
    String name = syntax.text(node);
    if (known(0).add(name)) {
      walk.facts()
          .entity(
              EntityKind.VARIABLE,
              name,
              syntax.start(node),
              syntax.start(assignment),
              syntax.end(assignment),
              0)
          .modifier(Modifier.PUBLIC)
          .signature(name)
          .documentation(walk.documentation(assignment));
    }
  }

  private Set<String> known(int entity) {
    return known.computeIfAbsent(entity, e -> new HashSet<>());
  }
}
