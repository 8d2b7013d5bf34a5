package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.parser.walk.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of ASP.NET: attributes on controllers, and the Map methods of an application. */
final class CSharpRoutes {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;
  private final Routes routes;

  /** Path prefixes by the variable that holds the group of routes. */
  private final Map<String, String> groups = new HashMap<>();

  CSharpRoutes(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.routes = new Routes(walk.facts());
  }

  /** Whether a node is a string that says its text by itself. */
  boolean isLiteral(int node) {
    return switch (syntax.kind(node)) {
      case STRING_LITERAL, VERBATIM_STRING_LITERAL, RAW_STRING_LITERAL -> true;
      default -> false;
    };
  }

  private String literal(int node) {
    String text = syntax.text(node);
    int from = text.indexOf('"');
    int to = text.lastIndexOf('"');
    return from < 0 || to <= from ? "" : text.substring(from, to).replace("\"", "");
  }

  /** Makes the routes that the attributes of a method declare. */
  void ofMethod(int method, EntityDraft draft, int typeNode) {
    List<Integer> verbs = new ArrayList<>(1);
    List<Integer> templates = new ArrayList<>(1);
    for (int attribute : walk.attributes().all(method)) {
      String name = walk.attributes().simpleName(attribute);
      if (verb(name) != null || name.equals("AcceptVerbs")) {
        verbs.add(attribute);
      } else if (name.equals("Route")) {
        templates.add(attribute);
      }
    }
    for (int verb : verbs) {
      String name = walk.attributes().simpleName(verb);
      List<Integer> literals = walk.attributes().literals(verb);
      if (walk.attributes().isComputed(verb)) {
        continue;
      }
      if (name.equals("AcceptVerbs")) {
        for (int literal : literals) {
          fromTemplates(
              literal(literal).toUpperCase(Locale.ROOT), literal, templates, draft, typeNode);
        }
      } else if (literals.isEmpty()) {
        fromTemplates(String.valueOf(verb(name)), verb, templates, draft, typeNode);
      } else {
        int template = literals.getFirst();
        declare(String.valueOf(verb(name)), template, literal(template), draft, typeNode);
      }
    }
    if (verbs.isEmpty()) {
      fromTemplates(Routes.ANY, -1, templates, draft, typeNode);
    }
  }

  private static @Nullable String verb(String attribute) {
    return switch (attribute) {
      case "HttpGet" -> "GET";
      case "HttpPost" -> "POST";
      case "HttpPut" -> "PUT";
      case "HttpDelete" -> "DELETE";
      case "HttpPatch" -> "PATCH";
      case "HttpHead" -> "HEAD";
      case "HttpOptions" -> "OPTIONS";
      default -> null;
    };
  }

  /** A method without a template of its own takes that of its Route attributes, or of the class. */
  private void fromTemplates(
      String verb, int verbNode, List<Integer> templates, EntityDraft method, int typeNode) {
    for (int attribute : templates) {
      for (int template : walk.attributes().literals(attribute)) {
        declare(verb, template, literal(template), method, typeNode);
      }
    }
    if (templates.isEmpty() && verbNode >= 0 && !prefixes(typeNode).isEmpty()) {
      declare(verb, verbNode, "", method, typeNode);
    }
  }

  private void declare(String verb, int place, String template, EntityDraft method, int typeNode) {
    boolean isWhole = template.startsWith("/") || template.startsWith("~/");
    if (!isWhole && isComputed(typeNode)) {
      return;
    }
    List<String> prefixes = isWhole ? List.of() : prefixes(typeNode);
    for (String prefix : prefixes.isEmpty() ? List.of("") : prefixes) {
      String typeName = syntax.text(syntax.field(typeNode, CSharpField.NAME));
      String path =
          Routes.join(prefix, template.startsWith("~") ? template.substring(1) : template)
              .replace("[controller]", without(typeName, "Controller"))
              .replace("[action]", without(method.name(), "Async"));
      routes.add(
          verb, path, syntax.start(place), syntax.start(place), syntax.end(place), method.parent());
    }
  }

