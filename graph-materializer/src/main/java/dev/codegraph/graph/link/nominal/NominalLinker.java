package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the references of one file. */
final class NominalLinker {
  private final Dialect dialect;
  private final SourceFile file;
  private final Outcomes outcomes;
  private final Types types;
  private final Places places;
  private final Definitions definitions;
  private final Evaluator evaluator;
  private final Generics generics;

  NominalLinker(Dialect dialect, SourceFile file, ProjectView view, Outcomes outcomes) {
    this.dialect = dialect;
    this.file = file;
    this.outcomes = outcomes;
    this.types = new Types(dialect, file, view);
    this.places = new Places(dialect, file, types);
    this.definitions = new Definitions(dialect, types, view);
    this.evaluator = new Evaluator(dialect, file, types, places, definitions);
    this.generics = new Generics(dialect, file);
  }

  void link() {
    List<ReferenceFact> references = file.facts().references();
    for (int i = 0; i < references.size(); i++) {
      ReferenceFact reference = references.get(i);
      switch (reference.role()) {
        case IMPORT -> imported(i, file.facts().imports().get(reference.importIndex()));
        case TYPE, EXTEND, IMPLEMENT -> typeName(i, named(reference, reference.name()));
        case ANNOTATE -> annotation(i, reference);
        case INSTANTIATE -> instantiation(i, reference);
        case CALL -> use(i, reference, true, Math.max(0, reference.argumentCount()));
        case FUNCTION_VALUE -> use(i, reference, true, -1);
        case READ, WRITE -> use(i, reference, false, -1);
      }
    }
  }

  private void imported(int i, ImportFact one) {
    if (dialect.namesTypesApart()) {
      importedApart(i, one);
      return;
    }
    String space = dialect.module(one);
    if (one.name().isEmpty() || one.name().equals("*")) {
      if (types.qualified(space).type() instanceof Type.Declared declared) {
        outcomes.resolved(i, declared.symbol(), Rule.WILDCARD_IMPORT);
      } else {
        outcomes.external(i, symbol(space + "#*"), Rule.WILDCARD_IMPORT);
      }
      return;
    }
    Types.Named type = types.qualified(NominalScopes.key(space, one.name()));
    if (type.type() instanceof Type.Declared declared) {
      outcomes.resolved(i, declared.symbol(), Rule.IMPORT);
      return;
    }
    List<Symbol> all = new ArrayList<>(type.candidates());
    Notes notes = new Notes();
    Wanted wanted = Wanted.value(one.name());
    Found free = definitions.inSpace(space, one.name(), wanted, Rule.IMPORT, notes);
    if (free != null) {
      all.addAll(free.symbols());
    } else if (types.qualified(space).type() instanceof Type.Declared around) {
      Found member =
          definitions.member(around, wanted, types.inside(around), Rule.IMPORT, Rule.IMPORT, notes);
      if (member != null) {
        all.addAll(member.symbols());
      }
    }
    if (all.isEmpty()) {
      all.addAll(definitions.extensionsNamed(space, one.name()));
    }
    if (!all.isEmpty()) {
      choose(i, all, Rule.IMPORT);
    } else if (types.hasSpace(space) || types.qualified(space).isFound()) {
      outcomes.unresolved(i, Reason.IMPORT_NOT_FOUND);
    } else {
      outcomes.external(i, symbol(NominalScopes.key(space, one.name())), Rule.EXTERNAL_IMPORT);
    }
  }

  /** An import that says itself whether it is that of a type. */
  private void importedApart(int i, ImportFact one) {
    if (one.name().isEmpty()) {
      included(i, one);
      return;
    }
    String space = dialect.module(one);
    String key = NominalScopes.key(space, one.name());
    if (one.isStatic()) {
      Wanted wanted = Wanted.value(one.name());
      Found found = definitions.inSpace(space, one.name(), wanted, Rule.IMPORT, new Notes());
      if (found != null) {
        choose(i, found.symbols(), Rule.IMPORT);
        return;
      }
    } else {
      Types.Named type = types.qualified(key);
      if (type.type() instanceof Type.Declared declared) {
        outcomes.resolved(i, declared.symbol(), Rule.IMPORT);
        return;
      }
      if (type.isFound()) {
        choose(i, type.candidates(), Rule.IMPORT);
        return;
      }
      if (types.hasSpace(key)) {
        outcomes.external(i, symbol(key + "#*"), Rule.WILDCARD_IMPORT);
        return;
      }
    }
    if (!space.isEmpty() && types.hasSpace(space)) {
      outcomes.unresolved(i, Reason.IMPORT_NOT_FOUND);
    } else {
      outcomes.external(i, symbol(key), Rule.EXTERNAL_IMPORT);
    }
  }

