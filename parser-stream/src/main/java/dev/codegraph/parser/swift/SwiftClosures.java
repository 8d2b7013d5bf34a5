package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;

/** Closures: what they capture, their parameters, and their code. */
final class SwiftClosures {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftClosures(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks a closure.
   *
   * @param call Expression of the call that it is an argument of, -1 for none.
   * @param place Which argument it is.
   */
  void closure(int node, int call, String place) {
    walk.context().complexity().enter();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
                switch (syntax.kind(c)) {
                  case CAPTURE_LIST -> captures(c);
                  case LAMBDA_FUNCTION_TYPE -> type(c, call, place);
                  default -> walk.statements().statement(c);
                }
              }
            });
    walk.context().complexity().leave();
  }

  private void captures(int list) {
    for (int item : syntax.children(list, SwiftNode.CAPTURE_LIST_ITEM)) {
      int name = syntax.child(item, SwiftNode.SIMPLE_IDENTIFIER);
      boolean isSelf = name < 0 || syntax.textEquals(name, "self");
      int value = syntax.field(item, SwiftField.VALUE);
      if (value < 0 && !isSelf) {
        value = name;
      }
      int initializer = isSelf && value < 0 ? -1 : walk.expressions().value(value, true);
      if (!isSelf) {
        walk.context()
            .bind(walk.name(name), BindingKind.LOCAL, syntax.start(name), "", initializer);
      }
    }
  }

  private void type(int node, int call, String place) {
    int arrow = walk.token(node, "->");
    if (arrow >= 0) {
      walk.types().references(walk.types().after(arrow));
    }
    int list = syntax.child(node, SwiftNode.LAMBDA_FUNCTION_TYPE_PARAMETERS);
    int index = 0;
    for (int parameter : syntax.children(list, SwiftNode.LAMBDA_PARAMETER)) {
      parameter(parameter, call, place + " " + index);
      index++;
    }
  }

  private void parameter(int node, int call, String place) {
    int name = -1;
    for (int c : syntax.children(node, SwiftNode.SIMPLE_IDENTIFIER)) {
      name = c;
    }
    int type = walk.types().annotated(node);
    walk.types().references(type);
    if (name >= 0 && !syntax.textEquals(name, "_")) {
      String written = walk.types().text(type);
      int given =
          call < 0 || !written.isEmpty()
              ? -1
              : walk.expression(ExpressionKind.LAMBDA, place, call, -1);
      walk.context()
          .bind(walk.name(name), BindingKind.PARAMETER, syntax.start(node), written, given);
    }
  }
}
