package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds members by name: around a place, in a type and its bases, and through static imports. */
final class JavaMembers {
  private final SourceFile file;
  private final JavaTypes types;
  private final JavaPlaces places;

  JavaMembers(SourceFile file, JavaTypes types, JavaPlaces places) {
    this.file = file;
    this.types = types;
    this.places = places;
  }

  /** Looks in the types around a place, innermost first, each with its bases. */
  @Nullable JavaFound enclosing(int owner, JavaSearch search) {
    List<EntityFact> entities = file.facts().entities();
    boolean isInnermost = true;
    for (int at = owner; at > 0; at = entities.get(at).parent()) {
      if (!JavaScopes.isTypeLike(entities.get(at).kind())) {
        continue;
      }
      JavaFound found =
          inType(
              types.symbolOf(at),
              search,
              isInnermost ? Rule.OWN_MEMBER : Rule.SAME_FILE,
              Rule.INHERITED_MEMBER);
      // The innermost type that has a member of the name decides, whatever arguments it takes.
      if (found != null) {
        return found.in(places.self(at));
      }
      if (search.hasName) {
        return null;
      }
      isInnermost = false;
    }
    return null;
  }

  /** The member that a type has or inherits. */
  @Nullable JavaFound inType(Symbol type, JavaSearch search, Rule own, Rule inherited) {
    JavaInheritance.Members members = types.inheritance().members(type, search.name);
    JavaFound found = inProject(members, type, search, own, inherited);
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
            : new JavaFound(base, Rule.EXTERNAL_MEMBER);
      }
    }
    search.hasUnknownBase |= members.hasUnknownBase();
    return implicit(type, search);
  }

  /** The member that a static import brings, by its name or with all others of its type. */
  @Nullable JavaFound imported(JavaSearch search) {
    JavaContext own = types.own();
    JavaFound named =
        inAny(own.statics().getOrDefault(search.name, List.of()), search, Rule.IMPORT);
    return named != null ? named : inAny(own.staticWildcards(), search, Rule.WILDCARD_IMPORT);
  }

  /** A member that a type has without saying so. */
  private @Nullable JavaFound implicit(Symbol type, JavaSearch search) {
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
        return new JavaFound(List.of(type), Rule.TYPE_MEMBER);
      }
    }
    if (kind == EntityKind.RECORD && search.isCall && search.argumentCount <= 0) {
      JavaFound component =
          inProject(
              types.inheritance().members(type, search.name),
              type,
              new JavaSearch(search.name, -1, false),
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
        ? new JavaFound(
            new JavaType.External(
                JavaBuiltins.isObjectMethod(search.name, search.argumentCount)
                    ? "java.lang.Object"
                    : base,
                List.of(),
                JavaContext.PLATFORM),
            Rule.BUILTIN)
        : null;
  }

  private @Nullable JavaFound inProject(
      JavaInheritance.Members members, Symbol type, JavaSearch search, Rule own, Rule inherited) {
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
    return new JavaFound(fitting, isOwn ? own : inherited);
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
        variables = declarer == null ? List.of() : JavaTypeText.variables(declarer.entry());
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
      String mine = JavaTypeText.parameterType(near.entry(), i);
      String theirs = JavaTypeText.parameterType(far.entry(), i);
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

  private @Nullable JavaFound inAny(List<String> owners, JavaSearch search, Rule rule) {
    List<Symbol> all = new ArrayList<>();
    for (String owner : owners) {
      JavaTypes.Named named = types.name(owner, types.own().in(""));
      if (named.type() instanceof JavaType.Declared declared) {
        JavaFound found = inType(declared.symbol(), search, rule, rule);
        if (found != null) {
          all.addAll(found.symbols());
        }
      }
    }
    return all.isEmpty() ? null : new JavaFound(all.stream().distinct().toList(), rule);
  }
}
