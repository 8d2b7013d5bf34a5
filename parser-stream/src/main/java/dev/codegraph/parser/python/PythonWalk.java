package dev.codegraph.parser.python;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.PythonSyntax.Field;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second pass: entities, references, imports and bindings, node after node in preorder. */
final class PythonWalk {
  /** What holds from a node up to the end of another one. */
  private record Frame(
      int end,
      Scope scope,
      int owner,
      boolean types,
      boolean typeOnly,
      boolean main,
      @Nullable Callable callable,
      int depth,
      boolean closes) {

    Frame types(int end, boolean types) {
      return new Frame(end, scope, owner, types, typeOnly, main, callable, depth, false);
    }

    Frame owner(int end, int owner) {
      return new Frame(end, scope, owner, types, typeOnly, main, callable, depth, false);
    }

    Frame scope(int end, Scope scope) {
      return new Frame(end, scope, owner, false, typeOnly, main, callable, depth, false);
    }

    Frame deeper(int end) {
      return new Frame(end, scope, owner, types, typeOnly, main, callable, depth + 1, false);
    }
  }

  /** What is counted while the body of a function is walked. */
  private static final class Callable {
    final EntityDraft draft;
    int cyclomatic = 1;
    int cognitive;
    boolean generator;
    boolean unknownReturn;
    int returned = -1;

    Callable(EntityDraft draft) {
      this.draft = draft;
    }
  }

  private final SyntaxTree tree;
  private final PythonSyntax syntax;
  private final PythonScopes scopes;
  private final FactsBuilder facts;
  private final PythonExpressions expressions;
  private final PythonLocals locals;
  private final PythonDeclarations declarations;
  private final StringAnnotations strings;
  private final PythonRoutes routes;
  private final Deque<Frame> open = new ArrayDeque<>();

  /** Nodes that are types although the grammar takes them for values, and the other way round. */
  private final Map<Integer, Boolean> modes = new HashMap<>();

  PythonWalk(SyntaxTree tree) {
    this.tree = tree;
    this.syntax = new PythonSyntax(tree);
    this.scopes = new PythonScopes(syntax);
    this.facts = new FactsBuilder(tree);
    this.expressions = new PythonExpressions(syntax, facts);
    this.locals = new PythonLocals(syntax, facts, expressions);
    this.declarations = new PythonDeclarations(syntax, scopes, facts, expressions, locals);
    this.strings = new StringAnnotations(syntax, facts);
    this.routes = new PythonRoutes(syntax, facts, expressions);
  }

  FileFacts facts() {
    int doc = syntax.docstring(0);
    if (doc >= 0) {
      facts.file().documentation(Docstring.clean(syntax.stringContent(doc)));
    }
    open.push(new Frame(tree.nodeCount(), scopes.module, 0, false, false, false, null, 0, false));
    int node = 0;
    while (node < tree.nodeCount()) {
      while (open.element().end() <= node && open.size() > 1) {
        close(open.pop());
      }
      enter(node);
      node = visit(node);
    }
    while (open.size() > 1) {
      close(open.pop());
    }
    moduleBindings();
    locals.finish();
    new ModuleExports(syntax, scopes, facts).add();
    return facts.build();
  }

  private Frame top() {
    return open.element();
  }

  private void mode(int node, boolean types) {
    if (node >= 0) {
      modes.put(node, types);
    }
  }

  private void enter(int node) {
    Boolean types = modes.get(node);
    if (types != null) {
      open.push(top().types(tree.subtreeEnd(node), types));
    }
    PythonScopes.Entry entry = scopes.entering.get(node);
    if (entry == null) {
      return;
    }
    Scope scope = entry.scope();
    Frame top = top();
    if (scope.node != node && scope.kind != Scope.Kind.TYPE_PARAMETERS) {
      open.push(top.scope(entry.end(), scope));
      return;
    }
    switch (scope.kind) {
      case FUNCTION -> {
        Callable callable = new Callable(facts.entity(top.owner()));
        scope.entity = top.owner();
        open.push(
            new Frame(
                entry.end(),
                scope,
                top.owner(),
                false,
                false,
                false,
                callable,
                top.callable() == null ? 0 : top.depth() + 1,
                true));
      }
      case CLASS -> {
        scope.entity = top.owner();
        open.push(top.scope(entry.end(), scope));
      }
      case LAMBDA, TYPE_PARAMETERS, COMPREHENSION, MODULE -> {
        scope.entity = top.owner();
        open.push(top.scope(entry.end(), scope));
      }
    }
  }

