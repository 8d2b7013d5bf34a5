package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Supertype;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes what a file offers to others, see {@link NominalScopes}. */
final class NominalDeclarer {
  private final Dialect dialect;
  private final String prefix;
  private final SourceFile file;
  private final FileFacts facts;
  private final Spaces spaces;
  private final LocalBindings locals;
  private final Consumer<SymbolEntry> entries;

  /** The types that callables are extensions of, by entity. */
  private final Map<Integer, String> receivers = new HashMap<>();

  NominalDeclarer(Dialect dialect, SourceFile file, Consumer<SymbolEntry> entries) {
    this.dialect = dialect;
    this.prefix = dialect.prefix();
    this.file = file;
    this.facts = file.facts();
    this.spaces = new Spaces(dialect, file);
    this.locals = new LocalBindings(facts);
    this.entries = entries;
    for (Binding binding : facts.bindings()) {
      if (binding.kind() == BindingKind.RECEIVER && !binding.declaredType().isEmpty()) {
        receivers.putIfAbsent(binding.owner(), binding.declaredType());
      }
    }
  }

  void declare() {
    List<String> context = new ArrayList<>();
    context.add(dialect.space(file));
    context.addAll(dialect.imports(file));
    entries.accept(plain(NominalScopes.file(prefix, file.path()), context));
    Set<String> here = new HashSet<>();
    here.add(dialect.space(file));
    for (int i = 1; i < facts.entities().size(); i++) {
      EntityFact entity = facts.entities().get(i);
      if (entity.kind() == EntityKind.NAMESPACE) {
        here.add(spaces.inside(i));
      } else {
        entity(i, entity);
      }
    }
    Set<String> around = new HashSet<>();
    for (String space : here) {
      entries.accept(plain(NominalScopes.space(prefix, space), List.of()));
      for (String at = space; dialect.hasNestedSpaces() && !at.isEmpty(); at = Types.outer(at)) {
        around.add(at);
      }
    }
    for (String space : around) {
      entries.accept(plain(NominalScopes.around(prefix, space), List.of()));
    }
    shared();
  }

  /** Imports for all files of the build module, whose folder is one of those around the file. */
  private void shared() {
    List<String> imports = new ArrayList<>(0);
    for (ImportFact one : facts.imports()) {
      if (one.reexport() && dialect.hasSharedImports()) {
        imports.add(FileContext.detail(dialect.module(one), one.name(), one.alias()));
      }
    }
    if (!imports.isEmpty()) {
      for (String folder : BuildModules.around(file.folder())) {
        entries.accept(plain(NominalScopes.shared(prefix, folder), imports));
      }
    }
  }

  private static SymbolEntry plain(String scope, List<String> details) {
    return new SymbolEntry(scope, "", "", EntityKind.FILE, 0, 0, 0, "", details);
  }

  private void entity(int index, EntityFact entity) {
    EntityFact parent = facts.entities().get(entity.parent());
    if (entity.kind().isType()) {
      String key = spaces.typeKey(index);
      if (NominalScopes.isGlobal(key)) {
        entries.accept(type(NominalScopes.type(prefix, key), "", index));
      }
    }
    String extended = NominalScopes.isTypeLike(parent.kind()) ? dialect.extended(entity) : "";
    if (!extended.isEmpty()) {
      memberExtension(index, entity, extended);
    }
    if (NominalScopes.isTypeLike(parent.kind())) {
      member(index, entity, entity.parent());
      if (dialect.isCompanion(parent)
          && NominalScopes.isTypeLike(facts.entities().get(parent.parent()).kind())) {
        member(index, entity, parent.parent());
      }
    } else if (parent.kind() == EntityKind.EXTENSION) {
      extension(index, entity, parent.name());
    } else if (isFree(entity.kind())
        && (isOutside(entity.parent()) || dialect.isAlwaysFree(entity))) {
      String receiver = receivers.get(index);
      if (receiver != null) {
        extension(index, entity, receiver);
      } else {
        free(index, entity);
      }
    }
  }

  private void free(int index, EntityFact entity) {
    String name = dialect.definedName(entity);
    if (!dialect.isFileVariable(name)) {
      String space = dialect.freeSpace(entity, spaces.around(index));
      entries.accept(free(NominalScopes.free(prefix, space, name), "", index, space));
    }
  }

  /** Whether nothing but spaces is around. */
  private boolean isOutside(int entity) {
    int at = entity;
    while (at != 0 && facts.entities().get(at).kind() == EntityKind.NAMESPACE) {
      at = facts.entities().get(at).parent();
    }
    return at == 0;
  }

  private static boolean isFree(EntityKind kind) {
    return switch (kind) {
      case FUNCTION, METHOD, PROPERTY, FIELD, CONSTANT, VARIABLE, MACRO -> true;
      default -> false;
    };
  }

  private void member(int index, EntityFact entity, int owner) {
    String key = spaces.typeKey(owner);
    String scope = NominalScopes.members(prefix, key);
    if (!dialect.isMember(entity)) {
      return;
    }
    if (entity.kind().isType()) {
      entries.accept(type(scope, dialect.typeName(entity), index));
    } else if (entity.kind() == EntityKind.CONSTRUCTOR) {
      entries.accept(free(scope, NominalScopes.CONSTRUCTOR, index, key));
    } else if (entity.kind() == EntityKind.ENUM_MEMBER
        || (isFree(entity.kind()) && !dialect.isAlwaysFree(entity))) {
      entries.accept(free(scope, dialect.definedName(entity), index, key));
    }
  }

