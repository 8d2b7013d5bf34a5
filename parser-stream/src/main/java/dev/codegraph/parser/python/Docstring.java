package dev.codegraph.parser.python;

/** Documentation strings without the indentation of the code around them. */
final class Docstring {
  private Docstring() {}

  /** Strips blank ends, and from all lines but the first the indentation that they share. */
  static String clean(String content) {
    String[] lines = content.split("\n", -1);
    int indent = Integer.MAX_VALUE;
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        indent = Math.min(indent, lines[i].length() - lines[i].stripLeading().length());
      }
    }
    StringBuilder text = new StringBuilder(lines[0].strip());
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].isBlank() ? "" : lines[i].substring(indent).stripTrailing();
      text.append('\n').append(line);
    }
    return text.toString().strip();
  }
}
