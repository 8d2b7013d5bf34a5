package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Parameter;

/** Parameters of methods, lambdas and blocks. */
final class RubyParameters {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyParameters(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** The node of a parameter's name; -1 when it has none. */
  private int name(int parameter) {
    return syntax.is(parameter, RubyNode.IDENTIFIER)
        ? parameter
        : syntax.field(parameter, RubyField.NAME);
  }

  /** Gives a callable its parameters; types come from the documentation. */
  void describe(EntityDraft draft, int list, String documentation) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.tree().field(c) == RubyField.LOCALS) {
        continue;
      }
      String name = syntax.text(name(c));
      String type = name.isEmpty() ? "" : RubyDoc.parameter(documentation, name);
      switch (syntax.kind(c)) {
        case IDENTIFIER -> draft.parameter(new Parameter(name, type, false, false));
        case OPTIONAL_PARAMETER, BLOCK_PARAMETER ->
            draft.parameter(new Parameter(name, type, true, false));
        case KEYWORD_PARAMETER -> {
          boolean isOptional = syntax.field(c, RubyField.VALUE) >= 0;
          draft.parameter(new Parameter(name, type, isOptional, false));
        }
        case SPLAT_PARAMETER, HASH_SPLAT_PARAMETER ->
            draft.parameter(new Parameter(name, type, true, true));
        case FORWARD_PARAMETER -> draft.parameter(new Parameter("", "", true, true));
        case DESTRUCTURED_PARAMETER -> draft.parameter(new Parameter("", "", false, false));
        default -> {
          // No parameter, such as the word that there are no others.
        }
      }
    }
  }

  /** Binds the parameters of a method and walks their defaults. */
  void bind(int list, String documentation) {
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, RubyNode.DESTRUCTURED_PARAMETER)) {
        parts(c, BindingKind.PARAMETER, -1);
      } else {
        String name = syntax.text(name(c));
        bind(c, name.isEmpty() ? "" : RubyDoc.parameter(documentation, name), -1);
      }
    }
  }

  /**
   * Binds the parameters of a block, which get their values from the call that it is given to.
   *
   * @param giver Expression of that call, -1 for none.
   */
  void bindBlock(int list, int giver) {
    int place = 0;
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      int value = giver < 0 ? -1 : place(giver, place);
      if (syntax.tree().field(c) == RubyField.LOCALS) {
        walk.context().bind(syntax.text(c), BindingKind.LOCAL, syntax.start(c), "", -1);
      } else if (syntax.is(c, RubyNode.DESTRUCTURED_PARAMETER)) {
        parts(c, BindingKind.PARAMETER, value);
      } else {
        bind(c, "", value);
      }
      place++;
    }
  }

  /** What a call gives to the parameter of a block at a place. */
  int place(int giver, int place) {
    return walk.expression(ExpressionKind.OTHER, "#" + place, giver, -1);
  }

  private void bind(int parameter, String type, int value) {
    int name = name(parameter);
    int initial = syntax.field(parameter, RubyField.VALUE);
    int given = initial < 0 ? -1 : walk.expressions().value(initial, true);
    if (syntax.is(name, RubyNode.IDENTIFIER)) {
      walk.context()
          .bind(
              syntax.text(name),
              BindingKind.PARAMETER,
              syntax.start(name),
              type,
              given >= 0 ? given : value);
    } else if (syntax.is(parameter, RubyNode.ERROR)) {
      walk.statements().statement(parameter);
    }
  }

  private void parts(int list, BindingKind kind, int value) {
    int place = 0;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int part = value < 0 ? -1 : place(value, place);
      if (syntax.is(c, RubyNode.DESTRUCTURED_PARAMETER)) {
        parts(c, kind, part);
      } else if (syntax.is(name(c), RubyNode.IDENTIFIER)) {
        walk.context().bind(syntax.text(name(c)), kind, syntax.start(name(c)), "", part);
      }
      place++;
    }
  }
}
