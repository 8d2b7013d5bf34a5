package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Values and variables, one or several with a pattern, as members and in code. */
final class ScalaValues {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;
  private final ScalaDeclarations declarations;

  ScalaValues(
      ScalaContext context, ScalaTypes types, ScalaCode code, ScalaDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.declarations = declarations;
  }

  /** A value of the file or of a type. */
  void member(int node) {
    int pattern = syntax.field(node, ScalaField.PATTERN);
    int type = syntax.field(node, ScalaField.TYPE);
    int value = syntax.field(node, ScalaField.VALUE);
    if (pattern < 0) {
      declared(node, syntax.fields(node, ScalaField.NAME), type);
    } else if (syntax.is(pattern, ScalaNode.IDENTIFIERS)) {
      List<Integer> names = syntax.children(pattern, ScalaNode.IDENTIFIER);
      declared(node, names, type);
      code.value(value, false);
    } else if (!syntax.kind(pattern).isName()) {
      destructured(node, pattern, type, value);
    } else if (context.name(pattern).isEmpty()) {
      code.parts(node);
    } else if (syntax.is(value, ScalaNode.LAMBDA_EXPRESSION)) {
      EntityKind kind = context.isInType() ? EntityKind.METHOD : EntityKind.FUNCTION;
      declarations.callables().functionValue(kind, node, pattern, value, type);
    } else {
      single(node, pattern, type, value);
    }
  }

  private void single(int node, int nameNode, int type, int value) {
    EntityDraft draft = declare(node, nameNode, type);
    boolean constant =
        (declarations.modifiers().has(node, "final")
                || declarations.modifiers().has(node, "inline"))
            && draft.has(Modifier.READONLY)
            && isLiteral(value);
    if (constant) {
      draft.kind(EntityKind.CONSTANT);
    }
    walk.inBody(
        draft.index(),
        syntax.end(node),
        () -> {
          types.references(type);
          int initializer = code.value(value, type < 0);
          if (type < 0 && initializer >= 0) {
            draft.initializer(initializer);
          }
          for (int c : syntax.children(node, ScalaNode.ERROR)) {
            code.statement(c);
          }
        });
  }

  private boolean isLiteral(int value) {
    return switch (syntax.kind(value)) {
      case STRING, INTEGER_LITERAL, FLOATING_POINT_LITERAL, BOOLEAN_LITERAL, CHARACTER_LITERAL ->
          true;
      default -> false;
    };
  }

  private void declared(int node, List<Integer> names, int type) {
    boolean first = true;
    for (int name : names) {
      if (!context.name(name).isEmpty()) {
        EntityDraft draft = declare(node, name, type);
        if (syntax.field(node, ScalaField.VALUE) < 0) {
          draft.modifier(Modifier.ABSTRACT);
        }
        if (first) {
          walk.inEntity(draft.index(), () -> types.references(type));
        }
        first = false;
      }
    }
  }

  private void destructured(int node, int pattern, int type, int value) {
    types.references(type);
    code.value(value, false);
    List<Integer> names = new ArrayList<>();
    code.patterns().references(pattern, names);
    for (int name : names) {
      declare(node, name, code.patterns().typeOf(name));
    }
  }

  private EntityDraft declare(int node, int nameNode, int type) {
    EntityDraft draft =
        context.declare(
            context.isInType() ? EntityKind.FIELD : EntityKind.VARIABLE,
            context.name(nameNode),
            syntax.start(nameNode),
            node,
            Math.min(syntax.end(node), context.startOfToken(node, "=")));
    declarations.modifiers().apply(draft, node);
    if (syntax.is(node, ScalaNode.VAL_DEFINITION) || syntax.is(node, ScalaNode.VAL_DECLARATION)) {
      draft.modifier(Modifier.READONLY);
    }
    return draft.declaredType(types.text(type));
  }

  /** A value in code: a binding from here to the end of the block. */
  void local(int node) {
    int pattern = syntax.field(node, ScalaField.PATTERN);
    int type = syntax.field(node, ScalaField.TYPE);
    int value = syntax.field(node, ScalaField.VALUE);
    int end = syntax.end(node);
    if (syntax.kind(pattern).isName() && syntax.is(value, ScalaNode.LAMBDA_EXPRESSION)) {
      function(node, pattern, type, value);
      return;
    }
    declarations.modifiers().annotations(node);
    types.references(type);
    boolean named = syntax.kind(pattern).isName();
    int initializer = code.value(value, named && type < 0);
    if (named) {
      walk.bind(
          context.name(pattern),
          BindingKind.LOCAL,
          end,
          types.text(type),
          type < 0 ? initializer : -1);
    } else if (syntax.is(pattern, ScalaNode.IDENTIFIERS)) {
      for (int name : syntax.children(pattern, ScalaNode.IDENTIFIER)) {
        walk.bind(context.name(name), BindingKind.LOCAL, end, types.text(type), -1);
      }
    } else if (pattern >= 0) {
      code.patterns().bind(pattern, BindingKind.LOCAL, end, initializer);
    } else {
      code.parts(node);
    }
  }

  private void function(int node, int nameNode, int type, int lambda) {
    String name = context.name(nameNode);
    if (name.isEmpty()) {
      code.parts(node);
      return;
    }
    declarations.callables().functionValue(EntityKind.FUNCTION, node, nameNode, lambda, type);
    int value = context.make(ExpressionKind.LAMBDA, "", -1, -1);
    walk.bind(name, BindingKind.LOCAL, syntax.end(node), types.text(type), value);
    walk.scope().bind(name, LexicalScope.Meaning.LOCAL_FUNCTION);
  }
}
