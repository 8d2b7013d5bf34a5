package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Language;
import java.util.Set;
import java.util.function.Consumer;

/** The toy policy, for a test to change in one point. */
class ForwardingPolicy implements LinkingPolicy {
  private final LinkingPolicy toy = new Toy.Policy();

  @Override
  public Set<Language> languages() {
    return toy.languages();
  }

  @Override
  public String qualifier(SourceFile file) {
    return toy.qualifier(file);
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    toy.declare(file, entries);
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    toy.link(file, view, outcomes);
  }
}
