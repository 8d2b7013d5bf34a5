package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of Gradle scripts in Groovy: coordinates, dependencies and plugins that are
 * written as literals. The other code of such a script is not read.
 */
public final class GradleIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.GRADLE);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    BuildScript.GRADLE.declare(facts, new ManifestText(utf8).withoutComments("//", true));
    return ManifestFacts.build(facts);
  }
}
