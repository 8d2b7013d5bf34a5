package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Works out what expressions mean, of the file being linked and of entries of others. */
final class Evaluator {
  private static final int MAX_DEPTH = 24;

  /** Longest way to a value from outside that is written down. */
  private static final int MAX_WAY = 200;

  /**
   * What the meaning of an expression of the file depends on: where it stands, in a few numbers.
   */
  private record Key(int expression, int owner, int local, int receiver) {}

  /** A definition as seen from a type that has it. */
  private record Definition(
      String path,
      String localId,
      Type.@Nullable Declared within,
      Type.@Nullable Declared of,
      boolean isCalled,
      Use use) {}

  /**
   * How a definition is used.
   *
   * @param receiver Type of the value that it is used on; unknown for none.
   * @param arguments Type arguments that are written.
   */
  private record Use(Type receiver, List<Type> arguments) {
    static final Use PLAIN = new Use(Type.UNKNOWN, List.of());
  }

  private final Dialect dialect;
  private final SourceFile file;
  private final List<Expression> expressions;
  private final LocalBindings locals;
  private final Types types;
  private final Places places;
  private final Definitions definitions;
  private final Map<Key, Meaning> meanings = new HashMap<>();
  private final Map<Definition, Type> definitionTypes = new HashMap<>();
  private int depth;

  /** Whether something was not followed to its end, so that its type may be known elsewhere. */
  private boolean isCut;

  Evaluator(Dialect dialect, SourceFile file, Types types, Places places, Definitions definitions) {
    this.dialect = dialect;
    this.file = file;
    this.expressions = file.facts().expressions();
    this.locals = new LocalBindings(file.facts());
    this.types = types;
    this.places = places;
    this.definitions = definitions;
  }

  Site here(int owner, int offset) {
    return new Site(places.of(owner), owner, offset);
  }

  /** What an expression of the file means. */
  Meaning meaning(int expression, int owner, int offset) {
    int root = expression;
    // Bases first and without recursion: a chain may be thousands of calls long.
    int[] chain = new int[8];
    int length = 0;
    for (int at = expression; at >= 0; at = expressions.get(at).base()) {
      if (length == chain.length) {
        chain = Arrays.copyOf(chain, length * 2);
      }
      chain[length++] = at;
      root = at;
    }
    Expression first = expressions.get(root);
    int local = first.kind() == ExpressionKind.NAME ? locals.indexAt(first.text(), offset) : -1;
    int receiver = places.receiverAt(offset);
    int known = 0;
    while (known < length && !meanings.containsKey(new Key(chain[known], owner, local, receiver))) {
      known++;
    }
    Site site = here(owner, offset);
    IntFunction<Meaning> at =
        e ->
            e < 0
                ? Meaning.UNKNOWN
                : meanings.getOrDefault(new Key(e, owner, local, receiver), Meaning.UNKNOWN);
    for (int i = known - 1; i >= 0; i--) {
      Key key = new Key(chain[i], owner, local, receiver);
      // An expression that is asked for while it is being worked out is a cycle.
      meanings.put(key, Meaning.UNKNOWN);
      meanings.put(key, guarded(expressions, chain[i], at, site));
    }
    return at.apply(expression);
  }

  /** What the steps of an entry mean at its place. */
  private Meaning meaning(List<Expression> steps, Place place) {
    List<Meaning> found = new ArrayList<>(steps.size());
    Site site = Site.entry(place);
    for (int i = 0; i < steps.size(); i++) {
      found.add(guarded(steps, i, e -> e < 0 ? Meaning.UNKNOWN : found.get(e), site));
    }
    return found.getLast();
  }

  private Meaning guarded(List<Expression> all, int index, IntFunction<Meaning> known, Site site) {
    if (depth >= MAX_DEPTH) {
      isCut = true;
      return Meaning.UNKNOWN;
    }
    depth++;
    try {
      return step(all, index, known, site);
    } finally {
      depth--;
    }
  }

