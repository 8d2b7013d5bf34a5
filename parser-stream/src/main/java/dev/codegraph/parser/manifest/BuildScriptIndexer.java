package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactCopies;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of a build script that is code of a language of ours: those of the code, and what
 * it declares in literals.
 */
public final class BuildScriptIndexer implements TreeIndexer {
  private static final String SLASHES = "//";

  private final Language language;
  private final Language code;
  private final TreeIndexer indexer;
  private final BuildScript script;
  private final String comment;

  private BuildScriptIndexer(
      Language language, Language code, TreeIndexer indexer, BuildScript script, String comment) {
    this.language = language;
    this.code = code;
    this.indexer = indexer;
    this.script = script;
    this.comment = comment;
  }

  /** For Gradle scripts in Kotlin. */
  public static BuildScriptIndexer gradle(TreeIndexer kotlin) {
    return new BuildScriptIndexer(
        Language.GRADLE_KOTLIN, Language.KOTLIN, kotlin, BuildScript.GRADLE, SLASHES);
  }

  /** For the scripts of sbt. */
  public static BuildScriptIndexer sbt(TreeIndexer scala) {
    return new BuildScriptIndexer(Language.SBT, Language.SCALA, scala, BuildScript.SBT, SLASHES);
  }

  /** For the manifests of Swift packages. */
  public static BuildScriptIndexer swift(TreeIndexer swift) {
    return new BuildScriptIndexer(
        Language.SWIFT_PACKAGE, Language.SWIFT, swift, BuildScript.SWIFT, SLASHES);
  }

  /** For what projects of Ruby need. */
  public static BuildScriptIndexer gem(TreeIndexer ruby) {
    return new BuildScriptIndexer(Language.GEM, Language.RUBY, ruby, BuildScript.RUBY, "#");
  }

  @Override
  public Set<Language> languages() {
    return Set.of(language);
  }

  @Override
  public Grammar grammar(Language ignored) {
    return indexer.grammar(code);
  }

  @Override
  public FileFacts index(SyntaxTree tree) {
    return with(indexer.index(tree), tree.source());
  }

  @Override
  public FileFacts index(SyntaxTree tree, byte[] content) {
    return with(indexer.index(tree, content), content);
  }

  @Override
  public ParseOutcome parse(Language ignored, byte[] content, SyntaxParser parser) {
    return indexer.parse(code, content, parser);
  }

  private FileFacts with(FileFacts facts, byte[] content) {
    FactsBuilder declared = new FactsBuilder(content);
    script.declare(
        declared, new ManifestText(content).withoutComments(comment, comment.equals(SLASHES)));
    return FactCopies.merge(facts, ManifestFacts.build(declared));
  }
}
