package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds definitions by name: in types, among what is free in spaces, and among extensions. */
final class Definitions {
  private final Dialect dialect;
  private final Types types;
  private final ProjectView view;
  private final Map<FreeQuestion, Optional<Found>> free = new HashMap<>();
  private final Map<ExtensionQuestion, Optional<Found>> extensions = new HashMap<>();

  /** Names mean the same everywhere in one space of a file, when they are free. */
  private record FreeQuestion(Wanted wanted, String path, String space) {}

  private record ExtensionQuestion(Type type, Wanted wanted, String path, String space) {}

  Definitions(Dialect dialect, Types types, ProjectView view) {
    this.dialect = dialect;
    this.types = types;
    this.view = view;
  }

  /** The member that a type has or inherits; null for none. */
  @Nullable Found member(
      Type.Declared type, Wanted wanted, Place from, Rule own, Rule inherited, Notes notes) {
    Bases.Members members = types.bases().members(type, wanted.name());
    for (Bases.Level level : members.levels()) {
      List<Symbol> fitting = new ArrayList<>(2);
      for (Symbol symbol : level.members()) {
        if (!isHidden(symbol, level.type(), from)) {
          notes.hasName |= symbol.entry().kind().isCallable();
          if (wanted.fits(symbol)) {
            fitting.add(symbol);
          }
        }
      }
      List<Symbol> chosen = preferred(fitting, wanted);
      if (!chosen.isEmpty()) {
        boolean isOwn = level.type().key().equals(type.key());
        return new Found(chosen, level.type(), type, "", isOwn ? own : inherited);
      }
    }
    notes.hasUnknownBase |= dialect.isMixedIn(type.symbol().entry().kind());
    notes.hasUnknownBase |= members.hasUnknown();
    for (Type.External external : members.externals()) {
      if (dialect.inherits(type, external)) {
        notes.externals.add(external.name());
      }
    }
    return null;
  }

  /** Functions when it is called and there are any, values otherwise. */
  private static List<Symbol> preferred(List<Symbol> fitting, Wanted wanted) {
    if (fitting.size() < 2) {
      return fitting;
    }
    List<Symbol> preferred = fitting.stream().filter(wanted::prefers).toList();
    return preferred.isEmpty() ? fitting : preferred;
  }

  private boolean isHidden(Symbol symbol, Type.Declared declarer, Place from) {
    if (!Modifier.PRIVATE.in(symbol.entry().modifiers())
        || symbol.path().equals(from.file().path())
        || dialect.isMixedIn(declarer.symbol().entry().kind())) {
      return false;
    }
    String key = declarer.key();
    return !from.enclosing().equals(key) && !from.enclosing().startsWith(key + ".");
  }

  /** What a constructor call of a type means: a constructor, or the type when none is written. */
  Found constructor(Type.Declared type, int argumentCount, Notes notes) {
    List<Symbol> declared = new ArrayList<>();
    for (Bases.Level level : types.bases().members(type, NominalScopes.CONSTRUCTOR).levels()) {
      declared.addAll(level.members());
      if (dialect.inheritsConstructors()) {
        break;
      }
    }
    List<Symbol> fitting =
        new ArrayList<>(declared.stream().filter(c -> c.accepts(argumentCount)).toList());
    if (type.symbol().entry().maxArguments() > 0 && type.symbol().accepts(argumentCount)) {
      // The constructor in the head of a type.
      fitting.add(type.symbol());
    }
    if (!fitting.isEmpty()) {
      return Found.of(fitting, type, Rule.CONSTRUCTOR);
    }
    EntityKind kind = type.symbol().entry().kind();
    if (declared.isEmpty() || dialect.hasImplicitConstructor(kind, argumentCount)) {
      return Found.of(List.of(type.symbol()), type, Rule.CONSTRUCTOR);
    }
    notes.hasName = true;
    return Found.of(List.of(), null, Rule.CONSTRUCTOR);
  }

