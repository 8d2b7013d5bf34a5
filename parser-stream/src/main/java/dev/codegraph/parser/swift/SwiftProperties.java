package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Variables, constants and properties, with their values, accessors and observers. */
final class SwiftProperties {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftProperties(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks a declaration of one or more of them. */
  void declaration(int node) {
    boolean isLocal =
        syntax.is(syntax.parent(node), SwiftNode.STATEMENTS)
            || !walk.inType() && walk.ownerKind() != EntityKind.FILE;
    boolean isFirst = true;
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, SwiftNode.PATTERN)) {
        Group group = group(c);
        if (isLocal) {
          local(node, group, isFirst);
        } else {
          entities(node, group, isFirst);
        }
        isFirst = false;
      } else if (syntax.is(c, SwiftNode.ERROR)) {
        walk.declarations().broken(c);
      }
    }
  }

  /**
   * One pattern with what belongs to it.
   *
   * @param type Node of the declared type, -1 for none.
   * @param value Node of its value, -1 for none.
   * @param code Node of accessors or observers, -1 for none.
   */
  private record Group(int pattern, int type, int value, int code) {}

  private Group group(int pattern) {
    int type = -1;
    int value = -1;
    int code = -1;
    for (int c = syntax.nextSibling(pattern); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case PATTERN -> {
          return new Group(pattern, type, value, code);
        }
        case TYPE_ANNOTATION -> type = walk.types().annotated(c);
        case COMPUTED_PROPERTY, WILLSET_DIDSET_BLOCK, PROTOCOL_PROPERTY_REQUIREMENTS -> code = c;
        default -> value = walk.isToken(c, "=") ? syntax.nextNamed(c) : value;
      }
    }
    return new Group(pattern, type, value, code);
  }

  private void local(int node, Group group, boolean isFirst) {
    if (isFirst) {
      for (int c : syntax.children(node, SwiftNode.ATTRIBUTE)) {
        walk.statements().statement(c);
      }
    }
    walk.types().references(group.type());
    int source = walk.expressions().value(group.value(), true);
    walk.patterns()
        .pattern(group.pattern(), true, BindingKind.LOCAL, walk.types().text(group.type()), source);
    if (group.code() >= 0) {
      walk.context().inBlock(syntax.end(node), () -> code(group.code()));
    }
  }

  private void entities(int node, Group group, boolean isFirst) {
    List<Integer> names = walk.patterns().names(group.pattern());
    boolean isConstant = isConstant(node);
    String type = walk.types().text(group.type());
    EntityKind global = isConstant ? EntityKind.CONSTANT : EntityKind.VARIABLE;
    EntityKind kind = walk.inType() ? EntityKind.PROPERTY : global;
    EntityDraft first = null;
    for (int name : names) {
      EntityDraft draft =
          walk.facts().entity(kind, walk.name(name), name, node, walk.context().owner());
      draft.signature(head(node) + syntax.text(name) + (type.isEmpty() ? "" : ": " + type));
      draft.documentation(walk.declarations().documentation(node));
      draft.declaredType(type);
      if (isReadOnly(isConstant, group.code())) {
        draft.modifier(Modifier.READONLY);
      }
      if (walk.ownerKind() == EntityKind.PROTOCOL) {
        draft.modifier(Modifier.ABSTRACT);
      }
      if (first == null && isFirst) {
        walk.modifiers().of(node, draft, walk.declarations().visibility());
      } else {
        likeFirst(node, draft);
      }
      first = first == null ? draft : first;
    }
    int owner = first == null ? walk.context().owner() : first.index();
    EntityDraft described = names.size() == 1 ? first : null;
    walk.context().inEntity(owner, () -> contents(group, described, syntax.end(node)));
  }

  /** Modifiers of a further name in a declaration, whose attributes were walked before. */
  private void likeFirst(int node, EntityDraft draft) {
    Modifier written = walk.modifiers().written(node);
    Modifier visibility = written == null ? walk.declarations().visibility() : written;
    if (visibility != null) {
      draft.modifier(visibility);
    }
    int modifiers = syntax.child(node, SwiftNode.MODIFIERS);
    for (int c : syntax.children(modifiers, SwiftNode.PROPERTY_MODIFIER)) {
      if (syntax.textEquals(c, "static") || syntax.textEquals(c, "class")) {
        draft.modifier(Modifier.STATIC);
      }
    }
  }

  private void contents(Group group, @Nullable EntityDraft draft, int end) {
    walk.types().references(group.type());
    walk.context()
        .inBlock(
            end,
            () -> {
              int value = walk.expressions().value(group.value(), draft != null);
              if (draft != null && value >= 0) {
                draft.initializer(value);
              }
            });
    if (group.code() >= 0
        && draft != null
        && !syntax.is(group.code(), SwiftNode.PROTOCOL_PROPERTY_REQUIREMENTS)) {
      walk.context().inCallable(draft.index(), end, () -> code(group.code()));
    }
  }

  private boolean isConstant(int node) {
    int binding = syntax.child(node, SwiftNode.VALUE_BINDING_PATTERN);
    if (binding < 0) {
      binding =
          syntax.child(syntax.child(node, SwiftNode.PATTERN), SwiftNode.VALUE_BINDING_PATTERN);
    }
    return syntax.textEquals(binding, "let");
  }

  /** Whether nothing can be assigned: a constant, or accessors without one that sets. */
  private boolean isReadOnly(boolean isConstant, int code) {
    return switch (syntax.kind(code)) {
      case COMPUTED_PROPERTY ->
          syntax.child(code, SwiftNode.COMPUTED_SETTER) < 0
              && syntax.child(code, SwiftNode.COMPUTED_MODIFY) < 0;
      case PROTOCOL_PROPERTY_REQUIREMENTS -> syntax.child(code, SwiftNode.SETTER_SPECIFIER) < 0;
      default -> isConstant;
    };
  }

  /** The words of a declaration before its name. */
  private String head(int node) {
    int start = walk.modifiers().signatureStart(node);
    int pattern = syntax.child(node, SwiftNode.PATTERN);
    int binding = syntax.child(node, SwiftNode.VALUE_BINDING_PATTERN);
    if (binding < 0) {
      binding = syntax.child(pattern, SwiftNode.VALUE_BINDING_PATTERN);
    }
    int end = binding < 0 ? syntax.start(pattern) : syntax.end(binding);
    return syntax.signature(start, end) + " ";
  }

  /** Walks the accessors of a property or subscript, or the observers of a property. */
  void code(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      switch (syntax.kind(c)) {
        case COMPUTED_SETTER, WILLSET_CLAUSE -> accessor(c, "newValue");
        case DIDSET_CLAUSE -> accessor(c, "oldValue");
        case COMPUTED_GETTER, COMPUTED_MODIFY -> accessor(c, "");
        default -> walk.statements().statement(c);
      }
    }
  }

  private void accessor(int node, String implicit) {
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int name = syntax.child(node, SwiftNode.SIMPLE_IDENTIFIER);
              String value = name < 0 ? implicit : walk.name(name);
              int from = syntax.start(name < 0 ? node : name);
              walk.context().bind(value, BindingKind.PARAMETER, from, "", -1);
              for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
                if (c != name) {
                  walk.statements().statement(c);
                }
              }
            });
  }
}
