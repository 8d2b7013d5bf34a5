package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of JavaScript and TypeScript files. Beyond what all languages share:
 *
 * <ul>
 *   <li>A default export without a name is an entity named {@code default}; the value of {@code
 *       module.exports} one named {@code exports} where it has no name of its own. The export of
 *       {@code export =} and of {@code module.exports} is named {@code export=}.
 *   <li>The overload signatures of a callable are one entity with its implementation, or with each
 *       other where there is none; its result type is empty when they differ in it.
 *   <li>Functions in the object literal that a module variable holds are its METHODs, its other
 *       properties PROPERTYs; a function assigned to {@code X.prototype.name} or {@code X.name} is
 *       a METHOD of the module's X. In a class, {@code this.name = …} of the constructor declares a
 *       FIELD unless the class body does.
 *   <li>A local name that stands for an entity or an import is a binding whose initializer is an
 *       OTHER expression {@code entity:<index>} or {@code import:<index>}; uses of it are
 *       references.
 *   <li>THIS and SUPER expressions hold the index of the entity whose instance {@code this} is,
 *       after {@code static} and a space where {@code this} is that entity itself. Where a callee
 *       decides what {@code this} is, it is OTHER.
 *   <li>{@code require("m")} and {@code import("m")} inside expressions are OTHER {@code module:m}.
 *   <li>A JSX element is INSTANTIATE with an argument count of -1; intrinsic elements are none.
 *   <li>{@code super(…)} is CALL of {@code constructor} with the receiver SUPER.
 * </ul>
 */
public final class EcmaScriptIndexer implements TreeIndexer {
  /** Attribute: {@code true} where the file has an import or export, so that it is a module. */
  public static final String MODULE = "module";

  @Override
  public Set<Language> languages() {
    return Set.of(Language.JAVASCRIPT, Language.TYPESCRIPT, Language.TSX);
  }

  @Override
  public Grammar grammar(Language language) {
    return switch (language) {
      case TYPESCRIPT -> Grammar.TYPESCRIPT;
      case TSX -> Grammar.TSX;
      default -> Grammar.JAVASCRIPT;
    };
  }

  /** A script that JavaScript does not explain may have the types of TypeScript or Flow in it. */
  @Override
  public List<Reading> readings(Language language, byte[] content) {
    return language == Language.JAVASCRIPT
        ? List.of(
            new Reading(Grammar.JAVASCRIPT, content),
            new Reading(Grammar.TSX, EsNewer.withoutResources(content)))
        : List.of(new Reading(grammar(language), EsNewer.withoutResources(content)));
  }

  @Override
  public List<Reading> furtherReadings(Language language, byte[] content) {
    byte[] older = EsNewer.older(content);
    return language == Language.JAVASCRIPT
        ? List.of(new Reading(Grammar.JAVASCRIPT, older))
        : List.of(new Reading(grammar(language), EsNewer.withoutResources(older)));
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    return index(tree.withSource(content));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    FactsBuilder facts = new FactsBuilder(tree);
    new EsWalk(new EsSyntax(tree), facts).run();
    return facts.build();
  }
}
