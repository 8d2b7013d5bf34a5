package dev.codegraph.parser.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where the compiled and the bundled library have the same release of a grammar, they must give the
 * same arrays.
 */
class LibrariesAgreeTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      // The jars hold an older release of these.
      names = {"CSHARP", "SWIFT", "SCALA"})
  void bothLibrariesGiveTheSameTree(Grammar grammar) {
    assumeTrue(CompiledLibrary.find() != null);
    try (SyntaxParser compiled = parser("compiled");
        SyntaxParser bundled = parser("bundled")) {
      for (byte[] source : Samples.all(grammar)) {
        assertArrayEquals(nodes(compiled, grammar, source), nodes(bundled, grammar, source));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      // The jars hold an older release of these.
      names = {"CSHARP", "SWIFT", "SCALA"})
  void bothLibrariesNumberKindsAndFieldsAlike(Grammar grammar) {
    assumeTrue(CompiledLibrary.find() != null);
    GrammarTable compiled = NativeSyntax.load("compiled").table(grammar);
    GrammarTable bundled = NativeSyntax.load("bundled").table(grammar);

    assertArrayEquals(compiled.kindNames(), bundled.kindNames());
    assertEquals(compiled.named(), bundled.named());
    assertEquals(compiled.kinds(), bundled.kinds());
    assertEquals(compiled.tokens(), bundled.tokens());
    assertEquals(compiled.fields(), bundled.fields());
  }

  private static SyntaxParser parser(String library) {
    return new SyntaxParser(NativeSyntax.load(library), ParseLimits.defaults());
  }

  private static int[] nodes(SyntaxParser parser, Grammar grammar, byte[] source) {
    ParseOutcome outcome = parser.parse(grammar, source);
    return assertInstanceOf(ParseOutcome.Parsed.class, outcome, outcome::toString).tree().nodes();
  }
}
