package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code that the grammar could not place. Below an ERROR the pieces of declarations stand side by
 * side: the heads of types and methods whose end is missing are found by their words, and what
 * follows an open brace lies in what was opened.
 */
final class CSharpRecovery {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpRecovery(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  void error(int node) {
    region(syntax.firstChild(node), false);
  }

  /**
   * Walks siblings up to the brace that closes what they lie in.
   *
   * @return the sibling after that brace, -1 when there is none
   */
  private int region(int from, boolean isOpen) {
    int start = -1;
    int c = from;
    while (c >= 0) {
      boolean isModifier =
          syntax.is(c, CSharpNode.MODIFIER) || syntax.is(c, CSharpNode.ATTRIBUTE_LIST);
      start = isModifier && start < 0 ? c : start;
      if (isModifier) {
        c = syntax.nextSibling(c);
        continue;
      }
      int head = start < 0 ? c : start;
      start = -1;
      if (syntax.textEquals(c, "}")) {
        if (isOpen) {
          return syntax.nextSibling(c);
        }
        c = syntax.nextSibling(c);
      } else if (syntax.textEquals(c, "{")) {
        c = region(syntax.nextSibling(c), true);
      } else if (kind(c) != null) {
        c = type(c, head);
      } else if (methodName(c) >= 0) {
        c = method(c, head);
      } else {
        if (syntax.tree().isNamed(c) && !syntax.is(c, CSharpNode.IDENTIFIER)) {
          walk.declarations().declaration(c);
        }
        c = syntax.nextSibling(c);
      }
    }
    return -1;
  }

  private @Nullable EntityKind kind(int token) {
    if (syntax.tree().isNamed(token)) {
      return null;
    }
    return switch (syntax.text(token)) {
      case "namespace" -> EntityKind.NAMESPACE;
      case "class" -> EntityKind.CLASS;
      case "struct" -> EntityKind.STRUCT;
      case "interface" -> EntityKind.INTERFACE;
      case "record" -> EntityKind.RECORD;
      case "enum" -> EntityKind.ENUM;
      default -> null;
    };
  }

  /** The open brace behind a head, before anything that cannot be part of it; -1 for none. */
  private int brace(int head) {
    int c = syntax.nextSibling(head);
    while (c >= 0
        && !syntax.textEquals(c, "{")
        && !syntax.textEquals(c, "}")
        && !syntax.textEquals(c, ";")
        && kind(c) == null) {
      c = syntax.nextSibling(c);
    }
    return syntax.textEquals(c, "{") ? c : -1;
  }

  private int type(int token, int head) {
    int name = syntax.nextSibling(token);
    boolean isName =
        syntax.is(name, CSharpNode.IDENTIFIER) || syntax.is(name, CSharpNode.QUALIFIED_NAME);
    int brace = isName ? brace(name) : -1;
    EntityKind kind = kind(token);
    if (kind == null || brace < 0 || walk.name(name).isEmpty()) {
      return syntax.nextSibling(token);
    }
    if (kind == EntityKind.NAMESPACE) {
      int[] next = {-1};
      int error = syntax.parent(token);
      Runnable body = () -> next[0] = region(syntax.nextSibling(brace), true);
      walk.declarations().namespace(walk.declarations().parts(name), error, body);
      return next[0];
    }
    EntityDraft draft = draft(kind, walk.name(name), name, head, brace);
    return inside(draft, brace, List.of(), false);
  }

  /** Adds the entity of a head; it reaches to the end of what could not be placed. */
  private EntityDraft draft(EntityKind kind, String name, int nameNode, int head, int brace) {
    int start = syntax.start(head);
    int end = syntax.end(syntax.parent(head));
    EntityDraft draft =
        walk.facts().entity(kind, name, syntax.start(nameNode), start, end, walk.context().owner());
    draft.signature(syntax.signature(start, syntax.start(brace)));
    draft.documentation(XmlDocumentation.above(syntax.source(), start));
    boolean hasVisibility = false;
    for (int c = head; syntax.start(c) < syntax.start(nameNode); c = syntax.nextSibling(c)) {
      if (syntax.is(c, CSharpNode.MODIFIER)) {
        hasVisibility |= CSharpModifiers.add(syntax.text(c), draft);
      } else if (syntax.is(c, CSharpNode.ATTRIBUTE_LIST)) {
        walk.attributes().list(c, draft);
      }
    }
    if (!hasVisibility) {
      CSharpModifiers.byDefault(draft, walk.declarations().visibility(kind));
    }
    return draft;
  }

  private int inside(
      EntityDraft draft,
      int brace,
      List<CSharpParameters.Declared> parameters,
      boolean isCallable) {
    int[] next = {-1};
    int end = syntax.end(syntax.parent(brace));
    Runnable code =
        () -> {
          walk.parameters().bind(parameters);
          next[0] = region(syntax.nextSibling(brace), true);
        };
    if (isCallable) {
      walk.context().inCallable(draft.index(), end, code);
    } else {
      walk.context().inBody(draft.index(), end, code);
    }
    return next[0];
  }

  /** The name behind a type, when a list of parameters follows it; -1 otherwise. */
  private int methodName(int type) {
    boolean isType =
        syntax.is(type, CSharpNode.IDENTIFIER)
            || syntax.is(type, CSharpNode.GENERIC_NAME)
            || syntax.is(type, CSharpNode.PREDEFINED_TYPE)
            || syntax.kind(type).isType();
    int name = isType ? syntax.nextSibling(type) : -1;
    int list = syntax.is(name, CSharpNode.IDENTIFIER) ? syntax.nextSibling(name) : -1;
    if (syntax.is(list, CSharpNode.TYPE_PARAMETER_LIST)) {
      list = syntax.nextSibling(list);
    }
    return syntax.is(list, CSharpNode.PARAMETER_LIST) && !walk.name(name).isEmpty() ? name : -1;
  }

  private int method(int type, int head) {
    int name = methodName(type);
    int brace = brace(name);
    if (brace < 0) {
      return syntax.nextSibling(name);
    }
    boolean isMember = walk.facts().entity(walk.context().owner()).kind().isType();
    EntityKind kind = isMember ? EntityKind.METHOD : EntityKind.FUNCTION;
    EntityDraft draft = draft(kind, walk.name(name), name, head, brace);
    draft.declaredType(walk.types().text(type));
    int list = syntax.nextSibling(name);
    while (!syntax.is(list, CSharpNode.PARAMETER_LIST)) {
      list = syntax.nextSibling(list);
    }
    List<CSharpParameters.Declared> parameters = walk.parameters().of(list);
    walk.parameters().describe(draft, parameters);
    int parameterList = list;
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              walk.types().references(type);
              walk.parameters().references(parameterList, parameters);
            });
    return inside(draft, brace, parameters, true);
  }
}