  private void close(Frame frame) {
    Callable callable = frame.callable();
    if (!frame.closes() || callable == null) {
      return;
    }
    callable.draft.complexity(callable.cyclomatic, callable.cognitive);
    if (callable.generator) {
      callable.draft.modifier(Modifier.GENERATOR);
    } else if (!callable.unknownReturn && callable.returned >= 0) {
      callable.draft.initializer(callable.returned);
    }
    for (Map.Entry<String, Scope.Name> entry : sorted(frame.scope().names)) {
      Scope.Name name = entry.getValue();
      if (name.global || name.nonlocal || name.isDefinition()) {
        continue;
      }
      if (name.parameter) {
        continue;
      }
      if (!name.targets.isEmpty()) {
        locals.local(entry.getKey(), name, frame.scope(), null);
      }
    }
  }

  static List<Map.Entry<String, Scope.Name>> sorted(Map<String, Scope.Name> names) {
    List<Map.Entry<String, Scope.Name>> list = new ArrayList<>(names.entrySet());
    list.sort(Map.Entry.comparingByKey());
    return list;
  }

  /** Names that loops and handlers bind at top level live in the whole file. */
  private void moduleBindings() {
    for (Map.Entry<String, Scope.Name> entry : sorted(scopes.module.names)) {
      Scope.Name name = entry.getValue();
      if (name.passing && !name.assigned && !name.isDefinition()) {
        locals.whole(entry.getKey(), locals.agreed(name.targets, ""), 0, 0);
      }
    }
  }

