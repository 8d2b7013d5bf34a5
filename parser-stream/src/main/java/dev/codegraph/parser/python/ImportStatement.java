package dev.codegraph.parser.python;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.PythonSyntax.Field;

/** One import per name of an import statement. */
final class ImportStatement {
  private final PythonSyntax syntax;
  private final FactsBuilder facts;

  ImportStatement(PythonSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.facts = facts;
  }

  void add(int node, int owner, boolean typeOnly) {
    boolean whole = syntax.is(node, PythonNode.IMPORT_STATEMENT);
    String module = syntax.is(node, PythonNode.FUTURE_IMPORT_STATEMENT) ? "__future__" : "";
    int level = 0;
    int moduleNode = syntax.child(node, Field.MODULE_NAME);
    if (moduleNode >= 0) {
      String text = syntax.text(moduleNode).replaceAll("[\\s\\\\]+", "");
      while (level < text.length() && text.charAt(level) == '.') {
        level++;
      }
      module = text.substring(level);
    }
    int end = syntax.tree.subtreeEnd(node);
    int child = syntax.tree.firstChild(node);
    while (child >= 0) {
      if (child != moduleNode && syntax.tree.isNamed(child) && child < end) {
        name(child, whole, module, level, owner, typeOnly);
      }
      child = syntax.tree.nextSibling(child);
    }
  }

  private void name(
      int child, boolean whole, String module, int level, int owner, boolean typeOnly) {
    int start = syntax.tree.startByte(child);
    int aliasNode = syntax.child(child, Field.ALIAS);
    int nameNode = aliasNode >= 0 ? syntax.child(child, Field.NAME) : child;
    if (syntax.is(nameNode, PythonNode.DOTTED_NAME)) {
      String name = syntax.text(nameNode).replaceAll("\\s+", "");
      String alias = aliasNode < 0 ? "" : syntax.text(aliasNode);
      boolean again = !alias.isEmpty() && alias.equals(name);
      facts.importAt(
          whole ? name : module,
          whole ? "" : name,
          alias,
          false,
          again,
          typeOnly,
          level,
          owner,
          start);
    } else if (!whole && syntax.textStartsWith(child, '*')) {
      facts.importAt(module, "*", "", false, true, typeOnly, level, owner, start);
    }
  }
}