  private Meaning step(List<Expression> all, int index, IntFunction<Meaning> known, Site site) {
    Expression step = all.get(index);
    boolean isBased = step.base() >= 0;
    Meaning base = known.apply(step.base());
    return switch (step.kind()) {
      case NAME ->
          isGeneric(step.text()) ? genericName(step.text(), site) : name(step.text(), site);
      case MEMBER -> member(base, step.text(), site);
      case CALL -> call(step, isBased ? base : null, site);
      case NEW, CAST -> new Meaning.Value(typeAt(step.text(), site), Rule.INFERRED_RECEIVER);
      case LITERAL -> literal(step.text(), site);
      case THIS -> isBased ? new Meaning.Value(base.type(), Rule.OWN_MEMBER) : self(site);
      case SUPER -> isBased ? new Meaning.Value(base.type(), Rule.INHERITED_MEMBER) : above(site);
      case INDEX -> new Meaning.Value(indexed(base.type(), site), Rule.INFERRED_RECEIVER);
      case AWAIT -> new Meaning.Value(dialect.awaited(base.type()), Rule.INFERRED_RECEIVER);
      case LAMBDA -> given(all, step, known, site);
      case OTHER -> other(all, step, known, site);
    };
  }

  /** A type that is written in code, which may be one that is declared there. */
  Type typeAt(String written, Site site) {
    TypeText text = dialect.read(written);
    if (!text.name().isEmpty() && text.name().equals(dialect.baseType())) {
      return above(site).type();
    }
    Type.Declared inner = site.isHere() ? innerType(text.name(), site.owner()) : null;
    return inner != null ? inner : types.type(text, site.place());
  }

  /** A type that is declared by a name in the code around; null for none. */
  Type.@Nullable Declared innerType(String name, int owner) {
    for (int entity : places.declaredInCode(name, owner)) {
      if (file.facts().entities().get(entity).kind().isType()) {
        return places.self(entity);
      }
    }
    return null;
  }

  private boolean isGeneric(String text) {
    return dialect.hasGenericNames() && text.indexOf('<') > 0;
  }

  /** A name with type arguments, which is that of a type: functions have none before the call. */
  private Meaning genericName(String text, Site site) {
    Type type = typeAt(text, site);
    return type instanceof Type.Unknown ? Meaning.UNKNOWN : new Meaning.TypeName(type);
  }

  /** What iterating over a value gives. */
  private Type element(Type type) {
    Type element = dialect.element(type);
    if (element instanceof Type.Unknown && type instanceof Type.Declared declared) {
      for (Type base : types.bases().line(declared)) {
        if (base instanceof Type.External external) {
          element = dialect.element(external);
          if (!(element instanceof Type.Unknown)) {
            return element;
          }
        }
      }
    }
    return element;
  }

  private Type indexed(Type type, Site site) {
    if (type instanceof Type.Declared declared && !dialect.indexer().isEmpty()) {
      Found found =
          definitions.member(
              declared,
              Wanted.value(dialect.indexer()),
              site.place(),
              Rule.TYPE_MEMBER,
              Rule.TYPE_MEMBER,
              new Notes());
      if (found != null) {
        return typeOf(found, false, Use.PLAIN);
      }
    }
    Type element = dialect.indexed(type);
    return element instanceof Type.Unknown ? element(type) : element;
  }

  private Meaning literal(String kind, Site site) {
    String name = dialect.literal(kind);
    return name == null
        ? Meaning.UNKNOWN
        : new Meaning.Value(types.type(name, site.place()), Rule.DECLARED_RECEIVER);
  }

  private Meaning self(Site site) {
    List<Type> around = implicits(site);
    return around.isEmpty()
        ? Meaning.UNKNOWN
        : new Meaning.Value(around.getFirst(), Rule.OWN_MEMBER);
  }

  private Meaning above(Site site) {
    for (Type type : implicits(site)) {
      if (type instanceof Type.Declared declared) {
        if (dialect.namesTypesApart()) {
          return new Meaning.TypeName(types.bases().base(declared));
        }
        Type base = types.bases().superclass(declared);
        return base == null ? Meaning.UNKNOWN : new Meaning.Value(base, Rule.INHERITED_MEMBER);
      }
    }
    return Meaning.UNKNOWN;
  }

  /** The types whose members can be named without saying so, the nearest first. */
  List<Type> implicits(Site site) {
    List<Type> found = new ArrayList<>(2);
    if (site.isHere()) {
      for (Places.Implicit one : places.implicits(site.owner(), site.offset())) {
        Binding binding = one.binding();
        found.add(binding == null ? places.self(one.entity()) : typeOf(binding));
      }
      return found;
    }
    Place place = site.place();
    String key = place.enclosing();
    while (!key.isEmpty() && !key.equals(place.space())) {
      if (types.qualified(key).type() instanceof Type.Declared declared) {
        found.add(declared);
      }
      key = NominalScopes.isGlobal(key) ? Types.outer(key) : "";
    }
    return found;
  }

