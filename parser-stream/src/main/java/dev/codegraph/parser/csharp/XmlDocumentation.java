package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.DocumentationComments;
import java.util.List;

/** Documentation comments, which are XML: their text, with what the tags refer to in its place. */
final class XmlDocumentation {
  private static final DocumentationComments COMMENTS =
      new DocumentationComments(List.of("///"), "/**");

  private XmlDocumentation() {}

  /** The documentation above a declaration that begins at an offset; empty when there is none. */
  static String above(byte[] source, int offset) {
    String text = COMMENTS.above(source, offset);
    return text.indexOf('<') < 0 ? text : plain(text);
  }

  private static String plain(String xml) {
    StringBuilder text = new StringBuilder(xml.length());
    int at = 0;
    while (at < xml.length()) {
      char c = xml.charAt(at);
      int close = c == '<' ? xml.indexOf('>', at) : -1;
      if (close > 0 && close > at + 1) {
        tag(xml.substring(at + 1, close), text);
        at = close + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    StringBuilder lines = new StringBuilder(text.length());
    for (String line : text.toString().split("\n", -1)) {
      String stripped = line.strip();
      if (!stripped.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(stripped);
      }
    }
    return lines
        .toString()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static void tag(String tag, StringBuilder text) {
    if (tag.startsWith("/")) {
      return;
    }
    int nameEnd = 0;
    while (nameEnd < tag.length() && Character.isLetter(tag.charAt(nameEnd))) {
      nameEnd++;
    }
    switch (tag.substring(0, nameEnd)) {
      case "param", "typeparam", "exception" -> text.append('\n').append(subject(tag)).append(": ");
      case "returns", "value", "remarks", "para", "br", "example", "code", "item" ->
          text.append('\n');
      case "see", "seealso", "paramref", "typeparamref" -> {
        if (tag.endsWith("/")) {
          text.append(subject(tag));
        }
      }
      default -> {
        // Says how its text looks, not more.
      }
    }
  }

  /** What a tag is about: its first attribute, without the letter for its kind. */
  private static String subject(String tag) {
    int open = tag.indexOf('"');
    int close = tag.indexOf('"', open + 1);
    if (open < 0 || close < 0) {
      return "";
    }
    String value = tag.substring(open + 1, close);
    return value.length() > 2 && value.charAt(1) == ':' ? value.substring(2) : value;
  }
}
