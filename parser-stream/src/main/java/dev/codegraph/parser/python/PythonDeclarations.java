package dev.codegraph.parser.python;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.PythonSyntax.Field;
import dev.codegraph.parser.python.Target.Derivation;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities out of definitions and assignments. */
final class PythonDeclarations {
  private static final Set<String> ENUM_BASES =
      Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum");
  private static final Set<String> GENERICS =
      Set.of(
          "Optional",
          "Union",
          "List",
          "Dict",
          "Set",
          "FrozenSet",
          "Tuple",
          "Type",
          "Callable",
          "Sequence",
          "Iterable",
          "Iterator",
          "Mapping",
          "MutableMapping",
          "Annotated",
          "list",
          "dict",
          "set",
          "tuple",
          "type",
          "Literal");

  private final PythonSyntax syntax;
  private final PythonScopes scopes;
  private final FactsBuilder facts;
  private final PythonExpressions expressions;
  private final PythonLocals locals;

  PythonDeclarations(
      PythonSyntax syntax,
      PythonScopes scopes,
      FactsBuilder facts,
      PythonExpressions expressions,
      PythonLocals locals) {
    this.syntax = syntax;
    this.scopes = scopes;
    this.facts = facts;
    this.expressions = expressions;
    this.locals = locals;
  }

  /** The entity of a function; null when the source gives it no name. */
  @Nullable EntityDraft function(int whole, int node, Scope scope, int parent) {
    int nameNode = syntax.child(node, Field.NAME);
    if (nameNode < 0 || syntax.tree.isMissing(nameNode)) {
      return null;
    }
    String name = syntax.text(nameNode);
    boolean inClass = scope.kind == Scope.Kind.CLASS;
    EntityKind kind =
        !inClass
            ? EntityKind.FUNCTION
            : name.equals("__init__") ? EntityKind.CONSTRUCTOR : EntityKind.METHOD;
    EntityDraft draft = facts.entity(kind, name, nameNode, whole, parent);
    remember(scope, name, draft);
    describe(draft, whole, node, name, inClass);
    if (syntax.isAsync(node)) {
      draft.modifier(Modifier.ASYNC);
    }
    int returns = syntax.child(node, Field.RETURN_TYPE);
    if (returns >= 0) {
      draft.declaredType(syntax.type(returns));
    }
    if (name.startsWith("test") && (name.length() == 4 || !Character.isLowerCase(name.charAt(4)))) {
      draft.flag(EntityFlag.TEST);
    }
    Scope body = scopes.bodies.get(node);
    if (body != null) {
      body.entity = draft.index();
      parameters(syntax.child(node, Field.PARAMETERS), body, draft);
    }
    return draft;
  }

  /** The entity of a class; null when the source gives it no name. */
  @Nullable EntityDraft type(int whole, int node, Scope scope, int parent) {
    int nameNode = syntax.child(node, Field.NAME);
    if (nameNode < 0 || syntax.tree.isMissing(nameNode)) {
      return null;
    }
    String name = syntax.text(nameNode);
    EntityDraft draft = facts.entity(EntityKind.CLASS, name, nameNode, whole, parent);
    remember(scope, name, draft);
    describe(draft, whole, node, name, scope.kind == Scope.Kind.CLASS);
    if (name.startsWith("Test") && !name.equals("Test")) {
      draft.flag(EntityFlag.TEST);
    }
    int bases = syntax.child(node, Field.SUPERCLASSES);
    for (int b = bases < 0 ? -1 : syntax.firstNamed(bases); b >= 0; b = syntax.nextNamed(b)) {
      base(draft, b);
    }
    Scope body = scopes.bodies.get(node);
    if (body != null) {
      body.entity = draft.index();
    }
    return draft;
  }

  private void base(EntityDraft draft, int node) {
    int written = node;
    switch (syntax.kind(node)) {
      case KEYWORD_ARGUMENT -> {
        return;
      }
      case SUBSCRIPT -> {
        written = syntax.child(node, Field.VALUE);
        String head = syntax.lastName(written);
        if (head.equals("Generic") || head.equals("Protocol")) {
          for (int t = syntax.nextNamed(written); t >= 0; t = syntax.nextNamed(t)) {
            draft.typeParameter(syntax.flat(t));
          }
        }
      }
      default -> {}
    }
    String last = syntax.lastName(written);
    if (ENUM_BASES.contains(last)) {
      draft.kind(EntityKind.ENUM);
    } else if (last.equals("Protocol")) {
      draft.kind(EntityKind.PROTOCOL);
    } else if (last.endsWith("TestCase")) {
      draft.flag(EntityFlag.TEST);
    }
    String name =
        syntax.is(written, PythonNode.IDENTIFIER) || syntax.is(written, PythonNode.ATTRIBUTE)
            ? syntax.flat(written)
            : last + "()";
    draft.supertype(name, SupertypeRelation.EXTENDS);
  }

