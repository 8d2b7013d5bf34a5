package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;

/** Functions, methods and closures: their parameters, and the walk over their code. */
final class PhpCallables {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  /** The callable entity whose own code is walked, not that of a closure in it; -1 for none. */
  private int generator = -1;

  PhpCallables(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Makes the entity of a function and walks it. */
  void function(int node) {
    int name = syntax.field(node, PhpField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    EntityDraft draft =
        walk.facts()
            .entity(EntityKind.FUNCTION, syntax.text(name), name, node, walk.context().owner());
    draft.modifier(Modifier.PUBLIC);
    walk.attributes().of(node, draft);
    callable(node, draft, walk.document(draft, node));
  }

  /** Walks the declaration of a callable and its code. */
  void callable(int node, EntityDraft draft, String documentation) {
    int body = syntax.field(node, PhpField.BODY);
    int signatureEnd = body < 0 ? syntax.end(node) : syntax.start(body);
    String signature = syntax.signature(walk.startOfWords(node), signatureEnd).strip();
    draft.signature(
        signature.endsWith(";") || signature.endsWith("=>")
            ? signature.substring(0, signature.length() - (signature.endsWith(";") ? 1 : 2))
            : signature);
    int type = syntax.field(node, PhpField.RETURN_TYPE);
    draft.declaredType(type < 0 ? PhpDoc.type(documentation, "@return") : syntax.normalText(type));
    int parameters = syntax.field(node, PhpField.PARAMETERS);
    describe(draft, parameters, documentation);
    int outer = generator;
    generator = draft.index();
    boolean isArrow = syntax.is(node, PhpNode.ARROW_FUNCTION);
    Runnable code = () -> code(node, parameters, documentation, type, body);
    if (body < 0) {
      walk.context()
          .inBody(draft.index(), syntax.end(node), () -> walk.variables().inFunction(false, code));
    } else {
      walk.context()
          .inCallable(
              draft.index(), syntax.end(node), () -> walk.variables().inFunction(isArrow, code));
    }
    generator = outer;
  }

  private void code(int node, int parameters, String documentation, int type, int body) {
    bind(parameters, documentation);
    captured(node);
    walk.types().references(type);
    body(body);
  }

  private void body(int body) {
    if (syntax.is(body, PhpNode.COMPOUND_STATEMENT)) {
      walk.statements().parts(body);
    } else if (body >= 0) {
      walk.expressions().value(body, false);
    }
  }

  /** Walks a closure that is no entity, as code of the entity around it. */
  void closure(int node) {
    int outer = generator;
    generator = -1;
    boolean isArrow = syntax.is(node, PhpNode.ARROW_FUNCTION);
    walk.attributes().of(node);
    walk.context().complexity().enter();
    walk.context()
        .inBlock(
            syntax.end(node),
            () ->
                walk.variables()
                    .inFunction(
                        isArrow,
                        () ->
                            code(
                                node,
                                syntax.field(node, PhpField.PARAMETERS),
                                "",
                                syntax.field(node, PhpField.RETURN_TYPE),
                                syntax.field(node, PhpField.BODY))));
    walk.context().complexity().leave();
    generator = outer;
  }

  boolean isClosure(int node) {
    return syntax.is(node, PhpNode.ANONYMOUS_FUNCTION) || syntax.is(node, PhpNode.ARROW_FUNCTION);
  }

  /** Notes that the code yields. */
  void yields() {
    if (generator >= 0) {
      walk.facts().entity(generator).modifier(Modifier.GENERATOR);
    }
  }

  /** What a closure takes over from the code around it. */
  private void captured(int node) {
    int clause = syntax.child(node, PhpNode.ANONYMOUS_FUNCTION_USE_CLAUSE);
    for (int c = syntax.firstNamed(clause); c >= 0; c = syntax.nextNamed(c)) {
      int variable = walk.variables().plain(c);
      if (variable >= 0) {
        int outer = walk.expression(ExpressionKind.NAME, syntax.text(variable), -1, -1);
        walk.context()
            .bind(syntax.text(variable), BindingKind.LOCAL, syntax.start(variable), "", outer);
      }
    }
  }

  private static boolean isParameter(PhpNode kind) {
    return kind == PhpNode.SIMPLE_PARAMETER
        || kind == PhpNode.VARIADIC_PARAMETER
        || kind == PhpNode.PROPERTY_PROMOTION_PARAMETER;
  }

  private String type(int parameter, int variable, String documentation) {
    int type = syntax.field(parameter, PhpField.TYPE);
    return type < 0
        ? PhpDoc.type(documentation, "@param", syntax.text(variable))
        : syntax.normalText(type);
  }

  private void describe(EntityDraft draft, int list, String documentation) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int variable = walk.variables().plain(syntax.field(c, PhpField.NAME));
      if (isParameter(syntax.kind(c)) && variable >= 0) {
        boolean isVariadic = syntax.is(c, PhpNode.VARIADIC_PARAMETER);
        boolean isOptional = isVariadic || syntax.field(c, PhpField.DEFAULT_VALUE) >= 0;
        draft.parameter(
            new Parameter(
                walk.variables().name(variable),
                type(c, variable, documentation),
                isOptional,
                isVariadic));
      }
    }
  }

  /** Binds parameters, and emits what their declarations refer to; promoted ones are properties. */
  void bind(int list, String documentation) {
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      if (!isParameter(syntax.kind(c))) {
        walk.statements().statement(c);
        continue;
      }
      int variable = walk.variables().plain(syntax.field(c, PhpField.NAME));
      String type = type(c, variable, documentation);
      if (syntax.is(c, PhpNode.PROPERTY_PROMOTION_PARAMETER) && variable >= 0) {
        walk.members().promoted(c, variable, type);
      } else {
        walk.attributes().of(c);
      }
      walk.types().references(syntax.field(c, PhpField.TYPE));
      walk.expressions().value(syntax.field(c, PhpField.DEFAULT_VALUE), false);
      walk.context().bind(syntax.text(variable), BindingKind.PARAMETER, syntax.start(c), type, -1);
    }
  }
}
