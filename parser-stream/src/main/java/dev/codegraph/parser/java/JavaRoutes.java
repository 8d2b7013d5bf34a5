package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Web routes: annotations of Spring, Jakarta REST and Micronaut, and calls of Helidon's routing in
 * files that import it.
 */
final class JavaRoutes {
  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;
  private final Routes routes;
  private boolean importsHelidon;

  /** A path and the node that says it; the annotation itself where it says none. */
  private record Path(String text, int node) {}

  JavaRoutes(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.routes = new Routes(context.facts());
  }

  /** Notes the package or type that an import is from. */
  void imported(String module) {
    importsHelidon |= module.startsWith("io.helidon.");
  }

  /** Adds the routes that the annotations of a method name. */
  void annotated(EntityDraft method, int name, int node) {
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    if (modifiers < 0) {
      return;
    }
    for (int c = tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
      if (isAnnotation(c)) {
        switch (annotationName(c)) {
          case "GetMapping" -> spring("GET", c, method, name, node);
          case "PostMapping" -> spring("POST", c, method, name, node);
          case "PutMapping" -> spring("PUT", c, method, name, node);
          case "DeleteMapping" -> spring("DELETE", c, method, name, node);
          case "PatchMapping" -> spring("PATCH", c, method, name, node);
          case "RequestMapping" -> {
            for (String verb : methods(c)) {
              spring(verb, c, method, name, node);
            }
          }
          case "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" ->
              jakarta(annotationName(c), c, method, name, node);
          case "Get", "Post", "Put", "Delete", "Patch", "Head", "Options" ->
              micronaut(annotationName(c), c, method, name, node);
          default -> {
            // About something else.
          }
        }
      }
    }
  }

  private void spring(String verb, int annotation, EntityDraft method, int name, int node) {
    int type = typeAround(node);
    if (annotation(type, "FeignClient") < 0) {
      int outer = annotation(type, "RequestMapping");
      for (Path prefix : outer < 0 ? List.of(new Path("", -1)) : paths(outer)) {
        for (Path path : paths(annotation)) {
          add(verb, prefix, path, annotation, method, name);
        }
      }
    }
  }

  /**
   * A verb is an annotation of its own there, and so is the path; without either it is no route.
   */
  private void jakarta(String verb, int annotation, EntityDraft method, int name, int node) {
    int outer = annotation(typeAround(node), "Path");
    int inner = annotation(node, "Path");
    if (outer >= 0 || inner >= 0) {
      for (Path prefix : outer < 0 ? List.of(new Path("", -1)) : paths(outer)) {
        for (Path path : inner < 0 ? List.of(new Path("", annotation)) : paths(inner)) {
          add(verb, prefix, path, annotation, method, name);
        }
      }
    }
  }

  private void micronaut(String verb, int annotation, EntityDraft method, int name, int node) {
    int outer = annotation(typeAround(node), "Controller");
    if (outer >= 0) {
      for (Path prefix : paths(outer)) {
        for (Path path : paths(annotation)) {
          add(verb, prefix, path, annotation, method, name);
        }
      }
    }
  }

  private void add(
      String verb, Path prefix, Path path, int annotation, EntityDraft method, int name) {
    EntityDraft route =
        routes.add(
            verb,
            Routes.join(prefix.text(), path.text()),
            tree.startByte(path.node()),
            tree.startByte(annotation),
            tree.endByte(annotation),
            method.parent());
    int self = context.facts().expression(ExpressionKind.THIS, "", -1, -1);
    context.facts().reference(Role.FUNCTION_VALUE, method.name(), name, route.index(), self, -1);
  }

  private int typeAround(int member) {
    return tree.parent(tree.parent(member));
  }

  private boolean isAnnotation(int node) {
    return context.is(node, JavaNode.ANNOTATION) || context.is(node, JavaNode.MARKER_ANNOTATION);
  }

  private String annotationName(int annotation) {
    int name = context.child(annotation, JavaContext.NAME);
    String text = context.text(name);
    return text.substring(text.lastIndexOf('.') + 1);
  }

  /** The annotation of a name at a declaration, or -1. */
  private int annotation(int declaration, String name) {
    int modifiers = declaration < 0 ? -1 : context.child(declaration, JavaNode.MODIFIERS);
    for (int c = modifiers < 0 ? -1 : tree.firstChild(modifiers); c >= 0; c = tree.nextSibling(c)) {
      if (isAnnotation(c) && annotationName(c).equals(name)) {
        return c;
      }
    }
    return -1;
  }

