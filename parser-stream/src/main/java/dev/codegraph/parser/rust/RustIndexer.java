package dev.codegraph.parser.rust;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of Rust source files. Beyond what all languages share:
 *
 * <ul>
 *   <li>Each {@code impl} block is an EXTENSION named like its type, wherever the type is declared:
 *       its declared type is the type as written, its base the trait, and its methods lie in it.
 *   <li>A module is an entity whether its body is here or in another file; one in another file owns
 *       the import of that file, whose module is the path that an attribute gives, or empty.
 *   <li>The name before {@code ::} is a NAME that ends with {@code ::}, so that no local variable
 *       is ever meant; what follows in the path are its MEMBERs. {@code ::} alone is the root of
 *       all crates. The same holds for the module of an import.
 *   <li>Calls of macros have no argument count, calls of functions always have one. A name that
 *       begins with a capital and is called creates: a tuple struct or a variant.
 *   <li>Items in a macro at the place of an item are entities of what is around it, when its tokens
 *       are items as they stand.
 *   <li>Fields of tuple structs and variants are entities named by their number.
 *   <li>Patterns take a value apart: CAST says of which struct or variant its base is, MEMBER which
 *       part of it. Expressions of kind OTHER: {@code ?} is what its base has when it is no error,
 *       {@code ()} what calling it gives, {@code next} an element of what it iterates over.
 * </ul>
 */
public final class RustIndexer implements TreeIndexer {
  private static final NodeKinds<RustNode> KINDS = NodeKinds.of(Grammar.RUST, RustNode.class);

  @Override
  public Set<Language> languages() {
    return Set.of(Language.RUST);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.RUST;
  }

  @Override
  public ParseOutcome parse(Language language, byte[] content, SyntaxParser parser) {
    return new RustItemMacros(KINDS, parser).parse(content);
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    return index(tree, tree.source());
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    SyntaxTree shown = tree.withSource(content);
    FactsBuilder facts = new FactsBuilder(shown);
    Syntax<RustNode> syntax = new Syntax<>(shown, KINDS, RustNode.OTHER);
    new RustItems(new RustContext(syntax, tree.source(), facts)).file();
    return facts.build();
  }
}
