package dev.codegraph.parser.python;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.ConflictMarks;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The indexer of Python modules and stubs. */
public final class PythonIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.PYTHON);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.PYTHON;
  }

  @Override
  public List<Reading> furtherReadings(Language language, byte[] content) {
    byte[] blanked = ConflictMarks.blanked(content);
    return List.of(
        new Reading(grammar(language), blanked),
        new Reading(grammar(language), OpenBrackets.closed(blanked)));
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    return index(
        Arrays.equals(tree.source(), content)
            ? tree
            : tree.withSource(ConflictMarks.blanked(content)));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    return new PythonWalk(tree).facts();
  }
}
