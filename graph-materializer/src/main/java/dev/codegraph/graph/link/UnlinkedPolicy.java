package dev.codegraph.graph.link;

import dev.codegraph.schemas.Language;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The languages whose facts are read and whose names nobody looks up yet. Their entities are found
 * by search; each of their references says that it was not linked, rather than guessing by name.
 */
final class UnlinkedPolicy implements LinkingPolicy {
  private static final Set<Language> LANGUAGES =
      EnumSet.of(
          Language.C,
          Language.CPP,
          Language.DART,
          Language.GRADLE_KOTLIN,
          Language.GEM,
          Language.SBT,
          Language.SWIFT_PACKAGE,
          Language.SCALA,
          Language.RUBY,
          Language.RUST,
          Language.SWIFT);

  @Override
  public Set<Language> languages() {
    return LANGUAGES;
  }

  @Override
  public String qualifier(SourceFile file) {
    return file.facts().packageName();
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    // What is not linked is not looked up.
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    for (int i = 0; i < file.facts().references().size(); i++) {
      outcomes.unresolved(i, Reason.LANGUAGE_NOT_LINKED);
    }
  }
}
