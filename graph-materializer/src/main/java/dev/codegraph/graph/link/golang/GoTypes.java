package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types behind rewritten texts, and what is under them. */
final class GoTypes {
  /** How many declarations in a row are followed. */
  static final int MAX_STEPS = 32;

  private static final Set<String> PREDECLARED =
      Set.of(
          "any",
          "bool",
          "byte",
          "comparable",
          "complex128",
          "complex64",
          "error",
          "float32",
          "float64",
          "int",
          "int16",
          "int32",
          "int64",
          "int8",
          "rune",
          "string",
          "uint",
          "uint16",
          "uint32",
          "uint64",
          "uint8",
          "uintptr");

  private final GoProject project;
  private final Map<String, GoType> own = new HashMap<>();
  private int constraintDepth;

  GoTypes(GoProject project) {
    this.project = project;
  }

  static boolean isPredeclared(String name) {
    return PREDECLARED.contains(name);
  }

  /** A type that the linked file writes down, rewritten. */
  GoType own(String rewritten) {
    GoType known = own.get(rewritten);
    if (known == null) {
      known = read(rewritten, project.folder(), project.clause(), List.of());
      own.put(rewritten, known);
    }
    return known;
  }

  /** A rewritten type of a package; its own type parameters have the given arguments. */
  GoType read(String rewritten, String folder, String clause, List<GoType> arguments) {
    return GoTypeReader.read(rewritten, new PackageNames(folder, clause, arguments));
  }

  /** The results of a callable of a package. */
  GoType function(String results, String folder, String clause, List<GoType> arguments) {
    return new GoType.Function(
        List.of(), GoTypeReader.results(results, new PackageNames(folder, clause, arguments)));
  }

  private final class PackageNames implements GoTypeReader.Names {
    private final String folder;
    private final String clause;
    private final List<GoType> arguments;

    PackageNames(String folder, String clause, List<GoType> arguments) {
      this.folder = folder;
      this.clause = clause;
      this.arguments = arguments;
    }

    @Override
    public GoType unqualified(String name, List<GoType> typeArguments) {
      return isPredeclared(name)
          ? new GoType.Basic(name)
          : declared(project.definitionsIn(folder, clause, name), typeArguments);
    }

    @Override
    public GoType qualified(String qualifier, String name, List<GoType> typeArguments) {
      if (qualifier.startsWith(GoTypeReader.DOTS + "|")) {
        GoType own = unqualified(name, typeArguments);
        return own instanceof GoType.Unknown ? dotted(qualifier, name, typeArguments) : own;
      }
      GoPackageChoice choice = choose(qualifier, name);
      return choice.outside() != null
          ? new GoType.Outside("go:" + choice.outside() + "#" + name, !typeArguments.isEmpty())
          : declared(choice.symbols(), typeArguments);
    }

    /** A type that one of several dot imports brings, as long as the project holds it. */
    private GoType dotted(String qualifier, String name, List<GoType> typeArguments) {
      for (String path : qualifier.substring(2).split("\\|")) {
        String imported = project.folderOf(path);
        if (imported != null) {
          List<Symbol> found = project.exported(imported, "", name);
          if (!found.isEmpty()) {
            return declared(found, typeArguments);
          }
        }
      }
      return GoType.UNKNOWN;
    }

    @Override
    public GoType keyed(String key) {
      return new GoType.Declared(project.keyed(key), arguments);
    }

    @Override
    public GoType constraint(String type, int n) {
      GoTypeInfo info = project.typeOf(project.definitionsIn(folder, clause, type));
      if (info == null || n >= info.constraints().size() || ++constraintDepth > MAX_STEPS) {
        return GoType.UNKNOWN;
      }
      GoType constraint = read(info.constraints().get(n), info.folder(), info.clause(), List.of());
      constraintDepth--;
      return constraint;
    }

    @Override
    public GoType argument(int n) {
      return n < arguments.size() ? arguments.get(n) : GoType.UNKNOWN;
    }
  }

  /** The type that symbols declare; an alias is followed at once. */
  GoType declared(List<Symbol> symbols, List<GoType> arguments) {
    GoTypeInfo info = symbols.isEmpty() ? null : project.typeOf(symbols);
    return info == null ? GoType.UNKNOWN : followed(info, arguments);
  }

  private GoType followed(GoTypeInfo info, List<GoType> arguments) {
    if (!info.isAlias()) {
      return new GoType.Declared(info, arguments);
    }
    GoType target = info.target;
    if (target == null) {
      info.target = GoType.TOO_DEEP;
      target = read(info.underlying(), info.folder(), info.clause(), arguments);
      info.target = arguments.isEmpty() ? target : null;
    }
    return target;
  }

