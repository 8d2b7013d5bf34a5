package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type names mean at a place, for one file that is being linked; remembers what it found. */
final class Types {
  private static final int MAX_DEPTH = 24;

  /** What a type name means, and why: a type, or several that it may be. */
  record Named(@Nullable Type type, List<Symbol> candidates, Rule rule) {
    static final Named NOTHING = new Named(null, List.of(), Rule.CANDIDATES);

    boolean isFound() {
      return type != null || !candidates.isEmpty();
    }

    static Named external(String name, Rule rule) {
      return new Named(new Type.External(name, List.of()), List.of(), rule);
    }
  }

  private record Question(String path, String enclosing, String space, String name) {}

  private final Dialect dialect;
  private final SourceFile file;
  private final ProjectView view;
  private final Spaces spaces;
  private final FileContext own;
  private final Bases bases;
  private final BuildModules modules;
  private final Map<String, List<String>> sharedImports = new HashMap<>();
  private final Map<String, FileContext> contexts = new HashMap<>();
  private final @Nullable Symbol[] symbols;
  private final Map<String, Boolean> inProject = new HashMap<>();
  private final Map<String, Boolean> around = new HashMap<>();
  private final Map<String, Named> qualified = new HashMap<>();
  private final Map<Type.Declared, Place> insides = new HashMap<>();
  private final Map<Question, Named> names = new HashMap<>();
  private int depth;

  Types(Dialect dialect, SourceFile file, ProjectView view) {
    this.dialect = dialect;
    this.file = file;
    this.view = view;
    this.spaces = new Spaces(dialect, file);
    this.symbols = new Symbol[file.facts().entities().size()];
    this.modules = new BuildModules(dialect, view);
    List<String> details = new ArrayList<>();
    details.add(dialect.space(file));
    details.addAll(dialect.imports(file));
    details.addAll(shared(file.path()));
    this.own = FileContext.of(file.path(), details);
    this.bases = new Bases(dialect, this, view);
  }

  FileContext own() {
    return own;
  }

  Dialect dialect() {
    return dialect;
  }

  Spaces spaces() {
    return spaces;
  }

  Bases bases() {
    return bases;
  }

  BuildModules modules() {
    return modules;
  }

  /** The imports that other files give to one. */
  private List<String> shared(String path) {
    return dialect.hasSharedImports()
        ? sharedImports.computeIfAbsent(modules.of(path), this::sharedOf)
        : List.of();
  }

  private List<String> sharedOf(String module) {
    List<String> imports = new ArrayList<>(0);
    for (Symbol symbol : view.lookup(NominalScopes.shared(dialect.prefix(), module), "")) {
      if (modules.of(symbol.path()).equals(module)) {
        imports.addAll(symbol.entry().details());
      }
    }
    return imports;
  }

  /** The top of the file that an entry is from. */
  FileContext contextOf(Symbol symbol) {
    String path = symbol.path();
    return path.equals(file.path()) ? own : contexts.computeIfAbsent(path, this::readContext);
  }

  private FileContext readContext(String path) {
    for (String prefix : dialect.platform()) {
      for (Symbol symbol : view.lookup(NominalScopes.file(prefix, path), "")) {
        List<String> details = new ArrayList<>(symbol.entry().details());
        details.addAll(shared(path));
        return FileContext.of(path, details);
      }
    }
    return new FileContext(path, "", Map.of(), List.of());
  }

  /** Where the inside of a type is written. */
  Place inside(Type.Declared type) {
    Place known = insides.get(type);
    if (known == null) {
      FileContext context = contextOf(type.symbol());
      known = new Place(context, type.key(), spaceOf(type.key(), context), bindings(type));
      insides.put(type, known);
    }
    return known;
  }

  /** Where a definition is written that no type has: an entry that names its space. */
  Place atTop(Symbol symbol) {
    FileContext context = contextOf(symbol);
    return new Place(context, "", NominalScopes.keyOf(symbol.entry()), Map.of());
  }

  /**
   * Keys do not say where the space ends; in files with several spaces the longest type decides.
   */
  private String spaceOf(String key, FileContext context) {
    if (!NominalScopes.isGlobal(key) || context.space().equals(outer(key))) {
      return context.space();
    }
    if (dialect.namesTypesApart()) {
      return outer(key);
    }
    String at = outer(key);
    while (!at.isEmpty() && !global(at, context.path()).isEmpty()) {
      at = outer(at);
    }
    return at;
  }

