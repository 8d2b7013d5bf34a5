package dev.codegraph.parser.rust;

import dev.codegraph.parser.walk.Syntax;

/** Use declarations: one import for each name that the tree of a declaration ends in. */
final class RustUses {
  private final RustContext context;
  private final Syntax<RustNode> syntax;

  RustUses(RustContext context) {
    this.context = context;
    this.syntax = context.syntax();
  }

  /** Makes the imports of a use declaration. */
  void declaration(int node) {
    boolean isExported = syntax.child(node, RustNode.VISIBILITY_MODIFIER) >= 0;
    tree(syntax.field(node, RustFields.ARGUMENT), "", "", isExported);
  }

  /** {@code extern crate a as b} is {@code use ::a as b}. */
  void externCrate(int node) {
    int name = syntax.field(node, RustFields.NAME);
    if (name >= 0) {
      String alias = context.name(syntax.field(node, RustFields.ALIAS));
      boolean isExported = syntax.child(node, RustNode.VISIBILITY_MODIFIER) >= 0;
      add("::", context.name(name), alias, isExported, syntax.start(name));
    }
  }

  private void tree(int node, String prefix, String alias, boolean isExported) {
    switch (syntax.kind(node)) {
      case IDENTIFIER, CRATE, SUPER, METAVARIABLE ->
          add(prefix, context.name(node), alias, isExported, syntax.start(node));
      case SELF -> self(node, prefix, alias, isExported);
      case SCOPED_IDENTIFIER -> {
        int name = syntax.field(node, RustFields.NAME);
        if (name >= 0) {
          String module = module(prefix, node);
          add(module, context.name(name), alias, isExported, syntax.start(name));
        }
      }
      case USE_AS_CLAUSE -> {
        String name = context.name(syntax.field(node, RustFields.ALIAS));
        tree(syntax.field(node, RustFields.PATH), prefix, name, isExported);
      }
      case USE_WILDCARD -> {
        int path = syntax.firstNamed(node);
        String module = path < 0 ? prefix : join(prefix, path(path));
        boolean isRoot = module.isEmpty() && syntax.text(node).startsWith("::");
        add(isRoot ? "::" : module, "*", "", isExported, syntax.end(node) - 1);
      }
      case SCOPED_USE_LIST -> {
        String module = module(prefix, node);
        tree(syntax.field(node, RustFields.LIST), module, "", isExported);
      }
      case USE_LIST -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          tree(c, prefix, "", isExported);
        }
      }
      default -> {}
    }
  }

  /** In a group {@code self} is the module before the group. */
  private void self(int node, String prefix, String alias, boolean isExported) {
    int colons = prefix.lastIndexOf("::");
    if (prefix.isEmpty()) {
      add("", "self", alias, isExported, syntax.start(node));
    } else if (colons <= 0) {
      String name = colons == 0 ? prefix.substring(2) : prefix;
      add(colons == 0 ? "::" : "", name, alias, isExported, syntax.start(node));
    } else {
      String module = prefix.substring(0, colons);
      add(module, prefix.substring(colons + 2), alias, isExported, syntax.start(node));
    }
  }

  /** What stands before the last name or the group of a path. */
  private String module(String prefix, int node) {
    int path = syntax.field(node, RustFields.PATH);
    return path < 0 ? prefix.isEmpty() ? "::" : prefix : join(prefix, path(path));
  }

  private String path(int node) {
    String text = syntax.text(node);
    boolean plain = text.indexOf('#') < 0;
    for (int i = 0; plain && i < text.length(); i++) {
      plain = text.charAt(i) > ' ';
    }
    return plain ? text : text.replaceAll("\\s+", "").replace("r#", "");
  }

  private static String join(String prefix, String path) {
    return prefix.isEmpty() || prefix.equals("::") && path.startsWith("::")
        ? path
        : prefix.endsWith("::") ? prefix + path : prefix + "::" + path;
  }

  private void add(String module, String name, String alias, boolean isExported, int start) {
    int owner = context.walk().owner();
    String other = alias.equals(name) ? "" : alias;
    context.facts().importAt(module, name, other, false, isExported, false, 0, owner, start);
  }
}
