package dev.codegraph.parser.php;

/** What the tags of a documentation comment say about types. */
final class PhpDoc {
  private PhpDoc() {}

  /** Whether a text has a tag at the beginning of a line. */
  static boolean has(String text, String tag) {
    return after(text, tag, 0) >= 0;
  }

  /** The type behind the first tag of its kind; empty when there is none. */
  static String type(String text, String tag) {
    int at = after(text, tag, 0);
    return at < 0 ? "" : text.substring(at, typeEnd(text, at));
  }

  /**
   * The type that a tag gives to a variable; empty when there is none.
   *
   * @param variable Name with the dollar sign.
   */
  static String type(String text, String tag, String variable) {
    for (int at = after(text, tag, 0); at >= 0; at = after(text, tag, at)) {
      int end = typeEnd(text, at);
      int name = end;
      while (name < text.length() && " &.".indexOf(text.charAt(name)) >= 0) {
        name++;
      }
      int nameEnd = name + variable.length();
      boolean isWhole = nameEnd >= text.length() || !isNamePart(text.charAt(nameEnd));
      if (end > at && text.charAt(at) != '$' && isWhole && text.startsWith(variable, name)) {
        return text.substring(at, end);
      }
    }
    return "";
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Where the text behind the next tag begins; -1 when there is no more. */
  private static int after(String text, String tag, int from) {
    for (int at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1)) {
      int end = at + tag.length();
      boolean isWhole = end >= text.length() || !isTagPart(text.charAt(end));
      if (isWhole && startsLine(text, at)) {
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
          end++;
        }
        return end;
      }
    }
    return -1;
  }

  private static boolean isTagPart(char c) {
    return isNamePart(c) || c == '-';
  }

  private static boolean startsLine(String text, int at) {
    int before = at;
    while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
      before--;
    }
    return before == 0 || text.charAt(before - 1) == '\n';
  }

  /** A type ends at white space that stands in no brackets. */
  private static int typeEnd(String text, int from) {
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '<' || c == '(' || c == '{' || c == '[') {
        depth++;
      } else if (c == '>' || c == ')' || c == '}' || c == ']') {
        depth--;
      } else if (c == '\n' || Character.isWhitespace(c) && depth <= 0) {
        break;
      }
      at++;
    }
    return at;
  }
}
