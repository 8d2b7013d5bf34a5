package dev.codegraph.parser.dart;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.List;

/** Functions, methods, accessors, operators and constructors; closures. */
final class DartCallables {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartCallables(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks a callable with its body.
   *
   * @param head Its signature.
   * @param node The signature with the words around it.
   * @param body Its body, -1 when it has none.
   * @param first The first sibling of the declaration.
   */
  void declared(int head, int node, int body, int first) {
    int name = name(head);
    String text = name < 0 ? operator(head) : syntax.text(name);
    if (text.isEmpty()) {
      walk.statements().parts(node);
      return;
    }
    boolean isMember = walk.context().owner() != 0;
    EntityKind kind = kind(head, isMember);
    int nameStart = name < 0 ? operatorStart(head) : syntax.start(name);
    int end = syntax.end(body < 0 ? node : body);
    EntityDraft draft = walk.declare(kind, text, nameStart, syntax.start(first), end);
    int list = parameters(head);
    draft.signature(signature(node, head, list));
    if (kind != EntityKind.CONSTRUCTOR) {
      draft.declaredType(type(head, nameStart));
    }
    words(draft, node, head, body, first);
    if (!isMember && text.equals("main")) {
      draft.flag(EntityFlag.ENTRY_POINT);
    }
    walk.members().annotations(first, node, draft);
    walk.members().annotations(node, draft);
    describe(draft, list);
    code(draft, head, node, body, list, end);
  }

  private static boolean isConstructor(DartNode kind) {
    return switch (kind) {
      case CONSTRUCTOR_SIGNATURE,
          CONSTANT_CONSTRUCTOR_SIGNATURE,
          FACTORY_CONSTRUCTOR_SIGNATURE,
          REDIRECTING_FACTORY_CONSTRUCTOR_SIGNATURE ->
          true;
      default -> false;
    };
  }

  private EntityKind kind(int head, boolean isMember) {
    DartNode kind = syntax.kind(head);
    if (isConstructor(kind)) {
      return EntityKind.CONSTRUCTOR;
    }
    if (kind == DartNode.GETTER_SIGNATURE || kind == DartNode.SETTER_SIGNATURE) {
      return EntityKind.PROPERTY;
    }
    return isMember ? EntityKind.METHOD : EntityKind.FUNCTION;
  }

  /** The node of the name: of a constructor the last one, -1 for an operator. */
  private int name(int head) {
    if (syntax.is(head, DartNode.OPERATOR_SIGNATURE)) {
      return -1;
    }
    List<Integer> names = syntax.children(head, DartNode.IDENTIFIER);
    if (isConstructor(syntax.kind(head))) {
      int list = parameters(head);
      int last = names.isEmpty() ? -1 : names.getLast();
      // A constructor may be called new, which is a word.
      int before = list < 0 ? -1 : lastBefore(head, list);
      return before >= 0 && syntax.textEquals(before, "new") ? before : last;
    }
    int name = syntax.field(head, DartField.NAME);
    if (syntax.textEquals(name, "void")) {
      // Something stands before that is no part of the declaration.
      return syntax.child(syntax.child(head, DartNode.ERROR), DartNode.IDENTIFIER);
    }
    return name < 0 && !names.isEmpty() ? names.getFirst() : name;
  }

  private int lastBefore(int head, int list) {
    int last = -1;
    for (int c = syntax.firstChild(head); c >= 0 && c != list; c = syntax.nextSibling(c)) {
      last = c;
    }
    return last;
  }

  /** What stands between the word for operators and the parameters. */
  private String operator(int head) {
    int list = parameters(head);
    int start = operatorStart(head);
    return start < 0 || list < 0
        ? ""
        : syntax.signature(start, syntax.start(list)).replaceAll("\\s+", "");
  }

  private int operatorStart(int head) {
    boolean isNext = false;
    for (int c = syntax.firstChild(head); c >= 0; c = syntax.nextSibling(c)) {
      if (isNext) {
        return syntax.start(c);
      }
      isNext = syntax.textEquals(c, "operator");
    }
    return -1;
  }

  private int parameters(int head) {
    return syntax.child(head, DartNode.FORMAL_PARAMETER_LIST);
  }

  private String type(int head, int nameStart) {
    return walk.types().before(head, nameStart);
  }

  private String signature(int node, int head, int list) {
    int start = syntax.start(node);
    for (int c = syntax.firstChild(node); c >= 0 && c < head; c = syntax.nextSibling(c)) {
      if (syntax.is(c, DartNode.ANNOTATION)) {
        start = syntax.end(c);
      }
    }
    return syntax.signature(start, list < 0 ? syntax.end(head) : syntax.end(list));
  }

  private void words(EntityDraft draft, int node, int head, int body, int first) {
    if (syntax.hasToken(node, "static")) {
      draft.modifier(Modifier.STATIC);
    }
    boolean isExternal = syntax.hasToken(node, "external");
    for (int c = first; c >= 0 && c < node; c = syntax.nextSibling(c)) {
      isExternal |= syntax.textEquals(c, "external");
    }
    if (isExternal) {
      draft.modifier(Modifier.NATIVE);
    }
    if (draft.kind() == EntityKind.PROPERTY) {
      draft.modifier(Modifier.ACCESSOR);
      if (syntax.is(head, DartNode.GETTER_SIGNATURE)) {
        draft.modifier(Modifier.READONLY);
      }
    } else if (draft.kind() == EntityKind.METHOD && body < 0 && !isExternal) {
      draft.modifier(Modifier.ABSTRACT);
    }
    for (int c = syntax.firstChild(body); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.tree().isNamed(c)) {
        break;
      }
      String word = syntax.text(c);
      if (word.startsWith("async")) {
        draft.modifier(Modifier.ASYNC);
      }
      if (word.endsWith("*") || word.equals("sync")) {
        draft.modifier(Modifier.GENERATOR);
      }
    }
  }

