package dev.codegraph.parser.swift;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of Swift source files. Beyond what all languages share:
 *
 * <ul>
 *   <li>An extension is an EXTENSION named like its type, wherever that is declared; its declared
 *       type is the type as written, and its members lie in it.
 *   <li>Constructors are named {@code init}, destructors {@code deinit}; a subscript is a property
 *       named {@code subscript} with parameters; a function that is an operator is named by its
 *       sign. An actor is a class, an associated type an abstract type alias. What says how an
 *       operator binds is no entity.
 *   <li>Variables and properties whose accessors or observers have code have its complexity.
 *   <li>Names of parameters are those inside; the type of a parameter begins with its modifiers, as
 *       {@code inout Int}, and its binding has the bare type.
 *   <li>The first base of a class is a class unless the file says that it is a protocol, or its
 *       name sounds like one. The first base of an enum is its raw type when it is a builtin type.
 *   <li>A name that begins with a capital and is called creates. A name after a bare dot is a
 *       member of the expression OTHER with the text {@code .}: the type that is expected there.
 *   <li>A file that has errors is read again without the words that the grammar does not know. The
 *       use of a macro is a call.
 *   <li>Names of closures' parameters that nobody declares, as {@code $0}, are no references;
 *       {@code $name} is one of the property {@code name}, whose wrapper it asks.
 *   <li>Attribute {@code base:<entity>:<place>}: a base with its type arguments, which the
 *       supertypes leave out.
 *   <li>Expressions of kind OTHER: {@code #0}, {@code #1}, … are the parts of their base, taken
 *       apart; {@code each} is an element of it; {@code ()} calls it as a value. A LAMBDA with text
 *       is a closure's parameter: the place of the closure among the arguments of its base, a call,
 *       and the place of the parameter.
 * </ul>
 */
public final class SwiftIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.SWIFT);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.SWIFT;
  }

  @Override
  public List<Reading> readings(Language language, byte[] content) {
    return List.of(
        new Reading(Grammar.SWIFT, content),
        new Reading(Grammar.SWIFT, NewerWords.without(content)));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    return index(tree, tree.source());
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    SwiftWalk walk = new SwiftWalk(tree, content);
    walk.declarations().file();
    return walk.facts().build();
  }
}
