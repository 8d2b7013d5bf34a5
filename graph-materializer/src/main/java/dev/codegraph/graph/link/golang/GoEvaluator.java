package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the types of expressions, in the linked file and in initialisers of other files. */
final class GoEvaluator {
  private final List<Expression> expressions;
  private final GoImports imports;
  private final GoLocals locals;
  private final GoTypeText texts;
  private final GoProject project;
  private final GoTypes types;
  private final GoMemberSearch search;
  private final int[] roots;
  private final int[] depths;
  private final Map<Long, Value> known = new HashMap<>();
  private final Map<Integer, Value> bindings = new HashMap<>();
  private int nesting;

  /**
   * An expression as far as it is known.
   *
   * @param type Its type.
   * @param rule What a member found through it is found by.
   */
  record Value(GoType type, Rule rule) {
    static final Value UNKNOWN = new Value(GoType.UNKNOWN, Rule.INFERRED_RECEIVER);
    static final Value TOO_DEEP = new Value(GoType.TOO_DEEP, Rule.INFERRED_RECEIVER);
  }

  GoEvaluator(
      SourceFile file,
      GoImports imports,
      GoLocals locals,
      GoTypeText texts,
      GoProject project,
      GoTypes types,
      GoMemberSearch search) {
    this.expressions = file.facts().expressions();
    this.imports = imports;
    this.locals = locals;
    this.texts = texts;
    this.project = project;
    this.types = types;
    this.search = search;
    this.roots = new int[expressions.size()];
    this.depths = new int[expressions.size()];
    for (int i = 0; i < roots.length; i++) {
      int base = expressions.get(i).base();
      roots[i] = base < 0 ? i : roots[base];
      depths[i] = base < 0 ? 0 : depths[base] + 1;
    }
  }

  /** The type of an expression at a place. */
  Value value(int expression, int offset) {
    if (expression < 0) {
      return Value.UNKNOWN;
    }
    Expression root = expressions.get(roots[expression]);
    int binding = -1;
    boolean repeats = true;
    switch (root.kind()) {
      case NAME, CALL -> binding = locals.at(root.text(), offset);
      case NEW, CAST, LAMBDA -> repeats = !locals.hasTypes() && root.text().indexOf('{') < 0;
      default -> {}
    }
    if (!repeats && depths[expression] > 2 * GoTypes.MAX_STEPS) {
      return Value.TOO_DEEP;
    }
    List<Integer> chain = new ArrayList<>();
    Value value = null;
    int at = expression;
    while (at >= 0 && value == null) {
      value = repeats ? known.get(key(at, binding)) : null;
      if (value == null) {
        chain.add(at);
        at = expressions.get(at).base();
      }
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      Expression step = expressions.get(chain.get(i));
      value =
          value == null || step.kind() == ExpressionKind.CAST
              ? root(step, binding, offset)
              : apply(step.kind(), step.text(), value);
      if (repeats) {
        known.put(key(chain.get(i), binding), value);
      }
    }
    return value == null ? Value.UNKNOWN : value;
  }

  private static long key(int expression, int binding) {
    return (long) expression << 32 | binding & 0xFFFFFFFFL;
  }

  private Value root(Expression root, int binding, int offset) {
    String text = root.text();
    return switch (root.kind()) {
      case NAME -> binding >= 0 ? local(binding) : global(text);
      case CALL ->
          binding >= 0
              ? call(local(binding), Rule.CALL_RESULT)
              : call(global(text), Rule.CALL_RESULT);
      case NEW, CAST ->
          new Value(types.own(texts.rewrite(text, offset, true)), Rule.INFERRED_RECEIVER);
      case LAMBDA -> new Value(types.own(texts.rewrite(text, offset, true)), Rule.CALL_RESULT);
      case LITERAL -> literal(text);
      case MEMBER, INDEX, OTHER, THIS, SUPER, AWAIT -> Value.UNKNOWN;
    };
  }

  private static Value literal(String kind) {
    return switch (kind) {
      case "string" -> new Value(new GoType.Basic("string"), Rule.INFERRED_RECEIVER);
      case "number" -> new Value(new GoType.Basic("int"), Rule.INFERRED_RECEIVER);
      case "boolean" -> new Value(new GoType.Basic("bool"), Rule.INFERRED_RECEIVER);
      default -> Value.UNKNOWN;
    };
  }

  /** A local name. */
  private Value local(int index) {
    Value value = bindings.get(index);
    if (value == null) {
      if (nesting >= GoTypes.MAX_STEPS) {
        return Value.TOO_DEEP;
      }
      nesting++;
      value = compute(locals.get(index));
      nesting--;
      bindings.put(index, value);
    }
    return value;
  }

