package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.parser.json.Json;
import dev.codegraph.parser.manifest.JsonDependencies;
import dev.codegraph.parser.manifest.ManifestFacts;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of {@code package.json}: its name is the package name, each dependency an import.
 * Attributes: {@code main}, {@code module}, {@code types}, {@code source} and {@code type} as
 * written; {@code exports} and {@code imports} one line per subpath, which is followed by its
 * targets, separated by tabs, all conditions in order; {@code workspaces} one line per pattern.
 */
public final class PackageJsonIndexer implements TextIndexer {
  private static final List<String> DEPENDENCIES =
      List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");
  private static final List<String> ENTRIES = List.of("main", "module", "source", "type");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.PACKAGE_JSON);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    Json json = Json.read(utf8);
    FactsBuilder facts = new FactsBuilder(utf8);
    Json name = json.get("name");
    ManifestFacts.coordinates(
        facts, json.string("name"), json.string("version"), name == null ? 0 : name.start());
    for (String entry : ENTRIES) {
      attribute(facts, entry, json.string(entry));
    }
    String types = json.string("types");
    attribute(facts, "types", types.isEmpty() ? json.string("typings") : types);
    attribute(facts, "exports", subpaths(json.get("exports"), "."));
    attribute(facts, "imports", subpaths(json.get("imports"), "#"));
    Json workspaces = json.get("workspaces");
    if (workspaces != null && workspaces.get("packages") != null) {
      workspaces = workspaces.get("packages");
    }
    if (workspaces != null) {
      attribute(
          facts,
          "workspaces",
          String.join("\n", workspaces.elements().stream().map(Json::text).toList()));
    }
    for (String group : DEPENDENCIES) {
      Json dependencies = json.get(group);
      if (dependencies == null) {
        continue;
      }
      JsonDependencies.declare(facts, dependencies, group);
      for (Map.Entry<String, Integer> key : dependencies.keyStarts().entrySet()) {
        facts.importAt(key.getKey(), "", "", false, false, false, 0, 0, key.getValue());
      }
    }
    return ManifestFacts.build(facts);
  }

  private static void attribute(FactsBuilder facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.attribute(key, value);
    }
  }

  /** The subpaths of an exports or imports map. */
  private static String subpaths(@Nullable Json map, String mark) {
    if (map == null) {
      return "";
    }
    boolean keyed = map.fields().keySet().stream().anyMatch(key -> key.startsWith(mark));
    if (!keyed) {
      return line(mark, map);
    }
    List<String> lines = new ArrayList<>();
    map.fields()
        .forEach(
            (subpath, target) -> {
              String line = line(subpath, target);
              if (!line.isEmpty()) {
                lines.add(line);
              }
            });
    return String.join("\n", lines);
  }

  private static String line(String subpath, Json target) {
    List<String> targets = new ArrayList<>();
    targets(target, targets);
    return targets.isEmpty() ? "" : subpath + "\t" + String.join("\t", targets);
  }

  private static void targets(Json target, List<String> into) {
    if (target.isString() && !into.contains(target.text())) {
      into.add(target.text());
    }
    target.fields().values().forEach(value -> targets(value, into));
    target.elements().forEach(value -> targets(value, into));
  }
}
