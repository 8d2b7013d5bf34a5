package dev.codegraph.parser.scala;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Import and export clauses: one import for each name that they bring. */
final class ScalaImports {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final ScalaTypes types;

  ScalaImports(ScalaContext context, ScalaTypes types) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
  }

  /** A clause: paths that commas separate, each with selectors or without. */
  void clause(int node, boolean exported) {
    List<Integer> path = new ArrayList<>();
    boolean done = false;
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (!syntax.tree().isNamed(c)) {
        if (syntax.textEquals(c, ",")) {
          simple(path, done, exported);
          path.clear();
          done = false;
        }
      } else if (syntax.tree().field(c) == ScalaField.PATH) {
        path.add(c);
      } else {
        switch (syntax.kind(c)) {
          case NAMESPACE_SELECTORS -> {
            selectors(text(path, path.size()), c, exported);
            done = true;
          }
          case NAMESPACE_WILDCARD -> {
            wildcard(text(path, path.size()), c, exported);
            done = true;
          }
          case AS_RENAMED_IDENTIFIER -> {
            renamed(text(path, path.size()), c, exported);
            done = true;
          }
          default -> {}
        }
      }
    }
    simple(path, done, exported);
  }

  /** {@code a.b}: brings the last name of the path. */
  private void simple(List<Integer> path, boolean done, boolean exported) {
    if (!done && !path.isEmpty()) {
      add(text(path, path.size() - 1), path.getLast(), "", exported);
    }
  }

  private void selectors(String module, int list, boolean exported) {
    boolean isGiven = false;
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      if (!syntax.tree().isNamed(c)) {
        if (syntax.textEquals(c, "given")) {
          isGiven = true;
          brings(module, "given", "", syntax.start(c), exported);
        } else if (syntax.textEquals(c, ",")) {
          isGiven = false;
        }
      } else if (isGiven) {
        types.references(c, Role.TYPE);
      } else {
        switch (syntax.kind(c)) {
          case IDENTIFIER, OPERATOR_IDENTIFIER -> add(module, c, "", exported);
          case NAMESPACE_WILDCARD -> wildcard(module, c, exported);
          case ARROW_RENAMED_IDENTIFIER, AS_RENAMED_IDENTIFIER -> renamed(module, c, exported);
          default -> {}
        }
      }
    }
  }

  private void wildcard(String module, int node, boolean exported) {
    String name = syntax.textEquals(node, "given") ? "given" : "*";
    brings(module, name, "", syntax.start(node), exported);
  }

  /** A name that is renamed to the underscore is kept out and brings nothing. */
  private void renamed(String module, int node, boolean exported) {
    int alias = syntax.field(node, ScalaField.ALIAS);
    if (!syntax.textEquals(alias, "_")) {
      add(module, syntax.field(node, ScalaField.NAME), context.name(alias), exported);
    }
  }

  private void add(String module, int nameNode, String alias, boolean exported) {
    String name = syntax.textEquals(nameNode, "_") ? "*" : context.name(nameNode);
    if (!name.isEmpty()) {
      brings(module, name, alias, syntax.start(nameNode), exported);
    }
  }

  private void brings(String module, String name, String alias, int start, boolean exported) {
    if (module.startsWith(".") || module.endsWith(".") || module.contains("..")) {
      // Broken: a keyword stands where a part of the path should.
      return;
    }
    context
        .facts()
        .importAt(module, name, alias, false, exported, false, 0, context.walk().owner(), start);
  }

  private String text(List<Integer> path, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String plain = syntax.text(path.get(i));
      String name =
          plain.equals("this") || plain.equals("super") ? plain : context.name(path.get(i));
      text.append(i == 0 ? "" : ".").append(name);
    }
    return text.toString();
  }
}
