package dev.codegraph.parser.csharp;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of C# source files. Beyond what all languages share:
 *
 * <ul>
 *   <li>A namespace with a body is an entity, each part of a dotted name in the one before; one for
 *       the whole file is the package name.
 *   <li>A delegate is a type alias with parameters; an event is a field, or a property when it has
 *       accessors; an indexer is a property named {@code this[]}; operators are methods named
 *       {@code operator +}, conversions {@code implicit operator T}.
 *   <li>A property whose accessors have code has the complexity of that code.
 *   <li>The positional parameters of a record are properties. Those of another type are bindings in
 *       all of its body.
 *   <li>The type of a parameter begins with its modifiers, as {@code this string} or {@code out
 *       int}; its binding has the bare type.
 *   <li>A global using is an import that is exported again.
 *   <li>Lambdas are no entities: a variable or field that holds one is what it was declared as.
 *   <li>Attribute {@code base:<entity>:<place>}: a base with its type arguments, which the
 *       supertypes leave out.
 *   <li>Attribute {@code generics}: for each name with type arguments its start, a colon and their
 *       number, with spaces between. Names in expressions have them as they are written.
 *   <li>Attribute {@code arguments}: for each call and creation of whose arguments something is
 *       known the start of its name, {@code =}, its arguments with commas between, and a semicolon.
 *       An argument is what {@link CSharpArguments#literal} says, or the number of an expression; a
 *       named one has its name and a colon before that.
 *   <li>A type parameter has its constraints behind a colon.
 *   <li>Expressions of kind OTHER: {@code #0}, {@code #1}, … are the parts of their base, taken
 *       apart; {@code each} is an element of it; {@code ()} calls it as a value; {@code new} is an
 *       object whose type nothing says. A LAMBDA with text is a lambda's parameter: the place of
 *       the lambda among the arguments of its base, a call, and the place of the parameter.
 * </ul>
 */
public final class CSharpIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.CSHARP);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.CSHARP;
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    CSharpWalk walk = new CSharpWalk(tree);
    walk.declarations().file();
    walk.arguments().write();
    return walk.facts().build();
  }
}
