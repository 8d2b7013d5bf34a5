package dev.codegraph.parser.java;

import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Type names: the references they are, and the qualifiers before them. */
final class JavaTypes {
  private final JavaWalk walk;
  private final JavaContext context;

  JavaTypes(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
  }

  /** Emits the references of a type, its qualifiers' annotations and its arguments included. */
  void references(int node, int owner, Role role) {
    if (node < 0) {
      return;
    }
    switch (context.kind(node)) {
      case TYPE_IDENTIFIER, IDENTIFIER -> {
        String name = context.text(node);
        if (!context.isTypeParameter(name) && !name.equals("var") && !JavaContext.isKeyword(name)) {
          context.facts().reference(role, name, node, owner, -1, -1);
        }
      }
      case SCOPED_TYPE_IDENTIFIER, SCOPED_IDENTIFIER -> {
        int name = lastName(node);
        context.facts().reference(role, context.text(name), name, owner, qualifier(node), -1);
        arguments(node, owner);
      }
      case GENERIC_TYPE -> {
        int head = context.tree().firstChild(node);
        references(head, owner, role);
        int arguments = context.child(node, JavaNode.TYPE_ARGUMENTS);
        if (arguments >= 0) {
          children(arguments, owner);
        }
      }
      case ANNOTATION, MARKER_ANNOTATION -> walk.code().annotation(node, owner);
      case TYPE_LIST, SUPERCLASS, SUPER_INTERFACES, EXTENDS_INTERFACES, CATCH_TYPE ->
          eachChild(node, owner, role);
      default -> children(node, owner);
    }
  }

  private void eachChild(int node, int owner, Role role) {
    for (int c = context.tree().firstChild(node); c >= 0; c = context.tree().nextSibling(c)) {
      if (context.tree().isNamed(c)) {
        references(c, owner, role);
      }
    }
  }

  private void children(int node, int owner) {
    eachChild(node, owner, Role.TYPE);
  }

  /** Type arguments that stand inside a qualified type. */
  private void arguments(int node, int owner) {
    for (int c = context.tree().firstChild(node); c >= 0; c = context.tree().nextSibling(c)) {
      if (context.is(c, JavaNode.GENERIC_TYPE)) {
        int arguments = context.child(c, JavaNode.TYPE_ARGUMENTS);
        if (arguments >= 0) {
          children(arguments, owner);
        }
      } else if (context.is(c, JavaNode.SCOPED_TYPE_IDENTIFIER)) {
        arguments(c, owner);
      }
    }
  }

  /** The last name of a qualified one. */
  int lastName(int node) {
    int last = node;
    for (int c = context.tree().firstChild(node); c >= 0; c = context.tree().nextSibling(c)) {
      if (context.is(c, JavaNode.TYPE_IDENTIFIER) || context.is(c, JavaNode.IDENTIFIER)) {
        last = c;
      }
    }
    return last;
  }

  /** Expression of what stands before the last name of a qualified one, -1 when nothing does. */
  int qualifier(int node) {
    int head = context.tree().firstChild(node);
    while (head >= 0 && !context.tree().isNamed(head)) {
      head = context.tree().nextSibling(head);
    }
    return head < 0 || head == lastName(node) ? -1 : expression(head);
  }

  /** A type name as an expression: a name, or a member of one. */
  int expression(int node) {
    return switch (context.kind(node)) {
      case SCOPED_TYPE_IDENTIFIER, SCOPED_IDENTIFIER ->
          context
              .facts()
              .expression(ExpressionKind.MEMBER, context.text(lastName(node)), qualifier(node), -1);
      case GENERIC_TYPE -> expression(context.tree().firstChild(node));
      default -> context.facts().expression(ExpressionKind.NAME, context.text(node), -1, -1);
    };
  }
}
