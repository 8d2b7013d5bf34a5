package dev.codegraph.parser.python;

import dev.codegraph.parser.python.PythonSyntax.Field;
import dev.codegraph.parser.python.Target.Derivation;
import dev.codegraph.schemas.BindingKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first pass: which scopes a module has, at which node each begins, and what is bound in them.
 */
final class PythonScopes {
  /** A scope that holds from a node on, up to the end of another node. */
  record Entry(Scope scope, int end) {}

  private static final Set<String> ACCESSORS = Set.of("setter", "getter", "deleter");

  private final PythonSyntax syntax;

  /** Scopes by the node at which they begin. */
  final Map<Integer, Entry> entering = new HashMap<>();

  /** Places that bind, by identifier or attribute node. */
  final Map<Integer, Target> targets = new HashMap<>();

  /** Functions and classes by their definition node: the scope of the body. */
  final Map<Integer, Scope> bodies = new HashMap<>();

  /** Identifiers that are neither uses nor places that bind: parameters, keywords. */
  final BitSet ignored = new BitSet();

  final Scope module = new Scope(Scope.Kind.MODULE, null, 0);

  private final Deque<Entry> open = new ArrayDeque<>();

  PythonScopes(PythonSyntax syntax) {
    this.syntax = syntax;
    open.push(new Entry(module, syntax.tree.nodeCount()));
    for (int node = 0; node < syntax.tree.nodeCount(); node++) {
      while (open.size() > 1 && open.element().end() <= node) {
        open.pop();
      }
      Entry entry = entering.get(node);
      if (entry != null) {
        open.push(entry);
      }
      visit(node);
    }
  }

  private Scope scope() {
    return open.element().scope();
  }

  private void visit(int node) {
    switch (syntax.kind(node)) {
      case FUNCTION_DEFINITION -> function(node);
      case CLASS_DEFINITION -> type(node);
      case LAMBDA -> lambda(node);
      case LIST_COMPREHENSION, SET_COMPREHENSION, DICTIONARY_COMPREHENSION, GENERATOR_EXPRESSION ->
          comprehension(node);
      case IMPORT_STATEMENT, IMPORT_FROM_STATEMENT, FUTURE_IMPORT_STATEMENT -> imports(node);
      case GLOBAL_STATEMENT -> outer(node, true);
      case NONLOCAL_STATEMENT -> outer(node, false);
      case ASSIGNMENT -> assignment(node);
      case AUGMENTED_ASSIGNMENT ->
          bind(
              syntax.child(node, Field.LEFT),
              BindingKind.LOCAL,
              -1,
              Derivation.UNKNOWN,
              -1,
              node,
              true);
      case NAMED_EXPRESSION ->
          bind(
              syntax.child(node, Field.NAME),
              BindingKind.LOCAL,
              syntax.child(node, Field.VALUE),
              Derivation.SAME,
              -1,
              node,
              true);
      case FOR_STATEMENT, FOR_IN_CLAUSE -> loop(node);
      case WITH_ITEM -> resource(node);
      case EXCEPT_CLAUSE -> handler(node);
      case CASE_PATTERN -> casePattern(node);
      case SPLAT_PATTERN -> {
        int name = syntax.firstNamed(node);
        bind(name, BindingKind.PATTERN, -1, Derivation.UNKNOWN, -1, node, false);
      }
      case TYPE_ALIAS_STATEMENT -> alias(node);
      case KEYWORD_ARGUMENT -> ignore(syntax.child(node, Field.NAME));
      case KEYWORD_PATTERN -> ignore(syntax.firstNamed(node));
      default -> {}
    }
  }

  private void ignore(int node) {
    if (syntax.is(node, PythonNode.IDENTIFIER)) {
      ignored.set(node);
    }
  }

