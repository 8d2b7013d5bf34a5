package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Web routes: annotations of Spring, Jakarta REST and Micronaut, and calls of Helidon's routing and
 * of Spring's router functions in files that import them.
 */
final class JavaRoutes {
  private static final Set<String> VERBS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

  /** How far above a call what puts something before its path is looked for. */
  private static final int REACH = 64;

  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;
  private final Routes routes;
  private final JavaTexts texts;
  private boolean importsHelidon;
  private boolean importsSpring;

  /** A path and the node that says it; the annotation itself where it says none. */
  private record Path(String text, int node) {}

  JavaRoutes(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.routes = new Routes(context.facts());
    this.texts = new JavaTexts(context);
  }

  /** Notes the package or type that an import is from. */
  void imported(String module) {
    importsHelidon |= module.startsWith("io.helidon.");
    importsSpring |=
        module.startsWith("org.springframework.web.")
            && (module.contains(".function.server.") || module.contains(".servlet.function."));
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

  /** The paths that an annotation says; none when the file does not say them. */
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
    if (context.is(value, JavaNode.ELEMENT_VALUE_ARRAY_INITIALIZER)) {
      for (int c = tree.firstChild(value); c >= 0; c = tree.nextSibling(c)) {
        literals(c, found);
      }
    } else {
      String text = texts.of(value);
      if (text != null) {
        found.add(new Path(text, value));
      }
    }
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
    if (arguments < 0) {
      return;
    }
    if (importsSpring) {
      function(call, name, arguments, owner);
    }
    if (importsHelidon) {
      helidon(call, name, arguments, owner);
    }
  }

  /** {@code route().GET("/path", handler)} and {@code route(GET("/path"), handler)}. */
  private void function(int call, String name, int arguments, int owner) {
    switch (name) {
      case "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" -> {
        int last = 1;
        while (argument(arguments, last + 1) >= 0) {
          last++;
        }
        routed(name, call, argument(arguments, 0), argument(arguments, last), owner);
      }
      case "route", "andRoute" -> {
        int predicate = argument(arguments, 0);
        if (context.is(predicate, JavaNode.METHOD_INVOCATION)
            && context.text(context.child(predicate, JavaContext.NAME)).equals("and")) {
          predicate = context.child(predicate, JavaContext.OBJECT);
        }
        if (context.is(predicate, JavaNode.METHOD_INVOCATION)) {
          String verb = context.text(context.child(predicate, JavaContext.NAME));
          int path = argument(context.child(predicate, JavaContext.ARGUMENTS), 0);
          if (VERBS.contains(verb)) {
            routed(verb, call, path, argument(arguments, 1), owner);
          }
        }
      }
      default -> {
        // Adds no route.
      }
    }
  }

  private void helidon(int call, String name, int arguments, int owner) {
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
    String text = handler < 0 ? null : texts.of(path);
    if (text == null || !text.startsWith("/")) {
      return;
    }
    int name = context.child(call, JavaContext.NAME);
    EntityDraft route =
        routes.add(
            verb,
            Routes.join(around(call), text),
            tree.startByte(path),
            tree.startByte(name),
            tree.endByte(call),
            routes.typeOf(owner));
    if (context.is(handler, JavaNode.METHOD_REFERENCE)) {
      walk.code().reference(handler, route.index());
    }
  }

  /**
   * What the functions of Spring that a call lies in, as {@code path("/begin", builder -> …)} and
   * {@code nest(path("/begin"), …)}, put before its path.
   */
  private String around(int call) {
    String prefix = "";
    int inner = call;
    for (int i = 0; importsSpring && i < REACH; i++) {
      int outer = tree.parent(inner);
      if (outer < 0) {
        return prefix;
      }
      if (context.is(outer, JavaNode.METHOD_INVOCATION)
          && inner == context.child(outer, JavaContext.ARGUMENTS)) {
        String name = context.text(context.child(outer, JavaContext.NAME));
        if (name.equals("path") || name.equals("nest") || name.equals("andNest")) {
          String begin = begin(argument(inner, 0));
          prefix = begin == null ? prefix : Routes.join(begin, prefix);
        }
      }
      inner = outer;
    }
    return prefix;
  }

  /** The path that is given, or that is given to a predicate of a path. */
  private @Nullable String begin(int argument) {
    boolean isPath =
        context.is(argument, JavaNode.METHOD_INVOCATION)
            && context.text(context.child(argument, JavaContext.NAME)).equals("path");
    return texts.of(
        isPath ? argument(context.child(argument, JavaContext.ARGUMENTS), 0) : argument);
  }

  private int argument(int arguments, int place) {
    int at = -1;
    for (int c = arguments < 0 ? -1 : tree.firstChild(arguments);
        c >= 0 && at < place;
        c = tree.nextSibling(c)) {
      if (tree.isNamed(c) && !tree.isExtra(c) && ++at == place) {
        return c;
      }
    }
    return -1;
  }
}
