package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Routes;
import dev.codegraph.parser.walk.Syntax;
import java.util.Locale;

/** The routes of Sinatra, which calls with blocks declare, and the way to those of Rails. */
final class RubyRoutes {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;
  private final RailsRoutes rails;

  /** What the namespaces around give to the paths of Sinatra's routes. */
  private String prefix = "";

  RubyRoutes(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
    this.rails = new RailsRoutes(walk);
  }

  /** Walks a call with a block whose code declares the routes of Rails. Whether it is one. */
  boolean takes(int call, String name, int list, int block) {
    int receiver = syntax.field(call, RubyField.RECEIVER);
    boolean isDraw =
        name.equals("draw")
            && syntax.is(receiver, RubyNode.CALL)
            && syntax.textEquals(syntax.field(receiver, RubyField.METHOD), "routes");
    if (isDraw) {
      rails.draw(block);
    }
    return isDraw;
  }

  /** Walks a call without a receiver that declares a route. Whether it does. */
  boolean declares(int call, String name, int list, int block) {
    if (rails.isDrawing()) {
      return rails.declares(call, name, list, block);
    }
    if (block < 0 || walk.methods().isInMethod() || walk.expressions().calls().isInTest()) {
      return false;
    }
    String path = walk.names().literal(walk.names().argument(list, 0));
    if (!path.startsWith("/")) {
      return false;
    }
    switch (name) {
      case "get", "post", "put", "patch", "delete", "head", "options", "link", "unlink" ->
          route(name.toUpperCase(Locale.ROOT), path, call, list, block);
      case "namespace" -> {
        String outer = prefix;
        prefix = Routes.join(prefix, path);
        walk.expressions().arguments(list);
        walk.methods().block(block, -1);
        prefix = outer;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void route(String verb, String path, int call, int list, int block) {
    int literal = walk.names().argument(list, 0);
    EntityDraft draft =
        new Routes(walk.facts())
            .add(
                verb,
                Routes.join(prefix, path),
                syntax.start(literal),
                syntax.start(call),
                syntax.end(call),
                walk.context().owner());
    draft.documentation(walk.documentation(call));
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              walk.expressions().arguments(list);
              walk.methods().block(block, -1);
            });
  }
}
