package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.parser.json.Json;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/** Makes the facts of {@code composer.json}: the package, and what it requires. */
public final class ComposerIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.COMPOSER_JSON);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    Json json = Json.read(utf8);
    FactsBuilder facts = new FactsBuilder(utf8);
    Json name = json.get("name");
    ManifestFacts.coordinates(
        facts, json.string("name"), json.string("version"), name == null ? 0 : name.start());
    for (String group : List.of("require", "require-dev")) {
      JsonDependencies.declare(facts, json.get(group), group);
    }
    return ManifestFacts.build(facts);
  }
}