  /** Handles a node and returns the next one to look at. */
  private int visit(int node) {
    int end = tree.subtreeEnd(node);
    Frame top = top();
    Callable callable = top.callable();
    switch (syntax.kind(node)) {
      case IMPORT_STATEMENT, IMPORT_FROM_STATEMENT, FUTURE_IMPORT_STATEMENT -> {
        new ImportStatement(syntax, facts).add(node, top.owner(), top.typeOnly());
        return end;
      }
      case GLOBAL_STATEMENT, NONLOCAL_STATEMENT -> {
        return end;
      }
      case DECORATED_DEFINITION -> {
        int definition = syntax.child(node, Field.DEFINITION);
        if (definition >= 0) {
          define(node, definition);
        }
      }
      case FUNCTION_DEFINITION, CLASS_DEFINITION -> {
        if (!syntax.is(tree.parent(node), PythonNode.DECORATED_DEFINITION)) {
          define(node, node);
        }
      }
      case LAMBDA -> {
        Scope scope = scopes.bodies.get(node);
        if (scope != null) {
          scope.entity = top.owner();
          declarations.parameters(syntax.child(node, Field.PARAMETERS), scope, null);
        }
      }
      case LIST_COMPREHENSION,
          SET_COMPREHENSION,
          DICTIONARY_COMPREHENSION,
          GENERATOR_EXPRESSION -> {
        Scope scope = scopes.bodies.get(node);
        if (scope != null) {
          scope.entity = top.owner();
          open.push(top.scope(end, scope));
        }
      }
      case ASSIGNMENT -> {
        int entity = declarations.assigned(node, top.scope(), top.owner());
        if (entity >= 0) {
          open.push(top.owner(end, entity));
        }
        if (declarations.isTypeAlias(node, top.scope())) {
          mode(syntax.child(node, Field.RIGHT), true);
        }
      }
      case TYPE_ALIAS_STATEMENT -> {
        int set = syntax.setOnType(node);
        if (set >= 0) {
          callOfType(node, set);
        } else {
          int entity = declarations.alias(node, top.scope(), top.owner());
          if (entity >= 0) {
            open.push(top.owner(end, entity));
          }
        }
      }
      case TYPE_PARAMETER -> {
        if (tree.field(node) == Field.TYPE_PARAMETERS) {
          open.push(top.types(end, true));
        }
      }
      case TYPE -> {
        boolean isValue =
            Boolean.FALSE.equals(modes.get(node))
                || Boolean.FALSE.equals(modes.get(tree.parent(node)));
        open.push(top.types(end, !isValue));
      }
      case GENERIC_TYPE, SUBSCRIPT -> generic(node);
      case CALL -> call(node);
      case STRING -> {
        if (top.types()) {
          strings.add(node, top.scope(), top.owner());
          return end;
        }
      }
      case EXCEPT_CLAUSE -> {
        count(callable, 1, 1 + top.depth());
        int value = syntax.child(node, Field.VALUE);
        mode(syntax.is(value, PythonNode.AS_PATTERN) ? syntax.firstNamed(value) : value, true);
        for (int v = value; v >= 0; v = syntax.nextNamed(v)) {
          // Since 3.14 several need no parentheses.
          if (tree.field(v) == Field.VALUE) {
            mode(v, true);
          }
        }
        open.push(top.deeper(end));
      }
      case KEYWORD_ARGUMENT -> {
        int list = tree.parent(node);
        if (list >= 0 && tree.field(list) == Field.SUPERCLASSES) {
          mode(syntax.child(node, Field.VALUE), true);
        }
      }
      case IF_STATEMENT -> {
        count(callable, 1, 1 + top.depth());
        branch(node, end);
      }
      case ELIF_CLAUSE -> {
        count(callable, 1, 1);
        narrow(node);
      }
      case ELSE_CLAUSE -> count(callable, 0, 1);
      case WHILE_STATEMENT, FOR_STATEMENT, CONDITIONAL_EXPRESSION -> {
        count(callable, 1, 1 + top.depth());
        open.push(top.deeper(end));
      }
      case MATCH_STATEMENT -> {
        count(callable, 0, 1 + top.depth());
        open.push(top.deeper(end));
      }
      case CASE_CLAUSE -> {
        if (!isDefault(node)) {
          count(callable, 1, 0);
        }
      }
      case FOR_IN_CLAUSE -> count(callable, 1, 0);
      case IF_CLAUSE -> {
        if (!syntax.is(tree.parent(node), PythonNode.CASE_CLAUSE)) {
          count(callable, 1, 0);
        }
      }
      case BOOLEAN_OPERATOR -> {
        boolean first = !syntax.is(tree.parent(node), PythonNode.BOOLEAN_OPERATOR);
        count(callable, 1, first ? 1 : 0);
      }
      case ASSERT_STATEMENT -> narrowAfter(node);
      case YIELD -> {
        if (callable != null) {
          callable.generator = true;
        }
      }
      case RETURN_STATEMENT -> {
        if (callable != null) {
          returned(node, callable, top.scope());
        }
      }
      case DOTTED_NAME -> {
        dottedPattern(node);
        return end;
      }
      case ATTRIBUTE -> attribute(node);
      case IDENTIFIER -> identifier(node);
      default -> {}
    }
    return node + 1;
  }

  /** Whether a case takes everything that is left. */
  private boolean isDefault(int clause) {
    int pattern = syntax.firstNamed(clause);
    int next = pattern < 0 ? -1 : syntax.nextNamed(pattern);
    return syntax.is(pattern, PythonNode.CASE_PATTERN)
        && tree.textEquals(pattern, "_")
        && !syntax.is(next, PythonNode.CASE_PATTERN)
        && !syntax.is(next, PythonNode.IF_CLAUSE);
  }

  private static void count(@Nullable Callable callable, int cyclomatic, int cognitive) {
    if (callable != null) {
      callable.cyclomatic += cyclomatic;
      callable.cognitive += cognitive;
    }
  }

  private void define(int whole, int definition) {
    Frame top = top();
    EntityDraft draft =
        syntax.is(definition, PythonNode.CLASS_DEFINITION)
            ? declarations.type(whole, definition, top.scope(), parent(top))
            : declarations.function(whole, definition, top.scope(), parent(top));
    if (draft != null) {
      if (whole != definition && draft.kind().isCallable()) {
        routes.decorated(draft, whole, definition);
      }
      open.push(top.owner(tree.subtreeEnd(whole), draft.index()));
    }
  }

