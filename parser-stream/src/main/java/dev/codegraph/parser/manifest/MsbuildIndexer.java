package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Map;
import java.util.Set;

/**
 * Makes the facts of the project files of .NET: the package, its references to packages and to
 * other projects, and the versions that a repository manages in one place. A project that does not
 * say what it is called is called after its file, which its content does not know.
 */
public final class MsbuildIndexer implements TextIndexer {
  private static final Map<String, String> SCOPES =
      Map.of(
          "PackageReference", "package",
          "GlobalPackageReference", "package",
          "PackageVersion", "managed",
          "ProjectReference", "project",
          "FrameworkReference", "framework");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.MSBUILD);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    XmlElement.Read read = XmlElement.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    XmlElement name = new Properties(read.root()).find("PackageId", "AssemblyName");
    XmlElement version = new Properties(read.root()).find("Version", "VersionPrefix");
    ManifestFacts.coordinates(facts, name.text(), version.text(), name.textStart());
    for (XmlElement group : read.root().children("ItemGroup")) {
      for (XmlElement item : group.children()) {
        String scope = SCOPES.get(item.name());
        if (scope != null) {
          declare(facts, item, scope);
        }
      }
    }
    return ManifestFacts.build(facts);
  }

  /** Properties, the first that is there of some names. */
  private record Properties(XmlElement project) {
    XmlElement find(String... names) {
      for (String name : names) {
        for (XmlElement group : project.children("PropertyGroup")) {
          if (!group.at(name).text().isEmpty()) {
            return group.at(name);
          }
        }
      }
      return project.at(names[0]);
    }
  }

  private static void declare(FactsBuilder facts, XmlElement item, String scope) {
    String include = item.attribute("Include");
    String name = include.isEmpty() ? item.attribute("Update") : include;
    String version = item.attribute("Version");
    String instead = item.attribute("VersionOverride");
    String constraint = version.isEmpty() ? item.at("Version").text() : version;
    ManifestFacts.dependency(
        facts, name, instead.isEmpty() ? constraint : instead, scope, item.start(), item.end());
  }
}