  private static String without(String name, String ending) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }

  /** Whether the class has a path that only running the code would tell. */
  private boolean isComputed(int typeNode) {
    for (int attribute : walk.attributes().all(typeNode)) {
      if (walk.attributes().simpleName(attribute).equals("Route")
          && walk.attributes().isComputed(attribute)) {
        return true;
      }
    }
    return false;
  }

  private List<String> prefixes(int typeNode) {
    List<String> found = new ArrayList<>(1);
    for (int attribute : walk.attributes().all(typeNode)) {
      if (walk.attributes().simpleName(attribute).equals("Route")) {
        for (int literal : walk.attributes().literals(attribute)) {
          found.add(literal(literal));
        }
      }
    }
    return found;
  }

  /** Remembers which prefix the routes get that are added to a variable. */
  void noteGroup(String name, int value) {
    String prefix = syntax.is(value, CSharpNode.INVOCATION_EXPRESSION) ? prefix(value) : "";
    if (!prefix.isEmpty()) {
      groups.put(name, prefix);
    } else if (!groups.isEmpty()) {
      groups.remove(name);
    }
  }

  /** The prefix that the calls of a chain give to what is added to its result. */
  private String prefix(int from) {
    String prefix = "";
    int node = from;
    while (true) {
      switch (syntax.kind(node)) {
        case INVOCATION_EXPRESSION -> {
          int first = argument(node, 0);
          String name = calledName(node);
          boolean isGroup = name.equals("MapGroup");
          if (!isGroup && name.startsWith("Map")) {
            // What adds a route gives no group.
            return prefix;
          }
          if (isGroup && isLiteral(first)) {
            prefix = Routes.join(literal(first), prefix);
          }
          node = syntax.field(node, CSharpField.FUNCTION);
        }
        case MEMBER_ACCESS_EXPRESSION -> node = syntax.field(node, CSharpField.EXPRESSION);
        case IDENTIFIER -> {
          String outer = groups.getOrDefault(walk.name(node), "");
          return outer.isEmpty() ? prefix : Routes.join(outer, prefix);
        }
        default -> {
          return prefix;
        }
      }
    }
  }

  private String calledName(int call) {
    int function = syntax.field(call, CSharpField.FUNCTION);
    return syntax.is(function, CSharpNode.MEMBER_ACCESS_EXPRESSION)
        ? walk.name(walk.identifier(syntax.field(function, CSharpField.NAME)))
        : "";
  }

  private int argument(int call, int place) {
    int node = syntax.named(syntax.field(call, CSharpField.ARGUMENTS), place);
    return syntax.is(node, CSharpNode.ARGUMENT) ? walk.expressions().argumentValue(node) : -1;
  }

  /** Makes the route that a call adds to an application. Index of its entity, -1 for none. */
  int mapped(int call) {
    int function = syntax.field(call, CSharpField.FUNCTION);
    int nameNode =
        syntax.is(function, CSharpNode.MEMBER_ACCESS_EXPRESSION)
            ? syntax.field(function, CSharpField.NAME)
            : -1;
    if (nameNode < 0 || syntax.tree().source()[syntax.start(nameNode)] != 'M') {
      return -1;
    }
    String verb =
        switch (syntax.text(nameNode)) {
          case "MapGet" -> "GET";
          case "MapPost" -> "POST";
          case "MapPut" -> "PUT";
          case "MapDelete" -> "DELETE";
          case "MapPatch" -> "PATCH";
          case "MapMethods" -> "MapMethods";
          case "Map" -> Routes.ANY;
          default -> "";
        };
    int place = argument(call, 0);
    if (verb.isEmpty() || !isLiteral(place) || argument(call, 1) < 0) {
      return -1;
    }
    String path = literal(place);
    if (verb.equals(Routes.ANY) && !path.startsWith("/")) {
      return -1;
    }
    String prefix = prefix(syntax.field(function, CSharpField.EXPRESSION));
    int first = -1;
    for (String method : verb.equals("MapMethods") ? methods(argument(call, 1)) : List.of(verb)) {
      int route =
          routes
              .add(
                  method,
                  Routes.join(prefix, path),
                  syntax.start(place),
                  syntax.start(call),
                  syntax.end(call),
                  routes.typeOf(walk.context().owner()))
              .index();
      first = first < 0 ? route : first;
    }
    return first;
  }

  /** The methods in a list of strings or well-known names; any when it says nothing by itself. */
  private List<String> methods(int list) {
    List<String> found = new ArrayList<>(2);
    for (int node = list; node >= 0 && node < syntax.tree().subtreeEnd(list); node++) {
      if (isLiteral(node)) {
        found.add(literal(node).toUpperCase(Locale.ROOT));
      } else if (syntax.is(node, CSharpNode.MEMBER_ACCESS_EXPRESSION)
          && syntax.textEquals(syntax.field(node, CSharpField.EXPRESSION), "HttpMethods")) {
        found.add(walk.name(syntax.field(node, CSharpField.NAME)).toUpperCase(Locale.ROOT));
      }
    }
    return Routes.orAny(found);
  }
}
