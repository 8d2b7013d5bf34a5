package dev.codegraph.parser.rust;

import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.parser.walk.Syntax;
import java.util.ArrayList;
import java.util.List;

/** What stands before an item in its list and belongs to it: comments that document, attributes. */
final class RustLeading {
  private final Syntax<RustNode> syntax;
  private final List<Integer> attributes = new ArrayList<>(2);
  private final List<String> documentation = new ArrayList<>(2);

  RustLeading(Syntax<RustNode> syntax) {
    this.syntax = syntax;
  }

  /** Nodes of the attributes, in order. */
  List<Integer> attributes() {
    return attributes;
  }

  /** Adds a child of the list; false when it neither leads nor may stand anywhere. */
  boolean takes(int child) {
    switch (syntax.kind(child)) {
      case ATTRIBUTE_ITEM -> attributes.add(syntax.child(child, RustNode.ATTRIBUTE));
      case LINE_COMMENT, BLOCK_COMMENT -> {
        if (syntax.field(child, RustFields.OUTER) >= 0) {
          documentation.add(comment(syntax, child));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Forgets everything: what comes next leads another item. */
  void clear() {
    attributes.clear();
    documentation.clear();
  }

  /** A copy that stays while the list is read on. */
  RustLeading copy() {
    RustLeading copy = new RustLeading(syntax);
    copy.attributes.addAll(attributes);
    copy.documentation.addAll(documentation);
    return copy;
  }

  /** The byte at which the item begins, its attributes included. */
  int start(int item) {
    return attributes.isEmpty() ? syntax.start(item) : syntax.start(syntax.parent(attribute(0)));
  }

  private int attribute(int index) {
    return attributes.get(index);
  }

  /** The documentation, comments and attributes taken together. */
  String documentation() {
    return String.join("\n", documentation).strip();
  }

  /** The text of a comment that documents. */
  static String comment(Syntax<RustNode> syntax, int node) {
    String text = syntax.text(syntax.field(node, RustFields.DOC));
    if (syntax.is(node, RustNode.BLOCK_COMMENT)) {
      return DocumentationComments.withoutStars(text);
    }
    String line = text.stripTrailing();
    return line.startsWith(" ") ? line.substring(1) : line;
  }
}