  private Value compute(Binding binding) {
    if (GoLocals.isType(binding)) {
      GoType type = types.own(texts.rewrite(binding.name(), binding.start(), true));
      return new Value(new GoType.TypeItself(type), Rule.TYPE_MEMBER);
    }
    if (!binding.declaredType().isEmpty()) {
      GoType type = types.own(texts.rewrite(binding.declaredType(), binding.start(), true));
      boolean receiver = binding.kind() == BindingKind.RECEIVER;
      return new Value(type, receiver ? Rule.OWN_MEMBER : Rule.DECLARED_RECEIVER);
    }
    if (binding.initializer() < 0) {
      return Value.UNKNOWN;
    }
    Value initial = value(binding.initializer(), binding.start() - 1);
    GoType type =
        binding.kind() == BindingKind.LOOP
            ? types.loopValue(initial.type())
            : initial.type().single();
    if (type instanceof GoType.TypeItself || type instanceof GoType.PackageName) {
      type = GoType.UNKNOWN;
    }
    if (type instanceof GoType.Unknown && binding.name().equals("err")) {
      type = new GoType.Basic("error");
    }
    return new Value(type, Rule.INFERRED_RECEIVER);
  }

  /** A name that is not local: of the package, of an import, or predeclared. */
  private Value global(String name) {
    if (imports.isObvious(name)) {
      return new Value(packageName(name), Rule.MODULE_MEMBER);
    }
    List<Symbol> own = project.own(name);
    if (!own.isEmpty()) {
      return ofDefinition(own, List.of());
    }
    List<Symbol> dotted = dotted(name);
    if (!dotted.isEmpty()) {
      return ofDefinition(dotted, List.of());
    }
    return GoTypes.isPredeclared(name)
        ? new Value(new GoType.TypeItself(new GoType.Basic(name)), Rule.TYPE_MEMBER)
        : new Value(packageName(name), Rule.MODULE_MEMBER);
  }