  /** The type under a type that is declared by another one, itself when there is none. */
  GoType underlying(GoType type) {
    GoType at = type;
    for (int step = 0; step < MAX_STEPS; step++) {
      if (!(at instanceof GoType.Declared declared) || !declared.info().isDefinedByAnother()) {
        return at;
      }
      at = below(declared);
    }
    return GoType.TOO_DEEP;
  }

  /** The type that a declared type is declared as, one step down. */
  GoType below(GoType.Declared declared) {
    GoTypeInfo info = declared.info();
    GoType known = info.target;
    if (known == null || !declared.arguments().isEmpty()) {
      known = read(info.underlying(), info.folder(), info.clause(), declared.arguments());
      if (declared.arguments().isEmpty()) {
        info.target = known;
      }
    }
    return known;
  }

  /**
   * The package that a qualifier means, judged by what it is asked for.
   *
   * @param outside Import path when it is outside the project, null otherwise.
   * @param symbols What the package exports by the name; empty when outside or when it has none.
   * @param isFound Whether the package was found at all.
   */
  record GoPackageChoice(@Nullable String outside, List<Symbol> symbols, boolean isFound) {}

  GoPackageChoice choose(String qualifier, String name) {
    int bar = qualifier.indexOf('|');
    if (bar < 0) {
      String folder = project.folderOf(qualifier);
      return folder == null
          ? new GoPackageChoice(qualifier, List.of(), true)
          : new GoPackageChoice(null, project.exported(folder, "", name), true);
    }
    String expected = qualifier.substring(0, bar);
    String likely = null;
    int outside = 0;
    for (String path : qualifier.substring(bar + 1).split("\\|")) {
      String folder = path.isEmpty() ? null : project.folderOf(path);
      if (folder != null) {
        List<Symbol> symbols = project.exported(folder, expected, name);
        if (!symbols.isEmpty()) {
          return new GoPackageChoice(null, symbols, true);
        }
      } else if (path.contains(expected)) {
        likely = path;
        outside++;
      }
    }
    return outside == 1
        ? new GoPackageChoice(likely, List.of(), true)
        : new GoPackageChoice(null, List.of(), false);
  }

  /** What ranging over a type, indexing it or receiving from it gives. */
  GoType element(GoType type) {
    return switch (underlying(type.single())) {
      case GoType.Sequence sequence -> sequence.element();
      case GoType.MapOf map -> map.value();
      case GoType.Channel channel -> channel.element();
      case GoType.Basic basic ->
          basic.name().equals("string") ? new GoType.Basic("byte") : GoType.UNKNOWN;
      case GoType.Outside outside -> within(outside, "[]");
      case GoType.TooDeep deep -> deep;
      default -> GoType.UNKNOWN;
    };
  }

  /** What ranging over a type gives second, or alone where it gives one thing only. */
  GoType loopValue(GoType type) {
    GoType under = underlying(type.single());
    if (under instanceof GoType.Function function) {
      return yielded(function, 1);
    }
    return element(under);
  }

  /** What ranging over a type gives first: index, key, received or yielded value. */
  GoType key(GoType type) {
    return switch (underlying(type.single())) {
      case GoType.MapOf map -> map.key();
      case GoType.Sequence ignored -> new GoType.Basic("int");
      case GoType.Channel channel -> channel.element();
      case GoType.Function function -> yielded(function, 0);
      case GoType.Basic basic ->
          new GoType.Basic(basic.name().equals("string") ? "int" : basic.name());
      case GoType.TooDeep deep -> deep;
      default -> GoType.UNKNOWN;
    };
  }

  private static GoType yielded(GoType.Function iterator, int n) {
    return !iterator.parameters().isEmpty()
            && iterator.parameters().getFirst() instanceof GoType.Function body
            && n < body.parameters().size()
        ? body.parameters().get(n)
        : GoType.UNKNOWN;
  }

  /** Something inside an external thing; what a generic one holds may be anything. */
  static GoType within(GoType.Outside outside, String suffix) {
    return outside.isGeneric()
        ? GoType.UNKNOWN
        : new GoType.Outside(outside.symbol() + suffix, false);
  }

  /** What calling a value gives: one type, several, or unknown. */
  GoType called(GoType callee) {
    return switch (underlying(callee)) {
      case GoType.Function function ->
          function.results().size() == 1
              ? function.results().getFirst()
              : new GoType.Tuple(function.results());
      case GoType.TypeItself itself -> itself.type();
      case GoType.Outside outside -> within(outside, "()");
      case GoType.TooDeep deep -> deep;
      default -> GoType.UNKNOWN;
    };
  }
}
