package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;

/** Classes and modules, whether a keyword declares them or a call makes them. */
final class RubyTypes {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyTypes(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** A class or module with a keyword. */
  void declared(int node) {
    int name = syntax.field(node, RubyField.NAME);
    int last = walk.names().last(name);
    int content = syntax.field(node, RubyField.BODY);
    if (last < 0) {
      walk.statements().parts(node);
      return;
    }
    EntityKind kind = syntax.is(node, RubyNode.MODULE) ? EntityKind.MODULE : EntityKind.CLASS;
    walk.names().qualifier(name);
    EntityDraft draft = walk.declare(kind, syntax.text(last), syntax.start(last), node);
    int superclass = syntax.field(node, RubyField.SUPERCLASS);
    int head = superclass < 0 ? name : superclass;
    draft
        .modifier(Modifier.PUBLIC)
        .signature(syntax.signature(syntax.start(node), syntax.end(head)));
    inType(
        draft,
        syntax.end(node),
        () -> {
          for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
            if (c == superclass && syntax.child(c, RubyNode.ERROR) < 0) {
              base(draft, syntax.firstNamed(c));
            } else if (c == content) {
              walk.statements().parts(c);
            } else if (c != name) {
              walk.statements().statement(c);
            }
          }
        });
  }

  /** Walks the body of a type, which sees no locals of the code around it. */
  private void inType(EntityDraft draft, int end, Runnable code) {
    RubyBody body = new RubyBody(draft, true, false);
    walk.methods()
        .outsideOfMethods(() -> walk.context().inOwnScope(end, () -> walk.inBody(body, code)));
  }

  /** What a class is derived from: a constant, or something that makes a class. */
  private void base(EntityDraft draft, int node) {
    int plain = syntax.is(node, RubyNode.ELEMENT_REFERENCE) ? object(node) : node;
    if (walk.names().isConstant(plain)) {
      extended(draft, plain);
      if (plain != node) {
        walk.expressions().rest(node, plain);
      }
    } else if (!made(draft, node)) {
      walk.expressions().value(node, false);
    }
  }

  private int object(int node) {
    return syntax.field(node, RubyField.OBJECT);
  }

  private void extended(EntityDraft draft, int constant) {
    draft.supertype(syntax.normalText(constant), SupertypeRelation.EXTENDS);
    walk.names().reference(constant, Role.EXTEND, -1);
  }

  /** The members of {@code class << self}, which belong to the class itself. */
  void singleton(int node) {
    int value = syntax.field(node, RubyField.VALUE);
    if (!syntax.is(value, RubyNode.SELF)) {
      walk.expressions().value(value, false);
    }
    RubyBody body = new RubyBody(walk.facts().entity(walk.context().owner()), true, true);
    walk.methods()
        .outsideOfMethods(
            () ->
                walk.context()
                    .inOwnScope(
                        syntax.end(node),
                        () ->
                            walk.inBody(
                                body,
                                () -> {
                                  for (int c = syntax.firstPart(node);
                                      c >= 0;
                                      c = syntax.nextPart(c)) {
                                    if (c != value) {
                                      walk.statements().statement(c);
                                    }
                                  }
                                })));
  }

  /** What a call makes: a class, a class of values, a module; empty when it makes no type. */
  private String maker(int node) {
    if (!syntax.is(node, RubyNode.CALL)) {
      return "";
    }
    int receiver = syntax.field(node, RubyField.RECEIVER);
    int method = syntax.field(node, RubyField.METHOD);
    String type = walk.names().isConstant(receiver) ? syntax.text(receiver) : "";
    String name = type.startsWith("::") ? type.substring(2) : type;
    return switch (name) {
      case "Class", "Module", "Struct" -> syntax.textEquals(method, "new") ? name : "";
      case "Data" -> syntax.textEquals(method, "define") ? name : "";
      default -> "";
    };
  }

  /** Whether a call makes a type that has a name of its own once a constant holds it. */
  boolean isMaker(int node) {
    return !maker(node).isEmpty();
  }

  /** Makes the entity of a type that a constant gets. */
  EntityDraft named(int constant, int assignment, int maker) {
    int last = walk.names().last(constant);
    EntityKind kind = maker(maker).equals("Module") ? EntityKind.MODULE : EntityKind.CLASS;
    EntityDraft draft =
        walk.declare(kind, syntax.text(last), syntax.start(last), assignment)
            .modifier(Modifier.PUBLIC);
    draft.signature(walk.names().signature(assignment, block(maker)));
    content(draft, maker);
    return draft;
  }

  private int block(int call) {
    return syntax.field(call, RubyField.BLOCK);
  }

  /** Makes the entity of a type that has a body and no name. Whether there is one. */
  boolean anonymous(int call) {
    String type = maker(call);
    if ((!type.equals("Class") && !type.equals("Module")) || block(call) < 0) {
      return false;
    }
    EntityKind kind = type.equals("Module") ? EntityKind.MODULE : EntityKind.CLASS;
    EntityDraft draft = walk.declare(kind, "<anonymous>", syntax.start(call), call);
    draft.signature(walk.names().signature(call, block(call)));
    content(draft, call);
    return true;
  }

  /** Takes the members and the body of what is made for those of a class. Whether it is made. */
  private boolean made(EntityDraft draft, int call) {
    if (!isMaker(call)) {
      return false;
    }
    content(draft, call);
    return true;
  }

  private void content(EntityDraft draft, int call) {
    int receiver = syntax.field(call, RubyField.RECEIVER);
    int list = syntax.field(call, RubyField.ARGUMENTS);
    int block = block(call);
    boolean hasFields = maker(call).equals("Struct") || maker(call).equals("Data");
    RubyBody body = new RubyBody(draft, true, false);
    walk.methods()
        .outsideOfMethods(
            () ->
                walk.inBody(
                    body,
                    () -> {
                      if (hasFields) {
                        draft.supertype(syntax.text(receiver), SupertypeRelation.EXTENDS);
                        walk.names().reference(receiver, Role.EXTEND, -1);
                        walk.members().structFields(list, maker(call).equals("Data"));
                        walk.expressions().arguments(list);
                      } else {
                        int count = walk.expressions().count(list);
                        walk.names().reference(receiver, Role.INSTANTIATE, count);
                        int base = walk.names().argument(list, 0);
                        if (walk.names().isConstant(base)) {
                          extended(draft, base);
                        } else {
                          walk.expressions().arguments(list);
                        }
                      }
                      if (block >= 0) {
                        walk.methods().blockOfBody(block);
                      }
                    }));
  }

  /** A refinement: what a module adds to a class where it is used. */
  boolean refinement(int call, int list, int block) {
    int type = walk.names().argument(list, 0);
    if (block < 0 || !walk.names().isConstant(type)) {
      return false;
    }
    int last = walk.names().last(type);
    EntityDraft draft =
        walk.declare(EntityKind.EXTENSION, syntax.text(last), syntax.start(last), call);
    draft.signature(walk.names().signature(call, block));
    RubyBody body = new RubyBody(draft, true, false);
    walk.inBody(
        body,
        () -> {
          walk.names().reference(type, Role.TYPE, -1);
          walk.methods().blockOfBody(block);
        });
    return true;
  }
}
