package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of classes. */
final class EsClasses {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;
  private final EsAssignments assignments;
  private final EsCallables callables;
  private final EsControllers controllers;

  /** The member that the last decorator was seen before; -1 when none was. */
  private int decorated = -1;

  /** Signatures that an entity made before has taken in. */
  private final Set<Integer> merged = new HashSet<>();

  EsClasses(EsContext context, EsAssignments assignments, EsCallables callables, EsRoutes routes) {
    this.controllers = new EsControllers(context.syntax, routes);
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
    this.assignments = assignments;
    this.callables = callables;
  }

  void classBody(EntityDraft draft, int node) {
    if (syntax.is(node, EsNode.ABSTRACT_CLASS_DECLARATION)) {
      draft.modifier(Modifier.ABSTRACT);
    }
    entities.typeParameters(draft, node);
    entities.bases(draft, node);
    entities.signature(draft, node);
    int body = syntax.child(node, EsField.BODY);
    assignments.classMembers(draft.index(), body);
    context.owner = draft.index();
    context.function = null;
    context.self = "";
    context.nesting = 0;
  }

  /** A decorator of a member belongs to the member that follows. */
  void decorator(int node) {
    int around = tree.parent(node);
    EntityDraft known = context.prepared.get(around);
    if (known != null && syntax.is(tree.parent(around), EsNode.CLASS_BODY)) {
      controllers.decorated(node, around, known);
    }
    if (!syntax.is(around, EsNode.CLASS_BODY)) {
      return;
    }
    int member = node < decorated ? decorated : node;
    while (syntax.is(member, EsNode.DECORATOR)) {
      member = syntax.nextNamed(member);
    }
    // The next one in the row is before the same member.
    decorated = member;
    EntityDraft draft = member < 0 ? null : memberDraft(member, tree.startByte(node));
    if (draft != null) {
      controllers.decorated(node, member, draft);
      context.owner = draft.index();
    }
  }

  /** The entity of a class member, made at its first decorator or at the member itself. */
  private @Nullable EntityDraft memberDraft(int member, int start) {
    EntityDraft known = context.prepared.get(member);
    if (known != null) {
      return known;
    }
    EsNode kind = syntax.kind(member);
    int nameNode =
        kind == EsNode.FIELD_DEFINITION
            ? syntax.child(member, EsField.PROPERTY)
            : syntax.child(member, EsField.NAME);
    if (nameNode < 0) {
      return null;
    }
    String name = syntax.propertyName(nameNode);
    int value = syntax.child(member, EsField.VALUE);
    EntityKind entityKind =
        switch (kind) {
          case METHOD_DEFINITION, METHOD_SIGNATURE, ABSTRACT_METHOD_SIGNATURE ->
              name.equals("constructor") && syntax.is(tree.parent(member), EsNode.CLASS_BODY)
                  ? EntityKind.CONSTRUCTOR
                  : EntityKind.METHOD;
          case FIELD_DEFINITION, PUBLIC_FIELD_DEFINITION ->
              syntax.kind(value < 0 ? -1 : syntax.unwrap(value)).isFunctionExpression()
                  ? EntityKind.METHOD
                  : EntityKind.FIELD;
          default -> EntityKind.PROPERTY;
        };
    int end = tree.endByte(member);
    int parent = context.bodies.getOrDefault(tree.parent(member), context.owner);
    EntityDraft draft =
        entities.make(entityKind, name, tree.startByte(nameNode), start, end, parent);
    entities.modifiers(draft, member);
    context.prepared.put(member, draft);
    return draft;
  }

  void method(int node) {
    int parent = tree.parent(node);
    boolean inClass = syntax.is(parent, EsNode.CLASS_BODY);
    Integer object = context.bodies.get(parent);
    if (!inClass && object == null) {
      callables.lambda(node);
      return;
    }
    EntityDraft draft = memberDraft(node, tree.startByte(node));
    if (draft == null) {
      callables.lambda(node);
      return;
    }
    if (!merged.contains(node)) {
      entities.callable(draft, node);
      entities.signature(draft, node);
    }
    int around = draft.parent();
    callables.enter(draft, node);
    context.self = inClass && draft.has(Modifier.STATIC) ? "static " + around : "" + around;
  }

  void methodSignature(int node) {
    int parent = tree.parent(node);
    boolean inClass = syntax.is(parent, EsNode.CLASS_BODY);
    if (!inClass && !context.bodies.containsKey(parent)) {
      callables.parameters(node);
      return;
    }
    EntityDraft known = context.prepared.get(node);
    if (known == null || !merged.contains(node)) {
      overloadedMember(node, inClass);
      known = context.prepared.get(node);
    }
    if (known != null) {
      context.owner = known.index();
      context.function = null;
    }
    callables.parameters(node);
  }

