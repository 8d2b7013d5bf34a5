package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Role;

/** Variables and the patterns that declare them: entities of a module, bindings anywhere else. */
final class EsVariables {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;
  private final EsAssignments assignments;
  private final EsNaming naming;

  EsVariables(EsContext context, EsAssignments assignments, EsNaming naming) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
    this.assignments = assignments;
    this.naming = naming;
  }

  void variable(int node) {
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
    EntityDraft draft = naming.declared(kind, nameNode, node);
    if (value >= 0 && !assignments.isNothing(value)) {
      name.writes++;
    }
    if (kind == EntityKind.FUNCTION) {
      context.prepared.put(value, draft);
    } else if (kind == EntityKind.CLASS) {
      context.prepared.put(value, draft);
      EsName typeName = context.scope.findType(name.text);
      if (typeName != null) {
        naming.entity(typeName, draft);
      }
    } else {
      assignments.plain(draft, type, value, tree.startByte(entities.outer(node)), node);
      assignments.later(draft, name);
    }
    context.owner = draft.index();
  }

  void local(int nameNode, int expression, String type) {
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
                naming.declared(
                    name.constant ? EntityKind.CONSTANT : EntityKind.VARIABLE, nameNode, node);
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
  void patternBindings(int pattern, int base, String type) {
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

  void loop(int node) {
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

  void pair(int node) {
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
