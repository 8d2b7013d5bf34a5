package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;

/** Functions, methods and closures: what their declaration says, and their parameters. */
final class RustCallables {
  private final RustContext context;
  private final WalkContext walk;
  private final Syntax<RustNode> syntax;
  private final RustTypes types;
  private final RustCode code;
  private final RustPatterns patterns;

  RustCallables(RustContext context, RustTypes types, RustCode code, RustPatterns patterns) {
    this.context = context;
    this.walk = context.walk();
    this.syntax = context.syntax();
    this.types = types;
    this.code = code;
    this.patterns = patterns;
  }

  /** Sets parameters and result type. */
  void describe(EntityDraft draft, int node) {
    draft.declaredType(types.text(syntax.field(node, RustFields.RETURN_TYPE)));
    parameters(draft, syntax.field(node, RustFields.PARAMETERS));
  }

  /** Sets the parameters of a list. */
  void parameters(EntityDraft draft, int list) {
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case ATTRIBUTE_ITEM, SELF_PARAMETER, ERROR -> {}
        case VARIADIC_PARAMETER -> draft.parameter(new Parameter("", "", true, true));
        case PARAMETER -> {
          int pattern = syntax.field(c, RustFields.PATTERN);
          if (!syntax.is(pattern, RustNode.SELF)) {
            String type = types.text(syntax.field(c, RustFields.TYPE));
            draft.parameter(new Parameter(name(pattern), type, false, false));
          }
        }
        default -> draft.parameter(new Parameter(name(c), "", false, false));
      }
    }
  }

  /** The name of a parameter; a pattern that takes it apart leaves it without one. */
  private String name(int pattern) {
    int node = pattern;
    while (syntax.is(node, RustNode.REF_PATTERN) || syntax.is(node, RustNode.MUT_PATTERN)) {
      int inner = syntax.firstNamed(node);
      node = syntax.is(inner, RustNode.MUTABLE_SPECIFIER) ? syntax.nextNamed(inner) : inner;
    }
    return syntax.is(node, RustNode.IDENTIFIER) ? context.name(node) : "";
  }

  /** Whether the first parameter is the value that a method is called on. */
  boolean hasReceiver(int node) {
    int list = syntax.field(node, RustFields.PARAMETERS);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, RustNode.SELF_PARAMETER)
          || syntax.is(syntax.field(c, RustFields.PATTERN), RustNode.SELF)) {
        return true;
      }
    }
    return false;
  }

  /** Walks a function or method, whose code sees nothing of the blocks around it. */
  void function(EntityDraft draft, int node) {
    describe(draft, node);
    modifiers(draft, node);
    flag(draft);
    walk.inCallable(draft.index(), syntax.end(node), () -> inside(draft, node));
  }

  private void inside(EntityDraft draft, int node) {
    types.parameters(draft, node);
    int body = syntax.field(node, RustFields.BODY);
    int from = body < 0 ? syntax.end(node) : syntax.start(body);
    bindParameters(syntax.field(node, RustFields.PARAMETERS), from);
    types.references(syntax.field(node, RustFields.RETURN_TYPE));
    code.block(body, false);
  }

  private void modifiers(EntityDraft draft, int node) {
    int modifiers = syntax.child(node, RustNode.FUNCTION_MODIFIERS);
    if (syntax.hasToken(modifiers, "async")) {
      draft.modifier(Modifier.ASYNC);
    }
    if (draft.kind() == EntityKind.METHOD && !hasReceiver(node)) {
      draft.modifier(Modifier.STATIC);
    }
  }

  private static void flag(EntityDraft draft) {
    if (draft.kind() == EntityKind.FUNCTION && draft.name().equals("main") && draft.parent() == 0) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
    for (Parameter parameter : draft.parameters()) {
      String type = parameter.type();
      if (type.startsWith("&mut ") && (type.endsWith("Criterion") || type.endsWith("Bencher"))) {
        draft.flag(EntityFlag.BENCHMARK);
      }
    }
  }

  /** Binds parameters from an offset on, and makes the references of their types. */
  void bindParameters(int list, int from) {
    RustLeading leading = new RustLeading(syntax);
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      if (leading.takes(c)) {
        continue;
      }
      code.references(leading);
      leading.clear();
      switch (syntax.kind(c)) {
        case SELF_PARAMETER -> receiver(c, from);
        case PARAMETER -> parameter(c, from);
        case VARIADIC_PARAMETER, OTHER -> {}
        case ERROR -> code.statement(c);
        default -> patterns.bind(c, BindingKind.PARAMETER, from, "", -1);
      }
    }
  }

  private void parameter(int node, int from) {
    int typeNode = syntax.field(node, RustFields.TYPE);
    types.references(typeNode);
    int pattern = syntax.field(node, RustFields.PATTERN);
    String type = types.text(typeNode);
    if (syntax.is(pattern, RustNode.SELF)) {
      walk.bind("self", BindingKind.RECEIVER, from, type, -1);
    } else {
      patterns.bind(pattern, BindingKind.PARAMETER, from, type, -1);
    }
  }

  private void receiver(int node, int from) {
    String written = types.text(node);
    boolean isReference = written.startsWith("&");
    boolean isMutable = isReference && syntax.child(node, RustNode.MUTABLE_SPECIFIER) >= 0;
    String type = isReference ? isMutable ? "&mut Self" : "&Self" : "Self";
    walk.bind("self", BindingKind.RECEIVER, from, type, -1);
  }
}
