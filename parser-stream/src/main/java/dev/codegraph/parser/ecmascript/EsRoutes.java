package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Web routes that calls add to an application or router: {@code app.get('/path', handler)} of
 * Express and those like it, {@code app.route('/path').get(handler)}, and {@code
 * server.route({method, url, handler})} of Fastify. Many things have a method {@code get}: what it
 * is called on must be made as a router in the file, or have a usual name of one and be given a
 * function. The code of a handler that is written in place belongs to its route.
 */
final class EsRoutes {
  private static final Set<String> NAMES = Set.of("app", "router", "server", "fastify");

  /** How far down a chain of calls its begin is looked for. */
  private static final int REACH = 64;

  private final EsContext context;
  private final EsSyntax syntax;
  private final Routes routes;
  private @Nullable EsRouters routers;

  /** The route that the code of a function belongs to. */
  private final Map<Integer, Integer> handlers = new HashMap<>();

  EsRoutes(EsContext context) {
    this.context = context;
    this.syntax = context.syntax;
    this.routes = new Routes(context.facts);
  }

  /** What the file makes as routers; looked for once there may be a route. */
  EsRouters routers() {
    EsRouters known = routers;
    if (known == null) {
      known = new EsRouters(syntax);
      routers = known;
    }
    return known;
  }

  /** Makes the routes of a call; the walk of its arguments is still to come. */
  void visit(int node) {
    if (syntax.is(node, EsNode.CALL_EXPRESSION)) {
      int callee = syntax.child(node, EsField.FUNCTION);
      int property =
          syntax.is(callee, EsNode.MEMBER_EXPRESSION) ? syntax.child(callee, EsField.PROPERTY) : -1;
      if (property >= 0) {
        called(node, syntax.text(property), syntax.child(callee, EsField.OBJECT));
      }
    }
    Integer route = handlers.get(node);
    if (route != null) {
      context.owner = route;
    }
  }

  /** Whether the code of a function belongs to a route. */
  boolean isHandler(int function) {
    return handlers.containsKey(function);
  }

  private void called(int call, String method, int object) {
    switch (method) {
      case "get", "post", "put", "delete", "patch", "head", "options" ->
          added(call, method, object);
      case "all" -> added(call, Routes.ANY, object);
      case "route" -> described(call, object);
      default -> {
        // Adds none.
      }
    }
  }

  private void added(int call, String method, int object) {
    int arguments = syntax.child(call, EsField.ARGUMENTS);
    int first = syntax.firstNamed(arguments);
    int last = last(first);
    int receiver = object;
    int path = first;
    int begin = routed(object);
    if (begin >= 0) {
      path = syntax.firstNamed(syntax.child(begin, EsField.ARGUMENTS));
      receiver = syntax.child(syntax.child(begin, EsField.FUNCTION), EsField.OBJECT);
    } else if (last == first) {
      return;
    }
    List<Integer> paths = paths(path);
    if (paths.isEmpty() || last < 0 || begin >= 0 && isData(last)) {
      return;
    }
    String router = routers().lastName(receiver(receiver));
    if (!isRouter(router, last)) {
      return;
    }
    List<Integer> made = new ArrayList<>(1);
    for (int each : paths) {
      made.add(add(method, router, each, call));
    }
    leadsTo(made, last);
  }

  /** The call {@code x.route('/path')} that a chain begins with, or -1. */
  private int routed(int object) {
    int node = object;
    for (int i = 0; i < REACH && syntax.is(node, EsNode.CALL_EXPRESSION); i++) {
      int callee = syntax.child(node, EsField.FUNCTION);
      if (routers().lastName(callee).equals("route")) {
        int path = syntax.firstNamed(syntax.child(node, EsField.ARGUMENTS));
        return path >= 0 && syntax.nextNamed(path) < 0 ? node : -1;
      }
      node = syntax.child(callee, EsField.OBJECT);
    }
    return -1;
  }

  /** What a chain of calls, each of which adds something, is called on. */
  private int receiver(int object) {
    int node = object;
    for (int i = 0; i < REACH && syntax.is(node, EsNode.CALL_EXPRESSION); i++) {
      node = syntax.child(syntax.child(node, EsField.FUNCTION), EsField.OBJECT);
    }
    return node;
  }

