package dev.codegraph.parser.golang;

import dev.codegraph.parser.walk.NamedValues;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Web routes: {@code HandleFunc} and {@code Handle} of net/http and of gorilla/mux, {@code GET} of
 * Gin and Echo with groups, {@code Get} of chi and Fiber in files that import them. The code of a
 * handler that is written in place belongs to its route.
 */
final class GoRoutes {
  /** How far down a chain of calls, or into what wraps a handler, is looked. */
  private static final int REACH = 64;

  private final GoContext context;
  private final GoSyntax syntax;
  private final Routes routes;
  private boolean importsChi;
  private boolean importsEcho;

  private @Nullable NamedValues constants;

  /** What a variable that holds a group puts before its paths, up to a byte offset. */
  private record Group(String prefix, int end) {}

  private final Map<String, Group> groups = new HashMap<>();

  /** The route that the code of a function literal belongs to. */
  private final Map<Integer, Integer> handlers = new HashMap<>();

  /** The prefix of the router that a function literal is given. */
  private final Map<Integer, String> nested = new HashMap<>();

  GoRoutes(GoContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.routes = new Routes(context.facts());
  }

  /** Notes the path of an import. */
  void imported(String path) {
    importsChi |=
        path.contains("go-chi/chi") || path.contains("gofiber/fiber") || path.contains("/iris");
    importsEcho |= path.contains("labstack/echo");
  }

  /** Notes that a variable is bound or assigned. */
  void bound(String name, int value) {
    String prefix = syntax.is(value, GoNode.CALL_EXPRESSION) ? prefix(value) : "";
    if (!prefix.isEmpty()) {
      groups.put(name, new Group(prefix, context.scope().end()));
    } else if (!groups.isEmpty()) {
      groups.remove(name);
    }
  }

  /** Makes the routes of a call; the walk of its arguments is still to come. */
  void called(int call) {
    int function = field(call, GoSyntax.FUNCTION);
    int name =
        syntax.is(function, GoNode.SELECTOR_EXPRESSION) ? field(function, GoSyntax.FIELD) : -1;
    if (name < 0) {
      return;
    }
    String method = syntax.text(name);
    switch (method) {
      case "HandleFunc", "Handle", "HandlerFunc", "Method", "MethodFunc" -> handled(call, name);
      case "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" ->
          added(call, name, method, 0);
      case "Any" -> added(call, name, Routes.ANY, 0);
      case "Get", "Post", "Put", "Delete", "Patch", "Head", "Options" -> {
        if (importsChi) {
          added(call, name, method, 0);
        }
      }
      case "Route", "Group" -> group(call, method.equals("Route"));
      default -> {
        // Adds none.
      }
    }
  }

  /** {@code Handle("GET /path", h)} and {@code Handle("GET", "/path", h)}. */
  private void handled(int call, int name) {
    List<Integer> arguments = arguments(call);
    if (arguments.size() == 3) {
      String method = method(arguments.getFirst());
      if (!method.isEmpty()) {
        added(call, name, method, 1);
      }
    } else if (arguments.size() == 2) {
      String pattern = string(arguments.getFirst());
      int space = pattern.indexOf(' ');
      String path = pattern.substring(space + 1).strip();
      if (path.startsWith("/") || !path.isEmpty() && path.indexOf('/') > 0) {
        List<String> methods =
            space < 0 ? methodsBehind(call) : List.of(pattern.substring(0, space));
        String whole = path.startsWith("/") ? Routes.join(prefix(receiver(call)), path) : path;
        List<Integer> made = new ArrayList<>(1);
        for (String method : methods) {
          made.add(add(method, whole, arguments.getFirst(), name, call));
        }
        leadsTo(made, arguments.getLast());
      }
    }
  }

  /** The methods that {@code Methods} names behind a call; any when it is not there. */
  private List<String> methodsBehind(int call) {
    int selector = syntax.parent(call);
    int outer = syntax.parent(selector);
    List<String> found = new ArrayList<>(1);
    if (syntax.is(selector, GoNode.SELECTOR_EXPRESSION)
        && syntax.is(outer, GoNode.CALL_EXPRESSION)
        && text(field(selector, GoSyntax.FIELD)).equals("Methods")) {
      for (int argument : arguments(outer)) {
        String method = method(argument);
        if (!method.isEmpty()) {
          found.add(method);
        }
      }
    }
    return Routes.orAny(found);
  }

