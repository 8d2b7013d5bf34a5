package dev.codegraph.graph.link;

import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Manifests and descriptions of containers, whose names mean something within their own file: a
 * stage that another one copies from, a service that another one needs.
 */
final class ManifestPolicy implements LinkingPolicy {
  private static final Set<Language> LANGUAGES =
      EnumSet.of(
          Language.POM,
          Language.GRADLE,
          Language.CARGO_TOML,
          Language.PYPROJECT,
          Language.SETUP_CFG,
          Language.REQUIREMENTS,
          Language.COMPOSER_JSON,
          Language.PUBSPEC,
          Language.MSBUILD,
          Language.DOCKERFILE,
          Language.COMPOSE,
          Language.KUBERNETES);

  @Override
  public Set<Language> languages() {
    return LANGUAGES;
  }

  @Override
  public String qualifier(SourceFile file) {
    return "";
  }

  @Override
  public void declare(SourceFile file, Consumer<SymbolEntry> entries) {
    if (file.path().endsWith(".csproj")) {
      // The folder of a project of C#, in which its files are.
      entries.accept(
          new SymbolEntry(
              "csharp.module:" + file.folder(), "", "", EntityKind.FILE, 0, 0, 0, "", List.of()));
    }
    List<EntityFact> entities = file.facts().entities();
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      if (entity.kind() == EntityKind.STAGE || entity.kind() == EntityKind.SERVICE) {
        entries.accept(
            new SymbolEntry(
                scope(file),
                entity.name(),
                file.localId(i),
                entity.kind(),
                0,
                0,
                0,
                "",
                List.of()));
      }
    }
  }

  @Override
  public void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    for (int i = 0; i < file.facts().references().size(); i++) {
      List<Symbol> found = view.lookup(scope(file), file.facts().references().get(i).name());
      switch (found.size()) {
        case 0 -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
        case 1 -> outcomes.resolved(i, found.getFirst(), Rule.QUALIFIED_NAME);
        default -> outcomes.ambiguous(i, found, Rule.CANDIDATES);
      }
    }
  }

  private static String scope(SourceFile file) {
    return "container:" + file.path();
  }
}
