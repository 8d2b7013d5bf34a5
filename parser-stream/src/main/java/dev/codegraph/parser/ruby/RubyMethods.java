package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;

/** Methods however they are declared, and the code of blocks and lambdas. */
final class RubyMethods {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  /** The method whose code is walked; empty outside of methods. */
  private String method = "";

  private boolean isStatic;

  /** How many blocks are open in the method or body. */
  private int blocks;

  RubyMethods(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The name of the method whose code is walked; empty outside of methods. */
  String method() {
    return method;
  }

  boolean isInMethod() {
    return !method.isEmpty();
  }

  /** Whether what is walked is code of the class itself, so that its variables are. */
  boolean isStatic() {
    return isInMethod() ? isStatic : blocks == 0;
  }

  /** Walks a body, which is code of no method even if it stands in one. */
  void outsideOfMethods(Runnable code) {
    in("", false, code);
  }

  private void in(String name, boolean isStaticMethod, Runnable code) {
    String outer = method;
    boolean outerStatic = isStatic;
    int outerBlocks = blocks;
    method = name;
    isStatic = isStaticMethod;
    blocks = 0;
    code.run();
    method = outer;
    isStatic = outerStatic;
    blocks = outerBlocks;
  }

  /** A method with a keyword. */
  void declared(int node) {
    int parameters = syntax.field(node, RubyField.PARAMETERS);
    int name = syntax.field(node, RubyField.NAME);
    if (syntax.textEquals(name, "def") && isOnNextLine(node, name)) {
      // A word without a name before another method, whose name is then taken for a parameter.
      name = syntax.firstNamed(parameters);
      parameters = -1;
    }
    if (name < 0 || syntax.text(name).isEmpty()) {
      walk.statements().parts(node);
      return;
    }
    boolean isSingleton = syntax.is(node, RubyNode.SINGLETON_METHOD);
    boolean isOfClass = isSingleton || walk.body().isStatic();
    int object = syntax.field(node, RubyField.OBJECT);
    if (object >= 0 && !syntax.is(object, RubyNode.SELF)) {
      walk.expressions().value(object, false);
    }
    EntityDraft draft = draft(syntax.text(name), syntax.start(name), node, isOfClass);
    if (isSingleton) {
      walk.visibility().set(draft, Modifier.PUBLIC);
    }
    int body = syntax.field(node, RubyField.BODY);
    int head = parameters < 0 ? name : parameters;
    draft.signature(syntax.signature(syntax.start(node), syntax.end(head)));
    String documentation = walk.documentation(node);
    walk.parameters().describe(draft, parameters, documentation);
    draft.declaredType(RubyDoc.returned(documentation));
    int list = parameters;
    in(
        draft.name(),
        isOfClass || draft.has(Modifier.STATIC),
        () ->
            walk.context()
                .inOwnScope(
                    syntax.end(node),
                    () ->
                        walk.context()
                            .inCallable(
                                draft.index(),
                                syntax.end(node),
                                () -> code(node, draft, list, body, documentation))));
  }

  private boolean isOnNextLine(int node, int name) {
    return syntax.tree().line(syntax.start(node)) < syntax.tree().line(syntax.start(name));
  }

  private void code(int node, EntityDraft draft, int parameters, int body, String documentation) {
    walk.parameters().bind(parameters, documentation);
    if (body < 0) {
      walk.statements().fragments(node);
      return;
    }
    for (int c = syntax.firstPart(node); c >= 0 && c < body; c = syntax.nextPart(c)) {
      if (syntax.is(c, RubyNode.ERROR)) {
        walk.statements().statement(c);
      }
    }
    int single = single(body);
    if (single >= 0) {
      draft.initializer(walk.expressions().value(single, true));
    } else {
      walk.statements().body(body);
    }
  }

  /** The only expression of a body, which is what the method gives back; -1 when there are more. */
  private int single(int body) {
    int first = walk.statements().isSequence(body) ? syntax.firstNamed(body) : body;
    boolean isAlone = first == body || syntax.firstChild(body) == first;
    return isAlone && (first == body || syntax.nextSibling(first) < 0)
        ? walk.expressions().isPlain(first) ? first : -1
        : -1;
  }

  private EntityDraft draft(String name, int nameStart, int node, boolean isOfClass) {
    boolean isMember = walk.body().isType();
    boolean isConstructor = name.equals("initialize") && isMember && !isOfClass;
    EntityKind kind =
        isConstructor
            ? EntityKind.CONSTRUCTOR
            : isMember || isOfClass ? EntityKind.METHOD : EntityKind.FUNCTION;
    EntityDraft draft = walk.declare(kind, name, nameStart, node);
    draft.modifier(walk.body().visibility());
    if (isOfClass || walk.body().isModuleFunction()) {
      draft.modifier(Modifier.STATIC);
    }
    if (isMember && !isOfClass) {
      RubyTests.judge(draft, walk.body().entity());
    }
    return draft;
  }

  /**
   * A method that a call defines with a block or with another method.
   *
   * @param isOfClass Whether it is one of the class itself.
   */
  boolean defined(int call, int list, int block, boolean isOfClass) {
    int name = walk.names().argument(list, 0);
    String text = walk.names().literal(name);
    if (text.isEmpty()) {
      return false;
    }
    EntityDraft draft = draft(text, walk.names().literalStart(name), call, isOfClass);
    int rest = syntax.nextNamed(name);
    int code = block >= 0 ? block : syntax.is(rest, RubyNode.LAMBDA) ? rest : -1;
    int head = syntax.field(code, RubyField.PARAMETERS);
    draft.signature(walk.names().signature(call, code));
    walk.parameters().describe(draft, head, "");
    in(
        text,
        isOfClass || walk.body().isStatic(),
        () ->
            walk.context()
                .inCallable(
                    draft.index(),
                    syntax.end(call),
                    () -> {
                      for (int c = rest; c >= 0; c = syntax.nextNamed(c)) {
                        if (c != code) {
                          walk.expressions().argument(c);
                        }
                      }
                      if (code >= 0) {
                        closure(code, -1);
                      }
                    }));
    return true;
  }

  /** A second name of a method or of a global variable. */
  void alias(int node) {
    int name = syntax.field(node, RubyField.NAME);
    int old = syntax.field(node, RubyField.ALIAS);
    if (syntax.is(name, RubyNode.GLOBAL_VARIABLE)) {
      walk.variables().global(name, node);
      walk.context().reference(Role.READ, syntax.text(old), old, -1, -1);
    } else if (name >= 0) {
      aliased(node, name, old);
    }
  }

  /** Makes the entity of a second name. Whether the names are written out. */
  boolean aliased(int node, int name, int old) {
    String text = nameOf(name);
    if (text.isEmpty()) {
      return false;
    }
    EntityDraft draft = draft(text, walk.names().literalStart(name), node, walk.body().isStatic());
    draft.signature(syntax.signature(syntax.start(node), syntax.end(node)));
    for (EntityDraft other : walk.body().named(nameOf(old))) {
      other.parameters().forEach(draft::parameter);
    }
    String target = nameOf(old);
    if (!target.isEmpty()) {
      walk.facts()
          .referenceAt(
              Role.FUNCTION_VALUE, target, walk.names().literalStart(old), draft.index(), -1, -1);
    }
    return true;
  }

  private String nameOf(int node) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER, CONSTANT, OPERATOR, SETTER -> syntax.text(node);
      default -> walk.names().literal(node);
    };
  }

  /** Whether a node makes a function: an arrow, or a block given to one of the words for it. */
  boolean isLambda(int node) {
    if (syntax.is(node, RubyNode.LAMBDA)) {
      return true;
    }
    if (!syntax.is(node, RubyNode.CALL) || syntax.field(node, RubyField.BLOCK) < 0) {
      return false;
    }
    int receiver = syntax.field(node, RubyField.RECEIVER);
    int name = syntax.field(node, RubyField.METHOD);
    return receiver < 0
        ? syntax.textEquals(name, "lambda") || syntax.textEquals(name, "proc")
        : syntax.textEquals(receiver, "Proc") && syntax.textEquals(name, "new");
  }

  /** Makes the entity of a lambda that gets a name. */
  EntityDraft lambda(int name, int assignment, int lambda) {
    boolean isMember = walk.body().isType() && !isInMethod();
    EntityDraft draft =
        walk.declare(
            isMember ? EntityKind.METHOD : EntityKind.FUNCTION,
            syntax.text(name),
            syntax.start(name),
            assignment);
    if (isMember) {
      draft.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC);
    }
    int code = syntax.is(lambda, RubyNode.LAMBDA) ? lambda : syntax.field(lambda, RubyField.BLOCK);
    int body = syntax.field(code, RubyField.BODY);
    draft.signature(walk.names().signature(assignment, code == lambda ? body : code));
    walk.parameters().describe(draft, syntax.field(code, RubyField.PARAMETERS), "");
    walk.context().inCallable(draft.index(), syntax.end(assignment), () -> closure(code, -1));
    return draft;
  }

  /**
   * Walks a block or lambda as code of the entity that it stands in.
   *
   * @param giver Expression of the call that gives the parameters their values, -1 for none.
   */
  void block(int node, int giver) {
    walk.context().complexity().enter();
    closure(node, giver);
    walk.context().complexity().leave();
  }

  private void closure(int node, int giver) {
    blocks++;
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int parameters = syntax.field(node, RubyField.PARAMETERS);
              walk.variables()
                  .inClosure(
                      parameters < 0 ? syntax.start(node) : -1,
                      giver,
                      () -> {
                        walk.parameters().bindBlock(parameters, giver);
                        inner(node, parameters);
                      });
            });
    blocks--;
  }

  private void inner(int node, int parameters) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (c == parameters) {
        continue;
      }
      if (syntax.is(c, RubyNode.BLOCK) || syntax.is(c, RubyNode.DO_BLOCK)) {
        // The block of an arrow.
        inner(c, -1);
      } else {
        walk.statements().body(c);
      }
    }
  }

  /** Walks the block of a call that makes a type: its code is the body of the type. */
  void blockOfBody(int block) {
    walk.context()
        .inBlock(
            syntax.end(block),
            () -> {
              int parameters = syntax.field(block, RubyField.PARAMETERS);
              walk.parameters().bindBlock(parameters, -1);
              inner(block, parameters);
            });
  }

  /** Flags the methods with these names as ones that are to go. */
  void deprecated(int list) {
    for (int literal : walk.names().literals(list)) {
      for (EntityDraft draft : walk.body().named(walk.names().literal(literal))) {
        draft.flag(EntityFlag.DEPRECATED);
      }
    }
  }
}
