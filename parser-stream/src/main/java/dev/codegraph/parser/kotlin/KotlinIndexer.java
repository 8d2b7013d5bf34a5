package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of Kotlin source files and scripts. Beyond what all languages share:
 *
 * <ul>
 *   <li>Properties are PROPERTY at the top level too; {@code const} ones are CONSTANT. The code of
 *       accessors belongs to the property, which then has the modifier ACCESSOR.
 *   <li>A primary constructor is a CONSTRUCTOR with the name of its class, at its first byte. Its
 *       parameters that are no properties are bindings that it owns: they are seen in the header,
 *       the initializers and the {@code init} blocks of the class, not in its functions.
 *   <li>The receiver of an extension is a binding of kind RECEIVER with an empty name. So is that
 *       of a lambda of {@code apply} or {@code run}.
 *   <li>A call may make an object: only where the file itself has a class of that name the role is
 *       INSTANTIATE, else it is CALL and its target decides.
 *   <li>Expressions of kind OTHER: {@code it} is what the lambda that is given to its base, a call,
 *       takes; {@code element} is what iterating over its base gives; {@code by} is the value that
 *       its base delegates; {@code ::class} is the class of its base; {@code ()} calls it as a
 *       value. Destructuring calls {@code component1} and so on.
 * </ul>
 */
public final class KotlinIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.KOTLIN);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.KOTLIN;
  }

  @Override
  public List<Reading> readings(Language language, byte[] content) {
    Reading plain = new Reading(Grammar.KOTLIN, content);
    KotlinReadable readable = new KotlinReadable(content);
    return readable
        .rewritten()
        .map(older -> new Reading(Grammar.KOTLIN, older))
        .map(older -> readable.misleads() ? List.of(older) : List.of(plain, older))
        .orElse(List.of(plain));
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    return index(tree.withSource(content));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    FactsBuilder facts = new FactsBuilder(tree);
    new KotlinDeclarations(new KotlinContext(tree, facts)).file();
    return facts.build();
  }
}
