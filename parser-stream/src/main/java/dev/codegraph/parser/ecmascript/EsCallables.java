package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions and lambdas: their entities, parameters and results. */
final class EsCallables {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;
  private final EsAssignments assignments;
  private final EsNaming naming;
  private final EsVariables variables;
  private final EsRoutes routes;

  /** Signatures that an entity made before has taken in. */
  private final Set<Integer> merged = new HashSet<>();

  /** Entities whose type is written, so that no expression is needed for it. */
  private final Set<Integer> typed = new HashSet<>();

  EsCallables(
      EsContext context,
      EsAssignments assignments,
      EsNaming naming,
      EsVariables variables,
      EsRoutes routes) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
    this.assignments = assignments;
    this.naming = naming;
    this.variables = variables;
    this.routes = routes;
  }

  /** What a callable gives back, where it does not say so. */
  void result(EsContext.Function function) {
    EntityDraft draft = function.entity;
    if (draft != null && function.complexity != null && !typed.contains(draft.index())) {
      draft.initializer(function.onlyReturned());
    }
  }

  /** The result type of a callable is written, so that no expression is needed for it. */
  void hasWrittenType(EntityDraft draft) {
    typed.add(draft.index());
  }

  void functionDeclaration(int node) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      lambda(node);
      return;
    }
    EntityDraft draft = context.prepared.get(node);
    if (draft == null) {
      draft = naming.declared(EntityKind.FUNCTION, name, node);
      entities.callable(draft, node);
      entities.signature(draft, node);
    }
    enter(draft, node);
    String text = draft.name();
    // By convention a capital letter means a constructor: "this" is what it makes.
    context.self =
        !text.isEmpty() && Character.isUpperCase(text.charAt(0))
            ? String.valueOf(draft.index())
            : "";
  }

  /** The code of a callable entity begins. */
  void enter(EntityDraft draft, int node) {
    context.owner = draft.index();
    context.function = new EsContext.Function(draft, new EsComplexity());
    context.nesting = 0;
    int type = syntax.child(node, EsField.RETURN_TYPE);
    if (type >= 0) {
      hasWrittenType(draft);
    }
    parameters(node);
    int body = syntax.child(node, EsField.BODY);
    if (syntax.is(node, EsNode.ARROW_FUNCTION) && !syntax.is(body, EsNode.STATEMENT_BLOCK)) {
      context.function.returns(context.expressions.of(body));
    }
  }

  void lambda(int node) {
    EsContext.Function around = context.function;
    context.function = new EsContext.Function(null, around == null ? null : around.complexity);
    context.nesting++;
    if (!syntax.is(node, EsNode.ARROW_FUNCTION)) {
      context.self = "";
    }
    parameters(node);
  }

  void functionExpression(int node) {
    EntityDraft draft = context.prepared.get(node);
    if (draft == null && syntax.child(node, EsField.NAME) >= 0 && !routes.isHandler(node)) {
      draft = withOwnName(node);
    }
    if (draft == null) {
      innerName(node, null);
      lambda(node);
      return;
    }
    innerName(node, draft);
    String self = context.self;
    if (draft.signatureIsEmpty()) {
      entities.callable(draft, node);
      int body = syntax.child(node, EsField.BODY);
      draft.signature(
          entities.cut(draft.startByte(), body < 0 ? tree.endByte(node) : tree.startByte(body)));
    }
    enter(draft, node);
    if (!syntax.is(node, EsNode.ARROW_FUNCTION)) {
      context.self = assignments.selfOf(draft, "");
    } else {
      context.self = self;
    }
  }

  /** The entity of a function that only its own name names, and that the code around it uses. */
  private EntityDraft withOwnName(int node) {
    int name = syntax.child(node, EsField.NAME);
    String text = syntax.text(name);
    EntityDraft draft = entities.make(EntityKind.FUNCTION, text, name, node, context.owner);
    int value = node;
    while (syntax.is(tree.parent(value), EsNode.PARENTHESIZED_EXPRESSION)) {
      value = tree.parent(value);
    }
    int around = tree.parent(value);
    boolean isCalled = value == syntax.child(around, EsField.FUNCTION);
    context.facts.reference(
        isCalled ? Role.CALL : Role.FUNCTION_VALUE,
        text,
        name,
        context.owner,
        -1,
        isCalled ? Math.max(0, context.expressions.arguments(around)) : -1);
    return draft;
  }

  /** The name that a function or class expression has inside itself. */
  void innerName(int node, @Nullable EntityDraft draft) {
    int nameNode = syntax.child(node, EsField.NAME);
    EsScope inner = context.scopes.opened(node);
    if (nameNode < 0 || inner == null) {
      return;
    }
    String text = syntax.text(nameNode);
    for (EsName name : new EsName[] {inner.values.get(text), inner.types.get(text)}) {
      if (name == null || name.meaning != EsName.Meaning.ENTITY || name.entity >= 0) {
        continue;
      }
      if (draft == null) {
        // A lambda is no entity, so its own name means nothing that could be referred to.
        name.meaning = EsName.Meaning.LOCAL;
        name.owner = context.owner;
      } else {
        name.entity = draft.index();
        name.owner = name.entity;
      }
    }
  }

  /** Overload signatures become one entity with their implementation or with each other. */
  void functionSignature(int node) {
    int nameNode = syntax.child(node, EsField.NAME);
    if (nameNode < 0 || merged.contains(node)) {
      EntityDraft draft = context.prepared.get(node);
      if (draft != null) {
        context.owner = draft.index();
        context.function = null;
        parameters(node);
      }
      return;
    }
    List<Integer> signatures = new ArrayList<>(List.of(node));
    String name = syntax.text(nameNode);
    int end = tree.endByte(entities.outer(node));
    int implementation = -1;
    for (int next = syntax.nextNamed(entities.outer(node));
        next >= 0 && implementation < 0;
        next = syntax.nextNamed(next)) {
      int declaration = next;
      while (syntax.is(declaration, EsNode.EXPORT_STATEMENT)
          || syntax.is(declaration, EsNode.AMBIENT_DECLARATION)) {
        int inner = syntax.firstNamed(declaration);
        if (inner < 0) {
          break;
        }
        declaration = inner;
      }
      int declared = syntax.child(declaration, EsField.NAME);
      boolean signature = syntax.is(declaration, EsNode.FUNCTION_SIGNATURE);
      boolean function =
          syntax.is(declaration, EsNode.FUNCTION_DECLARATION)
              || syntax.is(declaration, EsNode.GENERATOR_FUNCTION_DECLARATION);
      if (!signature && !function || declared < 0 || !syntax.text(declared).equals(name)) {
        break;
      }
      end = tree.endByte(next);
      if (signature) {
        signatures.add(declaration);
      } else {
        implementation = declaration;
      }
    }
    int shown = implementation >= 0 ? implementation : node;
    EntityDraft draft =
        entities.make(
            EntityKind.FUNCTION,
            name,
            tree.startByte(syntax.child(shown, EsField.NAME)),
            entities.start(node),
            end,
            context.owner);
    naming.exported(draft, node);
    naming.names(draft, name);
    for (int signature : signatures) {
      context.prepared.put(signature, draft);
      merged.add(signature);
    }
    entities.overloads(draft, signatures);
    entities.signature(draft, node);
    if (implementation >= 0) {
      context.prepared.put(implementation, draft);
      hasWrittenType(draft);
    }
    context.owner = draft.index();
    context.function = null;
    parameters(node);
  }

  /** Bindings of the parameters of a function node. */
  void parameters(int function) {
    EsScope scope = context.scopes.opened(function);
    if (scope == null) {
      return;
    }
    EsScope around = context.scope;
    context.scope = scope;
    for (EsName name : scope.values.values()) {
      name.owner = name.entity >= 0 ? name.owner : context.owner;
    }
    int single = syntax.child(function, EsField.PARAMETER);
    if (single >= 0) {
      variables.local(single, -1, "");
    }
    int list = syntax.child(function, EsField.PARAMETERS);
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      boolean typed =
          syntax.is(c, EsNode.REQUIRED_PARAMETER) || syntax.is(c, EsNode.OPTIONAL_PARAMETER);
      int pattern = typed ? syntax.child(c, EsField.PATTERN) : c;
      String type = typed ? entities.annotation(syntax.child(c, EsField.TYPE)) : "";
      int value =
          typed
              ? syntax.child(c, EsField.VALUE)
              : syntax.is(c, EsNode.ASSIGNMENT_PATTERN) ? syntax.child(c, EsField.RIGHT) : -1;
      if (syntax.is(pattern, EsNode.ASSIGNMENT_PATTERN)) {
        pattern = syntax.child(pattern, EsField.LEFT);
      }
      if (syntax.is(pattern, EsNode.REST_PATTERN)) {
        int inner = syntax.firstNamed(pattern);
        if (syntax.is(inner, EsNode.IDENTIFIER)) {
          variables.local(inner, -1, type.isEmpty() ? "any[]" : type);
        }
      } else if (syntax.is(pattern, EsNode.IDENTIFIER)) {
        variables.local(pattern, type.isEmpty() ? created(value) : -1, type);
      } else if (pattern >= 0) {
        variables.patternBindings(
            pattern, type.isEmpty() ? -1 : context.expressions.cast(type), "");
      }
    }
    context.scope = around;
  }

  /** The expression of a default value where it says the type: {@code x = new Foo()}. */
  private int created(int value) {
    return syntax.is(value, EsNode.NEW_EXPRESSION) ? context.expressions.of(value) : -1;
  }
}
