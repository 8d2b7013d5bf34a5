package dev.codegraph.parser;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.ParsingSwitch;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the facts of a content lack because switches are off. It is taken out after the facts are
 * made, so that no indexer knows of a switch and facts without it are what they would be anyway.
 */
final class LeftOut {
  private final Set<ParsingSwitch> off;

  LeftOut(Set<ParsingSwitch> off) {
    this.off = off;
  }

  /**
   * The switch that is off and would have to be on for a parsed content; empty when there is none.
   */
  Optional<ParsingSwitch> missing(SyntaxTree tree) {
    if (off.contains(ParsingSwitch.TYPES_IN_JAVASCRIPT) && tree.grammar() != Grammar.JAVASCRIPT) {
      return Optional.of(ParsingSwitch.TYPES_IN_JAVASCRIPT);
    }
    return off.contains(ParsingSwitch.JSX) && hasJsx(tree)
        ? Optional.of(ParsingSwitch.JSX)
        : Optional.empty();
  }

  private static boolean hasJsx(SyntaxTree tree) {
    int pair = tree.grammar().kind("jsx_element");
    int single = tree.grammar().kind("jsx_self_closing_element");
    for (int node = 0; node < tree.nodeCount(); node++) {
      int kind = tree.kind(node);
      if (kind == pair || kind == single) {
        return true;
      }
    }
    return false;
  }

  /** The facts without what is left out. */
  FileFacts apply(FileFacts facts) {
    FileFacts left = facts;
    int flags =
        (off.contains(ParsingSwitch.RUST_TESTS) ? EntityFlag.TEST.bit() : 0)
            | (off.contains(ParsingSwitch.RUST_BENCHMARKS) ? EntityFlag.BENCHMARK.bit() : 0);
    if (left.entities().stream().anyMatch(entity -> (entity.flags() & flags) != 0)) {
      left = withoutFlagged(left, flags);
    }
    if (off.contains(ParsingSwitch.RUST_DOCS) || off.contains(ParsingSwitch.DOCSTRINGS)) {
      left =
          FactCopies.withEntities(
              left, left.entities().stream().map(LeftOut::undocumented).toList());
    }
    return left;
  }

  /** Without entities that have one of some flags, what is inside them, and what they say. */
  private static FileFacts withoutFlagged(FileFacts facts, int flags) {
    // The number that each entity gets, -1 for none; parents come first.
    int[] renumbered = new int[facts.entities().size()];
    List<EntityFact> entities = new ArrayList<>();
    boolean isWhole = (facts.entities().getFirst().flags() & flags) != 0;
    for (int i = 0; i < renumbered.length; i++) {
      EntityFact entity = facts.entities().get(i);
      boolean keeps =
          i == 0
              || !isWhole
                  && (entity.flags() & flags) == 0
                  && renumbered[Math.max(entity.parent(), 0)] >= 0;
      renumbered[i] = keeps ? entities.size() : -1;
      if (keeps) {
        entities.add(i == 0 ? entity : FactCopies.withParent(entity, renumbered[entity.parent()]));
      }
    }
    int[] importsAt = new int[facts.imports().size()];
    List<ImportFact> imports = new ArrayList<>();
    for (int i = 0; i < importsAt.length; i++) {
      ImportFact one = facts.imports().get(i);
      boolean keeps = !isWhole && renumbered[one.owner()] >= 0;
      importsAt[i] = keeps ? imports.size() : -1;
      if (keeps) {
        imports.add(FactCopies.withOwner(one, renumbered[one.owner()]));
      }
    }
    List<ReferenceFact> references = new ArrayList<>();
    for (ReferenceFact one : facts.references()) {
      if (!isWhole && renumbered[one.owner()] >= 0) {
        int importIndex = one.role() == Role.IMPORT ? importsAt[one.importIndex()] : -1;
        references.add(FactCopies.withOwner(one, renumbered[one.owner()], importIndex));
      }
    }
    List<Binding> bindings = new ArrayList<>();
    for (Binding one : facts.bindings()) {
      if (!isWhole && renumbered[one.owner()] >= 0) {
        bindings.add(FactCopies.withOwner(one, renumbered[one.owner()]));
      }
    }
    List<ExportFact> exports = new ArrayList<>();
    for (ExportFact one : facts.exports()) {
      if (!isWhole && (one.entity() < 0 || renumbered[one.entity()] >= 0)) {
        exports.add(FactCopies.renumbered(one, renumbered));
      }
    }
    return new FileFacts(
        facts.packageName(),
        facts.lines(),
        facts.bytes(),
        facts.errorBytes(),
        List.copyOf(entities),
        List.copyOf(references),
        facts.expressions(),
        List.copyOf(bindings),
        List.copyOf(imports),
        List.copyOf(exports),
        facts.attributes());
  }

  private static EntityFact undocumented(EntityFact entity) {
    return entity.documentation().isEmpty() ? entity : FactCopies.with(entity, entity.parent(), "");
  }
}