  private void code(EntityDraft draft, int head, int node, int body, int list, int end) {
    walk.context()
        .inCallable(
            draft.index(),
            end,
            () -> {
              walk.types().parameters(syntax.child(head, DartNode.TYPE_PARAMETERS), draft);
              if (draft.kind() != EntityKind.CONSTRUCTOR) {
                walk.types().references(head, list < 0 ? syntax.end(head) : syntax.start(list));
              }
              bind(list);
              if (syntax.is(head, DartNode.REDIRECTING_FACTORY_CONSTRUCTOR_SIGNATURE)) {
                redirected(list);
              }
              for (int c : syntax.children(node, DartNode.INITIALIZERS)) {
                walk.statements().initializers(c);
              }
              for (int c : syntax.children(node, DartNode.ERROR)) {
                walk.statements().loose(c);
              }
              body(draft, body);
            });
  }

  /** The constructor that another one stands for. */
  private void redirected(int list) {
    int first = syntax.nextNamed(list);
    if (syntax.is(first, DartNode.TYPE_IDENTIFIER)) {
      walk.context().reference(Role.TYPE, syntax.text(first), first, -1, -1);
      int second = syntax.nextNamed(first);
      if (syntax.is(second, DartNode.TYPE_IDENTIFIER)) {
        int type = walk.expression(ExpressionKind.NAME, syntax.text(first), -1, -1);
        walk.context().reference(Role.FUNCTION_VALUE, syntax.text(second), second, type, -1);
      }
    }
  }

  private void body(EntityDraft draft, int body) {
    int first = syntax.firstNamed(body);
    if (body >= 0 && first >= 0 && !syntax.is(first, DartNode.BLOCK)) {
      draft.initializer(walk.expressions().run(first, Role.READ, true));
      walk.statements().from(walk.expressions().after());
    } else {
      walk.statements().parts(body);
    }
  }

  /** A function in code: its name is there before its body. */
  void local(int node) {
    int lambda = syntax.child(node, DartNode.LAMBDA_EXPRESSION);
    int head = syntax.child(lambda, DartNode.FUNCTION_SIGNATURE);
    int body = syntax.child(lambda, DartNode.FUNCTION_BODY);
    int name = syntax.field(head, DartField.NAME);
    if (name < 0) {
      walk.statements().parts(node);
      return;
    }
    walk.context().scope().bind(syntax.text(name), LexicalScope.Meaning.LOCAL_FUNCTION);
    EntityDraft draft =
        walk.declare(
            EntityKind.FUNCTION,
            syntax.text(name),
            syntax.start(name),
            syntax.start(node),
            syntax.end(node));
    int list = parameters(head);
    draft.signature(signature(head, head, list)).declaredType(type(head, syntax.start(name)));
    words(draft, node, head, body, node);
    describe(draft, list);
    code(draft, head, lambda, body, list, syntax.end(node));
  }

