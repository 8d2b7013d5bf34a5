package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what the expressions of a file mean, each once for all places where it means the same. */
final class JavaExpressions {
  private static final int MAX_DEPTH = 64;

  private final SourceFile file;
  private final JavaTypes types;
  private final JavaFunctions functions;
  private final JavaPlaces places;
  private final JavaMembers members;
  private final LocalBindings locals;
  private final List<Expression> expressions;
  private final int[] roots;
  private final Map<Long, JavaMeaning> meanings = new HashMap<>();
  private @Nullable Map<String, List<Integer>> qualified;
  private int depth;

  JavaExpressions(
      SourceFile file,
      JavaTypes types,
      JavaFunctions functions,
      JavaPlaces places,
      JavaMembers members) {
    this.file = file;
    this.types = types;
    this.functions = functions;
    this.places = places;
    this.members = members;
    this.locals = new LocalBindings(file.facts());
    this.expressions = file.facts().expressions();
    this.roots = new int[expressions.size()];
    for (int i = 0; i < roots.length; i++) {
      int base = expressions.get(i).base();
      roots[i] = base < 0 ? i : roots[base];
    }
  }

  /** Whether a name is written as packages are; what broken code leaves out has an empty name. */
  static boolean isPackageName(String name) {
    return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
  }

  /** Whether a bare name begins a qualified name that means a type. */
  boolean isQualifier(ReferenceFact reference) {
    for (int expression : qualifiedBy().getOrDefault(reference.name(), List.of())) {
      if (meaning(expression, reference.start(), reference.owner())
          instanceof JavaMeaning.TypeName) {
        return true;
      }
    }
    return false;
  }

  /** The member expressions that begin with each bare name. */
  private Map<String, List<Integer>> qualifiedBy() {
    Map<String, List<Integer>> known = qualified;
    if (known == null) {
      known = new HashMap<>();
      for (int e = 0; e < expressions.size(); e++) {
        Expression root = expressions.get(roots[e]);
        if (expressions.get(e).kind() == ExpressionKind.MEMBER
            && root.kind() == ExpressionKind.NAME) {
          known.computeIfAbsent(root.text(), n -> new ArrayList<>()).add(e);
        }
      }
      qualified = known;
    }
    return known;
  }

  /** What an expression means at a place. */
  JavaMeaning meaning(int expression, int offset, int owner) {
    Expression root = expressions.get(roots[expression]);
    long scope = -1 - places.scopeOf(owner);
    if (root.kind() == ExpressionKind.NAME) {
      int local = locals.indexAt(root.text(), offset);
      if (local >= 0) {
        scope = local;
      }
    }
    return meaning(expression, offset, owner, scope);
  }

  private JavaMeaning meaning(int expression, int offset, int owner, long scope) {
    // Bases first and without recursion: a chain may be thousands of calls long.
    int[] chain = new int[8];
    int length = 0;
    for (int at = expression; at >= 0; at = expressions.get(at).base()) {
      if (meanings.containsKey(key(at, scope))) {
        break;
      }
      if (length == chain.length) {
        chain = java.util.Arrays.copyOf(chain, length * 2);
      }
      chain[length++] = at;
    }
    while (length > 0) {
      int at = chain[--length];
      meanings.put(key(at, scope), JavaMeaning.UNKNOWN);
      JavaMeaning made = depth >= MAX_DEPTH ? JavaMeaning.UNKNOWN : make(at, offset, owner, scope);
      meanings.put(key(at, scope), made);
    }
    return java.util.Objects.requireNonNull(meanings.get(key(expression, scope)));
  }

  private static long key(int expression, long scope) {
    return ((long) expression << 32) ^ (scope & 0xFFFFFFFFL);
  }