  /** A path, or several in a list. */
  private List<Integer> paths(int node) {
    if (isPath(node)) {
      return List.of(node);
    }
    List<Integer> found = new ArrayList<>(2);
    if (syntax.is(node, EsNode.ARRAY)) {
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        if (!isPath(c)) {
          return List.of();
        }
        found.add(c);
      }
    }
    return found;
  }

  private boolean isPath(int node) {
    if (!syntax.is(node, EsNode.STRING) && !syntax.is(node, EsNode.TEMPLATE_STRING)) {
      return false;
    }
    String path = routers().string(node);
    return path.startsWith("/") || path.equals("*");
  }

  private boolean isRouter(String name, int handler) {
    return routers().isMade(name) ? !isData(handler) : NAMES.contains(name) && isFunction(handler);
  }

  /** Whether an argument is no handler: the options of a request, a value to store. */
  private boolean isData(int argument) {
    return switch (syntax.kind(argument)) {
      case OBJECT, STRING, TEMPLATE_STRING, NUMBER, TRUE, FALSE, NULL, UNDEFINED -> true;
      default -> false;
    };
  }

  /** A function, a name of one, or what is made from one. */
  private boolean isFunction(int argument) {
    return switch (syntax.kind(argument)) {
      case FUNCTION_EXPRESSION, GENERATOR_FUNCTION, ARROW_FUNCTION, IDENTIFIER, MEMBER_EXPRESSION ->
          true;
      case ARRAY, CALL_EXPRESSION -> {
        int inner =
            syntax.is(argument, EsNode.ARRAY)
                ? last(syntax.firstNamed(argument))
                : wrapped(argument);
        yield inner >= 0 && !syntax.is(inner, EsNode.CALL_EXPRESSION) && isFunction(inner);
      }
      default -> false;
    };
  }

  private int last(int first) {
    int last = first;
    for (int c = first; c >= 0; c = syntax.nextNamed(c)) {
      last = c;
    }
    return last;
  }

  /** What a wrapper wraps: its last argument, or what {@code bind} is called on. */
  private int wrapped(int call) {
    int callee = syntax.child(call, EsField.FUNCTION);
    return routers().lastName(callee).equals("bind")
        ? syntax.child(callee, EsField.OBJECT)
        : last(syntax.firstNamed(syntax.child(call, EsField.ARGUMENTS)));
  }

  /** A route that an object describes. */
  private void described(int call, int object) {
    int only = syntax.firstNamed(syntax.child(call, EsField.ARGUMENTS));
    if (!syntax.is(only, EsNode.OBJECT)) {
      return;
    }
    int url = routers().property(only, "url");
    int path = url < 0 ? routers().property(only, "path") : url;
    int method = routers().property(only, "method");
    String router = routers().lastName(object);
    if (!isPath(path) || method < 0 || !routers().isMade(router) && !NAMES.contains(router)) {
      return;
    }
    List<Integer> made = new ArrayList<>(1);
    if (syntax.is(method, EsNode.ARRAY)) {
      for (int c = syntax.firstNamed(method); c >= 0; c = syntax.nextNamed(c)) {
        if (routers().isLiteral(c)) {
          made.add(add(routers().string(c), router, path, call));
        }
      }
    } else {
      String name = routers().string(method);
      made.add(add(name.isEmpty() || name.equals("*") ? Routes.ANY : name, router, path, call));
    }
    int handler = routers().property(only, "handler");
    if (handler >= 0 && !made.isEmpty()) {
      leadsTo(made, handler);
    }
  }

  private int add(String method, String router, int path, int call) {
    return routes
        .add(
            method,
            Routes.join(routers().prefix(router), routers().string(path)),
            syntax.tree.startByte(path),
            begin(call),
            syntax.tree.endByte(call),
            routes.typeOf(context.owner))
        .index();
  }

  /** Where the name of the called method begins: a call in a chain is no part of the others. */
  private int begin(int call) {
    int property = syntax.child(syntax.child(call, EsField.FUNCTION), EsField.PROPERTY);
    return syntax.tree.startByte(property);
  }

  private void leadsTo(List<Integer> made, int argument) {
    int handler = argument;
    if (syntax.is(handler, EsNode.ARRAY)) {
      handler = last(syntax.firstNamed(handler));
    }
    if (syntax.is(handler, EsNode.CALL_EXPRESSION)) {
      handler = wrapped(handler);
    }
    switch (syntax.kind(handler)) {
      case FUNCTION_EXPRESSION, GENERATOR_FUNCTION, ARROW_FUNCTION, METHOD_DEFINITION ->
          handlers.putIfAbsent(handler, made.getFirst());
      case IDENTIFIER, SHORTHAND_PROPERTY_IDENTIFIER -> {
        EsName name = context.scope.findValue(syntax.text(handler));
        if (name == null || name.isReferable()) {
          refer(made, handler, -1);
        }
      }
      case MEMBER_EXPRESSION -> {
        int property = syntax.child(handler, EsField.PROPERTY);
        int object = syntax.child(handler, EsField.OBJECT);
        if (property >= 0 && object >= 0) {
          refer(made, property, context.expressions.of(object));
        }
      }
      default -> {
        // Nothing with a name.
      }
    }
  }

  private void refer(List<Integer> made, int name, int receiver) {
    for (int route : made) {
      context.facts.reference(Role.FUNCTION_VALUE, syntax.text(name), name, route, receiver, -1);
    }
  }

  /** Adds a route that a decorator of a method declares. */
  void decorated(String method, String path, int place, int decorator, EntityDraft handler) {
    EntityDraft route =
        routes.add(
            method,
            path,
            syntax.tree.startByte(place),
            syntax.tree.startByte(decorator),
            syntax.tree.endByte(decorator),
            handler.parent());
    int self = context.facts.expression(ExpressionKind.THIS, "" + handler.parent(), -1, -1);
    context.facts.referenceAt(
        Role.FUNCTION_VALUE, handler.name(), handler.nameByte(), route.index(), self, -1);
  }
}