  /** Makes the entity of a closure that gets a name. */
  EntityDraft named(EntityKind kind, int name, int start, int closure) {
    EntityDraft draft =
        walk.declare(kind, syntax.text(name), syntax.start(name), start, syntax.end(closure));
    int list = syntax.field(closure, DartField.PARAMETERS);
    int body = syntax.field(closure, DartField.BODY);
    draft.signature(syntax.signature(start, list < 0 ? syntax.end(name) : syntax.end(list)));
    describe(draft, list);
    walk.context()
        .inCallable(
            draft.index(),
            syntax.end(closure),
            () -> {
              walk.types().parameters(syntax.child(closure, DartNode.TYPE_PARAMETERS), draft);
              bind(list);
              walk.statements().parts(body);
            });
    return draft;
  }

  /** Walks a closure as code of the entity that it stands in. */
  void closure(int node) {
    walk.context().complexity().enter();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              for (int c :
                  syntax.children(
                      syntax.child(node, DartNode.TYPE_PARAMETERS), DartNode.TYPE_PARAMETER)) {
                walk.context()
                    .bindTypeParameter(syntax.text(syntax.firstNamed(c)), syntax.start(c), "");
              }
              bind(syntax.field(node, DartField.PARAMETERS));
              walk.statements().parts(syntax.field(node, DartField.BODY));
            });
    walk.context().complexity().leave();
  }

  /** The node of a parameter's name. */
  private int parameterName(int parameter) {
    int inner = inner(parameter);
    int name = syntax.field(inner, DartField.NAME);
    return name >= 0 ? name : syntax.child(inner, DartNode.IDENTIFIER);
  }

  private int inner(int parameter) {
    int field = syntax.child(parameter, DartNode.CONSTRUCTOR_PARAM);
    int above = syntax.child(parameter, DartNode.SUPER_FORMAL_PARAMETER);
    return field >= 0 ? field : above >= 0 ? above : parameter;
  }

  private String parameterType(int parameter) {
    int name = parameterName(parameter);
    if (name < 0) {
      return "";
    }
    int own = syntax.child(inner(parameter), DartNode.FORMAL_PARAMETER_LIST);
    String type = walk.types().before(inner(parameter), syntax.start(name));
    return own < 0 ? type : (type + " Function" + syntax.normalText(own)).strip();
  }

  /** Gives a callable its parameters. */
  void describe(EntityDraft draft, int list) {
    describe(draft, list, false);
  }

  private void describe(EntityDraft draft, int list, boolean isOptional) {
    boolean isRequired = false;
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case FORMAL_PARAMETER -> {
          draft.parameter(
              new Parameter(
                  syntax.text(parameterName(c)),
                  parameterType(c),
                  isOptional && !isRequired && !syntax.hasToken(c, "required"),
                  false));
          isRequired = false;
        }
        case OPTIONAL_FORMAL_PARAMETERS -> describe(draft, c, true);
        default -> isRequired |= syntax.textEquals(c, "required");
      }
    }
  }

  /** Binds parameters and emits what their declarations refer to. */
  void bind(int list) {
    int c = syntax.firstChild(list);
    while (c >= 0) {
      int next = syntax.nextSibling(c);
      switch (syntax.kind(c)) {
        case FORMAL_PARAMETER -> parameter(c);
        case OPTIONAL_FORMAL_PARAMETERS -> bind(c);
        case ANNOTATION -> walk.members().annotation(c);
        case ERROR -> walk.statements().loose(c);
        default -> {
          if (syntax.tree().isNamed(c) && !syntax.tree().isExtra(c)) {
            walk.expressions().run(c, Role.READ, false);
            next = walk.expressions().after();
          }
        }
      }
      c = next;
    }
  }

  private void parameter(int node) {
    int name = parameterName(node);
    int inner = inner(node);
    for (int c : syntax.children(node, DartNode.ANNOTATION)) {
      walk.members().annotation(c);
    }
    if (name < 0) {
      return;
    }
    walk.types().references(inner, syntax.start(name));
    int own = syntax.child(inner, DartNode.FORMAL_PARAMETER_LIST);
    if (own >= 0) {
      walk.context().inBlock(syntax.end(own), () -> bind(own));
    }
    if (syntax.is(inner, DartNode.CONSTRUCTOR_PARAM)) {
      int self = walk.expression(ExpressionKind.THIS, "", -1, -1);
      walk.context().reference(Role.WRITE, syntax.text(name), name, self, -1);
    }
    walk.members().bind(name, BindingKind.PARAMETER, parameterType(node), -1);
  }
}
