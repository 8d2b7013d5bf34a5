package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the facts of {@code setup.cfg}: the distribution, what it requires, and its extras. */
public final class SetupCfgIndexer implements TextIndexer {
  private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)\\].*");
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_.-]+)\\s*[=:]\\s*(.*)");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.SETUP_CFG);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    ManifestText text = new ManifestText(utf8);
    FactsBuilder facts = new FactsBuilder(utf8);
    String section = "";
    String key = "";
    String name = "";
    String version = "";
    int nameStart = 0;
    int start = 0;
    while (start < utf8.length) {
      int end = text.endOfLine(start);
      String line = text.bytes().substring(start, end).stripTrailing();
      Matcher header = SECTION.matcher(line);
      Matcher pair = KEY.matcher(line);
      if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
        start = end + 1;
        continue;
      }
      if (header.matches()) {
        section = header.group(1).strip();
        key = "";
      } else if (pair.matches()) {
        key = pair.group(1);
        String value = ManifestText.group(pair, 2);
        if (section.equals("metadata") && key.equals("name")) {
          name = value;
          nameStart = start + pair.start(2);
        } else if (section.equals("metadata") && key.equals("version")) {
          version = value;
        } else {
          require(facts, section, key, value, start + pair.start(2));
        }
      } else if (Character.isWhitespace(line.charAt(0))) {
        require(facts, section, key, ManifestText.decode(line), start);
      }
      start = end + 1;
    }
    ManifestFacts.coordinates(facts, name, version, nameStart);
    return ManifestFacts.build(facts);
  }

  private static void require(
      FactsBuilder facts, String section, String key, String value, int start) {
    boolean isRequired =
        section.equals("options.extras_require")
            || section.equals("options")
                && (key.equals("install_requires")
                    || key.equals("tests_require")
                    || key.equals("setup_requires"));
    if (isRequired && !value.isBlank()) {
      Requirement.declare(facts, value, key, start);
    }
  }
}
