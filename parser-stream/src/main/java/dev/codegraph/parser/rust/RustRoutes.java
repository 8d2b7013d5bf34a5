package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.parser.walk.Syntax;
import java.util.Set;

/**
 * The routes of Axum and Actix: {@code route("/path", get(handler))}, also with {@code
 * web::get().to(handler)}, {@code resource("/path").route(…)}, and attributes of handlers such as
 * {@code #[get("/path")]}. What {@code nest} and {@code scope} around them say stands before their
 * paths. A route reaches from its literal to the end of what names the handler.
 */
final class RustRoutes {
  private static final Set<String> METHODS =
      Set.of("any", "connect", "delete", "get", "head", "options", "patch", "post", "put", "trace");

  /** How far down a chain of calls the path of a resource is looked for. */
  private static final int REACH = 64;

  /** How far above a literal what puts something before its path is looked for. */
  private static final int HEIGHT = 256;

  private final RustContext context;
  private final Syntax<RustNode> syntax;
  private final Routes routes;

  RustRoutes(RustContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.routes = new Routes(context.facts());
  }

  /** Makes the routes of a call that declares some. */
  void call(int call) {
    int function = syntax.field(call, RustFields.FUNCTION);
    if (!syntax.is(function, RustNode.FIELD_EXPRESSION)
        || !syntax.textEquals(syntax.field(function, RustFields.FIELD), "route")) {
      return;
    }
    int first = syntax.firstNamed(syntax.field(call, RustFields.ARGUMENTS));
    if (isString(first)) {
      methods(first, syntax.nextNamed(first));
    } else if (first >= 0) {
      int literal = resource(syntax.field(function, RustFields.VALUE));
      if (literal >= 0) {
        methods(literal, first);
      }
    }
  }

  /** Makes the routes that an attribute of a function declares. */
  void attribute(int attribute, String name, EntityDraft handler) {
    int tree = syntax.field(attribute, RustFields.ARGUMENTS);
    int literal = syntax.nextSibling(syntax.firstChild(tree));
    if (tree < 0 || !isString(literal) || !text(literal).startsWith("/")) {
      return;
    }
    if (METHODS.contains(name)) {
      declare(name, "", literal, syntax.end(attribute), handler.parent());
    } else if (name.equals("route")) {
      for (int c = literal; c >= 0; c = syntax.nextSibling(c)) {
        int equals = syntax.nextSibling(c);
        int value = equals < 0 ? -1 : syntax.nextSibling(equals);
        if (syntax.textEquals(c, "method") && isString(value)) {
          declare(text(value), "", literal, syntax.end(attribute), handler.parent());
        }
      }
    }
  }

  /** The literal of the resource that calls are chained to, or -1. */
  private int resource(int operand) {
    int node = operand;
    for (int i = 0; i < REACH && syntax.is(node, RustNode.CALL_EXPRESSION); i++) {
      int function = syntax.field(node, RustFields.FUNCTION);
      if (name(function).equals("resource")) {
        int literal = syntax.firstNamed(syntax.field(node, RustFields.ARGUMENTS));
        return isString(literal) ? literal : -1;
      }
      node = syntax.field(function, RustFields.VALUE);
    }
    return -1;
  }

  /** Makes a route for each method in a chain such as {@code get(list).post(create)}. */
  private void methods(int literal, int router) {
    int node = router;
    while (syntax.is(node, RustNode.CALL_EXPRESSION)) {
      int function = syntax.field(node, RustFields.FUNCTION);
      String method = name(function);
      if (METHODS.contains(method)) {
        declare(
            method, around(literal), literal, syntax.end(router), classOf(context.walk().owner()));
      }
      node = syntax.field(function, RustFields.VALUE);
    }
  }

  /** The innermost entity that is no code: routes are declared while something is built. */
  private int classOf(int owner) {
    EntityDraft entity = context.facts().entity(owner);
    while (entity.kind().isCallable()) {
      entity = context.facts().entity(entity.parent());
    }
    return entity.index();
  }

  /** The last name of what is called. */
  private String name(int function) {
    return switch (syntax.kind(function)) {
      case IDENTIFIER -> context.name(function);
      case SCOPED_IDENTIFIER -> context.name(syntax.field(function, RustFields.NAME));
      case FIELD_EXPRESSION -> context.name(syntax.field(function, RustFields.FIELD));
      default -> "";
    };
  }

  private boolean isString(int node) {
    return syntax.is(node, RustNode.STRING_LITERAL) || syntax.is(node, RustNode.RAW_STRING_LITERAL);
  }

  private String text(int literal) {
    return syntax.text(syntax.child(literal, RustNode.STRING_CONTENT));
  }

  private void declare(String method, String prefix, int literal, int end, int parent) {
    int start = syntax.start(literal);
    String path = prefix.isEmpty() ? text(literal) : Routes.join(prefix, text(literal));
    routes.add(method, path, start, start, Math.max(end, syntax.end(literal)), parent);
  }

  /** What the calls around a literal put before its path: {@code nest} and {@code scope}. */
  private String around(int literal) {
    String prefix = "";
    int inner = literal;
    for (int i = 0; i < HEIGHT && inner >= 0; i++) {
      int outer = syntax.parent(inner);
      if (syntax.is(outer, RustNode.FUNCTION_ITEM)) {
        return prefix;
      }
      if (syntax.is(outer, RustNode.CALL_EXPRESSION)
          && inner == syntax.field(outer, RustFields.ARGUMENTS)) {
        int function = syntax.field(outer, RustFields.FUNCTION);
        int first = syntax.firstNamed(inner);
        if (syntax.is(function, RustNode.FIELD_EXPRESSION)) {
          boolean isNest = name(function).equals("nest") && isString(first);
          String begin = isNest ? text(first) : scope(syntax.field(function, RustFields.VALUE));
          prefix = begin.isEmpty() ? prefix : Routes.join(begin, prefix);
        }
      }
      inner = outer;
    }
    return prefix;
  }

  /** The path of the scope that calls are chained to; empty when there is none. */
  private String scope(int operand) {
    int node = operand;
    for (int i = 0; i < REACH && syntax.is(node, RustNode.CALL_EXPRESSION); i++) {
      int function = syntax.field(node, RustFields.FUNCTION);
      if (name(function).equals("scope")) {
        int first = syntax.firstNamed(syntax.field(node, RustFields.ARGUMENTS));
        return isString(first) ? text(first) : "";
      }
      node = syntax.field(function, RustFields.VALUE);
    }
    return "";
  }
}
