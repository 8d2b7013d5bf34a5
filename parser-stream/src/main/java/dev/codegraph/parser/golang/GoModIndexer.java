package dev.codegraph.parser.golang;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.parser.manifest.ManifestFacts;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the facts of {@code go.mod}: the module path is the package name, each required module an
 * import. Attributes: {@code go} is the language version, {@code replace <module path>} the path or
 * folder that stands in for a module.
 */
public final class GoModIndexer implements TextIndexer {
  /** Attribute prefix of what replaces a module. */
  public static final String REPLACE = "replace ";

  /** Attribute of the language version. */
  public static final String VERSION = "go";

  @Override
  public Set<Language> languages() {
    return Set.of(Language.GO_MOD);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    String block = "";
    int start = 0;
    while (start < utf8.length) {
      int end = start;
      while (end < utf8.length && utf8[end] != '\n') {
        end++;
      }
      List<Word> words = words(utf8, start, end);
      if (words.isEmpty()) {
        start = end + 1;
        continue;
      }
      String first = words.getFirst().text();
      if (first.equals(")")) {
        block = "";
      } else if (block.isEmpty() && words.size() == 2 && words.get(1).text().equals("(")) {
        block = first;
      } else if (block.isEmpty()) {
        directive(facts, first, words.subList(1, words.size()));
      } else {
        directive(facts, block, words);
      }
      start = end + 1;
    }
    return ManifestFacts.build(facts);
  }

  private static void directive(FactsBuilder facts, String name, List<Word> words) {
    if (words.isEmpty()) {
      return;
    }
    Word first = words.getFirst();
    switch (name) {
      case "module" -> ManifestFacts.coordinates(facts, first.text(), "", first.start());
      case "go" -> facts.attribute(VERSION, first.text());
      case "require" -> {
        facts.importAt(first.text(), "", "", false, false, false, 0, 0, first.start());
        Word last = words.size() < 2 ? first : words.get(1);
        ManifestFacts.dependency(
            facts,
            first.text(),
            words.size() < 2 ? "" : last.text(),
            "require",
            first.start(),
            last.start() + last.text().length());
      }
      case "replace" -> {
        for (int i = 1; i + 1 < words.size(); i++) {
          if (words.get(i).text().equals("=>")) {
            facts.attribute(REPLACE + first.text(), words.get(i + 1).text());
          }
        }
      }
      default -> {}
    }
  }

  private record Word(String text, int start) {}

  /** The words of a line, without its comment and without quotes; a bracket is a word. */
  private static List<Word> words(byte[] utf8, int start, int end) {
    List<Word> words = new ArrayList<>(4);
    int at = start;
    while (at < end) {
      byte b = utf8[at];
      if (b == ' ' || b == '\t' || b == '\r') {
        at++;
      } else if (b == '/' && at + 1 < end && utf8[at + 1] == '/') {
        break;
      } else if (b == '(' || b == ')') {
        words.add(new Word(String.valueOf((char) b), at++));
      } else {
        boolean quoted = b == '"' || b == '`';
        int from = quoted ? at + 1 : at;
        int to = from;
        while (to < end && (quoted ? utf8[to] != b : !isSeparator(utf8[to]))) {
          to++;
        }
        words.add(new Word(new String(utf8, from, to - from, StandardCharsets.UTF_8), from));
        at = quoted ? to + 1 : to;
      }
    }
    return words;
  }

  private static boolean isSeparator(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '(' || b == ')';
  }
}
