package dev.codegraph.parser.ecmascript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions of a template as statements of a block, each byte where it is in the file: what
 * an attribute begins with and its quotes make room for the signs that a statement needs. The names
 * that loops and slots declare are variables of the block; a list that is looped over is taken
 * apart, so that the first name is an element of it.
 */
final class VueTemplate {
  private static final Pattern TAG = Pattern.compile("<[A-Za-z][\\w.-]*+");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s++([^\\s=>\"'/]++)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'))?");
  private static final Pattern INTERPOLATION =
      Pattern.compile("\\{\\{([^{}]*+(?:\\{[^{}]*+\\}[^{}]*+)*+)\\}\\}");

  /** The names of a loop, perhaps in parentheses, the word between, and what is looped over. */
  private static final Pattern LOOP =
      Pattern.compile("\\s*+(\\()?([^()]*?)\\s*(\\))?\\s+(in|of)\\s+.*", Pattern.DOTALL);

  /** The file, one character for each byte, without comments. */
  private final String text;

  private final byte[] code;

  VueTemplate(String text, byte[] code) {
    this.text = text;
    this.code = code;
  }

  /** Writes the expressions of a template into the code. */
  void write(VueComponent.Block template) {
    if (template.start() < 2 || template.end() >= code.length) {
      return;
    }
    put(template.start() - 2, ";{");
    put(template.end(), "}");
    Matcher tag = TAG.matcher(text).region(template.start(), template.end());
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (tag.find()) {
      int at = tag.end();
      while (attribute.region(at, template.end()).lookingAt()) {
        at = attribute.end();
        attribute(attribute);
      }
    }
    Matcher shown = INTERPOLATION.matcher(text).region(template.start(), template.end());
    while (shown.find()) {
      put(shown.start(), ";(");
      copy(shown.start(1), shown.end(1));
      put(shown.end(1), ")");
    }
  }

  private void attribute(Matcher attribute) {
    int value = attribute.start(2) >= 0 ? 2 : 3;
    String name = attribute.group(1);
    int begin = attribute.start(1);
    int start = attribute.start(value);
    int end = attribute.end(value);
    if (start < 0 || text.substring(start, end).isBlank()) {
      return;
    }
    if (name.equals("v-for")) {
      loop(begin, start, end);
    } else if (name.startsWith("#") || name.startsWith("v-slot") || name.equals("slot-scope")) {
      slot(begin, start, end);
    } else if (name.startsWith("@") || name.startsWith("v-on:")) {
      statement(begin, start, end, "{", "}");
    } else if (name.startsWith(":") || name.startsWith("v-")) {
      statement(begin, start, end, "(", ")");
    }
  }

  private void statement(int begin, int start, int end, String open, String close) {
    put(begin, ";");
    put(start - 1, open);
    copy(start, end);
    put(end, close);
  }

  /** {@code v-for="(item, i) in items"} as {@code ;let [item, i] = items;}. */
  private void loop(int begin, int start, int end) {
    Matcher loop = LOOP.matcher(text).region(start, end);
    if (!loop.matches() || loop.start(1) >= 0 != loop.start(3) >= 0) {
      return;
    }
    copy(start, end);
    put(begin, ";let ");
    boolean isEnclosed = loop.start(1) >= 0;
    put(start - 1, isEnclosed ? " " : "[");
    if (isEnclosed) {
      put(loop.start(1), "[");
    }
    put(isEnclosed ? loop.start(3) : loop.start(4) - 1, "]");
    put(loop.start(4), "= ");
    put(end, ";");
  }

  /** {@code #name="{ item }"} as {@code let { item };}. */
  private void slot(int begin, int start, int end) {
    if (code[begin - 1] != '\n') {
      put(begin - 1, ";");
    }
    put(begin, "let ");
    copy(start, end);
    put(end, ";");
  }

  private void copy(int start, int end) {
    for (int i = start; i < end; i++) {
      code[i] = (byte) text.charAt(i);
    }
  }

  private void put(int at, String signs) {
    for (int i = 0; i < signs.length(); i++) {
      code[at + i] = (byte) signs.charAt(i);
    }
  }
}