  /** The type of a local name. */
  private Type typeOf(Binding binding) {
    Site site = here(binding.owner(), binding.start() - 1);
    if (!binding.declaredType().isEmpty()) {
      return typeAt(binding.declaredType(), site);
    }
    if (binding.initializer() < 0 || depth >= MAX_DEPTH) {
      isCut |= depth >= MAX_DEPTH;
      return Type.UNKNOWN;
    }
    depth++;
    Meaning value = meaning(binding.initializer(), binding.owner(), binding.start() - 1);
    depth--;
    return binding.kind() == BindingKind.LOOP ? element(value.type()) : value.type();
  }

  private Meaning name(String name, Site site) {
    String qualifier = dialect.qualifyingSpace(name);
    if (qualifier != null) {
      return new Meaning.Space(types.qualifyingSpace(qualifier, site.place()));
    }
    if (site.isHere()) {
      Binding local = locals.at(name, site.offset());
      if (local != null) {
        Rule rule =
            local.declaredType().isEmpty() ? Rule.INFERRED_RECEIVER : Rule.DECLARED_RECEIVER;
        Type.Declared inner = innerType(name, site.owner());
        return inner != null ? new Meaning.TypeName(inner) : new Meaning.Value(typeOf(local), rule);
      }
    }
    if (dialect.isFileVariable(name)) {
      return fileVariable(name, site);
    }
    if (dialect.namesTypesApart()) {
      Type type = typeAt(name, site);
      return type instanceof Type.Unknown ? Meaning.UNKNOWN : new Meaning.TypeName(type);
    }
    Type variable = site.place().variables().get(name);
    if (variable != null) {
      return new Meaning.TypeName(variable);
    }
    Wanted wanted = Wanted.value(name);
    Notes notes = new Notes();
    Found found = ofImplicits(wanted, site, notes);
    if (found != null) {
      return new Meaning.Value(typeOf(found, false, Use.PLAIN), Rule.DECLARED_RECEIVER);
    }
    if (!dialect.root().isEmpty() && name.equals(dialect.root())) {
      return new Meaning.Space("");
    }
    Types.Named type = types.name(name, site.place());
    if (type.type() != null) {
      return new Meaning.TypeName(aliased(type.type()));
    }
    found = definitions.free(wanted, site.place(), notes);
    if (found != null && found.external().isEmpty()) {
      return new Meaning.Value(typeOf(found, false, Use.PLAIN), Rule.DECLARED_RECEIVER);
    }
    String base = notes.onlyExternal();
    return base != null && found == null
        ? new Meaning.Value(Type.External.resultOf(base + "#" + name), Rule.EXTERNAL_MEMBER)
        : space(name, site.place());
  }

  private Meaning fileVariable(String name, Site site) {
    int entity = site.isHere() ? places.variable(name) : -1;
    int value = entity < 0 ? -1 : file.facts().entities().get(entity).initializer();
    if (value < 0 || depth >= MAX_DEPTH) {
      return Meaning.UNKNOWN;
    }
    EntityFact fact = file.facts().entities().get(entity);
    depth++;
    Type type = meaning(value, fact.parent(), fact.start()).type();
    depth--;
    return new Meaning.Value(type, Rule.INFERRED_RECEIVER);
  }

  /** A type by its name; of an alias what it stands for. */
  Type aliased(Type type) {
    return type instanceof Type.Declared declared
        ? types.withArguments(declared.symbol(), declared.arguments())
        : type;
  }

  private Meaning space(String name, Place place) {
    for (FileContext.Import one : place.imports(name)) {
      return new Meaning.Space(one.qualified());
    }
    return new Meaning.Space(name);
  }

