package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Arrays;
import java.util.Set;

/**
 * Makes the facts of C and C++ files. Beyond what all languages share:
 *
 * <ul>
 *   <li>A prototype is a FUNCTION or METHOD with the modifier DECLARATION and no complexity, an
 *       {@code extern} variable has it too; what is defined lacks it.
 *   <li>What a qualified name defines outside of its class or namespace lies in that, when the same
 *       file declares it; else it lies where it stands, and a binding of kind RECEIVER with an
 *       empty name has the qualifier as written, without template arguments, as its type.
 *   <li>A type that has no name but one {@code typedef} right behind it has that name. Other types
 *       and namespaces without a name are called {@code <anonymous>}.
 *   <li>An import's module is an included path as written, with angle brackets where it has them;
 *       or a namespace or type that a using declaration names, where a {@code *} imports all of it.
 *   <li>Scopes before {@code ::} are NAME and MEMBER expressions. Designated initialisers write to
 *       members of a CAST to the type that is initialised.
 *   <li>A test of a framework whose macro takes two names is called by both, joined by a dot.
 *   <li>What has external linkage is PUBLIC, what a file keeps to itself INTERNAL.
 * </ul>
 */
public final class CFamilyIndexer implements TreeIndexer {
  /** One byte in this many. */
  private static final int MUCH_WRONG = 20;

  @Override
  public Set<Language> languages() {
    return Set.of(Language.C, Language.CPP);
  }

  @Override
  public Grammar grammar(Language language) {
    return language == Language.C ? Grammar.C : Grammar.CPP;
  }

  /**
   * Parses a content without what only macros explain. Should that leave much of it wrong, the
   * content as it is may be understood better.
   */
  @Override
  public ParseOutcome parse(Language language, byte[] content, SyntaxParser parser) {
    Grammar grammar = grammar(language);
    byte[] plain = MacroWords.without(content, language == Language.CPP);
    ParseOutcome outcome = parser.parse(grammar, plain);
    if (Arrays.equals(plain, content)
        || !(outcome instanceof ParseOutcome.Parsed first)
        || first.tree().errorBytes() < content.length / MUCH_WRONG) {
      return outcome;
    }
    return parser.parse(grammar, content) instanceof ParseOutcome.Parsed second
            && second.tree().errorBytes() < first.tree().errorBytes()
        ? second
        : first;
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    FactsBuilder facts = new FactsBuilder(tree);
    new CWalk(new CSyntax(tree), facts).run();
    return facts.build();
  }
}
