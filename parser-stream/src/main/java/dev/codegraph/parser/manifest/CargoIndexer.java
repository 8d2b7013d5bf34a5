package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/** Makes the facts of {@code Cargo.toml}: the crate, and what its dependency tables name. */
public final class CargoIndexer implements TextIndexer {
  private static final List<String> TABLES =
      List.of("dependencies", "dev-dependencies", "build-dependencies");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.CARGO_TOML);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    Toml.Read read = Toml.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    Toml root = read.root();
    Toml name = root.at("package", "name");
    if (name != null) {
      ManifestFacts.coordinates(
          facts, name.text(), root.string("package", "version"), name.start());
    }
    tables(facts, root);
    TomlDependencies.declare(facts, root.at("workspace", "dependencies"), "workspace");
    Toml targets = root.at("target");
    if (targets != null) {
      targets.fields().values().forEach(target -> tables(facts, target));
    }
    return ManifestFacts.build(facts);
  }

  private static void tables(FactsBuilder facts, Toml owner) {
    TABLES.forEach(table -> TomlDependencies.declare(facts, owner.at(table), table));
  }
}
