package dev.codegraph.parser.dart;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Types as they are written: runs of siblings, such as a name and its arguments. */
final class DartTypes {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartTypes(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Whether a node is a part of a type. */
  boolean isType(int node) {
    return switch (syntax.kind(node)) {
      case TYPE_IDENTIFIER, TYPE_ARGUMENTS, NULLABLE_TYPE, FUNCTION_TYPE, VOID_TYPE, RECORD_TYPE ->
          true;
      default -> false;
    };
  }

  /** The text of the types among the children of a node before an offset. */
  String before(int node, int offset) {
    return between(syntax.firstChild(node), offset);
  }

  /** The text of the types among siblings before an offset. */
  String between(int first, int offset) {
    int start = -1;
    int end = -1;
    for (int c = first; c >= 0 && syntax.start(c) < offset; c = syntax.nextSibling(c)) {
      if (isType(c)) {
        start = start < 0 ? syntax.start(c) : start;
        end = syntax.end(c);
      }
    }
    return start < 0 ? "" : normal(start, end);
  }

  private String normal(int start, int end) {
    return syntax.signature(start, end).strip().replaceAll("\\s+", " ");
  }

  /** The name of a type without its arguments, and where the next sibling behind it is. */
  String name(int node) {
    int last = last(node);
    return last == node ? syntax.text(node) : syntax.text(node) + "." + syntax.text(last);
  }

  /** The last part of a name that a dot divides. */
  int last(int node) {
    int dot = syntax.nextSibling(node);
    int second = syntax.nextSibling(dot);
    return syntax.textEquals(dot, ".") && syntax.is(second, DartNode.TYPE_IDENTIFIER)
        ? second
        : node;
  }

  /**
   * Emits the reference of a name of a type.
   *
   * @return the last node of the name
   */
  int named(int node, Role role, int argumentCount) {
    int last = last(node);
    int qualifier = -1;
    if (last != node) {
      String prefix = syntax.text(node);
      walk.context().reference(Role.READ, prefix, node, -1, -1);
      qualifier = walk.expression(ExpressionKind.NAME, prefix, -1, -1);
    }
    String name = syntax.text(last);
    if (last != node || role != Role.TYPE || !isKeyword(name)) {
      // A constructor of the expected type, which has a name but no class before it.
      Role what = name.startsWith(".") ? Role.CALL : role;
      walk.reference(what, name, last, qualifier, argumentCount);
    }
    return last;
  }

  /** Whether a name stands for no declaration: a word of the language or a type parameter. */
  private boolean isKeyword(String name) {
    return switch (name) {
      case "dynamic", "Never", "var", "late", "required", "covariant", "abstract" -> true;
      case "return", "if", "else", "case", "switch", "for", "while", "throw", "class" -> true;
      default -> walk.context().scope().meaning(name) == LexicalScope.Meaning.TYPE_PARAMETER;
    };
  }

  /** Emits the references of the types among the children of a node before an offset. */
  void references(int node, int offset) {
    for (int c = syntax.firstChild(node);
        c >= 0 && syntax.start(c) < offset;
        c = syntax.nextSibling(c)) {
      c = reference(c);
    }
  }

  /**
   * Emits the references of a part of a type.
   *
   * @return the last node of the part
   */
  int reference(int node) {
    switch (syntax.kind(node)) {
      case TYPE_IDENTIFIER -> {
        return named(node, Role.TYPE, -1);
      }
      case TYPE_ARGUMENTS, FUNCTION_TYPE, RECORD_TYPE, TYPE_BOUND -> inside(node);
      default -> {
        // No name of a type.
      }
    }
    return node;
  }

  private void inside(int node) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (isType(c)) {
        c = reference(c);
      } else if (syntax.tree().isNamed(c) && !syntax.is(c, DartNode.TYPE_PARAMETERS)) {
        inside(c);
      }
    }
  }

  /** Binds the type parameters of a declaration, and gives them to its entity. */
  void parameters(int node, EntityDraft draft) {
    for (int c : syntax.children(node, DartNode.TYPE_PARAMETER)) {
      int name = syntax.child(c, DartNode.TYPE_IDENTIFIER);
      int bound = syntax.child(c, DartNode.TYPE_BOUND);
      int type = syntax.firstNamed(bound);
      draft.typeParameter(syntax.text(name));
      walk.context()
          .bindTypeParameter(
              syntax.text(name), syntax.start(c), type < 0 ? "" : between(type, syntax.end(bound)));
    }
    for (int c : syntax.children(node, DartNode.TYPE_PARAMETER)) {
      int bound = syntax.child(c, DartNode.TYPE_BOUND);
      if (bound >= 0) {
        reference(bound);
      }
    }
  }
}
