package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;

/** Functions, methods and secondary constructors: their parameters and their code. */
final class ScalaCallables {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;
  private final ScalaModifiers modifiers;

  ScalaCallables(ScalaContext context, ScalaTypes types, ScalaCode code, ScalaModifiers modifiers) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.modifiers = modifiers;
  }

  /** What is defined with {@code def}. */
  void function(int node) {
    int nameNode = context.nameOf(node);
    boolean constructs = syntax.textEquals(nameNode, "this") && context.isInType();
    String name = constructs ? context.facts().entity(walk.owner()).name() : context.name(nameNode);
    if (name.isEmpty()) {
      code.parts(node);
      return;
    }
    EntityKind kind =
        constructs
            ? EntityKind.CONSTRUCTOR
            : context.isInType() && !code.isInBlock() ? EntityKind.METHOD : EntityKind.FUNCTION;
    int body = syntax.field(node, ScalaField.BODY);
    int signatureEnd = body < 0 ? syntax.end(node) : syntax.start(body);
    int equals = context.startOfToken(node, "=");
    EntityDraft draft =
        context.declare(kind, name, syntax.start(nameNode), node, Math.min(signatureEnd, equals));
    modifiers.apply(draft, node);
    if (body < 0 && context.isInType() && !draft.has(Modifier.NATIVE)) {
      draft.modifier(Modifier.ABSTRACT);
    }
    walk.inCallable(draft.index(), syntax.end(node), () -> describe(draft, node, body));
    if (kind == EntityKind.METHOD && name.equals("main") && startsProgram(draft)) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
  }

  private boolean startsProgram(EntityDraft draft) {
    return context.facts().entity(draft.parent()).kind() == EntityKind.OBJECT
        && draft.parameters().size() == 1
        && draft.parameters().getFirst().type().equals("Array[String]");
  }

  private void describe(EntityDraft draft, int node, int body) {
    int type = syntax.field(node, ScalaField.RETURN_TYPE);
    for (int list : syntax.fields(node, ScalaField.PARAMETERS)) {
      parameters(draft, list);
    }
    types.references(type);
    draft.declaredType(types.text(type));
    for (int c : syntax.children(node, ScalaNode.ERROR)) {
      code.statement(c);
    }
    if (body >= 0) {
      boolean wanted = type < 0 && draft.kind() != EntityKind.CONSTRUCTOR;
      int result = code.value(body, wanted);
      if (wanted && result >= 0) {
        draft.initializer(result);
      }
    }
  }

  /** Gives an entity the parameters of a list and binds them in the current block. */
  void parameters(EntityDraft draft, int list) {
    if (syntax.is(list, ScalaNode.TYPE_PARAMETERS)) {
      types.parameters(draft, list);
      return;
    }
    for (int c = syntax.firstPart(list); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, ScalaNode.PARAMETER)) {
        parameter(draft, c);
      } else if (syntax.kind(c).isType()) {
        types.references(c);
        draft.parameter(new Parameter("", types.text(c), false, false));
      } else {
        code.statement(c);
      }
    }
  }

  private void parameter(EntityDraft draft, int node) {
    String name = context.name(syntax.field(node, ScalaField.NAME));
    int type = syntax.field(node, ScalaField.TYPE);
    int value = syntax.field(node, ScalaField.DEFAULT_VALUE);
    boolean variadic = syntax.is(type, ScalaNode.REPEATED_PARAMETER_TYPE);
    draft.parameter(new Parameter(name, types.text(type), value >= 0, variadic));
    modifiers.annotations(node);
    types.references(type);
    code.expressions().value(value, false);
    walk.bind(name, BindingKind.PARAMETER, syntax.end(node), types.valueText(type), -1);
  }

  /** A value that is a function without a name: an entity of its own. */
  EntityDraft functionValue(EntityKind kind, int node, int nameNode, int lambda, int type) {
    EntityDraft draft =
        context.declare(
            kind,
            context.name(nameNode),
            syntax.start(nameNode),
            node,
            context.startOfToken(node, "="));
    modifiers.apply(draft, node);
    draft.declaredType(types.text(type));
    walk.inCallable(
        draft.index(),
        syntax.end(node),
        () -> {
          types.references(type);
          int list = syntax.child(lambda, ScalaNode.BINDINGS);
          for (int binding : syntax.children(list, ScalaNode.BINDING)) {
            int declared = syntax.field(binding, ScalaField.TYPE);
            String name = context.name(syntax.field(binding, ScalaField.NAME));
            draft.parameter(new Parameter(name, types.text(declared), false, false));
          }
          int single = syntax.field(lambda, ScalaField.PARAMETERS);
          if (list < 0 && syntax.is(single, ScalaNode.IDENTIFIER)) {
            draft.parameter(new Parameter(context.name(single), "", false, false));
          }
          code.lambda(lambda);
        });
    return draft;
  }
}