  /** What a name means that neither a value nor a type has; null for nothing. */
  @Nullable Found free(Wanted wanted, Place from, Notes notes) {
    FreeQuestion question = new FreeQuestion(wanted, from.file().path(), from.space());
    Optional<Found> known = free.get(question);
    if (known == null) {
      Notes own = new Notes();
      known = Optional.ofNullable(findFree(wanted, from, own));
      notes.hasName |= own.hasName;
      free.put(question, known);
    }
    return known.orElse(null);
  }

  private @Nullable Found findFree(Wanted wanted, Place from, Notes notes) {
    List<FileContext.Import> imports = from.imports(dialect.importedName(wanted.name()));
    List<Found> imported = new ArrayList<>(1);
    for (FileContext.Import one : imports) {
      Found found = ofSpaceOrType(one.space(), one.name(), wanted, from, Rule.IMPORT, notes);
      if (found != null) {
        imported.add(found);
      }
    }
    if (imported.size() == 1) {
      return imported.getFirst();
    }
    if (!imported.isEmpty()) {
      return Found.of(
          imported.stream().flatMap(found -> found.symbols().stream()).toList(), null, Rule.IMPORT);
    }
    for (String space : dialect.visibleFunctions(from.space())) {
      Found found = inSpace(space, wanted.name(), wanted, Rule.SAME_PACKAGE, notes);
      if (found != null) {
        boolean isHere =
            found.symbols().stream().allMatch(s -> s.path().equals(from.file().path()));
        return isHere ? Found.of(found.symbols(), null, Rule.SAME_FILE) : found;
      }
    }
    for (FileContext.Import one : imports) {
      if (!types.hasSpace(one.space()) && !types.qualified(one.space()).isFound()) {
        return Found.external(one.qualified(), Rule.EXTERNAL_IMPORT);
      }
    }
    for (String wildcard : from.file().wildcards()) {
      Found found =
          ofSpaceOrType(wildcard, wanted.name(), wanted, from, Rule.WILDCARD_IMPORT, notes);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Found ofSpaceOrType(
      String space, String name, Wanted wanted, Place from, Rule rule, Notes notes) {
    Found found = inSpace(space, name, wanted, rule, notes);
    if (found != null) {
      return found;
    }
    return types.qualified(space).type() instanceof Type.Declared declared
        ? member(declared, new Wanted(name, wanted.argumentCount()), from, rule, rule, notes)
        : null;
  }

  /** What is free in a space; null for nothing. */
  @Nullable Found inSpace(String space, String name, Wanted wanted, Rule rule, Notes notes) {
    List<Symbol> all = view.lookup(NominalScopes.free(dialect.prefix(), space, name), "");
    notes.hasName |= !all.isEmpty();
    List<Symbol> fitting = preferred(all.stream().filter(wanted::fits).toList(), wanted);
    return fitting.isEmpty() ? null : Found.of(fitting, null, rule);
  }

  /** The first of some files that is in the project; empty when none is. */
  List<Symbol> files(List<String> paths) {
    for (String path : paths) {
      List<Symbol> found = view.lookup(NominalScopes.file(dialect.prefix(), path), "");
      if (!found.isEmpty()) {
        return found.subList(0, 1);
      }
    }
    return List.of();
  }

  /** The extension of a type that is visible from a place; null for none. */
  @Nullable Found extension(Type type, Wanted wanted, Place from) {
    return extensions
        .computeIfAbsent(
            new ExtensionQuestion(type, wanted, from.file().path(), from.space()),
            question -> Optional.ofNullable(findExtension(type, wanted, from)))
        .orElse(null);
  }

  private @Nullable Found findExtension(Type type, Wanted wanted, Place from) {
    switch (type) {
      case Type.Declared declared -> {
        for (Type one : types.bases().line(declared)) {
          Found found =
              switch (one) {
                case Type.Declared d ->
                    extension(NominalScopes.simpleName(d.symbol().entry()), d, wanted, from);
                case Type.External e -> ofExternal(e, wanted, from);
                case Type.Function f -> null;
                case Type.Array a -> null;
                case Type.Unknown u -> null;
              };
          if (found != null) {
            return found;
          }
        }
        return ofAll(type, wanted, from);
      }
      case Type.External external -> {
        Found found = ofExternal(external, wanted, from);
        return found != null ? found : ofAll(type, wanted, from);
      }
      case Type.Function f -> {
        return ofAll(type, wanted, from);
      }
      case Type.Array a -> {
        for (String name : dialect.namesOfArrays()) {
          Found found = extension(name, type, wanted, from);
          if (found != null) {
            return found;
          }
        }
        return ofAll(type, wanted, from);
      }
      case Type.Unknown u -> {
        return importedExtension(wanted, from);
      }
    }
  }

  private @Nullable Found ofAll(Type type, Wanted wanted, Place from) {
    Found found = extension("", type, wanted, from);
    for (String name : dialect.namesOfAll()) {
      if (found == null) {
        found = extension(name, type, wanted, from);
      }
    }
    return found;
  }

  /**
   * The extension of the project that a file imports by its name: enough where nothing is known of
   * the value, since an import that no value needs would not be there.
   */
  private @Nullable Found importedExtension(Wanted wanted, Place from) {
    List<Symbol> fitting = new ArrayList<>(1);
    for (FileContext.Import one : from.imports(wanted.name())) {
      for (Symbol symbol : extensionsNamed(one.space(), one.name())) {
        if (wanted.fits(symbol)) {
          fitting.add(symbol);
        }
      }
    }
    return fitting.isEmpty() ? null : Found.of(fitting, null, Rule.IMPORT);
  }

  private @Nullable Found ofExternal(Type.External external, Wanted wanted, Place from) {
    Found found = extension(external.simpleName(), external, wanted, from);
    for (String base : dialect.basesOfExternal(external.simpleName())) {
      if (found == null) {
        found = extension(base, external, wanted, from);
      }
    }
    return found == null && external.isResult() ? importedExtension(wanted, from) : found;
  }

  private @Nullable Found extension(String simpleName, Type of, Wanted wanted, Place from) {
    List<Symbol> fitting = new ArrayList<>(1);
    for (Symbol symbol :
        view.lookup(NominalScopes.extension(dialect.prefix(), simpleName), wanted.name())) {
      if (wanted.fits(symbol) && isVisible(symbol, from) && isFor(symbol, of)) {
        fitting.add(symbol);
      }
    }
    List<Symbol> chosen = preferred(fitting, wanted);
    return chosen.isEmpty() ? null : Found.of(chosen, null, Rule.DECLARED_RECEIVER);
  }

  /** The extensions of a name that a space has, whatever they are for. */
  List<Symbol> extensionsNamed(String space, String name) {
    return view.lookup(NominalScopes.extensionsOf(dialect.prefix(), space, name), "");
  }

  private boolean isVisible(Symbol extension, Place from) {
    if (!dialect.extensionsAreImported() || extension.path().equals(from.file().path())) {
      return true;
    }
    String space = NominalScopes.keyOf(extension.entry());
    if (dialect.visible(from.space()).contains(space) || from.file().wildcards().contains(space)) {
      return true;
    }
    String name = NominalScopes.simpleName(extension.entry().localId());
    for (FileContext.Import one : from.imports(name)) {
      if (one.space().equals(space)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the type that an extension names is this one, where its simple name is the same. */
  private boolean isFor(Symbol extension, Type type) {
    if (!(type instanceof Type.Declared declared)) {
      return true;
    }
    List<String> receivers = NominalScopes.all(extension.entry(), NominalScopes.RECEIVER);
    Type named = types.type(receivers.getFirst(), types.atTop(extension));
    return !(named instanceof Type.Declared other) || other.key().equals(declared.key());
  }
}
