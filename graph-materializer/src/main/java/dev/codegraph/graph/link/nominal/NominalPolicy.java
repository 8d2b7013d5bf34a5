package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.LinkingPolicy;
import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.Language;
import java.util.Set;
import java.util.function.Consumer;

/** Links the files of one dialect. */
public final class NominalPolicy implements LinkingPolicy {
  private final Dialect dialect;

  public NominalPolicy(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Set<Language> languages() {
    return dialect.languages();
  }

  @Override
  public String qualifier(SourceFile file) {
    return dialect.qualifier(file);
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    new NominalDeclarer(dialect, file, entries).declare();
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    new NominalLinker(dialect, file, view, outcomes).link();
  }
}
