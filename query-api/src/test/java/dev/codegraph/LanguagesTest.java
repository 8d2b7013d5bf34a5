package dev.codegraph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.graph.link.LinkingPolicies;
import dev.codegraph.parser.Indexers;
import dev.codegraph.schemas.Language;
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
}