  private Meaning member(Meaning base, String text, Site site) {
    TypeText written = isGeneric(text) ? dialect.read(text) : TypeText.of(text);
    String name = written.name();
    List<Type> arguments = arguments(written, site);
    if (base instanceof Meaning.Space space) {
      Types.Named type = inSpace(space.name(), name, site.place());
      if (type.type() != null) {
        return new Meaning.TypeName(
            arguments.isEmpty() ? aliased(type.type()) : withArguments(type.type(), arguments));
      }
      Found free =
          definitions.inSpace(
              space.name(), name, Wanted.value(name), Rule.MODULE_MEMBER, new Notes());
      return free != null
          ? new Meaning.Value(typeOf(free, false, Use.PLAIN), Rule.DECLARED_RECEIVER)
          : new Meaning.Space(space.name() + "." + name);
    }
    Type type = base.type();
    if (base instanceof Meaning.TypeName
        && type instanceof Type.Declared declared
        && !dialect.namesTypesApart()) {
      Symbol nested = types.bases().nestedType(declared, name);
      if (nested != null) {
        return new Meaning.TypeName(types.withArguments(nested, arguments));
      }
    }
    Wanted wanted = Wanted.value(memberName(name, false, base));
    Found found = on(type, wanted, site, Rule.DECLARED_RECEIVER, new Notes());
    if (found != null && found.external().isEmpty()) {
      Use use = new Use(type, List.of());
      return new Meaning.Value(typeOf(found, false, use), Rule.DECLARED_RECEIVER);
    }
    if (base instanceof Meaning.TypeName
        && type instanceof Type.External external
        && !dialect.namesTypesApart()) {
      return new Meaning.TypeName(new Type.External(external.name() + "." + name, arguments));
    }
    return new Meaning.Value(resultOfOutside(type, name), Rule.DECLARED_RECEIVER);
  }

  private List<Type> arguments(TypeText written, Site site) {
    List<Type> arguments = new ArrayList<>(written.arguments().size());
    for (TypeText argument : written.arguments()) {
      arguments.add(types.type(argument, site.place()));
    }
    return arguments;
  }

  private Type withArguments(Type type, List<Type> arguments) {
    return switch (type) {
      case Type.Declared declared -> types.withArguments(declared.symbol(), arguments);
      case Type.External external -> dialect.outside(external.name(), arguments);
      case Type.Array array -> array;
      case Type.Function function -> function;
      case Type.Unknown unknown -> unknown;
    };
  }

  /** The type of a name in a space that is written, seen from the spaces around as well. */
  Types.Named inSpace(String space, String name, Place place) {
    return types.name(space + "." + name, place);
  }

  /** The name under which a member is looked for. */
  String memberName(String name, boolean isFunction, @Nullable Meaning base) {
    return base == null || base instanceof Meaning.Space
        ? name
        : dialect.memberName(name, isFunction, base instanceof Meaning.TypeName);
  }

  private Meaning call(Expression call, @Nullable Meaning base, Site site) {
    List<Type> arguments =
        isGeneric(call.text()) ? arguments(dialect.read(call.text()), site) : List.of();
    Wanted wanted = called(call, base);
    Notes notes = new Notes();
    Found found = base == null ? bare(wanted, site, notes) : on(base, wanted, site, notes);
    if (found != null && found.external().isEmpty() && !found.symbols().isEmpty()) {
      Use use = new Use(base == null ? Type.UNKNOWN : base.type(), arguments);
      return new Meaning.Value(typeOf(found, true, use), Rule.CALL_RESULT);
    }
    if (base != null) {
      Type made = dialect.generic(base.type(), wanted.name(), arguments);
      return new Meaning.Value(
          made instanceof Type.Unknown ? resultOfOutside(base.type(), wanted.name()) : made,
          Rule.CALL_RESULT);
    }
    if (!dialect.staysOutside()) {
      return Meaning.UNKNOWN;
    }
    if (found == null || found.external().isEmpty()) {
      List<Type> around = found == null ? implicits(site) : List.<Type>of();
      return around.isEmpty()
          ? Meaning.UNKNOWN
          : new Meaning.Value(
              dialect.standardResult(around.getFirst(), wanted.name()), Rule.CALL_RESULT);
    }
    Type made =
        isTypeName(found.external())
            ? new Type.External(found.external(), List.of())
            : Type.External.resultOf(found.external());
    return new Meaning.Value(made, Rule.CALL_RESULT);
  }

  private Wanted called(Expression call, @Nullable Meaning base) {
    String text = call.text();
    String name = isGeneric(text) ? text.substring(0, text.indexOf('<')) : text;
    return new Wanted(memberName(name, true, base), Math.max(0, call.argumentCount()));
  }

  /** What a member gives that is not one of the project. */
  private Type resultOfOutside(Type type, String member) {
    Type result = dialect.standardResult(type, member);
    if (!(result instanceof Type.Unknown)
        || !(type instanceof Type.External external)
        || !dialect.staysOutside()) {
      return result;
    }
    // A chain of calls stays outside, however long it is.
    return external.name().length() > MAX_WAY
        ? Type.UNKNOWN
        : Type.External.resultOf(external.name() + "#" + member);
  }

