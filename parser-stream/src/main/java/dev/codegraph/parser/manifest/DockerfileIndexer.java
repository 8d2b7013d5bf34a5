package dev.codegraph.parser.manifest;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the facts of Dockerfiles: a STAGE for each {@code FROM}, named as it is written or by its
 * number, with the image that it begins with and the ports that it exposes in it. A stage that
 * another one begins with or copies from is READ by it. Arguments are not substituted.
 */
public final class DockerfileIndexer implements TextIndexer {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern FROM_FLAG = Pattern.compile("--from=(\\S+)|\\bfrom=([^,\\s]+)");

  /** Instructions that may announce texts below them. */
  private static final Pattern ANNOUNCES =
      Pattern.compile("\\s*+(?i:ONBUILD\\s++)?(?i:RUN|COPY|ADD)\\s");

  /** The word that announces a text; a shift and a text behind {@code <<<} are none. */
  private static final Pattern HEREDOC =
      Pattern.compile("(?<!\\S)\\d*+<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*+)\\1(?=[\\s|;&>]|$)");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.DOCKERFILE);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    Stages stages = new Stages(facts);
    String text = new ManifestText(utf8).bytes();
    int start = 0;
    while (start < text.length()) {
      int end = endOfInstruction(text, start);
      String instruction = text.substring(start, end);
      stages.instruction(instruction, start);
      start = afterHeredocs(text, instruction, end + 1);
    }
    return facts.build();
  }

  /** A line that ends with a backslash goes on, and so does one before a comment. */
  private static int endOfInstruction(String text, int start) {
    int at = start;
    while (true) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return text.length();
      }
      String line = text.substring(at, end).stripTrailing();
      boolean isComment = at > start && line.stripLeading().startsWith("#");
      if (!line.endsWith("\\") && !isComment) {
        return end;
      }
      if (line.stripLeading().startsWith("#") && at == start) {
        return end;
      }
      at = end + 1;
    }
  }

  /** Where the next instruction begins: the texts that an instruction announces follow it. */
  private static int afterHeredocs(String text, String instruction, int next) {
    int after = next;
    if (!ANNOUNCES.matcher(instruction).lookingAt()) {
      return after;
    }
    Matcher heredoc = HEREDOC.matcher(instruction);
    while (heredoc.find()) {
      Matcher close = Pattern.compile("(?m)^\\t*" + heredoc.group(2) + "[ \\t\\r]*$").matcher(text);
      // A text without an end goes on to that of the file.
      after =
          after < text.length() && close.find(after)
              ? Math.min(text.length(), close.end() + 1)
              : text.length();
    }
    return after;
  }

  private record Word(String text, int start) {}

  private static final class Stages {
    private final FactsBuilder facts;
    private final Map<String, EntityDraft> named = new HashMap<>();
    private int count;
    private int current;

    Stages(FactsBuilder facts) {
      this.facts = facts;
    }

    void instruction(String bytes, int start) {
      List<Word> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(bytes);
      while (matcher.find()) {
        words.add(new Word(ManifestText.decode(matcher.group()), start + matcher.start()));
      }
      if (words.isEmpty() || words.getFirst().text().startsWith("#")) {
        return;
      }
      int end = start + bytes.stripTrailing().length();
      switch (words.getFirst().text().toUpperCase(Locale.ROOT)) {
        case "FROM" -> from(words, end);
        case "EXPOSE" -> {
          for (Word word : words.subList(1, words.size())) {
            if (!word.text().equals("\\")) {
              ManifestFacts.port(facts, word.text(), word.start(), current);
            }
          }
        }
        case "COPY", "ADD", "RUN" -> {
          Matcher flag = FROM_FLAG.matcher(bytes);
          while (flag.find()) {
            int group = flag.group(1) == null ? 2 : 1;
            uses(ManifestText.group(flag, group), start + flag.start(group));
          }
        }
        default -> {}
      }
    }

    private void from(List<Word> words, int end) {
      List<Word> plain =
          words.stream()
              .skip(1)
              .filter(word -> !word.text().startsWith("--") && !word.text().equals("\\"))
              .toList();
      if (plain.isEmpty()) {
        return;
      }
      boolean isNamed = plain.size() >= 3 && plain.get(1).text().equalsIgnoreCase("as");
      Word name =
          isNamed ? plain.get(2) : new Word(Integer.toString(count), words.getFirst().start());
      Word image = plain.getFirst();
      EntityDraft stage =
          facts
              .entity(EntityKind.STAGE, name.text(), name.start(), words.getFirst().start(), end, 0)
              .declaredType(image.text())
              .signature("FROM " + image.text() + (isNamed ? " AS " + name.text() : ""));
      current = stage.index();
      if (named.containsKey(image.text().toLowerCase(Locale.ROOT))) {
        uses(image.text(), image.start());
      } else {
        ManifestFacts.image(facts, image.text(), image.start(), current);
      }
      named.put(name.text().toLowerCase(Locale.ROOT), stage);
      named.put(Integer.toString(count), stage);
      count++;
    }

    /** A stage by its name or number, or else an image. */
    private void uses(String name, int start) {
      EntityDraft stage = named.get(name.toLowerCase(Locale.ROOT));
      if (stage != null) {
        facts.referenceAt(Role.READ, stage.name(), start, current, -1, -1);
      } else if (name.contains("/") || name.contains(":")) {
        ManifestFacts.image(facts, name, start, current);
      }
    }
  }
}