  private void describe(EntityDraft draft, int whole, int node, String name, boolean member) {
    int body = syntax.child(node, Field.BODY);
    int start = syntax.tree.startByte(node);
    int end = body < 0 ? syntax.tree.endByte(node) : syntax.tree.startByte(body);
    String header =
        new String(
                syntax.tree.source(), start, end - start, java.nio.charset.StandardCharsets.UTF_8)
            .strip();
    draft.signature(header.endsWith(":") ? header.substring(0, header.length() - 1) : header);
    int doc = syntax.docstring(body);
    if (doc >= 0) {
      document(draft, doc);
    }
    visibility(draft, name, member);
    int list = syntax.child(node, Field.TYPE_PARAMETERS);
    if (list >= 0) {
      scopes.typeParameterNames(list).forEach(draft::typeParameter);
    }
    if (whole != node) {
      for (int d = syntax.firstNamed(whole); d >= 0; d = syntax.nextNamed(d)) {
        if (syntax.is(d, PythonNode.DECORATOR)) {
          decorate(draft, syntax.lastName(syntax.firstNamed(d)));
        }
      }
    }
  }

  private static void decorate(EntityDraft draft, String decorator) {
    switch (decorator) {
      case "staticmethod" -> draft.modifier(Modifier.STATIC);
      case "classmethod" -> draft.modifier(Modifier.CLASS_METHOD);
      case "setter", "getter", "deleter" -> draft.modifier(Modifier.ACCESSOR);
      case "final" -> draft.modifier(Modifier.FINAL);
      case "override" -> draft.modifier(Modifier.OVERRIDE);
      case "deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      default -> {
        if (decorator.startsWith("abstract")) {
          draft.modifier(Modifier.ABSTRACT);
        }
        if (decorator.endsWith("property")) {
          draft.modifier(Modifier.ACCESSOR);
        }
      }
    }
  }

  private void document(EntityDraft draft, int string) {
    String text = Docstring.clean(syntax.stringContent(string));
    draft.documentation(text);
    if (text.contains(".. deprecated::")) {
      draft.flag(EntityFlag.DEPRECATED);
    }
  }

  private static void visibility(EntityDraft draft, String name, boolean member) {
    boolean magic = name.startsWith("__") && name.endsWith("__");
    if (magic || !name.startsWith("_")) {
      draft.modifier(Modifier.PUBLIC);
    } else if (name.startsWith("__")) {
      draft.modifier(Modifier.PRIVATE);
    } else {
      draft.modifier(member ? Modifier.PROTECTED : Modifier.INTERNAL);
    }
  }

  private static void remember(Scope scope, String name, EntityDraft draft) {
    Scope.Name known = scope.holder(name).names.get(name);
    if (known != null && known.entity < 0) {
      known.entity = draft.index();
    }
  }

  /** Binds the parameters of a function or lambda, and lists them in the draft if there is one. */
  void parameters(int list, Scope scope, @Nullable EntityDraft draft) {
    if (list < 0) {
      return;
    }
    boolean receiver = !scope.receiver.isEmpty();
    for (int p = syntax.firstNamed(list); p >= 0; p = syntax.nextNamed(p)) {
      int nameNode = scopes.parameterName(p);
      if (nameNode < 0) {
        continue;
      }
      String name = syntax.text(nameNode);
      PythonNode kind = syntax.kind(p);
      int typeNode = syntax.child(p, Field.TYPE);
      String type = typeNode < 0 ? "" : syntax.type(typeNode);
      PythonNode shape =
          kind == PythonNode.TYPED_PARAMETER ? syntax.kind(syntax.firstNamed(p)) : kind;
      boolean list1 = shape == PythonNode.LIST_SPLAT_PATTERN;
      boolean map = shape == PythonNode.DICTIONARY_SPLAT_PATTERN;
      boolean optional =
          kind == PythonNode.DEFAULT_PARAMETER || kind == PythonNode.TYPED_DEFAULT_PARAMETER;
      boolean isReceiver = receiver && name.equals(scope.receiver);
      receiver = receiver && !isReceiver;
      if (draft != null && !isReceiver) {
        draft.parameter(new Parameter(name, type, optional || list1 || map, list1 || map));
      }
      String held =
          type.isEmpty() || (!list1 && !map)
              ? type
              : list1 ? "tuple[" + type + ", ...]" : "dict[str, " + type + "]";
      PythonLocals.Value value =
          new PythonLocals.Value(
              isReceiver ? BindingKind.RECEIVER : BindingKind.PARAMETER, held, -1);
      locals.local(name, scope.bind(name), scope, value);
    }
  }

  /** The entity that an assignment of one name defines; -1 when it defines none. */
  int assigned(int node, Scope scope, int owner) {
    int left = syntax.child(node, Field.LEFT);
    if (!syntax.is(left, PythonNode.IDENTIFIER)) {
      return -1;
    }
    Target target = scopes.targets.get(left);
    return target == null ? -1 : define(target, syntax.text(left), left, scope);
  }

  /** Whether the value of an assignment is a type expression. */
  boolean isTypeAlias(int node, Scope scope) {
    int left = syntax.child(node, Field.LEFT);
    int type = syntax.child(node, Field.TYPE);
    int value = syntax.child(node, Field.RIGHT);
    if (!syntax.is(left, PythonNode.IDENTIFIER) || value < 0) {
      return false;
    }
    if (type >= 0) {
      return syntax.lastName(type).equals("TypeAlias");
    }
    return scope.kind == Scope.Kind.MODULE
        && syntax.is(value, PythonNode.SUBSCRIPT)
        && GENERICS.contains(syntax.lastName(value));
  }

  /** Makes the entity of a name at the place that defines it; -1 at other places. */
  private int define(Target target, String text, int nameNode, Scope scope) {
    Scope holder = scope.holder(text);
    Scope.Name name = holder.names.get(text);
    if (name == null
        || name.isDefinition()
        || name.entity >= 0
        || (!name.assigned && holder.kind != Scope.Kind.CLASS)) {
      return -1;
    }
    if (holder.kind != Scope.Kind.MODULE && holder.kind != Scope.Kind.CLASS) {
      return -1;
    }
    if (!target.equals(definition(name, holder))) {
      return -1;
    }
    boolean inClass = holder.kind == Scope.Kind.CLASS;
    int statement = target.statement();
    boolean isAlias = syntax.is(statement, PythonNode.ASSIGNMENT) && isTypeAlias(statement, holder);
    boolean isLambda = syntax.is(target.value(), PythonNode.LAMBDA);
    EntityKind kind = EntityKind.VARIABLE;
    if (isLambda) {
      kind = inClass ? EntityKind.METHOD : EntityKind.FUNCTION;
    } else if (isAlias) {
      kind = EntityKind.TYPE_ALIAS;
    } else if (inClass) {
      kind = EntityKind.FIELD;
      if (facts.entity(holder.entity).kind() == EntityKind.ENUM
          && target.value() >= 0
          && !text.startsWith("_")) {
        kind = EntityKind.ENUM_MEMBER;
      }
    } else if (isConstant(text)) {
      kind = EntityKind.CONSTANT;
    }
    EntityDraft draft = facts.entity(kind, text, nameNode, statement, holder.entity);
    name.entity = draft.index();
    name.definedAt = nameNode;
    visibility(draft, text, inClass);
    draft.signature(syntax.text(statement));
    int doc = syntax.docstringAfter(syntax.tree.parent(statement));
    if (doc >= 0 && syntax.is(syntax.tree.parent(statement), PythonNode.EXPRESSION_STATEMENT)) {
      document(draft, doc);
    }
    if (isAlias) {
      draft.declaredType(syntax.type(target.value()));
      return draft.index();
    }
    List<Target> all = new ArrayList<>(name.targets);
    if (inClass) {
      if (!isLambda) {
        draft.modifier(Modifier.STATIC);
      }
      all.addAll(holder.attributes.getOrDefault(text, List.of()));
    }
    value(draft, target, all);
    return draft.index();
  }

  private static @Nullable Target definition(Scope.Name name, Scope holder) {
    Target first = null;
    for (Target target : name.targets) {
      if (target.scope() == holder) {
        return target;
      }
      first = first == null ? target : first;
    }
    return first;
  }

  private static boolean isConstant(String name) {
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letter |= Character.isUpperCase(c);
    }
    return letter;
  }

  /** Declared type, or the expression that all assignments agree on. */
  private void value(EntityDraft draft, Target first, List<Target> all) {
    for (Target target : all) {
      if (target.type() >= 0) {
        String type = syntax.type(target.type());
        draft.declaredType(type);
        if (type.startsWith("Final") || type.startsWith("typing.Final")) {
          draft.modifier(Modifier.FINAL);
        }
        return;
      }
    }
    int agreed = -1;
    for (Target target : all) {
      if (locals.isNull(target) || PythonLocals.isBare(target)) {
        continue;
      }
      if (target.derivation() != Derivation.SAME || target.value() < 0) {
        return;
      }
      if (target.scope() != first.scope() && rootIsLocal(target)) {
        return;
      }
      int expression = expressions.of(target.value(), target.scope());
      if (agreed >= 0 && agreed != expression) {
        return;
      }
      agreed = expression;
    }
    if (agreed >= 0) {
      draft.initializer(agreed);
    }
  }

  private boolean rootIsLocal(Target target) {
    int root = rootName(target.value());
    return root >= 0 && PythonWalk.isLocal(syntax.text(root), target.scope());
  }

  /** The identifier at the root of a chain, or -1. */
  int rootName(int node) {
    int n = syntax.bare(node);
    while (n >= 0) {
      switch (syntax.kind(n)) {
        case IDENTIFIER -> {
          return n;
        }
        case ATTRIBUTE -> n = syntax.bare(syntax.child(n, Field.OBJECT));
        case CALL -> n = syntax.bare(syntax.child(n, Field.FUNCTION));
        case SUBSCRIPT, NAMED_EXPRESSION -> n = syntax.bare(syntax.child(n, Field.VALUE));
        case AWAIT -> n = syntax.bare(syntax.firstNamed(n));
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /** The entity of a {@code type} statement; -1 when it has no name. */
  int alias(int node, Scope scope, int owner) {
    int left = syntax.child(node, Field.LEFT);
    int right = syntax.child(node, Field.RIGHT);
    int name = left;
    while (name >= 0 && !syntax.is(name, PythonNode.IDENTIFIER)) {
      name = syntax.firstNamed(name);
    }
    if (name < 0) {
      return -1;
    }
    Scope holder = scope;
    String text = syntax.text(name);
    EntityDraft draft = facts.entity(EntityKind.TYPE_ALIAS, text, name, node, Math.max(owner, 0));
    remember(holder, text, draft);
    visibility(draft, text, scope.kind == Scope.Kind.CLASS);
    draft.signature(syntax.text(node));
    if (right >= 0) {
      draft.declaredType(syntax.type(right));
    }
    int list = name == left ? -1 : syntax.nextNamed(name);
    if (syntax.is(list, PythonNode.TYPE_PARAMETER)) {
      scopes.typeParameterNames(list).forEach(draft::typeParameter);
    }
    return draft.index();
  }

  /**
   * Handles a place that sets an attribute.
   *
   * @return true when it defines the field
   */
  boolean attribute(Target target, String text, int nameNode) {
    int object = syntax.child(target.node(), Field.OBJECT);
    if (!syntax.is(object, PythonNode.IDENTIFIER)) {
      return false;
    }
    Scope type = target.scope().receiverClass(syntax.text(object));
    List<Target> all = type == null ? null : type.attributes.get(text);
    if (all == null || !all.getFirst().equals(target) || type.names.containsKey(text)) {
      return false;
    }
    int statement = target.statement();
    EntityDraft draft = facts.entity(EntityKind.FIELD, text, nameNode, statement, type.entity);
    visibility(draft, text, true);
    draft.signature(syntax.text(statement));
    int expression = syntax.tree.parent(statement);
    if (syntax.is(expression, PythonNode.EXPRESSION_STATEMENT)) {
      int doc = syntax.docstringAfter(expression);
      if (doc >= 0) {
        document(draft, doc);
      }
    }
    value(draft, target, all);
    return true;
  }

  /**
   * Handles a place that binds a name.
   *
   * @return true when it writes something that is defined elsewhere
   */
  boolean name(Target target, String text, int node, Scope scope) {
    Scope from = target.scope();
    Scope holder =
        from.kind == Scope.Kind.COMPREHENSION && from.names.containsKey(text)
            ? from
            : from.holder(text);
    Scope.Name name = holder.names.get(text);
    if (name == null) {
      return false;
    }
    switch (holder.kind) {
      case COMPREHENSION, LAMBDA -> {
        locals.whole(text, locals.value(target), holder.entity, holder.node);
        return false;
      }
      case FUNCTION, TYPE_PARAMETERS -> {
        return name.isDefinition();
      }
      case MODULE -> {
        if (!name.isDefinition() && !name.assigned) {
          return false;
        }
      }
      case CLASS -> {}
    }
    if (name.entity >= 0 && !name.isDefinition()) {
      return name.definedAt != node;
    }
    return define(target, text, node, from) < 0;
  }
}