  private void extension(int index, EntityFact entity, String receiver) {
    if (!isFree(entity.kind()) && entity.kind() != EntityKind.CONSTRUCTOR) {
      return;
    }
    String simple = simpleName(index, receiver);
    String name =
        entity.kind() == EntityKind.CONSTRUCTOR ? NominalScopes.CONSTRUCTOR : entity.name();
    String space = spaces.around(index);
    entries.accept(
        withReceiver(free(NominalScopes.extension(prefix, simple), name, index, space), receiver));
    entries.accept(
        free(NominalScopes.extensionsOf(prefix, space, entity.name()), "", index, space));
  }

  /** A member that is called on its first parameter. */
  private void memberExtension(int index, EntityFact entity, String receiver) {
    String space = spaces.around(index);
    SymbolEntry made =
        free(
            NominalScopes.extension(prefix, simpleName(index, receiver)),
            entity.name(),
            index,
            space);
    List<String> details = new ArrayList<>(made.details());
    details.remove(1);
    entries.accept(
        withReceiver(
            new SymbolEntry(
                made.scope(),
                made.name(),
                made.localId(),
                made.kind(),
                made.modifiers(),
                Math.max(0, made.minArguments() - 1),
                made.maxArguments() < 0 ? -1 : made.maxArguments() - 1,
                made.type(),
                details),
            receiver));
  }

  /** The simple name of a type that is extended; empty for a type variable. */
  private String simpleName(int index, String receiver) {
    TypeText type = dialect.read(receiver);
    boolean isVariable = typeParametersAt(index).contains(type.name());
    return isVariable ? "" : type.name().substring(type.name().lastIndexOf('.') + 1);
  }

  private static SymbolEntry withReceiver(SymbolEntry made, String receiver) {
    List<String> details = new ArrayList<>(made.details());
    details.add(NominalScopes.RECEIVER + receiver);
    return new SymbolEntry(
        made.scope(),
        made.name(),
        made.localId(),
        made.kind(),
        made.modifiers(),
        made.minArguments(),
        made.maxArguments(),
        made.type(),
        details);
  }

  private List<String> typeParametersAt(int index) {
    List<String> names = new ArrayList<>();
    for (int at = index; at != 0; at = facts.entities().get(at).parent()) {
      for (String parameter : facts.entities().get(at).typeParameters()) {
        names.add(NominalScopes.leadingName(parameter));
      }
    }
    return names;
  }

  /** A type: its key, bases and type parameters; of an alias what it stands for is the type. */
  private SymbolEntry type(String scope, String name, int index) {
    EntityFact entity = facts.entities().get(index);
    return new SymbolEntry(
        scope,
        name,
        file.localId(index),
        entity.kind(),
        entity.modifiers(),
        least(entity),
        entity.parameters().size(),
        entity.kind() == EntityKind.TYPE_ALIAS ? dialect.aliased(entity) : "",
        typeDetails(dialect, spaces, file, index));
  }

  /** The fewest arguments of a callable, or of the constructor that a type declares in its head. */
  static int least(EntityFact entity) {
    int least = 0;
    for (Parameter parameter : entity.parameters()) {
      least += parameter.optional() || parameter.variadic() ? 0 : 1;
    }
    return least;
  }

  static List<String> typeDetails(Dialect dialect, Spaces spaces, SourceFile file, int index) {
    EntityFact entity = file.facts().entities().get(index);
    List<String> details = new ArrayList<>();
    details.add(spaces.typeKey(index));
    List<Supertype> bases = entity.supertypes();
    for (int i = 0; i < bases.size(); i++) {
      // The type arguments of a base, where the indexer has kept them.
      String written = file.facts().attributes().get("base:" + index + ":" + i);
      details.add(NominalScopes.BASE + (written == null ? bases.get(i).name() : written));
    }
    for (String parameter : entity.typeParameters()) {
      details.add(NominalScopes.TYPE_PARAMETER + parameter);
    }
    if (dialect.isPart(entity)) {
      details.add(NominalScopes.PART);
    }
    return details;
  }

  private SymbolEntry free(String scope, String name, int index, String owner) {
    EntityFact entity = facts.entities().get(index);
    List<String> details = new ArrayList<>();
    details.add(owner);
    boolean isVariadic = false;
    for (Parameter parameter : entity.parameters()) {
      details.add(NominalScopes.ARGUMENT + parameter.type());
      isVariadic |= parameter.variadic();
    }
    for (String parameter : entity.typeParameters()) {
      details.add(NominalScopes.TYPE_PARAMETER + parameter);
    }
    return new SymbolEntry(
        scope,
        name,
        file.localId(index),
        entity.kind(),
        entity.modifiers(),
        dialect.countsArguments() ? least(entity) : 0,
        isVariadic || !dialect.countsArguments() ? -1 : entity.parameters().size(),
        typeOf(entity),
        details);
  }

  private String typeOf(EntityFact entity) {
    if (!entity.declaredType().isEmpty() || entity.initializer() < 0) {
      return entity.declaredType();
    }
    return StepText.write(facts, locals, entity.initializer(), entity.end() - 1);
  }
}
