package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;

/** Calls of a body that declare something: attributes, mixins, aliases, methods. */
final class RubyMembers {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyMembers(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks a call without a receiver that declares something. Whether it does: others are
   * references.
   */
  boolean declares(int call, String name, int list, int block) {
    if (walk.methods().isInMethod() && !name.equals("alias_method")) {
      return false;
    }
    return switch (name) {
      case "attr_accessor" -> attributes(call, list, false, false);
      case "attr_reader", "attr" -> attributes(call, list, true, false);
      case "attr_writer" -> attributes(call, list, false, false);
      case "cattr_accessor",
          "mattr_accessor",
          "thread_mattr_accessor",
          "thread_cattr_accessor",
          "class_attribute",
          "cattr_writer",
          "mattr_writer" ->
          attributes(call, list, false, true);
      case "cattr_reader", "mattr_reader" -> attributes(call, list, true, true);
      case "include", "prepend", "extend" -> mixins(list);
      case "alias_method" -> {
        int first = walk.names().argument(list, 0);
        yield first >= 0 && walk.methods().aliased(call, first, walk.names().argument(list, 1));
      }
      case "define_method" -> walk.methods().defined(call, list, block, walk.body().isStatic());
      case "define_singleton_method" -> walk.methods().defined(call, list, block, true);
      case "refine" -> walk.types().refinement(call, list, block);
      case "class_methods", "included", "prepended" -> hook(name, block);
      default -> walk.visibility().call(name, list);
    };
  }

  private boolean attributes(int call, int list, boolean isReader, boolean isStatic) {
    boolean hasAny = false;
    for (int literal : walk.names().literals(list)) {
      EntityDraft draft = property(walk.names().literal(literal), literal, call);
      hasAny = true;
      draft.signature(syntax.signature(syntax.start(call), syntax.end(list)));
      draft.declaredType(RubyDoc.returned(walk.documentation(call)));
      if (isReader) {
        draft.modifier(Modifier.READONLY);
      }
      if (isStatic || walk.body().isStatic()) {
        draft.modifier(Modifier.STATIC);
      }
    }
    if (hasAny) {
      for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
        walk.expressions().argument(c);
      }
    }
    return hasAny;
  }

  private EntityDraft property(String name, int literal, int declaration) {
    return walk.declare(EntityKind.PROPERTY, name, walk.names().literalStart(literal), declaration)
        .modifier(walk.body().visibility())
        .modifier(Modifier.ACCESSOR);
  }

  /** The members of a class of values that a call makes. */
  void structFields(int list, boolean isReadOnly) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, RubyNode.SIMPLE_SYMBOL)) {
        EntityDraft draft = property(walk.names().literal(c), c, c).signature(syntax.text(c));
        if (isReadOnly) {
          draft.modifier(Modifier.READONLY);
        }
      }
    }
  }

  /** What is mixed in; a module that extends itself mixes in nothing. */
  private boolean mixins(int list) {
    if (!walk.body().isType() || syntax.firstNamed(list) < 0) {
      return false;
    }
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      if (walk.names().isConstant(c)) {
        walk.body().entity().supertype(syntax.normalText(c), SupertypeRelation.MIXES_IN);
        walk.names().reference(c, Role.IMPLEMENT, -1);
      } else {
        walk.expressions().argument(c);
      }
    }
    return true;
  }

  /** A block of a concern: code for the classes that include it, or methods of those classes. */
  private boolean hook(String name, int block) {
    if (block < 0 || !walk.body().isType()) {
      return false;
    }
    RubyBody body = new RubyBody(walk.body().entity(), true, name.equals("class_methods"));
    walk.inBody(body, () -> walk.methods().blockOfBody(block));
    return true;
  }

  /** Gives a constant its value. */
  void constant(int node, int assignment, int right) {
    int last = walk.names().last(node);
    String name = syntax.text(last);
    if (name.isEmpty()) {
      walk.expressions().value(right, false);
      return;
    }
    walk.names().qualifier(node);
    if (walk.types().isMaker(right)) {
      walk.types().named(node, assignment, right);
    } else if (walk.methods().isLambda(right)) {
      walk.methods().lambda(last, assignment, right);
    } else {
      EntityDraft draft =
          walk.declare(EntityKind.CONSTANT, name, syntax.start(last), assignment)
              .modifier(Modifier.PUBLIC)
              .signature(syntax.signature(syntax.start(assignment), syntax.end(assignment)));
      draft.declaredType(RubyDoc.returned(walk.documentation(assignment)));
      walk.context()
          .inEntity(draft.index(), () -> draft.initializer(walk.expressions().value(right, true)));
    }
  }
}
