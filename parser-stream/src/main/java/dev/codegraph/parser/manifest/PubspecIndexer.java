package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the facts of {@code pubspec.yaml}: the package of Dart, and what it depends on. */
public final class PubspecIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.PUBSPEC);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    Yaml.Read read = Yaml.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    for (Yaml document : read.documents()) {
      Yaml name = document.get("name");
      ManifestFacts.coordinates(
          facts,
          document.string("name"),
          document.string("version"),
          name == null ? 0 : name.start());
      for (String group : List.of("dependencies", "dev_dependencies", "dependency_overrides")) {
        Yaml dependencies = document.get(group);
        if (dependencies != null) {
          declare(facts, dependencies, group);
        }
      }
    }
    return ManifestFacts.build(facts);
  }

  private static void declare(FactsBuilder facts, Yaml dependencies, String group) {
    for (Map.Entry<String, Yaml> one : dependencies.fields().entrySet()) {
      ManifestFacts.dependency(
          facts,
          one.getKey(),
          constraint(one.getValue()),
          group,
          dependencies.keyStarts().getOrDefault(one.getKey(), 0),
          one.getValue().endByte());
    }
  }

  private static String constraint(Yaml value) {
    if (value.isScalar()) {
      return value.text();
    }
    for (String key : List.of("version", "sdk", "path", "git")) {
      String found = value.string(key);
      if (!found.isEmpty()) {
        return key.equals("version") ? found : key + " " + found;
      }
    }
    String url = value.string("git", "url");
    return url.isEmpty() ? "" : "git " + url;
  }
}
