package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import java.util.ArrayList;
import java.util.List;

/** The routes that decorators of controllers and of their methods declare, as in NestJS. */
final class EsControllers {
  private final EsSyntax syntax;
  private final EsRoutes routes;

  /** A path and the node that says it. */
  private record Path(String text, int node) {}

  EsControllers(EsSyntax syntax, EsRoutes routes) {
    this.syntax = syntax;
    this.routes = routes;
  }

  /** Adds the routes that a decorator of a method declares. */
  void decorated(int decorator, int method, EntityDraft handler) {
    String name = name(decorator);
    String verb =
        switch (name) {
          case "Get", "Post", "Put", "Delete", "Patch", "Head", "Options" -> name;
          case "All" -> Routes.ANY;
          default -> "";
        };
    if (!verb.isEmpty() && syntax.is(method, EsNode.METHOD_DEFINITION)) {
      for (Path prefix : prefixes(syntax.tree.parent(syntax.tree.parent(method)))) {
        for (Path path : paths(decorator)) {
          String whole = Routes.join(prefix.text(), path.text());
          routes.decorated(verb, whole, path.node(), decorator, handler);
        }
      }
    }
  }

  /** The paths of a class; none when it is no controller. */
  private List<Path> prefixes(int type) {
    int exported = syntax.tree.parent(type);
    List<Path> found = controller(type);
    return found.isEmpty() && syntax.is(exported, EsNode.EXPORT_STATEMENT)
        ? controller(exported)
        : found;
  }

  private List<Path> controller(int declaration) {
    for (int c = syntax.firstNamed(declaration); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, EsNode.DECORATOR)
          && (name(c).equals("Controller") || name(c).equals("JsonController"))) {
        return paths(c);
      }
    }
    return List.of();
  }

  private String name(int decorator) {
    int call = syntax.firstNamed(decorator);
    int function =
        syntax.is(call, EsNode.CALL_EXPRESSION) ? syntax.child(call, EsField.FUNCTION) : -1;
    return syntax.is(function, EsNode.IDENTIFIER) ? syntax.text(function) : "";
  }

  /** The paths that a decorator says: empty without any, none when they are no literals. */
  private List<Path> paths(int decorator) {
    int call = syntax.firstNamed(decorator);
    int first = syntax.firstNamed(syntax.child(call, EsField.ARGUMENTS));
    if (syntax.is(first, EsNode.OBJECT)) {
      int path = routes.routers().property(first, "path");
      return path < 0 ? List.of(new Path("", decorator)) : literals(path);
    }
    return first < 0 ? List.of(new Path("", decorator)) : literals(first);
  }

  private List<Path> literals(int node) {
    List<Path> found = new ArrayList<>(1);
    if (routes.routers().isLiteral(node)) {
      found.add(new Path(routes.routers().string(node), node));
    } else if (syntax.is(node, EsNode.ARRAY)) {
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        found.addAll(literals(c));
      }
    }
    return found;
  }
}
