package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.HashMap;
import java.util.Map;

/** Entities of declarations, and those of the fields and variants inside types. */
final class RustMembers {
  private final RustContext context;
  private final WalkContext walk;
  private final Syntax<RustNode> syntax;
  private final RustItems items;
  private final RustCode code;
  private final RustTypes types;

  /** What was said about an entity before its body. */
  private final Map<Integer, String> documented = new HashMap<>();

  RustMembers(RustContext context, RustItems items, RustCode code) {
    this.context = context;
    this.walk = context.walk();
    this.syntax = context.syntax();
    this.items = items;
    this.code = code;
    this.types = code.types();
  }

  /**
   * Adds the entity of a declaration.
   *
   * @param body Node that the signature ends before, -1 when it is the whole declaration.
   */
  EntityDraft declare(EntityKind kind, int nameNode, int node, int body, RustLeading leading) {
    return declare(kind, context.name(nameNode), nameNode, node, body, leading);
  }

  /** The same, with a name that the node of the name does not spell. */
  EntityDraft declare(
      EntityKind kind, String name, int nameNode, int node, int body, RustLeading leading) {
    return declare(kind, name, nameNode, node, body, leading, -1);
  }

  private EntityDraft declare(
      EntityKind kind,
      String name,
      int nameNode,
      int node,
      int body,
      RustLeading leading,
      int visibility) {
    EntityDraft draft =
        context
            .facts()
            .entity(
                kind,
                name,
                syntax.start(nameNode),
                leading.start(node),
                syntax.end(node),
                walk.owner());
    int end = body < 0 ? syntax.end(node) : syntax.start(body);
    String signature = syntax.signature(syntax.start(node), end).strip();
    draft.signature(signature.endsWith(";") ? signature.replaceAll(";+$", "") : signature);
    visibility(draft, node, visibility);
    String documentation = items.attributes().apply(draft, leading);
    if (!documentation.isEmpty()) {
      documented.put(draft.index(), documentation);
    }
    return draft;
  }

  /**
   * Adds the entity of a declaration that is broken.
   *
   * @param keyword Node that it begins with.
   * @param last Node that is its last for sure.
   */
  EntityDraft incomplete(EntityKind kind, int keyword, int nameNode, int last) {
    int start = syntax.start(keyword);
    int end = syntax.end(last);
    return context
        .facts()
        .entity(kind, context.name(nameNode), syntax.start(nameNode), start, end, walk.owner())
        .signature(syntax.signature(start, end));
  }

  /** Sets documentation from inside a body, behind that from before it. */
  void document(EntityDraft draft, String inner) {
    String outer = documented.getOrDefault(draft.index(), "");
    draft.documentation(outer.isEmpty() ? inner : outer + "\n" + inner);
  }

  private void visibility(EntityDraft draft, int node, int given) {
    int modifier = given >= 0 ? given : syntax.child(node, RustNode.VISIBILITY_MODIFIER);
    if (modifier >= 0) {
      visibility(draft, syntax.normalText(modifier));
      return;
    }
    EntityDraft outer = context.facts().entity(draft.parent());
    switch (outer.kind()) {
      case TRAIT, ENUM, ENUM_MEMBER -> draft.modifier(Modifier.PUBLIC);
      case EXTENSION -> {
        if (outer.supertypeCount() > 0) {
          draft.modifier(Modifier.PUBLIC).modifier(Modifier.OVERRIDE);
        } else {
          draft.modifier(Modifier.PRIVATE);
        }
      }
      default -> {
        if (draft.kind() != EntityKind.EXTENSION) {
          draft.modifier(Modifier.PRIVATE);
        }
      }
    }
  }

  private static void visibility(EntityDraft draft, String text) {
    switch (text) {
      case "pub" -> draft.modifier(Modifier.PUBLIC).modifier(Modifier.EXPORTED);
      case "pub(self)" -> draft.modifier(Modifier.PRIVATE);
      default -> draft.modifier(Modifier.INTERNAL);
    }
  }

  /** Makes the members of a struct, union, enum or variant; the owner is its entity. */
  void of(EntityDraft type, int body) {
    RustLeading leading = new RustLeading(syntax);
    int index = 0;
    int visibility = -1;
    for (int c = syntax.firstChild(body); c >= 0; c = syntax.nextSibling(c)) {
      if (leading.takes(c) || !syntax.tree().isNamed(c)) {
        continue;
      }
      switch (syntax.kind(c)) {
        case FIELD_DECLARATION -> field(c, leading);
        case ENUM_VARIANT -> variant(c, leading);
        case VISIBILITY_MODIFIER -> {
          visibility = c;
          continue;
        }
        case ERROR -> of(type, c);
        default -> {
          if (syntax.is(body, RustNode.ORDERED_FIELD_DECLARATION_LIST)) {
            numbered(index++, c, visibility, leading);
          }
        }
      }
      visibility = -1;
      leading.clear();
    }
  }

  private void field(int node, RustLeading leading) {
    int name = syntax.field(node, RustFields.NAME);
    if (name >= 0) {
      int type = syntax.field(node, RustFields.TYPE);
      EntityDraft draft =
          declare(EntityKind.FIELD, name, node, -1, leading).declaredType(types.text(type));
      walk.inEntity(draft.index(), () -> types.references(type));
    }
  }

  private void numbered(int index, int type, int visibility, RustLeading leading) {
    EntityDraft draft =
        declare(EntityKind.FIELD, String.valueOf(index), type, type, -1, leading, visibility)
            .declaredType(types.text(type));
    walk.inEntity(draft.index(), () -> types.references(type));
  }

  private void variant(int node, RustLeading leading) {
    int name = syntax.field(node, RustFields.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft draft = declare(EntityKind.ENUM_MEMBER, name, node, -1, leading);
    walk.inEntity(
        draft.index(),
        () -> {
          of(draft, syntax.field(node, RustFields.BODY));
          code.expressions().value(syntax.field(node, RustFields.VALUE), false);
        });
  }
}
