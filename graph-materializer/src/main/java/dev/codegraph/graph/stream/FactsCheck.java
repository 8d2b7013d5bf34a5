package dev.codegraph.graph.stream;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.ReferenceFact;
import java.util.List;

/**
 * That the parts of some facts point at each other and not beyond: what linking relies on. Facts
 * that do not are damage, found here once and not deep inside a policy.
 */
final class FactsCheck {
  private FactsCheck() {}

  /**
   * Looks at the facts of a content.
   *
   * @throws IllegalArgumentException when one of them points outside
   */
  static void check(FileParsed parsed) {
    if (parsed.status() == ContentStatus.SKIPPED || parsed.status() == ContentStatus.FAILED) {
      return;
    }
    FileFacts facts = parsed.facts();
    List<EntityFact> entities = facts.entities();
    int expressions = facts.expressions().size();
    within("file entity", 0, 0, entities.size());
    for (int i = 1; i < entities.size(); i++) {
      within("parent", entities.get(i).parent(), 0, i);
      within("initializer", entities.get(i).initializer(), -1, expressions);
    }
    for (ReferenceFact reference : facts.references()) {
      within("owner", reference.owner(), 0, entities.size());
      within("receiver", reference.receiver(), -1, expressions);
      within("import", reference.importIndex(), -1, facts.imports().size());
    }
    for (int i = 0; i < expressions; i++) {
      within("base", facts.expressions().get(i).base(), -1, i);
    }
    for (Binding binding : facts.bindings()) {
      within("owner", binding.owner(), 0, entities.size());
      within("initializer", binding.initializer(), -1, expressions);
    }
  }

  private static void within(String what, int index, int from, int to) {
    if (index < from || index >= to) {
      throw new IllegalArgumentException(
          "the index " + index + " of a " + what + " is not in " + from + "…" + (to - 1));
    }
  }
}
