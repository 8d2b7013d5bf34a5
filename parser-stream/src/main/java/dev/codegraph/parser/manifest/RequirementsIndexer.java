package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/** Makes the facts of {@code requirements.txt} and its like: a requirement a line. */
public final class RequirementsIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.REQUIREMENTS);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    ManifestText text = new ManifestText(utf8);
    FactsBuilder facts = new FactsBuilder(utf8);
    int start = 0;
    while (start < utf8.length) {
      int end = text.endOfLine(start);
      String line = text.decoded(start, end).stripTrailing();
      // A hash of what is to be installed follows on the same or the next line.
      int hash = line.indexOf(" --");
      String requirement = hash < 0 ? line : line.substring(0, hash);
      Requirement.declare(
          facts,
          requirement.endsWith("\\")
              ? requirement.substring(0, requirement.length() - 1)
              : requirement,
          "requirements",
          start);
      start = end + 1;
    }
    return ManifestFacts.build(facts);
  }
}
