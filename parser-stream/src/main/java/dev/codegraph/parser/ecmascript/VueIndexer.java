package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Role;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of single-file components of Vue: those of their scripts, as of any module, with
 * all places as they are in the file, and the references in the expressions of the template, which
 * are the file's. A template whose expressions the grammar does not know is left out. A component
 * that the template uses is an INSTANTIATE of the name that a script imports it by, as in JSX.
 */
public final class VueIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.VUE);
  }

  /** The grammar of a script that does not name its language. */
  @Override
  public Grammar grammar(Language language) {
    return Grammar.JAVASCRIPT;
  }

  @Override
  public List<Reading> readings(Language language, byte[] content) {
    VueComponent component = VueComponent.of(content);
    Grammar grammar = grammar(language);
    for (VueComponent.Script script : component.scripts()) {
      grammar =
          switch (script.language()) {
            case "ts" -> Grammar.TYPESCRIPT;
            case "tsx" -> Grammar.TSX;
            default -> grammar;
          };
    }
    return List.of(
        new Reading(grammar, component.codeWithTemplate(content)),
        new Reading(grammar, component.code(content)));
  }

  /** The facts of the scripts. */
  @Override
  public FileFacts index(SyntaxTree tree) {
    return walked(tree).build();
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    FactsBuilder facts = walked(tree);
    for (VueComponent.Use use : VueComponent.of(content).uses(content)) {
      facts.referenceAt(Role.INSTANTIATE, use.name(), use.offset(), 0, -1, -1);
    }
    return facts.build();
  }

  private static FactsBuilder walked(SyntaxTree tree) {
    FactsBuilder facts = new FactsBuilder(tree);
    new EsWalk(new EsSyntax(tree), facts).run();
    return facts;
  }
}
