package dev.codegraph.parser.dart;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;

/** Classes, mixins, enums, extensions and aliases: their heads. */
final class DartTypeDeclarations {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartTypeDeclarations(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks the declaration of a type.
   *
   * @param start Where it begins with the annotations before it.
   */
  void declared(int node, int start) {
    switch (syntax.kind(node)) {
      case CLASS_DEFINITION -> type(node, start, EntityKind.CLASS);
      case MIXIN_DECLARATION -> type(node, start, EntityKind.MIXIN);
      case ENUM_DECLARATION -> type(node, start, EntityKind.ENUM);
      case EXTENSION_DECLARATION -> extension(node, start);
      default -> alias(node, start);
    }
  }

  private void type(int node, int start, EntityKind kind) {
    int application = syntax.child(node, DartNode.MIXIN_APPLICATION_CLASS);
    int head = application < 0 ? node : application;
    int name = syntax.field(node, DartField.NAME);
    if (name < 0) {
      name = syntax.child(head, DartNode.IDENTIFIER);
    }
    if (name < 0 || syntax.text(name).isEmpty()) {
      walk.statements().parts(node);
      return;
    }
    EntityDraft draft =
        walk.declare(kind, syntax.text(name), syntax.start(name), start, syntax.end(node));
    int body = body(node);
    draft.signature(signature(node, body));
    words(draft, node, name);
    int nameNode = name;
    int parameters = syntax.child(head, DartNode.TYPE_PARAMETERS);
    inside(
        draft,
        node,
        parameters,
        () -> {
          head(head, nameNode, draft);
          walk.members().representation(nameNode, parameters, body, draft);
          walk.members().of(body);
        });
  }

  /** Walks what a declaration contains, after its type parameters and its annotations. */
  private void inside(EntityDraft draft, int node, int parameters, Runnable rest) {
    walk.context()
        .inBody(
            draft.index(),
            syntax.end(node),
            () -> {
              walk.types().parameters(parameters, draft);
              walk.members().annotations(node, draft);
              rest.run();
            });
  }

  /** The node of the members; -1 when there are none. */
  private int body(int node) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case CLASS_BODY, ENUM_BODY, EXTENSION_BODY -> {
          return c;
        }
        default -> {
          // Part of the head.
        }
      }
    }
    return -1;
  }

  /** The head without annotations. */
  private String signature(int node, int body) {
    int c = syntax.firstChild(node);
    while (c >= 0 && (syntax.is(c, DartNode.ANNOTATION) || syntax.tree().isExtra(c))) {
      c = syntax.nextSibling(c);
    }
    int start = c < 0 ? syntax.start(node) : syntax.start(c);
    String text = syntax.signature(start, body < 0 ? syntax.end(node) : syntax.start(body)).strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  private void words(EntityDraft draft, int node, int name) {
    for (int c = syntax.firstChild(node);
        c >= 0 && syntax.start(c) < syntax.start(name);
        c = syntax.nextSibling(c)) {
      switch (syntax.is(c, DartNode.ANNOTATION) ? "" : syntax.text(c)) {
        case "abstract" -> draft.modifier(Modifier.ABSTRACT);
        case "sealed" -> draft.modifier(Modifier.SEALED).modifier(Modifier.ABSTRACT);
        case "final" -> draft.modifier(Modifier.FINAL);
        default -> {
          // Words that say who may extend or implement, and the word for the kind.
        }
      }
    }
  }

  private void head(int head, int name, EntityDraft draft) {
    boolean isAfterOn = false;
    for (int c = syntax.firstChild(head); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.textEquals(c, "on")) {
        isAfterOn = true;
      }
      switch (syntax.kind(c)) {
        case SUPERCLASS, MIXIN_APPLICATION -> bases(c, draft, SupertypeRelation.EXTENDS);
        case MIXINS -> bases(c, draft, SupertypeRelation.MIXES_IN);
        case INTERFACES -> bases(c, draft, SupertypeRelation.IMPLEMENTS);
        case TYPE_IDENTIFIER -> {
          if (isAfterOn) {
            c = base(c, draft, SupertypeRelation.EXTENDS);
          }
        }
        case TYPE_ARGUMENTS -> walk.types().reference(c);
        case ERROR -> {
          if (c > name) {
            walk.statements().parts(c);
          }
        }
        default -> {
          // Seen to elsewhere.
        }
      }
    }
  }

  private void bases(int clause, EntityDraft draft, SupertypeRelation relation) {
    for (int c = syntax.firstChild(clause); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case TYPE_IDENTIFIER -> c = base(c, draft, relation);
        case MIXINS -> bases(c, draft, SupertypeRelation.MIXES_IN);
        case INTERFACES -> bases(c, draft, SupertypeRelation.IMPLEMENTS);
        default -> walk.types().reference(c);
      }
    }
  }

  private int base(int node, EntityDraft draft, SupertypeRelation relation) {
    String name = walk.types().name(node);
    draft.supertype(name, relation);
    if (name.endsWith("BenchmarkBase")) {
      draft.flag(EntityFlag.BENCHMARK);
    }
    Role role = relation == SupertypeRelation.EXTENDS ? Role.EXTEND : Role.IMPLEMENT;
    return walk.types().named(node, role, -1);
  }

  private void extension(int node, int start) {
    int name = syntax.field(node, DartField.NAME);
    int type = syntax.field(node, DartField.CLASS);
    int named = name < 0 ? walk.types().last(type) : name;
    if (named < 0 || syntax.text(named).isEmpty()) {
      walk.statements().parts(node);
      return;
    }
    int body = body(node);
    EntityDraft draft =
        walk.declare(
            EntityKind.EXTENSION, syntax.text(named), syntax.start(named), start, syntax.end(node));
    int end = body < 0 ? syntax.end(node) : syntax.start(body);
    draft.signature(signature(node, body)).declaredType(walk.types().between(type, end));
    inside(
        draft,
        node,
        syntax.child(node, DartNode.TYPE_PARAMETERS),
        () -> {
          for (int c = type; c >= 0 && syntax.start(c) < end; c = syntax.nextSibling(c)) {
            c = walk.types().reference(c);
          }
          walk.members().of(body);
        });
  }

  private void alias(int node, int start) {
    int name = aliasName(node);
    if (name < 0 || syntax.text(name).isEmpty()) {
      return;
    }
    EntityDraft draft =
        walk.declare(
            EntityKind.TYPE_ALIAS, syntax.text(name), syntax.start(name), start, syntax.end(node));
    draft.signature(signature(node, -1));
    int first = syntax.nextSibling(name);
    draft.declaredType(walk.types().between(first, syntax.end(node)));
    inside(
        draft,
        node,
        syntax.child(node, DartNode.TYPE_PARAMETERS),
        () -> {
          for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
            if (syntax.is(c, DartNode.FORMAL_PARAMETER_LIST)) {
              walk.callables().describe(draft, c);
              walk.callables().bind(c);
            } else if (c != name) {
              c = walk.types().reference(c);
            }
          }
        });
  }

  /** The name of an alias: before the sign, or before the parameters in the old style. */
  private int aliasName(int node) {
    int name = -1;
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, DartNode.TYPE_IDENTIFIER)) {
        name = c;
      } else if (syntax.textEquals(c, "=")
          || syntax.is(c, DartNode.TYPE_PARAMETERS)
          || syntax.is(c, DartNode.FORMAL_PARAMETER_LIST)) {
        return name;
      }
    }
    return name;
  }
}
