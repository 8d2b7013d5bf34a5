package dev.codegraph.parser.php;

import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of PHP source files. Beyond what all languages share:
 *
 * <ul>
 *   <li>A namespace with braces, or one of several in a file, is an entity with its name as
 *       written; one for the whole file is the package name. Braces without a name are the global
 *       namespace and no entity.
 *   <li>Entities are named without the dollar sign. Bindings, expressions and references of
 *       variables keep it, as do references of static properties: a constant may have the same
 *       name.
 *   <li>A qualified name is a reference of its last part, whose receiver is a NAME with all that
 *       stands before, as written, with the backslash at its end: {@code \A\B\} in {@code
 *       \A\B\f()}, a lone backslash in {@code \f()}. {@code self} and {@code static} are names too,
 *       {@code parent} is SUPER.
 *   <li>The class before {@code ::} is a reference with role TYPE; the class of a value there is
 *       OTHER {@code ::} based on the value.
 *   <li>A trait that is used is a base that is implemented, and mixed in.
 *   <li>The import of a function or constant is static. One without a name is a file that is
 *       included; a path that begins with a dot is relative to the including file, as {@code
 *       __DIR__} says.
 *   <li>Types that are only documented count where none is declared.
 *   <li>Variables outside of functions are entities where they first get a value. Inside, all are
 *       local but those that {@code global} names.
 *   <li>A pair of a class, or of this object, and a string is a method as a value.
 * </ul>
 */
public final class PhpIndexer implements TreeIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.PHP);
  }

  @Override
  public Grammar grammar(Language language) {
    return Grammar.PHP;
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    PhpWalk walk = new PhpWalk(tree);
    walk.declarations().file();
    return walk.facts().build();
  }
}