  private void included(int i, ImportFact one) {
    List<Symbol> found = definitions.files(dialect.includedFiles(file, one));
    if (found.isEmpty()) {
      outcomes.unresolved(i, Reason.IMPORT_NOT_FOUND);
    } else {
      choose(i, found, Rule.IMPORT);
    }
  }

  private String symbol(String name) {
    return dialect.external(name);
  }

  private void choose(int i, List<Symbol> candidates, Rule rule) {
    Set<String> seen = new HashSet<>();
    List<Symbol> distinct =
        candidates.stream().filter(s -> seen.add(s.path() + "#" + s.entry().localId())).toList();
    if (distinct.size() == 1) {
      outcomes.resolved(i, distinct.getFirst(), rule);
    } else {
      outcomes.ambiguous(i, distinct, Rule.CANDIDATES);
    }
  }

  private void annotation(int i, ReferenceFact reference) {
    Types.Named found = Types.Named.NOTHING;
    for (String name : dialect.annotations(reference.name())) {
      Types.Named named = named(reference, name);
      boolean isBetter = !(named.type() instanceof Type.External) || !found.isFound();
      if (named.isFound() && isBetter) {
        found = named;
      }
      if (found.isFound() && !(found.type() instanceof Type.External)) {
        break;
      }
    }
    typeName(i, found);
  }

  private void typeName(int i, Types.Named named) {
    switch (named.type()) {
      case Type.Declared declared -> outcomes.resolved(i, declared.symbol(), named.rule());
      case Type.External external -> outcomes.external(i, symbol(external.name()), named.rule());
      case null -> noType(i, named);
      case Type.Function f -> noType(i, named);
      case Type.Array a -> noType(i, named);
      case Type.Unknown u -> noType(i, named);
    }
  }

  private void noType(int i, Types.Named named) {
    if (named.candidates().size() > 1) {
      choose(i, named.candidates(), Rule.CANDIDATES);
    } else {
      outcomes.unresolved(i, Reason.NOT_VISIBLE);
    }
  }

  private Types.Named named(ReferenceFact reference, String simple) {
    Place place = places.of(reference.owner());
    Type own = reference.receiver() < 0 ? ownType(reference, place) : null;
    if (own != null) {
      return new Types.Named(own, List.of(), Rule.SAME_FILE);
    }
    String name = generics.named(reference, simple);
    if (reference.receiver() < 0) {
      Type.Declared inner = evaluator.innerType(reference.name(), reference.owner());
      return inner != null
          ? new Types.Named(inner, List.of(), Rule.SAME_FILE)
          : types.name(name, place);
    }
    String dotted = dotted(reference.receiver());
    return dotted == null
        ? Types.Named.NOTHING
        : types.name(dotted.endsWith(".") ? dotted + name : dotted + "." + name, place);
  }

  /** The type that a word of the language means where a type is named; null for other names. */
  private @Nullable Type ownType(ReferenceFact reference, Place place) {
    if (reference.name().equals(dialect.baseType())) {
      return evaluator.typeAt(
          reference.name(), evaluator.here(reference.owner(), reference.start()));
    }
    return dialect.ownTypes().contains(reference.name())
            || dialect.receiverTypes().contains(reference.name())
        ? place.variables().get(reference.name())
        : null;
  }

  /** The qualifier of a type name as it is written; null when it is something else. */
  private @Nullable String dotted(int expression) {
    StringBuilder text = new StringBuilder();
    for (int at = expression; at >= 0; at = file.facts().expressions().get(at).base()) {
      Expression step = file.facts().expressions().get(at);
      String qualifier = dialect.qualifyingSpace(step.text());
      if (qualifier != null) {
        return qualifier;
      }
      boolean isName = step.kind() == ExpressionKind.NAME || step.kind() == ExpressionKind.MEMBER;
      if (!isName) {
        return null;
      }
      String name =
          dialect.hasGenericNames() && step.text().indexOf('<') > 0
              ? dialect.read(step.text()).name()
              : step.text();
      boolean isRoot = step.base() < 0 && !name.isEmpty() && name.equals(dialect.root());
      text.insert(0, at == expression ? name : name + ".");
      if (isRoot) {
        // Begins with a dot: looked up from the root.
        text.delete(0, name.length());
      }
    }
    return text.toString();
  }