  /** Whether a symbol from outside is written as types are: calling it makes one. */
  private static boolean isTypeName(String symbol) {
    String name = symbol.substring(symbol.lastIndexOf('.') + 1);
    return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
  }

  /** What a name means that stands alone and is no local variable; null for nothing. */
  @Nullable Found bare(Wanted wanted, Site site, Notes notes) {
    if (dialect.namesTypesApart()) {
      return definitions.free(wanted, site.place(), notes);
    }
    if (site.isHere()) {
      List<Symbol> inner = innerFunctions(wanted, site.owner());
      if (!inner.isEmpty()) {
        return Found.of(inner, null, Rule.SAME_FILE);
      }
      Type.Declared type =
          wanted.isCall() && dialect.callsTypes() ? innerType(wanted.name(), site.owner()) : null;
      if (type != null) {
        return definitions.constructor(type, wanted.argumentCount(), notes);
      }
    }
    Found found = ofImplicits(wanted, site, notes);
    if (found != null) {
      return found;
    }
    Found free = definitions.free(wanted, site.place(), notes);
    if (free != null && free.external().isEmpty() || wanted.isCall() && !dialect.callsTypes()) {
      return free;
    }
    Types.Named type = types.name(wanted.name(), site.place());
    if (type.type() != null) {
      return ofType(aliased(type.type()), wanted, type.rule(), notes);
    }
    if (type.candidates().size() > 1) {
      return Found.of(type.candidates(), null, Rule.CANDIDATES);
    }
    for (Type implicit : implicits(site)) {
      Found extension = definitions.extension(implicit, wanted, site.place());
      if (extension != null) {
        return extension;
      }
    }
    return free;
  }

  /** A type that is called, or named as a value. */
  private @Nullable Found ofType(Type type, Wanted wanted, Rule rule, Notes notes) {
    return switch (type) {
      case Type.Declared declared when wanted.isCall() ->
          called(declared, wanted.argumentCount(), notes);
      case Type.Declared declared -> Found.of(List.of(declared.symbol()), declared, rule);
      case Type.External external -> Found.external(external.name(), rule);
      case Type.Function f -> null;
      case Type.Array a -> null;
      case Type.Unknown u -> null;
    };
  }

  /** A type that is called: its constructor, or what the language says calling it means. */
  private Found called(Type.Declared type, int argumentCount, Notes notes) {
    String function = dialect.calledOnType();
    if (!function.isEmpty()) {
      Found found =
          definitions.member(
              type,
              new Wanted(function, argumentCount),
              types.inside(type),
              Rule.TYPE_MEMBER,
              Rule.TYPE_MEMBER,
              new Notes());
      if (found != null) {
        return found;
      }
    }
    return definitions.constructor(type, argumentCount, notes);
  }

  private @Nullable Found ofImplicits(Wanted wanted, Site site, Notes notes) {
    boolean isInnermost = true;
    for (Type implicit : implicits(site)) {
      if (implicit instanceof Type.Declared declared) {
        Found found =
            definitions.member(
                declared,
                wanted,
                site.place(),
                isInnermost ? Rule.OWN_MEMBER : Rule.SAME_FILE,
                Rule.INHERITED_MEMBER,
                notes);
        if (found != null) {
          return found;
        }
        isInnermost = false;
      } else if (implicit instanceof Type.External external) {
        notes.externals.add(external.name());
      } else {
        notes.hasUnknownBase = true;
      }
    }
    return null;
  }

  private List<Symbol> innerFunctions(Wanted wanted, int owner) {
    List<Symbol> fitting = new ArrayList<>(1);
    for (int entity : places.declaredInCode(wanted.name(), owner)) {
      EntityFact fact = file.facts().entities().get(entity);
      if (fact.kind().isCallable()) {
        fitting.add(
            new Symbol(
                file.path(),
                new SymbolEntry(
                    "",
                    fact.name(),
                    file.localId(entity),
                    fact.kind(),
                    fact.modifiers(),
                    0,
                    -1,
                    fact.declaredType(),
                    List.of(places.of(entity).space()))));
      }
    }
    return fitting.size() > 1 ? fitting.subList(0, 1) : fitting;
  }

