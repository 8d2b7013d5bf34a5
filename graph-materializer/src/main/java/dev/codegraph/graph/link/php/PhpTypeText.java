package dev.codegraph.graph.link.php;

import dev.codegraph.graph.link.nominal.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes written types apart, declared ones and those of comments. Backslashes become dots, so an
 * absolute name begins with one. What is no object, or may be any, says nothing; of a union only
 * the parts count that do.
 */
final class PhpTypeText {
  private static final int MAX_DEPTH = 24;

  /** Words that are types of no use, as members of their values cannot be named. */
  private static final Set<String> WORDS =
      Set.of(
          "int",
          "integer",
          "float",
          "double",
          "bool",
          "boolean",
          "string",
          "array",
          "null",
          "true",
          "false",
          "void",
          "never",
          "mixed",
          "object",
          "callable",
          "iterable",
          "resource",
          "scalar",
          "numeric",
          "list",
          "number");

  /** Words before the type arguments of arrays. */
  private static final Set<String> ARRAYS =
      Set.of("array", "list", "iterable", "non-empty-array", "non-empty-list");

  /** Types that tests join to that of what they replace. */
  private static final Set<String> DOUBLES =
      Set.of(
          "MockObject",
          "Stub",
          "MockInterface",
          "LegacyMockInterface",
          "ObjectProphecy",
          "PHPUnit_Framework_MockObject_MockObject");

  private PhpTypeText() {}

  static TypeText read(String written) {
    return read(written.strip().replace('\\', '.'), 0);
  }

  private static TypeText read(String written, int depth) {
    String text = written.strip();
    if (text.startsWith("?")) {
      text = text.substring(1).strip();
    }
    if (text.isEmpty() || depth > MAX_DEPTH) {
      return TypeText.NOTHING;
    }
    List<String> parts = split(text, '|');
    if (parts.size() == 1) {
      parts = split(text, '&');
    }
    if (parts.size() > 1) {
      return several(parts, depth);
    }
    if (text.endsWith("[]")) {
      TypeText element = read(text.substring(0, text.length() - 2), depth + 1);
      return new TypeText(TypeText.ARRAY, List.of(element));
    }
    if (text.charAt(0) == '(' && closing(text, 0) == text.length() - 1) {
      return read(text.substring(1, text.length() - 1), depth + 1);
    }
    return name(text, depth);
  }

  private static TypeText several(List<String> parts, int depth) {
    List<TypeText> kept = new ArrayList<>(2);
    for (String part : parts) {
      TypeText one = read(part, depth + 1);
      boolean isDouble = DOUBLES.contains(simple(one.name()));
      if (!one.name().isEmpty() && !isDouble && !kept.contains(one)) {
        kept.add(one);
      }
    }
    if (kept.size() == 2) {
      return collection(kept.getFirst(), kept.getLast());
    }
    return kept.size() == 1 ? kept.getFirst() : TypeText.NOTHING;
  }

  /** Comments write a collection and an array for the collection of what the array has. */
  private static TypeText collection(TypeText one, TypeText other) {
    if (one.name().equals(TypeText.ARRAY) && other.arguments().isEmpty()) {
      return simple(other.name()).endsWith("Collection")
          ? new TypeText(other.name(), one.arguments())
          : TypeText.NOTHING;
    }
    return other.name().equals(TypeText.ARRAY) && one.arguments().isEmpty()
        ? collection(other, one)
        : TypeText.NOTHING;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static TypeText name(String text, int depth) {
    int at = text.indexOf('<');
    String head = at < 0 ? text : text.substring(0, at);
    if (at < 0) {
      return isName(head) && !WORDS.contains(head) ? TypeText.of(head) : TypeText.NOTHING;
    }
    if (closing(text, at) != text.length() - 1) {
      return TypeText.NOTHING;
    }
    List<TypeText> arguments = new ArrayList<>(2);
    for (String part : split(text.substring(at + 1, text.length() - 1), ',')) {
      arguments.add(read(part, depth + 1));
    }
    if (ARRAYS.contains(head)) {
      return arguments.isEmpty()
          ? TypeText.NOTHING
          : new TypeText(TypeText.ARRAY, List.of(arguments.getLast()));
    }
    return isName(head) && !WORDS.contains(head)
        ? new TypeText(head, List.copyOf(arguments))
        : TypeText.NOTHING;
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

  /** The parts between a separator that stands outside of all brackets. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(2);
    int level = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      level += level(c);
      if (c == separator && level == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The bracket that closes the one at a place; -1 for none. */
  private static int closing(String text, int at) {
    int level = 0;
    for (int i = at; i < text.length(); i++) {
      level += level(text.charAt(i));
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
