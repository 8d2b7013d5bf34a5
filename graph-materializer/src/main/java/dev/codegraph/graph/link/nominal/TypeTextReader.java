package dev.codegraph.graph.link.nominal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes written types apart. Reads the forms that the languages share: names with arguments,
 * functions with an arrow, arrays, tuples, optional types, unions with nothing.
 */
public final class TypeTextReader {
  private static final int MAX_DEPTH = 24;
  private static final Set<String> NOTHINGS = Set.of("null", "nil", "false", "Null", "None");

  private final char open;
  private final Set<String> words;

  /**
   * @param open Bracket that opens type arguments.
   * @param words What may stand before a type and does not change which one it is.
   */
  public TypeTextReader(char open, Set<String> words) {
    this.open = open;
    this.words = words;
  }

  /** The type that a text means. */
  public TypeText read(String written) {
    return read(written, 0);
  }

  private TypeText read(String written, int depth) {
    String text = bare(written);
    if (text.isEmpty() || depth > MAX_DEPTH) {
      return TypeText.NOTHING;
    }
    int arrow = arrow(text);
    if (arrow >= 0) {
      return function(text.substring(0, arrow), text.substring(arrow + 2), depth);
    }
    List<String> united = split(text, '|');
    if (united.size() > 1) {
      return union(united, depth);
    }
    List<String> joined = split(text, '&');
    if (joined.size() > 1) {
      return read(joined.getFirst(), depth + 1);
    }
    char first = text.charAt(0);
    if (first == '(' && closing(text, 0) == text.length() - 1) {
      List<String> parts = split(text.substring(1, text.length() - 1), ',');
      return parts.size() == 1
          ? read(named(parts.getFirst()), depth + 1)
          : new TypeText(TypeText.TUPLE, all(parts, depth));
    }
    if (first == '[' && closing(text, 0) == text.length() - 1) {
      List<String> parts = split(text.substring(1, text.length() - 1), ':');
      return parts.size() == 2
          ? new TypeText("Dictionary", all(parts, depth))
          : new TypeText(TypeText.ARRAY, all(parts, depth));
    }
    if (text.endsWith("[]")) {
      return new TypeText(
          TypeText.ARRAY, List.of(read(text.substring(0, text.length() - 2), depth + 1)));
    }
    return name(text, depth);
  }

  private TypeText name(String text, int depth) {
    int at = text.indexOf(open);
    if (at < 0) {
      return isName(text) ? TypeText.of(text) : TypeText.NOTHING;
    }
    int end = closing(text, at);
    if (end < 0) {
      return TypeText.NOTHING;
    }
    String head = text.substring(0, at).strip();
    List<TypeText> arguments = all(split(text.substring(at + 1, end), ','), depth);
    if (end + 1 < text.length() && text.charAt(end + 1) == '.') {
      // Of Outer<A>.Inner<B> the arguments are those of the inner type.
      TypeText inner = name(text.substring(end + 2), depth);
      return inner.name().isEmpty()
          ? inner
          : new TypeText(head + "." + inner.name(), inner.arguments());
    }
    return isName(head) ? new TypeText(head, arguments) : TypeText.NOTHING;
  }

  private static boolean isName(String text) {
    boolean isStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        isStart = true;
      } else if (isStart
          ? !Character.isJavaIdentifierStart(c)
          : !Character.isJavaIdentifierPart(c)) {
        return false;
      } else {
        isStart = false;
      }
    }
    return !isStart;
  }

  private TypeText function(String left, String right, int depth) {
    List<TypeText> parts = new ArrayList<>();
    String parameters = left.strip();
    int dot = parameters.indexOf(".(");
    if (dot > 0 && parameters.endsWith(")")) {
      parts.add(read(parameters.substring(0, dot), depth + 1));
      parameters = parameters.substring(dot + 1);
    }
    if (parameters.startsWith("(") && closing(parameters, 0) == parameters.length() - 1) {
      for (String part : split(parameters.substring(1, parameters.length() - 1), ',')) {
        parts.add(read(named(part), depth + 1));
      }
    } else if (!parameters.isEmpty()) {
      parts.add(read(parameters, depth + 1));
    }
    parts.add(read(right, depth + 1));
    return new TypeText(TypeText.FUNCTION, List.copyOf(parts));
  }

  /** What is united with nothing is itself; of several types none is known. */
  private TypeText union(List<String> parts, int depth) {
    List<String> kept = parts.stream().filter(part -> !NOTHINGS.contains(part)).toList();
    return kept.size() == 1 ? read(kept.getFirst(), depth + 1) : TypeText.NOTHING;
  }

  /** The type in {@code name: Type}. */
  private static String named(String part) {
    int colon = part.indexOf(": ");
    boolean isNamed = colon > 0 && isName(part.substring(0, colon).strip());
    return isNamed ? part.substring(colon + 2) : part;
  }

  private List<TypeText> all(List<String> texts, int depth) {
    List<TypeText> types = new ArrayList<>(texts.size());
    for (String text : texts) {
      types.add(read(text, depth + 1));
    }
    return List.copyOf(types);
  }

  /** Without annotations, words before the type, and marks of optional and pointer types after. */
  private String bare(String written) {
    String text = written.strip();
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      int space = text.indexOf(' ');
      if (space > 0
          && (text.startsWith("@") || words.contains(text.substring(0, space)))
          && !text.startsWith("@(")) {
        text = text.substring(space + 1).stripLeading();
        isChanged = true;
      }
      if (text.startsWith("?") && text.length() > 1 && text.charAt(1) != ' ') {
        text = text.substring(1);
        isChanged = true;
      }
      while (!text.isEmpty() && "?!*&".indexOf(text.charAt(text.length() - 1)) >= 0) {
        text = text.substring(0, text.length() - 1).stripTrailing();
        isChanged = true;
      }
      if (text.endsWith("...")) {
        text = text.substring(0, text.length() - 3).stripTrailing();
        isChanged = true;
      }
    }
    return text;
  }

  /** The first arrow outside of all brackets; -1 for none. */
  private static int arrow(String text) {
    int level = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '-' || c == '=') && text.charAt(i + 1) == '>') {
        if (level == 0) {
          return i;
        }
        i++;
      } else {
        level += level(c);
      }
    }
    return -1;
  }

  /** The parts between a separator that stands outside of all brackets, without white space. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(2);
    int level = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isArrow = c == '>' && i > 0 && "-=".indexOf(text.charAt(i - 1)) >= 0;
      level += isArrow ? 0 : level(c);
      if (c == separator && level == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = text.substring(start).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  /** The bracket that closes the one at a place; -1 for none. */
  private static int closing(String text, int at) {
    int level = 0;
    for (int i = at; i < text.length(); i++) {
      boolean isArrow = text.charAt(i) == '>' && i > 0 && "-=".indexOf(text.charAt(i - 1)) >= 0;
      level += isArrow ? 0 : level(text.charAt(i));
      if (level == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int level(char c) {
    return switch (c) {
      case '(', '[', '<', '{' -> 1;
      case ')', ']', '>', '}' -> -1;
      default -> 0;
    };
  }
}
