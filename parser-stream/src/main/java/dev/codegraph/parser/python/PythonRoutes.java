package dev.codegraph.parser.python;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.PythonSyntax.Field;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Web routes: decorators of Flask, FastAPI and those like them, their calls that add a route, and
 * the lists of URL patterns of Django. What a blueprint or a router puts before its paths is known
 * where the same file makes or registers it.
 */
final class PythonRoutes {
  /** How deep blueprints and routers are followed into each other. */
  private static final int MAX_NESTING = 16;

  /** How far above a list of patterns its name is looked for. */
  private static final int MAX_DEPTH = 64;

  private final PythonSyntax syntax;
  private final FactsBuilder facts;
  private final PythonExpressions expressions;
  private final Routes routes;
  private boolean isScanned;

  /** What a blueprint or router itself says that it puts before its paths, by its name. */
  private final Map<String, String> own = new HashMap<>();

  /** What the place where it is registered puts before them, and to what it is added there. */
  private final Map<String, Mount> mounts = new HashMap<>();

  /** What Django's include puts before the patterns in a list, by the node of the list. */
  private final Map<Integer, String> included = new HashMap<>();

  private record Mount(String under, String prefix, boolean replaces) {}

  PythonRoutes(PythonSyntax syntax, FactsBuilder facts, PythonExpressions expressions) {
    this.syntax = syntax;
    this.facts = facts;
    this.expressions = expressions;
    this.routes = new Routes(facts);
  }

  /** Adds the routes that the decorators of a function declare. */
  void decorated(EntityDraft handler, int whole, int definition) {
    int name = syntax.child(definition, Field.NAME);
    for (int d = syntax.firstNamed(whole); d >= 0; d = syntax.nextNamed(d)) {
      int call = syntax.is(d, PythonNode.DECORATOR) ? syntax.firstNamed(d) : -1;
      if (syntax.is(call, PythonNode.CALL)
          && syntax.is(syntax.child(call, Field.FUNCTION), PythonNode.ATTRIBUTE)) {
        for (EntityDraft route : of(call, d, handler.parent())) {
          facts.reference(Role.FUNCTION_VALUE, handler.name(), name, route.index(), -1, -1);
        }
      }
    }
  }

  private List<EntityDraft> of(int call, int whole, int parent) {
    int function = syntax.child(call, Field.FUNCTION);
    String method = syntax.lastName(function);
    List<String> methods =
        switch (method) {
          case "get", "post", "put", "delete", "patch", "head", "options" -> List.of(method);
          case "route", "api_route", "add_url_rule", "add_api_route" -> methods(call);
          default -> List.of();
        };
    int path = argument(call, 0, method.endsWith("route") ? "path" : "rule", "path");
    if (methods.isEmpty() || !isLiteral(path)) {
      return List.of();
    }
    String written = syntax.stringContent(path);
    String prefix = prefix(syntax.flat(syntax.child(function, Field.OBJECT)), 0);
    if (!written.startsWith("/") && (!written.isEmpty() || prefix.isEmpty())) {
      return List.of();
    }
    List<EntityDraft> made = new ArrayList<>(methods.size());
    for (String each : methods) {
      made.add(
          routes.add(
              each,
              Routes.join(prefix, written),
              syntax.tree.startByte(path),
              syntax.tree.startByte(whole),
              syntax.tree.endByte(whole),
              parent));
    }
    return made;
  }

  /** The methods that a call lists; GET when it lists none. */
  private List<String> methods(int call) {
    int list = keyword(call, "methods");
    if (list < 0) {
      return List.of("GET");
    }
    List<String> found = new ArrayList<>(2);
    for (int c = syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      if (isLiteral(c)) {
        found.add(syntax.stringContent(c));
      }
    }
    return Routes.orAny(found);
  }

  /** Adds the routes of a call that adds some. */
  void called(int call, Scope scope, int owner) {
    switch (syntax.lastName(syntax.child(call, Field.FUNCTION))) {
      case "add_url_rule" -> added(call, argument(call, 2, "view_func", ""), scope, owner);
      case "add_api_route" -> added(call, argument(call, 1, "endpoint", ""), scope, owner);
      case "path", "re_path", "url" -> pattern(call, scope, owner);
      default -> {
        // Adds none.
      }
    }
  }

  private void added(int call, int handler, Scope scope, int owner) {
    if (handler >= 0 && syntax.is(syntax.child(call, Field.FUNCTION), PythonNode.ATTRIBUTE)) {
      for (EntityDraft route : of(call, call, routes.typeOf(owner))) {
        leadsTo(route, handler, scope);
      }
    }
  }

  /** A pattern counts in a list that is named for patterns, or that such a pattern includes. */
  private void pattern(int call, Scope scope, int owner) {
    int list = syntax.tree.parent(call);
    int path = syntax.argument(call, 0);
    int view = argument(call, 1, "view", "");
    if (!syntax.is(list, PythonNode.LIST) || !isLiteral(path) || view < 0) {
      return;
    }
    String prefix = included.get(list);
    if (prefix == null && !isPatterns(list)) {
      return;
    }
    String text = Routes.join(prefix == null ? "" : prefix, bare(syntax.stringContent(path)));
    if (syntax.is(view, PythonNode.CALL) && syntax.lastName(view).equals("include")) {
      int inner = syntax.argument(view, 0);
      if (syntax.is(inner, PythonNode.TUPLE)) {
        inner = syntax.firstNamed(inner);
      }
      if (syntax.is(inner, PythonNode.LIST)) {
        included.put(inner, text);
      }
      return;
    }
    if (syntax.is(view, PythonNode.ATTRIBUTE) && syntax.lastName(view).equals("urls")) {
      // Patterns of another module.
      return;
    }
    EntityDraft route =
        routes.add(
            Routes.ANY,
            text,
            syntax.tree.startByte(path),
            syntax.tree.startByte(call),
            syntax.tree.endByte(call),
            routes.typeOf(owner));
    leadsTo(route, view, scope);
  }

