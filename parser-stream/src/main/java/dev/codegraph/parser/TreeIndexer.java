package dev.codegraph.parser;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An indexer that walks the syntax tree of a tree-sitter grammar. */
public non-sealed interface TreeIndexer extends LanguageIndexer {
  /** The grammar that contents of this language are parsed with. */
  Grammar grammar(Language language);

  /** The facts of a parsed content, syntax errors and all. */
  FileFacts index(SyntaxTree tree);

  /**
   * The facts of a parsed content when they do not all come from what the grammar saw.
   *
   * @param content The whole content.
   */
  default FileFacts index(SyntaxTree tree, byte[] content) {
    return index(tree);
  }

  /**
   * One way to parse a content.
   *
   * @param source What the grammar is to see: the content, or the code in it, each line where it is
   *     in the content.
   */
  record Reading(Grammar grammar, byte[] source) {}

  /**
   * The ways to parse a content: a later one is for what the ones before take for wrong.
   *
   * @throws IllegalArgumentException when the code cannot be taken out of the content, with why
   */
  default List<Reading> readings(Language language, byte[] content) {
    return List.of(new Reading(grammar(language), content));
  }

  /** Further ways, made only for a content that all others find errors in. */
  default List<Reading> furtherReadings(Language language, byte[] content) {
    return List.of();
  }

  /**
   * Parses a content in the first way that finds no error in it, or else in the one that finds the
   * fewest bytes of it wrong.
   */
  default ParseOutcome parse(Language language, byte[] content, SyntaxParser parser) {
    ParseOutcome best = best(null, readings(language, content), parser);
    if (best instanceof ParseOutcome.Parsed parsed && errors(parsed) > 0) {
      best = best(parsed, furtherReadings(language, content), parser);
    }
    return java.util.Objects.requireNonNull(best, "a content has at least one reading");
  }

  private static @Nullable ParseOutcome best(
      ParseOutcome.@Nullable Parsed before, List<Reading> readings, SyntaxParser parser) {
    ParseOutcome best = before;
    for (Reading reading : readings) {
      if (best instanceof ParseOutcome.Parsed parsed
          && parsed.tree().grammar() == reading.grammar()
          && Arrays.equals(parsed.tree().source(), reading.source())) {
        continue;
      }
      ParseOutcome outcome = parser.parse(reading.grammar(), reading.source());
      if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
        return best == null ? outcome : best;
      }
      if (best == null || errors(parsed) < errors((ParseOutcome.Parsed) best)) {
        best = parsed;
      }
      if (errors(parsed) == 0) {
        break;
      }
    }
    return best;
  }

  private static int errors(ParseOutcome.Parsed parsed) {
    return parsed.tree().errorBytes();
  }
}
