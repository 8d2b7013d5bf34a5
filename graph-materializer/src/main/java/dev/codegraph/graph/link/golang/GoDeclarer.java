package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Supertype;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the entries of one source file, see {@link GoScopes}. */
final class GoDeclarer {
  private final SourceFile file;
  private final FileFacts facts;
  private final Consumer<SymbolEntry> entries;
  private final String folder;
  private final String clause;
  private final List<String> plain;
  private final GoImports imports;
  private final GoTypeText texts;
  private final Map<Integer, String> receivers = new HashMap<>();
  private final Map<Integer, List<String>> constraints = new HashMap<>();

  GoDeclarer(SourceFile file, Consumer<SymbolEntry> entries) {
    this.file = file;
    this.facts = file.facts();
    this.entries = entries;
    this.folder = file.folder();
    this.clause = GoScopes.clause(file);
    this.plain = List.of(clause, GoScopes.isTest(file) ? "t" : "", GoScopes.build(file));
    this.imports = new GoImports(facts);
    GoLocals locals = new GoLocals(facts);
    this.texts = new GoTypeText(file, imports, locals);
    for (Binding binding : facts.bindings()) {
      if (binding.kind() == BindingKind.RECEIVER) {
        receivers.put(binding.owner(), baseName(binding.declaredType()));
      } else if (GoLocals.isType(binding)
          && facts.entities().get(binding.owner()).kind().isType()) {
        String constraint =
            binding.declaredType().length() > 5 ? binding.declaredType().substring(5) : "";
        constraints
            .computeIfAbsent(binding.owner(), o -> new ArrayList<>(2))
            .add(texts.rewrite(constraint, binding.start(), false));
      }
    }
  }

  /** The name of the type that a receiver has: without pointer, parentheses and type arguments. */
  static String baseName(String receiverType) {
    int start = 0;
    while (start < receiverType.length() && "*( ".indexOf(receiverType.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < receiverType.length()
        && Character.isJavaIdentifierPart(receiverType.charAt(end))) {
      end++;
    }
    return receiverType.substring(start, end);
  }

  void declare() {
    if (facts.packageName().isEmpty()) {
      return;
    }
    if (!GoScopes.isTest(file) && clause.indexOf('!') < 0) {
      entries.accept(
          new SymbolEntry(
              GoScopes.files(folder),
              GoScopes.fileName(file),
              "",
              EntityKind.FILE,
              0,
              0,
              0,
              clause,
              List.of()));
    }
    for (int i = 1; i < facts.entities().size(); i++) {
      EntityFact entity = facts.entities().get(i);
      switch (entity.kind()) {
        case FIELD -> member(i, entity, scopeOf(entity.parent()));
        case METHOD -> method(i, entity);
        case ROUTE -> {
          // Code has no name for it.
        }
        default -> definition(i, entity);
      }
    }
  }

  private void method(int index, EntityFact entity) {
    String receiver = receivers.get(index);
    member(
        index,
        entity,
        receiver == null ? scopeOf(entity.parent()) : GoScopes.members(folder, clause, receiver));
  }

  private void member(int index, EntityFact entity, String scope) {
    boolean embedded = !entity.supertypes().isEmpty();
    entries.accept(entry(scope, entity.name(), index, entity, plain));
    if (embedded) {
      entries.accept(entry(scope, GoScopes.EMBEDDED, index, entity, plain));
    }
  }

  /** The scope of the members of a type of this file. */
  private String scopeOf(int type) {
    EntityFact entity = facts.entities().get(type);
    return entity.parent() == 0 && entity.kind().isType()
        ? GoScopes.members(folder, clause, entity.name())
        : GoScopes.members(texts.key(type));
  }

  private void definition(int index, EntityFact entity) {
    List<String> details = plain;
    if (entity.kind().isType()) {
      if (constraints.containsKey(index)) {
        details = new ArrayList<>(plain);
        details.addAll(constraints.get(index));
      }
      if (entity.kind() == EntityKind.INTERFACE) {
        embeddedInterfaces(index, entity);
      }
    }
    if (entity.parent() != 0) {
      if (entity.kind().isType()) {
        entries.accept(entry(GoScopes.members(texts.key(index)), "", index, entity, details));
      }
      return;
    }
    if (!entity.name().equals("_")
        && !entity.name().equals("<anonymous>")
        && !(entity.kind() == EntityKind.FUNCTION && entity.name().equals("init"))) {
      entries.accept(entry(GoScopes.definition(folder, entity.name()), "", index, entity, details));
    } else if (entity.kind().isType()) {
      entries.accept(entry(GoScopes.members(texts.key(index)), "", index, entity, details));
    }
  }

  private void embeddedInterfaces(int index, EntityFact entity) {
    for (Supertype base : entity.supertypes()) {
      if (base.relation() == SupertypeRelation.EMBEDS) {
        entries.accept(
            new SymbolEntry(
                scopeOf(index),
                GoScopes.EMBEDDED,
                "",
                EntityKind.FILE,
                0,
                0,
                0,
                texts.rewrite(base.name(), entity.end() - 1, false),
                plain));
      }
    }
  }

  private SymbolEntry entry(
      String scope, String name, int index, EntityFact entity, List<String> details) {
    boolean variadic = false;
    for (Parameter parameter : entity.parameters()) {
      variadic |= parameter.variadic();
    }
    int count = entity.parameters().size();
    return new SymbolEntry(
        scope,
        name,
        file.localId(index),
        entity.kind(),
        entity.modifiers(),
        variadic ? count - 1 : count,
        variadic ? -1 : count,
        type(entity),
        details);
  }

  private String type(EntityFact entity) {
    // Type parameters and inner types of a declaration are all visible at its end.
    int place = entity.end() - 1;
    String declared = texts.rewrite(entity.declaredType(), place, false);
    if (entity.kind() == EntityKind.TYPE_ALIAS) {
      return isAlias(entity) && !declared.isEmpty() ? "=" + declared : declared;
    }
    if (declared.isEmpty() && entity.initializer() >= 0) {
      return "="
          + GoEncoding.encode(facts.expressions(), entity.initializer(), imports, texts, place);
    }
    return declared;
  }

  /** Whether a type's signature has an equals sign after name and type parameters. */
  private static boolean isAlias(EntityFact entity) {
    String signature = entity.signature();
    int after = "type ".length() + entity.name().length();
    if (signature.length() <= after) {
      return false;
    }
    String rest = signature.substring(after).strip();
    return rest.startsWith("=") || !entity.typeParameters().isEmpty() && rest.contains("] =");
  }
}
