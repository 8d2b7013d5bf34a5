package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;

/** Functions, methods, constructors, subscripts, macros, and the cases of enums. */
final class SwiftMembers {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftMembers(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Adds the entity of a declaration, with all that its beginning says. */
  EntityDraft draft(EntityKind kind, String name, int nameNode, int node) {
    EntityDraft draft = walk.facts().entity(kind, name, nameNode, node, walk.context().owner());
    draft.signature(syntax.signature(walk.modifiers().signatureStart(node), signatureEnd(node)));
    draft.documentation(walk.declarations().documentation(node));
    walk.modifiers().of(node, draft, walk.declarations().visibility());
    return draft;
  }

  private int signatureEnd(int node) {
    int body = syntax.field(node, SwiftField.BODY);
    if (body < 0) {
      body = syntax.child(node, SwiftNode.COMPUTED_PROPERTY);
    }
    return body < 0 ? syntax.end(node) : syntax.start(body);
  }

  void function(int node) {
    int name = syntax.field(node, SwiftField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    boolean isMember = walk.inType();
    EntityKind kind = isMember ? EntityKind.METHOD : EntityKind.FUNCTION;
    if (walk.declarations().inCode()) {
      walk.context().scope().bind(walk.name(name), LexicalScope.Meaning.LOCAL_FUNCTION);
    }
    EntityDraft draft = draft(kind, walk.name(name), name, node);
    if (walk.ownerKind() == EntityKind.PROTOCOL) {
      draft.modifier(Modifier.ABSTRACT);
    }
    callable(draft, node);
    String text = draft.name();
    boolean isTest = text.startsWith("test") && draft.parameters().isEmpty();
    if (isMember && isTest && walk.declarations().inTestCase()) {
      draft.flag(EntityFlag.TEST);
    }
    if (text.equals("main") && draft.has(Modifier.STATIC) && walk.declarations().isMain()) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
  }

  void constructor(int node) {
    int name = walk.token(node, "init");
    if (name >= 0) {
      EntityDraft draft = draft(EntityKind.CONSTRUCTOR, "init", name, node);
      if (walk.ownerKind() == EntityKind.PROTOCOL) {
        draft.modifier(Modifier.ABSTRACT);
      }
      callable(draft, node);
    }
  }

  void destructor(int node) {
    int name = walk.token(node, "deinit");
    if (name >= 0) {
      callable(draft(EntityKind.DESTRUCTOR, "deinit", name, node), node);
    }
  }

  void subscript(int node) {
    int name = walk.token(node, "subscript");
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    EntityDraft draft = draft(EntityKind.PROPERTY, "subscript", name, node);
    int code = syntax.child(node, SwiftNode.COMPUTED_PROPERTY);
    if (syntax.child(code, SwiftNode.COMPUTED_SETTER) < 0
        && syntax.child(code, SwiftNode.COMPUTED_MODIFY) < 0) {
      draft.modifier(Modifier.READONLY);
    }
    if (walk.ownerKind() == EntityKind.PROTOCOL) {
      draft.modifier(Modifier.ABSTRACT);
    }
    callable(draft, node);
  }

  void macro(int node) {
    int name = syntax.child(node, SwiftNode.SIMPLE_IDENTIFIER);
    if (name >= 0) {
      callable(draft(EntityKind.MACRO, walk.name(name), name, node), node);
    }
  }

  /** Walks the head and the code of a callable. */
  private void callable(EntityDraft draft, int node) {
    int arrow = walk.token(node, "->");
    int type = arrow < 0 ? -1 : walk.types().after(arrow);
    draft.declaredType(walk.types().text(type));
    Runnable code =
        () -> {
          walk.types().parameters(draft, node);
          walk.parameters().declare(draft, node);
          walk.types().references(type);
          int body = syntax.child(node, SwiftNode.FUNCTION_BODY);
          walk.declarations().inCode(() -> walk.statements().parts(body));
          int accessors = syntax.child(node, SwiftNode.COMPUTED_PROPERTY);
          walk.declarations().inCode(() -> walk.properties().code(accessors));
          int definition = syntax.child(node, SwiftNode.MACRO_DEFINITION);
          walk.statements().parts(definition);
          for (int error : syntax.children(node, SwiftNode.ERROR)) {
            walk.declarations().broken(error);
          }
        };
    walk.context().inCallable(draft.index(), syntax.end(node), code);
  }

  /** Adds the cases of one line of an enum. */
  void cases(int node) {
    String type = walk.facts().entity(walk.context().owner()).name();
    boolean isFirst = true;
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (!syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER) || SwiftWalk.isKeyword(syntax.text(c))) {
        continue;
      }
      EntityDraft draft =
          walk.facts()
              .entity(EntityKind.ENUM_MEMBER, walk.name(c), c, node, walk.context().owner());
      int next = syntax.nextSibling(c);
      int values = syntax.is(next, SwiftNode.ENUM_TYPE_PARAMETERS) ? next : -1;
      draft.signature("case " + syntax.text(c) + syntax.text(values));
      draft.documentation(walk.declarations().documentation(node));
      draft.declaredType(type).modifier(Modifier.STATIC).modifier(Modifier.FINAL);
      Modifier visibility = walk.declarations().visibility();
      if (isFirst) {
        walk.modifiers().of(node, draft, visibility);
      } else if (visibility != null) {
        draft.modifier(visibility);
      }
      isFirst = false;
      int value = walk.isToken(next, "=") ? syntax.nextNamed(next) : -1;
      walk.context()
          .inEntity(
              draft.index(),
              () -> {
                if (values >= 0) {
                  walk.parameters().associated(draft, values);
                }
                int initializer = walk.expressions().value(value, value >= 0);
                if (initializer >= 0) {
                  draft.initializer(initializer);
                }
              });
      c = value >= 0 ? value : c;
    }
  }
}
