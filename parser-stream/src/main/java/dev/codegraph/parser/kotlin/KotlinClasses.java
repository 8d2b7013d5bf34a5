package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Classes, interfaces and objects: their headers, their bases and their constructors. */
final class KotlinClasses {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;
  private final KotlinDeclarations declarations;

  /** For each class around, the parameters of its primary constructor that are no properties. */
  private final Deque<List<String>> parameters = new ArrayDeque<>();

  KotlinClasses(
      KotlinContext context, KotlinTypes types, KotlinCode code, KotlinDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
    this.declarations = declarations;
  }

  /** Walks what sees the parameters of the primary constructor. */
  void initializer(int end, Runnable inside) {
    List<String> names = parameters.isEmpty() ? List.of() : parameters.peek();
    walk.inBlock(
        end,
        () -> {
          names.forEach(name -> walk.scope().bind(name, LexicalScope.Meaning.VALUE));
          inside.run();
        });
  }

  void declared(int node) {
    int name = syntax.child(node, KotlinNode.TYPE_IDENTIFIER);
    EntityKind kind =
        syntax.hasToken(node, "interface")
            ? EntityKind.INTERFACE
            : syntax.hasToken(node, "enum")
                ? EntityKind.ENUM
                : declarations.modifiers().has(node, "annotation")
                    ? EntityKind.ANNOTATION
                    : EntityKind.CLASS;
    if (context.name(name).isEmpty()) {
      code.parts(node);
    } else {
      type(node, kind, context.name(name), syntax.start(name));
    }
  }

  void object(int node) {
    int name = syntax.child(node, KotlinNode.TYPE_IDENTIFIER);
    if (context.name(name).isEmpty()) {
      code.parts(node);
    } else {
      type(node, EntityKind.OBJECT, context.name(name), syntax.start(name));
    }
  }

  /** A companion without a name has the one that the language gives it, at its first word. */
  void companion(int node) {
    int name = syntax.child(node, KotlinNode.TYPE_IDENTIFIER);
    if (name >= 0) {
      type(node, EntityKind.OBJECT, context.name(name), syntax.start(name));
    } else {
      int start = context.startOfToken(node, "companion");
      type(
          node,
          EntityKind.OBJECT,
          "Companion",
          start < syntax.end(node) ? start : syntax.start(node));
    }
  }

  String anonymous(int node) {
    EntityDraft draft = type(node, EntityKind.CLASS, "<anonymous>", syntax.start(node));
    int specifier = syntax.child(node, KotlinNode.DELEGATION_SPECIFIER);
    int base = specifier < 0 ? -1 : base(specifier);
    return base < 0 ? draft.name() : types.baseName(base);
  }

  void entry(int node) {
    int name = syntax.child(node, KotlinNode.SIMPLE_IDENTIFIER);
    if (context.name(name).isEmpty()) {
      code.parts(node);
      return;
    }
    int body = syntax.child(node, KotlinNode.CLASS_BODY);
    int end = syntax.end(node);
    EntityDraft draft =
        context.declare(
            EntityKind.ENUM_MEMBER,
            context.name(name),
            syntax.start(name),
            node,
            end,
            body < 0 ? end : syntax.start(body));
    declarations.modifiers().apply(draft, node);
    walk.inEntity(
        draft.index(),
        () -> {
          code.expressions().arguments(syntax.child(node, KotlinNode.VALUE_ARGUMENTS));
          members(body, end);
        });
  }

  private void members(int body, int end) {
    parameters.push(new ArrayList<>());
    walk.inBlock(end, () -> declarations.members(body));
    parameters.pop();
  }

  private EntityDraft type(int node, EntityKind kind, String name, int nameStart) {
    int classBody = syntax.child(node, KotlinNode.CLASS_BODY);
    int body = classBody < 0 ? syntax.child(node, KotlinNode.ENUM_CLASS_BODY) : classBody;
    int end = syntax.end(node);
    EntityDraft draft =
        context.declare(kind, name, nameStart, node, end, body < 0 ? end : syntax.start(body));
    if (!syntax.is(node, KotlinNode.OBJECT_LITERAL)) {
      declarations.modifiers().apply(draft, node);
    }
    if (kind == EntityKind.INTERFACE) {
      draft.modifier(Modifier.ABSTRACT);
    }
    walk.inBody(
        draft.index(),
        end,
        () -> {
          types.parameters(
              draft,
              syntax.child(node, KotlinNode.TYPE_PARAMETERS),
              syntax.child(node, KotlinNode.TYPE_CONSTRAINTS));
          KotlinContextParameters.bind(context, node, nameStart);
          parameters.push(new ArrayList<>());
          int primary = syntax.child(node, KotlinNode.PRIMARY_CONSTRUCTOR);
          if (primary >= 0) {
            primary(draft, primary);
          }
          bases(draft, node);
          declarations.members(body);
          rest(node, body);
          parameters.pop();
        });
    return draft;
  }

  /** What stands in broken code where no part of a class is. */
  private void rest(int node, int body) {
    for (int c : syntax.children(node, KotlinNode.ERROR)) {
      if (c != body) {
        declarations.broken(c);
      }
    }
  }

