package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What types have, themselves and from their bases. */
final class Bases {
  private static final int MAX_TYPES = 200;

  /** The members of a name that one type has, with the type as it is seen from the start. */
  record Level(Type.Declared type, List<Symbol> members) {}

  /**
   * All members of a name.
   *
   * @param levels The nearest type first; those without any are left out.
   * @param externals Bases from outside.
   * @param hasUnknown Whether a base is not known at all.
   */
  record Members(List<Level> levels, List<Type.External> externals, boolean hasUnknown) {}

  private record Question(Type.Declared type, String name) {}

  private final Dialect dialect;
  private final Types types;
  private final ProjectView view;
  private final Map<Type.Declared, List<Type>> bases = new HashMap<>();
  private final Map<Question, Members> members = new HashMap<>();
  private final Map<Type.Declared, List<Type>> lines = new HashMap<>();

  Bases(Dialect dialect, Types types, ProjectView view) {
    this.dialect = dialect;
    this.types = types;
    this.view = view;
  }

  /** The type of a name that a type has or inherits; null for none. */
  @Nullable Symbol nestedType(Type.Declared type, String name) {
    for (Level level : members(type, name).levels()) {
      for (Symbol symbol : level.members()) {
        if (symbol.entry().kind().isType()) {
          return symbol;
        }
      }
    }
    return null;
  }

  /** The members of a name that a type has or inherits. */
  Members members(Type.Declared type, String name) {
    Question question = new Question(type, name);
    Members known = members.get(question);
    if (known == null) {
      known = find(type, name);
      members.put(question, known);
    }
    return known;
  }

  private Members find(Type.Declared start, String name) {
    List<Level> levels = new ArrayList<>(2);
    List<Type.External> externals = new ArrayList<>(1);
    boolean hasUnknown = false;
    for (Type type : line(start)) {
      switch (type) {
        case Type.Declared declared -> {
          List<Symbol> own = own(declared, name);
          if (!own.isEmpty()) {
            levels.add(new Level(declared, own));
          }
        }
        case Type.External external -> externals.add(external);
        case Type.Unknown u -> hasUnknown = true;
        case Type.Function f -> hasUnknown = true;
        case Type.Array a -> hasUnknown = true;
      }
      if (name.equals(NominalScopes.CONSTRUCTOR) && !dialect.inheritsConstructors()) {
        break;
      }
    }
    return new Members(levels, externals, hasUnknown);
  }

  /** A type and all its bases, the nearest first. */
  List<Type> line(Type.Declared start) {
    List<Type> known = lines.get(start);
    if (known == null) {
      known = dialect.searchesInDepth() ? inDepth(start) : inBreadth(start);
      lines.put(start, known);
    }
    return known;
  }