  private JavaMeaning make(int at, int offset, int owner, long scope) {
    Expression expression = expressions.get(at);
    JavaMeaning base =
        expression.base() < 0
            ? JavaMeaning.UNKNOWN
            : java.util.Objects.requireNonNull(meanings.get(key(expression.base(), scope)));
    depth++;
    JavaMeaning made =
        switch (expression.kind()) {
          case NAME -> nameAt(expression.text(), offset, owner);
          case MEMBER -> memberOf(base, expression.text());
          case CALL -> result(expression, base, owner);
          case NEW, CAST ->
              new JavaMeaning.Value(
                  places.typeAt(expression.text(), owner), Rule.INFERRED_RECEIVER);
          case LITERAL -> literal(expression.text());
          case THIS -> own(owner);
          case SUPER -> base(owner, base);
          case INDEX ->
              base instanceof JavaMeaning.Value value
                  ? new JavaMeaning.Value(element(value.type()), value.rule())
                  : JavaMeaning.UNKNOWN;
          case LAMBDA ->
              expression.base() < 0
                  ? JavaMeaning.UNKNOWN
                  : lambdaParameter(expression, owner, scope);
          case AWAIT, OTHER -> JavaMeaning.UNKNOWN;
        };
    depth--;
    return made;
  }

  private static JavaType element(JavaType type) {
    return type instanceof JavaType.Array array ? array.element() : JavaType.UNKNOWN;
  }

  private static JavaMeaning literal(String kind) {
    return kind.equals("string")
        ? new JavaMeaning.Value(
            new JavaType.External("java.lang.String", List.of(), JavaContext.PLATFORM),
            Rule.DECLARED_RECEIVER)
        : JavaMeaning.UNKNOWN;
  }

