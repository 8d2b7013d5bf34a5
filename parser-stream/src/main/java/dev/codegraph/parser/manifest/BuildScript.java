package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build script in some language declares in literals: a list of forms, each of which is
 * looked for in the text without its comments. The named groups of a form say what is found: {@code
 * group}, {@code name} and {@code version}, {@code scope}. Groups and names are joined by a colon.
 * White space is matched possessively: nothing in a form may go over a hostile text twice.
 */
final class BuildScript {
  private static final String SCOPE =
      "(?<scope>[A-Za-z]*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly"
          + "|[aA]nnotationProcessor|[cC]ompileOnlyApi)|kapt[A-Za-z]*|ksp[A-Za-z]*|classpath"
          + "|compile|testCompile|runtime|testRuntime|provided|developmentOnly)";
  private static final String OPEN =
      "\\s*+\\(?\\s*+(?:(?:enforcedPlatform|platform|testFixtures|dependencies\\.create)\\s*+\\(\\s*+)?";

  /** Forms of Gradle, in Groovy and Kotlin. */
  static final BuildScript GRADLE =
      new BuildScript(
          List.of(
              new Form(
                  "",
                  "\\b"
                      + SCOPE
                      + OPEN
                      + "[\"'](?<group>[^\"':\\s]+):(?<name>[^\"':\\s]+)(?::(?<version>[^\"'@:]*))?"
                      + "(?::[^\"']*)?(?:@\\w+)?[\"']"),
              new Form(
                  "",
                  "\\b"
                      + SCOPE
                      + OPEN
                      + "group\\s*+[:=]\\s*+[\"'](?<group>[^\"']+)[\"']\\s*+,\\s*+name\\s*+[:=]\\s*+"
                      + "[\"'](?<name>[^\"']+)[\"'](?:\\s*+,\\s*+version\\s*+[:=]\\s*+"
                      + "[\"'](?<version>[^\"']+)[\"'])?"),
              new Form(
                  "",
                  "\\b"
                      + SCOPE
                      + OPEN
                      + "project\\s*+\\(\\s*+(?:path\\s*+[:=]\\s*+)?[\"'](?<name>:[^\"']+)[\"']"),
              new Form(
                  "plugin",
                  "\\bid\\s*+\\(?\\s*+[\"'](?<name>[^\"']+)[\"']\\s*+\\)?"
                      + "(?:\\s*+version\\s*+\\(?\\s*+[\"'](?<version>[^\"']+)[\"'])?"),
              new Form(
                  "plugin",
                  "\\bapply\\s*+\\(?\\s*+plugin\\s*+[:=]\\s*+[\"'](?<name>[^\"']+)[\"']")),
          "(?m)^(?:rootProject\\.)?name\\s*+=\\s*+[\"'](?<name>[^\"'$]+)[\"']",
          "(?m)^group\\s*+=?\\s*+[\"'](?<group>[^\"'$]+)[\"']",
          "(?m)^version\\s*+=?\\s*+[\"'](?<version>[^\"'$]+)[\"']");

  /** Forms of sbt. */
  static final BuildScript SBT =
      new BuildScript(
          List.of(
              new Form(
                  "plugin",
                  "\\baddSbtPlugin\\s*+\\(\\s*+\"(?<group>[^\"]+)\"\\s*+%\\s*+\"(?<name>[^\"]+)\"\\s*+%"
                      + "\\s*+\"(?<version>[^\"]+)\""),
              new Form(
                  "compile",
                  "\"(?<group>[^\"\\s]+)\"\\s*+%%?%?\\s*+\"(?<name>[^\"\\s]+)\"\\s*+%\\s*+"
                      + "(?:\"(?<version>[^\"]+)\"|[\\w.]+)"
                      + "(?:\\s*+%\\s*+\"?(?<scope>[A-Za-z][\\w>-]*))?")),
          "(?m)^[ \\t]*+name\\s*+:=\\s*+\"(?<name>[^\"]+)\"",
          "(?m)^[ \\t]*+(?:ThisBuild\\s*+/\\s*+)?organization(?:\\s+in\\s+\\w+)?\\s*+:=\\s*+"
              + "\"(?<group>[^\"]+)\"",
          "(?m)^[ \\t]*+(?:ThisBuild\\s*+/\\s*+)?version(?:\\s+in\\s+\\w+)?\\s*+:=\\s*+"
              + "\"(?<version>[^\"]+)\"");

