package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.SymbolEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types as they are written, in code and in symbol entries, taken apart. */
final class JavaTypeText {
  private static final List<String> DIAMOND = List.of("?");

  private JavaTypeText() {}

  static String withoutAnnotations(String written) {
    String text = written;
    while (text.startsWith("@")) {
      int space = text.indexOf(' ');
      if (space < 0) {
        return text;
      }
      text = text.substring(space + 1).stripLeading();
    }
    return text.startsWith("final ") ? text.substring(6) : text;
  }

  /** The last dot that is not between type arguments; -1 for none. */
  static int lastDot(String text) {
    int level = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      switch (text.charAt(i)) {
        case '>' -> level++;
        case '<' -> level--;
        case '.' -> {
          if (level == 0) {
            return i;
          }
        }
        default -> {
          // Part of a name.
        }
      }
    }
    return -1;
  }

  /** The type arguments of a written type. */
  static List<String> arguments(String text) {
    int open = text.indexOf('<');
    return open < 0 ? List.of() : arguments(text, open);
  }

  /** The arguments between the outermost brackets; one unknown for a diamond. */
  static List<String> arguments(String text, int open) {
    if (text.startsWith("<>", open)) {
      return DIAMOND;
    }
    List<String> arguments = new ArrayList<>(2);
    int level = 0;
    int start = open + 1;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<') {
        level++;
      } else if (c == '>') {
        level--;
        if (level == 0) {
          add(arguments, text.substring(start, i));
          break;
        }
      } else if (c == ',' && level == 1) {
        add(arguments, text.substring(start, i));
        start = i + 1;
      }
    }
    return arguments;
  }

  private static void add(List<String> arguments, String argument) {
    if (!argument.isBlank()) {
      arguments.add(argument.strip());
    }
  }

  static String parent(String dotted) {
    int dot = dotted.lastIndexOf('.');
    return dot < 0 ? "" : dotted.substring(0, dot);
  }

  /**
   * The declaration of a type parameter of an entry, such as {@code T extends Foo}; null for none.
   */
  static @Nullable String parameterText(SymbolEntry entry, String name) {
    for (String detail : entry.details()) {
      if (detail.startsWith(JavaScopes.TYPE_PARAMETER)) {
        String text = detail.substring(JavaScopes.TYPE_PARAMETER.length());
        if (text.equals(name) || text.startsWith(name + " ")) {
          return text;
        }
      }
    }
    return null;
  }

  static String simpleName(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  static List<String> variables(SymbolEntry entry) {
    List<String> variables = List.of();
    for (String detail : entry.details()) {
      if (detail.startsWith(JavaScopes.TYPE_PARAMETER)) {
        if (variables.isEmpty()) {
          variables = new ArrayList<>(2);
        }
        int end = detail.indexOf(' ');
        variables.add(
            detail.substring(JavaScopes.TYPE_PARAMETER.length(), end < 0 ? detail.length() : end));
      }
    }
    return variables;
  }

  static String parameterType(SymbolEntry method, int index) {
    int at = 0;
    for (String detail : method.details()) {
      if (detail.startsWith(JavaScopes.ARGUMENT) && at++ == index) {
        return JavaScopes.written(detail);
      }
    }
    return "";
  }
}
