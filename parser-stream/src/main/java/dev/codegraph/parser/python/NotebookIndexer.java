package dev.codegraph.parser.python;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/** The indexer of notebooks: the Python of their code cells, read as one module. */
public final class NotebookIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.NOTEBOOK);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.PYTHON;
  }

  @Override
  public List<Reading> readings(Language language, byte[] content) {
    return List.of(new Reading(Grammar.PYTHON, NotebookSource.of(content)));
  }

  @Override
  public List<Reading> furtherReadings(Language language, byte[] content) {
    return List.of(new Reading(Grammar.PYTHON, OpenBrackets.closed(NotebookSource.of(content))));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    return new PythonWalk(tree).facts();
  }
}
