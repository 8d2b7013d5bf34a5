package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The entries and links of {@code package.json} and {@code tsconfig.json}. */
final class EsManifests {
  /** Attributes that an entry of a manifest carries, each as a key, an equals sign and a value. */
  private static final List<String> PACKAGE =
      List.of("source", "types", "module", "main", "exports", "imports");

  private static final List<String> CONFIG = List.of("baseUrl", "paths", "extends", "references");

  private EsManifests() {}

  static void declarePackage(SourceFile file, Consumer<SymbolEntry> entries) {
    String name = file.facts().packageName();
    if (!name.isEmpty()) {
      entries.accept(entry(EsKeys.npm(name), name, details(file, PACKAGE)));
    }
    entries.accept(entry(EsKeys.npmAt(file.folder()), name, details(file, PACKAGE)));
  }

  static void declareConfig(SourceFile file, Consumer<SymbolEntry> entries) {
    entries.accept(entry(EsKeys.config(file.path()), "", details(file, CONFIG)));
  }

  private static SymbolEntry entry(String scope, String type, List<String> details) {
    return new SymbolEntry(scope, "", "", EntityKind.FILE, 0, 0, 0, type, details);
  }

  private static List<String> details(SourceFile file, List<String> keys) {
    Map<String, String> attributes = file.facts().attributes();
    List<String> details = new ArrayList<>();
    for (String key : keys) {
      String value = attributes.get(key);
      if (value != null) {
        details.add(key + "=" + value);
      }
    }
    return details;
  }

  /** An attribute in the details of an entry; empty when it has none. */
  static String attribute(SymbolEntry entry, String key) {
    for (String detail : entry.details()) {
      if (detail.startsWith(key) && detail.startsWith("=", key.length())) {
        return detail.substring(key.length() + 1);
      }
    }
    return "";
  }

  static void link(SourceFile file, ProjectView view, Outcomes outcomes) {
    List<ReferenceFact> references = file.facts().references();
    for (int i = 0; i < references.size(); i++) {
      int index = references.get(i).importIndex();
      if (index < 0) {
        outcomes.unresolved(i, Reason.NOT_VISIBLE);
        continue;
      }
      ImportFact one = file.facts().imports().get(index);
      if (file.language() == Language.PACKAGE_JSON) {
        dependency(i, one.module(), view, outcomes);
      } else {
        base(i, file, one.module(), view, outcomes);
      }
    }
  }

  private static void dependency(int i, String name, ProjectView view, Outcomes outcomes) {
    List<Symbol> packages = view.lookup(EsKeys.npm(name), "");
    switch (packages.size()) {
      case 0 -> outcomes.external(i, "npm:" + name + "#*", Rule.EXTERNAL_IMPORT);
      case 1 -> outcomes.resolved(i, packages.getFirst(), Rule.QUALIFIED_NAME);
      default -> outcomes.ambiguous(i, packages, Rule.CANDIDATES);
    }
  }

  private static void base(
      int i, SourceFile file, String module, ProjectView view, Outcomes outcomes) {
    if (!module.startsWith(".")) {
      outcomes.external(i, "npm:" + EsModulePaths.packageOf(module) + "#*", Rule.EXTERNAL_IMPORT);
      return;
    }
    List<Symbol> found = config(file.folder(), module, view);
    if (found.isEmpty()) {
      outcomes.unresolved(i, Reason.IMPORT_NOT_FOUND);
    } else {
      outcomes.resolved(i, found.getFirst(), Rule.IMPORT);
    }
  }

  /** The configuration that another one names by a relative path. */
  static List<Symbol> config(String folder, String relative, ProjectView view) {
    String path = EsKeys.join(folder, relative);
    if (path == null) {
      return List.of();
    }
    List<Symbol> found = List.of();
    if (path.endsWith(".json")) {
      found = view.lookup(EsKeys.config(path), "");
    } else {
      found = view.lookup(EsKeys.config(path + ".json"), "");
      if (found.isEmpty()) {
        String inFolder = path.isEmpty() ? "tsconfig.json" : path + "/tsconfig.json";
        found = view.lookup(EsKeys.config(inFolder), "");
      }
    }
    return found;
  }
}
