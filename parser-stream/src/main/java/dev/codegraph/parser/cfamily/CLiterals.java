package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Expressions that make something: objects, lists of initialisers, lambdas. */
final class CLiterals {
  private final CWalk walk;
  private final CSyntax syntax;

  CLiterals(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The number of arguments in a list; 0 without one. */
  int count(int list) {
    int count = 0;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      count++;
    }
    return count;
  }

  /** A type with arguments that make an object of it, or that a base gets. */
  void construct(int type, int arguments, Role role) {
    walk.types().references(type, role, count(arguments));
  }

  /** {@code new T(…)}. */
  int creation(int node) {
    int type = syntax.field(node, CField.TYPE);
    int arguments = syntax.field(node, CField.ARGUMENTS);
    int count = count(arguments);
    construct(type, arguments, Role.INSTANTIATE);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (c != type) {
        walk.code().statement(c);
      }
    }
    return walk.context()
        .expression(ExpressionKind.NEW, type < 0 ? "" : walk.types().specifier(type), -1, count);
  }

  /** {@code (T){…}} and {@code T{…}}. */
  int compound(int node) {
    int type = syntax.field(node, CField.TYPE);
    int list = syntax.field(node, CField.VALUE);
    String text = type < 0 ? "" : walk.types().text(type);
    construct(type, list, Role.INSTANTIATE);
    if (list >= 0) {
      initializers(list, walk.context().expression(ExpressionKind.CAST, text, -1, -1));
    }
    return walk.context().expression(ExpressionKind.NEW, text, -1, count(list));
  }

  /**
   * A list in braces.
   *
   * @param target Expression of what is initialised.
   */
  void initializers(int list, int target) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case INITIALIZER_PAIR -> pair(c, target);
        case INITIALIZER_LIST -> initializers(c, index(target));
        default -> walk.code().statement(c);
      }
    }
  }

  private int index(int target) {
    return walk.context().expression(ExpressionKind.INDEX, "", target, -1);
  }

  private void pair(int pair, int target) {
    int part = target;
    for (int c = syntax.firstNamed(pair); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.hasField(c, CField.VALUE)) {
        if (syntax.is(c, CNode.INITIALIZER_LIST)) {
          initializers(c, part);
        } else {
          walk.code().statement(c);
        }
        continue;
      }
      int name = syntax.is(c, CNode.FIELD_DESIGNATOR) ? syntax.child(c, CNode.FIELD_IDENTIFIER) : c;
      if (syntax.is(name, CNode.FIELD_IDENTIFIER)) {
        walk.context().reference(Role.WRITE, syntax.text(name), name, part, -1);
        part = walk.context().expression(ExpressionKind.MEMBER, syntax.text(name), part, -1);
      } else {
        walk.code().parts(c);
        part = index(part);
      }
    }
  }

  /** {@code sizeof}, {@code offsetof}; a plain number has nothing inside. */
  void size(int node) {
    int type = syntax.field(node, CField.TYPE);
    if (syntax.is(node, CNode.OFFSETOF_EXPRESSION) && type >= 0) {
      walk.types().references(type, Role.TYPE);
      int member = syntax.child(node, CNode.FIELD_IDENTIFIER);
      if (member >= 0) {
        int receiver =
            walk.context().expression(ExpressionKind.CAST, walk.types().text(type), -1, -1);
        walk.context().reference(Role.READ, syntax.text(member), member, receiver, -1);
      }
    } else {
      walk.code().parts(node);
    }
  }

  /** A lambda that has no name: its code belongs to what it stands in. */
  void lambda(int node) {
    walk.context().complexity().enter();
    walk.context().inBlock(syntax.end(node), () -> inside(node, parameters(node)));
    walk.context().complexity().leave();
  }

  /** Makes the entity of a variable that holds a lambda the function that it is. */
  void lambdaEntity(EntityDraft draft, int lambda) {
    boolean isMember = walk.context().facts().entity(draft.parent()).kind().isType();
    draft.kind(isMember ? EntityKind.METHOD : EntityKind.FUNCTION);
    List<Parameter> parameters = parameters(lambda);
    parameters.forEach(draft::parameter);
    int declarator = syntax.field(lambda, CField.DECLARATOR);
    int trailing = syntax.child(declarator, CNode.TRAILING_RETURN_TYPE);
    draft.declaredType(trailing < 0 ? "" : walk.types().text(syntax.firstNamed(trailing)));
    int body = syntax.field(lambda, CField.BODY);
    draft.signature(
        syntax.signature(draft.startByte(), body < 0 ? syntax.end(lambda) : syntax.start(body)));
    walk.context().inCallable(draft.index(), syntax.end(lambda), () -> inside(lambda, parameters));
  }

  private List<Parameter> parameters(int lambda) {
    int declarator = syntax.field(lambda, CField.DECLARATOR);
    return walk.types().parameters(syntax.field(declarator, CField.PARAMETERS));
  }

  private void inside(int lambda, List<Parameter> parameters) {
    int captures = syntax.field(lambda, CField.CAPTURES);
    for (int c = syntax.firstNamed(captures); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CNode.LAMBDA_CAPTURE_INITIALIZER)) {
        int name = syntax.field(c, CField.LEFT);
        int value = syntax.field(c, CField.RIGHT);
        int initializer = value < 0 ? -1 : walk.expressions().value(value, true);
        walk.context().bind(syntax.text(name), BindingKind.LOCAL, syntax.end(c), "", initializer);
      } else {
        walk.code().statement(c);
      }
    }
    int templates = syntax.field(lambda, CField.TEMPLATE_PARAMETERS);
    List<CHead.Parameter> named = new ArrayList<>();
    walk.declarations().templateParameters(templates, named, syntax.end(lambda));
    walk.entities().parameters(walk.context().facts().entity(walk.context().owner()), named);
    int declarator = syntax.field(lambda, CField.DECLARATOR);
    walk.types().functionReferences(declarator);
    for (Parameter parameter : parameters) {
      walk.callables().bindParameter(parameter, syntax.start(lambda));
    }
    int body = syntax.field(lambda, CField.BODY);
    if (body >= 0) {
      walk.code().statement(body);
    }
  }

  /** What a concept asks for; its parameters are values that only the requirements see. */
  void requirements(int node) {
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int list = syntax.field(node, CField.PARAMETERS);
              walk.types().parameterReferences(list);
              for (Parameter parameter : walk.types().parameters(list)) {
                walk.callables().bindParameter(parameter, syntax.start(node));
              }
              for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
                if (c != list) {
                  walk.code().statement(c);
                }
              }
            });
  }
}
