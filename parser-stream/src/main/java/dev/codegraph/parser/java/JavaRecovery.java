package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Types whose head is there although the grammar could not make a declaration of them: what follows
 * in the same error, up to the brace that closes the type, is walked as its members.
 */
final class JavaRecovery {
  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;

  JavaRecovery(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
  }

  /** Walks the parts of an error, as those of an entity. */
  void error(int error, int parent) {
    Deque<EntityDraft> types = new ArrayDeque<>();
    Deque<Integer> depths = new ArrayDeque<>();
    int depth = 0;
    int head = -1;
    for (int c = tree.firstChild(error); c >= 0; c = tree.nextSibling(c)) {
      EntityKind kind = tree.isNamed(c) ? null : kind(c);
      int name = kind == null ? -1 : tree.nextSibling(c);
      if (context.is(name, JavaNode.IDENTIFIER) && !context.text(name).isEmpty()) {
        EntityDraft outer = types.peek();
        int start = tree.startByte(head < 0 ? c : head);
        types.push(type(kind, name, start, error, outer == null ? parent : outer.index()));
        depths.push(depth);
        context.push(tree.endByte(error));
        c = name;
      } else if (tree.isNamed(c)) {
        part(c, types.peek(), parent);
      } else if (tree.textEquals(c, "{")) {
        depth++;
      } else if (tree.textEquals(c, "}")) {
        depth--;
        if (!types.isEmpty() && depth <= depths.element()) {
          types.pop();
          depths.pop();
          context.pop();
        }
      }
      head = context.is(c, JavaNode.MODIFIERS) ? c : -1;
    }
    types.forEach(type -> context.pop());
  }

  private void part(int node, @Nullable EntityDraft type, int parent) {
    if (context.is(node, JavaNode.IDENTIFIER)) {
      // Says nothing by itself.
      return;
    }
    EntityDraft owner = type != null || parent == 0 ? type : context.facts().entity(parent);
    if (owner == null) {
      walk.topLevel(node);
    } else if (owner.kind().isType()) {
      walk.typeDeclarations().member(owner, node, owner.kind() == EntityKind.INTERFACE);
    } else {
      walk.code().visit(node, owner.index());
    }
  }

  private EntityDraft type(EntityKind kind, int name, int start, int error, int parent) {
    int end = tree.endByte(error);
    EntityDraft draft =
        context.facts().entity(kind, context.text(name), tree.startByte(name), start, end, parent);
    return draft.signature(
        new String(tree.source(), start, tree.endByte(name) - start, StandardCharsets.UTF_8));
  }

  private @Nullable EntityKind kind(int token) {
    return switch (context.text(token)) {
      case "class" -> EntityKind.CLASS;
      case "interface" -> EntityKind.INTERFACE;
      case "enum" -> EntityKind.ENUM;
      case "record" -> EntityKind.RECORD;
      case "@interface" -> EntityKind.ANNOTATION;
      default -> null;
    };
  }
}
