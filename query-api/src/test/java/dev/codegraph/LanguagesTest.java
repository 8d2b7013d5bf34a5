package dev.codegraph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.link.LinkingPolicies;
import dev.codegraph.parser.Indexers;
import dev.codegraph.program.config.ConfigLoader;
import dev.codegraph.schemas.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A language is complete when a line of each list names it: indexers and linking policies. */
class LanguagesTest {
  @ParameterizedTest
  @EnumSource
  void hasAnIndexerAndALinkingPolicy(Language language) {
    assertTrue(Indexers.of(language).languages().contains(language));
    assertTrue(LinkingPolicies.of(language).languages().contains(language));
  }

  @ParameterizedTest
  @EnumSource
  void isIndexedWithoutConfiguration(Language language) {
    Set<Language> indexed =
        new ConfigLoader(Map.of(), Path.of("no-default.toml"))
            .load(null, Map.of())
            .orThrow()
            .parsing()
            .languageSet();
    assertTrue(indexed.contains(language), language + " is not among parsing.languages");
  }
}
