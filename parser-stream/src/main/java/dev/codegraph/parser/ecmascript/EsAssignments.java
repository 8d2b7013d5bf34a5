package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What assignments define in JavaScript: exports of CommonJS, methods of prototypes and objects,
 * fields in constructors; and what values variables and properties have.
 */
final class EsAssignments {
  private final EsContext context;
  private final EsSyntax syntax;
  private final SyntaxTree tree;
  private final EsEntities entities;

  /** Fields by the index of their class and by name. */
  private final Map<Integer, Map<String, Field>> fields = new HashMap<>();

  /** Variables that may be assigned to after their declaration. */
  private final List<Variable> variables = new ArrayList<>();

  /** Object literals that are the value of {@code module.exports}. */
  private final Set<Integer> exportObjects = new HashSet<>();

  /** A field while the values that are assigned to it are compared. */
  private static final class Field {
    /** Null where the type is written, or where it is no field. */
    @Nullable EntityDraft draft;

    int value = -1;
    boolean differs;

    void assign(int expression) {
      if (value >= 0 && value != expression) {
        differs = true;
      } else {
        value = expression;
      }
    }
  }

  private record Variable(EntityDraft draft, EsName name) {}

  EsAssignments(EsContext context) {
    this.context = context;
    this.syntax = context.syntax;
    this.tree = context.tree;
    this.entities = context.entities;
  }

  void visit(int node) {
    if (!syntax.is(node, EsNode.ASSIGNMENT_EXPRESSION)) {
      return;
    }
    int left = syntax.unwrap(syntax.child(node, EsField.LEFT));
    int right = syntax.child(node, EsField.RIGHT);
    if (left < 0 || right < 0) {
      return;
    }
    switch (syntax.kind(left)) {
      case IDENTIFIER -> {
        if (isFree(left, "exports")) {
          context.skip(left);
        } else {
          context.mark(left, Role.WRITE, -1);
          assigned(left, right);
        }
      }
      case MEMBER_EXPRESSION -> {
        context.mark(left, Role.WRITE, -1);
        member(node, left, syntax.finalValue(right));
      }
      default -> target(left);
    }
  }

  /** Names that a pattern assigns to, or a loop. */
  void target(int left) {
    EsPatterns.names(syntax, left, name -> context.mark(name, Role.WRITE, -1));
    context.mark(left, Role.WRITE, -1);
  }

  /** A variable without initialiser gets its only value later. */
  private void assigned(int nameNode, int value) {
    EsName name = context.scope.findValue(syntax.text(nameNode));
    if (name == null || name.initializer >= 0 || isNothing(value)) {
      return;
    }
    if (name.kind == BindingKind.LOCAL && name.writes == 0) {
      name.initializer = context.expressions.of(value);
    }
  }

  /** Whether a value says nothing: null, undefined, void 0. */
  boolean isNothing(int value) {
    return switch (syntax.kind(syntax.unwrap(value))) {
      case NULL, UNDEFINED -> true;
      default -> tree.textEquals(value, "void 0");
    };
  }

  private boolean isFree(int node, String text) {
    return syntax.is(node, EsNode.IDENTIFIER)
        && tree.textEquals(node, text)
        && context.scope.findValue(text) == null;
  }

  private boolean isModuleExports(int node) {
    return syntax.is(node, EsNode.MEMBER_EXPRESSION)
        && isFree(syntax.child(node, EsField.OBJECT), "module")
        && tree.textEquals(syntax.child(node, EsField.PROPERTY), "exports");
  }

  private void member(int node, int left, int value) {
    int object = syntax.unwrap(syntax.child(left, EsField.OBJECT));
    int property = syntax.child(left, EsField.PROPERTY);
    if (object < 0 || property < 0) {
      return;
    }
    String name = syntax.text(property);
    if (isModuleExports(left)) {
      context.skipAll(left);
      moduleExports(node, left, value);
    } else if (isFree(object, "exports") || isModuleExports(object)) {
      context.skipAll(left);
      namedExport(node, property, name, value);
    } else if (syntax.is(object, EsNode.THIS)) {
      ownField(node, property, name, value);
    } else if (isPrototype(object)) {
      EntityDraft type = moduleEntity(syntax.child(object, EsField.OBJECT));
      if (type != null) {
        context.skip(object);
        method(node, left, property, name, value, type, false);
      }
    } else if (name.equals("prototype") && syntax.is(value, EsNode.OBJECT)) {
      EntityDraft type = moduleEntity(object);
      if (type != null) {
        context.bodies.put(value, type.index());
      }
    } else {
      EntityDraft owner = moduleEntity(object);
      if (owner != null) {
        boolean isStatic = owner.kind() == EntityKind.FUNCTION || owner.kind() == EntityKind.CLASS;
        method(node, left, property, name, value, owner, isStatic);
      }
    }
  }

