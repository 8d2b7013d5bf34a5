package dev.codegraph.parser;

import dev.codegraph.parser.cfamily.CFamilyIndexer;
import dev.codegraph.parser.csharp.CSharpIndexer;
import dev.codegraph.parser.dart.DartIndexer;
import dev.codegraph.parser.ecmascript.EcmaScriptIndexer;
import dev.codegraph.parser.ecmascript.PackageJsonIndexer;
import dev.codegraph.parser.ecmascript.TsConfigIndexer;
import dev.codegraph.parser.ecmascript.VueIndexer;
import dev.codegraph.parser.golang.GoIndexer;
import dev.codegraph.parser.golang.GoModIndexer;
import dev.codegraph.parser.java.JavaIndexer;
import dev.codegraph.parser.kotlin.KotlinIndexer;
import dev.codegraph.parser.manifest.BuildScriptIndexer;
import dev.codegraph.parser.manifest.CargoIndexer;
import dev.codegraph.parser.manifest.ComposeIndexer;
import dev.codegraph.parser.manifest.ComposerIndexer;
import dev.codegraph.parser.manifest.DockerfileIndexer;
import dev.codegraph.parser.manifest.GradleIndexer;
import dev.codegraph.parser.manifest.KubernetesIndexer;
import dev.codegraph.parser.manifest.MsbuildIndexer;
import dev.codegraph.parser.manifest.PomIndexer;
import dev.codegraph.parser.manifest.PubspecIndexer;
import dev.codegraph.parser.manifest.PythonManifestIndexer;
import dev.codegraph.parser.manifest.RequirementsIndexer;
import dev.codegraph.parser.manifest.SetupCfgIndexer;
import dev.codegraph.parser.php.PhpIndexer;
import dev.codegraph.parser.python.NotebookIndexer;
import dev.codegraph.parser.python.PythonIndexer;
import dev.codegraph.parser.ruby.RubyIndexer;
import dev.codegraph.parser.rust.RustIndexer;
import dev.codegraph.parser.scala.ScalaIndexer;
import dev.codegraph.parser.swift.SwiftIndexer;
import dev.codegraph.schemas.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The list of indexers: one line per language. */
public final class Indexers {
  private static final List<LanguageIndexer> ALL =
      List.of(
          new JavaIndexer(),
          new CSharpIndexer(),
          new RustIndexer(),
          new PhpIndexer(),
          new RubyIndexer(),
          new DartIndexer(),
          new SwiftIndexer(),
          new GoIndexer(),
          new GoModIndexer(),
          new KotlinIndexer(),
          new ScalaIndexer(),
          new PythonIndexer(),
          new NotebookIndexer(),
          new EcmaScriptIndexer(),
          new VueIndexer(),
          new CFamilyIndexer(),
          BuildScriptIndexer.gradle(new KotlinIndexer()),
          BuildScriptIndexer.sbt(new ScalaIndexer()),
          BuildScriptIndexer.swift(new SwiftIndexer()),
          new PomIndexer(),
          new GradleIndexer(),
          new CargoIndexer(),
          new PythonManifestIndexer(),
          new SetupCfgIndexer(),
          new RequirementsIndexer(),
          new ComposerIndexer(),
          new PubspecIndexer(),
          new MsbuildIndexer(),
          BuildScriptIndexer.gem(new RubyIndexer()),
          new DockerfileIndexer(),
          new ComposeIndexer(),
          new KubernetesIndexer(),
          new PackageJsonIndexer(),
          new TsConfigIndexer());

  private static final Map<Language, LanguageIndexer> BY_LANGUAGE = byLanguage();

  private Indexers() {}

  /** Whether there is an indexer for contents of a language. */
  static boolean has(Language language) {
    return BY_LANGUAGE.containsKey(language);
  }

  /** All indexers. */
  public static List<LanguageIndexer> all() {
    return ALL;
  }

  /** The indexer for contents of a language. */
  public static LanguageIndexer of(Language language) {
    LanguageIndexer indexer = BY_LANGUAGE.get(language);
    if (indexer == null) {
      throw new IllegalStateException("no indexer for " + language);
    }
    return indexer;
  }

  private static Map<Language, LanguageIndexer> byLanguage() {
    Map<Language, LanguageIndexer> map = new EnumMap<>(Language.class);
    for (LanguageIndexer indexer : ALL) {
      for (Language language : indexer.languages()) {
        map.put(language, indexer);
      }
    }
    return map;
  }
}
