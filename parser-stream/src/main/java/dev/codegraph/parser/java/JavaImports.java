package dev.codegraph.parser.java;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Role;

/** Packages, imports and modules. */
final class JavaImports {

  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;
  private final FactsBuilder facts;

  JavaImports(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.facts = context.facts();
  }

  /** The name of the package, and the annotations on it. */
  void packageDeclaration(int node) {
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.SCOPED_IDENTIFIER) || context.is(c, JavaNode.IDENTIFIER)) {
        facts.packageName(dotted(c));
      } else if (tree.isNamed(c)) {
        walk.code().visit(c, 0);
      }
    }
  }

  /** One import, of a module too. */
  void importDeclaration(int node) {
    boolean isStatic = false;
    boolean isWildcard = false;
    int name = -1;
    int star = -1;
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (tree.textEquals(c, "static")) {
        isStatic = true;
      } else if (context.is(c, JavaNode.SCOPED_IDENTIFIER) || context.is(c, JavaNode.IDENTIFIER)) {
        name = c;
      } else if (tree.textEquals(c, "*")) {
        isWildcard = true;
        star = c;
      }
    }
    if (name < 0 || tree.isMissing(walk.types().lastName(name))) {
      return;
    }
    if (context.normal(name).startsWith("module ")) {
      String module = dotted(name).substring("module".length());
      facts.importAt(
          module, "*", "", false, false, false, 0, 0, tree.startByte(walk.types().lastName(name)));
      return;
    }
    String whole = dotted(name);
    walk.routes().imported(whole);
    if (isWildcard) {
      facts.importAt(
          whole, "*", "", isStatic, false, false, 0, 0, tree.startByte(star < 0 ? name : star));
    } else {
      int dot = whole.lastIndexOf('.');
      facts.importAt(
          dot < 0 ? "" : whole.substring(0, dot),
          whole.substring(dot + 1),
          "",
          isStatic,
          false,
          false,
          0,
          0,
          tree.startByte(walk.types().lastName(name)));
    }
  }

  /** A module and the services that it names. */
  void module(int node) {
    int name = context.child(node, JavaContext.NAME);
    if (name >= 0) {
      int module = facts.entity(EntityKind.MODULE, dotted(name), name, node, 0).index();
      int body = context.child(node, JavaContext.BODY);
      for (int c = body < 0 ? -1 : tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
        switch (context.kind(c)) {
          case USES_MODULE_DIRECTIVE, PROVIDES_MODULE_DIRECTIVE -> services(c, module);
          default -> {
            // About packages and modules, not about types.
          }
        }
      }
    }
  }

  /** The types that a directive names. */
  private void services(int directive, int module) {
    for (int c = tree.firstChild(directive); c >= 0; c = tree.nextSibling(c)) {
      if (context.is(c, JavaNode.IDENTIFIER) || context.is(c, JavaNode.SCOPED_IDENTIFIER)) {
        walk.types().references(c, module, Role.TYPE);
      }
    }
  }

  private String dotted(int node) {
    return context.normal(node).replace(" ", "");
  }
}
