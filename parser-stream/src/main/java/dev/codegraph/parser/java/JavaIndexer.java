package dev.codegraph.parser.java;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/** Makes the facts of Java contents, which a {@link JavaWalk} goes over. */
public final class JavaIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.JAVA);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.JAVA;
  }

  @Override
  public List<Reading> furtherReadings(Language language, byte[] content) {
    return List.of(new Reading(Grammar.JAVA, JavaNewer.older(content)));
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    return index(tree.withSource(content));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    JavaContext context = new JavaContext(tree);
    new JavaWalk(context).file();
    return context.facts().build();
  }
}