  private void primary(EntityDraft type, int node) {
    int end = syntax.end(node);
    EntityDraft constructor =
        context.declare(EntityKind.CONSTRUCTOR, type.name(), syntax.start(node), node, end, end);
    constructor.complexity(1, 0);
    declarations.modifiers().apply(constructor, node);
    for (int c : syntax.children(node, KotlinNode.CLASS_PARAMETER)) {
      parameter(constructor, c);
    }
  }

  private void parameter(EntityDraft constructor, int node) {
    int nameNode = syntax.child(node, KotlinNode.SIMPLE_IDENTIFIER);
    if (nameNode < 0) {
      code.parts(node);
      return;
    }
    String name = context.name(nameNode);
    int type = context.type(syntax.firstChild(node));
    String written = types.text(type);
    boolean optional = syntax.hasToken(node, "=");
    boolean variadic = declarations.modifiers().has(node, "vararg");
    constructor.parameter(new Parameter(name, written, optional, variadic));
    int kind = syntax.child(node, KotlinNode.BINDING_PATTERN_KIND);
    EntityDraft owner = constructor;
    if (kind >= 0) {
      int end = syntax.end(node);
      owner =
          context
              .declare(
                  EntityKind.PROPERTY,
                  name,
                  syntax.start(nameNode),
                  node,
                  end,
                  context.startOfToken(node, "="))
              .declaredType(written);
      if (syntax.textEquals(kind, "val")) {
        owner.modifier(Modifier.READONLY);
      }
      declarations.modifiers().apply(owner, node);
    } else {
      context
          .facts()
          .binding(
              name,
              BindingKind.PARAMETER,
              constructor.index(),
              syntax.end(node),
              walk.scope().end(),
              variadic ? "Array<out " + written + ">" : written,
              -1);
    }
    boolean property = kind >= 0;
    walk.inEntity(
        owner.index(),
        () -> {
          if (!property) {
            declarations.modifiers().annotations(syntax.child(node, KotlinNode.MODIFIERS));
          }
          types.references(type);
          initializer(
              syntax.end(node), () -> code.expressions().value(context.after(node, "="), false));
        });
    if (!property) {
      parameters.getFirst().add(name);
    }
  }

  private void bases(EntityDraft draft, int node) {
    for (int specifier : syntax.children(node, KotlinNode.DELEGATION_SPECIFIER)) {
      int invocation = syntax.child(specifier, KotlinNode.CONSTRUCTOR_INVOCATION);
      int delegation = syntax.child(specifier, KotlinNode.EXPLICIT_DELEGATION);
      int base = base(specifier);
      boolean extended = invocation >= 0 || draft.kind() == EntityKind.INTERFACE;
      if (syntax.is(base, KotlinNode.USER_TYPE)) {
        draft.supertype(
            types.baseName(base),
            extended ? SupertypeRelation.EXTENDS : SupertypeRelation.IMPLEMENTS);
        types.named(base, extended ? Role.EXTEND : Role.IMPLEMENT);
      } else {
        types.references(base);
      }
      initializer(
          syntax.end(specifier),
          () -> {
            code.expressions().arguments(syntax.child(invocation, KotlinNode.VALUE_ARGUMENTS));
            code.expressions().value(context.after(delegation, "by"), false);
          });
    }
  }

  /** The type that a class names as its base. */
  private int base(int specifier) {
    int inner = syntax.firstNamed(specifier);
    return syntax.kind(inner).isType() ? inner : context.type(syntax.firstChild(inner));
  }

  void secondary(int node) {
    String name = context.facts().entity(walk.owner()).name();
    int start = context.startOfToken(node, "constructor");
    int end = syntax.end(node);
    int brace = context.startOfToken(node, "{");
    EntityDraft draft =
        context.declare(
            EntityKind.CONSTRUCTOR,
            name,
            start < end ? start : syntax.start(node),
            node,
            end,
            brace);
    declarations.modifiers().apply(draft, node);
    int list = syntax.child(node, KotlinNode.FUNCTION_VALUE_PARAMETERS);
    declarations.functions().parameters(draft, list);
    walk.inCallable(
        draft.index(),
        end,
        () -> {
          declarations.functions().bind(list);
          int call = syntax.child(node, KotlinNode.CONSTRUCTOR_DELEGATION_CALL);
          if (call >= 0) {
            delegation(call);
          }
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            if (c != list && c != call && !syntax.is(c, KotlinNode.MODIFIERS)) {
              code.statement(c);
            }
          }
        });
  }

  /** {@code this(…)} or {@code super(…)} before the body. */
  private void delegation(int node) {
    int arguments = syntax.child(node, KotlinNode.VALUE_ARGUMENTS);
    int count = arguments < 0 ? 0 : syntax.children(arguments, KotlinNode.VALUE_ARGUMENT).size();
    int word = syntax.firstChild(node);
    walk.reference(Role.CALL, syntax.text(word), word, -1, count);
    code.expressions().arguments(arguments);
  }
}
