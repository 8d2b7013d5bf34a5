package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds fields and methods of a type the way selectors do: those of the type itself, then those of
 * the types it embeds, one depth after the other.
 */
final class GoMemberSearch {
  private final GoProject project;
  private final GoTypes types;

  GoMemberSearch(GoProject project, GoTypes types) {
    this.project = project;
    this.types = types;
  }

  /** What a selector finds. */
  sealed interface Found {
    /**
     * Members of the project.
     *
     * @param symbols One, or several that exclude each other.
     * @param owner The type that declares them.
     * @param promoted Whether an embedded type has them.
     */
    record Members(List<Symbol> symbols, GoType.Declared owner, boolean promoted)
        implements Found {}

    /** Something outside the project. */
    record External(String symbol) implements Found {}

    /** Several types at one depth have it, or several external ones may have it. */
    record Several(List<Symbol> symbols) implements Found {}

    /** No type has it. */
    record Nothing() implements Found {}

    /** One of several external bases may have it. */
    record ExternalBase() implements Found {}

    /** Nothing is known about the type. */
    record UnknownType() implements Found {}

    /** The search went too deep. */
    record TooDeep() implements Found {}
  }

  private record Candidate(GoType type, boolean fieldsOnly) {}

  Found find(GoType type, String name) {
    switch (type) {
      case GoType.Unknown ignored -> {
        return new Found.UnknownType();
      }
      case GoType.TooDeep ignored -> {
        return new Found.TooDeep();
      }
      case GoType.Outside outside -> {
        return new Found.External(outside.symbol() + separator(outside.symbol()) + name);
      }
      case GoType.Basic basic -> {
        return basic.name().equals("error") && name.equals("Error")
            ? new Found.External("go:builtin#error.Error")
            : basic.name().equals("any") ? new Found.UnknownType() : new Found.Nothing();
      }
      case GoType.Declared declared -> {
        return ofDeclared(declared, name);
      }
      case GoType.TypeItself itself -> {
        return find(itself.type(), name);
      }
      case GoType.Tuple tuple -> {
        return tuple.elements().isEmpty() ? new Found.Nothing() : find(tuple.single(), name);
      }
      case GoType.Sequence ignored -> {
        return new Found.Nothing();
      }
      case GoType.MapOf ignored -> {
        return new Found.Nothing();
      }
      case GoType.Channel ignored -> {
        return new Found.Nothing();
      }
      case GoType.Function ignored -> {
        return new Found.Nothing();
      }
      case GoType.PackageName ignored -> {
        return new Found.UnknownType();
      }
    }
  }

  private static String separator(String symbol) {
    return symbol.indexOf('#') < 0 ? "#" : ".";
  }

  private Found ofDeclared(GoType.Declared start, String name) {
    List<Candidate> level = List.of(new Candidate(start, false));
    Set<String> visited = new HashSet<>();
    List<String> externals = new ArrayList<>(0);
    boolean unknownBase = false;
    for (int depth = 0; !level.isEmpty(); depth++) {
      if (depth > GoTypes.MAX_STEPS) {
        return new Found.TooDeep();
      }
      List<Found.Members> hits = new ArrayList<>(1);
      List<Candidate> next = new ArrayList<>(0);
      for (Candidate candidate : level) {
        switch (candidate.type()) {
          case GoType.Declared declared -> {
            if (visited.add(declared.info().scope())) {
              List<Symbol> own = members(declared.info(), name, candidate.fieldsOnly());
              if (!own.isEmpty()) {
                hits.add(new Found.Members(own, declared, depth > 0));
              } else {
                bases(declared, next);
              }
            }
          }
          case GoType.Outside outside -> {
            if (GoScopes.isExported(name)) {
              externals.add(outside.symbol());
            }
          }
          case GoType.Basic basic -> {
            if (basic.name().equals("error") && name.equals("Error")) {
              return new Found.External("go:builtin#error.Error");
            }
          }
          case GoType.Unknown ignored -> unknownBase = true;
          default -> {}
        }
      }
      if (hits.size() == 1) {
        return visible(hits.getFirst(), name);
      }
      if (hits.size() > 1) {
        List<Symbol> all = new ArrayList<>();
        hits.forEach(hit -> all.addAll(hit.symbols()));
        return new Found.Several(all);
      }
      level = next;
    }
    if (externals.size() == 1 && !unknownBase) {
      return new Found.External(externals.getFirst() + "." + name);
    }
    String known = GoStandard.ownerOf(externals, name);
    if (!known.isEmpty()) {
      return new Found.External(known + "." + name);
    }
    return externals.isEmpty() && !unknownBase ? new Found.Nothing() : new Found.ExternalBase();
  }

  private List<Symbol> members(GoTypeInfo info, String name, boolean fieldsOnly) {
    List<Symbol> found = project.members(info, name);
    if (!fieldsOnly || info.isInterface() || found.isEmpty()) {
      return found;
    }
    List<Symbol> fields = new ArrayList<>(found);
    fields.removeIf(symbol -> symbol.entry().kind() != EntityKind.FIELD);
    return fields;
  }

  /** The types that a type gets members from: embedded ones, or the one it is declared as. */
  private void bases(GoType.Declared declared, List<Candidate> next) {
    GoTypeInfo info = declared.info();
    if (info.isDefinedByAnother()) {
      GoType below = types.below(declared);
      next.add(new Candidate(below, !info.isAlias()));
      return;
    }
    for (Symbol base : project.members(info, GoScopes.EMBEDDED)) {
      next.add(
          new Candidate(
              types.read(base.entry().type(), info.folder(), info.clause(), declared.arguments()),
              false));
    }
  }

  /** Lower-case members are seen in their package alone. */
  private Found visible(Found.Members members, String name) {
    GoTypeInfo owner = members.owner().info();
    return GoScopes.isExported(name)
            || owner.folder().equals(project.folder()) && owner.clause().equals(project.clause())
        ? members
        : new Found.Nothing();
  }
}
