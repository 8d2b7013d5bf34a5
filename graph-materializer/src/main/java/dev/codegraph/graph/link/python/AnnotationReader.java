package dev.codegraph.graph.link.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A reader of one annotation: dotted names, type arguments, unions, strings. */
final class AnnotationReader {
  private static final int MAX_DEPTH = 20;

  private final String text;
  private final Function<String, Value> names;
  private int at;

  AnnotationReader(String text, Function<String, Value> names) {
    this.text = text.replace("\"", "").replace("'", "");
    this.names = names;
  }

  Value read(PythonTypes types, String path, String type) {
    Value value = union(types, path, type, 0);
    skip();
    return at < text.length() ? Value.UNKNOWN : value;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(char c) {
    skip();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private Value union(PythonTypes types, String path, String type, int depth) {
    List<Value> parts = new ArrayList<>();
    do {
      parts.add(single(types, path, type, depth));
    } while (take('|'));
    return parts.size() == 1 ? parts.getFirst() : PythonTypes.union(parts);
  }

  private Value single(PythonTypes types, String path, String type, int depth) {
    skip();
    if (depth > MAX_DEPTH) {
      at = text.length();
      return Value.UNKNOWN;
    }
    if (take('[')) {
      arguments(types, path, type, depth);
      return Value.UNKNOWN;
    }
    int start = at;
    while (at < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      skipOther();
      return Value.UNKNOWN;
    }
    if (name.equals("None")) {
      return Value.NULL;
    }
    if (name.equals("...")) {
      return Value.NULL;
    }
    Value head = name.startsWith(".") ? Value.UNKNOWN : names.apply(name);
    List<Value> arguments = new ArrayList<>();
    if (take('[')) {
      boolean isLiteral = name.endsWith("Literal");
      List<Value> read = arguments(types, path, type, depth);
      if (isLiteral) {
        return Value.UNKNOWN;
      }
      boolean isTuple = name.endsWith("uple") && read.size() == 2;
      if (isTuple && read.getLast().is(Value.Kind.NULL)) {
        read.removeLast();
      }
      arguments = read;
    }
    return types.generic(head, name, List.copyOf(arguments), path, type);
  }

  /** Reads up to the closing bracket. */
  private List<Value> arguments(PythonTypes types, String path, String type, int depth) {
    List<Value> arguments = new ArrayList<>();
    while (at < text.length() && !take(']')) {
      arguments.add(union(types, path, type, depth + 1));
      if (!take(',')) {
        skip();
        if (at < text.length() && text.charAt(at) != ']') {
          skipOther();
        }
      }
    }
    return arguments;
  }

  /** Something that is no type: skipped up to the next comma or bracket of this level. */
  private void skipOther() {
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (open == 0 && (c == ',' || c == ']' || c == '|')) {
        return;
      }
      if (c == '[' || c == '(' || c == '{') {
        open++;
      } else if (c == ']' || c == ')' || c == '}') {
        open--;
      }
      at++;
    }
  }
}