  /** The entity that a definition here is declared in. */
  private int parent(Frame frame) {
    Scope scope = frame.scope();
    while (scope.outer != null
        && scope.kind != Scope.Kind.CLASS
        && scope.kind != Scope.Kind.FUNCTION) {
      scope = scope.outer;
    }
    return scope.entity;
  }

  private void branch(int node, int end) {
    Frame top = top();
    int condition = syntax.child(node, Field.CONDITION);
    String name = condition < 0 ? "" : syntax.lastName(condition);
    boolean typeOnly = top.typeOnly() || name.equals("TYPE_CHECKING");
    boolean main = top.main();
    if (condition >= 0
        && top.scope().kind == Scope.Kind.MODULE
        && tree.endByte(condition) - tree.startByte(condition) < 60) {
      String text = syntax.text(condition);
      if (text.contains("__name__") && text.contains("__main__")) {
        facts.file().flag(EntityFlag.ENTRY_POINT);
        main = true;
      }
    }
    open.push(
        new Frame(
            end,
            top.scope(),
            top.owner(),
            false,
            typeOnly,
            main,
            top.callable(),
            top.depth() + 1,
            false));
    narrow(node);
  }

  /** In the consequence of an isinstance check the name has that type. */
  private void narrow(int node) {
    int condition = syntax.child(node, Field.CONDITION);
    int consequence = syntax.child(node, Field.CONSEQUENCE);
    if (condition < 0 || consequence < 0) {
      return;
    }
    int check = syntax.bare(condition);
    while (syntax.is(check, PythonNode.BOOLEAN_OPERATOR)) {
      int operator = tree.nextSibling(syntax.firstNamed(check));
      if (operator < 0 || !tree.textEquals(operator, "and")) {
        return;
      }
      check = syntax.bare(syntax.firstNamed(check));
    }
    narrow(check, tree.startByte(consequence), tree.endByte(consequence));
  }

  private void narrowAfter(int assertion) {
    int check = syntax.firstNamed(assertion);
    if (check >= 0) {
      narrow(syntax.bare(check), tree.endByte(assertion), tree.endByte(syntax.blockOf(assertion)));
    }
  }

  private void narrow(int check, int start, int end) {
    if (!syntax.is(check, PythonNode.CALL) || !syntax.calledName(check).equals("isinstance")) {
      return;
    }
    int subject = syntax.argument(check, 0);
    int type = syntax.argument(check, 1);
    if (type < 0 || !syntax.is(subject, PythonNode.IDENTIFIER)) {
      return;
    }
    String name = syntax.text(subject);
    Scope found = top().scope().find(name);
    if (found != null && found.kind == Scope.Kind.FUNCTION && !found.receiver.equals(name)) {
      PythonLocals.Value value =
          new PythonLocals.Value(BindingKind.PATTERN, locals.types(type), -1);
      locals.range(name, value, top().owner(), start, end);
    }
  }

  private void returned(int node, Callable callable, Scope scope) {
    int value = syntax.firstNamed(node);
    if (value < 0 || syntax.is(value, PythonNode.NONE)) {
      return;
    }
    int expression = expressions.of(value, scope);
    int root = declarations.rootName(value);
    if (root >= 0) {
      String name = syntax.text(root);
      Scope found = scope.find(name);
      if (found != null && found.kind != Scope.Kind.MODULE && scope.receiverClass(name) == null) {
        Scope.Name known = found.names.get(name);
        int bindings = known.targets.size() + (known.parameter ? 1 : 0);
        callable.unknownReturn |= bindings != 1 && !known.isDefinition();
        callable.unknownReturn |= found.kind != Scope.Kind.FUNCTION;
      }
    }
    callable.unknownReturn |= callable.returned >= 0 && callable.returned != expression;
    callable.returned = expression;
  }

