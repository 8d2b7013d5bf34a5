package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the references of one Java file. */
final class JavaLinking {
  private static final int MAX_DEPTH = 64;

  /** What an expression is: a value of a type, a type by name, or the beginning of a package. */
  private sealed interface Meaning {
    /** Bound: the type is only the bound of what a generic method gives. */
    record Value(JavaType type, Rule rule, boolean isBound) implements Meaning {
      Value(JavaType type, Rule rule) {
        this(type, rule, false);
      }
    }

    record TypeName(JavaType type) implements Meaning {}

    record PackageName(String name) implements Meaning {}
  }

  private static final Meaning UNKNOWN =
      new Meaning.Value(JavaType.UNKNOWN, Rule.INFERRED_RECEIVER);

  private final SourceFile file;
  private final Outcomes outcomes;
  private final JavaTypes types;
  private final JavaOverloads overloads;
  private final LocalBindings locals;
  private final List<Expression> expressions;
  private final int[] roots;
  private final int[] scopes;
  private final Map<Long, Meaning> meanings = new HashMap<>();
  private final JavaContext[] contexts;
  private int depth;

  JavaLinking(SourceFile file, ProjectView view, Outcomes outcomes) {
    this.file = file;
    this.outcomes = outcomes;
    this.types = new JavaTypes(file, view);
    this.overloads = new JavaOverloads(types);
    this.locals = new LocalBindings(file.facts());
    this.expressions = file.facts().expressions();
    this.scopes = new int[file.facts().entities().size()];
    this.contexts = new JavaContext[file.facts().entities().size()];
    this.roots = new int[expressions.size()];
    for (int i = 0; i < roots.length; i++) {
      int base = expressions.get(i).base();
      roots[i] = base < 0 ? i : roots[base];
    }
  }

  void link() {
    List<ReferenceFact> references = file.facts().references();
    for (int i = 0; i < references.size(); i++) {
      ReferenceFact reference = references.get(i);
      switch (reference.role()) {
        case IMPORT -> imported(i, file.facts().imports().get(reference.importIndex()));
        case TYPE, EXTEND, IMPLEMENT, ANNOTATE -> typeName(i, reference);
        case INSTANTIATE -> instantiation(i, reference);
        case CALL -> call(i, reference);
        case READ, WRITE -> access(i, reference);
        case FUNCTION_VALUE -> functionValue(i, reference);
      }
    }
  }

  /** The context of the code of an entity: shared by those in the same type and generic method. */
  private JavaContext contextOf(int entity) {
    JavaContext known = contexts[entity];
    if (known == null) {
      EntityFact fact = file.facts().entities().get(entity);
      if (entity == 0) {
        known = types.own();
      } else {
        known = contextOf(fact.parent());
        if (JavaScopes.isTypeLike(fact.kind())) {
          known = types.own().in(types.enclosingKey(entity)).with(known.bindings());
        }
        known = known.with(variables(fact, known));
      }
      contexts[entity] = known;
    }
    return known;
  }

  private Map<String, JavaType> variables(EntityFact entity, JavaContext outer) {
    if (entity.typeParameters().isEmpty()) {
      return Map.of();
    }
    Map<String, JavaType> variables = new HashMap<>();
    for (String parameter : entity.typeParameters()) {
      variables.put(head(parameter), JavaType.UNKNOWN);
    }
    JavaContext inside = outer.with(variables);
    for (String parameter : entity.typeParameters()) {
      int extendsAt = parameter.indexOf(" extends ");
      if (extendsAt >= 0) {
        String bound = parameter.substring(extendsAt + 9);
        int and = bound.indexOf('&');
        variables.put(
            head(parameter),
            types.type((and < 0 ? bound : bound.substring(0, and)).strip(), inside));
      }
    }
    return variables;
  }

  // Imports

  private void imported(int i, ImportFact one) {
    if (one.name().equals("*")) {
      JavaTypes.Named type = types.name(one.module(), types.own().in(""));
      if (type.type() instanceof JavaType.Declared declared) {
        outcomes.resolved(i, declared.symbol(), Rule.WILDCARD_IMPORT);
      } else {
        outcomes.external(i, "java:" + one.module() + "#*", Rule.WILDCARD_IMPORT);
      }
      return;
    }
    if (one.isStatic()) {
      JavaTypes.Named type = types.name(one.module(), types.own().in(""));
      if (type.type() instanceof JavaType.Declared declared) {
        members(i, declared.symbol(), one.name());
        return;
      }
      external(i, type, one.module(), one.name());
      return;
    }
    String qualified = one.module().isEmpty() ? one.name() : one.module() + "." + one.name();
    JavaTypes.Named type = types.name(qualified, types.own().in(""));
    switch (type.type()) {
      case JavaType.Declared declared -> outcomes.resolved(i, declared.symbol(), Rule.IMPORT);
      case JavaType.External external ->
          outcomes.external(i, "java:" + qualified, Rule.EXTERNAL_IMPORT);
      case null -> notFound(i, type, one.module(), qualified);
      case JavaType.Array a -> notFound(i, type, one.module(), qualified);
      case JavaType.Primitive p -> notFound(i, type, one.module(), qualified);
      case JavaType.Unknown u -> notFound(i, type, one.module(), qualified);
    }
  }

  private void notFound(int i, JavaTypes.Named type, String module, String qualified) {
    if (type.candidates().size() > 1) {
      outcomes.ambiguous(i, type.candidates(), Rule.CANDIDATES);
    } else if (types.hasPackage(module)) {
      outcomes.unresolved(i, Reason.IMPORT_NOT_FOUND);
    } else {
      outcomes.external(i, "java:" + qualified, Rule.EXTERNAL_IMPORT);
    }
  }

