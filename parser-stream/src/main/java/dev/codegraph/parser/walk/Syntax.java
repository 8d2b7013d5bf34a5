package dev.codegraph.parser.walk;

import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A syntax tree whose node kinds are the constants of an enum, with the few questions that all
 * walks ask. A node of -1 is none: it has the kind OTHER, no children and no text.
 *
 * @param <K> Enum of the kinds that a language's indexer knows, see {@link NodeKinds}.
 */
public final class Syntax<K extends Enum<K>> {
  /** Signatures are cut after 500 characters; white space goes before. */
  private static final int SIGNATURE_BYTES = 4_000;

  private final SyntaxTree tree;
  private final NodeKinds<K> kinds;
  private final K other;

  /**
   * A view of a tree.
   *
   * @param other The constant for kinds that the enum does not name.
   */
  public Syntax(SyntaxTree tree, NodeKinds<K> kinds, K other) {
    this.tree = tree;
    this.kinds = kinds;
    this.other = other;
  }

  /** The tree itself. */
  public SyntaxTree tree() {
    return tree;
  }

  /** The parsed bytes. */
  public byte[] source() {
    return tree.source();
  }

  /** The kind of a node. */
  public K kind(int node) {
    return node < 0 ? other : kinds.of(tree.kind(node));
  }

  /** Whether a node is there and of a kind. */
  public boolean is(int node, K kind) {
    return node >= 0 && kinds.of(tree.kind(node)) == kind;
  }

  /** The first child with a field, or -1. */
  public int field(int node, int field) {
    return node < 0 ? -1 : tree.childByField(node, field);
  }

  /** All named children with a field, in order. */
  public List<Integer> fields(int node, int field) {
    List<Integer> found = new ArrayList<>(2);
    for (int child = firstChild(node); child >= 0; child = tree.nextSibling(child)) {
      if (tree.field(child) == field && tree.isNamed(child)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The first child, tokens and comments included, or -1. */
  public int firstChild(int node) {
    return node < 0 ? -1 : tree.firstChild(node);
  }

  /** The next sibling, tokens and comments included, or -1. */
  public int nextSibling(int node) {
    return node < 0 ? -1 : tree.nextSibling(node);
  }

  /** The parent, or -1. */
  public int parent(int node) {
    return node < 0 ? -1 : tree.parent(node);
  }

  /** The first named child that may not stand just anywhere as comments do, or -1. */
  public int firstNamed(int node) {
    return content(firstChild(node));
  }

  /** The next named sibling that may not stand just anywhere as comments do, or -1. */
  public int nextNamed(int node) {
    return content(nextSibling(node));
  }

  /** How many named children a node has, as {@link #firstNamed} says. */
  public int namedChildren(int node) {
    int count = 0;
    for (int child = firstNamed(node); child >= 0; child = nextNamed(child)) {
      count++;
    }
    return count;
  }

  /** The n-th of the named children, counted from 0, or -1. */
  public int named(int node, int n) {
    int child = firstNamed(node);
    for (int i = 0; i < n && child >= 0; i++) {
      child = nextNamed(child);
    }
    return child;
  }

  /**
   * The first named child that is no comment, or -1. Unlike {@link #firstNamed} it may be an ERROR
   * that the grammar lets stand anywhere: whole declarations can be below one.
   */
  public int firstPart(int node) {
    return part(firstChild(node));
  }

  /** The next named sibling that is no comment, as {@link #firstPart} says, or -1. */
  public int nextPart(int node) {
    return part(tree.nextSibling(node));
  }

  private int part(int from) {
    int node = from;
    while (node >= 0 && (!tree.isNamed(node) || tree.isExtra(node) && !tree.isError(node))) {
      node = tree.nextSibling(node);
    }
    return node;
  }

  private int content(int from) {
    int node = from;
    while (node >= 0 && (!tree.isNamed(node) || tree.isExtra(node))) {
      node = tree.nextSibling(node);
    }
    return node;
  }

  /** The first child of a kind, or -1. */
  public int child(int node, K kind) {
    int child = firstChild(node);
    while (child >= 0 && kinds.of(tree.kind(child)) != kind) {
      child = tree.nextSibling(child);
    }
    return child;
  }

  /** The children of a kind, in order. */
  public List<Integer> children(int node, K kind) {
    List<Integer> found = new ArrayList<>(2);
    for (int child = firstChild(node); child >= 0; child = tree.nextSibling(child)) {
      if (kinds.of(tree.kind(child)) == kind) {
        found.add(child);
      }
    }
    return found;
  }

  /** Whether a node has a child that is this token. */
  public boolean hasToken(int node, String token) {
    for (int child = firstChild(node); child >= 0; child = tree.nextSibling(child)) {
      if (!tree.isNamed(child) && tree.textEquals(child, token)) {
        return true;
      }
    }
    return false;
  }

  /** Byte offset of the first byte. */
  public int start(int node) {
    return tree.startByte(node);
  }

  /** Byte offset after the last byte. */
  public int end(int node) {
    return tree.endByte(node);
  }

  /** The text of a node; empty for none. */
  public String text(int node) {
    return node < 0 ? "" : tree.text(node);
  }

  /** The text of a node with every run of white space as one space; for types and names. */
  public String normalText(int node) {
    String text = text(node);
    StringBuilder normal = new StringBuilder(text.length());
    boolean isSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        isSpace = true;
      } else {
        if (isSpace && !normal.isEmpty()) {
          normal.append(' ');
        }
        isSpace = false;
        normal.append(c);
      }
    }
    return normal.toString();
  }

  /** Whether the bytes of the node are exactly this ASCII text. */
  public boolean textEquals(int node, String ascii) {
    return node >= 0 && tree.textEquals(node, ascii);
  }

  /** The text between two offsets, or as much of it as a signature can need. */
  public String signature(int start, int end) {
    int length = Math.max(0, Math.min(end - start, SIGNATURE_BYTES));
    return new String(tree.source(), start, length, StandardCharsets.UTF_8);
  }
}
