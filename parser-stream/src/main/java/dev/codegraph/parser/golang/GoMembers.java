package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.List;

/** What struct and interface types hold: fields, methods, and the types they embed. */
final class GoMembers {
  private final GoContext context;
  private final GoSyntax syntax;
  private final GoTypes types;

  GoMembers(GoContext context, GoTypes types) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
  }

  /** Makes the entities and references inside a type; the owner is the entity of the type. */
  void of(int typeNode) {
    if (syntax.is(typeNode, GoNode.STRUCT_TYPE)) {
      int list = syntax.firstNamed(typeNode);
      for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.is(c, GoNode.FIELD_DECLARATION)) {
          field(c);
        }
      }
    } else {
      for (int c = syntax.firstNamed(typeNode); c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.is(c, GoNode.METHOD_ELEM)) {
          method(c);
        } else if (syntax.is(c, GoNode.TYPE_ELEM)) {
          element(c);
        }
      }
    }
  }

  private void field(int node) {
    int type = syntax.field(node, GoSyntax.TYPE);
    List<Integer> names = syntax.fields(node, GoSyntax.NAME);
    if (names.isEmpty()) {
      embedded(node, type);
      return;
    }
    int first = -1;
    for (int name : names) {
      EntityDraft draft = entity(EntityKind.FIELD, name, node).declaredType(types.text(type));
      first = first < 0 ? draft.index() : first;
    }
    context.inEntity(first, () -> types.references(type));
  }

  /** An embedded type is a base of the struct and a field with the name of the type. */
  private void embedded(int node, int type) {
    int named = syntax.is(type, GoNode.GENERIC_TYPE) ? syntax.field(type, GoSyntax.TYPE) : type;
    int nameNode =
        syntax.is(named, GoNode.QUALIFIED_TYPE) ? syntax.field(named, GoSyntax.NAME) : named;
    if (nameNode < 0) {
      return;
    }
    boolean pointer = syntax.textEquals(syntax.firstChild(node), "*");
    entity(EntityKind.FIELD, nameNode, node)
        .declaredType((pointer ? "*" : "") + types.text(type))
        .supertype(syntax.text(named), SupertypeRelation.EMBEDS);
    context.facts().entity(context.owner()).supertype(syntax.text(named), SupertypeRelation.EMBEDS);
    types.references(type, Role.EXTEND);
  }

  private void method(int node) {
    int name = syntax.field(node, GoSyntax.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft draft = entity(EntityKind.METHOD, name, node).modifier(Modifier.ABSTRACT);
    GoCallables.describe(types, syntax, draft, node);
    context.inEntity(draft.index(), () -> types.signatureReferences(node));
  }

  /** An element of an interface: one type is embedded, a union is only a constraint. */
  private void element(int node) {
    int only = syntax.firstNamed(node);
    if (only >= 0 && syntax.nextNamed(only) < 0 && !syntax.is(only, GoNode.NEGATED_TYPE)) {
      int named = syntax.is(only, GoNode.GENERIC_TYPE) ? syntax.field(only, GoSyntax.TYPE) : only;
      if (syntax.is(named, GoNode.TYPE_IDENTIFIER) || syntax.is(named, GoNode.QUALIFIED_TYPE)) {
        context
            .facts()
            .entity(context.owner())
            .supertype(syntax.text(named), SupertypeRelation.EMBEDS);
        types.references(only, Role.EXTEND);
        return;
      }
    }
    types.references(node);
  }

  private EntityDraft entity(EntityKind kind, int nameNode, int node) {
    return context.declare(kind, nameNode, node, context.owner());
  }
}