  private void external(int i, JavaTypes.Named type, String module, String name) {
    if (type.candidates().size() > 1) {
      outcomes.ambiguous(i, type.candidates(), Rule.CANDIDATES);
    } else {
      outcomes.external(i, "java:" + module + "#" + name, Rule.EXTERNAL_IMPORT);
    }
  }

  /** All members of a name, whatever their arguments. */
  private void members(int i, Symbol type, String name) {
    JavaTypes.Members members = types.members(type, name);
    if (members.isEmpty()) {
      boolean isOutside = members.hasUnknownBase() || !members.externals().isEmpty();
      outcomes.unresolved(i, isOutside ? Reason.EXTERNAL_BASE : Reason.NO_SUCH_MEMBER);
    } else {
      choose(i, members.levels().getFirst(), Rule.IMPORT);
    }
  }

  /** One of several overloads, told apart by the arguments. */
  private void choose(int i, List<Symbol> candidates, Rule rule, @Nullable JavaType receiver) {
    ReferenceFact reference = file.facts().references().get(i);
    int count = reference.argumentCount();
    if (candidates.size() == 1 || count < 0) {
      choose(i, candidates, rule);
      return;
    }
    String[] written = arguments().get(reference.start());
    if (written == null || written.length != count) {
      // Nothing is known about any argument, or there is none.
      written = new String[count];
      java.util.Arrays.fill(written, "-");
    }
    List<JavaOverloads.Argument> arguments = new ArrayList<>(written.length);
    for (String one : written) {
      JavaOverloads.Argument literal = JavaOverloads.literal(one);
      arguments.add(literal == null ? argument(Integer.parseInt(one), reference) : literal);
    }
    choose(i, overloads.narrow(candidates, arguments, receiver), rule);
  }

  private JavaOverloads.Argument argument(int expression, ReferenceFact call) {
    Meaning meaning = meaning(expression, call.start(), call.owner());
    return new JavaOverloads.Argument.Typed(
        meaning instanceof Meaning.Value value && !value.isBound()
            ? value.type()
            : JavaType.UNKNOWN);
  }

  private @Nullable Map<Integer, String[]> arguments;

  /** The attribute of that name: the arguments of each call by the start of its name. */
  private Map<Integer, String[]> arguments() {
    Map<Integer, String[]> known = arguments;
    if (known == null) {
      known = new HashMap<>();
      String all = file.facts().attributes().getOrDefault("arguments", "");
      int start = 0;
      while (start < all.length()) {
        int equal = all.indexOf('=', start);
        int end = all.indexOf(';', equal);
        known.put(
            Integer.parseInt(all.substring(start, equal)),
            all.substring(equal + 1, end).split(",", -1));
        start = end + 1;
      }
      arguments = known;
    }
    return known;
  }

  private void choose(int i, List<Symbol> candidates, Rule rule) {
    if (candidates.size() == 1) {
      outcomes.resolved(i, candidates.getFirst(), rule);
    } else {
      outcomes.ambiguous(i, candidates, Rule.CANDIDATES);
    }
  }

  // Types

