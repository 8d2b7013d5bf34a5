package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns declarations into entities and sets the place for what is inside them. */
final class EsDeclarations {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;
  private final EsAssignments assignments;

  /** Signatures that an entity made before has taken in. */
  private final Set<Integer> merged = new HashSet<>();

  EsDeclarations(EsContext context, EsAssignments assignments) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
    this.assignments = assignments;
  }

  void visit(int node) {
    EsNode kind = syntax.kind(node);
    switch (kind) {
      case IMPORT_STATEMENT -> context.modules.importStatement(node, context.owner, context.scope);
      case EXPORT_STATEMENT -> exportStatement(node);
      case FUNCTION_DECLARATION, GENERATOR_FUNCTION_DECLARATION -> functionDeclaration(node);
      case FUNCTION_SIGNATURE -> functionSignature(node);
      case FUNCTION_EXPRESSION, GENERATOR_FUNCTION, ARROW_FUNCTION -> functionExpression(node);
      case CLASS_DECLARATION, ABSTRACT_CLASS_DECLARATION -> {
        int name = syntax.child(node, EsField.NAME);
        if (name >= 0) {
          classBody(declared(EntityKind.CLASS, name, node), node);
        }
      }
      case CLASS -> {
        EntityDraft draft = context.prepared.get(node);
        if (draft == null) {
          int name = syntax.child(node, EsField.NAME);
          draft =
              entities.make(
                  EntityKind.CLASS,
                  name < 0 ? "<anonymous>" : syntax.text(name),
                  name < 0 ? node : name,
                  node,
                  context.owner);
        }
        innerName(node, draft);
        classBody(draft, node);
      }
      case CLASS_BODY -> context.self = String.valueOf(context.owner);
      case CLASS_STATIC_BLOCK -> {
        context.self = "static " + context.owner;
        context.function = null;
      }
      case DECORATOR -> decorator(node);
      case METHOD_DEFINITION -> method(node);
      case METHOD_SIGNATURE, ABSTRACT_METHOD_SIGNATURE -> methodSignature(node);
      case FIELD_DEFINITION, PUBLIC_FIELD_DEFINITION -> field(node);
      case REQUIRED_PARAMETER, OPTIONAL_PARAMETER -> parameter(node);
      case INTERFACE_DECLARATION -> interfaceDeclaration(node);
      case TYPE_ALIAS_DECLARATION -> typeAlias(node);
      case PROPERTY_SIGNATURE -> propertySignature(node);
      case ENUM_DECLARATION -> {
        int name = syntax.child(node, EsField.NAME);
        if (name >= 0) {
          EntityDraft draft = declared(EntityKind.ENUM, name, node);
          entities.signature(draft, node);
          context.owner = draft.index();
        }
      }
      case ENUM_BODY -> enumBody(node);
      case ENUM_ASSIGNMENT -> {
        EntityDraft draft = context.prepared.get(node);
        if (draft != null) {
          context.owner = draft.index();
        }
      }
      case INTERNAL_MODULE, MODULE -> namespace(node);
      case AMBIENT_DECLARATION -> {
        if (syntax.is(syntax.firstNamed(node), EsNode.STATEMENT_BLOCK)) {
          EntityDraft draft =
              entities.make(EntityKind.NAMESPACE, "global", node, node, context.owner);
          context.owner = draft.index();
        }
      }
      case IMPORT_ALIAS -> importAlias(node);
      case VARIABLE_DECLARATOR -> variable(node);
      case FOR_IN_STATEMENT -> loop(node);
      case CATCH_CLAUSE -> patternBindings(syntax.child(node, EsField.PARAMETER), -1, "");
      case PAIR -> pair(node);
      case SHORTHAND_PROPERTY_IDENTIFIER -> {}
      default -> {}
    }
  }

  /** What a callable gives back, where it does not say so. */
  void result(EsContext.Function function) {
    EntityDraft draft = function.entity;
    if (draft != null && function.complexity != null && !typed.contains(draft.index())) {
      draft.initializer(function.onlyReturned());
    }
  }

  /** Entities whose type is written, so that no expression is needed for it. */
  private final Set<Integer> typed = new HashSet<>();

  private EntityDraft declared(EntityKind kind, int nameNode, int node) {
    EntityDraft draft = entities.make(kind, syntax.text(nameNode), nameNode, node, context.owner);
    exported(draft, node);
    names(draft, syntax.text(nameNode));
    return draft;
  }

  private void exported(EntityDraft draft, int node) {
    int top = entities.outer(node);
    if (syntax.is(tree.parent(node), EsNode.AMBIENT_DECLARATION)) {
      draft.modifier(Modifier.NATIVE);
    }
    if (!entities.isExported(node)) {
      return;
    }
    draft.modifier(Modifier.EXPORTED);
    boolean isDefault = syntax.hasToken(top, "default");
    if (isDefault) {
      draft.modifier(Modifier.DEFAULT);
    }
    if (draft.parent() == 0) {
      context.modules.exportEntity(
          isDefault ? "default" : draft.name(), draft.name(), draft.index());
    }
  }

  /** Says which entity the names of the scope stand for. */
  private void names(EntityDraft draft, String text) {
    EsName value = context.scope.varScope().values.get(text);
    EsName nearest = context.scope.findValue(text);
    EsName type = context.scope.findType(text);
    boolean isValue = draft.kind() != EntityKind.INTERFACE && draft.kind() != EntityKind.TYPE_ALIAS;
    if (isValue && nearest != null) {
      entity(nearest, draft);
    } else if (isValue && value != null) {
      entity(value, draft);
    }
    if (type != null && draft.kind().isType()) {
      entity(type, draft);
    }
  }

  private void entity(EsName name, EntityDraft draft) {
    if (name.meaning == EsName.Meaning.ENTITY && name.entity < 0) {
      name.entity = draft.index();
      name.owner = draft.parent();
    }
  }

  private void exportStatement(int node) {
    int declaration = syntax.child(node, EsField.DECLARATION);
    int value = syntax.child(node, EsField.VALUE);
    boolean top = context.scope.parent == null;
    if (top) {
      context.modules.isModule();
    }
    if (declaration >= 0) {
      return;
    }
    if (!top) {
      // What the body of an ambient module exports is not exported by the file.
      context.skipAll(node);
      return;
    }
    int only = syntax.firstNamed(node);
    while (syntax.is(only, EsNode.DECORATOR)) {
      only = syntax.nextNamed(only);
    }
    if (value >= 0) {
      defaultExport(node, value);
    } else if (syntax.is(only, EsNode.IDENTIFIER)
        && syntax.child(node, EsField.SOURCE) < 0
        && !syntax.hasToken(node, "namespace")) {
      context.modules.exportLocal(EsModules.EXPORT_EQUALS, syntax.text(only), context.scope);
    } else if (syntax.is(only, EsNode.IDENTIFIER)) {
      context.skip(only);
    } else {
      int clause = syntax.child(node, EsNode.EXPORT_CLAUSE);
      if (clause >= 0) {
        context.skipAll(clause);
      }
      int namespace = syntax.child(node, EsNode.NAMESPACE_EXPORT);
      if (namespace >= 0) {
        context.skipAll(namespace);
      }
      context.modules.exportStatement(node, context.owner, context.scope);
    }
  }

  private void defaultExport(int node, int value) {
    String name = syntax.hasToken(node, "default") ? "default" : EsModules.EXPORT_EQUALS;
    if (syntax.is(value, EsNode.IDENTIFIER)) {
      context.modules.exportLocal(name, syntax.text(value), context.scope);
      return;
    }
    EntityDraft draft = assignments.value(value, value, node, "default", context.owner);
    draft.modifier(Modifier.EXPORTED).modifier(Modifier.DEFAULT);
    context.modules.exportEntity(name, draft.name(), draft.index());
    if (draft.kind() == EntityKind.CONSTANT) {
      context.owner = draft.index();
    }
  }

  private void functionDeclaration(int node) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      lambda(node);
      return;
    }
    EntityDraft draft = context.prepared.get(node);
    if (draft == null) {
      draft = declared(EntityKind.FUNCTION, name, node);
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
  private void enter(EntityDraft draft, int node) {
    context.owner = draft.index();
    context.function = new EsContext.Function(draft, new EsComplexity());
    context.nesting = 0;
    int type = syntax.child(node, EsField.RETURN_TYPE);
    if (type >= 0) {
      typed.add(draft.index());
    }
    parameters(node);
    int body = syntax.child(node, EsField.BODY);
    if (syntax.is(node, EsNode.ARROW_FUNCTION) && !syntax.is(body, EsNode.STATEMENT_BLOCK)) {
      context.function.returns(context.expressions.of(body));
    }
  }

  private void lambda(int node) {
    EsContext.Function around = context.function;
    context.function = new EsContext.Function(null, around == null ? null : around.complexity);
    context.nesting++;
    if (!syntax.is(node, EsNode.ARROW_FUNCTION)) {
      context.self = "";
    }
    parameters(node);
  }

  private void functionExpression(int node) {
    EntityDraft draft = context.prepared.get(node);
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

  /** The name that a function or class expression has inside itself. */
  private void innerName(int node, @Nullable EntityDraft draft) {
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
  private void functionSignature(int node) {
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
    exported(draft, node);
    names(draft, name);
    for (int signature : signatures) {
      context.prepared.put(signature, draft);
      merged.add(signature);
    }
    entities.overloads(draft, signatures);
    entities.signature(draft, node);
    if (implementation >= 0) {
      context.prepared.put(implementation, draft);
      typed.add(draft.index());
    }
    context.owner = draft.index();
    context.function = null;
    parameters(node);
  }

  private void classBody(EntityDraft draft, int node) {
    if (syntax.is(node, EsNode.ABSTRACT_CLASS_DECLARATION)) {
      draft.modifier(Modifier.ABSTRACT);
    }
    entities.typeParameters(draft, node);
    entities.bases(draft, node);
    entities.signature(draft, node);
    int body = syntax.child(node, EsField.BODY);
    assignments.classMembers(draft.index(), body);
    context.owner = draft.index();
    context.function = null;
    context.self = "";
    context.nesting = 0;
  }

  /** A decorator of a member belongs to the member that follows. */
  private void decorator(int node) {
    if (!syntax.is(tree.parent(node), EsNode.CLASS_BODY)) {
      return;
    }
    int member = node;
    while (syntax.is(member, EsNode.DECORATOR)) {
      member = syntax.nextNamed(member);
    }
    EntityDraft draft = member < 0 ? null : memberDraft(member, tree.startByte(node));
    if (draft != null) {
      context.owner = draft.index();
    }
  }

  /** The entity of a class member, made at its first decorator or at the member itself. */
  private @Nullable EntityDraft memberDraft(int member, int start) {
    EntityDraft known = context.prepared.get(member);
    if (known != null) {
      return known;
    }
    EsNode kind = syntax.kind(member);
    int nameNode =
        kind == EsNode.FIELD_DEFINITION
            ? syntax.child(member, EsField.PROPERTY)
            : syntax.child(member, EsField.NAME);
    if (nameNode < 0) {
      return null;
    }
    String name = syntax.propertyName(nameNode);
    int value = syntax.child(member, EsField.VALUE);
    EntityKind entityKind =
        switch (kind) {
          case METHOD_DEFINITION, METHOD_SIGNATURE, ABSTRACT_METHOD_SIGNATURE ->
              name.equals("constructor") && syntax.is(tree.parent(member), EsNode.CLASS_BODY)
                  ? EntityKind.CONSTRUCTOR
                  : EntityKind.METHOD;
          case FIELD_DEFINITION, PUBLIC_FIELD_DEFINITION ->
              syntax.kind(value < 0 ? -1 : syntax.unwrap(value)).isFunctionExpression()
                  ? EntityKind.METHOD
                  : EntityKind.FIELD;
          default -> EntityKind.PROPERTY;
        };
    int end = tree.endByte(member);
    int parent = context.bodies.getOrDefault(tree.parent(member), context.owner);
    EntityDraft draft =
        entities.make(entityKind, name, tree.startByte(nameNode), start, end, parent);
    entities.modifiers(draft, member);
    context.prepared.put(member, draft);
    return draft;
  }

  private void method(int node) {
    int parent = tree.parent(node);
    boolean inClass = syntax.is(parent, EsNode.CLASS_BODY);
    Integer object = context.bodies.get(parent);
    if (!inClass && object == null) {
      lambda(node);
      return;
    }
    EntityDraft draft = memberDraft(node, tree.startByte(node));
    if (draft == null) {
      lambda(node);
      return;
    }
    if (!merged.contains(node)) {
      entities.callable(draft, node);
      entities.signature(draft, node);
    }
    int around = draft.parent();
    enter(draft, node);
    context.self = inClass && draft.has(Modifier.STATIC) ? "static " + around : "" + around;
  }

  private void methodSignature(int node) {
    int parent = tree.parent(node);
    boolean inClass = syntax.is(parent, EsNode.CLASS_BODY);
    if (!inClass && !context.bodies.containsKey(parent)) {
      parameters(node);
      return;
    }
    EntityDraft known = context.prepared.get(node);
    if (known == null || !merged.contains(node)) {
      overloadedMember(node, inClass);
      known = context.prepared.get(node);
    }
    if (known != null) {
      context.owner = known.index();
      context.function = null;
    }
    parameters(node);
  }

  /** Makes one entity of this signature, of those that follow, and of their implementation. */
  private void overloadedMember(int node, boolean inClass) {
    int nameNode = syntax.child(node, EsField.NAME);
    if (nameNode < 0) {
      return;
    }
    String name = syntax.propertyName(nameNode);
    boolean isStatic = syntax.hasToken(node, "static");
    boolean accessor = syntax.hasToken(node, "get") || syntax.hasToken(node, "set");
    List<Integer> signatures = new ArrayList<>(List.of(node));
    int implementation = -1;
    int end = tree.endByte(node);
    for (int next = syntax.nextNamed(node);
        next >= 0 && implementation < 0 && !accessor;
        next = syntax.nextNamed(next)) {
      EsNode kind = syntax.kind(next);
      int other = syntax.child(next, EsField.NAME);
      boolean signature =
          kind == EsNode.METHOD_SIGNATURE || kind == EsNode.ABSTRACT_METHOD_SIGNATURE;
      if (!signature && kind != EsNode.METHOD_DEFINITION
          || other < 0
          || !syntax.propertyName(other).equals(name)
          || syntax.hasToken(next, "static") != isStatic) {
        break;
      }
      end = tree.endByte(next);
      if (signature) {
        signatures.add(next);
      } else {
        implementation = next;
      }
    }
    EntityDraft draft = context.prepared.get(node);
    if (draft == null) {
      int shown = implementation >= 0 ? syntax.child(implementation, EsField.NAME) : nameNode;
      boolean constructor = inClass && name.equals("constructor");
      draft =
          entities.make(
              constructor ? EntityKind.CONSTRUCTOR : EntityKind.METHOD,
              name,
              tree.startByte(shown),
              tree.startByte(node),
              end,
              context.owner);
      entities.modifiers(draft, node);
    }
    if (!inClass) {
      draft.modifier(Modifier.ABSTRACT);
    }
    for (int signature : signatures) {
      context.prepared.put(signature, draft);
      merged.add(signature);
    }
    entities.overloads(draft, signatures);
    entities.signature(draft, node);
    if (implementation >= 0) {
      context.prepared.put(implementation, draft);
      merged.add(implementation);
      typed.add(draft.index());
    }
  }

  private void field(int node) {
    EntityDraft draft = memberDraft(node, tree.startByte(node));
    if (draft == null) {
      return;
    }
    int around = draft.parent();
    context.owner = draft.index();
    context.function = null;
    context.self = draft.has(Modifier.STATIC) ? "static " + around : "" + around;
    int value = syntax.child(node, EsField.VALUE);
    String type = entities.annotation(syntax.child(node, EsField.TYPE));
    if (draft.kind() == EntityKind.METHOD) {
      context.prepared.put(syntax.unwrap(value), draft);
    } else {
      draft.declaredType(type);
      int to = value < 0 ? tree.endByte(node) : tree.startByte(value);
      draft.signature(withoutEquals(entities.cut(tree.startByte(node), to)));
      if (type.isEmpty()) {
        boolean says = value >= 0 && !assignments.isNothing(value);
        assignments.initial(draft, says ? context.expressions.of(value) : -1);
      }
    }
  }

  private static String withoutEquals(String text) {
    return text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
  }

  /** A constructor parameter with a modifier is a field as well. */
  private void parameter(int node) {
    boolean property =
        syntax.child(node, EsNode.ACCESSIBILITY_MODIFIER) >= 0
            || syntax.child(node, EsNode.OVERRIDE_MODIFIER) >= 0
            || syntax.hasToken(node, "readonly");
    int pattern = syntax.child(node, EsField.PATTERN);
    if (!property || !syntax.is(pattern, EsNode.IDENTIFIER)) {
      return;
    }
    EntityDraft constructor = context.facts.entity(context.owner);
    if (constructor.kind() != EntityKind.CONSTRUCTOR) {
      return;
    }
    EntityDraft draft =
        entities.make(EntityKind.FIELD, syntax.text(pattern), pattern, node, constructor.parent());
    for (int c = tree.firstChild(node); c >= 0 && c != pattern; c = tree.nextSibling(c)) {
      switch (syntax.text(c)) {
        case "public" -> draft.modifier(Modifier.PUBLIC);
        case "private" -> draft.modifier(Modifier.PRIVATE);
        case "protected" -> draft.modifier(Modifier.PROTECTED);
        case "readonly" -> draft.modifier(Modifier.READONLY);
        default -> {}
      }
    }
    draft.declaredType(entities.annotation(syntax.child(node, EsField.TYPE)));
    draft.signature(entities.cut(tree.startByte(node), tree.endByte(node)));
    assignments.declared(constructor.parent(), draft);
  }

  private void interfaceDeclaration(int node) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft draft = declared(EntityKind.INTERFACE, name, node);
    entities.typeParameters(draft, node);
    int bases = syntax.child(node, EsNode.EXTENDS_TYPE_CLAUSE);
    if (bases >= 0) {
      entities.supertypes(draft, bases, SupertypeRelation.EXTENDS);
    }
    entities.signature(draft, node);
    int body = syntax.child(node, EsField.BODY);
    if (body >= 0) {
      context.bodies.put(body, draft.index());
    }
    context.owner = draft.index();
    context.function = null;
  }

  private void typeAlias(int node) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft draft = declared(EntityKind.TYPE_ALIAS, name, node);
    entities.typeParameters(draft, node);
    draft.signature(entities.cut(tree.startByte(node), tree.endByte(node)));
    int value = syntax.child(node, EsField.VALUE);
    if (syntax.is(value, EsNode.OBJECT_TYPE)) {
      context.bodies.put(value, draft.index());
    } else if (syntax.is(value, EsNode.INTERSECTION_TYPE)) {
      StringBuilder rest = new StringBuilder();
      List<Integer> parts = new ArrayList<>(List.of(value));
      while (!parts.isEmpty()) {
        int part = parts.removeLast();
        if (syntax.is(part, EsNode.INTERSECTION_TYPE)) {
          int at = parts.size();
          for (int c = syntax.firstNamed(part); c >= 0; c = syntax.nextNamed(c)) {
            parts.add(at, c);
          }
        } else if (syntax.is(part, EsNode.OBJECT_TYPE)) {
          context.bodies.put(part, draft.index());
        } else {
          rest.append(rest.isEmpty() ? "" : " & ").append(syntax.flat(part));
        }
      }
      draft.declaredType(rest.toString());
    } else if (value >= 0) {
      draft.declaredType(syntax.flat(value));
    }
    context.owner = draft.index();
    context.function = null;
  }

  private void propertySignature(int node) {
    int nameNode = syntax.child(node, EsField.NAME);
    if (nameNode < 0 || !context.bodies.containsKey(tree.parent(node))) {
      return;
    }
    EntityDraft draft =
        entities.make(
            EntityKind.PROPERTY, syntax.propertyName(nameNode), nameNode, node, context.owner);
    entities.modifiers(draft, node);
    draft.declaredType(entities.annotation(syntax.child(node, EsField.TYPE)));
    draft.signature(entities.cut(tree.startByte(node), tree.endByte(node)));
    context.owner = draft.index();
  }

  private void enumBody(int body) {
    for (int c = syntax.firstNamed(body); c >= 0; c = syntax.nextNamed(c)) {
      int nameNode = syntax.is(c, EsNode.ENUM_ASSIGNMENT) ? syntax.child(c, EsField.NAME) : c;
      if (nameNode < 0 || syntax.is(c, EsNode.ERROR)) {
        continue;
      }
      EntityDraft draft =
          entities.make(
              EntityKind.ENUM_MEMBER, syntax.propertyName(nameNode), nameNode, c, context.owner);
      draft.signature(entities.cut(tree.startByte(c), tree.endByte(c)));
      context.prepared.put(c, draft);
    }
  }

  private void namespace(int node) {
    int nameNode = syntax.child(node, EsField.NAME);
    if (nameNode < 0) {
      return;
    }
    boolean string = syntax.is(nameNode, EsNode.STRING);
    String text = string ? syntax.string(nameNode) : syntax.flat(nameNode);
    EntityDraft draft =
        entities.make(
            string ? EntityKind.MODULE : EntityKind.NAMESPACE, text, nameNode, node, context.owner);
    entities.signature(draft, node);
    if (!string) {
      exported(draft, node);
      int dot = text.indexOf('.');
      names(draft, dot < 0 ? text : text.substring(0, dot));
      EsName type = context.scope.findType(dot < 0 ? text : text.substring(0, dot));
      if (type != null) {
        entity(type, draft);
      }
    }
    context.owner = draft.index();
  }

  private void importAlias(int node) {
    int name = syntax.firstNamed(node);
    int target = name < 0 ? -1 : syntax.nextNamed(name);
    if (name < 0) {
      return;
    }
    EntityDraft draft = declared(EntityKind.CONSTANT, name, node);
    draft.signature(entities.cut(tree.startByte(node), tree.endByte(node)));
    draft.initializer(context.expressions.of(target));
    context.owner = draft.index();
  }

  private void variable(int node) {
    int nameNode = syntax.child(node, EsField.NAME);
    if (nameNode < 0) {
      return;
    }
    int value = syntax.child(node, EsField.VALUE);
    if (EsModules.importsModule(syntax, nameNode, value)) {
      requireDeclarator(node, nameNode, value);
      return;
    }
    int last = value < 0 ? -1 : syntax.finalValue(value);
    String type = entities.annotation(syntax.child(node, EsField.TYPE));
    EsName name =
        syntax.is(nameNode, EsNode.IDENTIFIER)
            ? context.scope.findValue(syntax.text(nameNode))
            : null;
    if (name != null && name.meaning == EsName.Meaning.ENTITY) {
      entityVariable(node, nameNode, last, type, name);
    } else if (syntax.is(nameNode, EsNode.IDENTIFIER)) {
      boolean says = value >= 0 && !assignments.isNothing(value);
      local(nameNode, says ? context.expressions.of(value) : -1, type);
    } else {
      destructured(node, nameNode, value);
    }
  }

  /** {@code const x = require("m")} and its like: the names are imports. */
  private void requireDeclarator(int node, int nameNode, int value) {
    EsNode kind = syntax.kind(value);
    int call =
        syntax.unwrap(
            kind == EsNode.MEMBER_EXPRESSION ? syntax.child(value, EsField.OBJECT) : value);
    if (syntax.is(call, EsNode.AWAIT_EXPRESSION)) {
      call = syntax.unwrap(syntax.firstNamed(call));
    }
    context.skip(syntax.child(call, EsField.FUNCTION));
    if (kind == EsNode.MEMBER_EXPRESSION) {
      context.skip(value);
    }
    context.modules.isModule();
    context.modules.requireDeclarator(nameNode, value, context.owner, context.scope);
    if (entities.isExported(node)) {
      EsPatterns.names(
          syntax,
          nameNode,
          n -> context.modules.exportLocal(syntax.text(n), syntax.text(n), context.scope));
    }
  }

  private void entityVariable(int node, int nameNode, int value, String type, EsName name) {
    EntityKind kind =
        syntax.kind(value).isFunctionExpression()
            ? EntityKind.FUNCTION
            : syntax.is(value, EsNode.CLASS)
                ? EntityKind.CLASS
                : name.constant ? EntityKind.CONSTANT : EntityKind.VARIABLE;
    EntityDraft draft = declared(kind, nameNode, node);
    if (value >= 0 && !assignments.isNothing(value)) {
      name.writes++;
    }
    if (kind == EntityKind.FUNCTION) {
      context.prepared.put(value, draft);
    } else if (kind == EntityKind.CLASS) {
      context.prepared.put(value, draft);
      EsName typeName = context.scope.findType(name.text);
      if (typeName != null) {
        entity(typeName, draft);
      }
    } else {
      assignments.plain(draft, type, value, tree.startByte(entities.outer(node)), node);
      assignments.later(draft, name);
    }
    context.owner = draft.index();
  }

  private void local(int nameNode, int expression, String type) {
    EsName name = context.scope.findValue(syntax.text(nameNode));
    if (name == null || name.meaning != EsName.Meaning.LOCAL) {
      return;
    }
    name.owner = context.owner;
    name.declaredType = type;
    if (expression >= 0) {
      name.writes++;
      // A var in a block is seen from outside of it, where its initialiser means something else.
      if (name.scope == context.scope || name.scope.parent == null || isBody(name.scope)) {
        name.initializer = expression;
      }
    }
  }

  /** Whether the walk is in the outermost block of the function that the scope is of. */
  private boolean isBody(EsScope function) {
    return context.scope.parent == function;
  }

  private void destructured(int node, int pattern, int value) {
    int base = value < 0 ? -1 : context.expressions.of(value);
    String type = entities.annotation(syntax.child(node, EsField.TYPE));
    if (!type.isEmpty()) {
      base = context.expressions.cast(type);
    }
    patternEntities(node, pattern, base);
    patternBindings(pattern, base, "");
  }

  /** Module variables that a pattern declares. */
  private void patternEntities(int node, int pattern, int base) {
    EsPatterns.walk(
        syntax,
        pattern,
        base,
        new Steps() {
          @Override
          public void name(int nameNode, int value) {
            EsName name = context.scope.findValue(syntax.text(nameNode));
            if (name == null || name.meaning != EsName.Meaning.ENTITY || name.entity >= 0) {
              return;
            }
            EntityDraft draft =
                declared(name.constant ? EntityKind.CONSTANT : EntityKind.VARIABLE, nameNode, node);
            draft.signature(entities.cut(entities.start(node), tree.endByte(pattern)));
            draft.initializer(value);
          }
        });
  }

  /** The way into a value as expressions. */
  private abstract class Steps implements EsPatterns.Part {
    @Override
    public int step(int base, int keyNode) {
      if (base < 0) {
        return -1;
      }
      return switch (keyNode) {
        case -1 -> context.expressions.index(base);
        case -2 -> -1;
        default ->
            syntax.is(keyNode, EsNode.COMPUTED_PROPERTY_NAME)
                ? -1
                : context.expressions.member(syntax.propertyName(keyNode), base);
      };
    }
  }

  /** Locals that a pattern binds, and the properties that it reads. */
  private void patternBindings(int pattern, int base, String type) {
    if (pattern < 0) {
      return;
    }
    EsPatterns.walk(
        syntax,
        pattern,
        base,
        new Steps() {
          @Override
          public int step(int from, int keyNode) {
            if (from >= 0 && keyNode >= 0 && !syntax.is(keyNode, EsNode.COMPUTED_PROPERTY_NAME)) {
              context.reference(Role.READ, syntax.propertyName(keyNode), keyNode, from, -1);
            }
            return super.step(from, keyNode);
          }

          @Override
          public void name(int nameNode, int value) {
            local(nameNode, value, type);
          }
        });
  }

  private void loop(int node) {
    EsScope scope = context.scopes.opened(node);
    int left = syntax.child(node, EsField.LEFT);
    if (scope == null || left < 0) {
      return;
    }
    if (syntax.child(node, EsField.KIND) < 0) {
      assignments.target(left);
      return;
    }
    int operator = syntax.child(node, EsField.OPERATOR);
    boolean of = operator >= 0 && tree.textEquals(operator, "of");
    int iterated = of ? context.expressions.of(syntax.child(node, EsField.RIGHT)) : -1;
    EsScope around = context.scope;
    context.scope = scope;
    if (syntax.is(left, EsNode.IDENTIFIER)) {
      EsName name = scope.findValue(syntax.text(left));
      if (name != null && name.meaning == EsName.Meaning.LOCAL) {
        name.owner = context.owner;
        name.writes++;
        name.initializer = name.scope == scope ? iterated : -1;
      }
    } else {
      patternBindings(left, iterated < 0 ? -1 : context.expressions.index(iterated), "");
    }
    context.scope = around;
    EsPatterns.names(
        syntax,
        left,
        nameNode -> {
          EsName name = around.findValue(syntax.text(nameNode));
          if (name != null && name.meaning == EsName.Meaning.ENTITY && name.entity < 0) {
            EntityDraft draft =
                entities.make(EntityKind.VARIABLE, name.text, nameNode, left, context.owner);
            name.entity = draft.index();
            draft.signature(name.text);
          }
        });
  }

  /** Bindings of the parameters of a function node. */
  private void parameters(int function) {
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
      local(single, -1, "");
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
          local(inner, -1, type.isEmpty() ? "any[]" : type);
        }
      } else if (syntax.is(pattern, EsNode.IDENTIFIER)) {
        local(pattern, type.isEmpty() ? created(value) : -1, type);
      } else if (pattern >= 0) {
        patternBindings(pattern, type.isEmpty() ? -1 : context.expressions.cast(type), "");
      }
    }
    context.scope = around;
  }

  /** The expression of a default value where it says the type: {@code x = new Foo()}. */
  private int created(int value) {
    return syntax.is(value, EsNode.NEW_EXPRESSION) ? context.expressions.of(value) : -1;
  }

  private void pair(int node) {
    Integer body = context.bodies.get(tree.parent(node));
    int key = syntax.child(node, EsField.KEY);
    int value = syntax.child(node, EsField.VALUE);
    if (body == null || key < 0 || value < 0) {
      return;
    }
    EntityDraft draft = assignments.property(node, key, value, body);
    if (draft != null) {
      context.owner = draft.index();
    }
  }
}