  /** Literal and Annotated hold values where other generics hold types. */
  private void generic(int node) {
    Frame top = top();
    boolean isBase =
        syntax.is(node, PythonNode.SUBSCRIPT)
            && syntax.is(tree.parent(node), PythonNode.ARGUMENT_LIST)
            && tree.field(tree.parent(node)) == Field.SUPERCLASSES;
    if (!top.types() && !isBase) {
      return;
    }
    int head = syntax.firstNamed(node);
    int next = head < 0 ? -1 : syntax.nextNamed(head);
    if (next < 0) {
      return;
    }
    String name = syntax.lastName(head);
    if (name.equals("Annotated")) {
      int first = syntax.is(next, PythonNode.TYPE_PARAMETER) ? syntax.firstNamed(next) : next;
      for (int n = first < 0 ? -1 : syntax.nextNamed(first); n >= 0; n = syntax.nextNamed(n)) {
        mode(n, false);
      }
    }
    if (isBase || name.equals("Literal")) {
      for (int n = next; n >= 0; n = syntax.nextNamed(n)) {
        mode(n, isBase);
      }
    }
  }

  private void call(int node) {
    Frame top = top();
    int end = tree.subtreeEnd(node);
    if (top.types()) {
      open.push(top.types(end, false));
    }
    int function = syntax.child(node, Field.FUNCTION);
    String name = syntax.is(function, PythonNode.IDENTIFIER) ? syntax.text(function) : "";
    if (name.equals("isinstance") || name.equals("issubclass")) {
      mode(syntax.argument(node, 1), true);
    } else if (name.equals("cast")) {
      mode(syntax.argument(node, 0), true);
    }
    routes.called(node, top.scope(), top.owner());
    if (top.main() && syntax.is(function, PythonNode.IDENTIFIER)) {
      Scope.Name called = scopes.module.names.get(name);
      if (called != null && called.function && called.entity >= 0) {
        facts.entity(called.entity).flag(EntityFlag.ENTRY_POINT);
      }
    }
  }

  /** An assignment to something of {@code type(x)}. */
  private void callOfType(int statement, int set) {
    for (int n = syntax.child(statement, Field.LEFT); n != set; n = syntax.firstNamed(n)) {
      if (syntax.is(n, PythonNode.TYPE)) {
        mode(n, false);
      }
    }
    mode(syntax.child(statement, Field.RIGHT), false);
    int arguments = set;
    int inner = set;
    while (inner >= 0) {
      arguments = inner;
      inner =
          switch (syntax.kind(inner)) {
            case ATTRIBUTE -> syntax.child(inner, Field.OBJECT);
            case SUBSCRIPT -> syntax.child(inner, Field.VALUE);
            case CALL -> syntax.child(inner, Field.FUNCTION);
            default -> -1;
          };
    }
    int count = syntax.namedChildren(arguments);
    expressions.isCallOfType(arguments, count);
    facts.reference(Role.CALL, "type", tree.firstChild(statement), top().owner(), -1, count);
  }

  private void dottedPattern(int node) {
    int first = syntax.firstNamed(node);
    if (first < 0 || scopes.ignored.get(first)) {
      return;
    }
    boolean isClass = syntax.is(tree.parent(node), PythonNode.CLASS_PATTERN);
    if (syntax.nextNamed(first) < 0 && !isClass) {
      identifier(first);
      return;
    }
    Frame top = top();
    int base = -1;
    for (int n = first; n >= 0; n = syntax.nextNamed(n)) {
      String name = syntax.text(n);
      boolean last = syntax.nextNamed(n) < 0;
      Role role = last && isClass ? Role.TYPE : Role.READ;
      if (n != first || !isLocal(name, top.scope())) {
        facts.reference(role, name, n, top.owner(), base, -1);
      }
      base =
          base < 0
              ? facts.expression(dev.codegraph.schemas.ExpressionKind.NAME, name, -1, -1)
              : facts.expression(dev.codegraph.schemas.ExpressionKind.MEMBER, name, base, -1);
    }
  }

