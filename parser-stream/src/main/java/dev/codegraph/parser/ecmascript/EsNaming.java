package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;

/**
 * Names declarations: makes their entities, exports them, and tells the scope which entity a name
 * is.
 */
final class EsNaming {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;

  EsNaming(EsContext context) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
  }

  EntityDraft declared(EntityKind kind, int nameNode, int node) {
    EntityDraft draft = entities.make(kind, syntax.text(nameNode), nameNode, node, context.owner);
    exported(draft, node);
    names(draft, syntax.text(nameNode));
    return draft;
  }

  void exported(EntityDraft draft, int node) {
    int top = entities.outer(node);
    if (syntax.is(tree.parent(node), EsNode.AMBIENT_DECLARATION)) {
      draft.modifier(Modifier.NATIVE);
    }
    if (!entities.isExported(node)) {
      return;
    }
    draft.modifier(Modifier.EXPORTED);
    boolean isDefault = syntax.hasToken(top, "default");
    if (isDefault) {
      draft.modifier(Modifier.DEFAULT);
    }
    if (draft.parent() == 0) {
      context.modules.exportEntity(
          isDefault ? "default" : draft.name(), draft.name(), draft.index());
    }
  }

  /** Says which entity the names of the scope stand for. */
  void names(EntityDraft draft, String text) {
    EsName value = context.scope.varScope().values.get(text);
    EsName nearest = context.scope.findValue(text);
    EsName type = context.scope.findType(text);
    boolean isValue = draft.kind() != EntityKind.INTERFACE && draft.kind() != EntityKind.TYPE_ALIAS;
    if (isValue && nearest != null) {
      entity(nearest, draft);
    } else if (isValue && value != null) {
      entity(value, draft);
    }
    if (type != null && draft.kind().isType()) {
      entity(type, draft);
    }
  }

  void entity(EsName name, EntityDraft draft) {
    if (name.meaning == EsName.Meaning.ENTITY && name.entity < 0) {
      name.entity = draft.index();
      name.owner = draft.parent();
    }
  }
}
