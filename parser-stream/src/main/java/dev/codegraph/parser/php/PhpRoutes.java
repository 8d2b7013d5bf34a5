package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The routes of Laravel, which calls declare, and those of Symfony, which attributes declare. */
final class PhpRoutes {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;
  private final Routes routes;

  /** What the groups around give to the paths of Laravel's routes. */
  private String prefix = "";

  PhpRoutes(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.routes = new Routes(walk.facts());
  }

  /** Walks the arguments of a method call, which may be those of a route or a group of routes. */
  void arguments(int call, int list) {
    int name = syntax.field(call, PhpField.NAME);
    int place = argument(list, 0);
    String verb = place < 0 || !syntax.is(name, PhpNode.NAME) ? "" : verb(syntax.text(name));
    if (verb.isEmpty() || !isRouter(call)) {
      walk.expressions().arguments(list);
    } else if (verb.equals("group")) {
      String outer = prefix;
      prefix = Routes.join(prefix, Routes.join(chainPrefix(call), listPrefix(place)));
      walk.expressions().arguments(list);
      prefix = outer;
    } else {
      route(call, list, verb);
    }
  }

  private static String verb(String method) {
    return switch (method) {
      case "get", "post", "put", "patch", "delete", "options" -> method.toUpperCase(Locale.ROOT);
      case "any" -> Routes.ANY;
      case "match", "group" -> method;
      case "view" -> "GET";
      default -> "";
    };
  }

  private void route(int call, int list, String verb) {
    boolean isMatch = verb.equals("match");
    int place = argument(list, isMatch ? 1 : 0);
    if (!walk.isLiteral(place) || argument(list, isMatch ? 2 : 1) < 0) {
      walk.expressions().arguments(list);
      return;
    }
    String path = Routes.join(prefix, Routes.join(chainPrefix(call), walk.literal(place)));
    List<String> verbs = isMatch ? literals(argument(list, 0)) : List.of(verb);
    int first = -1;
    for (String each : Routes.orAny(verbs)) {
      int route =
          declare(
              each.toUpperCase(Locale.ROOT),
              path,
              place,
              call,
              routes.typeOf(walk.context().owner()));
      first = first < 0 ? route : first;
    }
    int handler = argument(list, isMatch ? 2 : 1);
    walk.context()
        .inEntity(
            first,
            () -> {
              named(handler);
              walk.expressions().arguments(list);
            });
  }

  /** A handler that is a string with a class and its method. */
  private void named(int handler) {
    String text = walk.literal(handler);
    int at = text.indexOf('@');
    if (at > 0 && at < text.length() - 1) {
      int type = walk.expression(ExpressionKind.NAME, text.substring(0, at), -1, -1);
      int start = syntax.start(walk.content(handler)) + at + 1;
      walk.facts()
          .referenceAt(
              Role.FUNCTION_VALUE, text.substring(at + 1), start, walk.context().owner(), type, -1);
    }
  }

