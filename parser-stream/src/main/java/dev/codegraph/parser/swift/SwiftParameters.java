package dev.codegraph.parser.swift;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.Parameter;

/** The parameters of callables and subscripts, and the associated values of enum cases. */
final class SwiftParameters {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftParameters(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Gives parameters to a callable, emits their references, and binds them. */
  void declare(EntityDraft draft, int declaration) {
    for (int c = syntax.firstChild(declaration); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, SwiftNode.PARAMETER)) {
        parameter(draft, c);
      } else if (walk.isToken(c, "=") && isParameterBefore(c)) {
        walk.expressions().value(syntax.nextNamed(c), false);
      } else if (syntax.is(c, SwiftNode.ATTRIBUTE)) {
        walk.modifiers().attribute(c, draft);
      } else if (syntax.is(c, SwiftNode.FUNCTION_BODY)) {
        return;
      }
    }
  }

  private boolean isParameterBefore(int equals) {
    int next = syntax.nextNamed(equals);
    return next >= 0 && !syntax.is(next, SwiftNode.MACRO_DEFINITION);
  }

  /** Gives one parameter to a callable. */
  void parameter(EntityDraft draft, int node) {
    int name = -1;
    int colon = walk.token(node, ":");
    for (int c = syntax.firstNamed(node); c >= 0 && (colon < 0 || c < colon); ) {
      name = syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER) ? c : name;
      c = syntax.nextNamed(c);
    }
    if (name < 0 || colon < 0) {
      return;
    }
    int type = walk.types().after(colon);
    String written = walk.types().text(type);
    int modifiers = syntax.child(node, SwiftNode.PARAMETER_MODIFIERS);
    String described = (syntax.normalText(modifiers) + " " + written).strip();
    boolean isVariadic = walk.token(node, "...") >= 0;
    boolean isOptional = walk.isToken(syntax.nextSibling(node), "=");
    draft.parameter(
        new Parameter(walk.name(name), described, isOptional || isVariadic, isVariadic));
    walk.types().references(type);
    if (!syntax.textEquals(name, "_")) {
      walk.context().bind(walk.name(name), BindingKind.PARAMETER, syntax.start(node), written, -1);
    }
  }

  /** Gives associated values to an enum case and emits their references. */
  void associated(EntityDraft draft, int list) {
    String label = "";
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER)) {
        label = walk.name(c);
      } else if (syntax.kind(c).isType()) {
        boolean isOptional = walk.isToken(syntax.nextSibling(c), "=");
        draft.parameter(new Parameter(label, walk.types().text(c), isOptional, false));
        walk.types().references(c);
        label = "";
      } else if (walk.isToken(c, "=")) {
        walk.expressions().value(syntax.nextNamed(c), false);
      }
    }
  }
}
