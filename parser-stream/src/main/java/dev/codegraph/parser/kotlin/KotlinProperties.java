package dev.codegraph.parser.kotlin;

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

/** Properties of the file and of classes, with their accessors. */
final class KotlinProperties {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;
  private final KotlinDeclarations declarations;

  /** The last accessor that was walked with its property: the grammar puts it behind. */
  private int lastAccessor = -1;

  KotlinProperties(
      KotlinContext context, KotlinTypes types, KotlinCode code, KotlinDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.declarations = declarations;
  }

  /** An accessor that stands after a property was walked with it; others are mere code. */
  void stray(int node) {
    if (node > lastAccessor) {
      walk.inBlock(syntax.end(node), () -> code.parts(node));
    }
  }

  void property(int node) {
    List<Integer> accessors = accessors(node);
    int end = accessors.isEmpty() ? syntax.end(node) : syntax.end(accessors.getLast());
    int several = syntax.child(node, KotlinNode.MULTI_VARIABLE_DECLARATION);
    int variable = syntax.child(node, KotlinNode.VARIABLE_DECLARATION);
    int value = context.after(node, "=");
    if (several >= 0) {
      destructured(node, several, value);
    } else if (context.name(syntax.child(variable, KotlinNode.SIMPLE_IDENTIFIER)).isEmpty()) {
      code.parts(node);
    } else if (code.isFunction(value)) {
      holdsFunction(node, variable, value);
    } else {
      single(node, variable, value, accessors, end);
    }
  }

  private void holdsFunction(int node, int variable, int value) {
    EntityKind owner = context.facts().entity(walk.owner()).kind();
    EntityKind kind = owner.isType() ? EntityKind.METHOD : EntityKind.FUNCTION;
    int type = context.type(syntax.firstChild(variable));
    EntityDraft[] made = new EntityDraft[1];
    declarations
        .classes()
        .initializer(
            syntax.end(node),
            () -> made[0] = declarations.functionValue(kind, node, variable, value));
    EntityDraft draft = made[0];
    declarations.modifiers().apply(draft, node);
    walk.inEntity(draft.index(), () -> types.references(type));
    readonly(draft, node);
  }

  private void readonly(EntityDraft draft, int node) {
    if (syntax.textEquals(syntax.child(node, KotlinNode.BINDING_PATTERN_KIND), "val")) {
      draft.modifier(Modifier.READONLY);
    }
  }

  private EntityDraft declare(int node, int nameNode, int end, int signatureEnd) {
    boolean constant = declarations.modifiers().has(node, "const");
    EntityDraft draft =
        context.declare(
            constant ? EntityKind.CONSTANT : EntityKind.PROPERTY,
            context.name(nameNode),
            syntax.start(nameNode),
            node,
            end,
            signatureEnd);
    declarations.modifiers().apply(draft, node);
    readonly(draft, node);
    return draft;
  }

  private void single(int node, int variable, int value, List<Integer> accessors, int end) {
    int delegate = syntax.child(node, KotlinNode.PROPERTY_DELEGATE);
    int signatureEnd = Math.min(syntax.end(node), context.startOfToken(node, "="));
    signatureEnd = delegate < 0 ? signatureEnd : Math.min(signatureEnd, syntax.start(delegate));
    signatureEnd =
        accessors.isEmpty()
            ? signatureEnd
            : Math.min(signatureEnd, syntax.start(accessors.getFirst()));
    int nameNode = syntax.child(variable, KotlinNode.SIMPLE_IDENTIFIER);
    EntityDraft draft = declare(node, nameNode, end, signatureEnd);
    walk.inBody(draft.index(), end, () -> parts(draft, node, variable, value, delegate, accessors));
  }