  static String outer(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  /** What the type parameters of a type stand for. */
  Map<String, Type> bindings(Type.Declared type) {
    List<String> parameters = NominalScopes.typeParameters(type.symbol().entry());
    if (parameters.isEmpty() && dialect.ownTypes().isEmpty()) {
      return Map.of();
    }
    boolean isKnown = parameters.size() == type.arguments().size();
    Map<String, Type> bindings = new HashMap<>();
    for (String word : dialect.ownTypes()) {
      bindings.put(word, type);
    }
    for (String word : dialect.receiverTypes()) {
      bindings.put(word, type);
    }
    for (int i = 0; i < parameters.size(); i++) {
      bindings.put(parameters.get(i), isKnown ? type.arguments().get(i) : bound(type, i));
    }
    return bindings;
  }

  /** What a value of a type parameter is at least. */
  private Type bound(Type.Declared type, int parameter) {
    String text =
        NominalScopes.all(type.symbol().entry(), NominalScopes.TYPE_PARAMETER).get(parameter);
    String bound = dialect.bound(text);
    if (bound.isEmpty()) {
      return Type.UNKNOWN;
    }
    FileContext context = contextOf(type.symbol());
    return type(bound, new Place(context, type.key(), spaceOf(type.key(), context), Map.of()));
  }

  /** Whether a name is the beginning of the name of a space, seen from a place. */
  boolean isAround(String name, Place place) {
    if (!dialect.hasNestedSpaces()) {
      return false;
    }
    for (String space : dialect.visible(place.space())) {
      String whole = NominalScopes.key(space, name);
      if (around.computeIfAbsent(
          whole, n -> !view.lookup(NominalScopes.around(dialect.prefix(), n), "").isEmpty())) {
        return true;
      }
    }
    return false;
  }

  /** Whether any file of the project is in a space. */
  boolean hasSpace(String space) {
    return inProject.computeIfAbsent(
        space,
        name -> {
          for (String prefix : dialect.platform()) {
            if (!view.lookup(NominalScopes.space(prefix, name), "").isEmpty()) {
              return true;
            }
          }
          return false;
        });
  }

  /** Whether the file imports something from a space of which this is the first part. */
  boolean hasSpaceBelow(String first) {
    if (own.space().startsWith(first + ".")) {
      return true;
    }
    for (List<FileContext.Import> imports : own.imports().values()) {
      for (FileContext.Import one : imports) {
        if (one.space().startsWith(first + ".")) {
          return true;
        }
      }
    }
    return false;
  }

  /** The type that a written type means. */
  Type type(String written, Place place) {
    return written.isEmpty() ? Type.UNKNOWN : type(dialect.read(written), place);
  }

  Type type(TypeText text, Place place) {
    if (text.name().isEmpty() || depth >= MAX_DEPTH) {
      return Type.UNKNOWN;
    }
    depth++;
    try {
      List<Type> arguments = new ArrayList<>(text.arguments().size());
      for (TypeText argument : text.arguments()) {
        arguments.add(type(argument, place));
      }
      return switch (text.name()) {
        case TypeText.FUNCTION ->
            new Type.Function(
                List.copyOf(arguments.subList(0, arguments.size() - 1)), arguments.getLast());
        case TypeText.ARRAY -> new Type.Array(arguments.getFirst());
        case TypeText.TUPLE -> dialect.tuple(List.copyOf(arguments));
        default -> named(text.name(), List.copyOf(arguments), place);
      };
    } finally {
      depth--;
    }
  }

  private Type named(String name, List<Type> arguments, Place place) {
    Type variable = place.variables().get(name);
    if (variable != null) {
      return variable;
    }
    return switch (name(name, place).type()) {
      case Type.Declared declared -> withArguments(declared.symbol(), arguments);
      case Type.External external -> dialect.outside(external.name(), arguments);
      case null -> Type.UNKNOWN;
      case Type.Function f -> f;
      case Type.Array a -> a;
      case Type.Unknown u -> u;
    };
  }

  /** A type by its entry; an alias is what it stands for. */
  Type withArguments(Symbol symbol, List<Type> arguments) {
    Type.Declared declared = new Type.Declared(symbol, arguments);
    SymbolEntry entry = symbol.entry();
    if (entry.kind() != EntityKind.TYPE_ALIAS || entry.type().isEmpty() || depth >= MAX_DEPTH) {
      return declared;
    }
    String key = declared.key();
    FileContext context = contextOf(symbol);
    String around = NominalScopes.isGlobal(key) ? outer(key) : "";
    String space = spaceOf(key, context);
    Place place = new Place(context, around.equals(space) ? "" : around, space, bindings(declared));
    Type meant = type(entry.type(), place);
    return meant instanceof Type.Unknown ? declared : meant;
  }

  /** What a simple or dotted type name means. */
  Named name(String dotted, Place place) {
    Question question = new Question(place.file().path(), place.enclosing(), place.space(), dotted);
    Named known = names.get(question);
    if (known == null) {
      if (depth >= MAX_DEPTH) {
        return Named.NOTHING;
      }
      // A name that is asked for while it is being resolved is a cycle and means nothing.
      names.put(question, Named.NOTHING);
      depth++;
      known = resolve(dotted, place);
      depth--;
      names.put(question, known);
    }
    return known;
  }

  private Named resolve(String dotted, Place place) {
    if (dialect.namesTypesApart()) {
      return apart(dotted, place);
    }
    int dot = dotted.indexOf('.');
    if (dot < 0) {
      return simple(dotted, place);
    }
    if (dot == 0) {
      return qualified(dotted.substring(1));
    }
    Named head = simple(dotted.substring(0, dot), place);
    if (head.type() != null) {
      return nested(head, dotted.substring(dot + 1));
    }
    Named throughSpace = throughSpace(dotted, dot, place);
    return throughSpace.isFound() ? throughSpace : qualified(dotted);
  }

  /** A name that is a type's by where it stands: absolute, imported, or in the space around. */
  private Named apart(String dotted, Place place) {
    if (dotted.startsWith(".")) {
      return absolute(dotted.substring(1), place, Rule.QUALIFIED_NAME);
    }
    int dot = dotted.lastIndexOf('.') + 1;
    if (dot > 0) {
      String space = qualifyingSpace(dotted.substring(0, dot), place);
      return absolute(NominalScopes.key(space, dotted.substring(dot)), place, Rule.QUALIFIED_NAME);
    }
    for (FileContext.Import one : place.imports(dotted)) {
      return absolute(one.qualified(), place, Rule.IMPORT);
    }
    return absolute(NominalScopes.key(place.space(), dotted), place, Rule.SAME_PACKAGE);
  }

  /** The space that a qualifier means, which ends with a dot. */
  String qualifyingSpace(String qualifier, Place place) {
    String dotted = qualifier.substring(0, qualifier.length() - 1);
    if (dotted.isEmpty() || dotted.startsWith(".")) {
      return dotted.isEmpty() ? "" : dotted.substring(1);
    }
    int dot = dotted.indexOf('.');
    String head = dot < 0 ? dotted : dotted.substring(0, dot);
    String rest = dot < 0 ? "" : dotted.substring(dot);
    if (head.equals(dialect.spaceWord())) {
      return rest.isEmpty() ? place.space() : NominalScopes.key(place.space(), rest.substring(1));
    }
    for (FileContext.Import one : place.imports(head)) {
      return one.qualified() + rest;
    }
    return NominalScopes.key(place.space(), dotted);
  }

  /** A type by its whole key; from outside when no file of the project is in its space. */
  private Named absolute(String key, Place place, Rule rule) {
    Named found = only(global(key, place.file().path()), place.file().path(), rule);
    if (found.type() instanceof Type.Declared declared && rule == Rule.SAME_PACKAGE) {
      return declared.symbol().path().equals(place.file().path())
          ? new Named(declared, List.of(), Rule.SAME_FILE)
          : found;
    }
    if (found.isFound()) {
      return found;
    }
    String space = outer(key);
    if (space.isEmpty()) {
      boolean isBuiltin = dialect.builtin(key) != null;
      return Named.external(key, isBuiltin ? Rule.BUILTIN : Rule.EXTERNAL_IMPORT);
    }
    return hasSpace(space) ? Named.NOTHING : Named.external(key, Rule.EXTERNAL_IMPORT);
  }

  private Named nested(Named outer, String rest) {
    Named at = outer;
    for (String part : rest.split("\\.", -1)) {
      at =
          switch (at.type()) {
            case Type.Declared declared -> {
              Symbol found = bases.nestedType(declared, part);
              yield found == null ? Named.NOTHING : declared(found, at.rule());
            }
            case Type.External external ->
                Named.external(external.name() + "." + part, Rule.EXTERNAL_MEMBER);
            case null -> Named.NOTHING;
            case Type.Function f -> Named.NOTHING;
            case Type.Array a -> Named.NOTHING;
            case Type.Unknown u -> Named.NOTHING;
          };
    }
    return at;
  }

  /** A name whose first part is an imported space, or one that lies in a visible space. */
  private Named throughSpace(String dotted, int dot, Place place) {
    String head = dotted.substring(0, dot);
    String rest = dotted.substring(dot + 1);
    for (FileContext.Import one : place.imports(head)) {
      Named found = qualified(NominalScopes.key(one.qualified(), rest));
      if (found.isFound()) {
        return found;
      }
      if (!hasSpace(one.qualified())) {
        return Named.external(one.qualified() + "." + rest, Rule.EXTERNAL_IMPORT);
      }
    }
    for (String space : dialect.visible(place.space())) {
      if (!space.isEmpty()) {
        Named found = qualified(space + "." + dotted);
        if (found.isFound()) {
          return found;
        }
      }
    }
    return Named.NOTHING;
  }

  /** A qualified name, with as many of its parts as needed naming the space. */
  Named qualified(String dotted) {
    Named known = qualified.get(dotted);
    if (known == null) {
      known = findQualified(dotted);
      qualified.put(dotted, known);
    }
    return known;
  }

  private Named findQualified(String dotted) {
    if (dialect.namesTypesApart()) {
      return only(global(dotted, ""), file.path(), Rule.QUALIFIED_NAME);
    }
    int end = dotted.indexOf('.');
    while (true) {
      String top = end < 0 ? dotted : dotted.substring(0, end);
      Named type = only(global(top, ""), file.path(), Rule.QUALIFIED_NAME);
      if (type.isFound()) {
        return end < 0 || type.type() == null ? type : nested(type, dotted.substring(end + 1));
      }
      if (end < 0) {
        return Named.NOTHING;
      }
      end = dotted.indexOf('.', end + 1);
    }
  }

  private Named simple(String name, Place place) {
    Named inside = enclosed(name, place);
    if (inside.isFound()) {
      return inside;
    }
    List<FileContext.Import> imports = place.imports(name);
    for (FileContext.Import one : imports) {
      Named found = imported(one);
      if (found.isFound()) {
        return found;
      }
    }
    for (String space : dialect.visible(place.space())) {
      Named found = inSpace(space, name, place, Rule.SAME_PACKAGE);
      if (found.isFound()) {
        return found;
      }
    }
    for (FileContext.Import one : imports) {
      if (!one.space().isEmpty() && !hasSpace(one.space()) && isTypeName(name)) {
        return Named.external(one.qualified(), Rule.EXTERNAL_IMPORT);
      }
    }
    for (String wildcard : place.file().wildcards()) {
      Named found = inSpace(wildcard, name, place, Rule.WILDCARD_IMPORT);
      if (found.isFound()) {
        return found;
      }
    }
    String builtin = dialect.builtin(name);
    if (builtin != null) {
      return Named.external(builtin, Rule.BUILTIN);
    }
    return dialect.isOutsideWhenUnknown(name) && !isAround(name, place)
        ? Named.external(name, Rule.EXTERNAL_IMPORT)
        : Named.NOTHING;
  }

  /** Whether a name is written as types are, where an import does not say what it brings. */
  private boolean isTypeName(String name) {
    return !Character.isLowerCase(name.codePointAt(0));
  }

  private Named imported(FileContext.Import one) {
    Named found = only(global(one.qualified(), ""), file.path(), Rule.IMPORT);
    if (found.isFound() || one.space().isEmpty()) {
      return found;
    }
    Named around = only(global(one.space(), ""), file.path(), Rule.IMPORT);
    return around.type() == null ? Named.NOTHING : nested(around, one.name());
  }

  private Named inSpace(String space, String name, Place place, Rule rule) {
    String from = place.file().path();
    Named found = only(global(NominalScopes.key(space, name), from), from, rule);
    if (found.type() instanceof Type.Declared declared
        && rule == Rule.SAME_PACKAGE
        && declared.symbol().path().equals(place.file().path())) {
      return new Named(declared, List.of(), Rule.SAME_FILE);
    }
    return found;
  }

  /** The types of a key; those of one path alone when it has any. */
  private List<Symbol> global(String key, String path) {
    for (String prefix : dialect.platform()) {
      List<Symbol> found = view.lookup(NominalScopes.type(prefix, key), "");
      if (!found.isEmpty()) {
        return found.size() == 1 || dialect.isPartial() ? found : nearest(found, path);
      }
    }
    return List.of();
  }

  private static List<Symbol> nearest(List<Symbol> found, String path) {
    List<Symbol> here = found.stream().filter(symbol -> symbol.path().equals(path)).toList();
    return here.isEmpty() ? found : here;
  }

  private Named only(List<Symbol> symbols, String from, Rule rule) {
    if (symbols.isEmpty()) {
      return Named.NOTHING;
    }
    if (symbols.size() == 1) {
      return declared(symbols.getFirst(), rule);
    }
    if (dialect.isPartial()) {
      List<Symbol> seen = seen(symbols, from);
      if (seen.size() == 1 || parts(seen)) {
        return declared(main(seen), rule);
      }
    }
    return new Named(null, symbols, Rule.CANDIDATES);
  }

  /**
   * Types of one name in several build modules: that of the module itself, then what is not kept
   * inside of another one.
   */
  private List<Symbol> seen(List<Symbol> symbols, String from) {
    String module = modules.of(from);
    List<Symbol> own = symbols.stream().filter(s -> modules.of(s.path()).equals(module)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    List<Symbol> open =
        symbols.stream().filter(s -> !Modifier.INTERNAL.in(s.entry().modifiers())).toList();
    return open.isEmpty() ? symbols : open;
  }

  /** Whether all are parts of one type. */
  private boolean parts(List<Symbol> symbols) {
    String module = modules.of(symbols.getFirst().path());
    return symbols.stream()
        .allMatch(
            s ->
                s.entry().details().contains(NominalScopes.PART)
                    && modules.of(s.path()).equals(module));
  }

  /** The part that stands for a type: that with the shortest path is named like it. */
  private static Symbol main(List<Symbol> parts) {
    Symbol main = parts.getFirst();
    for (Symbol part : parts) {
      if (part.path().length() < main.path().length()) {
        main = part;
      }
    }
    return main;
  }

  private static Named declared(Symbol symbol, Rule rule) {
    return new Named(new Type.Declared(symbol, List.of()), List.of(), rule);
  }

  /** A type that is declared in, or inherited by, one of the types around the place. */
  private Named enclosed(String name, Place place) {
    String key = place.enclosing();
    while (!key.isEmpty() && NominalScopes.isGlobal(key) && !key.equals(place.space())) {
      List<Symbol> around = global(key, place.file().path());
      if (!around.isEmpty()) {
        Named found = in(nearest(around, place.file().path()).getFirst(), name, place);
        if (found.isFound()) {
          return found;
        }
      }
      key = outer(key);
    }
    return place.file().path().equals(own.path()) && !NominalScopes.isGlobal(key)
        ? local(name, place)
        : Named.NOTHING;
  }

  private Named in(Symbol around, String name, Place place) {
    if (NominalScopes.simpleName(around.entry()).equals(name)) {
      return declared(around, Rule.SAME_FILE);
    }
    if (NominalScopes.typeParameters(around.entry()).contains(name)) {
      return new Named(
          place.variables().getOrDefault(name, Type.UNKNOWN), List.of(), Rule.SAME_FILE);
    }
    Symbol nested = bases.nestedType(new Type.Declared(around, List.of()), name);
    if (nested == null) {
      return Named.NOTHING;
    }
    boolean isHere = nested.path().equals(place.file().path());
    return declared(nested, isHere ? Rule.SAME_FILE : Rule.INHERITED_MEMBER);
  }

  /** Inside a type that other files cannot name: walk the entities of the file outwards. */
  private Named local(String name, Place place) {
    String localId = place.enclosing().substring(place.enclosing().lastIndexOf('#') + 1);
    List<EntityFact> entities = file.facts().entities();
    int at = entities.size() - 1;
    while (at > 0 && !file.localId(at).equals(localId)) {
      at--;
    }
    for (; at > 0; at = entities.get(at).parent()) {
      if (NominalScopes.isTypeLike(entities.get(at).kind())) {
        String key = spaces.typeKey(at);
        if (NominalScopes.isGlobal(key)) {
          return enclosed(name, new Place(own, key, place.space(), place.variables()));
        }
        Named found = in(symbolOf(at), name, place);
        if (found.isFound()) {
          return found;
        }
      }
    }
    return Named.NOTHING;
  }

  /** The entry of a type of this file. */
  Symbol symbolOf(int entity) {
    Symbol known = symbols[entity];
    if (known == null) {
      known = makeSymbol(entity);
      symbols[entity] = known;
    }
    return known;
  }

  private Symbol makeSymbol(int entity) {
    EntityFact fact = file.facts().entities().get(entity);
    return new Symbol(
        file.path(),
        new SymbolEntry(
            "",
            "",
            file.localId(entity),
            fact.kind(),
            fact.modifiers(),
            NominalDeclarer.least(fact),
            fact.parameters().size(),
            fact.kind() == EntityKind.TYPE_ALIAS ? dialect.aliased(fact) : "",
            NominalDeclarer.typeDetails(dialect, spaces, file, entity)));
  }
}