  private boolean isPrototype(int node) {
    return syntax.is(node, EsNode.MEMBER_EXPRESSION)
        && tree.textEquals(syntax.child(node, EsField.PROPERTY), "prototype");
  }

  /** The module's entity that an identifier names, where the walk has made it already. */
  private @Nullable EntityDraft moduleEntity(int node) {
    if (!syntax.is(node, EsNode.IDENTIFIER)) {
      return null;
    }
    EsName name = context.scope.findValue(syntax.text(node));
    return name == null || name.entity < 0 || name.scope.level != EsScope.Level.MODULE
        ? null
        : context.facts.entity(name.entity);
  }

  /** A function assigned to a property of something that the module declares. */
  private void method(
      int node,
      int left,
      int property,
      String name,
      int value,
      EntityDraft owner,
      boolean isStatic) {
    if (!syntax.kind(value).isFunctionExpression() || context.prepared.containsKey(value)) {
      return;
    }
    context.skip(left);
    EntityDraft draft =
        entities.make(
            EntityKind.METHOD,
            name,
            tree.startByte(property),
            tree.startByte(statement(node)),
            tree.endByte(statement(node)),
            owner.index());
    if (isStatic) {
      draft.modifier(Modifier.STATIC);
    }
    context.prepared.put(value, draft);
  }

  /** The statement that an assignment is, or itself. */
  private int statement(int node) {
    int parent = tree.parent(node);
    return syntax.is(parent, EsNode.EXPRESSION_STATEMENT) ? parent : node;
  }