  private void function(int node) {
    int nameNode = syntax.child(node, Field.NAME);
    Scope outer = scope();
    boolean isStatic = false;
    if (nameNode >= 0) {
      ignore(nameNode);
      String name = syntax.text(nameNode);
      Scope.Name bound = outer.holder(name).bind(name);
      bound.function = true;
      int decorated = syntax.tree.parent(node);
      if (syntax.is(decorated, PythonNode.DECORATED_DEFINITION)) {
        for (int d = syntax.firstNamed(decorated); d >= 0; d = syntax.nextNamed(d)) {
          if (syntax.is(d, PythonNode.DECORATOR)) {
            String last = syntax.lastName(syntax.firstNamed(d));
            isStatic |= last.equals("staticmethod");
            bound.accessor |= last.endsWith("property") || ACCESSORS.contains(last);
          }
        }
      }
    }
    Scope within = typeParameters(node, outer);
    int body = syntax.child(node, Field.BODY);
    Scope scope = new Scope(Scope.Kind.FUNCTION, within, body < 0 ? node : body);
    bodies.put(node, scope);
    if (body >= 0) {
      entering.put(body, new Entry(scope, syntax.tree.subtreeEnd(body)));
    }
    boolean isMethod = outer.kind == Scope.Kind.CLASS && !isStatic;
    parameters(syntax.child(node, Field.PARAMETERS), scope, isMethod);
  }

  private Scope typeParameters(int node, Scope outer) {
    int list = syntax.child(node, Field.TYPE_PARAMETERS);
    if (list < 0) {
      return outer;
    }
    Scope scope = new Scope(Scope.Kind.TYPE_PARAMETERS, outer, node);
    for (String name : typeParameterNames(list)) {
      scope.bind(name).parameter = true;
    }
    entering.put(list, new Entry(scope, syntax.tree.subtreeEnd(node)));
    return scope;
  }

  /**
   * The grammar knows no defaults: a name with one is an error, and the default follows it; behind
   * a bound in parentheses the default is the error.
   */
  List<String> typeParameterNames(int list) {
    List<String> names = new ArrayList<>();
    boolean isDefault = false;
    for (int t = syntax.firstNamed(list); t >= 0; t = syntax.nextNamed(t)) {
      int n = t;
      boolean isError = syntax.tree.isError(t);
      if (isDefault || isError && syntax.textStartsWith(t, '=')) {
        isDefault = false;
        continue;
      }
      isDefault = isError;
      while (n >= 0 && !syntax.is(n, PythonNode.IDENTIFIER)) {
        n = syntax.firstNamed(n);
      }
      if (n >= 0) {
        ignored.set(n);
        names.add(syntax.text(n));
      }
    }
    return names;
  }

  private void parameters(int list, Scope scope, boolean isMethod) {
    if (list < 0) {
      return;
    }
    boolean first = true;
    for (int p = syntax.firstNamed(list); p >= 0; p = syntax.nextNamed(p)) {
      int name = parameterName(p);
      if (name >= 0) {
        ignored.set(name);
        String text = syntax.text(name);
        Scope.Name bound = scope.bind(text);
        bound.parameter = true;
        if (first && isMethod && !syntax.is(p, PythonNode.LIST_SPLAT_PATTERN)) {
          scope.receiver = text;
        }
      } else if (syntax.is(p, PythonNode.TUPLE_PATTERN)) {
        for (int t = p + 1; t < syntax.tree.subtreeEnd(p); t++) {
          if (syntax.is(t, PythonNode.IDENTIFIER)) {
            ignored.set(t);
            scope.bind(syntax.text(t)).parameter = true;
          }
        }
      }
      first = false;
    }
  }

  /** The identifier of a parameter, or -1 for separators and tuples. */
  int parameterName(int parameter) {
    return switch (syntax.kind(parameter)) {
      case IDENTIFIER -> parameter;
      case DEFAULT_PARAMETER, TYPED_DEFAULT_PARAMETER -> {
        int name = syntax.child(parameter, Field.NAME);
        yield syntax.is(name, PythonNode.IDENTIFIER) ? name : -1;
      }
      case TYPED_PARAMETER, LIST_SPLAT_PATTERN, DICTIONARY_SPLAT_PATTERN -> {
        int inner = syntax.firstNamed(parameter);
        yield inner < 0 ? -1 : parameterName(inner);
      }
      default -> -1;
    };
  }