  /** Whether a list is, or is part of, what is assigned to a name for patterns. */
  private boolean isPatterns(int list) {
    int at = syntax.tree.parent(list);
    // Sums may be long: what is far down in one is not looked up.
    for (int i = 0; i < MAX_DEPTH; i++) {
      if (!syntax.is(at, PythonNode.BINARY_OPERATOR)
          && !syntax.is(at, PythonNode.ARGUMENT_LIST)
          && !syntax.is(at, PythonNode.CALL)) {
        break;
      }
      at = syntax.tree.parent(at);
    }
    return (syntax.is(at, PythonNode.ASSIGNMENT) || syntax.is(at, PythonNode.AUGMENTED_ASSIGNMENT))
        && syntax.lastName(syntax.child(at, Field.LEFT)).endsWith("patterns");
  }

  /** A regular expression without the signs of its begin and end. */
  private static String bare(String pattern) {
    int from = pattern.startsWith("^") ? 1 : 0;
    int to = pattern.endsWith("$") ? pattern.length() - 1 : pattern.length();
    return pattern.substring(from, Math.max(from, to));
  }

  /** The view that a value stands for: itself, or the class that makes it. */
  private void leadsTo(EntityDraft route, int value, Scope scope) {
    int view = syntax.bare(value);
    if (syntax.is(view, PythonNode.CALL)) {
      int function = syntax.child(view, Field.FUNCTION);
      boolean isView = syntax.lastName(function).equals("as_view");
      // What is wrapped is an argument; what a wrapper makes has no name of its own.
      view =
          isView && syntax.is(function, PythonNode.ATTRIBUTE)
              ? syntax.child(function, Field.OBJECT)
              : syntax.argument(view, 0);
    }
    int name = syntax.is(view, PythonNode.ATTRIBUTE) ? syntax.child(view, Field.ATTRIBUTE) : view;
    if (syntax.is(name, PythonNode.IDENTIFIER)) {
      int receiver = name == view ? -1 : expressions.of(syntax.child(view, Field.OBJECT), scope);
      facts.reference(Role.FUNCTION_VALUE, syntax.text(name), name, route.index(), receiver, -1);
    }
  }

  private boolean isLiteral(int node) {
    if (!syntax.is(node, PythonNode.STRING)) {
      return false;
    }
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, PythonNode.INTERPOLATION)) {
        return false;
      }
    }
    return true;
  }

  /** An argument by place, or by one of two names. */
  private int argument(int call, int place, String name, String otherName) {
    int found = syntax.argument(call, place);
    found = found < 0 ? keyword(call, name) : found;
    return found < 0 && !otherName.isEmpty() ? keyword(call, otherName) : found;
  }

  private int keyword(int call, String name) {
    int list = syntax.child(call, Field.ARGUMENTS);
    for (int a = list < 0 ? -1 : syntax.firstNamed(list); a >= 0; a = syntax.nextNamed(a)) {
      if (syntax.is(a, PythonNode.KEYWORD_ARGUMENT)
          && syntax.tree.textEquals(syntax.child(a, Field.NAME), name)) {
        return syntax.child(a, Field.VALUE);
      }
    }
    return -1;
  }

  private String prefix(String router, int depth) {
    scan();
    String inner = own.getOrDefault(router, "");
    Mount mount = mounts.get(router);
    if (mount == null || depth == MAX_NESTING) {
      return inner;
    }
    String whole = mount.replaces() ? mount.prefix() : Routes.join(mount.prefix(), inner);
    return Routes.join(prefix(mount.under(), depth + 1), whole);
  }

  /** Looks, once and only in files with routes, for what makes and registers routers. */
  private void scan() {
    if (isScanned) {
      return;
    }
    isScanned = true;
    for (int node = 0; node < syntax.tree.nodeCount(); node++) {
      if (syntax.is(node, PythonNode.CALL)) {
        int function = syntax.child(node, Field.FUNCTION);
        switch (syntax.lastName(function)) {
          case "Blueprint", "APIRouter" -> made(node);
          case "register_blueprint", "include_router" -> mounted(node, function);
          default -> {
            // About something else.
          }
        }
      }
    }
  }

  private void made(int call) {
    int assignment = syntax.tree.parent(call);
    int prefix = argument(call, -1, "url_prefix", "prefix");
    if (syntax.is(assignment, PythonNode.ASSIGNMENT) && isLiteral(prefix)) {
      own.put(syntax.flat(syntax.child(assignment, Field.LEFT)), syntax.stringContent(prefix));
    }
  }

  private void mounted(int call, int function) {
    int router = syntax.argument(call, 0);
    if (router < 0 || !syntax.is(function, PythonNode.ATTRIBUTE)) {
      return;
    }
    int prefix = argument(call, -1, "url_prefix", "prefix");
    boolean isLiteral = isLiteral(prefix);
    mounts.put(
        syntax.flat(router),
        new Mount(
            syntax.flat(syntax.child(function, Field.OBJECT)),
            isLiteral ? syntax.stringContent(prefix) : "",
            isLiteral && syntax.lastName(function).equals("register_blueprint")));
  }
}
