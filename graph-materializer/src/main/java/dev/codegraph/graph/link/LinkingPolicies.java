package dev.codegraph.graph.link;

import dev.codegraph.graph.link.csharp.CSharpDialect;
import dev.codegraph.graph.link.ecmascript.EcmaScriptPolicy;
import dev.codegraph.graph.link.golang.GoPolicy;
import dev.codegraph.graph.link.java.JavaPolicy;
import dev.codegraph.graph.link.kotlin.KotlinDialect;
import dev.codegraph.graph.link.nominal.NominalPolicy;
import dev.codegraph.graph.link.php.PhpDialect;
import dev.codegraph.graph.link.python.PythonPolicy;
import dev.codegraph.schemas.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The list of linking policies: one line per language. */
public final class LinkingPolicies {
  private static final List<LinkingPolicy> ALL =
      List.of(
          new JavaPolicy(),
          new GoPolicy(),
          new EcmaScriptPolicy(),
          new PythonPolicy(),
          new NominalPolicy(new KotlinDialect()),
          new NominalPolicy(new CSharpDialect()),
          new NominalPolicy(new PhpDialect()),
          new ManifestPolicy(),
          new UnlinkedPolicy());

  private static final Map<Language, LinkingPolicy> BY_LANGUAGE = byLanguage();

  private LinkingPolicies() {}

  /** The policy for files of a language. */
  public static LinkingPolicy of(Language language) {
    LinkingPolicy policy = BY_LANGUAGE.get(language);
    if (policy == null) {
      throw new IllegalStateException("no linking policy for " + language);
    }
    return policy;
  }

  private static Map<Language, LinkingPolicy> byLanguage() {
    Map<Language, LinkingPolicy> map = new EnumMap<>(Language.class);
    for (LinkingPolicy policy : ALL) {
      for (Language language : policy.languages()) {
        map.put(language, policy);
      }
    }
    return map;
  }
}
