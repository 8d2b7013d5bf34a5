package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A requirement as Python writes it: name, extras, versions, and when it holds. */
final class Requirement {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*+([A-Za-z0-9][A-Za-z0-9._-]*)\\s*+(?:\\[[^\\]]*\\])?\\s*+"
              + "(@\\s*+[^\\s;]+|\\(?[<>=!~][^;#]*+)?\\s*+(?:;[^#]*)?(?:#.*)?");

  private Requirement() {}

  /**
   * Declares the dependency that a text asks for, if it asks for one.
   *
   * @param text A requirement.
   * @param start Byte offset of the text.
   */
  static void declare(FactsBuilder facts, String text, String scope, int start) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      String constraint = matcher.group(2) == null ? "" : matcher.group(2).strip();
      // What stands before the name is ASCII.
      ManifestFacts.dependency(
          facts,
          matcher.group(1),
          constraint,
          scope,
          start + matcher.start(1),
          start + matcher.end(1));
    }
  }
}
