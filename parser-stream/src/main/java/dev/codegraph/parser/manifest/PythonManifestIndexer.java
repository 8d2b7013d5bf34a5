package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of {@code pyproject.toml}: the project as the standard or Poetry names it, its
 * dependencies, and those of its extras, groups and build.
 */
public final class PythonManifestIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.PYPROJECT);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    Toml.Read read = Toml.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    Toml project = read.root().at("project");
    Toml poetry = read.root().at("tool", "poetry");
    Toml named = project != null && project.at("name") != null ? project : poetry;
    Toml name = named == null ? null : named.at("name");
    if (name != null) {
      ManifestFacts.coordinates(facts, name.text(), named.string("version"), name.start());
    }
    if (project != null) {
      requirements(facts, project.at("dependencies"), "dependencies");
      each(facts, project.at("optional-dependencies"));
    }
    each(facts, read.root().at("dependency-groups"));
    requirements(facts, read.root().at("build-system", "requires"), "build-system");
    if (poetry != null) {
      TomlDependencies.declare(facts, poetry.at("dependencies"), "dependencies");
      TomlDependencies.declare(facts, poetry.at("dev-dependencies"), "dev-dependencies");
      Toml groups = poetry.at("group");
      if (groups != null) {
        groups
            .fields()
            .forEach(
                (group, table) -> TomlDependencies.declare(facts, table.at("dependencies"), group));
      }
    }
    return ManifestFacts.build(facts);
  }

  private static void each(FactsBuilder facts, @Nullable Toml groups) {
    if (groups != null) {
      groups.fields().forEach((group, list) -> requirements(facts, list, group));
    }
  }

  private static void requirements(FactsBuilder facts, @Nullable Toml list, String scope) {
    if (list == null) {
      return;
    }
    for (Toml item : list.elements()) {
      if (item.isText()) {
        Requirement.declare(facts, item.text(), scope, item.start());
      }
    }
  }
}