  private void typeName(int i, ReferenceFact reference) {
    JavaTypes.Named named = named(reference);
    switch (named.type()) {
      case JavaType.Declared declared -> outcomes.resolved(i, declared.symbol(), named.rule());
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.name(), named.rule());
      case null -> noType(i, named);
      case JavaType.Array a -> noType(i, named);
      case JavaType.Primitive p -> noType(i, named);
      case JavaType.Unknown u -> noType(i, named);
    }
  }

  private void noType(int i, JavaTypes.Named named) {
    if (named.candidates().size() > 1) {
      outcomes.ambiguous(i, named.candidates(), Rule.CANDIDATES);
    } else {
      outcomes.unresolved(i, Reason.NOT_VISIBLE);
    }
  }

  private JavaTypes.Named named(ReferenceFact reference) {
    String dotted =
        reference.receiver() < 0
            ? reference.name()
            : dotted(reference.receiver(), new StringBuilder()) + "." + reference.name();
    JavaContext context = contextOf(reference.owner());
    JavaTypes.Named local =
        reference.receiver() < 0 ? localType(reference.name(), reference.owner()) : null;
    return local != null ? local : types.name(dotted, context);
  }

  private String dotted(int expression, StringBuilder into) {
    Expression at = expressions.get(expression);
    if (at.base() >= 0) {
      dotted(at.base(), into);
      into.append('.');
    }
    return into.append(at.text()).toString();
  }

  /** A class declared inside the code around a place. */
  private JavaTypes.@Nullable Named localType(String name, int owner) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (!JavaScopes.isTypeLike(entities.get(at).kind())) {
        Integer found = localTypes().get(at + "." + name);
        if (found != null) {
          return new JavaTypes.Named(
              new JavaType.Declared(types.symbolOf(found), List.of(), types.own()),
              List.of(),
              Rule.SAME_FILE);
        }
      }
    }
    return null;
  }

  private @Nullable Map<String, Integer> localTypes;

  private Map<String, Integer> localTypes() {
    Map<String, Integer> known = localTypes;
    if (known == null) {
      known = new HashMap<>();
      List<EntityFact> entities = file.facts().entities();
      for (int i = 1; i < entities.size(); i++) {
        EntityFact entity = entities.get(i);
        if (JavaScopes.isType(entity.kind())
            && entity.parent() > 0
            && !JavaScopes.isTypeLike(entities.get(entity.parent()).kind())) {
          known.put(entity.parent() + "." + entity.name(), i);
          known.put(entity.parent() + ".", i);
        }
      }
      localTypes = known;
    }
    return known;
  }

  private void instantiation(int i, ReferenceFact reference) {
    JavaTypes.Named named = named(reference);
    switch (named.type()) {
      case JavaType.Declared declared -> constructor(i, declared, reference.argumentCount());
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.name(), named.rule());
      case null -> noType(i, named);
      case JavaType.Array a -> noType(i, named);
      case JavaType.Primitive p -> noType(i, named);
      case JavaType.Unknown u -> noType(i, named);
    }
  }

  /** The constructor that takes so many arguments, or the type when none is written. */
  private void constructor(int i, JavaType.Declared receiver, int argumentCount) {
    Symbol type = receiver.symbol();
    JavaTypes.Members members = types.members(type, JavaScopes.CONSTRUCTOR);
    List<Symbol> declared = members.isEmpty() ? List.of() : members.levels().getFirst();
    List<Symbol> fitting = declared.stream().filter(c -> c.accepts(argumentCount)).toList();
    boolean isRecord = type.entry().kind() == EntityKind.RECORD;
    if (!fitting.isEmpty()) {
      choose(i, fitting, Rule.CONSTRUCTOR, receiver);
    } else if (declared.isEmpty() || isRecord) {
      outcomes.resolved(i, type, Rule.CONSTRUCTOR);
    } else {
      outcomes.unresolved(i, Reason.ARITY);
    }
  }

  // Calls

  private void call(int i, ReferenceFact reference) {
    if (reference.receiver() >= 0) {
      callOn(i, reference, meaning(reference.receiver(), reference.start(), reference.owner()));
      return;
    }
    if (reference.name().equals("this") || reference.name().equals("super")) {
      constructorCall(i, reference);
      return;
    }
    Search search = new Search(reference.name(), reference.argumentCount(), true);
    Found found = enclosing(reference.owner(), search);
    if (found != null) {
      outcome(i, found);
      return;
    }
    if (search.hasName) {
      outcomes.unresolved(i, search.isOutside() ? Reason.EXTERNAL_BASE : Reason.ARITY);
    } else if (!staticImport(i, reference, search)) {
      JavaType.External base = search.onlyExternal();
      if (base != null) {
        outcomes.external(i, "java:" + base.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      } else {
        outcomes.unresolved(i, search.isOutside() ? Reason.EXTERNAL_BASE : Reason.NOT_VISIBLE);
      }
    }
  }

  private void constructorCall(int i, ReferenceFact reference) {
    Symbol own = enclosingType(reference.owner());
    if (own == null) {
      outcomes.unresolved(i, Reason.NOT_VISIBLE);
      return;
    }
    if (reference.name().equals("this")) {
      constructor(
          i,
          new JavaType.Declared(own, List.of(), JavaContext.PLATFORM),
          reference.argumentCount());
      return;
    }
    List<JavaType> bases = types.bases(own);
    if (bases.isEmpty()) {
      outcomes.external(i, "java:java.lang.Object", Rule.BUILTIN);
      return;
    }
    switch (bases.getFirst()) {
      case JavaType.Declared base when base.symbol().entry().kind() == EntityKind.CLASS ->
          constructor(i, base, reference.argumentCount());
      case JavaType.Declared base -> outcomes.external(i, "java:java.lang.Object", Rule.BUILTIN);
      case JavaType.External base ->
          outcomes.external(i, "java:" + base.name(), Rule.EXTERNAL_MEMBER);
      case JavaType.Array a -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
    }
  }

  private @Nullable Symbol enclosingType(int owner) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (JavaScopes.isTypeLike(entities.get(at).kind())) {
        return types.symbolOf(at);
      }
    }
    return null;
  }

  /** A search for members of a name, and what it met on its way. */
  private static final class Search {
    final String name;
    final int argumentCount;
    final boolean isCall;

    /** Whether there was a base of which nothing is known. */
    boolean hasUnknownBase;

    /** Bases outside of the project of which only the name is known. */
    final Set<String> externals = new LinkedHashSet<>();

    /** Whether there was a member of the name that did not fit. */
    boolean hasName;

    Search(String name, int argumentCount, boolean isCall) {
      this.name = name;
      this.argumentCount = argumentCount;
      this.isCall = isCall;
    }

    boolean fits(Symbol symbol) {
      return switch (symbol.entry().kind()) {
        case METHOD -> isCall && symbol.accepts(argumentCount);
        case FIELD, CONSTANT, ENUM_MEMBER -> !isCall;
        default -> false;
      };
    }

    boolean isKind(Symbol symbol) {
      return isCall == (symbol.entry().kind() == EntityKind.METHOD);
    }

    boolean isIn(String platformType) {
      return isCall
          ? JavaPlatform.hasMethod(platformType, name, argumentCount)
          : JavaPlatform.hasField(platformType, name);
    }

    /** Whether a base that is not known may have the member. */
    boolean isOutside() {
      return hasUnknownBase || !externals.isEmpty();
    }

    /** The base that must have the member when nothing else has; null when that is not certain. */
    JavaType.@Nullable External onlyExternal() {
      return hasUnknownBase || externals.size() != 1
          ? null
          : new JavaType.External(externals.iterator().next(), List.of(), JavaContext.PLATFORM);
    }
  }

  /**
   * What a search found: one member, or several that fit equally; or a type outside of the project
   * that has it. Within is the type around the place that was searched, for bare names.
   */
  private record Found(
      List<Symbol> symbols,
      Rule rule,
      JavaType.@Nullable External external,
      JavaType.@Nullable Declared within) {
    Found(List<Symbol> symbols, Rule rule) {
      this(symbols, rule, null, null);
    }

    Found(JavaType.External external, Rule rule) {
      this(List.of(), rule, external, null);
    }

    Found in(JavaType.Declared type) {
      return new Found(symbols, rule, external, type);
    }

    @Nullable Symbol only() {
      return symbols.size() == 1 ? symbols.getFirst() : null;
    }
  }

  private void outcome(int i, Found found) {
    outcome(i, found, found.within());
  }

  private void outcome(int i, Found found, @Nullable JavaType receiver) {
    JavaType.External external = found.external();
    if (external != null) {
      String name = file.facts().references().get(i).name();
      outcomes.external(i, "java:" + external.symbol(name), found.rule());
    } else {
      choose(i, found.symbols(), found.rule(), receiver);
    }
  }

  /** Looks in the types around a place, innermost first, each with its bases. */
  private @Nullable Found enclosing(int owner, Search search) {
    List<EntityFact> entities = file.facts().entities();
    boolean isInnermost = true;
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (!JavaScopes.isTypeLike(entities.get(at).kind())) {
        continue;
      }
      Found found =
          inType(
              types.symbolOf(at),
              search,
              isInnermost ? Rule.OWN_MEMBER : Rule.SAME_FILE,
              Rule.INHERITED_MEMBER);
      // The innermost type that has a member of the name decides, whatever arguments it takes.
      if (found != null) {
        return found.in(self(at));
      }
      if (search.hasName) {
        return null;
      }
      isInnermost = false;
    }
    return null;
  }

  /** The type that an entity is, seen from inside: with its own type variables as arguments. */
  private JavaType.Declared self(int entity) {
    Symbol type = types.symbolOf(entity);
    return new JavaType.Declared(type, JavaTypes.variables(type.entry()), contextOf(entity));
  }

  /** The member that a type has or inherits. */
  private @Nullable Found inType(Symbol type, Search search, Rule own, Rule inherited) {
    JavaTypes.Members members = types.members(type, search.name);
    Found found = inProject(members, type, search, own, inherited);
    if (found != null) {
      return found;
    }
    for (JavaType.External base : members.externals()) {
      if (JavaPlatform.type(base.name()) == null) {
        search.externals.add(base.name());
      } else if (search.isIn(base.name())) {
        // What every object has is not told apart by who declares it again.
        return search.isCall && JavaBuiltins.isObjectMethod(search.name, search.argumentCount)
            ? implicit(type, search)
            : new Found(base, Rule.EXTERNAL_MEMBER);
      }
    }
    search.hasUnknownBase |= members.hasUnknownBase();
    return implicit(type, search);
  }

  /** A member that a type has without saying so. */
  private @Nullable Found implicit(Symbol type, Search search) {
    EntityKind kind = type.entry().kind();
    if (kind == EntityKind.ENUM_MEMBER) {
      // The enum around it is its base, and is looked into next.
      return null;
    }
    if (kind == EntityKind.ENUM && search.isCall) {
      boolean isOfType =
          (search.name.equals("values") && search.argumentCount <= 0)
              || (search.name.equals("valueOf")
                  && (search.argumentCount < 0 || search.argumentCount == 1));
      if (isOfType) {
        return new Found(List.of(type), Rule.TYPE_MEMBER);
      }
    }
    if (kind == EntityKind.RECORD && search.isCall && search.argumentCount <= 0) {
      Found component =
          inProject(
              types.members(type, search.name),
              type,
              new Search(search.name, -1, false),
              Rule.TYPE_MEMBER,
              Rule.TYPE_MEMBER);
      if (component != null) {
        return component;
      }
    }
    String base =
        switch (kind) {
          case ENUM -> "java.lang.Enum";
          case RECORD -> "java.lang.Record";
          case ANNOTATION -> "java.lang.annotation.Annotation";
          default -> "java.lang.Object";
        };
    return search.isIn(base)
        ? new Found(
            new JavaType.External(
                JavaBuiltins.isObjectMethod(search.name, search.argumentCount)
                    ? "java.lang.Object"
                    : base,
                List.of(),
                JavaContext.PLATFORM),
            Rule.BUILTIN)
        : null;
  }

  private @Nullable Found inProject(
      JavaTypes.Members members, Symbol type, Search search, Rule own, Rule inherited) {
    List<Symbol> fitting = new ArrayList<>(2);
    Set<String> signatures = new LinkedHashSet<>();
    boolean isFirst = true;
    boolean isOwn = true;
    for (List<Symbol> level : members.levels()) {
      for (Symbol symbol : level) {
        if (Modifier.PRIVATE.in(symbol.entry().modifiers()) && !symbol.path().equals(type.path())) {
          continue;
        }
        search.hasName |= search.isKind(symbol);
        // What a nearer type declares with the same parameters overrides what its bases declare.
        if (search.fits(symbol)
            && (!search.isCall
                || (signatures.add(signature(symbol))
                    && (isFirst || !isOverridden(symbol, fitting))))) {
          fitting.add(symbol);
          isOwn &= isFirst && sameType(symbol, type);
        }
      }
      if (!search.isCall && !fitting.isEmpty()) {
        break;
      }
      isFirst = false;
    }
    if (fitting.isEmpty()) {
      return null;
    }
    return new Found(fitting, isOwn ? own : inherited);
  }

  /** Whether one of these nearer methods overrides a method that takes type variables. */
  private boolean isOverridden(Symbol method, List<Symbol> nearer) {
    List<String> variables = List.of();
    for (Symbol near : nearer) {
      if (near.entry().maxArguments() != method.entry().maxArguments()
          || near.entry().details().getFirst().equals(method.entry().details().getFirst())) {
        continue;
      }
      if (variables.isEmpty()) {
        Symbol declarer = types.declarer(method);
        variables = declarer == null ? List.of() : JavaTypes.variables(declarer.entry());
        if (variables.isEmpty()) {
          return false;
        }
      }
      if (overrides(near, method, variables)) {
        return true;
      }
    }
    return false;
  }

  private static boolean overrides(Symbol near, Symbol far, List<String> variables) {
    for (int i = 0; ; i++) {
      String mine = JavaTypes.parameterType(near.entry(), i);
      String theirs = JavaTypes.parameterType(far.entry(), i);
      if (mine.isEmpty() || theirs.isEmpty()) {
        return mine.isEmpty() && theirs.isEmpty();
      }
      if (!variables.contains(theirs)
          && !JavaScopes.erased(mine).equals(JavaScopes.erased(theirs))) {
        return false;
      }
    }
  }

  private static boolean sameType(Symbol member, Symbol type) {
    return member.path().equals(type.path())
        && member.entry().details().getFirst().equals(type.entry().details().getFirst());
  }

  private static String signature(Symbol symbol) {
    StringBuilder signature = new StringBuilder();
    for (String detail : symbol.entry().details()) {
      if (detail.startsWith(JavaScopes.ARGUMENT)) {
        signature.append(detail);
      }
    }
    return signature.toString();
  }

  /** Whether a statically imported member decided the reference. */
  private boolean staticImport(int i, ReferenceFact reference, Search search) {
    JavaContext own = types.own();
    List<String> owners = own.statics().getOrDefault(reference.name(), List.of());
    Found found = inAny(owners, search, Rule.IMPORT);
    if (found == null) {
      found = inAny(own.staticWildcards(), search, Rule.WILDCARD_IMPORT);
    }
    if (found != null) {
      outcome(i, found);
      return true;
    }
    if (!owners.isEmpty()) {
      return externalOwner(i, owners, reference);
    }
    if (!search.isOutside()) {
      return externalOwner(i, own.staticWildcards(), reference);
    }
    return false;
  }

  private @Nullable Found inAny(List<String> owners, Search search, Rule rule) {
    List<Symbol> all = new ArrayList<>();
    for (String owner : owners) {
      JavaTypes.Named named = types.name(owner, types.own().in(""));
      if (named.type() instanceof JavaType.Declared declared) {
        Found found = inType(declared.symbol(), search, rule, rule);
        if (found != null) {
          all.addAll(found.symbols());
        }
      }
    }
    return all.isEmpty() ? null : new Found(all.stream().distinct().toList(), rule);
  }

  /** The only owner that is outside the project has the member. */
  private boolean externalOwner(int i, List<String> owners, ReferenceFact reference) {
    List<String> outside = new ArrayList<>();
    for (String owner : owners) {
      JavaTypes.Named named = types.name(owner, types.own().in(""));
      if (!(named.type() instanceof JavaType.Declared)) {
        outside.add(owner);
      }
    }
    if (outside.size() != 1) {
      return false;
    }
    outcomes.external(
        i, "java:" + outside.getFirst() + "#" + reference.name(), Rule.EXTERNAL_IMPORT);
    return true;
  }

  private void callOn(int i, ReferenceFact reference, Meaning receiver) {
    switch (receiver) {
      case Meaning.PackageName p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case Meaning.TypeName name -> callOn(i, reference, name.type(), Rule.TYPE_MEMBER);
      case Meaning.Value value -> callOn(i, reference, value.type(), value.rule());
    }
  }

  private void callOn(int i, ReferenceFact reference, JavaType type, Rule rule) {
    switch (type) {
      case JavaType.Declared declared -> {
        Search search = new Search(reference.name(), reference.argumentCount(), true);
        Found found = inType(declared.symbol(), search, rule, rule);
        if (found != null) {
          outcome(i, found, declared);
        } else {
          missing(i, search);
        }
      }
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      case JavaType.Array array ->
          outcomes.external(i, "java:java.lang.Object#" + reference.name(), Rule.BUILTIN);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
    }
  }

  /** A type of the project has no such member as far as its bases are known. */
  private void missing(int i, Search search) {
    JavaType.External base = search.onlyExternal();
    if (base != null && !search.hasName) {
      outcomes.external(i, "java:" + base.symbol(search.name), Rule.EXTERNAL_MEMBER);
    } else if (search.isOutside()) {
      outcomes.unresolved(i, Reason.EXTERNAL_BASE);
    } else {
      outcomes.unresolved(i, search.hasName ? Reason.ARITY : Reason.NO_SUCH_MEMBER);
    }
  }

  // Fields

  private void access(int i, ReferenceFact reference) {
    if (reference.receiver() >= 0) {
      accessOn(i, reference);
      return;
    }
    Search search = new Search(reference.name(), -1, false);
    Found found = enclosing(reference.owner(), search);
    if (found != null) {
      outcome(i, found);
      return;
    }
    JavaTypes.Named type = localType(reference.name(), reference.owner());
    if (type == null) {
      type = types.name(reference.name(), contextOf(reference.owner()));
    }
    if (type.type() instanceof JavaType.Declared declared) {
      outcomes.resolved(i, declared.symbol(), type.rule());
    } else if (type.type() instanceof JavaType.External external) {
      outcomes.external(i, "java:" + external.name(), type.rule());
    } else if (!staticImport(i, reference, search)) {
      boolean isPackage = isPackageName(reference.name()) && isQualifier(reference);
      if (isPackage) {
        outcomes.external(i, "java:" + reference.name(), Rule.QUALIFIED_NAME);
      } else {
        JavaType.External base = search.onlyExternal();
        if (base != null) {
          outcomes.external(i, "java:" + base.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
        } else {
          outcomes.unresolved(i, search.isOutside() ? Reason.EXTERNAL_BASE : Reason.NOT_VISIBLE);
        }
      }
    }
  }

  /** Whether a name is written as packages are; what broken code leaves out has an empty name. */
  private static boolean isPackageName(String name) {
    return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
  }

  /** Whether a bare name begins a qualified name that means a type. */
  private boolean isQualifier(ReferenceFact reference) {
    for (int expression : qualifiedBy().getOrDefault(reference.name(), List.of())) {
      if (meaning(expression, reference.start(), reference.owner()) instanceof Meaning.TypeName) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Map<String, List<Integer>> qualified;

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

  private void accessOn(int i, ReferenceFact reference) {
    Meaning receiver = meaning(reference.receiver(), reference.start(), reference.owner());
    JavaType type;
    Rule rule;
    switch (receiver) {
      case Meaning.PackageName p -> {
        packageMember(i, reference, p.name());
        return;
      }
      case Meaning.TypeName name -> {
        type = name.type();
        rule = Rule.TYPE_MEMBER;
      }
      case Meaning.Value value -> {
        type = value.type();
        rule = value.rule();
      }
    }
    switch (type) {
      case JavaType.Declared declared -> fieldOf(i, reference, declared, rule);
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      case JavaType.Array array ->
          outcomes.external(i, "java:array#" + reference.name(), Rule.BUILTIN);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
    }
  }

  private void fieldOf(int i, ReferenceFact reference, JavaType.Declared declared, Rule rule) {
    Search search = new Search(reference.name(), -1, false);
    Found found = inType(declared.symbol(), search, rule, rule);
    if (found != null) {
      outcome(i, found);
      return;
    }
    for (List<Symbol> level : types.members(declared.symbol(), reference.name()).levels()) {
      for (Symbol symbol : level) {
        if (JavaScopes.isType(symbol.entry().kind())) {
          outcomes.resolved(i, symbol, Rule.TYPE_MEMBER);
          return;
        }
      }
    }
    missing(i, search);
  }

  private void packageMember(int i, ReferenceFact reference, String packageName) {
    JavaTypes.Named named = types.name(packageName + "." + reference.name(), types.own().in(""));
    switch (named.type()) {
      case JavaType.Declared declared -> outcomes.resolved(i, declared.symbol(), named.rule());
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.name(), named.rule());
      case null ->
          outcomes.external(i, "java:" + packageName + "." + reference.name(), Rule.QUALIFIED_NAME);
      case JavaType.Array a -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
    }
  }

  private void functionValue(int i, ReferenceFact reference) {
    Meaning receiver =
        reference.receiver() < 0
            ? UNKNOWN
            : meaning(reference.receiver(), reference.start(), reference.owner());
    switch (typeOf(receiver)) {
      case JavaType.Declared declared -> {
        if (reference.name().equals("new")) {
          JavaTypes.Members constructors = types.members(declared.symbol(), JavaScopes.CONSTRUCTOR);
          choose(
              i,
              constructors.isEmpty()
                  ? List.of(declared.symbol())
                  : constructors.levels().getFirst(),
              Rule.CONSTRUCTOR);
          return;
        }
        Search search = new Search(reference.name(), -1, true);
        Found found = inType(declared.symbol(), search, Rule.TYPE_MEMBER, Rule.TYPE_MEMBER);
        if (found != null) {
          outcome(i, found);
        } else {
          missing(i, search);
        }
      }
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      case JavaType.Array a -> outcomes.external(i, "java:array#" + reference.name(), Rule.BUILTIN);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
    }
  }

  // Expressions

  /** What an expression means at a place. */
  private Meaning meaning(int expression, int offset, int owner) {
    Expression root = expressions.get(roots[expression]);
    long scope = -1 - scopeOf(owner);
    if (root.kind() == ExpressionKind.NAME) {
      int local = locals.indexAt(root.text(), offset);
      if (local >= 0) {
        scope = local;
      }
    }
    return meaning(expression, offset, owner, scope);
  }

  /** The outermost entity that has the same context: names that are not local mean the same. */
  private int scopeOf(int owner) {
    int scope = scopes[owner];
    if (scope == 0) {
      int parent = file.facts().entities().get(owner).parent();
      boolean isShared = parent > 0 && sameContext(owner, parent);
      scope = isShared ? scopeOf(parent) : owner + 1;
      scopes[owner] = scope;
    }
    return scope;
  }

  /** Whether code of both means the same by each name that is not a local variable. */
  private boolean sameContext(int owner, int parent) {
    EntityFact entity = file.facts().entities().get(owner);
    return !JavaScopes.isTypeLike(entity.kind())
        && entity.typeParameters().isEmpty()
        && !hasLocalTypes(owner)
        && parent > 0;
  }

  private boolean hasLocalTypes(int owner) {
    return localTypes().containsKey(owner + ".");
  }

  private Meaning meaning(int expression, int offset, int owner, long scope) {
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
      meanings.put(key(at, scope), UNKNOWN);
      Meaning made = depth >= MAX_DEPTH ? UNKNOWN : make(at, offset, owner, scope);
      meanings.put(key(at, scope), made);
    }
    return java.util.Objects.requireNonNull(meanings.get(key(expression, scope)));
  }

  private static long key(int expression, long scope) {
    return ((long) expression << 32) ^ (scope & 0xFFFFFFFFL);
  }

  private Meaning make(int at, int offset, int owner, long scope) {
    Expression expression = expressions.get(at);
    Meaning base =
        expression.base() < 0
            ? UNKNOWN
            : java.util.Objects.requireNonNull(meanings.get(key(expression.base(), scope)));
    depth++;
    Meaning made =
        switch (expression.kind()) {
          case NAME -> nameAt(expression.text(), offset, owner);
          case MEMBER -> memberOf(base, expression.text());
          case CALL -> result(expression, base, owner);
          case NEW, CAST ->
              new Meaning.Value(typeAt(expression.text(), owner), Rule.INFERRED_RECEIVER);
          case LITERAL -> literal(expression.text());
          case THIS -> own(owner);
          case SUPER -> base(owner, base);
          case INDEX ->
              base instanceof Meaning.Value value
                  ? new Meaning.Value(element(value.type()), value.rule())
                  : UNKNOWN;
          case LAMBDA ->
              expression.base() < 0 ? UNKNOWN : lambdaParameter(expression, owner, scope);
          case AWAIT, OTHER -> UNKNOWN;
        };
    depth--;
    return made;
  }

  private static JavaType element(JavaType type) {
    return type instanceof JavaType.Array array ? array.element() : JavaType.UNKNOWN;
  }

  private static Meaning literal(String kind) {
    return kind.equals("string")
        ? new Meaning.Value(
            new JavaType.External("java.lang.String", List.of(), JavaContext.PLATFORM),
            Rule.DECLARED_RECEIVER)
        : UNKNOWN;
  }

  private Meaning own(int owner) {
    List<EntityFact> entities = file.facts().entities();
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (JavaScopes.isTypeLike(entities.get(at).kind())) {
        return new Meaning.Value(self(at), Rule.OWN_MEMBER);
      }
    }
    return UNKNOWN;
  }

  /** {@code super}, or {@code Interface.super}. */
  private Meaning base(int owner, Meaning named) {
    if (named instanceof Meaning.TypeName name) {
      return new Meaning.Value(name.type(), Rule.INHERITED_MEMBER);
    }
    Symbol type = enclosingType(owner);
    List<JavaType> bases = type == null ? List.of() : types.bases(type);
    return bases.isEmpty()
        ? new Meaning.Value(
            new JavaType.External("java.lang.Object", List.of(), JavaContext.PLATFORM),
            Rule.BUILTIN)
        : new Meaning.Value(bases.getFirst(), Rule.INHERITED_MEMBER);
  }

  private Meaning nameAt(String name, int offset, int owner) {
    Binding local = locals.at(name, offset);
    if (local != null) {
      return local(local);
    }
    Search search = new Search(name, -1, false);
    Found field = enclosing(owner, search);
    if (field == null) {
      JavaTypes.Named type = localType(name, owner);
      if (type == null) {
        type = types.name(name, contextOf(owner));
      }
      if (type.type() != null) {
        return new Meaning.TypeName(type.type());
      }
      JavaContext own = types.own();
      field = inAny(own.statics().getOrDefault(name, List.of()), search, Rule.IMPORT);
      if (field == null) {
        field = inAny(own.staticWildcards(), search, Rule.WILDCARD_IMPORT);
      }
    }
    if (field == null) {
      return isPackageName(name) && !search.isOutside() ? new Meaning.PackageName(name) : UNKNOWN;
    }
    return fieldValue(field, name, field.within());
  }

  private Meaning fieldValue(Found field, String name, @Nullable JavaType receiver) {
    if (field.external() != null) {
      return new Meaning.Value(types.fieldOf(field.external(), name), Rule.INHERITED_MEMBER);
    }
    Symbol only = field.only();
    return only == null ? UNKNOWN : valueOf(only, receiver);
  }

  /** The type that is written in code, which may be a class declared there. */
  private JavaType typeAt(String written, int owner) {
    if (!localTypes().isEmpty() && written.indexOf('.') < 0 && !written.endsWith("[]")) {
      JavaTypes.Named inner = localType(head(written), owner);
      if (inner != null && inner.type() != null) {
        return inner.type();
      }
    }
    return types.type(written, contextOf(owner));
  }

  private Meaning local(Binding local) {
    if (!local.declaredType().isEmpty()) {
      return new Meaning.Value(typeAt(local.declaredType(), local.owner()), Rule.DECLARED_RECEIVER);
    }
    if (local.initializer() < 0) {
      return UNKNOWN;
    }
    Meaning value = meaning(local.initializer(), local.start() - 1, local.owner());
    if (!(value instanceof Meaning.Value known)) {
      return UNKNOWN;
    }
    return local.kind() == BindingKind.LOOP
        ? new Meaning.Value(types.element(known.type()), Rule.INFERRED_RECEIVER)
        : new Meaning.Value(known.type(), Rule.INFERRED_RECEIVER);
  }

  private static String head(String type) {
    int end = 0;
    while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
      end++;
    }
    return type.substring(0, end);
  }

  private Meaning valueOf(Symbol member, @Nullable JavaType receiver) {
    JavaType type = types.typeOf(member, receiver);
    if (member.entry().kind() != EntityKind.METHOD) {
      return new Meaning.Value(type, Rule.DECLARED_RECEIVER);
    }
    boolean isBound = JavaTypes.parameterText(member.entry(), member.entry().type()) != null;
    return new Meaning.Value(type, Rule.CALL_RESULT, isBound);
  }

  private Meaning memberOf(Meaning base, String name) {
    JavaType type;
    switch (base) {
      case Meaning.PackageName p -> {
        String dotted = p.name() + "." + name;
        JavaTypes.Named named = types.name(dotted, types.own().in(""));
        return named.type() != null
            ? new Meaning.TypeName(named.type())
            : new Meaning.PackageName(dotted);
      }
      case Meaning.TypeName t -> type = t.type();
      case Meaning.Value v -> type = v.type();
    }
    if (type instanceof JavaType.External external) {
      return memberOf(external, base instanceof Meaning.TypeName, name);
    }
    if (!(type instanceof JavaType.Declared declared)) {
      return UNKNOWN;
    }
    Found field =
        inType(
            declared.symbol(),
            new Search(name, -1, false),
            Rule.DECLARED_RECEIVER,
            Rule.DECLARED_RECEIVER);
    if (field != null) {
      return fieldValue(field, name, declared);
    }
    for (List<Symbol> level : types.members(declared.symbol(), name).levels()) {
      for (Symbol symbol : level) {
        if (JavaScopes.isType(symbol.entry().kind())) {
          return new Meaning.TypeName(new JavaType.Declared(symbol, List.of(), types.own()));
        }
      }
    }
    return UNKNOWN;
  }

  private Meaning memberOf(JavaType.External type, boolean isTypeName, String name) {
    String nested = type.name() + "." + name;
    return isTypeName && JavaPlatform.type(nested) != null
        ? new Meaning.TypeName(new JavaType.External(nested, List.of(), JavaContext.PLATFORM))
        : new Meaning.Value(types.fieldOf(type, name), Rule.DECLARED_RECEIVER);
  }

  private Meaning result(Expression call, Meaning base, int owner) {
    JavaType receiver = call.base() < 0 ? null : typeOf(base);
    if (receiver instanceof JavaType.External external) {
      return new Meaning.Value(
          types.resultOf(external, call.text(), call.argumentCount()), Rule.CALL_RESULT);
    }
    Found found = called(call, receiver, owner);
    if (found == null) {
      return UNKNOWN;
    }
    if (found.external() != null) {
      return new Meaning.Value(
          types.resultOf(found.external(), call.text(), call.argumentCount()), Rule.CALL_RESULT);
    }
    Symbol only = found.only();
    if (only != null && only.entry().kind() == EntityKind.ENUM) {
      JavaType type = new JavaType.Declared(only, List.of(), JavaContext.PLATFORM);
      return new Meaning.Value(
          call.text().equals("values") ? new JavaType.Array(type) : type, Rule.CALL_RESULT);
    }
    return common(found.symbols(), receiver == null ? found.within() : receiver);
  }

  private static JavaType typeOf(Meaning meaning) {
    return switch (meaning) {
      case Meaning.TypeName name -> name.type();
      case Meaning.Value value -> value.type();
      case Meaning.PackageName p -> JavaType.UNKNOWN;
    };
  }

  /** What a call expression calls in the project; receiver null for a bare name. */
  private @Nullable Found called(Expression call, @Nullable JavaType receiver, int owner) {
    Search search = new Search(call.text(), call.argumentCount(), true);
    if (receiver instanceof JavaType.Declared declared) {
      return inType(declared.symbol(), search, Rule.CALL_RESULT, Rule.CALL_RESULT);
    }
    if (receiver != null) {
      return null;
    }
    Found found = enclosing(owner, search);
    if (found == null && !search.hasName) {
      JavaContext own = types.own();
      found = inAny(own.statics().getOrDefault(call.text(), List.of()), search, Rule.IMPORT);
      if (found == null) {
        found = inAny(own.staticWildcards(), search, Rule.WILDCARD_IMPORT);
      }
    }
    return found;
  }

  /**
   * The parameter of a lambda. The expression holds the place of the lambda among the arguments, or
   * a dash when it is a value of the type that its base names, and the place of the parameter.
   */
  private Meaning lambdaParameter(Expression lambda, int owner, long scope) {
    int space = lambda.text().indexOf(' ');
    int parameter = Integer.parseInt(lambda.text().substring(space + 1));
    Expression call = expressions.get(lambda.base());
    if (lambda.text().startsWith("-")) {
      JavaType function =
          typeOf(java.util.Objects.requireNonNull(meanings.get(key(lambda.base(), scope))));
      return new Meaning.Value(
          types.functionParameter(function, parameter), Rule.INFERRED_RECEIVER);
    }
    int argument = Integer.parseInt(lambda.text().substring(0, space));
    if (call.kind() == ExpressionKind.NEW) {
      JavaType created = types.type(call.text(), contextOf(owner));
      List<Symbol> fitting =
          created instanceof JavaType.Declared declared
              ? types.members(declared.symbol(), JavaScopes.CONSTRUCTOR).levels().stream()
                  .flatMap(List::stream)
                  .filter(constructor -> constructor.accepts(call.argumentCount()))
                  .toList()
              : List.of();
      return lambdaParameter(fitting, created, argument, parameter);
    }
    JavaType receiver =
        call.base() < 0
            ? null
            : typeOf(java.util.Objects.requireNonNull(meanings.get(key(call.base(), scope))));
    if (receiver instanceof JavaType.External external) {
      return new Meaning.Value(
          types.lambdaParameter(external, call.text(), call.argumentCount(), argument, parameter),
          Rule.INFERRED_RECEIVER);
    }
    Found found = called(call, receiver, owner);
    return found == null
        ? UNKNOWN
        : found.external() != null
            ? new Meaning.Value(
                types.lambdaParameter(
                    found.external(), call.text(), call.argumentCount(), argument, parameter),
                Rule.INFERRED_RECEIVER)
            : lambdaParameter(
                found.symbols(), receiver == null ? found.within() : receiver, argument, parameter);
  }

  /** Overloads that would all give the parameter the same type give it. */
  private Meaning lambdaParameter(
      List<Symbol> methods, @Nullable JavaType receiver, int argument, int parameter) {
    JavaType type = null;
    for (Symbol method : methods) {
      JavaType one = types.lambdaParameter(method, receiver, argument, parameter);
      if (one instanceof JavaType.Unknown || (type != null && !type.equals(one))) {
        return UNKNOWN;
      }
      type = one;
    }
    return type == null ? UNKNOWN : new Meaning.Value(type, Rule.INFERRED_RECEIVER);
  }

  /** Overloads that all give the same type give it, whichever is meant. */
  private Meaning common(List<Symbol> symbols, @Nullable JavaType receiver) {
    Meaning first = valueOf(symbols.getFirst(), receiver);
    for (Symbol symbol : symbols.subList(1, symbols.size())) {
      if (!symbol.entry().type().equals(symbols.getFirst().entry().type())
          || !symbol.path().equals(symbols.getFirst().path())) {
        return UNKNOWN;
      }
    }
    return first;
  }
}
