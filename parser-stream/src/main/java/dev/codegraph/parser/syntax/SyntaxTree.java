package dev.codegraph.parser.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The syntax tree of one content. Nodes are numbers: the place of the node in preorder, the root
 * being 0, so that the descendants of {@code n} are {@code n + 1} up to {@code subtreeEnd(n) - 1}.
 * Named and anonymous nodes (keywords, operators, punctuation) are both there. Immutable, and safe
 * to read from several threads.
 */
public final class SyntaxTree {
  /** Integers per node in the flat array that the native side fills; see the slots below. */
  static final int STRIDE = 5;

  /** Kind in the low 16 bits, field in the next 12, flags in the upper 4. */
  static final int SHAPE = 0;

  static final int START = 1;
  static final int END = 2;
  static final int SUBTREE_END = 3;
  static final int PARENT = 4;

  static final int FIELD_SHIFT = 16;
  static final int FIELD_MASK = 0xFFF;
  static final int NAMED = 1 << 28;
  static final int ERROR = 1 << 29;
  static final int MISSING = 1 << 30;
  static final int EXTRA = 1 << 31;

  private final Grammar grammar;
  private final byte[] source;
  private final int[] nodes;
  private final int nodeCount;
  private final int[] lineStarts;

  /** Takes the arrays over without copying; nobody may write to them afterwards. */
  SyntaxTree(Grammar grammar, byte[] source, int[] nodes) {
    this.grammar = grammar;
    this.source = source;
    this.nodes = nodes;
    this.nodeCount = nodes.length / STRIDE;
    this.lineStarts = lineStarts(source);
  }

  /**
   * The same nodes over other bytes, of which the parsed ones were a copy with some replaced.
   *
   * @throws IllegalArgumentException if there are not as many
   */
  public SyntaxTree withSource(byte[] original) {
    if (original.length != source.length) {
      throw new IllegalArgumentException(original.length + " bytes for " + source.length);
    }
    return new SyntaxTree(grammar, original, nodes);
  }

  public Grammar grammar() {
    return grammar;
  }

  /** The parsed bytes themselves, not a copy: not to be written to. */
  public byte[] source() {
    return source;
  }

  public int nodeCount() {
    return nodeCount;
  }

  public int root() {
    return 0;
  }

  /** The kind of the node, a number of this grammar; {@link Grammar#ERROR_KIND} for errors. */
  public int kind(int node) {
    return nodes[node * STRIDE + SHAPE] & 0xFFFF;
  }

  public boolean isNamed(int node) {
    return (nodes[node * STRIDE + SHAPE] & NAMED) != 0;
  }

  /** Whether the node is an ERROR node: bytes that fit into no rule. */
  public boolean isError(int node) {
    return (nodes[node * STRIDE + SHAPE] & ERROR) != 0;
  }

  /** Whether the node is a token of no bytes that the parser put in to go on. */
  public boolean isMissing(int node) {
    return (nodes[node * STRIDE + SHAPE] & MISSING) != 0;
  }

  /** Whether the node may stand anywhere, as comments do. */
  public boolean isExtra(int node) {
    return (nodes[node * STRIDE + SHAPE] & EXTRA) != 0;
  }

  /** The field of the node in its parent, or 0. */
  public int field(int node) {
    return nodes[node * STRIDE + SHAPE] >>> FIELD_SHIFT & FIELD_MASK;
  }

  public int startByte(int node) {
    return nodes[node * STRIDE + START];
  }

  public int endByte(int node) {
    return nodes[node * STRIDE + END];
  }

  /** The first child, or -1. */
  public int firstChild(int node) {
    return nodes[node * STRIDE + SUBTREE_END] > node + 1 ? node + 1 : -1;
  }

  /** The next child of the same parent, or -1. */
  public int nextSibling(int node) {
    int parent = nodes[node * STRIDE + PARENT];
    if (parent < 0) {
      return -1;
    }
    int next = nodes[node * STRIDE + SUBTREE_END];
    return next < nodes[parent * STRIDE + SUBTREE_END] ? next : -1;
  }

  /** The parent, or -1 for the root. */
  public int parent(int node) {
    return nodes[node * STRIDE + PARENT];
  }

  /** The first child with that field, or -1. */
  public int childByField(int node, int field) {
    int end = nodes[node * STRIDE + SUBTREE_END];
    int child = node + 1;
    while (child < end) {
      int at = child * STRIDE;
      if ((nodes[at + SHAPE] >>> FIELD_SHIFT & FIELD_MASK) == field) {
        return child;
      }
      child = nodes[at + SUBTREE_END];
    }
    return -1;
  }

  /**
   * The node after the last descendant, in preorder; {@code nodeCount()} at the end of the tree.
   */
  public int subtreeEnd(int node) {
    return nodes[node * STRIDE + SUBTREE_END];
  }

  /** The bytes of the node as text; bytes that are not UTF-8 become U+FFFD. */
  public String text(int node) {
    int start = startByte(node);
    return new String(source, start, endByte(node) - start, StandardCharsets.UTF_8);
  }

  /** Whether the bytes of the node are exactly this ASCII text. */
  public boolean textEquals(int node, String ascii) {
    int start = startByte(node);
    int length = endByte(node) - start;
    if (length != ascii.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (source[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The 0-based line of a byte; lines end with a line feed. */
  public int line(int byteOffset) {
    int found = Arrays.binarySearch(lineStarts, byteOffset);
    return found >= 0 ? found : -found - 2;
  }

  /** The 0-based column of a byte in its line, in bytes. */
  public int column(int byteOffset) {
    return byteOffset - lineStarts[line(byteOffset)];
  }

  /** One more than the number of line feeds. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** Bytes under the outermost ERROR nodes, plus one for each missing node outside of them. */
  public int errorBytes() {
    int sum = 0;
    int node = 0;
    while (node < nodeCount) {
      if (isError(node)) {
        sum += endByte(node) - startByte(node);
        node = subtreeEnd(node);
      } else {
        sum += isMissing(node) ? 1 : 0;
        node++;
      }
    }
    return sum;
  }

  /** The flat array itself, for comparing two libraries. */
  int[] nodes() {
    return nodes;
  }

  private static int[] lineStarts(byte[] source) {
    int lines = 1;
    for (byte b : source) {
      if (b == '\n') {
        lines++;
      }
    }
    int[] starts = new int[lines];
    int line = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '\n') {
        starts[++line] = i + 1;
      }
    }
    return starts;
  }
}