  /** What a name means behind an expression; null for nothing. */
  @Nullable Found on(Meaning base, Wanted wanted, Site site, Notes notes) {
    return switch (base) {
      case Meaning.Space space -> onSpace(space.name(), wanted, site, notes);
      case Meaning.TypeName name -> onType(name.type(), wanted, site, notes);
      case Meaning.Value value -> on(value.type(), wanted, site, value.rule(), notes);
    };
  }

  private @Nullable Found onSpace(String space, Wanted wanted, Site site, Notes notes) {
    Found free = definitions.inSpace(space, wanted.name(), wanted, Rule.MODULE_MEMBER, notes);
    if (free != null || dialect.namesTypesApart()) {
      return free;
    }
    if (wanted.isCall() && !dialect.callsTypes()) {
      return null;
    }
    Types.Named type = inSpace(space, wanted.name(), site.place());
    if (type.type() != null) {
      return ofType(aliased(type.type()), wanted, Rule.QUALIFIED_NAME, notes);
    }
    return type.candidates().size() > 1 ? Found.of(type.candidates(), null, Rule.CANDIDATES) : null;
  }

  private @Nullable Found onType(Type type, Wanted wanted, Site site, Notes notes) {
    if (type instanceof Type.Declared declared
        && (!wanted.isCall() || dialect.callsTypes())
        && !dialect.namesTypesApart()) {
      Symbol nested = types.bases().nestedType(declared, wanted.name());
      if (nested != null) {
        return ofType(types.withArguments(nested, List.of()), wanted, Rule.TYPE_MEMBER, notes);
      }
    }
    return on(type, wanted, site, Rule.TYPE_MEMBER, notes);
  }

  /** The member or extension of a type; null for none. */
  private @Nullable Found on(Type type, Wanted wanted, Site site, Rule rule, Notes notes) {
    if (type instanceof Type.Declared declared) {
      Found found = definitions.member(declared, wanted, site.place(), rule, rule, notes);
      if (found != null) {
        return found;
      }
    }
    Found extension = definitions.extension(type, wanted, site.place());
    if (extension != null) {
      return extension;
    }
    return type instanceof Type.External external
        ? Found.external(external.name() + "#" + wanted.name(), Rule.EXTERNAL_MEMBER)
        : null;
  }

  /** The type of what was found: of several, the one that all have whose type is known. */
  private Type typeOf(Found found, boolean isCalled, Use use) {
    Type common = Type.UNKNOWN;
    for (Symbol symbol : found.symbols()) {
      Type type = typeOf(symbol, found.within(), found.of(), isCalled, use);
      if (common instanceof Type.Unknown) {
        common = type;
      } else if (!(type instanceof Type.Unknown) && !type.equals(common)) {
        return Type.UNKNOWN;
      }
    }
    return common;
  }

  private Type typeOf(
      Symbol symbol,
      Type.@Nullable Declared within,
      Type.@Nullable Declared receiver,
      boolean isCalled,
      Use anyUse) {
    boolean isGeneric = !NominalScopes.all(symbol.entry(), NominalScopes.TYPE_PARAMETER).isEmpty();
    Use use = isGeneric ? anyUse : Use.PLAIN;
    Type.Declared of = dialect.receiverTypes().isEmpty() ? null : receiver;
    Definition definition =
        new Definition(symbol.path(), symbol.entry().localId(), within, of, isCalled, use);
    Type known = definitionTypes.get(definition);
    if (known == null) {
      boolean wasCut = isCut;
      isCut = false;
      // A definition that is made from itself has no type.
      definitionTypes.put(definition, Type.UNKNOWN);
      known = findTypeOf(symbol, within, of, isCalled, use);
      if (isCut) {
        definitionTypes.remove(definition);
      } else {
        definitionTypes.put(definition, known);
      }
      isCut |= wasCut;
    }
    return known;
  }