  private void type(int node) {
    Scope outer = scope();
    int nameNode = syntax.child(node, Field.NAME);
    if (nameNode >= 0) {
      ignore(nameNode);
      String name = syntax.text(nameNode);
      outer.holder(name).bind(name).type = true;
    }
    Scope within = typeParameters(node, outer);
    int body = syntax.child(node, Field.BODY);
    Scope scope = new Scope(Scope.Kind.CLASS, within, body < 0 ? node : body);
    bodies.put(node, scope);
    if (body >= 0) {
      entering.put(body, new Entry(scope, syntax.tree.subtreeEnd(body)));
    }
  }

  private void lambda(int node) {
    int body = syntax.child(node, Field.BODY);
    if (body < 0) {
      return;
    }
    Scope scope = new Scope(Scope.Kind.LAMBDA, scope(), body);
    bodies.put(node, scope);
    entering.put(body, new Entry(scope, syntax.tree.subtreeEnd(body)));
    parameters(syntax.child(node, Field.PARAMETERS), scope, false);
  }

  /** The first iterable is evaluated outside, everything else inside. */
  private void comprehension(int node) {
    Scope outer = scope();
    Scope scope = new Scope(Scope.Kind.COMPREHENSION, outer, node);
    open.push(new Entry(scope, syntax.tree.subtreeEnd(node)));
    bodies.put(node, scope);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, PythonNode.FOR_IN_CLAUSE)) {
        int right = syntax.child(c, Field.RIGHT);
        if (right >= 0) {
          entering.put(right, new Entry(outer, syntax.tree.subtreeEnd(right)));
        }
        return;
      }
    }
  }

  private void imports(int node) {
    int module = syntax.child(node, Field.MODULE_NAME);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (c == module) {
        continue;
      }
      int alias = syntax.child(c, Field.ALIAS);
      int name = alias >= 0 ? alias : syntax.firstNamed(c);
      if (syntax.is(name, PythonNode.IDENTIFIER)) {
        String text = syntax.text(name);
        scope().holder(text).bind(text).imported = true;
      }
    }
    for (int n = node + 1; n < syntax.tree.subtreeEnd(node); n++) {
      ignore(n);
    }
  }

  private void outer(int node, boolean global) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      ignore(c);
      Scope scope = scope();
      if (scope.kind == Scope.Kind.FUNCTION || scope.kind == Scope.Kind.CLASS) {
        Scope.Name name = scope.bind(syntax.text(c));
        name.global = global;
        name.nonlocal = !global;
      }
    }
  }

  private void assignment(int node) {
    bind(
        syntax.child(node, Field.LEFT),
        BindingKind.LOCAL,
        syntax.assigned(node),
        Derivation.SAME,
        syntax.child(node, Field.TYPE),
        node,
        true);
  }

  private void alias(int node) {
    int set = syntax.setOnType(node);
    if (set >= 0) {
      if (syntax.is(set, PythonNode.ATTRIBUTE)) {
        bind(set, BindingKind.LOCAL, -1, Derivation.UNKNOWN, -1, node, false);
      }
      return;
    }
    int left = syntax.child(node, Field.LEFT);
    int name = left;
    while (name >= 0 && !syntax.is(name, PythonNode.IDENTIFIER)) {
      name = syntax.firstNamed(name);
    }
    if (name < 0) {
      return;
    }
    ignore(name);
    String text = syntax.text(name);
    scope().bind(text).type = true;
    int list = name == left ? -1 : syntax.nextNamed(name);
    if (syntax.is(list, PythonNode.TYPE_PARAMETER)) {
      Scope scope = new Scope(Scope.Kind.TYPE_PARAMETERS, scope(), node);
      for (String parameter : typeParameterNames(list)) {
        scope.bind(parameter).parameter = true;
      }
      int right = syntax.child(node, Field.RIGHT);
      if (right >= 0) {
        entering.put(right, new Entry(scope, syntax.tree.subtreeEnd(right)));
      }
    }
  }

  private void loop(int node) {
    int left = syntax.child(node, Field.LEFT);
    int right = syntax.child(node, Field.RIGHT);
    boolean isCall = syntax.is(right, PythonNode.CALL);
    int firstOfPair = -1;
    int secondOfPair = -1;
    if (syntax.is(left, PythonNode.PATTERN_LIST) || syntax.is(left, PythonNode.TUPLE_PATTERN)) {
      if (syntax.namedChildren(left) == 2) {
        firstOfPair = syntax.firstNamed(left);
        secondOfPair = syntax.nextNamed(firstOfPair);
      }
    }
    int function = isCall ? syntax.child(right, Field.FUNCTION) : -1;
    if (secondOfPair >= 0 && isCall && syntax.calledName(right).equals("enumerate")) {
      bind(firstOfPair, BindingKind.LOOP, -1, Derivation.UNKNOWN, -1, node, false);
      int over = syntax.argument(right, 0);
      bind(secondOfPair, BindingKind.LOOP, over, Derivation.ELEMENT, -1, node, false);
    } else if (secondOfPair >= 0
        && syntax.is(function, PythonNode.ATTRIBUTE)
        && syntax.lastName(function).equals("items")) {
      int map = syntax.child(function, Field.OBJECT);
      bind(firstOfPair, BindingKind.LOOP, map, Derivation.ELEMENT, -1, node, false);
      bind(secondOfPair, BindingKind.LOCAL, map, Derivation.ITEM, -1, node, false);
    } else if (syntax.is(function, PythonNode.ATTRIBUTE)
        && syntax.lastName(function).equals("values")
        && syntax.argumentCount(right) == 0) {
      int map = syntax.child(function, Field.OBJECT);
      bind(left, BindingKind.LOCAL, map, Derivation.ITEM, -1, node, false);
    } else {
      bind(left, BindingKind.LOOP, right, Derivation.ELEMENT, -1, node, false);
    }
  }

  private void resource(int node) {
    int value = syntax.child(node, Field.VALUE);
    if (!syntax.is(value, PythonNode.AS_PATTERN)) {
      return;
    }
    int target = syntax.child(value, Field.ALIAS);
    int inner = target < 0 ? -1 : syntax.firstNamed(target);
    int statement = node;
    while (statement > 0 && !syntax.is(statement, PythonNode.WITH_STATEMENT)) {
      statement = syntax.tree.parent(statement);
    }
    bind(
        inner,
        BindingKind.RESOURCE,
        syntax.firstNamed(value),
        Derivation.ENTERED,
        -1,
        statement,
        false);
  }

  private void handler(int node) {
    int value = syntax.child(node, Field.VALUE);
    int target;
    int type;
    if (syntax.is(value, PythonNode.AS_PATTERN)) {
      int alias = syntax.child(value, Field.ALIAS);
      target = alias < 0 ? -1 : syntax.firstNamed(alias);
      type = syntax.firstNamed(value);
    } else {
      target = syntax.child(node, Field.ALIAS);
      type = value;
    }
    bind(target, BindingKind.CATCH, type, Derivation.INSTANCE, -1, node, false);
  }

  private void casePattern(int node) {
    int inner = syntax.firstNamed(node);
    if (syntax.is(inner, PythonNode.DOTTED_NAME)) {
      capture(inner, -1, node);
    } else if (syntax.is(inner, PythonNode.KEYWORD_PATTERN)) {
      int value = syntax.nextNamed(syntax.firstNamed(inner));
      if (syntax.is(value, PythonNode.DOTTED_NAME)) {
        capture(value, -1, node);
      }
    } else if (syntax.is(inner, PythonNode.AS_PATTERN)) {
      int pattern = syntax.firstNamed(inner);
      int name = pattern < 0 ? -1 : syntax.nextNamed(pattern);
      int type = syntax.is(pattern, PythonNode.CASE_PATTERN) ? syntax.firstNamed(pattern) : -1;
      int named = syntax.is(type, PythonNode.CLASS_PATTERN) ? syntax.firstNamed(type) : -1;
      if (syntax.is(name, PythonNode.AS_PATTERN_TARGET)) {
        name = syntax.firstNamed(name);
      }
      bind(name, BindingKind.PATTERN, named, Derivation.INSTANCE, -1, node, false);
    }
  }

  private void capture(int dotted, int type, int node) {
    int name = syntax.firstNamed(dotted);
    if (name >= 0 && syntax.nextNamed(name) < 0) {
      bind(name, BindingKind.PATTERN, type, Derivation.INSTANCE, -1, node, false);
    }
  }

  /** Binds the names of a target; {@code lasting} when they are worth entities at top level. */
  private void bind(
      int target,
      BindingKind kind,
      int value,
      Derivation derivation,
      int type,
      int statement,
      boolean lasting) {
    if (target < 0 || syntax.tree.isMissing(target)) {
      return;
    }
    switch (syntax.kind(target)) {
      case IDENTIFIER -> {
        Scope scope = scope();
        if (syntax.is(statement, PythonNode.NAMED_EXPRESSION)) {
          while (scope.kind == Scope.Kind.COMPREHENSION && scope.outer != null) {
            scope = scope.outer;
          }
        }
        String text = syntax.text(target);
        Scope holder =
            kind == BindingKind.LOOP || derivation == Derivation.ITEM ? scope : scope.holder(text);
        if (scope.kind != Scope.Kind.COMPREHENSION) {
          holder = scope.holder(text);
        }
        Scope.Name name = holder.bind(text);
        name.assigned |= lasting;
        name.passing |= !lasting;
        Target place = new Target(target, scope(), kind, value, derivation, type, statement);
        name.targets.add(place);
        targets.put(target, place);
      }
      case ATTRIBUTE -> {
        Target place = new Target(target, scope(), kind, value, derivation, type, statement);
        targets.put(target, place);
        int object = syntax.child(target, Field.OBJECT);
        if (lasting && syntax.is(object, PythonNode.IDENTIFIER)) {
          @Nullable Scope owner = scope().receiverClass(syntax.text(object));
          int name = syntax.child(target, Field.ATTRIBUTE);
          if (owner != null
              && name >= 0
              && !syntax.is(statement, PythonNode.AUGMENTED_ASSIGNMENT)) {
            owner.attributes.computeIfAbsent(syntax.text(name), n -> new ArrayList<>()).add(place);
          }
        }
      }
      case PATTERN_LIST, TUPLE_PATTERN, LIST_PATTERN, TUPLE, LIST, EXPRESSION_LIST ->
          bindParts(target, kind, value, derivation, statement, lasting);
      case LIST_SPLAT_PATTERN, LIST_SPLAT, PARENTHESIZED_EXPRESSION, AS_PATTERN_TARGET -> {
        boolean splat = !syntax.is(target, PythonNode.PARENTHESIZED_EXPRESSION);
        bind(
            syntax.firstNamed(target),
            kind,
            splat ? -1 : value,
            splat ? Derivation.UNKNOWN : derivation,
            type,
            statement,
            lasting);
      }
      default -> {}
    }
  }

  private void bindParts(
      int target, BindingKind kind, int value, Derivation derivation, int statement, boolean last) {
    int part = -1;
    int parts = syntax.namedChildren(target);
    if (derivation == Derivation.SAME
        && value >= 0
        && (syntax.is(value, PythonNode.TUPLE)
            || syntax.is(value, PythonNode.LIST)
            || syntax.is(value, PythonNode.EXPRESSION_LIST))
        && syntax.namedChildren(value) == parts) {
      part = syntax.firstNamed(value);
    }
    for (int t = syntax.firstNamed(target); t >= 0; t = syntax.nextNamed(t)) {
      bind(t, kind, part, part < 0 ? Derivation.UNKNOWN : derivation, -1, statement, last);
      part = part < 0 ? -1 : syntax.nextNamed(part);
    }
  }
}
