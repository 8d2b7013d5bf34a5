package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;

/**
 * Makes the facts of {@code pom.xml}: the coordinates, those of the parent where it has none of its
 * own, dependencies, managed ones, plugins, and all of these in profiles. Properties are not
 * substituted.
 */
public final class PomIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.POM);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    XmlElement.Read read = XmlElement.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    XmlElement project = read.root();
    XmlElement parent = project.at("parent");
    String group = project.at("groupId").text();
    String artifact = project.at("artifactId").text();
    String version = project.at("version").text();
    if (!artifact.isEmpty()) {
      ManifestFacts.coordinates(
          facts,
          (group.isEmpty() ? parent.at("groupId").text() : group) + ":" + artifact,
          version.isEmpty() ? parent.at("version").text() : version,
          project.at("artifactId").textStart());
    }
    declare(facts, parent, "parent");
    declareAll(facts, project);
    for (XmlElement profile : project.at("profiles").children("profile")) {
      declareAll(facts, profile);
    }
    return ManifestFacts.build(facts);
  }

  private static void declareAll(FactsBuilder facts, XmlElement owner) {
    for (XmlElement one : owner.at("dependencies").children("dependency")) {
      String scope = one.at("scope").text();
      declare(facts, one, scope.isEmpty() ? "compile" : scope);
    }
    for (XmlElement one : owner.at("dependencyManagement", "dependencies").children("dependency")) {
      declare(facts, one, one.at("scope").text().equals("import") ? "import" : "managed");
    }
    for (XmlElement one : owner.at("build", "plugins").children("plugin")) {
      declare(facts, one, "plugin");
    }
  }

  private static void declare(FactsBuilder facts, XmlElement one, String scope) {
    XmlElement artifact = one.at("artifactId");
    if (artifact.text().isEmpty()) {
      return;
    }
    String group = one.at("groupId").text();
    String owner = group.isEmpty() && scope.equals("plugin") ? "org.apache.maven.plugins" : group;
    ManifestFacts.dependency(
        facts,
        owner + ":" + artifact.text(),
        one.at("version").text(),
        scope,
        artifact.textStart(),
        one.end());
  }
}