  private void parts(
      EntityDraft draft, int node, int variable, int value, int delegate, List<Integer> accessors) {
    types.parameters(
        draft,
        syntax.child(node, KotlinNode.TYPE_PARAMETERS),
        syntax.child(node, KotlinNode.TYPE_CONSTRAINTS));
    KotlinContextParameters.bind(context, node, syntax.end(variable));
    int receiver = context.type(syntax.firstChild(node));
    types.references(receiver);
    int type = context.type(syntax.firstChild(variable));
    types.references(type);
    draft.declaredType(types.text(type));
    declarations
        .classes()
        .initializer(
            syntax.end(node),
            () -> {
              int initializer = code.expressions().value(value, type < 0);
              if (delegate >= 0) {
                int by = code.expressions().value(context.after(delegate, "by"), true);
                initializer = context.make(ExpressionKind.OTHER, "by", by, -1);
              }
              if (type < 0 && initializer >= 0) {
                draft.initializer(initializer);
              }
            });
    for (int accessor : accessors) {
      walk.inBlock(syntax.end(accessor), () -> accessor(draft, accessor, receiver));
    }
  }

  private void accessor(EntityDraft draft, int node, int receiver) {
    int body = syntax.child(node, KotlinNode.FUNCTION_BODY);
    declarations.modifiers().annotations(syntax.child(node, KotlinNode.MODIFIERS));
    types.references(context.type(syntax.firstChild(node)));
    if (body < 0) {
      return;
    }
    draft.modifier(Modifier.ACCESSOR);
    if (receiver >= 0) {
      context
          .facts()
          .binding(
              "",
              BindingKind.RECEIVER,
              walk.owner(),
              syntax.start(body),
              syntax.end(body),
              types.text(receiver),
              -1);
    }
    walk.scope().bind("field", LexicalScope.Meaning.VALUE);
    int parameter = syntax.child(node, KotlinNode.PARAMETER_WITH_OPTIONAL_TYPE);
    if (parameter >= 0) {
      int type = context.type(syntax.firstChild(parameter));
      types.references(type);
      walk.bind(
          context.name(syntax.child(parameter, KotlinNode.SIMPLE_IDENTIFIER)),
          BindingKind.PARAMETER,
          syntax.end(parameter),
          type < 0 ? draft.declaredType() : types.text(type),
          -1);
    }
    int result = declarations.functions().body(body);
    if (syntax.is(node, KotlinNode.GETTER) && draft.declaredType().isEmpty() && result >= 0) {
      draft.initializer(result);
    }
  }

  private void destructured(int node, int several, int value) {
    List<EntityDraft> drafts = new ArrayList<>();
    List<Integer> variables = syntax.children(several, KotlinNode.VARIABLE_DECLARATION);
    for (int i = 0; i < variables.size(); i++) {
      int variable = variables.get(i);
      int nameNode = syntax.child(variable, KotlinNode.SIMPLE_IDENTIFIER);
      if (nameNode >= 0 && !syntax.textEquals(nameNode, "_")) {
        EntityDraft draft =
            declare(node, nameNode, syntax.end(node), context.startOfToken(node, "="));
        int type = context.type(syntax.firstChild(variable));
        walk.inEntity(draft.index(), () -> types.references(type));
        draft.declaredType(types.text(type));
        drafts.add(draft);
      } else {
        drafts.add(context.facts().file());
      }
    }
    int[] given = {-1};
    declarations
        .classes()
        .initializer(syntax.end(node), () -> given[0] = code.expressions().value(value, true));
    for (int i = 0; i < drafts.size() && given[0] >= 0; i++) {
      if (drafts.get(i).index() > 0 && drafts.get(i).declaredType().isEmpty()) {
        String component = "component" + (i + 1);
        drafts.get(i).initializer(context.make(ExpressionKind.CALL, component, given[0], 0));
      }
    }
  }

  /** The accessors of a property, inside it or right behind it. */
  private List<Integer> accessors(int node) {
    List<Integer> accessors = new ArrayList<>(2);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (isAccessor(c)) {
        accessors.add(c);
      }
    }
    int next = syntax.nextNamed(node);
    while (next >= 0 && isAccessor(next) && accessors.size() < 2) {
      accessors.add(next);
      lastAccessor = next;
      next = syntax.nextNamed(next);
    }
    return accessors;
  }

  private boolean isAccessor(int node) {
    return syntax.is(node, KotlinNode.GETTER) || syntax.is(node, KotlinNode.SETTER);
  }
}