  /** What the dot imports of the linked file bring by a name. */
  private List<Symbol> dotted(String name) {
    for (String path : imports.dots()) {
      String folder = project.folderOf(path);
      List<Symbol> found = folder == null ? List.of() : project.exported(folder, "", name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private GoType packageName(String name) {
    String qualifier = GoTypeText.qualifier(imports, name);
    return new GoType.PackageName(qualifier.substring(1, qualifier.length() - 1));
  }

  /** What a definition of some package is as a value. */
  private Value ofDefinition(List<Symbol> symbols, List<GoType> arguments) {
    GoTypeInfo info = project.typeOf(symbols);
    if (info != null) {
      GoType type = types.declared(symbols, arguments);
      return new Value(new GoType.TypeItself(type), Rule.TYPE_MEMBER);
    }
    Symbol only = agreed(symbols);
    return only == null
        ? Value.UNKNOWN
        : ofMember(only, GoScopes.folderOf(only), GoScopes.clauseOf(only), arguments);
  }

  /** The one of several definitions that fits, or any when all have one type; null otherwise. */
  private @Nullable Symbol agreed(List<Symbol> symbols) {
    List<Symbol> fitting = project.fitting(symbols);
    Symbol first = fitting.getFirst();
    for (Symbol other : fitting) {
      if (!withoutPointer(other).equals(withoutPointer(first))
          || other.entry().kind() != first.entry().kind()) {
        return null;
      }
    }
    return first;
  }

  private static String withoutPointer(Symbol symbol) {
    String type = symbol.entry().type();
    return type.startsWith("*") ? type.substring(1) : type;
  }

  /** The value of a variable, constant, field, function or method. */
  private Value ofMember(Symbol symbol, String folder, String clause, List<GoType> arguments) {
    String type = symbol.entry().type();
    EntityKind kind = symbol.entry().kind();
    if (kind.isCallable()) {
      return new Value(types.function(type, folder, clause, arguments), Rule.CALL_RESULT);
    }
    if (!type.startsWith("=")) {
      return new Value(types.read(type, folder, clause, arguments), Rule.DECLARED_RECEIVER);
    }
    if (nesting >= GoTypes.MAX_STEPS) {
      return Value.TOO_DEEP;
    }
    nesting++;
    Value value = encoded(type.substring(1), folder, clause);
    nesting--;
    return value;
  }

  /** The value of an initialiser of another file. */
  private Value encoded(String steps, String folder, String clause) {
    Value value = Value.UNKNOWN;
    for (String step : steps.split("\n")) {
      if (step.isEmpty()) {
        return Value.UNKNOWN;
      }
      String text = step.substring(1);
      value =
          switch (step.charAt(0)) {
            case 'N' -> foreign(text, folder, clause);
            case '(' -> call(foreign(text, folder, clause), Rule.CALL_RESULT);
            case 'P' -> new Value(new GoType.PackageName(text), Rule.MODULE_MEMBER);
            case 'T', 'Y' ->
                new Value(types.read(text, folder, clause, List.of()), Rule.INFERRED_RECEIVER);
            case 'L' -> literal(text);
            case '.' -> apply(ExpressionKind.MEMBER, text, value);
            case ':' -> apply(ExpressionKind.CALL, text, value);
            case '[' -> apply(ExpressionKind.INDEX, text, value);
            default -> apply(ExpressionKind.OTHER, text, value);
          };
    }
    return new Value(value.type().single(), Rule.INFERRED_RECEIVER);
  }

  private Value foreign(String name, String folder, String clause) {
    List<Symbol> symbols = project.definitionsIn(folder, clause, name);
    if (symbols.isEmpty() && folder.equals(project.folder()) && clause.equals(project.clause())) {
      // Files of one package mostly have the same dot imports: those of the package it tests.
      symbols = dotted(name);
    }
    if (!symbols.isEmpty()) {
      return ofDefinition(symbols, List.of());
    }
    return GoTypes.isPredeclared(name)
        ? new Value(new GoType.TypeItself(new GoType.Basic(name)), Rule.TYPE_MEMBER)
        : Value.UNKNOWN;
  }

  /** One step on from a value. */
  private Value apply(ExpressionKind kind, String text, Value base) {
    return switch (kind) {
      case MEMBER -> member(base, text);
      case CALL -> call(member(base, text), Rule.CALL_RESULT);
      case INDEX -> element(base);
      case OTHER -> other(text, base);
      case NAME, NEW, CAST, LITERAL, LAMBDA, THIS, SUPER, AWAIT -> Value.UNKNOWN;
    };
  }

  private Value element(Value base) {
    return switch (base.type()) {
      // A generic type or function with its type arguments.
      case GoType.TypeItself ignored -> base;
      case GoType.Function ignored -> base;
      default -> new Value(types.element(base.type()), base.rule());
    };
  }

  private Value other(String text, Value base) {
    return switch (text) {
      case "key" -> new Value(types.key(base.type()), base.rule());
      case "<-" -> new Value(types.element(base.type()), base.rule());
      case "()" -> call(base, Rule.CALL_RESULT);
      default -> text.startsWith("#") ? result(text, base) : Value.UNKNOWN;
    };
  }

  private static Value result(String text, Value base) {
    int n = Integer.parseInt(text.substring(1));
    return switch (base.type()) {
      case GoType.Tuple tuple ->
          n < tuple.elements().size()
              ? new Value(tuple.elements().get(n), base.rule())
              : Value.UNKNOWN;
      case GoType.TooDeep ignored -> base;
      default -> Value.UNKNOWN;
    };
  }

  private Value call(Value callee, Rule rule) {
    return new Value(types.called(callee.type()), rule);
  }

  /** A member of a value, or something in a package. */
  private Value member(Value base, String name) {
    if (base.type() instanceof GoType.PackageName packageName) {
      GoTypes.GoPackageChoice choice = types.choose(packageName.path(), name);
      if (choice.outside() != null) {
        String symbol = "go:" + choice.outside() + "#" + name;
        boolean generic = GoStandard.isGeneric(choice.outside());
        return new Value(new GoType.Outside(symbol, generic), Rule.EXTERNAL_MEMBER);
      }
      return choice.symbols().isEmpty() ? Value.UNKNOWN : ofDefinition(choice.symbols(), List.of());
    }
    GoType single = base.type().single();
    if (single instanceof GoType.Outside outside) {
      return new Value(GoTypes.within(outside, "." + name), Rule.EXTERNAL_MEMBER);
    }
    return switch (search.find(single, name)) {
      case GoMemberSearch.Found.Members members -> {
        GoTypeInfo owner = members.owner().info();
        Symbol only = agreed(members.symbols());
        yield only == null
            ? Value.UNKNOWN
            : ofMember(only, owner.folder(), owner.clause(), members.owner().arguments());
      }
      case GoMemberSearch.Found.External external ->
          external.symbol().equals("go:builtin#error.Error")
              ? new Value(
                  new GoType.Function(List.of(), List.of(new GoType.Basic("string"))),
                  Rule.CALL_RESULT)
              : new Value(new GoType.Outside(external.symbol(), false), Rule.EXTERNAL_MEMBER);
      case GoMemberSearch.Found.TooDeep ignored -> Value.TOO_DEEP;
      case GoMemberSearch.Found.Several ignored -> Value.UNKNOWN;
      case GoMemberSearch.Found.Nothing ignored -> Value.UNKNOWN;
      case GoMemberSearch.Found.ExternalBase ignored -> Value.UNKNOWN;
      case GoMemberSearch.Found.UnknownType ignored -> Value.UNKNOWN;
    };
  }
}
