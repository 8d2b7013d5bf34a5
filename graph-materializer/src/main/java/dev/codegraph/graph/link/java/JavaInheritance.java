package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityFact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the types of a project have from their bases: members, and themselves as one of them. What
 * was asked once while a file is linked is known from then on.
 */
final class JavaInheritance {
  /**
   * The members of a name that a type has.
   *
   * @param levels Members in the project, nearest level first.
   * @param externals Bases outside of the project.
   * @param hasUnknownBase Whether there is a base of which nothing is known.
   */
  record Members(
      List<List<Symbol>> levels, List<JavaType.External> externals, boolean hasUnknownBase) {
    boolean isEmpty() {
      return levels.isEmpty();
    }
  }

  private static final int MAX_DEPTH = 32;

  private final JavaTypes types;
  private final SourceFile file;
  private final ProjectView view;
  private final Map<JavaQuestion, List<JavaType>> bases = new HashMap<>();
  private final Map<JavaQuestion, Members> members = new HashMap<>();
  private int depth;

  JavaInheritance(JavaTypes types, SourceFile file, ProjectView view) {
    this.types = types;
    this.file = file;
    this.view = view;
  }

  /** The type of a name that a type has itself or inherits; null when there is none. */
  @Nullable Symbol nestedType(Symbol type, String name) {
    for (List<Symbol> level : members(type, name).levels()) {
      for (Symbol symbol : level) {
        if (JavaScopes.isType(symbol.entry().kind())) {
          return symbol;
        }
      }
    }
    return null;
  }

  /** The members of a name that a type has itself or inherits. */
  Members members(Symbol type, String name) {
    JavaQuestion key = new JavaQuestion(type.path(), type.entry().details().getFirst(), name);
    Members known = members.get(key);
    if (known == null) {
      known = findMembers(type, name);
      members.put(key, known);
    }
    return known;
  }

  private Members findMembers(Symbol type, String name) {
    List<List<Symbol>> levels = new ArrayList<>(2);
    List<JavaType.External> externals = new ArrayList<>(1);
    boolean hasUnknownBase = false;
    Set<JavaQuestion> visited = new HashSet<>();
    ArrayDeque<Symbol> queue = new ArrayDeque<>();
    queue.add(type);
    while (!queue.isEmpty()) {
      Symbol at = queue.remove();
      String key = at.entry().details().getFirst();
      if (!visited.add(new JavaQuestion(at.path(), key, ""))) {
        continue;
      }
      List<Symbol> level = own(view.lookup(JavaScopes.ofMembers(key), name), at.path());
      if (!level.isEmpty()) {
        levels.add(level);
      }
      if (name.equals(JavaScopes.CONSTRUCTOR)) {
        break;
      }
      for (JavaType base : bases(at)) {
        if (base instanceof JavaType.Declared declared) {
          queue.add(declared.symbol());
        } else if (base instanceof JavaType.External external) {
          externals.add(external);
        } else {
          hasUnknownBase = true;
        }
      }
    }
    return new Members(levels, externals, hasUnknownBase);
  }

  /** Two files may declare a type of the same name: only the members of the one that is meant. */
  private static List<Symbol> own(List<Symbol> symbols, String path) {
    boolean isMixed = false;
    for (Symbol symbol : symbols) {
      isMixed |= !symbol.path().equals(path);
    }
    return isMixed ? symbols.stream().filter(s -> s.path().equals(path)).toList() : symbols;
  }

  /** The bases that a type names, as far as they are known. */
  List<JavaType> bases(Symbol type) {
    JavaQuestion key = new JavaQuestion(type.path(), type.entry().details().getFirst(), "");
    List<JavaType> known = bases.get(key);
    if (known == null) {
      bases.put(key, List.of());
      known = basesOf(new JavaType.Declared(type, List.of(), JavaContext.PLATFORM));
      bases.put(key, known);
    }
    return known;
  }

  /** The bases of a type, written in terms of its type arguments. */
  private List<JavaType> basesOf(JavaType.Declared type) {
    Symbol symbol = type.symbol();
    List<JavaType> found = new ArrayList<>(2);
    JavaContext context = null;
    for (String detail : symbol.entry().details()) {
      if (detail.startsWith(JavaScopes.BASE)) {
        if (context == null) {
          context = types.contextOf(symbol.path()).in(outer(symbol)).with(bindings(type));
        }
        found.add(types.type(detail.substring(JavaScopes.BASE.length()), context));
      }
    }
    return found;
  }

  /** What the type parameters of a type stand for; unknown when it is raw. */
  Map<String, JavaType> bindings(JavaType.Declared type) {
    List<String> variables = JavaTypeText.variables(type.symbol().entry());
    if (variables.isEmpty()) {
      return Map.of();
    }
    boolean isKnown = variables.size() == type.arguments().size();
    Map<String, JavaType> bindings = new HashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      bindings.put(
          variables.get(i),
          isKnown ? types.type(type.arguments().get(i), type.context()) : JavaType.UNKNOWN);
    }
    return bindings;
  }

  /** A type as one of its bases; null when it is not known to have it. */
  JavaType.@Nullable Declared asBase(JavaType.Declared type, String key) {
    if (type.key().equals(key)) {
      return type;
    }
    if (depth >= MAX_DEPTH) {
      return null;
    }
    depth++;
    JavaType.Declared found = null;
    for (JavaType base : basesOf(type)) {
      if (found == null && base instanceof JavaType.Declared declared) {
        found = asBase(declared, key);
      }
    }
    depth--;
    return found;
  }

  /** A type's bases are written outside of it: in the type around it, or the file. */
  private String outer(Symbol type) {
    String key = type.entry().details().getFirst();
    if (!JavaScopes.isGlobal(key)) {
      return localOuter(type);
    }
    String around = JavaTypeText.parent(key);
    return around.equals(types.contextOf(type.path()).packageName()) ? "" : around;
  }

  private String localOuter(Symbol type) {
    List<EntityFact> entities = file.facts().entities();
    for (int i = 1; i < entities.size(); i++) {
      if (type.path().equals(file.path()) && file.localId(i).equals(type.entry().localId())) {
        return types.enclosingKey(entities.get(i).parent());
      }
    }
    return "";
  }

  /** What iterating over a type gives. */
  JavaType element(JavaType type) {
    return switch (type) {
      case JavaType.Array array -> array.element();
      case JavaType.External external -> {
        if (JavaPlatform.type(external.name()) == null) {
          yield external.arguments().size() == 1
              ? types.type(external.arguments().getFirst(), external.context())
              : JavaType.UNKNOWN;
        }
        JavaType.External iterable = types.platform().base(external, "java.lang.Iterable");
        yield iterable == null || iterable.arguments().isEmpty()
            ? JavaType.UNKNOWN
            : types.type(iterable.arguments().getFirst(), iterable.context());
      }
      case JavaType.Declared declared -> {
        JavaType found = JavaType.UNKNOWN;
        depth++;
        for (JavaType base : depth >= MAX_DEPTH ? List.<JavaType>of() : basesOf(declared)) {
          if (found instanceof JavaType.Unknown) {
            found = element(base);
          }
        }
        depth--;
        yield found;
      }
      case JavaType.Primitive p -> JavaType.UNKNOWN;
      case JavaType.Unknown u -> JavaType.UNKNOWN;
    };
  }
}