  /** Makes one entity of this signature, of those that follow, and of their implementation. */
  private void overloadedMember(int node, boolean inClass) {
    int nameNode = syntax.child(node, EsField.NAME);
    if (nameNode < 0) {
      return;
    }
    String name = syntax.propertyName(nameNode);
    boolean isStatic = syntax.hasToken(node, "static");
    boolean accessor = syntax.hasToken(node, "get") || syntax.hasToken(node, "set");
    List<Integer> signatures = new ArrayList<>(List.of(node));
    int implementation = -1;
    int end = tree.endByte(node);
    for (int next = syntax.nextNamed(node);
        next >= 0 && implementation < 0 && !accessor;
        next = syntax.nextNamed(next)) {
      EsNode kind = syntax.kind(next);
      int other = syntax.child(next, EsField.NAME);
      boolean signature =
          kind == EsNode.METHOD_SIGNATURE || kind == EsNode.ABSTRACT_METHOD_SIGNATURE;
      if (!signature && kind != EsNode.METHOD_DEFINITION
          || other < 0
          || !syntax.propertyName(other).equals(name)
          || syntax.hasToken(next, "static") != isStatic) {
        break;
      }
      end = tree.endByte(next);
      if (signature) {
        signatures.add(next);
      } else {
        implementation = next;
      }
    }
    EntityDraft draft = context.prepared.get(node);
    if (draft == null) {
      int shown = implementation >= 0 ? syntax.child(implementation, EsField.NAME) : nameNode;
      boolean constructor = inClass && name.equals("constructor");
      draft =
          entities.make(
              constructor ? EntityKind.CONSTRUCTOR : EntityKind.METHOD,
              name,
              tree.startByte(shown),
              tree.startByte(node),
              end,
              context.owner);
      entities.modifiers(draft, node);
    }
    if (!inClass) {
      draft.modifier(Modifier.ABSTRACT);
    }
    for (int signature : signatures) {
      context.prepared.put(signature, draft);
      merged.add(signature);
    }
    entities.overloads(draft, signatures);
    entities.signature(draft, node);
    if (implementation >= 0) {
      context.prepared.put(implementation, draft);
      merged.add(implementation);
      callables.hasWrittenType(draft);
    }
  }

  void field(int node) {
    EntityDraft draft = memberDraft(node, tree.startByte(node));
    if (draft == null) {
      return;
    }
    int around = draft.parent();
    context.owner = draft.index();
    context.function = null;
    context.self = draft.has(Modifier.STATIC) ? "static " + around : "" + around;
    int value = syntax.child(node, EsField.VALUE);
    String type = entities.annotation(syntax.child(node, EsField.TYPE));
    if (draft.kind() == EntityKind.METHOD) {
      context.prepared.put(syntax.unwrap(value), draft);
    } else {
      draft.declaredType(type);
      int to = value < 0 ? tree.endByte(node) : tree.startByte(value);
      int start = tree.startByte(node);
      for (int c = syntax.firstNamed(node); syntax.is(c, EsNode.DECORATOR); ) {
        int next = tree.nextSibling(c);
        start = next < 0 ? start : tree.startByte(next);
        c = syntax.nextNamed(c);
      }
      draft.signature(withoutEquals(entities.cut(start, to)));
      if (type.isEmpty()) {
        boolean says = value >= 0 && !assignments.isNothing(value);
        assignments.initial(draft, says ? context.expressions.of(value) : -1);
      }
    }
  }

  private static String withoutEquals(String text) {
    return text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
  }

  /** A constructor parameter with a modifier is a field as well. */
  void parameter(int node) {
    boolean property =
        syntax.child(node, EsNode.ACCESSIBILITY_MODIFIER) >= 0
            || syntax.child(node, EsNode.OVERRIDE_MODIFIER) >= 0
            || syntax.hasToken(node, "readonly");
    int pattern = syntax.child(node, EsField.PATTERN);
    if (!property || !syntax.is(pattern, EsNode.IDENTIFIER)) {
      return;
    }
    EntityDraft constructor = context.facts.entity(context.owner);
    if (constructor.kind() != EntityKind.CONSTRUCTOR) {
      return;
    }
    EntityDraft draft =
        entities.make(EntityKind.FIELD, syntax.text(pattern), pattern, node, constructor.parent());
    for (int c = tree.firstChild(node); c >= 0 && c != pattern; c = tree.nextSibling(c)) {
      switch (syntax.text(c)) {
        case "public" -> draft.modifier(Modifier.PUBLIC);
        case "private" -> draft.modifier(Modifier.PRIVATE);
        case "protected" -> draft.modifier(Modifier.PROTECTED);
        case "readonly" -> draft.modifier(Modifier.READONLY);
        default -> {}
      }
    }
    draft.declaredType(entities.annotation(syntax.child(node, EsField.TYPE)));
    draft.signature(entities.cut(tree.startByte(node), tree.endByte(node)));
    assignments.declared(constructor.parent(), draft);
  }
}