  /** A method as a literal or a constant of net/http; empty for all else. */
  private String method(int node) {
    if (syntax.is(node, GoNode.SELECTOR_EXPRESSION)) {
      String name = text(field(node, GoSyntax.FIELD));
      return name.startsWith("Method") ? name.substring(6).toUpperCase(Locale.ROOT) : "";
    }
    String text = string(node);
    boolean isMethod = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      isMethod &= Character.isLetter(text.charAt(i));
    }
    return isMethod ? text : "";
  }

  private void added(int call, int name, String method, int place) {
    List<Integer> arguments = arguments(call);
    String path = arguments.size() < place + 2 ? null : constant(arguments.get(place), 0);
    if (path == null) {
      return;
    }
    String prefix = prefix(receiver(call));
    if (path.startsWith("/") || path.isEmpty() && !prefix.isEmpty()) {
      int route = add(method, Routes.join(prefix, path), arguments.get(place), name, call);
      // Echo has what runs before the handler behind it.
      leadsTo(List.of(route), importsEcho ? arguments.get(place + 1) : arguments.getLast());
    }
  }

  private int add(String method, String path, int place, int name, int call) {
    return routes
        .add(
            method,
            path,
            syntax.start(place),
            syntax.start(name),
            syntax.end(call),
            routes.typeOf(context.owner()))
        .index();
  }

  /** {@code r.Route("/path", func(r chi.Router) {…})}, and the same without a path. */
  private void group(int call, boolean hasPath) {
    List<Integer> arguments = arguments(call);
    if (arguments.isEmpty() || !syntax.is(arguments.getLast(), GoNode.FUNC_LITERAL)) {
      return;
    }
    String path = hasPath ? string(arguments.getFirst()) : "";
    nested.put(arguments.getLast(), Routes.join(prefix(receiver(call)), path));
  }

  /** Walks a function literal as the code of its route, or with the router that it is given. */
  void within(int literal, Runnable walk) {
    Integer route = handlers.get(literal);
    String prefix = nested.get(literal);
    if (route != null) {
      context.inEntity(route, walk);
    } else if (prefix != null) {
      String router = parameter(literal);
      Group outer = groups.put(router, new Group(prefix, syntax.end(literal)));
      walk.run();
      if (outer == null) {
        groups.remove(router);
      } else {
        groups.put(router, outer);
      }
    } else {
      walk.run();
    }
  }

  private String parameter(int literal) {
    for (GoParameters.Parameter parameter :
        GoParameters.of(syntax, field(literal, GoSyntax.PARAMETERS))) {
      if (parameter.name() >= 0) {
        return syntax.text(parameter.name());
      }
    }
    return "";
  }

  /** What the calls of a chain, and the variable that it begins with, put before a path. */
  private String prefix(int from) {
    String prefix = "";
    int node = from;
    for (int i = 0; i < REACH && node >= 0; i++) {
      switch (syntax.kind(node)) {
        case CALL_EXPRESSION -> {
          int function = field(node, GoSyntax.FUNCTION);
          if (!syntax.is(function, GoNode.SELECTOR_EXPRESSION)) {
            return prefix;
          }
          String name = text(field(function, GoSyntax.FIELD));
          List<Integer> arguments = arguments(node);
          if (!arguments.isEmpty() && (name.equals("Group") || name.equals("PathPrefix"))) {
            prefix = Routes.join(string(arguments.getFirst()), prefix);
          }
          node = field(function, GoSyntax.OPERAND);
        }
        case IDENTIFIER -> {
          Group group = groups.get(syntax.text(node));
          return group == null || syntax.start(node) >= group.end()
              ? prefix
              : Routes.join(group.prefix(), prefix);
        }
        default -> {
          return prefix;
        }
      }
    }
    return prefix;
  }

  private int receiver(int call) {
    return field(field(call, GoSyntax.FUNCTION), GoSyntax.OPERAND);
  }

  private List<Integer> arguments(int call) {
    List<Integer> found = new ArrayList<>(3);
    int list = field(call, GoSyntax.ARGUMENTS);
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      found.add(c);
    }
    return found;
  }

  private boolean isString(int node) {
    return syntax.is(node, GoNode.INTERPRETED_STRING_LITERAL)
        || syntax.is(node, GoNode.RAW_STRING_LITERAL);
  }

  private int field(int node, int field) {
    return node < 0 ? -1 : syntax.field(node, field);
  }

  private String text(int node) {
    return node < 0 ? "" : syntax.text(node);
  }

  /** The text of a literal, of a constant of the file, or of a sum; empty for all else. */
  private String string(int node) {
    String text = constant(node, 0);
    return text == null ? "" : text;
  }

  private @Nullable String constant(int node, int depth) {
    if (isString(node)) {
      String text = syntax.text(node);
      return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }
    if (depth > NamedValues.MAX_DEPTH) {
      return null;
    }
    return switch (syntax.kind(node)) {
      case IDENTIFIER -> {
        String name = syntax.text(node);
        // What is bound in a function hides the constant.
        boolean isHidden = context.scope().meaning(name) != GoScope.UNBOUND;
        int value = isHidden ? -1 : constants().valueOf(name);
        yield value < 0 ? null : constant(value, depth + 1);
      }
      case BINARY_EXPRESSION -> {
        String left =
            text(field(node, GoSyntax.OPERATOR)).equals("+")
                ? constant(field(node, GoSyntax.LEFT), depth + 1)
                : null;
        String right = left == null ? null : constant(field(node, GoSyntax.RIGHT), depth + 1);
        yield right == null ? null : left + right;
      }
      default -> null;
    };
  }

  /** Looks for the constants of the file, once and only when a path is no literal. */
  private NamedValues constants() {
    NamedValues known = constants;
    if (known == null) {
      known = new NamedValues();
      for (int node = 0; node < syntax.nodeCount(); node++) {
        if (syntax.is(node, GoNode.CONST_SPEC)) {
          int values = field(node, GoSyntax.VALUE);
          int only = values < 0 ? -1 : syntax.firstNamed(values);
          boolean isOne = only >= 0 && syntax.nextNamed(only) < 0;
          known.declare(text(field(node, GoSyntax.NAME)), isOne ? only : -1);
        }
      }
      constants = known;
    }
    return known;
  }

  /** Finds what a handler is: behind what wraps it, or what makes it. */
  private void leadsTo(List<Integer> made, int argument) {
    int handler = argument;
    for (int i = 0; i < REACH; i++) {
      handler = syntax.unparenthesized(handler);
      if (!syntax.is(handler, GoNode.CALL_EXPRESSION)) {
        break;
      }
      List<Integer> wrapped = arguments(handler);
      handler = wrapped.isEmpty() ? field(handler, GoSyntax.FUNCTION) : wrapped.getLast();
    }
    switch (syntax.kind(handler)) {
      case FUNC_LITERAL -> handlers.putIfAbsent(handler, made.getFirst());
      case IDENTIFIER -> {
        int meaning = context.scope().meaning(syntax.text(handler));
        if (meaning == GoScope.UNBOUND || meaning >= 0) {
          refer(made, handler, -1);
        }
      }
      case SELECTOR_EXPRESSION -> {
        int field = field(handler, GoSyntax.FIELD);
        Integer receiver = plain(field(handler, GoSyntax.OPERAND));
        if (field >= 0 && receiver != null) {
          refer(made, field, receiver);
        }
      }
      default -> {
        // A value without a name of its own.
      }
    }
  }

  /** The expression of a name, or of a member of names; null for all else. */
  private @Nullable Integer plain(int node) {
    List<String> members = new ArrayList<>(2);
    int at = node;
    while (syntax.is(at, GoNode.SELECTOR_EXPRESSION) && members.size() < REACH) {
      members.add(text(field(at, GoSyntax.FIELD)));
      at = field(at, GoSyntax.OPERAND);
    }
    if (!syntax.is(at, GoNode.IDENTIFIER)) {
      return null;
    }
    int expression = context.facts().expression(ExpressionKind.NAME, syntax.text(at), -1, -1);
    for (String member : members.reversed()) {
      expression = context.facts().expression(ExpressionKind.MEMBER, member, expression, -1);
    }
    return expression;
  }

  private void refer(List<Integer> made, int name, int receiver) {
    for (int route : made) {
      context.facts().reference(Role.FUNCTION_VALUE, syntax.text(name), name, route, receiver, -1);
    }
  }
}