  /** Whether the chain of calls begins at the class of the routes. */
  private boolean isRouter(int call) {
    int node = call;
    while (true) {
      switch (syntax.kind(node)) {
        case MEMBER_CALL_EXPRESSION -> node = syntax.field(node, PhpField.OBJECT);
        case SCOPED_CALL_EXPRESSION -> {
          int scope = syntax.field(node, PhpField.SCOPE);
          return walk.types().isName(scope) && syntax.textEquals(walk.types().last(scope), "Route");
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** The prefix that the calls before the last one of a chain give. */
  private String chainPrefix(int call) {
    String found = "";
    int node = syntax.field(call, PhpField.OBJECT);
    while (node >= 0) {
      if (syntax.textEquals(syntax.field(node, PhpField.NAME), "prefix")) {
        found =
            Routes.join(walk.literal(argument(syntax.field(node, PhpField.ARGUMENTS), 0)), found);
      }
      node = syntax.field(node, PhpField.OBJECT);
    }
    return found;
  }

  /** The prefix in the options of a group. */
  private String listPrefix(int options) {
    if (syntax.is(options, PhpNode.ARRAY_CREATION_EXPRESSION)) {
      for (int each : syntax.children(options, PhpNode.ARRAY_ELEMENT_INITIALIZER)) {
        int key = syntax.firstNamed(each);
        if (walk.literal(key).equals("prefix")) {
          return walk.literal(syntax.nextNamed(key));
        }
      }
    }
    return "";
  }

  private int argument(int list, int place) {
    int node = syntax.named(list, place);
    return syntax.is(node, PhpNode.ARGUMENT) ? walk.expressions().argumentValue(node) : -1;
  }

  private List<String> literals(int node) {
    List<String> found = new ArrayList<>(2);
    for (int literal : literalNodes(node)) {
      found.add(walk.literal(literal));
    }
    return found;
  }

  /** A literal itself, or those among the values of an array. */
  private List<Integer> literalNodes(int node) {
    if (walk.isLiteral(node)) {
      return List.of(node);
    }
    List<Integer> found = new ArrayList<>(2);
    if (syntax.is(node, PhpNode.ARRAY_CREATION_EXPRESSION)) {
      for (int each : syntax.children(node, PhpNode.ARRAY_ELEMENT_INITIALIZER)) {
        int value = walk.expressions().argumentValue(each);
        if (walk.isLiteral(value)) {
          found.add(value);
        }
      }
    }
    return found;
  }

  private int declare(String verb, String path, int place, int node, int parent) {
    int start = place < 0 ? syntax.start(node) : syntax.start(place);
    return routes.add(verb, path, start, syntax.start(node), syntax.end(node), parent).index();
  }

  /** Makes the routes that the attributes of a method declare. */
  void ofMethod(int method, EntityDraft draft) {
    int type = syntax.parent(syntax.parent(method));
    boolean hasOwn = false;
    for (int attribute : walk.attributes().all(method)) {
      if (walk.attributes().simpleName(attribute).equals("Route")) {
        hasOwn = true;
        for (int literal : paths(attribute)) {
          List<String> prefixes = prefixes(type);
          for (String each : prefixes.isEmpty() ? List.of("") : prefixes) {
            declareAll(
                attribute, Routes.join(each, walk.literal(literal)), literal, draft.parent());
          }
        }
      }
    }
    if (!hasOwn && draft.name().equalsIgnoreCase("__invoke")) {
      for (int attribute : walk.attributes().all(type)) {
        if (walk.attributes().simpleName(attribute).equals("Route")) {
          for (int literal : paths(attribute)) {
            declareAll(attribute, Routes.join(walk.literal(literal), ""), literal, draft.parent());
          }
        }
      }
    }
  }

  private void declareAll(int attribute, String path, int literal, int parent) {
    List<String> verbs = literals(named(attribute, "methods"));
    for (String verb : Routes.orAny(verbs)) {
      declare(verb.toUpperCase(Locale.ROOT), path, literal, attribute, parent);
    }
  }

  private List<String> prefixes(int type) {
    List<String> found = new ArrayList<>(1);
    for (int attribute : walk.attributes().all(type)) {
      if (walk.attributes().simpleName(attribute).equals("Route")) {
        for (int literal : paths(attribute)) {
          found.add(walk.literal(literal));
        }
      }
    }
    return found;
  }

  /** The path of an attribute, or one for each locale. */
  private List<Integer> paths(int attribute) {
    int list = syntax.field(attribute, PhpField.PARAMETERS);
    int first = syntax.firstNamed(list);
    int path =
        syntax.field(first, PhpField.NAME) < 0 ? argument(list, 0) : named(attribute, "path");
    return literalNodes(path);
  }

  private int named(int attribute, String name) {
    int list = syntax.field(attribute, PhpField.PARAMETERS);
    for (int argument : syntax.children(list, PhpNode.ARGUMENT)) {
      if (syntax.textEquals(syntax.field(argument, PhpField.NAME), name)) {
        return walk.expressions().argumentValue(argument);
      }
    }
    return -1;
  }
}
