package dev.codegraph.parser.scala;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of Scala sources, scripts and build definitions. Beyond what all languages share:
 *
 * <ul>
 *   <li>Values and variables are FIELD in a type, VARIABLE outside of one; final and inline ones
 *       with a literal are CONSTANT. So are the parameters of a class that are declared with {@code
 *       val} or {@code var}, and all of the first list of a case class.
 *   <li>A primary constructor is a CONSTRUCTOR with the name of its class, at its first byte, when
 *       it has a parameter list. Its parameters that are no fields are bindings that it owns, seen
 *       in the whole class.
 *   <li>A package object is an OBJECT; a package with a body is a NAMESPACE.
 *   <li>A given with a body is an OBJECT, one with a value a field or variable, or a method when it
 *       has parameters. Without a name it has the one that the compiler gives it, such as {@code
 *       given_Ordering_Int}, at its first word.
 *   <li>An extension is an EXTENSION named like the type that it extends; its methods lie in it.
 *   <li>The argument count of a call with several argument lists is that of the first one. A block
 *       behind a call is an argument.
 *   <li>A call may make an object: only where the file itself has a class of that name the role is
 *       INSTANTIATE, else it is CALL and its target decides.
 *   <li>Operators of numbers, comparisons and truth values make no references; all others are
 *       calls, those that end in a colon of their right operand.
 *   <li>Expressions of kind OTHER: {@code element} is what iterating over its base gives.
 * </ul>
 */
public final class ScalaIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.SCALA);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.SCALA;
  }

  @Override
  public List<Reading> readings(Language language, byte[] content) {
    Reading plain = new Reading(Grammar.SCALA, content);
    if (ScalaReadable.misleads(content)) {
      return List.of(new Reading(Grammar.SCALA, new ScalaReadable(content).rewritten()), plain);
    }
    return new AbstractList<>() {
      @Override
      public Reading get(int index) {
        // Only made when the plain one has errors.
        return index == 0
            ? plain
            : new Reading(Grammar.SCALA, new ScalaReadable(content).rewritten());
      }

      @Override
      public int size() {
        return 2;
      }
    };
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    SyntaxTree shown = tree.withSource(content);
    FactsBuilder facts = new FactsBuilder(shown);
    new ScalaDeclarations(new ScalaContext(shown, tree.source(), facts)).file();
    return facts.build();
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    return index(tree, tree.source());
  }
}