  private void attribute(int node) {
    int nameNode = syntax.child(node, Field.ATTRIBUTE);
    int object = syntax.child(node, Field.OBJECT);
    if (nameNode < 0 || object < 0) {
      return;
    }
    scopes.ignored.set(nameNode);
    Frame top = top();
    String name = syntax.text(nameNode);
    Target target = scopes.targets.get(node);
    if (target != null && declarations.attribute(target, name, nameNode)) {
      return;
    }
    Role role = target != null ? Role.WRITE : role(node, name, null);
    if (role == Role.READ && syntax.is(object, PythonNode.IDENTIFIER)) {
      Scope type = top.scope().receiverClass(syntax.text(object));
      Scope.Name member = type == null ? null : type.names.get(name);
      if (member != null && member.function && !member.accessor) {
        role = Role.FUNCTION_VALUE;
      }
    }
    int count = role == Role.CALL || role == Role.INSTANTIATE ? callCount(node) : -1;
    facts.reference(role, name, nameNode, top.owner(), expressions.of(object, top.scope()), count);
  }

  private int callCount(int function) {
    return syntax.argumentCount(tree.parent(function));
  }

  private Role role(int node, String name, Scope.@Nullable Name known) {
    int parent = tree.parent(node);
    boolean isCalled = syntax.is(parent, PythonNode.CALL) && tree.field(node) == Field.FUNCTION;
    int outer = isCalled ? tree.parent(parent) : parent;
    if (syntax.is(outer, PythonNode.DECORATOR)) {
      return Role.ANNOTATE;
    }
    if (isCalled) {
      boolean isType =
          known != null && (known.type || known.function) ? known.type : isTypeName(name);
      return isType ? Role.INSTANTIATE : Role.CALL;
    }
    int list = parent;
    if (syntax.is(parent, PythonNode.SUBSCRIPT) && tree.field(node) == Field.VALUE) {
      list = tree.parent(parent);
    }
    if (syntax.is(list, PythonNode.ARGUMENT_LIST) && tree.field(list) == Field.SUPERCLASSES) {
      return Role.EXTEND;
    }
    if (top().types() && !syntax.is(parent, PythonNode.ATTRIBUTE)) {
      return Role.TYPE;
    }
    return known != null && known.function && !known.type ? Role.FUNCTION_VALUE : Role.READ;
  }

  private static boolean isTypeName(String name) {
    int i = 0;
    while (i < name.length() && name.charAt(i) == '_') {
      i++;
    }
    return i < name.length() && Character.isUpperCase(name.charAt(i));
  }

  private void identifier(int node) {
    if (scopes.ignored.get(node)) {
      return;
    }
    Frame top = top();
    String name = syntax.text(node);
    if (PythonSyntax.isKeyword(name)) {
      return;
    }
    Target target = scopes.targets.get(node);
    if (target != null) {
      if (declarations.name(target, name, node, top.scope())) {
        facts.reference(Role.WRITE, name, node, top.owner(), -1, -1);
      }
      return;
    }
    Scope scope = top.scope();
    Scope found = scope.find(name);
    Scope.Name known = found == null ? null : found.names.get(name);
    if (found != null && isLocal(name, scope)) {
      noteClosure(found, known, scope);
      if (scope.receiverClass(name) != null && role(node, name, null) == Role.CALL) {
        facts.reference(Role.INSTANTIATE, name, node, top.owner(), -1, callCount(node));
      }
      return;
    }
    Role role = role(node, name, known);
    if (name.equals("super") && found == null && role == Role.CALL) {
      return;
    }
    int count = role == Role.CALL || role == Role.INSTANTIATE ? callCount(node) : -1;
    facts.reference(role, name, node, top.owner(), -1, count);
  }

  private static void noteClosure(Scope found, Scope.@Nullable Name known, Scope from) {
    if (known == null || found.kind != Scope.Kind.FUNCTION || known.targets.size() < 2) {
      return;
    }
    for (Scope s = from; s != null && s != found; s = s.outer) {
      if ((s.kind == Scope.Kind.FUNCTION || s.kind == Scope.Kind.LAMBDA)
          && !known.closures.contains(s.node)) {
        known.closures.add(s.node);
      }
    }
  }

  /** Whether uses of a name here mean something that is bound locally and no definition. */
  static boolean isLocal(String name, Scope scope) {
    Scope found = scope.find(name);
    if (found == null || found.kind == Scope.Kind.CLASS) {
      return false;
    }
    Scope.Name known = found.names.get(name);
    if (known.isDefinition()) {
      return false;
    }
    return found.kind != Scope.Kind.MODULE || !known.assigned;
  }
}
