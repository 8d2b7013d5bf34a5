package dev.codegraph.graph.link.golang;

import java.util.ArrayList;
import java.util.List;

/** Reads a rewritten type; names it does not know are looked up in the project. */
final class GoTypeReader {
  /** Stands in a qualifier before the paths of dot imports; the own package comes first. */
  static final String DOTS = ".";

  private static final int MAX_DEPTH = 64;

  /** Finds the types behind names. */
  interface Names {
    /** A name of the package that the text belongs to. */
    GoType unqualified(String name, List<GoType> arguments);

    /** A name of the package with this qualifier, see {@link GoTypeText}. */
    GoType qualified(String qualifier, String name, List<GoType> arguments);

    /** An anonymous or local type by its key. */
    GoType keyed(String key);

    /** The constraint of the n-th type parameter of a type of the package. */
    GoType constraint(String type, int n);

    /** The n-th type argument of the type that the text belongs to. */
    GoType argument(int n);
  }

  private final String text;
  private final Names names;
  private int at;

  private GoTypeReader(String text, Names names) {
    this.text = text;
    this.names = names;
  }

  static GoType read(String text, Names names) {
    return text.isEmpty() ? GoType.UNKNOWN : new GoTypeReader(text, names).type(0);
  }

  /** The results of a callable: several in parentheses, one, or none. */
  static List<GoType> results(String text, Names names) {
    if (text.isEmpty()) {
      return List.of();
    }
    GoTypeReader reader = new GoTypeReader(text, names);
    return text.charAt(0) == '(' ? reader.list(0) : List.of(reader.type(0));
  }

  private GoType type(int depth) {
    if (depth > MAX_DEPTH) {
      at = text.length();
      return GoType.TOO_DEEP;
    }
    while (at < text.length() && " *~".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at >= text.length()) {
      return GoType.UNKNOWN;
    }
    char c = text.charAt(at);
    GoType type =
        switch (c) {
          case '[' -> {
            skipBrackets();
            yield new GoType.Sequence(type(depth + 1));
          }
          case '.' -> {
            at = Math.min(text.length(), at + 3);
            yield new GoType.Sequence(type(depth + 1));
          }
          case '<' -> {
            at += 2;
            yield type(depth + 1);
          }
          case '(' -> new GoType.Tuple(list(depth + 1)).single();
          case '$', '%' -> parameter();
          case '^' -> constraint();
          case '@' -> {
            at++;
            yield names.keyed(quoted());
          }
          case '«' -> qualified(depth);
          default -> Character.isJavaIdentifierStart(c) ? word(depth) : nothing();
        };
    return union(type, depth);
  }

  private GoType nothing() {
    at = text.length();
    return GoType.UNKNOWN;
  }

  /** A union of types has no members that could be followed. */
  private GoType union(GoType first, int depth) {
    if (at + 2 < text.length() && text.startsWith(" | ", at)) {
      at += 3;
      type(depth + 1);
      return GoType.UNKNOWN;
    }
    return first;
  }

  private GoType parameter() {
    boolean ofType = text.charAt(at++) == '$';
    int number = number();
    return ofType ? names.argument(number) : GoType.UNKNOWN;
  }

  private GoType constraint() {
    at++;
    String type = identifier();
    at = Math.min(text.length(), at + 1);
    return names.constraint(type, number());
  }

  private int number() {
    int number = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      number = Math.min(1000, number * 10 + text.charAt(at++) - '0');
    }
    return number;
  }

  private String quoted() {
    int end = text.indexOf('»', at);
    end = end < 0 ? text.length() : end;
    String inner = text.substring(Math.min(at + 1, end), end);
    at = Math.min(text.length(), end + 1);
    return inner;
  }

  private GoType qualified(int depth) {
    String qualifier = quoted();
    at = Math.min(text.length(), at + 1);
    String name = identifier();
    return names.qualified(qualifier, name, arguments(depth));
  }

  private String identifier() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private List<GoType> arguments(int depth) {
    if (at >= text.length() || text.charAt(at) != '[') {
      return List.of();
    }
    List<GoType> arguments = new ArrayList<>(2);
    do {
      at++;
      arguments.add(type(depth + 1));
    } while (at < text.length() && text.charAt(at) == ',');
    at = Math.min(text.length(), at + 1);
    return arguments;
  }

  private GoType word(int depth) {
    String name = identifier();
    switch (name) {
      case "map" -> {
        at = Math.min(text.length(), at + 1);
        GoType key = type(depth + 1);
        at = Math.min(text.length(), at + 1);
        return new GoType.MapOf(key, type(depth + 1));
      }
      case "chan" -> {
        if (text.startsWith("<-", at)) {
          at += 2;
        }
        return new GoType.Channel(type(depth + 1));
      }
      case "func" -> {
        List<GoType> parameters =
            at < text.length() && text.charAt(at) == '(' ? list(depth + 1) : List.of();
        return new GoType.Function(parameters, functionResults(depth));
      }
      case "struct", "interface" -> {
        at = Math.min(text.length(), at + 2);
        return new GoType.Basic("any");
      }
      default -> {
        List<GoType> arguments = arguments(depth);
        return names.unqualified(name, arguments);
      }
    }
  }

  private List<GoType> functionResults(int depth) {
    if (at >= text.length() || text.charAt(at) != ' ' || text.startsWith(" | ", at)) {
      return List.of();
    }
    at++;
    return at < text.length() && text.charAt(at) == '('
        ? list(depth + 1)
        : List.of(type(depth + 1));
  }

  /** Types in parentheses, divided by commas. */
  private List<GoType> list(int depth) {
    List<GoType> types = new ArrayList<>(2);
    at++;
    while (at < text.length() && text.charAt(at) != ')') {
      types.add(type(depth + 1));
      while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ')) {
        at++;
      }
    }
    at = Math.min(text.length(), at + 1);
    return types;
  }

  private void skipBrackets() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return;
      }
    }
  }
}
