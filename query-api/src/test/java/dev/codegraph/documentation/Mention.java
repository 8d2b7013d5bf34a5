package dev.codegraph.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place of a document that names something.
 *
 * @param line Its line, from 1.
 * @param kind How the document writes it.
 * @param text What is written there.
 */
public record Mention(int line, Kind kind, String text) {
  /** How a document names things. */
  public enum Kind {
    /** Between single backticks. */
    CODE,
    /** A line of a fenced block: only what is called is looked at, not the output. */
    COMMAND_LINE,
    /** The target of a link that leads to a file. */
    LINK
  }

  private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)[^)]*\\)");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:.*");
  private static final Pattern PROMPT = Pattern.compile("\\s*(\\$ )?([A-Z_]+=\\S+ )*");

  /** All mentions of a Markdown text, in its order. */
  public static List<Mention> in(String markdown) {
    List<Mention> mentions = new ArrayList<>();
    boolean fenced = false;
    int number = 0;
    for (String line : markdown.lines().toList()) {
      number++;
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
      } else if (fenced) {
        String command = PROMPT.matcher(line).replaceFirst("");
        mentions.add(new Mention(number, Kind.COMMAND_LINE, command.strip()));
      } else {
        addAll(mentions, number, Kind.CODE, CODE.matcher(line));
        addAll(mentions, number, Kind.LINK, LINK.matcher(CODE.matcher(line).replaceAll("")));
      }
    }
    return mentions;
  }

  private static void addAll(List<Mention> mentions, int line, Kind kind, Matcher matcher) {
    while (matcher.find()) {
      String text = matcher.group(1);
      if (kind != Kind.LINK || !ABSOLUTE.matcher(text).matches()) {
        mentions.add(new Mention(line, kind, text));
      }
    }
  }
}