  private JavaMeaning own(int owner) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (JavaScopes.isTypeLike(entities.get(at).kind())) {
        return new JavaMeaning.Value(places.self(at), Rule.OWN_MEMBER);
      }
    }
    return JavaMeaning.UNKNOWN;
  }

  /** {@code super}, or {@code Interface.super}. */
  private JavaMeaning base(int owner, JavaMeaning named) {
    if (named instanceof JavaMeaning.TypeName name) {
      return new JavaMeaning.Value(name.type(), Rule.INHERITED_MEMBER);
    }
    Symbol type = places.enclosingType(owner);
    List<JavaType> bases = type == null ? List.of() : types.inheritance().bases(type);
    return bases.isEmpty()
        ? new JavaMeaning.Value(
            new JavaType.External("java.lang.Object", List.of(), JavaContext.PLATFORM),
            Rule.BUILTIN)
        : new JavaMeaning.Value(bases.getFirst(), Rule.INHERITED_MEMBER);
  }

  private JavaMeaning nameAt(String name, int offset, int owner) {
    Binding local = locals.at(name, offset);
    if (local != null) {
      return local(local);
    }
    JavaSearch search = new JavaSearch(name, -1, false);
    JavaFound field = members.enclosing(owner, search);
    if (field == null) {
      JavaTypes.Named type = places.localType(name, owner);
      if (type == null) {
        type = types.name(name, places.contextOf(owner));
      }
      if (type.type() != null) {
        return new JavaMeaning.TypeName(type.type());
      }
      field = members.imported(search);
    }
    if (field == null) {
      return isPackageName(name) && !search.isOutside()
          ? new JavaMeaning.PackageName(name)
          : JavaMeaning.UNKNOWN;
    }
    return fieldValue(field, name, field.within());
  }

  private JavaMeaning fieldValue(JavaFound field, String name, @Nullable JavaType receiver) {
    if (field.external() != null) {
      return new JavaMeaning.Value(
          types.platform().fieldOf(field.external(), name), Rule.INHERITED_MEMBER);
    }
    Symbol only = field.only();
    return only == null ? JavaMeaning.UNKNOWN : valueOf(only, receiver);
  }

  private JavaMeaning local(Binding local) {
    if (!local.declaredType().isEmpty()) {
      return new JavaMeaning.Value(
          places.typeAt(local.declaredType(), local.owner()), Rule.DECLARED_RECEIVER);
    }
    if (local.initializer() < 0) {
      return JavaMeaning.UNKNOWN;
    }
    JavaMeaning value = meaning(local.initializer(), local.start() - 1, local.owner());
    if (!(value instanceof JavaMeaning.Value known)) {
      return JavaMeaning.UNKNOWN;
    }
    return local.kind() == BindingKind.LOOP
        ? new JavaMeaning.Value(types.inheritance().element(known.type()), Rule.INFERRED_RECEIVER)
        : new JavaMeaning.Value(known.type(), Rule.INFERRED_RECEIVER);
  }

  private JavaMeaning valueOf(Symbol member, @Nullable JavaType receiver) {
    JavaType type = types.typeOf(member, receiver);
    if (member.entry().kind() != EntityKind.METHOD) {
      return new JavaMeaning.Value(type, Rule.DECLARED_RECEIVER);
    }
    boolean isBound = JavaTypeText.parameterText(member.entry(), member.entry().type()) != null;
    return new JavaMeaning.Value(type, Rule.CALL_RESULT, isBound);
  }

  private JavaMeaning memberOf(JavaMeaning base, String name) {
    JavaType type;
    switch (base) {
      case JavaMeaning.PackageName p -> {
        String dotted = p.name() + "." + name;
        JavaTypes.Named named = types.name(dotted, types.own().in(""));
        return named.type() != null
            ? new JavaMeaning.TypeName(named.type())
            : new JavaMeaning.PackageName(dotted);
      }
      case JavaMeaning.TypeName t -> type = t.type();
      case JavaMeaning.Value v -> type = v.type();
    }
    if (type instanceof JavaType.External external) {
      return memberOf(external, base instanceof JavaMeaning.TypeName, name);
    }
    if (!(type instanceof JavaType.Declared declared)) {
      return JavaMeaning.UNKNOWN;
    }
    JavaFound field =
        members.inType(
            declared.symbol(),
            new JavaSearch(name, -1, false),
            Rule.DECLARED_RECEIVER,
            Rule.DECLARED_RECEIVER);
    if (field != null) {
      return fieldValue(field, name, declared);
    }
    for (List<Symbol> level : types.inheritance().members(declared.symbol(), name).levels()) {
      for (Symbol symbol : level) {
        if (JavaScopes.isType(symbol.entry().kind())) {
          return new JavaMeaning.TypeName(new JavaType.Declared(symbol, List.of(), types.own()));
        }
      }
    }
    return JavaMeaning.UNKNOWN;
  }

  private JavaMeaning memberOf(JavaType.External type, boolean isTypeName, String name) {
    String nested = type.name() + "." + name;
    return isTypeName && JavaPlatform.type(nested) != null
        ? new JavaMeaning.TypeName(new JavaType.External(nested, List.of(), JavaContext.PLATFORM))
        : new JavaMeaning.Value(types.platform().fieldOf(type, name), Rule.DECLARED_RECEIVER);
  }

  private JavaMeaning result(Expression call, JavaMeaning base, int owner) {
    JavaType receiver = call.base() < 0 ? null : JavaMeaning.typeOf(base);
    if (receiver instanceof JavaType.External external) {
      return new JavaMeaning.Value(
          types.platform().resultOf(external, call.text(), call.argumentCount()), Rule.CALL_RESULT);
    }
    JavaFound found = called(call, receiver, owner);
    if (found == null) {
      return JavaMeaning.UNKNOWN;
    }
    if (found.external() != null) {
      return new JavaMeaning.Value(
          types.platform().resultOf(found.external(), call.text(), call.argumentCount()),
          Rule.CALL_RESULT);
    }
    Symbol only = found.only();
    if (only != null && only.entry().kind() == EntityKind.ENUM) {
      JavaType type = new JavaType.Declared(only, List.of(), JavaContext.PLATFORM);
      return new JavaMeaning.Value(
          call.text().equals("values") ? new JavaType.Array(type) : type, Rule.CALL_RESULT);
    }
    return common(found.symbols(), receiver == null ? found.within() : receiver);
  }

  /** What a call expression calls in the project; receiver null for a bare name. */
  private @Nullable JavaFound called(Expression call, @Nullable JavaType receiver, int owner) {
    JavaSearch search = new JavaSearch(call.text(), call.argumentCount(), true);
    if (receiver instanceof JavaType.Declared declared) {
      return members.inType(declared.symbol(), search, Rule.CALL_RESULT, Rule.CALL_RESULT);
    }
    if (receiver != null) {
      return null;
    }
    JavaFound found = members.enclosing(owner, search);
    return found == null && !search.hasName ? members.imported(search) : found;
  }

  /**
   * The parameter of a lambda. The expression holds the place of the lambda among the arguments, or
   * a dash when it is a value of the type that its base names, and the place of the parameter.
   */
  private JavaMeaning lambdaParameter(Expression lambda, int owner, long scope) {
    int space = lambda.text().indexOf(' ');
    int parameter = Integer.parseInt(lambda.text().substring(space + 1));
    Expression call = expressions.get(lambda.base());
    if (lambda.text().startsWith("-")) {
      JavaType function =
          JavaMeaning.typeOf(
              java.util.Objects.requireNonNull(meanings.get(key(lambda.base(), scope))));
      return new JavaMeaning.Value(
          functions.functionParameter(function, parameter), Rule.INFERRED_RECEIVER);
    }
    int argument = Integer.parseInt(lambda.text().substring(0, space));
    if (call.kind() == ExpressionKind.NEW) {
      JavaType created = types.type(call.text(), places.contextOf(owner));
      List<Symbol> fitting =
          created instanceof JavaType.Declared declared
              ? types
                  .inheritance()
                  .members(declared.symbol(), JavaScopes.CONSTRUCTOR)
                  .levels()
                  .stream()
                  .flatMap(List::stream)
                  .filter(constructor -> constructor.accepts(call.argumentCount()))
                  .toList()
              : List.of();
      return lambdaParameter(fitting, created, argument, parameter);
    }
    JavaType receiver =
        call.base() < 0
            ? null
            : JavaMeaning.typeOf(
                java.util.Objects.requireNonNull(meanings.get(key(call.base(), scope))));
    if (receiver instanceof JavaType.External external) {
      return new JavaMeaning.Value(
          functions.lambdaParameter(
              external, call.text(), call.argumentCount(), argument, parameter),
          Rule.INFERRED_RECEIVER);
    }
    JavaFound found = called(call, receiver, owner);
    return found == null
        ? JavaMeaning.UNKNOWN
        : found.external() != null
            ? new JavaMeaning.Value(
                functions.lambdaParameter(
                    found.external(), call.text(), call.argumentCount(), argument, parameter),
                Rule.INFERRED_RECEIVER)
            : lambdaParameter(
                found.symbols(), receiver == null ? found.within() : receiver, argument, parameter);
  }

  /** Overloads that would all give the parameter the same type give it. */
  private JavaMeaning lambdaParameter(
      List<Symbol> methods, @Nullable JavaType receiver, int argument, int parameter) {
    JavaType type = null;
    for (Symbol method : methods) {
      JavaType one = functions.lambdaParameter(method, receiver, argument, parameter);
      if (one instanceof JavaType.Unknown || (type != null && !type.equals(one))) {
        return JavaMeaning.UNKNOWN;
      }
      type = one;
    }
    return type == null ? JavaMeaning.UNKNOWN : new JavaMeaning.Value(type, Rule.INFERRED_RECEIVER);
  }

  /** Overloads that all give the same type give it, whichever is meant. */
  private JavaMeaning common(List<Symbol> symbols, @Nullable JavaType receiver) {
    JavaMeaning first = valueOf(symbols.getFirst(), receiver);
    for (Symbol symbol : symbols.subList(1, symbols.size())) {
      if (!symbol.entry().type().equals(symbols.getFirst().entry().type())
          || !symbol.path().equals(symbols.getFirst().path())) {
        return JavaMeaning.UNKNOWN;
      }
    }
    return first;
  }
}
