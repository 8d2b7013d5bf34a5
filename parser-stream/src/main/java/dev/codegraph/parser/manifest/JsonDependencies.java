package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.json.Json;
import org.jspecify.annotations.Nullable;

/** The dependencies that an object of JSON declares: a key for each, whose value is the version. */
public final class JsonDependencies {
  private JsonDependencies() {}

  /**
   * Declares each key of an object.
   *
   * @param object The object; null for none.
   */
  public static void declare(FactsBuilder facts, @Nullable Json object, String scope) {
    if (object == null) {
      return;
    }
    object
        .keyStarts()
        .forEach(
            (name, start) -> {
              Json value = object.fields().get(name);
              boolean isVersion = value != null && value.isString();
              ManifestFacts.dependency(
                  facts,
                  name,
                  isVersion ? value.text() : "",
                  scope,
                  start,
                  isVersion ? value.start() + value.text().length() : start);
            });
  }
}
