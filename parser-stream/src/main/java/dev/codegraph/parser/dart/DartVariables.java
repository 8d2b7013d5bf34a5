package dev.codegraph.parser.dart;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;

/** Fields, constants, variables of the library and of code. */
final class DartVariables {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartVariables(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks a list of names with values.
   *
   * @param first The first sibling of the declaration.
   * @param list The list.
   * @param words The first sibling of the list itself: words and type stand there.
   */
  void declared(int first, int list, int words) {
    boolean isMember = walk.context().owner() != 0;
    String type = walk.types().between(words, syntax.start(list));
    boolean isConst = has(words, list, "const");
    boolean isFinal = has(words, list, "final");
    boolean isStatic = has(words, list, "static");
    EntityKind kind =
        isConst ? EntityKind.CONSTANT : isMember ? EntityKind.FIELD : EntityKind.VARIABLE;
    boolean isFirst = true;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int name = syntax.is(c, DartNode.IDENTIFIER) ? c : syntax.child(c, DartNode.IDENTIFIER);
      if (name < 0 || syntax.text(name).isEmpty()) {
        continue;
      }
      int start = isFirst ? syntax.start(first) : syntax.start(c);
      EntityDraft draft =
          walk.declare(kind, syntax.text(name), syntax.start(name), start, syntax.end(c));
      draft.declaredType(type);
      int head = words < 0 ? syntax.start(list) : startOfWords(words, list);
      draft.signature(
          isFirst
              ? syntax.signature(head, syntax.end(c))
              : syntax.signature(head, syntax.start(list)).strip()
                  + " "
                  + syntax.signature(syntax.start(c), syntax.end(c)));
      if (isStatic || isConst && isMember) {
        draft.modifier(Modifier.STATIC);
      }
      if (isFinal) {
        draft.modifier(Modifier.READONLY);
      }
      walk.members().annotations(first, list, draft);
      boolean hasType = isFirst;
      boolean isAlone = name == c;
      walk.context()
          .inEntity(
              draft.index(),
              () -> {
                if (hasType) {
                  types(words, list);
                }
                if (!isAlone) {
                  int value = syntax.nextPart(name);
                  draft.initializer(walk.expressions().run(value, Role.READ, true));
                  walk.statements().from(walk.expressions().after());
                }
              });
      isFirst = false;
    }
  }

  private int startOfWords(int words, int list) {
    int c = words;
    while (c >= 0 && c < list && (syntax.is(c, DartNode.ANNOTATION) || syntax.tree().isExtra(c))) {
      c = syntax.nextSibling(c);
    }
    return c < 0 ? syntax.start(list) : syntax.start(c);
  }

  private boolean has(int first, int stop, String word) {
    for (int c = first; c >= 0 && c < stop; c = syntax.nextSibling(c)) {
      if (!syntax.is(c, DartNode.ANNOTATION) && syntax.textEquals(c, word)) {
        return true;
      }
    }
    return false;
  }

  private void types(int first, int stop) {
    for (int c = first; c >= 0 && c < stop; c = syntax.nextSibling(c)) {
      c = walk.types().reference(c);
    }
  }

  /** Walks the declaration of variables in code. */
  void local(int node) {
    int name = syntax.field(node, DartField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    String type = walk.types().before(node, syntax.start(name));
    walk.types().references(node, syntax.start(name));
    local(name, name, type);
    for (int c : syntax.children(node, DartNode.INITIALIZED_IDENTIFIER)) {
      int other = syntax.child(c, DartNode.IDENTIFIER);
      if (other >= 0) {
        local(other, other, type);
      }
    }
  }

  private void local(int name, int start, String type) {
    int value = syntax.nextPart(name);
    if (syntax.is(value, DartNode.INITIALIZED_IDENTIFIER)) {
      value = -1;
    }
    int lambda = -1;
    if (syntax.is(value, DartNode.FUNCTION_EXPRESSION)) {
      lambda = walk.expression(ExpressionKind.LAMBDA, "", -1, -1);
      walk.members().bind(name, BindingKind.LOCAL, type, lambda);
      walk.callables()
          .named(EntityKind.FUNCTION, name, syntax.start(start), value)
          .initializer(lambda);
      return;
    }
    int expression = value < 0 ? -1 : walk.expressions().run(value, Role.READ, true);
    walk.members().bind(name, BindingKind.LOCAL, type, expression);
  }
}