  /** What {@code this} is in a function that an entity is for. */
  String selfOf(EntityDraft draft, String otherwise) {
    if (draft.kind() == EntityKind.METHOD) {
      return (draft.has(Modifier.STATIC) ? "static " : "") + draft.parent();
    }
    String name = draft.name();
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0))
        ? String.valueOf(draft.index())
        : otherwise;
  }

  private void moduleExports(int node, int left, int value) {
    context.modules.isModule();
    String holder = holder(node);
    if (!holder.isEmpty()) {
      context.modules.exportLocal(EsModules.EXPORT_EQUALS, holder, context.scope);
      return;
    }
    if (syntax.is(value, EsNode.IDENTIFIER)) {
      context.modules.exportLocal(EsModules.EXPORT_EQUALS, syntax.text(value), context.scope);
      return;
    }
    int module = syntax.moduleOfValue(value);
    if (module >= 0) {
      context.modules.exportModule(EsModules.EXPORT_EQUALS, syntax.string(module), "");
      return;
    }
    if (syntax.is(value, EsNode.OBJECT)) {
      exportObjects.add(value);
      exportProperties(value);
    }
    EntityDraft draft =
        value(value, left, statement(node), "exports", context.owner).modifier(Modifier.EXPORTED);
    context.modules.exportEntity(EsModules.EXPORT_EQUALS, draft.name(), draft.index());
    if (draft.kind() == EntityKind.CONSTANT) {
      context.owner = draft.index();
    }
  }

  /** The variable that takes the same value: {@code app} of {@code app = module.exports = …}. */
  private String holder(int node) {
    int at = node;
    while (syntax.is(tree.parent(at), EsNode.ASSIGNMENT_EXPRESSION)) {
      at = tree.parent(at);
      int left = syntax.child(at, EsField.LEFT);
      if (syntax.is(left, EsNode.IDENTIFIER) && !tree.textEquals(left, "exports")) {
        return syntax.text(left);
      }
    }
    int parent = tree.parent(at);
    int name =
        syntax.is(parent, EsNode.VARIABLE_DECLARATOR) ? syntax.child(parent, EsField.NAME) : -1;
    return syntax.is(name, EsNode.IDENTIFIER) ? syntax.text(name) : "";
  }

  /** Exports that name what other parts of the file declare. */
  private void exportProperties(int object) {
    for (int c = syntax.firstNamed(object); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case SHORTHAND_PROPERTY_IDENTIFIER ->
            context.modules.exportLocal(syntax.text(c), syntax.text(c), context.scope);
        case PAIR -> {
          int key = syntax.child(c, EsField.KEY);
          int value = syntax.child(c, EsField.VALUE);
          if (key < 0 || value < 0) {
            continue;
          }
          if (syntax.is(value, EsNode.IDENTIFIER)) {
            context.modules.exportLocal(
                syntax.propertyName(key), syntax.text(value), context.scope);
          } else if (syntax.moduleOfValue(value) >= 0) {
            String from = syntax.string(syntax.moduleOfValue(value));
            context.modules.exportModule(syntax.propertyName(key), from, "");
          }
        }
        case SPREAD_ELEMENT -> {
          int module = syntax.moduleOfValue(syntax.firstNamed(c));
          if (module >= 0) {
            context.modules.exportModule("*", syntax.string(module), "*");
          }
        }
        default -> {}
      }
    }
  }

  private void namedExport(int node, int property, String name, int value) {
    context.modules.isModule();
    if (isNothing(value)) {
      return;
    }
    if (syntax.is(value, EsNode.IDENTIFIER)) {
      context.modules.exportLocal(name, syntax.text(value), context.scope);
      return;
    }
    int module = syntax.moduleOfValue(value);
    int object =
        syntax.is(value, EsNode.MEMBER_EXPRESSION) ? syntax.child(value, EsField.OBJECT) : -1;
    if (module >= 0) {
      context.modules.exportModule(name, syntax.string(module), "");
    } else if (object >= 0 && syntax.moduleOfValue(object) >= 0) {
      context.modules.exportModule(
          name,
          syntax.string(syntax.moduleOfValue(object)),
          syntax.text(syntax.child(value, EsField.PROPERTY)));
    } else if (context.prepared.get(value) != null) {
      EntityDraft known = context.prepared.get(value);
      context.modules.exportEntity(name, known.name(), known.index());
    } else {
      EntityDraft draft =
          named(value, name, property, statement(node), context.owner).modifier(Modifier.EXPORTED);
      context.modules.exportEntity(name, name, draft.index());
      if (draft.kind() == EntityKind.CONSTANT) {
        context.owner = draft.index();
      }
    }
  }

  /** The entity of a value that may bring a name of its own. */
  EntityDraft value(int value, int nameNode, int node, String otherwise, int parent) {
    int v = syntax.finalValue(value);
    boolean callable = syntax.kind(v).isFunctionExpression() || syntax.is(v, EsNode.CLASS);
    int own = callable ? syntax.child(v, EsField.NAME) : -1;
    return own >= 0
        ? named(v, syntax.text(own), own, node, parent)
        : named(v, otherwise, nameNode, node, parent);
  }

  private EntityDraft named(int value, String name, int nameNode, int node, int parent) {
    EsNode kind = syntax.kind(value);
    EntityKind entityKind =
        kind.isFunctionExpression()
            ? EntityKind.FUNCTION
            : kind == EsNode.CLASS ? EntityKind.CLASS : EntityKind.CONSTANT;
    EntityDraft draft = entities.make(entityKind, name, nameNode, node, parent);
    if (entityKind == EntityKind.CONSTANT) {
      plain(draft, "", value, tree.startByte(node), node);
    } else {
      context.prepared.put(value, draft);
    }
    return draft;
  }

  /** Type, value and signature of a variable that holds no function and no class. */
  void plain(EntityDraft draft, String type, int value, int start, int node) {
    draft.declaredType(type);
    int to = value < 0 ? tree.endByte(node) : tree.startByte(value);
    switch (syntax.kind(value)) {
      case STRING, NUMBER, TRUE, FALSE -> to = tree.endByte(value);
      default -> {}
    }
    String text = entities.cut(start, to);
    draft.signature(text.endsWith("=") ? text.substring(0, text.length() - 1) : text);
    if (syntax.is(value, EsNode.OBJECT)) {
      context.bodies.put(value, draft.index());
    }
    if (type.isEmpty() && value >= 0) {
      draft.initializer(context.expressions.of(value));
    }
  }

  /** A variable whose value counts only when nothing else is assigned to it. */
  void later(EntityDraft draft, EsName name) {
    if (!name.constant) {
      variables.add(new Variable(draft, name));
    }
  }

  /** The members that a class body declares: assignments to them declare nothing. */
  void classMembers(int type, int body) {
    Map<String, Field> names = fields.computeIfAbsent(type, t -> new HashMap<>());
    for (int c = body < 0 ? -1 : syntax.firstNamed(body); c >= 0; c = syntax.nextNamed(c)) {
      int name =
          syntax.is(c, EsNode.FIELD_DEFINITION)
              ? syntax.child(c, EsField.PROPERTY)
              : syntax.child(c, EsField.NAME);
      if (name >= 0) {
        names.put(syntax.propertyName(name), new Field());
      }
    }
  }

  /** A field that a constructor parameter declares. */
  void declared(int type, EntityDraft draft) {
    fields.computeIfAbsent(type, t -> new HashMap<>()).put(draft.name(), new Field());
  }

  /** A field without a written type, and its first value; -1 for none. */
  void initial(EntityDraft draft, int expression) {
    Map<String, Field> names = fields.get(draft.parent());
    Field field = names == null ? null : names.get(draft.name());
    if (field == null) {
      draft.initializer(expression);
      return;
    }
    field.draft = draft;
    field.assign(expression);
  }

  private void ownField(int node, int property, String name, int value) {
    String self = context.self;
    if (self.isEmpty() || self.startsWith("static ")) {
      return;
    }
    int type = Integer.parseInt(self);
    EntityDraft owner = context.facts.entity(context.owner);
    boolean constructs =
        owner.kind() == EntityKind.CONSTRUCTOR && owner.parent() == type
            || owner.kind() == EntityKind.FUNCTION && owner.index() == type;
    Map<String, Field> names = fields.get(type);
    if (names == null) {
      if (!constructs) {
        return;
      }
      names = fields.computeIfAbsent(type, t -> new HashMap<>());
    }
    Field field = names.get(name);
    if (field != null) {
      if (field.draft != null && !isNothing(value)) {
        field.assign(context.expressions.of(value));
      }
      return;
    }
    if (!constructs) {
      return;
    }
    field = new Field();
    names.put(name, field);
    boolean callable = syntax.kind(value).isFunctionExpression();
    EntityDraft draft =
        entities.make(
            callable ? EntityKind.METHOD : EntityKind.FIELD,
            name,
            tree.startByte(property),
            tree.startByte(statement(node)),
            tree.endByte(statement(node)),
            type);
    if (name.startsWith("#")) {
      draft.modifier(Modifier.PRIVATE);
    }
    if (callable) {
      if (!context.prepared.containsKey(value)) {
        context.prepared.put(value, draft);
      }
    } else {
      draft.signature("this." + name);
      field.draft = draft;
      if (!isNothing(value)) {
        field.assign(context.expressions.of(value));
      }
    }
  }

  /** The entity of a property in an object literal whose properties are entities; or null. */
  @Nullable EntityDraft property(int node, int key, int value, int body) {
    int v = syntax.unwrap(value);
    EsNode kind = syntax.kind(v);
    EntityDraft object = context.facts.entity(body);
    boolean callable = kind.isFunctionExpression();
    boolean nested = kind == EsNode.OBJECT;
    if (!callable && !nested && object.kind() == EntityKind.PROPERTY
        || exportObjects.contains(tree.parent(node))
            && (kind == EsNode.IDENTIFIER || syntax.moduleOfValue(v) >= 0)
        || context.prepared.containsKey(v)) {
      return null;
    }
    EntityDraft draft =
        entities.make(
            callable ? EntityKind.METHOD : EntityKind.PROPERTY,
            syntax.propertyName(key),
            tree.startByte(key),
            tree.startByte(node),
            tree.endByte(node),
            body);
    if (callable) {
      context.prepared.put(v, draft);
    } else {
      int to =
          switch (kind) {
            case STRING, NUMBER, TRUE, FALSE -> tree.endByte(node);
            default -> tree.endByte(key);
          };
      draft.signature(entities.cut(tree.startByte(node), to));
      if (nested) {
        context.bodies.put(v, draft.index());
      } else {
        draft.initializer(context.expressions.of(v));
      }
    }
    return draft;
  }

  void finish() {
    for (Map<String, Field> names : fields.values()) {
      for (Field field : names.values()) {
        if (field.draft != null) {
          field.draft.initializer(field.differs ? -1 : field.value);
        }
      }
    }
    for (Variable variable : variables) {
      EsName name = variable.name();
      if (name.writes > 1) {
        variable.draft().initializer(-1);
      } else if (name.initializer >= 0) {
        variable.draft().initializer(name.initializer);
      }
    }
  }
}
