package dev.codegraph.graph.link.csharp;

import dev.codegraph.graph.link.nominal.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a written type of C# apart. A name with type arguments has their number in it, behind a
 * backquote as in metadata: types of one name and different numbers are different types.
 */
final class CSharpTypeReader {
  private static final int MAX_DEPTH = 24;
  private static final Set<String> WORDS =
      Set.of("this", "ref", "out", "in", "params", "scoped", "readonly");

  private final String text;
  private int at;

  private CSharpTypeReader(String text) {
    this.text = text;
  }

  static TypeText read(String written) {
    CSharpTypeReader reader = new CSharpTypeReader(written);
    TypeText type = reader.type(0);
    reader.space();
    return reader.at == written.length() ? type : TypeText.NOTHING;
  }

  private void space() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean take(char c) {
    space();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private String word() {
    space();
    if (at < text.length() && text.charAt(at) == '@') {
      at++;
    }
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private TypeText type(int depth) {
    if (depth > MAX_DEPTH) {
      at = text.length();
      return TypeText.NOTHING;
    }
    TypeText type = take('(') ? tuple(depth) : name(depth);
    while (true) {
      if (take('[')) {
        while (take(',')) {
          // An array of several dimensions has elements as well.
        }
        if (!take(']')) {
          return TypeText.NOTHING;
        }
        type = new TypeText(TypeText.ARRAY, List.of(type));
      } else if (!take('?') && !take('*') && !take('&')) {
        return type;
      }
    }
  }

  private TypeText tuple(int depth) {
    List<TypeText> parts = new ArrayList<>(2);
    do {
      parts.add(type(depth + 1));
      // The name of the part.
      word();
    } while (take(','));
    return take(')') ? new TypeText(TypeText.TUPLE, List.copyOf(parts)) : TypeText.NOTHING;
  }

  private TypeText name(int depth) {
    String word = word();
    while (WORDS.contains(word) && at < text.length()) {
      word = word();
    }
    if (word.isEmpty()) {
      return TypeText.NOTHING;
    }
    StringBuilder name = new StringBuilder();
    List<TypeText> arguments = List.of();
    if (text.startsWith("::", at)) {
      at += 2;
      // From the root a name begins with a dot; behind another alias it is a name in it.
      name.append(word.equals("global") ? "" : word).append('.');
      word = word();
    }
    name.append(word);
    while (true) {
      if (take('<')) {
        arguments = arguments(depth);
        if (arguments.isEmpty()) {
          return TypeText.NOTHING;
        }
        name.append('`').append(arguments.size());
      }
      if (!take('.')) {
        return new TypeText(name.toString(), arguments);
      }
      arguments = List.of();
      name.append('.').append(word());
    }
  }

  /** Those before the closing bracket; of an open type they are unknown. */
  private List<TypeText> arguments(int depth) {
    List<TypeText> arguments = new ArrayList<>(2);
    do {
      space();
      boolean isOpen = at < text.length() && ",>".indexOf(text.charAt(at)) >= 0;
      arguments.add(isOpen ? TypeText.NOTHING : type(depth + 1));
    } while (take(','));
    return take('>') ? List.copyOf(arguments) : List.of();
  }
}
