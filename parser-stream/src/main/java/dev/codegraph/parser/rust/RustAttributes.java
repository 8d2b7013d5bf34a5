package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Attributes: references to what they name, and flags for what they say. The traits that {@code
 * derive} names are referred to instead of {@code derive} itself, and so are the attributes inside
 * {@code cfg_attr}.
 */
final class RustAttributes {
  private final RustContext context;
  private final Syntax<RustNode> syntax;
  private final RustTypes types;

  RustAttributes(RustContext context, RustTypes types) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
  }

  /**
   * Gives an item what leads it.
   *
   * @return the documentation that it was given
   */
  String apply(EntityDraft draft, RustLeading leading) {
    StringBuilder documentation = new StringBuilder(leading.documentation());
    for (int attribute : leading.attributes()) {
      String name = name(attribute);
      if (name.equals("doc")) {
        append(documentation, syntax.text(content(attribute)));
      } else {
        context.walk().inEntity(draft.index(), () -> references(attribute));
        flag(draft, attribute, name);
      }
    }
    draft.documentation(documentation.toString());
    return documentation.toString();
  }

  /** Makes the references of attributes of the code that is being walked. */
  void references(RustLeading leading) {
    leading.attributes().forEach(this::references);
  }

  /** An attribute or comment at the beginning of a body is about what the body belongs to. */
  void inner(EntityDraft draft, int node, StringBuilder documentation) {
    if (syntax.is(node, RustNode.INNER_ATTRIBUTE_ITEM)) {
      int attribute = syntax.child(node, RustNode.ATTRIBUTE);
      if (name(attribute).equals("doc")) {
        append(documentation, syntax.text(content(attribute)));
      } else {
        references(attribute);
        flag(draft, attribute, name(attribute));
      }
    } else if (syntax.field(node, RustFields.INNER) >= 0) {
      append(documentation, RustLeading.comment(syntax, node));
    }
  }

  private static void append(StringBuilder documentation, String text) {
    if (!documentation.isEmpty() || !text.isEmpty()) {
      documentation.append(documentation.isEmpty() ? "" : "\n").append(text);
    }
  }

  /** The last name of the path of an attribute. */
  String name(int attribute) {
    int path = syntax.firstNamed(attribute);
    return context.name(
        syntax.is(path, RustNode.SCOPED_IDENTIFIER) ? syntax.field(path, RustFields.NAME) : path);
  }

  /** The string that an attribute is set to, or that stands first in its parentheses, or -1. */
  int content(int attribute) {
    int value = syntax.field(attribute, RustFields.VALUE);
    int from = value < 0 ? syntax.field(attribute, RustFields.ARGUMENTS) : value;
    int literal = value < 0 ? syntax.child(from, RustNode.STRING_LITERAL) : value;
    literal = literal < 0 ? syntax.child(from, RustNode.RAW_STRING_LITERAL) : literal;
    return syntax.child(literal, RustNode.STRING_CONTENT);
  }

  private void references(int attribute) {
    int path = syntax.firstNamed(attribute);
    int arguments = syntax.field(attribute, RustFields.ARGUMENTS);
    switch (name(attribute)) {
      case "derive" -> tokens(arguments, 0);
      case "cfg_attr" -> tokens(arguments, 1);
      case "" -> {}
      default -> {
        if (syntax.is(path, RustNode.IDENTIFIER) || syntax.is(path, RustNode.SCOPED_IDENTIFIER)) {
          types.path(path, Role.ANNOTATE, -1);
        }
      }
    }
  }

  /** Makes the references of paths between commas, from the n-th on. */
  private void tokens(int tree, int from) {
    List<Integer> path = new ArrayList<>(2);
    int part = 0;
    boolean inPath = true;
    for (int c = syntax.firstChild(tree); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.textEquals(c, ",")) {
        annotate(path);
        part++;
        inPath = true;
      } else if (syntax.is(c, RustNode.TOKEN_TREE)) {
        if (part >= from && !path.isEmpty() && isWrapper(path.getLast())) {
          tokens(c, context.name(path.getLast()).equals("derive") ? 0 : 1);
          path.clear();
        }
        inPath = false;
      } else if (syntax.textEquals(c, "=")) {
        inPath = false;
      } else if (part >= from && inPath && isName(c)) {
        path.add(c);
      }
    }
    annotate(path);
  }

  private boolean isWrapper(int node) {
    return syntax.textEquals(node, "derive") || syntax.textEquals(node, "cfg_attr");
  }

  private boolean isName(int node) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER, CRATE, SELF, SUPER, METAVARIABLE -> true;
      default -> false;
    };
  }

  private void annotate(List<Integer> path) {
    int receiver = -1;
    for (int i = 0; i < path.size(); i++) {
      int node = path.get(i);
      if (i == path.size() - 1) {
        if (syntax.is(node, RustNode.IDENTIFIER)) {
          context.walk().reference(Role.ANNOTATE, context.name(node), node, receiver, -1);
        }
      } else if (i == 0) {
        receiver = context.root(node, !syntax.is(node, RustNode.IDENTIFIER));
      } else {
        receiver = context.segment(node, receiver);
      }
    }
    path.clear();
  }

  private void flag(EntityDraft draft, int attribute, String name) {
    switch (name) {
      case "test", "rstest", "test_case", "quickcheck", "wasm_bindgen_test" ->
          draft.flag(EntityFlag.TEST);
      case "bench" -> draft.flag(EntityFlag.BENCHMARK);
      case "deprecated" -> draft.flag(EntityFlag.DEPRECATED);
      case "cfg" -> {
        if (needsTest(syntax.field(attribute, RustFields.ARGUMENTS))) {
          draft.flag(EntityFlag.TEST);
        }
      }
      default -> {}
    }
  }

  /** Whether a condition only holds in tests: {@code test}, alone or as one part of {@code all}. */
  private boolean needsTest(int tree) {
    for (int c = syntax.firstChild(tree); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.textEquals(c, "test")) {
        int next = syntax.nextSibling(c);
        if (syntax.textEquals(next, ",") || syntax.textEquals(next, ")")) {
          return true;
        }
      } else if (syntax.textEquals(c, "all") && needsTest(syntax.nextSibling(c))) {
        return true;
      }
    }
    return false;
  }
}
