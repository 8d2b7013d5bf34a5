package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Syntax;

/** Files that are loaded by a path that is written out, and constants that are loaded when used. */
final class RubyImports {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyImports(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks a call that loads something. Whether it does. */
  boolean loads(String name, int list) {
    return switch (name) {
      case "require", "load", "require_dependency" -> file(walk.names().argument(list, 0));
      case "require_relative" -> {
        int path = walk.names().argument(list, 0);
        String text = walk.names().literal(path);
        yield !text.isEmpty() && add(beside(text), "", walk.names().literalStart(path));
      }
      case "autoload" -> constant(list);
      default -> false;
    };
  }

  private boolean add(String module, String name, int start) {
    walk.facts().importAt(module, name, "", false, false, false, 0, walk.context().owner(), start);
    return true;
  }

  private boolean constant(int list) {
    int name = walk.names().argument(list, 0);
    String text = walk.names().literal(name);
    return !text.isEmpty()
        && add(
            walk.names().literal(walk.names().argument(list, 1)),
            text,
            walk.names().literalStart(name));
  }

  /** A path that is written out, or one that is made from the place of the loading file. */
  private boolean file(int path) {
    String text = walk.names().literal(path);
    if (!text.isEmpty()) {
      return add(text, "", walk.names().literalStart(path));
    }
    if (!syntax.is(path, RubyNode.CALL)
        || !syntax.textEquals(syntax.field(path, RubyField.RECEIVER), "File")) {
      return false;
    }
    int method = syntax.field(path, RubyField.METHOD);
    int list = syntax.field(path, RubyField.ARGUMENTS);
    int first = walk.names().argument(list, 0);
    int second = walk.names().argument(list, 1);
    boolean isExpanded = syntax.textEquals(method, "expand_path");
    if (!isExpanded && !syntax.textEquals(method, "join")) {
      return false;
    }
    int literal = isExpanded ? first : second;
    int place = isExpanded ? second : first;
    String joined = walk.names().literal(literal);
    if (joined.isEmpty()) {
      return false;
    }
    if (syntax.textEquals(place, "__dir__") || syntax.textEquals(place, "File.dirname(__FILE__)")) {
      String relative = joined.startsWith("/") ? joined.substring(1) : joined;
      return add(beside(relative), "", walk.names().literalStart(literal));
    }
    // Relative to the file itself, whose folder is one step up.
    return syntax.textEquals(place, "__FILE__")
        && joined.startsWith("../")
        && add(beside(joined.substring(3)), "", walk.names().literalStart(literal));
  }

  private static String beside(String path) {
    return path.startsWith(".") ? path : "./" + path;
  }
}
