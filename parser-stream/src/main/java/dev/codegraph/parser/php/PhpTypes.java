package dev.codegraph.parser.php;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.Locale;

/** Names and types: the references they are, and what stands before the last part of a name. */
final class PhpTypes {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  PhpTypes(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether a node is a name, qualified or not. */
  boolean isName(int node) {
    return switch (syntax.kind(node)) {
      case NAME, QUALIFIED_NAME, RELATIVE_NAME -> true;
      default -> false;
    };
  }

  /** The last part of a name. */
  int last(int name) {
    if (syntax.is(name, PhpNode.NAME)) {
      return name;
    }
    int last = -1;
    for (int c = syntax.firstChild(name); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, PhpNode.NAME)) {
        last = c;
      }
    }
    return last;
  }

  /**
   * Expression of what stands before the last part of a name, with the backslash that it ends with,
   * so that it is never taken for a class; -1 when nothing does.
   */
  int qualifier(int name) {
    if (syntax.is(name, PhpNode.NAME)) {
      return -1;
    }
    String text = syntax.text(name);
    int cut = text.lastIndexOf('\\');
    return cut < 0 ? -1 : walk.expression(ExpressionKind.NAME, text.substring(0, cut + 1), -1, -1);
  }

  /** Emits the references of a type. */
  void references(int node) {
    if (node < 0) {
      return;
    }
    switch (syntax.kind(node)) {
      case NAME, QUALIFIED_NAME, RELATIVE_NAME -> named(node, Role.TYPE, -1);
      case PRIMITIVE_TYPE, ATTRIBUTE_LIST -> {
        // No name of ours.
      }
      default -> {
        for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
          references(c);
        }
      }
    }
  }

  /**
   * Emits the reference of a name. The words for the class itself are none, unless it is made.
   *
   * @param argumentCount Arguments of a call or creation, -1 otherwise.
   */
  void named(int node, Role role, int argumentCount) {
    int last = last(node);
    if (last >= 0 && (role != Role.TYPE || !isKeyword(node))) {
      walk.context().reference(role, syntax.text(last), last, qualifier(node), argumentCount);
    }
  }

  /** Whether a name without a qualifier is a word of the language where a type stands. */
  private boolean isKeyword(int node) {
    if (!syntax.is(node, PhpNode.NAME) || syntax.end(node) - syntax.start(node) > 8) {
      return false;
    }
    return switch (syntax.text(node).toLowerCase(Locale.ROOT)) {
      case "self", "static", "parent", "mixed", "object", "never", "void", "iterable" -> true;
      case "null", "true", "false", "array", "callable" -> true;
      case "int", "float", "string", "bool" -> true;
      default -> false;
    };
  }

  /** The class that a scope names, as an expression. */
  int scope(int node) {
    String text = syntax.text(node);
    return text.equalsIgnoreCase("parent")
        ? walk.expression(ExpressionKind.SUPER, "", -1, -1)
        : walk.expression(ExpressionKind.NAME, text, -1, -1);
  }
}
