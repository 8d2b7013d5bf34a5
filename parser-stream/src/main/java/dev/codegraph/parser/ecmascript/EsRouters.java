package dev.codegraph.parser.ecmascript;

import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Routes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The applications and routers that a file makes, by the names of the variables that hold them, and
 * what each puts before its paths as far as the file says it.
 */
final class EsRouters {
  private static final Set<String> MAKERS =
      Set.of("express", "Router", "fastify", "Fastify", "Hono", "KoaRouter", "polka");

  /** How deep routers are followed into each other. */
  private static final int MAX_NESTING = 16;

  private record Mount(String under, String prefix) {}

  private final EsSyntax syntax;
  private final Map<String, String> own = new HashMap<>();
  private final Map<String, Mount> mounts = new HashMap<>();

  EsRouters(EsSyntax syntax) {
    this.syntax = syntax;
    SyntaxTree tree = syntax.tree;
    for (int node = 0; node < tree.nodeCount(); node++) {
      switch (syntax.kind(node)) {
        case VARIABLE_DECLARATOR ->
            made(syntax.child(node, EsField.NAME), syntax.child(node, EsField.VALUE));
        case ASSIGNMENT_EXPRESSION ->
            made(syntax.child(node, EsField.LEFT), syntax.child(node, EsField.RIGHT));
        case PUBLIC_FIELD_DEFINITION ->
            made(syntax.child(node, EsField.NAME), syntax.child(node, EsField.VALUE));
        case CALL_EXPRESSION -> mounted(node);
        default -> {
          // Makes and mounts none.
        }
      }
    }
  }

  /** Whether a variable holds what the file made as an application or router. */
  boolean isMade(String name) {
    return own.containsKey(name);
  }

  /** What stands before the paths of a router. */
  String prefix(String name) {
    return prefix(name, 0);
  }

  private String prefix(String name, int depth) {
    String inner = own.getOrDefault(name, "");
    Mount mount = mounts.get(name);
    if (mount == null || depth == MAX_NESTING || mount.under().equals(name)) {
      return inner;
    }
    return Routes.join(prefix(mount.under(), depth + 1), Routes.join(mount.prefix(), inner));
  }

  private void made(int name, int value) {
    int made = syntax.finalValue(value);
    boolean isNew = syntax.is(made, EsNode.NEW_EXPRESSION);
    if (name < 0 || !isNew && !syntax.is(made, EsNode.CALL_EXPRESSION)) {
      return;
    }
    int maker = syntax.child(made, isNew ? EsField.CONSTRUCTOR : EsField.FUNCTION);
    int module = syntax.moduleOfCall(maker);
    if (MAKERS.contains(module < 0 ? lastName(maker) : string(module))) {
      int options = syntax.firstNamed(syntax.child(made, EsField.ARGUMENTS));
      own.put(lastName(name), string(property(options, "prefix")));
    }
  }

  /** {@code app.use('/path', router)}, and {@code app.route('/path', router)} of Hono. */
  private void mounted(int call) {
    int callee = syntax.child(call, EsField.FUNCTION);
    if (!syntax.is(callee, EsNode.MEMBER_EXPRESSION)) {
      return;
    }
    String name = lastName(callee);
    if (name.equals("use") || name.equals("route")) {
      int path = syntax.firstNamed(syntax.child(call, EsField.ARGUMENTS));
      for (int c = path; c >= 0; c = syntax.nextNamed(c)) {
        if (syntax.is(c, EsNode.IDENTIFIER) && isLiteral(path)) {
          String under = lastName(syntax.child(callee, EsField.OBJECT));
          mounts.put(syntax.text(c), new Mount(under, string(path)));
        }
      }
    }
  }

  /** The name of a variable, or the last one of a member; empty for all else. */
  String lastName(int node) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER, PROPERTY_IDENTIFIER, PRIVATE_PROPERTY_IDENTIFIER -> syntax.text(node);
      case MEMBER_EXPRESSION -> {
        int property = syntax.child(node, EsField.PROPERTY);
        yield property < 0 ? "" : syntax.text(property);
      }
      default -> "";
    };
  }

  /** Whether a node is a text that says itself. */
  boolean isLiteral(int node) {
    return syntax.is(node, EsNode.STRING)
        || syntax.is(node, EsNode.TEMPLATE_STRING)
            && syntax.child(node, EsNode.TEMPLATE_SUBSTITUTION) < 0;
  }

  /** The text of a literal; empty for all else. */
  String string(int node) {
    return isLiteral(node) ? syntax.string(node) : "";
  }

  /** The value of a property in an object literal, or -1. */
  int property(int object, String name) {
    if (syntax.is(object, EsNode.OBJECT)) {
      for (int c = syntax.firstNamed(object); c >= 0; c = syntax.nextNamed(c)) {
        int key = syntax.is(c, EsNode.PAIR) ? syntax.child(c, EsField.KEY) : -1;
        if (key >= 0 && syntax.propertyName(key).equals(name)) {
          return syntax.child(c, EsField.VALUE);
        }
        if (syntax.is(c, EsNode.SHORTHAND_PROPERTY_IDENTIFIER) && syntax.text(c).equals(name)
            || syntax.is(c, EsNode.METHOD_DEFINITION)
                && syntax.text(syntax.child(c, EsField.NAME)).equals(name)) {
          return c;
        }
      }
    }
    return -1;
  }
}