  /** The paths that an annotation says; none when they are no literals. */
  private List<Path> paths(int annotation) {
    List<Path> found = new ArrayList<>(1);
    boolean isWritten = false;
    int arguments = context.child(annotation, JavaContext.ARGUMENTS);
    for (int c = arguments < 0 ? -1 : tree.firstChild(arguments); c >= 0; c = tree.nextSibling(c)) {
      if (!tree.isNamed(c) || tree.isExtra(c)) {
        continue;
      }
      int value = c;
      if (context.is(c, JavaNode.ELEMENT_VALUE_PAIR)) {
        switch (context.text(context.child(c, JavaContext.KEY))) {
          case "value", "path", "uri", "uris" -> value = context.child(c, JavaContext.VALUE);
          default -> {
            continue;
          }
        }
      }
      isWritten = true;
      literals(value, found);
    }
    return isWritten ? found : List.of(new Path("", annotation));
  }

  private void literals(int value, List<Path> found) {
    if (context.is(value, JavaNode.STRING_LITERAL)) {
      found.add(new Path(string(value), value));
    } else if (context.is(value, JavaNode.ELEMENT_VALUE_ARRAY_INITIALIZER)) {
      for (int c = tree.firstChild(value); c >= 0; c = tree.nextSibling(c)) {
        literals(c, found);
      }
    }
  }

  private String string(int literal) {
    String text = context.text(literal);
    int quotes = text.startsWith("\"\"\"") ? 3 : 1;
    return text.length() < 2 * quotes ? "" : text.substring(quotes, text.length() - quotes).strip();
  }

  /** The methods that a request mapping names; any when it names none. */
  private List<String> methods(int annotation) {
    List<String> found = new ArrayList<>(1);
    int arguments = context.child(annotation, JavaContext.ARGUMENTS);
    for (int c = arguments < 0 ? -1 : tree.firstChild(arguments); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.ELEMENT_VALUE_PAIR)
          && tree.textEquals(Math.max(0, context.child(c, JavaContext.KEY)), "method")) {
        constants(context.child(c, JavaContext.VALUE), found);
      }
    }
    return Routes.orAny(found);
  }

  private void constants(int value, List<String> found) {
    if (context.is(value, JavaNode.FIELD_ACCESS)) {
      found.add(context.text(context.child(value, JavaContext.FIELD)));
    } else if (context.is(value, JavaNode.IDENTIFIER)) {
      found.add(context.text(value));
    } else if (context.is(value, JavaNode.ELEMENT_VALUE_ARRAY_INITIALIZER)) {
      for (int c = tree.firstChild(value); c >= 0; c = tree.nextSibling(c)) {
        constants(c, found);
      }
    }
  }

  /** Adds the route of a call such as {@code rules.get("/path", this::handler)}. */
  void called(int call, String name, int arguments, int owner) {
    if (!importsHelidon || arguments < 0) {
      return;
    }
    switch (name) {
      case "get", "post", "put", "delete", "patch", "head", "options", "any" ->
          routed(name, call, argument(arguments, 0), argument(arguments, 1), owner);
      case "route" -> {
        List<String> verbs = new ArrayList<>(1);
        int first = argument(arguments, 0);
        constants(first, verbs);
        if (!verbs.isEmpty()) {
          routed(verbs.getFirst(), call, argument(arguments, 1), argument(arguments, 2), owner);
        }
      }
      default -> {
        // Adds no route.
      }
    }
  }

  private void routed(String verb, int call, int path, int handler, int owner) {
    if (!context.is(path, JavaNode.STRING_LITERAL)
        || handler < 0
        || !string(path).startsWith("/")) {
      return;
    }
    int name = context.child(call, JavaContext.NAME);
    EntityDraft route =
        routes.add(
            verb,
            string(path),
            tree.startByte(path),
            tree.startByte(name),
            tree.endByte(call),
            routes.typeOf(owner));
    if (context.is(handler, JavaNode.METHOD_REFERENCE)) {
      walk.code().reference(handler, route.index());
    }
  }

  private int argument(int arguments, int place) {
    int at = -1;
    for (int c = tree.firstChild(arguments); c >= 0 && at < place; c = tree.nextSibling(c)) {
      if (tree.isNamed(c) && !tree.isExtra(c) && ++at == place) {
        return c;
      }
    }
    return -1;
  }
}
