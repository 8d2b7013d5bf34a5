package dev.codegraph.parser.golang;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.ConflictMarks;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of Go source files. Beyond what all languages share:
 *
 * <ul>
 *   <li>A method lies in its receiver's type when the same file declares it, else in the file; its
 *       receiver is a binding of kind RECEIVER, with an empty name when it has none.
 *   <li>Type parameters and types declared in functions are bindings whose declared type begins
 *       with the word {@code type}, which no Go type does; a constraint may follow.
 *   <li>Expressions of kind OTHER: {@code #1}, {@code #2}, … are the second, third, … result of
 *       their base, a call; {@code key} is what ranging over the base gives first, or the key of a
 *       map; {@code <-} receives from it; {@code ()} calls it as a function value.
 *   <li>A package name before a dot is no reference where an import of the file explains it.
 * </ul>
 */
public final class GoIndexer implements TreeIndexer {
  /**
   * Attribute: the constraint of {@code //go:build}, or {@code +build} and the older lines joined
   * by semicolons.
   */
  public static final String BUILD = "go.build";

  @Override
  public Set<Language> languages() {
    return Set.of(Language.GO);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.GO;
  }

  @Override
  public List<Reading> furtherReadings(Language language, byte[] content) {
    return List.of(new Reading(grammar(language), ConflictMarks.blanked(content)));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    FactsBuilder facts = new FactsBuilder(tree);
    new GoDeclarations(new GoContext(new GoSyntax(tree), facts)).walk();
    return facts.build();
  }
}
