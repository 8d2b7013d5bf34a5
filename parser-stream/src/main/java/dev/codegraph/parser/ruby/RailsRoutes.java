package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Routes;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The routes that Rails draws: those written out, and those that resources stand for. */
final class RailsRoutes {
  /**
   * What the blocks around give to a route.
   *
   * @param path Begin of its path.
   * @param module Modules of its controller, with a double colon behind each.
   * @param controller The controller of the resource around; empty when there is none.
   * @param single Path of one thing of the resource around, with its id.
   */
  private record Place(String path, String module, String controller, String single) {}

  /** One action of a resource: its verb, and whether it is about one thing, with more behind. */
  private record Action(String name, String verb, boolean isSingle, String tail) {}

  private static final List<Action> ACTIONS =
      List.of(
          new Action("index", "GET", false, ""),
          new Action("create", "POST", false, ""),
          new Action("new", "GET", false, "new"),
          new Action("show", "GET", true, ""),
          new Action("edit", "GET", true, "edit"),
          new Action("update", "PATCH", true, ""),
          new Action("update", "PUT", true, ""),
          new Action("destroy", "DELETE", true, ""));

  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "patch", "delete", "options", "match");

  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;
  private boolean isDrawing;
  private Place place = new Place("", "", "", "");

  RailsRoutes(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  boolean isDrawing() {
    return isDrawing;
  }

  /** Walks the block in which routes are drawn. */
  void draw(int block) {
    isDrawing = true;
    in(new Place("", "", "", ""), block);
    isDrawing = false;
  }

  private void in(Place inner, int block) {
    Place outer = place;
    place = inner;
    if (block >= 0) {
      walk.methods().block(block, -1);
    }
    place = outer;
  }

  /** Walks a call that draws routes. Whether it does. */
  boolean declares(int call, String name, int list, int block) {
    if (VERBS.contains(name)) {
      return written(call, name, list);
    }
    switch (name) {
      case "root" -> root(call, list);
      case "namespace" -> namespace(list, block);
      case "scope" -> scope(list, block);
      case "resources", "resource" -> {
        for (int literal : plain(list)) {
          resource(call, list, block, literal, name.equals("resource"));
        }
      }
      case "member" ->
          in(new Place(place.single, place.module, place.controller, place.single), block);
      case "collection", "controller", "constraints", "defaults", "shallow", "authenticate" ->
          in(here(name, list), block);
      case "concern" -> {
        // Routes of no place of their own.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Place here(String name, int list) {
    if (name.equals("collection")) {
      return new Place(collection(), place.module, place.controller, place.single);
    }
    walk.expressions().arguments(list);
    String given = walk.names().literal(walk.names().argument(list, 0));
    return name.equals("controller")
        ? new Place(place.path, place.module, given, place.single)
        : place;
  }

  /** The path of all things of the resource around. */
  private String collection() {
    int cut = place.single.lastIndexOf("/:");
    return cut > 0 ? place.single.substring(0, cut) : place.path;
  }

  private List<Integer> plain(int list) {
    List<Integer> found = new ArrayList<>(1);
    for (int literal : walk.names().literals(list)) {
      if (syntax.parent(literal) == list) {
        found.add(literal);
      }
    }
    return found;
  }

  private void root(int call, int list) {
    int first = walk.names().argument(list, 0);
    int target = walk.names().literal(first).isEmpty() ? walk.names().option(list, "to") : first;
    int position = target < 0 ? call : target;
    declare("GET", Routes.join(place.path, ""), position, call, handler(target), target);
  }

  private void namespace(int list, int block) {
    int first = walk.names().argument(list, 0);
    String name = walk.names().literal(first);
    int path = walk.names().option(list, "path");
    int module = walk.names().option(list, "module");
    String own = path < 0 ? name : walk.names().literal(path);
    String modules = module < 0 ? name : walk.names().literal(module);
    in(new Place(Routes.join(place.path, own), place.module + modules(modules), "", ""), block);
  }

  private void scope(int list, int block) {
    String path = place.path;
    for (int literal : plain(list)) {
      path = Routes.join(path, walk.names().literal(literal));
    }
    int option = walk.names().option(list, "path");
    if (option >= 0) {
      path = Routes.join(path, walk.names().literal(option));
    }
    String module = walk.names().literal(walk.names().option(list, "module"));
    String controller = walk.names().literal(walk.names().option(list, "controller"));
    in(
        new Place(
            path,
            place.module + modules(module),
            controller.isEmpty() ? place.controller : controller,
            place.single),
        block);
  }

  private static String modules(String name) {
    return name.isEmpty() ? "" : camel(name) + "::";
  }

  private void resource(int call, int list, int block, int literal, boolean isAlone) {
    String name = walk.names().literal(literal);
    int option = walk.names().option(list, "path");
    String base = Routes.join(place.path, option < 0 ? name : walk.names().literal(option));
    String parameter = walk.names().literal(walk.names().option(list, "param"));
    String id = parameter.isEmpty() ? "id" : parameter;
    String single = isAlone ? base : base + "/:" + id;
    String given = walk.names().literal(walk.names().option(list, "controller"));
    String controller = !given.isEmpty() ? given : isAlone ? plural(name) : name;
    String modules =
        place.module + modules(walk.names().literal(walk.names().option(list, "module")));
    for (Action action : ACTIONS) {
      if (isDrawn(action, list) && !(isAlone && action.name.equals("index"))) {
        String path = Routes.join(action.isSingle ? single : base, action.tail);
        Handler handler = new Handler(modules + camel(controller) + "Controller", action.name);
        declare(action.verb, path, literal, call, handler, literal);
      }
    }
    String nested = isAlone ? base : base + "/:" + singular(name) + "_" + id;
    in(new Place(nested, modules, controller, single), block);
  }

  private boolean isDrawn(Action action, int list) {
    int only = walk.names().option(list, "only");
    int except = walk.names().option(list, "except");
    return (only < 0 || names(only).contains(action.name))
        && (except < 0 || !names(except).contains(action.name));
  }

  private List<String> names(int node) {
    String alone = walk.names().literal(node);
    if (!alone.isEmpty()) {
      return List.of(alone);
    }
    List<String> found = new ArrayList<>(4);
    for (int literal : walk.names().literals(node)) {
      found.add(walk.names().literal(literal));
    }
    return found;
  }

  /** A route whose path is written out, or several. */
  private boolean written(int call, String verb, int list) {
    List<Integer> paths = plain(list);
    int target = walk.names().option(list, "to");
    int first = walk.names().argument(list, 0);
    if (paths.isEmpty() && syntax.is(first, RubyNode.PAIR)) {
      // The path as a key, with what handles it behind.
      int key = syntax.field(first, RubyField.KEY);
      if (!walk.names().literal(key).isEmpty()) {
        paths = List.of(key);
        target = syntax.field(first, RubyField.VALUE);
      }
    }
    if (paths.isEmpty()) {
      return false;
    }
    for (int literal : paths) {
      String path = walk.names().literal(literal);
      Handler handler = target >= 0 ? handler(target) : implied(list, path);
      for (String each : verbs(verb, list)) {
        declare(each, Routes.join(base(list), path), literal, call, handler, target);
      }
    }
    if (target >= 0 && walk.names().literal(target).isEmpty()) {
      walk.expressions().value(target, false);
    }
    return true;
  }

  /** Where a route inside of a resource begins. */
  private String base(int list) {
    return switch (walk.names().literal(walk.names().option(list, "on"))) {
      case "member" -> place.single;
      case "collection" -> collection();
      default -> place.path;
    };
  }

  private List<String> verbs(String verb, int list) {
    if (!verb.equals("match")) {
      return List.of(verb.toUpperCase(Locale.ROOT));
    }
    List<String> found = new ArrayList<>(2);
    for (String each : names(walk.names().option(list, "via"))) {
      found.add(each.equals("all") ? Routes.ANY : each.toUpperCase(Locale.ROOT));
    }
    return Routes.orAny(found);
  }

  /** The class and method that handle a route; the method is empty when not known. */
  private record Handler(String type, String method) {}

  private static final Handler UNKNOWN = new Handler("", "");

  private Handler handler(int target) {
    String text = walk.names().literal(target);
    int at = text.indexOf('#');
    if (at > 0 && at < text.length() - 1) {
      String type = place.module + camel(text.substring(0, at)) + "Controller";
      return new Handler(type, text.substring(at + 1));
    }
    boolean isAction = !text.isEmpty() && at < 0 && !place.controller.isEmpty();
    return isAction
        ? new Handler(place.module + camel(place.controller) + "Controller", text)
        : UNKNOWN;
  }

  /** The handler that options or the path say. */
  private Handler implied(int list, String path) {
    String controller = walk.names().literal(walk.names().option(list, "controller"));
    String action = walk.names().literal(walk.names().option(list, "action"));
    String type = controller.isEmpty() ? place.controller : controller;
    boolean isWord = path.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    if (!type.isEmpty() && (isWord || !action.isEmpty())) {
      return new Handler(
          place.module + camel(type) + "Controller", action.isEmpty() ? path : action);
    }
    int cut = path.lastIndexOf('/');
    return action.isEmpty() && type.isEmpty() && cut > 0 && path.indexOf(':') < 0
        ? new Handler(
            place.module + camel(path.substring(path.startsWith("/") ? 1 : 0, cut)) + "Controller",
            path.substring(cut + 1))
        : UNKNOWN;
  }

  private void declare(
      String verb, String path, int literal, int call, Handler handler, int target) {
    int route =
        new Routes(walk.facts())
            .add(
                verb,
                path,
                syntax.start(literal),
                syntax.start(call),
                syntax.end(call),
                walk.context().owner())
            .index();
    if (!handler.method.isEmpty()) {
      int type = walk.expression(ExpressionKind.NAME, handler.type, -1, -1);
      int at = target >= 0 ? target : literal;
      String text = walk.names().literal(at);
      int behind = text.indexOf('#') + 1;
      walk.facts()
          .referenceAt(
              Role.FUNCTION_VALUE,
              handler.method,
              walk.names().literalStart(at) + behind,
              route,
              type,
              -1);
    }
  }

  /** The name of a constant for a path: {@code admin/blog_posts} is {@code Admin::BlogPosts}. */
  private static String camel(String path) {
    StringBuilder name = new StringBuilder();
    boolean isFirst = true;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/') {
        name.append("::");
        isFirst = true;
      } else if (c == '_' || c == '-') {
        isFirst = true;
      } else {
        name.append(isFirst ? Character.toUpperCase(c) : c);
        isFirst = false;
      }
    }
    return name.toString();
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    for (String ending : List.of("sses", "xes", "ches", "shes", "uses")) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - 2);
      }
    }
    if (name.endsWith("people")) {
      return name.substring(0, name.length() - 4) + "rson";
    }
    if (name.endsWith("children")) {
      return name.substring(0, name.length() - 3);
    }
    boolean isPlural =
        name.endsWith("s") && !name.endsWith("ss") && !name.endsWith("us") && !name.equals("news");
    return isPlural ? name.substring(0, name.length() - 1) : name;
  }

  private static String plural(String name) {
    if (name.endsWith("y")
        && !name.endsWith("ay")
        && !name.endsWith("ey")
        && !name.endsWith("oy")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    for (String ending : List.of("s", "x", "ch", "sh")) {
      if (name.endsWith(ending)) {
        return name + "es";
      }
    }
    return name + "s";
  }
}
