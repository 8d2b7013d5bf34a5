package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.parser.walk.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Web routes: calls of Ktor's routing in files that import it, and annotations of Spring. */
final class KotlinRoutes {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final Routes routes;
  private final Deque<String> prefixes = new ArrayDeque<>();
  private boolean importsKtor;

  KotlinRoutes(KotlinContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.routes = new Routes(context.facts());
  }

  /** Notes the module of an import. */
  void imported(String module) {
    importsKtor |= module.startsWith("io.ktor.");
  }

  /** Walks the arguments of a call, as those of a route where it is one. */
  void around(int call, Runnable arguments) {
    int suffix = syntax.child(call, KotlinNode.CALL_SUFFIX);
    if (!importsKtor || syntax.child(suffix, KotlinNode.ANNOTATED_LAMBDA) < 0) {
      arguments.run();
      return;
    }
    int list = syntax.child(suffix, KotlinNode.VALUE_ARGUMENTS);
    int function = syntax.firstNamed(call);
    if (list < 0 && syntax.is(function, KotlinNode.CALL_EXPRESSION)) {
      list =
          syntax.child(syntax.child(function, KotlinNode.CALL_SUFFIX), KotlinNode.VALUE_ARGUMENTS);
      function = syntax.firstNamed(function);
    }
    String name = syntax.is(function, KotlinNode.SIMPLE_IDENTIFIER) ? syntax.text(function) : "";
    int argument = syntax.firstNamed(syntax.firstNamed(list));
    boolean hasPath = syntax.is(argument, KotlinNode.STRING_LITERAL);
    switch (name) {
      case "route" -> {
        prefixes.push(joined(hasPath ? string(argument) : ""));
        arguments.run();
        prefixes.pop();
      }
      case "get", "post", "put", "delete", "patch", "head", "options" -> {
        if (hasPath || !prefixes.isEmpty() && list < 0) {
          int at = hasPath ? argument : function;
          String path = joined(hasPath ? string(argument) : "");
          add(name, path, at, call, context.walk().owner());
        }
        arguments.run();
      }
      default -> arguments.run();
    }
  }

  private String joined(String path) {
    return Routes.join(prefixes.isEmpty() ? "" : prefixes.peek(), path);
  }

  private String string(int literal) {
    String text = syntax.text(literal);
    int quotes = text.startsWith("\"\"\"") ? 3 : 1;
    return text.length() < 2 * quotes ? "" : text.substring(quotes, text.length() - quotes);
  }

  /** A route belongs to the type that its code lies in, or to the file. */
  private void add(String method, String path, int at, int node, int owner) {
    routes.add(
        method, path, syntax.start(at), syntax.start(node), syntax.end(node), routes.typeOf(owner));
  }

  /** Adds the routes that the annotations of a method name. */
  void annotated(EntityDraft method, int node) {
    for (int annotation : annotations(node)) {
      int invocation = syntax.child(annotation, KotlinNode.CONSTRUCTOR_INVOCATION);
      int type = syntax.child(invocation < 0 ? annotation : invocation, KotlinNode.USER_TYPE);
      String verb = verb(syntax.text(type), invocation);
      if (verb.isEmpty()) {
        continue;
      }
      List<Integer> literals = paths(invocation);
      String prefix = prefix(node);
      for (int literal : literals) {
        String path = Routes.join(prefix, string(literal));
        add(verb, path, literal, annotation, method.parent());
      }
      if (literals.isEmpty()) {
        add(verb, prefix, annotation, annotation, method.parent());
      }
    }
  }

  private List<Integer> annotations(int declaration) {
    int list = syntax.child(declaration, KotlinNode.MODIFIERS);
    return list < 0 ? List.of() : syntax.children(list, KotlinNode.ANNOTATION);
  }

  private String verb(String annotation, int invocation) {
    return switch (annotation) {
      case "GetMapping" -> "GET";
      case "PostMapping" -> "POST";
      case "PutMapping" -> "PUT";
      case "DeleteMapping" -> "DELETE";
      case "PatchMapping" -> "PATCH";
      case "RequestMapping" -> {
        for (int c : arguments(invocation)) {
          if (argumentName(c).equals("method")) {
            String text = syntax.text(c).replaceAll("[^A-Z,]", " ");
            for (String word : List.of(text.split("[ ,]+"))) {
              if (word.length() > 2) {
                yield word;
              }
            }
          }
        }
        yield Routes.ANY;
      }
      default -> "";
    };
  }

  private List<Integer> arguments(int invocation) {
    int list = syntax.child(invocation, KotlinNode.VALUE_ARGUMENTS);
    return list < 0 ? List.of() : syntax.children(list, KotlinNode.VALUE_ARGUMENT);
  }

  private String argumentName(int argument) {
    return syntax.hasToken(argument, "=") ? syntax.text(syntax.firstNamed(argument)) : "";
  }

  private List<Integer> paths(int invocation) {
    List<Integer> literals = new ArrayList<>(1);
    for (int argument : arguments(invocation)) {
      String name = argumentName(argument);
      if (name.isEmpty() || name.equals("value") || name.equals("path")) {
        for (int n = argument; n < syntax.tree().subtreeEnd(argument); n++) {
          if (syntax.is(n, KotlinNode.STRING_LITERAL)) {
            literals.add(n);
          }
        }
      }
    }
    return literals;
  }

  /** What the class of a method puts before its paths. */
  private String prefix(int method) {
    int outer = syntax.parent(syntax.parent(method));
    if (!syntax.is(outer, KotlinNode.CLASS_DECLARATION)) {
      return "";
    }
    for (int annotation : annotations(outer)) {
      int invocation = syntax.child(annotation, KotlinNode.CONSTRUCTOR_INVOCATION);
      if (syntax.textEquals(syntax.child(invocation, KotlinNode.USER_TYPE), "RequestMapping")) {
        List<Integer> literals = paths(invocation);
        return literals.isEmpty() ? "" : string(literals.getFirst());
      }
    }
    return "";
  }
}