  /** Forms of the package manager of Swift. */
  static final BuildScript SWIFT =
      new BuildScript(
          List.of(
              new Form(
                  "package",
                  "\\.package\\s*+\\(\\s*+(?:name\\s*+:\\s*+\"[^\"]*\"\\s*+,\\s*+)?(?:url|path|id)\\s*+:"
                      + "\\s*+\"(?<name>[^\"]+)\"(?:\\s*+,\\s*+(?:(?:from|exact|branch|revision)\\s*+:"
                      + "\\s*+|\\.\\w+\\s*+\\(\\s*+(?:from|branch)?\\s*+:?\\s*+)?"
                      + "(?<version>\"[^\"]+\"(?:\\s*+\\.\\.[.<]\\s*+\"[^\"]+\")?))?")),
          "\\bPackage\\s*+\\(\\s*+name\\s*+:\\s*+\"(?<name>[^\"]+)\"",
          "(?!)(?<group>)",
          "(?!)(?<version>)");

  /** Forms of RubyGems and Bundler. */
  static final BuildScript RUBY =
      new BuildScript(
          List.of(
              new Form(
                  "gem",
                  "(?m)^[ \\t]*+gem[ \\t]*+\\(?[ \\t]*+[\"'](?<name>[^\"']+)[\"']"
                      + "(?:[ \\t]*+,[ \\t]*+(?<version>[\"'][^\"']+[\"'](?:[ \\t]*+,[ \\t]*+"
                      + "[\"'][^\"']+[\"'])*+))?"),
              new Form(
                  "",
                  "\\.(?<scope>add_dependency|add_runtime_dependency|add_development_dependency)"
                      + "[ \\t]*+\\(?[ \\t]*+[\"'](?<name>[^\"']+)[\"'](?:\\.freeze)?"
                      + "(?:[ \\t]*+,[ \\t]*+(?<version>[\"'][^\"']+[\"'](?:[ \\t]*+,[ \\t]*+"
                      + "[\"'][^\"']+[\"'])*+))?")),
          "(?m)^[ \\t]*+\\w+\\.name[ \\t]*+=[ \\t]*+[\"'](?<name>[^\"']+)[\"']",
          "(?!)(?<group>)",
          "(?m)^[ \\t]*+\\w+\\.version[ \\t]*+=[ \\t]*+[\"'](?<version>[^\"']+)[\"']");

  private final List<Form> forms;
  private final Pattern name;
  private final Pattern group;
  private final Pattern version;

  private BuildScript(List<Form> forms, String name, String group, String version) {
    this.forms = forms;
    this.name = Pattern.compile(name);
    this.group = Pattern.compile(group);
    this.version = Pattern.compile(version);
  }

  /**
   * A form of a dependency.
   *
   * @param scope Scope of those that name none.
   */
  private record Form(String scope, Pattern pattern) {
    Form(String scope, String pattern) {
      this(scope, Pattern.compile(pattern));
    }
  }

  /**
   * Declares what a script says.
   *
   * @param text The script without its comments, a character for each byte.
   */
  void declare(FactsBuilder facts, String text) {
    Matcher named = name.matcher(text);
    Matcher grouped = group.matcher(text);
    Matcher versioned = version.matcher(text);
    String owner = grouped.find() ? ManifestText.decode(grouped.group("group")) : "";
    String number = versioned.find() ? ManifestText.decode(versioned.group("version")) : "";
    if (named.find()) {
      String own = ManifestText.decode(named.group("name"));
      String whole = owner.isEmpty() ? own : owner + ":" + own;
      ManifestFacts.coordinates(facts, whole, number, named.start("name"));
    } else if (!owner.isEmpty()) {
      // The name is that of a folder, which the content does not know.
      ManifestFacts.coordinates(facts, owner, number, grouped.start("group"));
    }
    for (Form form : forms) {
      Matcher matcher = form.pattern.matcher(text);
      while (matcher.find()) {
        String dependency = part(matcher, "name");
        String in = part(matcher, "group");
        String scope = part(matcher, "scope");
        ManifestFacts.dependency(
            facts,
            in.isEmpty() ? dependency : in + ":" + dependency,
            part(matcher, "version").replaceAll("[\"']", ""),
            scope.isEmpty() ? form.scope : scope,
            matcher.start(in.isEmpty() ? "name" : "group"),
            matcher.end());
      }
    }
  }

  private static String part(Matcher matcher, String name) {
    if (!matcher.namedGroups().containsKey(name)) {
      return "";
    }
    String found = matcher.group(name);
    return found == null ? "" : ManifestText.decode(found);
  }
}
