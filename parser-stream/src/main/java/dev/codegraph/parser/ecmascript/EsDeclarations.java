package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.List;

/** Turns declarations into entities and sets the place for what is inside them. */
final class EsDeclarations {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;
  private final EsAssignments assignments;
  private final EsNaming naming;
  private final EsVariables variables;
  private final EsCallables callables;
  private final EsClasses classes;

  EsDeclarations(EsContext context, EsAssignments assignments, EsRoutes routes) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
    this.assignments = assignments;
    this.naming = new EsNaming(context);
    this.variables = new EsVariables(context, assignments, naming);
    this.callables = new EsCallables(context, assignments, naming, variables, routes);
    this.classes = new EsClasses(context, assignments, callables, routes);
  }

  void visit(int node) {
    EsNode kind = syntax.kind(node);
    switch (kind) {
      case IMPORT_STATEMENT -> context.modules.importStatement(node, context.owner, context.scope);
      case EXPORT_STATEMENT -> exportStatement(node);
      case FUNCTION_DECLARATION, GENERATOR_FUNCTION_DECLARATION ->
          callables.functionDeclaration(node);
      case FUNCTION_SIGNATURE -> callables.functionSignature(node);
      case FUNCTION_EXPRESSION, GENERATOR_FUNCTION, ARROW_FUNCTION ->
          callables.functionExpression(node);
      case CLASS_DECLARATION, ABSTRACT_CLASS_DECLARATION -> {
        int name = syntax.child(node, EsField.NAME);
        if (name >= 0) {
          classes.classBody(naming.declared(EntityKind.CLASS, name, node), node);
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
        callables.innerName(node, draft);
        classes.classBody(draft, node);
      }
      case CLASS_BODY -> context.self = String.valueOf(context.owner);
      case CLASS_STATIC_BLOCK -> {
        context.self = "static " + context.owner;
        context.function = null;
      }
      case DECORATOR -> classes.decorator(node);
      case ERROR -> {
        int head = syntax.brokenHead(node);
        if (head >= 0) {
          EntityKind found =
              switch (syntax.text(head)) {
                case "class" -> EntityKind.CLASS;
                case "enum" -> EntityKind.ENUM;
                default -> EntityKind.FUNCTION;
              };
          context.skip(tree.nextSibling(head));
          EntityDraft draft = naming.declared(found, tree.nextSibling(head), node);
          draft.signature(entities.cut(tree.startByte(head), tree.endByte(tree.nextSibling(head))));
        }
      }
      case METHOD_DEFINITION -> classes.method(node);
      case METHOD_SIGNATURE, ABSTRACT_METHOD_SIGNATURE -> classes.methodSignature(node);
      case FIELD_DEFINITION, PUBLIC_FIELD_DEFINITION -> classes.field(node);
      case REQUIRED_PARAMETER, OPTIONAL_PARAMETER -> classes.parameter(node);
      case INTERFACE_DECLARATION -> interfaceDeclaration(node);
      case TYPE_ALIAS_DECLARATION -> typeAlias(node);
      case PROPERTY_SIGNATURE -> propertySignature(node);
      case ENUM_DECLARATION -> {
        int name = syntax.child(node, EsField.NAME);
        if (name >= 0) {
          EntityDraft draft = naming.declared(EntityKind.ENUM, name, node);
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
      case VARIABLE_DECLARATOR -> variables.variable(node);
      case FOR_IN_STATEMENT -> variables.loop(node);
      case CATCH_CLAUSE -> variables.patternBindings(syntax.child(node, EsField.PARAMETER), -1, "");
      case PAIR -> variables.pair(node);
      case SHORTHAND_PROPERTY_IDENTIFIER -> {}
      default -> {}
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

  private void interfaceDeclaration(int node) {
    int name = syntax.child(node, EsField.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft draft = naming.declared(EntityKind.INTERFACE, name, node);
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
    EntityDraft draft = naming.declared(EntityKind.TYPE_ALIAS, name, node);
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
      naming.exported(draft, node);
      int dot = text.indexOf('.');
      naming.names(draft, dot < 0 ? text : text.substring(0, dot));
      EsName type = context.scope.findType(dot < 0 ? text : text.substring(0, dot));
      if (type != null) {
        naming.entity(type, draft);
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
    EntityDraft draft = naming.declared(EntityKind.CONSTANT, name, node);
    draft.signature(entities.cut(tree.startByte(node), tree.endByte(node)));
    draft.initializer(context.expressions.of(target));
    context.owner = draft.index();
  }

  /** What a callable gives back, where it does not say so. */
  void result(EsContext.Function function) {
    callables.result(function);
  }
}
