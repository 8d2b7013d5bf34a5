package dev.codegraph.parser.ecmascript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a single-file component. Only what stands at the top level of the file is a block,
 * and a block of code ends at the first closing tag of its name, as the compiler of Vue has it.
 *
 * @param scripts The scripts; a file may have one that runs once and one for each instance.
 * @param template Where the template is; empty when there is none.
 * @param isMarkup Whether the template is written in HTML.
 */
record VueComponent(List<Script> scripts, Block template, boolean isMarkup) {
  /** Byte offsets of the inside of a block. */
  record Block(int start, int end) {
    static final Block NONE = new Block(0, 0);
  }

  /** A script and the language that its tag names; empty for JavaScript. */
  record Script(Block inside, String language) {}

  /** The use of a component in a template: its name as imports have it, and where it stands. */
  record Use(String name, int offset) {}

  private static final Pattern OPENING =
      Pattern.compile("<(script|template|style|[a-z][\\w-]*)(\\s[^>]*)?>");
  private static final Pattern NEXT =
      Pattern.compile("^<(?:script|template|style)\\b", Pattern.MULTILINE);
  private static final Pattern LANG = Pattern.compile("\\blang\\s*=\\s*[\"']?([A-Za-z]+)");
  private static final Pattern TEMPLATE_TAG = Pattern.compile("<(/?)template\\b([^>]*)>");
  private static final Pattern TAG = Pattern.compile("<([A-Za-z][\\w.-]*)");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

  /** Reads the blocks of a file. */
  static VueComponent of(byte[] utf8) {
    // One character per byte, so that places in the text are byte offsets.
    String text = withoutComments(new String(utf8, StandardCharsets.ISO_8859_1));
    List<Script> scripts = new ArrayList<>();
    Block template = Block.NONE;
    boolean isMarkup = false;
    Matcher opening = OPENING.matcher(text);
    int from = 0;
    while (opening.find(from)) {
      String name = opening.group(1);
      String attributes = opening.group(2) == null ? "" : opening.group(2);
      int start = opening.end();
      from = start;
      if (attributes.endsWith("/")) {
        continue;
      }
      int end =
          name.equals("template") ? templateEnd(text, start) : text.indexOf("</" + name, start);
      if (end < 0) {
        end = nextBlock(text, start);
      }
      if (name.equals("script")) {
        Matcher lang = LANG.matcher(attributes);
        scripts.add(
            new Script(
                new Block(start, end), lang.find() ? lang.group(1).toLowerCase(Locale.ROOT) : ""));
      } else if (name.equals("template") && template.equals(Block.NONE)) {
        template = new Block(start, end);
        Matcher lang = LANG.matcher(attributes);
        isMarkup = !lang.find() || lang.group(1).equals("html");
      }
      int close = text.startsWith("</", end) ? text.indexOf('>', end) : end - 1;
      from = close < 0 ? text.length() : close + 1;
    }
    return new VueComponent(List.copyOf(scripts), template, isMarkup);
  }

  /** Where a block without an end gives way: at a tag of another that begins a line. */
  private static int nextBlock(String text, int from) {
    Matcher next = NEXT.matcher(text);
    return next.find(from) ? next.start() : text.length();
  }

  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder(text);
    Matcher comment = COMMENT.matcher(text);
    while (comment.find()) {
      for (int i = comment.start(); i < comment.end(); i++) {
        if (text.charAt(i) != '\n') {
          kept.setCharAt(i, ' ');
        }
      }
    }
    return kept.toString();
  }

  /** Templates nest. */
  private static int templateEnd(String text, int start) {
    int depth = 1;
    Matcher tag = TEMPLATE_TAG.matcher(text);
    for (int at = start; tag.find(at); at = tag.end()) {
      if (!tag.group(1).isEmpty()) {
        depth--;
      } else if (!tag.group(2).endsWith("/")) {
        depth++;
      }
      if (depth == 0) {
        return tag.start();
      }
    }
    return -1;
  }

  /** The file with everything but its scripts blank, each byte of code where it was. */
  byte[] code(byte[] utf8) {
    byte[] code = new byte[utf8.length];
    Arrays.fill(code, (byte) ' ');
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] == '\n') {
        code[i] = '\n';
      }
    }
    for (Script script : scripts) {
      int start = script.inside().start();
      System.arraycopy(utf8, start, code, start, script.inside().end() - start);
    }
    return code;
  }

  /** The same with the expressions of the template as statements. */
  byte[] codeWithTemplate(byte[] utf8) {
    byte[] code = code(utf8);
    if (isMarkup) {
      String text = withoutComments(new String(utf8, StandardCharsets.ISO_8859_1));
      new VueTemplate(text, code).write(template);
    }
    return code;
  }

  /** The elements of the template that are components: written in capitals, or with a dash. */
  List<Use> uses(byte[] utf8) {
    String text =
        withoutComments(
            new String(
                utf8,
                template.start(),
                template.end() - template.start(),
                StandardCharsets.ISO_8859_1));
    List<Use> uses = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      String name = tag.group(1);
      if (Character.isUpperCase(name.charAt(0)) || name.indexOf('-') > 0) {
        uses.add(new Use(inCapitals(name), template.start() + tag.start(1)));
      }
    }
    return uses;
  }

  /** {@code my-button} is the component that is imported as {@code MyButton}. */
  private static String inCapitals(String name) {
    StringBuilder capitals = new StringBuilder();
    for (String part : name.split("-")) {
      if (!part.isEmpty()) {
        capitals.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return capitals.toString();
  }
}