  private void instantiation(int i, ReferenceFact reference) {
    Types.Named named = named(reference, reference.name());
    switch (named.type()) {
      case Type.Declared declared -> {
        Notes notes = new Notes();
        Type.Declared made =
            evaluator.aliased(declared) instanceof Type.Declared aliased ? aliased : declared;
        Found found = definitions.constructor(made, Math.max(0, reference.argumentCount()), notes);
        if (found.symbols().isEmpty()) {
          outcomes.unresolved(i, Reason.ARITY);
        } else {
          choose(i, found.symbols(), found.rule());
        }
      }
      case Type.External external -> outcomes.external(i, symbol(external.name()), named.rule());
      case null -> noType(i, named);
      case Type.Function f -> noType(i, named);
      case Type.Array a -> noType(i, named);
      case Type.Unknown u -> noType(i, named);
    }
  }

  private void use(int i, ReferenceFact reference, boolean isFunction, int argumentCount) {
    Site site = evaluator.here(reference.owner(), reference.start());
    Notes notes = new Notes();
    if (reference.receiver() < 0) {
      if (dialect.isFileVariable(reference.name())) {
        fileVariable(i, reference);
        return;
      }
      if (dialect.hasImplicitReceiver() && isConstructorCall(i, reference)) {
        return;
      }
      Wanted wanted = new Wanted(reference.name(), argumentCount);
      Found found = evaluator.bare(wanted, site, notes);
      if (found != null) {
        outcome(i, found, notes);
      } else {
        alone(i, reference, notes);
      }
      return;
    }
    Meaning base = evaluator.meaning(reference.receiver(), reference.owner(), reference.start());
    String name = evaluator.memberName(reference.name(), isFunction, base);
    Found found = evaluator.on(base, new Wanted(name, argumentCount), site, notes);
    if (found != null) {
      outcome(i, found, notes);
    } else {
      behind(i, reference, base, notes);
    }
  }

  private void fileVariable(int i, ReferenceFact reference) {
    int entity = places.variable(reference.name());
    String builtin = dialect.builtinFunction(reference.name());
    if (entity >= 0) {
      outcomes.resolved(i, types.symbolOf(entity), Rule.SAME_FILE);
    } else if (builtin != null) {
      outcomes.external(i, symbol(builtin), Rule.BUILTIN);
    } else {
      outcomes.unresolved(i, Reason.DYNAMIC);
    }
  }

  /** A call of {@code this} or {@code super}: a constructor of the type or of its base. */
  private boolean isConstructorCall(int i, ReferenceFact reference) {
    boolean isOwn = reference.name().equals("this");
    if (!isOwn && !reference.name().equals(dialect.baseConstructor())) {
      return false;
    }
    int type = places.typeAround(reference.owner());
    if (type == 0 || reference.argumentCount() < 0) {
      return false;
    }
    Type meant = places.self(type);
    if (!isOwn) {
      Type base = types.bases().superclass(places.self(type));
      meant = base == null ? Type.UNKNOWN : base;
    }
    Notes notes = new Notes();
    switch (meant) {
      case Type.Declared declared ->
          outcome(i, definitions.constructor(declared, reference.argumentCount(), notes), notes);
      case Type.External external ->
          outcomes.external(i, symbol(external.name()), Rule.EXTERNAL_MEMBER);
      case Type.Function f -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
      case Type.Array a -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
      case Type.Unknown u -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
    }
    return true;
  }

  private void outcome(int i, Found found, Notes notes) {
    if (!found.external().isEmpty()) {
      outcomes.external(i, symbol(found.external()), found.rule());
    } else if (found.symbols().isEmpty()) {
      outcomes.unresolved(i, notes.reason(Reason.NO_SUCH_MEMBER));
    } else {
      choose(i, found.symbols(), found.rule());
    }
  }

