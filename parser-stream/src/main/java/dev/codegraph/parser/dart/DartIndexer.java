package dev.codegraph.parser.dart;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the facts of Dart source files. Beyond what all languages share:
 *
 * <ul>
 *   <li>A constructor is named by its own name, or by that of its class when it has none.
 *   <li>Getters and setters are properties with the modifier ACCESSOR, each an entity.
 *   <li>An extension has its name, or that of the type it extends; the type is its declared one.
 *       What a mixin is {@code on} is a base that it extends; what is mixed in is implemented.
 *   <li>An extension type is a class with a field for its value and a constructor.
 *   <li>An import brings everything (*), each name that it shows, or with a prefix the library
 *       itself. A part has neither name nor alias; its file shares all names with the library.
 *   <li>{@code A()} makes an A when the name begins with a capital letter. {@code A.b()} is a CALL:
 *       only the class tells a constructor from a static method.
 *   <li>{@code .red} reads and {@code .all(8)} calls a member of a type that is not said.
 *   <li>A parameter {@code this.x} writes the field.
 * </ul>
 */
public final class DartIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.DART);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.DART;
  }

  @Override
  public List<Reading> readings(Language language, byte[] content) {
    return List.of(
        new Reading(Grammar.DART, NewerExpressions.asOlder(ExtensionTypes.asClasses(content))));
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    return index(Arrays.equals(tree.source(), content) ? tree : tree.withSource(content));
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    DartWalk walk = new DartWalk(tree);
    flags(walk);
    walk.members().file();
    return walk.facts().build();
  }

  /** The comments at the top may say that a program made the file. */
  private static void flags(DartWalk walk) {
    Syntax<DartNode> syntax = walk.syntax();
    int c = syntax.firstChild(syntax.tree().root());
    while (syntax.is(c, DartNode.COMMENT)
        || syntax.is(c, DartNode.DOCUMENTATION_COMMENT)
        || syntax.is(c, DartNode.SCRIPT_TAG)) {
      String text = syntax.text(c).toLowerCase(Locale.ROOT);
      if (text.contains("@generated")
          || text.contains("generated code")
          || text.contains("do not edit")
          || text.contains("do not modify")
          || text.contains("auto-generated")) {
        walk.facts().file().flag(EntityFlag.GENERATED);
      }
      c = syntax.nextSibling(c);
    }
  }
}
