package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dependencies that a table of TOML declares: a key for each. */
final class TomlDependencies {
  private TomlDependencies() {}

  /**
   * Declares each key of a table.
   *
   * @param table The table; null for none.
   */
  static void declare(FactsBuilder facts, @Nullable Toml table, String scope) {
    if (table == null) {
      return;
    }
    table
        .fields()
        .forEach(
            (name, value) -> {
              int start = table.keyStart(name);
              ManifestFacts.dependency(
                  facts, name, constraint(value), scope, start, Math.max(start, value.end()));
            });
  }

  /** The version that a value asks for, or where it is taken from instead. */
  private static String constraint(Toml value) {
    if (value.isText()) {
      return value.text();
    }
    for (String key : List.of("version", "path", "git", "url", "workspace")) {
      Toml found = value.at(key);
      if (found != null) {
        return key.equals("version") ? found.text() : key + " " + found.text();
      }
    }
    return "";
  }
}