  private List<Type> inDepth(Type.Declared start) {
    List<Type> line = new ArrayList<>();
    Set<String> visited = new HashSet<>();
    ArrayDeque<Type> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty() && line.size() < MAX_TYPES) {
      Type next = open.pop();
      if (!(next instanceof Type.Declared declared)) {
        line.add(next);
      } else if (visited.add(declared.key())) {
        line.add(declared);
        List<Type> bases = of(declared);
        // What is mixed in comes first, so it is put on top last.
        bases.reversed().stream().filter(base -> !isMixedIn(base)).forEach(open::push);
        bases.reversed().stream().filter(this::isMixedIn).forEach(open::push);
      }
    }
    return line;
  }

  private boolean isMixedIn(Type type) {
    return type instanceof Type.Declared declared
        && dialect.isMixedIn(declared.symbol().entry().kind());
  }

  /** The base that a word of the language means; unknown when there is none. */
  Type base(Type.Declared type) {
    if (isMixedIn(type)) {
      return Type.UNKNOWN;
    }
    for (Type base : of(type)) {
      if (!isMixedIn(base)) {
        return base;
      }
    }
    return Type.UNKNOWN;
  }

  private List<Type> inBreadth(Type.Declared start) {
    List<Type> line = new ArrayList<>();
    Set<String> visited = new HashSet<>();
    ArrayDeque<Type.Declared> queue = new ArrayDeque<>();
    queue.add(start);
    line.add(start);
    visited.add(start.key());
    while (!queue.isEmpty() && line.size() < MAX_TYPES) {
      for (Type base : of(queue.remove())) {
        if (base instanceof Type.Declared declared) {
          if (visited.add(declared.key())) {
            queue.add(declared);
            line.add(declared);
          }
        } else {
          line.add(base);
        }
      }
    }
    return line;
  }

  private List<Symbol> own(Type.Declared type, String name) {
    String key = type.key();
    for (String prefix : dialect.platform()) {
      List<Symbol> found = view.lookup(NominalScopes.members(prefix, key), name);
      if (!found.isEmpty()) {
        // Two files may declare a type of the same name: only the members of the one that is meant.
        return dialect.isPartial()
            ? ofModule(found, type.symbol().path())
            : ofPath(found, type.symbol().path());
      }
    }
    return List.of();
  }

  /** The parts of a type are in one build module; another one may have a type of the same name. */
  private List<Symbol> ofModule(List<Symbol> symbols, String path) {
    boolean isMixed = false;
    for (Symbol symbol : symbols) {
      isMixed |= !symbol.path().equals(path);
    }
    if (!isMixed) {
      return symbols;
    }
    String module = types.modules().of(path);
    return symbols.stream().filter(s -> types.modules().of(s.path()).equals(module)).toList();
  }

  private static List<Symbol> ofPath(List<Symbol> symbols, String path) {
    boolean isMixed = false;
    for (Symbol symbol : symbols) {
      isMixed |= !symbol.path().equals(path);
    }
    return isMixed ? symbols.stream().filter(s -> s.path().equals(path)).toList() : symbols;
  }

  /** The base that is no interface, as far as that is known; null for none. */
  @Nullable Type superclass(Type.Declared type) {
    for (Type base : of(type)) {
      boolean isInterface =
          switch (base) {
            case Type.Declared declared ->
                declared.symbol().entry().kind() == EntityKind.INTERFACE
                    && type.symbol().entry().kind() != EntityKind.INTERFACE;
            case Type.External external -> !dialect.inherits(type, external);
            case Type.Array a -> false;
            case Type.Function f -> false;
            case Type.Unknown u -> false;
          };
      if (!isInterface) {
        return base;
      }
    }
    return null;
  }

  /** The bases that a type names, as far as they are known. */
  List<Type> of(Type.Declared type) {
    List<Type> known = bases.get(type);
    if (known == null) {
      bases.put(type, List.of());
      known = new ArrayList<>(2);
      Place inside = types.inside(type);
      String around = NominalScopes.isGlobal(type.key()) ? Types.outer(type.key()) : type.key();
      // Bases are written outside of the type, where its type parameters are visible already.
      Place place =
          new Place(
              inside.file(),
              around.equals(inside.space()) ? "" : around,
              inside.space(),
              inside.variables());
      for (String written : written(type)) {
        known.add(types.type(written, place));
      }
      bases.put(type, known);
    }
    return known;
  }

  /** The bases as written, by all parts of a type that is declared in several. */
  private List<String> written(Type.Declared type) {
    List<String> own = NominalScopes.all(type.symbol().entry(), NominalScopes.BASE);
    if (!dialect.isPartial() || !NominalScopes.isGlobal(type.key())) {
      return own;
    }
    List<String> all = new ArrayList<>(own);
    String module = types.modules().of(type.symbol().path());
    for (Symbol part : view.lookup(NominalScopes.type(dialect.prefix(), type.key()), "")) {
      if (!types.modules().of(part.path()).equals(module)) {
        continue;
      }
      for (String base : NominalScopes.all(part.entry(), NominalScopes.BASE)) {
        if (!all.contains(base)) {
          all.add(base);
        }
      }
    }
    return all;
  }
}