  private Type findTypeOf(
      Symbol symbol,
      Type.@Nullable Declared within,
      Type.@Nullable Declared receiver,
      boolean isCalled,
      Use use) {
    SymbolEntry entry = symbol.entry();
    EntityKind kind = entry.kind();
    if (kind.isType()) {
      return types.withArguments(symbol, List.of());
    }
    if (kind == EntityKind.CONSTRUCTOR || kind == EntityKind.ENUM_MEMBER) {
      return within == null ? Type.UNKNOWN : within;
    }
    Place place = within == null ? types.atTop(symbol) : types.inside(within);
    Map<String, Type> variables = new HashMap<>(variables(entry, place, use));
    if (receiver != null && within != null) {
      dialect.receiverTypes().forEach(word -> variables.put(word, receiver));
      if (dialect.isMixedIn(within.symbol().entry().kind())) {
        dialect.ownTypes().forEach(word -> variables.put(word, receiver));
      }
    }
    Type type = written(entry, place.with(variables));
    boolean isFunction = kind.isCallable();
    if (isFunction && !isCalled) {
      return Type.UNKNOWN;
    }
    return !isFunction && isCalled
        ? type instanceof Type.Function function ? function.result() : Type.UNKNOWN
        : type;
  }

  /** What the type parameters of a function stand for where it is used. */
  private Map<String, Type> variables(SymbolEntry entry, Place place, Use use) {
    List<String> parameters = NominalScopes.all(entry, NominalScopes.TYPE_PARAMETER);
    if (parameters.isEmpty()) {
      return Map.of();
    }
    Map<String, Type> variables = new HashMap<>();
    boolean isWritten = parameters.size() == use.arguments().size();
    for (int i = 0; i < parameters.size(); i++) {
      variables.put(
          NominalScopes.leadingName(parameters.get(i)),
          isWritten ? use.arguments().get(i) : Type.UNKNOWN);
    }
    if (!isWritten) {
      for (String receiver : NominalScopes.all(entry, NominalScopes.RECEIVER)) {
        unify(dialect.read(receiver), use.receiver(), variables, 0);
      }
      for (String parameter : parameters) {
        String bound = dialect.bound(parameter);
        if (!bound.isEmpty()) {
          variables.computeIfPresent(
              NominalScopes.leadingName(parameter),
              (name, type) -> type instanceof Type.Unknown ? types.type(bound, place) : type);
        }
      }
    }
    return variables;
  }

  /** Learns from a type what the variables in what is written for it stand for. */
  private void unify(TypeText written, Type type, Map<String, Type> variables, int level) {
    if (type instanceof Type.Unknown || level > 4) {
      return;
    }
    if (variables.containsKey(written.name())) {
      variables.put(written.name(), type);
      return;
    }
    if (written.arguments().isEmpty()) {
      return;
    }
    List<Type> arguments = arguments(written.name(), type);
    for (int i = 0; i < arguments.size() && i < written.arguments().size(); i++) {
      unify(written.arguments().get(i), arguments.get(i), variables, level + 1);
    }
  }

