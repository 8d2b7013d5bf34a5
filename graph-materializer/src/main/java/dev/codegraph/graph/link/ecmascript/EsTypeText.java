package dev.codegraph.graph.link.ecmascript;

import java.util.ArrayList;
import java.util.List;

/** Types as written, taken apart without a parser. */
final class EsTypeText {
  private EsTypeText() {}

  /** The parts between a separator that is in no brackets and no quotes. */
  static List<String> split(String text, char separator) {
    if (text.indexOf(separator) < 0) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>(2);
    int depth = 0;
    int start = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (opens(c)) {
        depth++;
      } else if (closes(text, i)) {
        depth--;
      } else if (c == separator && depth == 0) {
        add(parts, text.substring(start, i));
        start = i + 1;
      } else if (depth == 0 && separator == '|' && isArrow(text, i)) {
        // The rest is the result of a function type.
        break;
      }
    }
    add(parts, text.substring(start));
    return parts;
  }

  private static void add(List<String> parts, String part) {
    String stripped = part.strip();
    if (!stripped.isEmpty()) {
      parts.add(stripped);
    }
  }

  private static boolean opens(char c) {
    return c == '(' || c == '<' || c == '[' || c == '{';
  }

  private static boolean closes(String text, int at) {
    char c = text.charAt(at);
    return c == ')' || c == ']' || c == '}' || c == '>' && (at == 0 || text.charAt(at - 1) != '=');
  }

  private static boolean isArrow(String text, int at) {
    return text.startsWith("=>", at);
  }

  /** Where the arrow of a function type is; -1 when it is none. */
  static int arrow(String text) {
    if (text.indexOf("=>") < 0) {
      return -1;
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (depth == 0 && isArrow(text, i)) {
        return i;
      }
      if (opens(text.charAt(i))) {
        depth++;
      } else if (closes(text, i)) {
        depth--;
      }
    }
    return -1;
  }

  /** Whether a part of a union only says that a value may be missing. */
  static boolean isNothing(String part) {
    return switch (part) {
      case "null", "undefined", "void", "false" -> true;
      default -> false;
    };
  }

  /** Whether a text is names joined by dots. */
  static boolean isName(String text) {
    if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && !Character.isJavaIdentifierPart(c)) {
        return false;
      }
    }
    return true;
  }
}
