package dev.codegraph.parser.dart;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.ExportFact;
import java.util.ArrayList;
import java.util.List;

/** Libraries: their names, what they import and export, the parts that they are made of. */
final class DartImports {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  DartImports(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** A name of the library, where it has one. */
  void library(int node) {
    int name = syntax.child(node, DartNode.DOTTED_IDENTIFIER_LIST);
    walk.facts().packageName(syntax.text(name));
  }

  /** A part of the library, or the library that this is a part of. */
  void part(int node) {
    int uri = uri(node);
    int name = syntax.child(node, DartNode.DOTTED_IDENTIFIER_LIST);
    if (uri >= 0) {
      add(text(uri), "", "", false, syntax.start(uri) + 1);
    } else if (name >= 0) {
      walk.facts().packageName(syntax.text(name));
    }
  }

  /** An import or export; each name that it shows is one. */
  void directive(int node) {
    int inner = syntax.firstNamed(node);
    boolean isExport = syntax.is(inner, DartNode.LIBRARY_EXPORT);
    int specification = isExport ? inner : syntax.firstNamed(inner);
    int uri = uri(specification);
    if (uri < 0 || text(uri).isEmpty()) {
      return;
    }
    String module = text(uri);
    String prefix = syntax.text(syntax.child(specification, DartNode.IDENTIFIER));
    List<Integer> shown = shown(specification);
    if (shown.isEmpty()) {
      String name = isExport || prefix.isEmpty() ? "*" : "";
      add(module, name, prefix, isExport, syntax.start(uri) + 1);
      if (isExport) {
        walk.facts().export(new ExportFact("*", "", module, "*", -1));
      }
    }
    for (int each : shown) {
      String name = syntax.text(each);
      String alias = prefix.isEmpty() ? "" : prefix + "." + name;
      add(module, name, alias, isExport, syntax.start(each));
      if (isExport) {
        walk.facts().export(new ExportFact(name, "", module, name, -1));
      }
    }
  }

  private void add(String module, String name, String alias, boolean reexport, int start) {
    walk.facts().importAt(module, name, alias, false, reexport, false, 0, 0, start);
  }

  private List<Integer> shown(int specification) {
    List<Integer> found = new ArrayList<>(2);
    for (int combinator : syntax.children(specification, DartNode.COMBINATOR)) {
      if (syntax.hasToken(combinator, "show")) {
        found.addAll(syntax.children(combinator, DartNode.IDENTIFIER));
      }
    }
    return found;
  }

  /** The first string below a directive: where conditions choose another file, the default. */
  private int uri(int node) {
    int at = node;
    for (int depth = 0; at >= 0 && depth < 4; depth++) {
      int literal = syntax.child(at, DartNode.STRING_LITERAL);
      if (literal >= 0) {
        return literal;
      }
      int uri = syntax.child(at, DartNode.URI);
      at = uri >= 0 ? uri : syntax.firstNamed(at);
    }
    return -1;
  }

  private String text(int literal) {
    String text = syntax.text(literal);
    return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
  }
}
