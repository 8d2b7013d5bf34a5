package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.List;

/** Givens, with and without a name, and extensions. */
final class ScalaGivens {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;
  private final ScalaDeclarations declarations;

  ScalaGivens(
      ScalaContext context, ScalaTypes types, ScalaCode code, ScalaDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.declarations = declarations;
  }

  void given(int node) {
    List<Integer> given = syntax.fields(node, ScalaField.RETURN_TYPE);
    int nameNode = syntax.field(node, ScalaField.NAME);
    boolean unnamed = nameNode < 0 || context.name(nameNode).isEmpty();
    if (given.isEmpty() || unnamed && types.simpleName(given.getFirst()).isEmpty()) {
      code.parts(node);
      return;
    }
    int template = syntax.child(node, ScalaNode.WITH_TEMPLATE_BODY);
    int value = template >= 0 ? -1 : syntax.field(node, ScalaField.BODY);
    int type = given.getFirst();
    String name = unnamed ? synthesized(node, type) : context.name(nameNode);
    if (template < 0 && declarations.inCode()) {
      types.references(type);
      code.value(value, false);
      walk.bind(name, BindingKind.LOCAL, syntax.end(node), types.text(type), -1);
      return;
    }
    int word = context.startOfToken(node, "given");
    int end = Math.min(context.startOfToken(node, "="), syntax.end(node));
    EntityDraft draft =
        context.declare(
            template >= 0 ? EntityKind.OBJECT : valueKind(node),
            name,
            unnamed ? word : syntax.start(nameNode),
            node,
            template < 0 ? end : syntax.start(template));
    declarations.modifiers().apply(draft, node);
    if (draft.kind() == EntityKind.METHOD || draft.kind() == EntityKind.FUNCTION) {
      walk.inCallable(draft.index(), syntax.end(node), () -> parts(draft, node, given, value));
      return;
    }
    walk.inBody(
        draft.index(),
        syntax.end(node),
        () -> {
          parts(draft, node, given, value);
          declarations.template(template, syntax.end(node));
        });
  }

  private EntityKind valueKind(int node) {
    boolean callable =
        syntax.child(node, ScalaNode.TYPE_PARAMETERS) >= 0
            || syntax.child(node, ScalaNode.PARAMETERS) >= 0
            || syntax.child(node, ScalaNode.GIVEN_CONDITIONAL) >= 0;
    if (context.isInType()) {
      return callable ? EntityKind.METHOD : EntityKind.FIELD;
    }
    return callable ? EntityKind.FUNCTION : EntityKind.VARIABLE;
  }

  private void parts(EntityDraft draft, int node, List<Integer> given, int value) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case TYPE_PARAMETERS, PARAMETERS, GIVEN_CONDITIONAL ->
            declarations.callables().parameters(draft, c);
        case ARGUMENTS -> code.expressions().arguments(c);
        case ERROR -> declarations.broken(c);
        default -> {}
      }
    }
    if (draft.kind() == EntityKind.OBJECT) {
      boolean first = true;
      for (int base : given) {
        if (syntax.kind(base).isType()) {
          declarations.classes().base(draft, base, first);
          first = false;
        }
      }
    } else {
      types.references(given.getFirst());
      draft.declaredType(types.text(given.getFirst()));
      if (draft.kind() == EntityKind.FIELD || draft.kind() == EntityKind.VARIABLE) {
        draft.modifier(Modifier.READONLY);
      }
      code.value(value, false);
    }
  }

  /** The name that the compiler makes of the heads of the type and of its arguments. */
  private String synthesized(int node, int type) {
    StringBuilder name = new StringBuilder("given_").append(types.simpleName(type));
    int arguments = syntax.child(type, ScalaNode.TYPE_ARGUMENTS);
    for (int c = syntax.firstNamed(arguments); c >= 0; c = syntax.nextNamed(c)) {
      String argument = types.simpleName(c);
      if (!argument.isEmpty() && !isTypeParameter(node, argument)) {
        name.append('_').append(argument);
      }
    }
    return name.toString();
  }

  private boolean isTypeParameter(int node, String name) {
    for (int list : syntax.children(node, ScalaNode.TYPE_PARAMETERS)) {
      for (int c : syntax.fields(list, ScalaField.NAME)) {
        if (syntax.textEquals(c, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** An extension: its methods, and the value that they extend, which all of them see. */
  void extension(int node) {
    int receiver = receiver(node);
    int type = syntax.field(receiver, ScalaField.TYPE);
    int nameNode = types.head(type) < 0 ? type : types.head(type);
    if (nameNode < 0) {
      code.parts(node);
      return;
    }
    List<Integer> lists = syntax.children(node, ScalaNode.PARAMETERS);
    EntityDraft draft =
        context.declare(
            EntityKind.EXTENSION,
            types.baseName(type),
            syntax.start(nameNode),
            node,
            syntax.end(lists.getLast()));
    declarations.modifiers().apply(draft, node);
    boolean outer = code.setInBlock(false);
    walk.inBody(
        draft.index(),
        syntax.end(node),
        () -> {
          for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
            switch (syntax.kind(c)) {
              case TYPE_PARAMETERS, PARAMETERS -> declarations.callables().parameters(draft, c);
              case ANNOTATION -> {}
              default -> code.statement(c);
            }
          }
        });
    code.setInBlock(outer);
  }

  /** The parameter that is extended: the first that is not asked of the context. */
  private int receiver(int node) {
    for (int list : syntax.children(node, ScalaNode.PARAMETERS)) {
      if (!syntax.hasToken(list, "using")) {
        return syntax.child(list, ScalaNode.PARAMETER);
      }
    }
    return -1;
  }
}
