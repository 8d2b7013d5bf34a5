package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Lines that begin with a number sign: imports, macros, and conditions whose branches all count.
 */
final class CPreprocessor {
  private final CWalk walk;
  private final CSyntax syntax;

  CPreprocessor(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks a preprocessor node; other nodes in it are given back. */
  void line(int node, IntConsumer part) {
    switch (syntax.kind(node)) {
      case PREPROC_INCLUDE -> include(node);
      case PREPROC_DEF, PREPROC_FUNCTION_DEF -> macro(node);
      case PREPROC_IF, PREPROC_IFDEF, PREPROC_ELIF, PREPROC_ELIFDEF, PREPROC_ELSE ->
          conditional(node, part);
      default -> {}
    }
  }

  private void include(int node) {
    int path = syntax.field(node, CField.PATH);
    switch (syntax.kind(path)) {
      case STRING_LITERAL -> {
        String text = syntax.text(path);
        if (text.length() > 2) {
          include(text.substring(1, text.length() - 1), syntax.start(path) + 1);
        }
      }
      case SYSTEM_LIB_STRING -> include(syntax.text(path), syntax.start(path));
      default -> {
        if (path >= 0) {
          walk.expressions().value(path, false);
        }
      }
    }
  }

  /** Adds an included file or an imported module. */
  void include(String module, int start) {
    walk.context()
        .facts()
        .importAt(module, "", "", false, false, false, 0, walk.context().owner(), start);
  }

  private void macro(int node) {
    int nameNode = syntax.field(node, CField.NAME);
    if (nameNode < 0) {
      return;
    }
    EntityDraft draft =
        walk.entities()
            .add(
                EntityKind.MACRO,
                syntax.text(nameNode),
                nameNode,
                node,
                CHead.NONE,
                walk.context().owner())
            .signature(syntax.signature(syntax.start(node), syntax.end(node)).replace("\\\n", " "));
    if (draft.has(Modifier.PRIVATE) || draft.has(Modifier.PROTECTED)) {
      // Macros know no classes; the visibility of the members around says nothing about them.
      draft.clear(Modifier.PRIVATE).clear(Modifier.PROTECTED);
    }
    Set<String> parameters = new HashSet<>();
    int list = syntax.field(node, CField.PARAMETERS);
    for (int c = syntax.firstChild(list); c >= 0; c = syntax.nextSibling(c)) {
      String name = syntax.text(c);
      if (syntax.is(c, CNode.IDENTIFIER)) {
        draft.parameter(new Parameter(name, "", false, false));
        parameters.add(name);
      } else if (name.equals("...")) {
        draft.parameter(new Parameter("", "...", true, true));
      }
    }
    int value = syntax.field(node, CField.VALUE);
    if (value >= 0) {
      new MacroBody(syntax.source(), syntax.start(value), syntax.end(value), parameters)
          .calls(
              (name, start, arguments) ->
                  walk.context()
                      .facts()
                      .referenceAt(Role.CALL, name, start, draft.index(), -1, arguments));
    }
  }

  /** All branches, one after the other. */
  private void conditional(int first, IntConsumer part) {
    int node = first;
    while (node >= 0) {
      int next = syntax.field(node, CField.ALTERNATIVE);
      int name = syntax.field(node, CField.NAME);
      int condition = syntax.field(node, CField.CONDITION);
      if (name >= 0 && !isGuard(name)) {
        walk.context().reference(Role.READ, syntax.text(name), name, -1, -1);
      }
      if (condition >= 0) {
        walk.expressions().value(condition, false);
      }
      for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
        if (c != next && c != name && c != condition) {
          part.accept(c);
        }
      }
      node = next;
    }
  }

  /** Whether the name that is asked for is defined right there. */
  private boolean isGuard(int name) {
    int next = syntax.nextNamed(name);
    return syntax.is(next, CNode.PREPROC_DEF)
        && syntax.text(syntax.field(next, CField.NAME)).equals(syntax.text(name));
  }
}