  /** The arguments of a type as one of a name that it is or is based on. */
  private List<Type> arguments(String name, Type type) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    switch (type) {
      case Type.Declared declared -> {
        for (Type base : types.bases().line(declared)) {
          if (base instanceof Type.Declared one
              && NominalScopes.simpleName(one.symbol().entry()).equals(simple)) {
            return one.arguments();
          }
          if (base instanceof Type.External external && external.simpleName().equals(simple)) {
            return external.arguments();
          }
        }
      }
      case Type.External external -> {
        if (external.simpleName().equals(simple)) {
          return external.arguments();
        }
      }
      case Type.Array array -> {
        if (name.equals(TypeText.ARRAY)) {
          return List.of(array.element());
        }
      }
      case Type.Function f -> {
        return List.of();
      }
      case Type.Unknown u -> {
        return List.of();
      }
    }
    Type element = element(type);
    return element instanceof Type.Unknown ? List.of() : List.of(element);
  }

  private Type written(SymbolEntry entry, Place place) {
    if (!StepText.is(entry.type())) {
      return types.type(entry.type(), place);
    }
    if (depth >= MAX_DEPTH) {
      isCut = true;
      return Type.UNKNOWN;
    }
    depth++;
    Type type = meaning(StepText.read(entry.type()), place).type();
    depth--;
    return type;
  }

  /** What indexers write for values that have no form of their own. */
  private Meaning other(
      List<Expression> all, Expression step, IntFunction<Meaning> known, Site site) {
    if (step.base() < 0) {
      return Meaning.UNKNOWN;
    }
    if (step.text().equals("::")) {
      return new Meaning.TypeName(known.apply(step.base()).type());
    }
    Type type =
        switch (step.text()) {
          case "it" -> lambdaParameter(all.get(step.base()), known, site);
          case "element", "each" -> element(known.apply(step.base()).type());
          case "()" ->
              known.apply(step.base()).type() instanceof Type.Function function
                  ? function.result()
                  : Type.UNKNOWN;
          default -> dialect.other(step.text(), known.apply(step.base()).type());
        };
    return new Meaning.Value(type, Rule.INFERRED_RECEIVER);
  }

  /** The first parameter of a function that is given to a call. */
  private Type lambdaParameter(Expression call, IntFunction<Meaning> known, Site site) {
    if (call.kind() != ExpressionKind.CALL) {
      return Type.UNKNOWN;
    }
    Meaning base = call.base() < 0 ? null : known.apply(call.base());
    Wanted wanted = called(call, base);
    Notes notes = new Notes();
    Found found = base == null ? bare(wanted, site, notes) : on(base, wanted, site, notes);
    Symbol only = found == null ? null : found.only();
    if (found == null || only == null) {
      return base == null ? Type.UNKNOWN : element(base.type());
    }
    List<String> arguments = NominalScopes.all(only.entry(), NominalScopes.ARGUMENT);
    if (arguments.isEmpty()) {
      return Type.UNKNOWN;
    }
    Place place = found.within() == null ? types.atTop(only) : types.inside(found.within());
    Type last = types.type(NominalScopes.written(arguments.getLast()), place);
    return last instanceof Type.Function function && !function.parameters().isEmpty()
        ? Objects.requireNonNull(function.parameters().getFirst())
        : Type.UNKNOWN;
  }

  /** A parameter of a function that is given to a call: which argument, and which parameter. */
  private Meaning given(
      List<Expression> all, Expression step, IntFunction<Meaning> known, Site site) {
    int space = step.text().indexOf(' ');
    if (space <= 0 || step.base() < 0) {
      return Meaning.UNKNOWN;
    }
    Expression call = all.get(step.base());
    int place = Integer.parseInt(step.text().substring(0, space));
    int parameter = Integer.parseInt(step.text().substring(space + 1));
    return new Meaning.Value(given(call, place, parameter, known, site), Rule.INFERRED_RECEIVER);
  }

  private Type given(
      Expression call, int place, int parameter, IntFunction<Meaning> known, Site site) {
    Meaning base = call.base() < 0 ? null : known.apply(call.base());
    Notes notes = new Notes();
    Found found =
        switch (call.kind()) {
          case CALL ->
              base == null
                  ? bare(called(call, null), site, notes)
                  : on(base, called(call, base), site, notes);
          case NEW ->
              typeAt(call.text(), site) instanceof Type.Declared made
                  ? definitions.constructor(made, Math.max(0, call.argumentCount()), notes)
                  : null;
          default -> null;
        };
    if (found == null || !found.external().isEmpty() || found.symbols().isEmpty()) {
      return base == null || call.kind() != ExpressionKind.CALL
          ? Type.UNKNOWN
          : givenOutside(base.type(), called(call, base).name(), parameter);
    }
    List<Type> arguments =
        isGeneric(call.text()) ? arguments(dialect.read(call.text()), site) : List.of();
    Use use = new Use(base == null ? Type.UNKNOWN : base.type(), arguments);
    Type common = Type.UNKNOWN;
    for (Symbol symbol : found.symbols()) {
      Type type = given(symbol, found.within(), place, parameter, use);
      if (common instanceof Type.Unknown) {
        common = type;
      } else if (!(type instanceof Type.Unknown) && !type.equals(common)) {
        return Type.UNKNOWN;
      }
    }
    return common;
  }

  private Type givenOutside(Type receiver, String member, int parameter) {
    Type given = dialect.given(receiver, member, parameter);
    return given instanceof Type.Unknown && parameter == 0 && receiver instanceof Type.Declared
        ? element(receiver)
        : given;
  }

  private Type given(
      Symbol symbol, Type.@Nullable Declared within, int place, int parameter, Use use) {
    List<String> written = NominalScopes.all(symbol.entry(), NominalScopes.ARGUMENT);
    if (place >= written.size()) {
      return Type.UNKNOWN;
    }
    Place at = within == null ? types.atTop(symbol) : types.inside(within);
    Type type =
        types.type(
            NominalScopes.written(written.get(place)), at.with(variables(symbol.entry(), at, use)));
    return type instanceof Type.Function function && parameter < function.parameters().size()
        ? Objects.requireNonNull(function.parameters().get(parameter))
        : Type.UNKNOWN;
  }
}
