package dev.codegraph.parser.java;

/** Documentation comments. */
final class JavaDocs {
  private JavaDocs() {}

  /** The text of the documentation comment right before a declaration; empty when there is none. */
  static String before(JavaContext context, int node) {
    int previous = -1;
    int parent = context.tree().parent(node);
    if (parent < 0) {
      return "";
    }
    // Siblings before are few where there are comments; the parent's list is walked from the node
    // back
    // by offsets, since a comment ends right before what it documents.
    int start = context.tree().startByte(node);
    byte[] source = context.tree().source();
    int end = start - 1;
    while (end >= 0 && source[end] <= ' ') {
      end--;
    }
    if (end < 4 || source[end] != '/' || source[end - 1] != '*') {
      return "";
    }
    for (int i = end - 2; i >= 1; i--) {
      if (source[i] == '*' && source[i - 1] == '/') {
        previous = i - 1;
        break;
      }
    }
    if (previous < 0 || source[previous + 2] != '*' || previous + 3 >= end - 1) {
      return "";
    }
    return clean(
        new String(
            source,
            previous + 3,
            end - 1 - (previous + 3),
            java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String clean(String comment) {
    StringBuilder text = new StringBuilder(comment.length());
    for (String line : comment.split("\n", -1)) {
      String stripped = line.strip();
      if (stripped.startsWith("*")) {
        stripped = stripped.substring(1).strip();
      }
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(stripped);
    }
    return text.toString().strip();
  }
}
