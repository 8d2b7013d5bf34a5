package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.parser.json.Json;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of {@code tsconfig*.json} and {@code jsconfig.json}: what module resolution needs
 * of the compiler options, and an import per configuration that this one extends. Attributes:
 * {@code baseUrl} as written; {@code paths} one line per pattern, which is followed by its targets,
 * separated by tabs; {@code extends} and {@code references} one line each.
 */
public final class TsConfigIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.TSCONFIG);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    Json json = Json.read(utf8);
    FactsBuilder facts = new FactsBuilder(utf8);
    List<String> bases = new ArrayList<>();
    Json base = json.get("extends");
    if (base != null && base.isString()) {
      bases(facts, base, bases);
    } else if (base != null) {
      base.elements().forEach(element -> bases(facts, element, bases));
    }
    attribute(facts, "extends", bases);
    Json references = json.get("references");
    if (references != null) {
      List<String> paths = references.elements().stream().map(r -> r.string("path")).toList();
      attribute(facts, "references", paths);
    }
    Json options = json.get("compilerOptions");
    if (options == null) {
      return facts.build();
    }
    if (!options.string("baseUrl").isEmpty()) {
      facts.attribute("baseUrl", options.string("baseUrl"));
    }
    Json paths = options.get("paths");
    if (paths != null) {
      List<String> lines = new ArrayList<>();
      paths
          .fields()
          .forEach(
              (pattern, targets) -> {
                List<String> line = new ArrayList<>(List.of(pattern));
                targets.elements().forEach(target -> line.add(target.text()));
                lines.add(String.join("\t", line));
              });
      attribute(facts, "paths", lines);
    }
    return facts.build();
  }

  private static void bases(FactsBuilder facts, Json base, List<String> into) {
    into.add(base.text());
    facts.importAt(base.text(), "", "", false, false, false, 0, 0, base.start());
  }

  private static void attribute(FactsBuilder facts, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      facts.attribute(key, String.join("\n", lines));
    }
  }
}
