package dev.codegraph.parser;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Copies of facts in which entities have other numbers, or that belong to other entities. */
public final class FactCopies {
  private FactCopies() {}

  /**
   * The facts of a content with further entities in it, all in source order.
   *
   * @param facts Facts of the content; no expression of theirs holds the number of an entity.
   * @param more Facts that have entities alone, all of them directly in the file.
   */
  public static FileFacts merge(FileFacts facts, FileFacts more) {
    List<EntityFact> entities = new ArrayList<>();
    List<EntityFact> own = facts.entities();
    int[] renumbered = new int[own.size()];
    int next = 1;
    for (int i = 0; i < renumbered.length; i++) {
      while (i > 0
          && next < more.entities().size()
          && more.entities().get(next).start() < own.get(i).start()) {
        entities.add(more.entities().get(next++));
      }
      renumbered[i] = entities.size();
      EntityFact entity = own.get(i);
      entities.add(i == 0 ? entity : withParent(entity, renumbered[entity.parent()]));
    }
    entities.addAll(more.entities().subList(next, more.entities().size()));
    return new FileFacts(
        facts.packageName().isEmpty() ? more.packageName() : facts.packageName(),
        facts.lines(),
        facts.bytes(),
        facts.errorBytes(),
        List.copyOf(entities),
        facts.references().stream()
            .map(one -> withOwner(one, renumbered[one.owner()], one.importIndex()))
            .toList(),
        facts.expressions(),
        facts.bindings().stream().map(one -> withOwner(one, renumbered[one.owner()])).toList(),
        facts.imports().stream().map(one -> withOwner(one, renumbered[one.owner()])).toList(),
        facts.exports().stream().map(one -> renumbered(one, renumbered)).toList(),
        facts.attributes());
  }

  /**
   * The same facts with their entities in source order.
   *
   * @param facts Facts whose entities are all directly in the file and own nothing.
   */
  public static FileFacts inSourceOrder(FileFacts facts) {
    List<EntityFact> entities = new ArrayList<>(facts.entities());
    entities.subList(1, entities.size()).sort(Comparator.comparingInt(EntityFact::start));
    return withEntities(facts, List.copyOf(entities));
  }

  /** Facts with other entities in the place of theirs. */
  static FileFacts withEntities(FileFacts facts, List<EntityFact> entities) {
    return new FileFacts(
        facts.packageName(),
        facts.lines(),
        facts.bytes(),
        facts.errorBytes(),
        entities,
        facts.references(),
        facts.expressions(),
        facts.bindings(),
        facts.imports(),
        facts.exports(),
        facts.attributes());
  }

  static ExportFact renumbered(ExportFact one, int[] renumbered) {
    return new ExportFact(
        one.name(),
        one.local(),
        one.module(),
        one.imported(),
        one.entity() < 0 ? -1 : renumbered[one.entity()]);
  }

  static EntityFact withParent(EntityFact entity, int parent) {
    return with(entity, parent, entity.documentation());
  }

  static EntityFact with(EntityFact entity, int parent, String documentation) {
    return new EntityFact(
        entity.kind(),
        entity.name(),
        parent,
        entity.signature(),
        documentation,
        entity.modifiers(),
        entity.flags(),
        entity.declaredType(),
        entity.initializer(),
        entity.parameters(),
        entity.typeParameters(),
        entity.supertypes(),
        entity.nameStart(),
        entity.nameLine(),
        entity.nameColumn(),
        entity.start(),
        entity.end(),
        entity.startLine(),
        entity.endLine(),
        entity.endColumn(),
        entity.cyclomatic(),
        entity.cognitive());
  }

  static ImportFact withOwner(ImportFact one, int owner) {
    return new ImportFact(
        one.module(),
        one.name(),
        one.alias(),
        one.isStatic(),
        one.reexport(),
        one.typeOnly(),
        one.level(),
        owner,
        one.line(),
        one.column());
  }

  static ReferenceFact withOwner(ReferenceFact one, int owner, int importIndex) {
    return new ReferenceFact(
        one.role(),
        one.name(),
        owner,
        one.start(),
        one.line(),
        one.column(),
        one.receiver(),
        one.argumentCount(),
        importIndex);
  }

  static Binding withOwner(Binding one, int owner) {
    return new Binding(
        one.name(),
        one.kind(),
        owner,
        one.start(),
        one.end(),
        one.declaredType(),
        one.initializer());
  }
}
