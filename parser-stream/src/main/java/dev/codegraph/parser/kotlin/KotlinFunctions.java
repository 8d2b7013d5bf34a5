package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;

/** Functions: their parts, their parameters and their code. */
final class KotlinFunctions {
  /**
   * The nodes of a function, -1 for what it has not.
   *
   * @param receiver Type that it extends.
   * @param result Declared type of the result.
   */
  record Parts(
      int typeParameters,
      int receiver,
      int name,
      int parameters,
      int result,
      int constraints,
      int body) {}

  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;
  private final KotlinModifiers modifiers;

  KotlinFunctions(
      KotlinContext context, KotlinTypes types, KotlinCode code, KotlinModifiers modifiers) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.modifiers = modifiers;
  }

  /** The parts of a function, with or without a name. */
  Parts parts(int node) {
    int receiver = -1;
    int name = -1;
    int parameters = -1;
    int result = -1;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      KotlinNode kind = syntax.kind(c);
      if (kind == KotlinNode.FUNCTION_VALUE_PARAMETERS) {
        parameters = c;
      } else if (kind == KotlinNode.SIMPLE_IDENTIFIER && parameters < 0) {
        name = c;
      } else if (kind.isType() && parameters < 0) {
        receiver = c;
      } else if (kind.isType() && result < 0) {
        result = c;
      }
    }
    return new Parts(
        syntax.child(node, KotlinNode.TYPE_PARAMETERS),
        receiver,
        name,
        parameters,
        result,
        syntax.child(node, KotlinNode.TYPE_CONSTRAINTS),
        syntax.child(node, KotlinNode.FUNCTION_BODY));
  }

  /** A function with a name. */
  void function(int node, EntityKind kind) {
    Parts parts = parts(node);
    if (context.name(parts.name()).isEmpty()) {
      code.parts(node);
      return;
    }
    String name = context.name(parts.name());
    int end = syntax.end(node);
    int signatureEnd = parts.body() < 0 ? end : syntax.start(parts.body());
    EntityDraft draft =
        context.declare(kind, name, syntax.start(parts.name()), node, end, signatureEnd);
    modifiers.apply(draft, node);
    if (parts.body() < 0 && isIn(draft, EntityKind.INTERFACE)) {
      draft.modifier(Modifier.ABSTRACT);
    }
    walk.inCallable(draft.index(), end, () -> describe(draft, node, parts));
    if (name.equals("main")
        && (draft.parent() == 0 || draft.has(Modifier.STATIC))
        && startsProgram(draft)) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
    code.routes().annotated(draft, node);
  }

  private boolean isIn(EntityDraft draft, EntityKind kind) {
    return context.facts().entity(draft.parent()).kind() == kind;
  }

  private static boolean startsProgram(EntityDraft draft) {
    return switch (draft.parameters().size()) {
      case 0 -> true;
      case 1 -> {
        Parameter only = draft.parameters().getFirst();
        yield only.variadic() ? only.type().equals("String") : only.type().equals("Array<String>");
      }
      default -> false;
    };
  }

  private void describe(EntityDraft draft, int node, Parts parts) {
    types.parameters(draft, parts.typeParameters(), parts.constraints());
    int from = parts.parameters() < 0 ? syntax.start(node) : syntax.start(parts.parameters());
    KotlinContextParameters.bind(context, node, from);
    draft.declaredType(types.text(parts.result()));
    parameters(draft, parts.parameters());
    int result = inside(node, parts);
    if (parts.result() < 0 && result >= 0) {
      draft.initializer(result);
    }
  }

  /** Gives a callable the parameters of a list. */
  void parameters(EntityDraft draft, int list) {
    int parameterModifiers = -1;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case PARAMETER_MODIFIERS -> parameterModifiers = c;
        case PARAMETER -> {
          int next = syntax.nextSibling(c);
          while (next >= 0 && syntax.tree().isExtra(next)) {
            next = syntax.nextSibling(next);
          }
          draft.parameter(
              new Parameter(
                  context.name(syntax.child(c, KotlinNode.SIMPLE_IDENTIFIER)),
                  types.text(context.type(syntax.firstChild(c))),
                  syntax.textEquals(next, "="),
                  isVararg(parameterModifiers)));
          parameterModifiers = -1;
        }
        default -> {}
      }
    }
  }

  private boolean isVararg(int parameterModifiers) {
    for (int c = syntax.firstNamed(parameterModifiers); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.textEquals(c, "vararg")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Binds receiver and parameters and walks the body, inside the current block.
   *
   * @return the expression that is the body, -1 when it is a block
   */
  int inside(int node, Parts parts) {
    types.references(parts.receiver());
    types.references(parts.result());
    if (parts.receiver() >= 0) {
      String type = types.text(parts.receiver());
      int from = parts.body() < 0 ? syntax.end(node) : syntax.start(parts.body());
      context
          .facts()
          .binding("", BindingKind.RECEIVER, walk.owner(), from, syntax.end(node), type, -1);
    }
    bind(parts.parameters());
    return parts.body() < 0 ? -1 : body(parts.body());
  }

  /** Binds parameters; the defaults of later ones see the earlier ones. */
  void bind(int list) {
    boolean variadic = false;
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case PARAMETER_MODIFIERS -> {
          modifiers.annotations(c);
          variadic = isVararg(c);
        }
        case PARAMETER, PARAMETER_WITH_OPTIONAL_TYPE -> {
          int type = context.type(syntax.firstChild(c));
          types.references(type);
          String name = context.name(syntax.child(c, KotlinNode.SIMPLE_IDENTIFIER));
          String written = types.text(type);
          walk.bind(
              name,
              BindingKind.PARAMETER,
              syntax.end(c),
              variadic ? "Array<out " + written + ">" : written,
              -1);
          variadic = false;
        }
        default -> code.statement(c);
      }
    }
  }

  /** Walks a body and gives the expression that it is, -1 for a block. */
  int body(int body) {
    if (!syntax.hasToken(body, "=")) {
      code.parts(body);
      return -1;
    }
    return code.expressions().value(context.after(body, "="), true);
  }
}