  /** A name that stands alone and that nothing of the project explains. */
  private void alone(int i, ReferenceFact reference, Notes notes) {
    String builtin = dialect.namesTypesApart() ? null : dialect.builtin(reference.name());
    if (builtin == null) {
      builtin = dialect.builtinFunction(reference.name());
    }
    String base = notes.onlyExternal();
    if (builtin != null && !notes.hasName) {
      outcomes.external(i, symbol(builtin), Rule.BUILTIN);
    } else if (base != null) {
      outcomes.external(i, symbol(base + "#" + reference.name()), Rule.EXTERNAL_MEMBER);
    } else if (isQualifier(reference)
        || reference.argumentCount() < 0
            && types.isAround(reference.name(), places.of(reference.owner()))) {
      outcomes.external(i, symbol(reference.name()), Rule.QUALIFIED_NAME);
    } else {
      outcomes.unresolved(i, notes.reason(Reason.NOT_VISIBLE));
    }
  }

  /** Whether a bare name begins the name of a space outside of the project. */
  private boolean isQualifier(ReferenceFact reference) {
    return dialect.hasQualifiedNames()
        && !reference.name().isEmpty()
        && Character.isLowerCase(reference.name().codePointAt(0))
        && reference.argumentCount() < 0
        && types.hasSpaceBelow(reference.name());
  }

  private void behind(int i, ReferenceFact reference, Meaning base, Notes notes) {
    String outside = notes.onlyExternal();
    switch (base) {
      case Meaning.Space space when space.name().isEmpty() -> alone(i, reference, notes);
      case Meaning.Space space when isOutside(space) ->
          outcomes.external(i, symbol(space.name() + "." + reference.name()), Rule.EXTERNAL_IMPORT);
      case Meaning.Space s -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case Meaning.TypeName name -> ofType(i, reference, name.type(), outside, notes);
      case Meaning.Value value -> ofType(i, reference, value.type(), outside, notes);
    }
  }

  /** Whether a space is imported, and not one of the project. */
  private boolean isOutside(Meaning.Space space) {
    if (dialect.namesTypesApart()) {
      return !types.hasSpace(space.name());
    }
    String head = space.name();
    for (List<FileContext.Import> imports : types.own().imports().values()) {
      for (FileContext.Import one : imports) {
        if (head.equals(one.qualified()) || head.startsWith(one.qualified() + ".")) {
          return !types.hasSpace(one.qualified()) && !types.hasSpace(one.space());
        }
      }
    }
    return false;
  }

  private void ofType(
      int i, ReferenceFact reference, Type type, @Nullable String outside, Notes notes) {
    String name = reference.name();
    if (type instanceof Type.Unknown) {
      // The receiver is not known, but what every value has is.
      if (dialect.isUniversal(name)) {
        outcomes.external(i, symbol(name), Rule.BUILTIN);
      } else {
        outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      }
    } else if (isGiven(type, name) && !notes.hasName) {
      outcomes.external(i, symbol(name), Rule.BUILTIN);
    } else if (type instanceof Type.Declared declared && hasStandIn(declared, reference)) {
      outcomes.unresolved(i, Reason.DYNAMIC);
    } else if (type instanceof Type.Declared && outside != null) {
      outcomes.external(i, symbol(outside + "#" + name), Rule.EXTERNAL_MEMBER);
    } else if (type instanceof Type.Declared) {
      FileContext.Import extension = externalExtension(name);
      if (extension != null) {
        outcomes.external(i, symbol(extension.qualified()), Rule.EXTERNAL_IMPORT);
      } else {
        outcomes.unresolved(i, notes.reason(Reason.NO_SUCH_MEMBER));
      }
    } else {
      outcomes.external(i, symbol(formOf(type) + "#" + name), Rule.BUILTIN);
    }
  }

  private boolean isGiven(Type type, String name) {
    return type instanceof Type.Declared declared
        ? dialect.isGiven(declared, name)
        : dialect.isUniversal(name);
  }

  /** Whether a type has a member that stands in for those that it does not have. */
  private boolean hasStandIn(Type.Declared type, ReferenceFact reference) {
    for (String name : dialect.standIns(reference.role() == Role.CALL)) {
      if (!types.bases().members(type, name).levels().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String formOf(Type type) {
    return switch (type) {
      case Type.Function f -> "Function";
      case Type.Array a -> "Array";
      case Type.External external -> external.name();
      case Type.Declared declared -> declared.key();
      case Type.Unknown u -> "";
    };
  }

  /** An import from outside that may extend any type by a member of the name; null for none. */
  private FileContext.@Nullable Import externalExtension(String name) {
    for (FileContext.Import one : types.own().imports().getOrDefault(name, List.of())) {
      if (!types.hasSpace(one.space())) {
        return one;
      }
    }
    return null;
  }
}
