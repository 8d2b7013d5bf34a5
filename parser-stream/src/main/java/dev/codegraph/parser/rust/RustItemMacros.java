package dev.codegraph.parser.rust;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.NodeKinds;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.parser.walk.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Macros around whole items, such as {@code cfg_rt! { pub fn f() {} }}, of which the grammar sees
 * tokens. Where the tokens are items too, name and brackets are blanked and the content is parsed
 * once more, so that each item is where it was. Macros in such macros come in a further round.
 */
final class RustItemMacros {
  /** Macros in macros in macros: each round parses the content at most twice. */
  private static final int ROUNDS = 3;

  private static final Set<String> ITEM_WORDS =
      Set.of(
          "async", "const", "enum", "extern", "fn", "impl", "mod", "pub", "static", "struct",
          "trait", "type", "union", "unsafe", "use");

  private final NodeKinds<RustNode> kinds;
  private final SyntaxParser parser;

  /** Where the macros begin that do not hold items. */
  private final Set<Integer> refused = new HashSet<>();

  RustItemMacros(NodeKinds<RustNode> kinds, SyntaxParser parser) {
    this.kinds = kinds;
    this.parser = parser;
  }

  /** Parses a content again for as long as there are macros around items in it. */
  ParseOutcome.Parsed opened(ParseOutcome.Parsed plain) {
    ParseOutcome.Parsed best = plain;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] open = open(best.tree());
      if (open == null
          || !(parser.parse(Grammar.RUST, open) instanceof ParseOutcome.Parsed next)
          || next.tree().errorBytes() > best.tree().errorBytes()) {
        break;
      }
      best = next;
    }
    return best;
  }

  /** The content with blanks around the items of macros; null when there are none. */
  private byte @org.jspecify.annotations.Nullable [] open(SyntaxTree tree) {
    Syntax<RustNode> syntax = new Syntax<>(tree, kinds, RustNode.OTHER);
    byte[] open = null;
    for (int macro : candidates(syntax)) {
      int tokens = syntax.child(macro, RustNode.TOKEN_TREE);
      int start = syntax.start(tokens);
      int end = syntax.end(tokens);
      byte[] inside = Arrays.copyOfRange(tree.source(), start + 1, end - 1);
      boolean isLazy = isLazy(syntax, macro);
      if (isLazy) {
        withoutRef(inside);
      }
      if (isItems(inside)) {
        open = open == null ? tree.source().clone() : open;
        System.arraycopy(inside, 0, open, start + 1, inside.length);
        Arrays.fill(open, syntax.start(macro), start + 1, (byte) ' ');
        int after = end < open.length && open[end] == ';' ? end + 1 : end;
        Arrays.fill(open, end - 1, after, (byte) ' ');
      } else {
        refused.add(syntax.start(macro));
      }
    }
    return open;
  }

  /** The macros that stand where an item can, and whose tokens begin like one. */
  private List<Integer> candidates(Syntax<RustNode> syntax) {
    List<Integer> found = new ArrayList<>();
    for (int node = 1; node < syntax.tree().nodeCount(); node++) {
      if (syntax.is(node, RustNode.MACRO_INVOCATION)
          && !refused.contains(syntax.start(node))
          && isPlaceOfItem(syntax, node)
          && beginsLikeItem(syntax, syntax.child(node, RustNode.TOKEN_TREE))) {
        found.add(node);
      }
    }
    return found;
  }

  private static boolean isPlaceOfItem(Syntax<RustNode> syntax, int macro) {
    int parent = syntax.parent(macro);
    int list = syntax.is(parent, RustNode.EXPRESSION_STATEMENT) ? syntax.parent(parent) : parent;
    return list == syntax.tree().root() || syntax.is(list, RustNode.DECLARATION_LIST);
  }

  private static boolean beginsLikeItem(Syntax<RustNode> syntax, int tokens) {
    int child = syntax.firstChild(tokens);
    child = child < 0 ? -1 : syntax.nextSibling(child);
    while (child >= 0 && syntax.tree().isExtra(child)) {
      child = syntax.nextSibling(child);
    }
    String first = syntax.text(child);
    boolean nested =
        syntax.is(child, RustNode.IDENTIFIER) && syntax.textEquals(syntax.nextSibling(child), "!");
    return child >= 0 && (nested || first.equals("#") || ITEM_WORDS.contains(first));
  }

  private static boolean isLazy(Syntax<RustNode> syntax, int macro) {
    String name = syntax.text(syntax.field(macro, RustFields.MACRO));
    return name.equals("lazy_static") || name.endsWith("::lazy_static");
  }

  /** {@code static ref} is what only one macro knows. */
  private static void withoutRef(byte[] inside) {
    byte[] words = {'s', 't', 'a', 't', 'i', 'c', ' ', 'r', 'e', 'f', ' '};
    for (int i = 0; i + words.length <= inside.length; i++) {
      if (Arrays.equals(inside, i, i + words.length, words, 0, words.length)) {
        Arrays.fill(inside, i + 7, i + 10, (byte) ' ');
      }
    }
  }

  private boolean isItems(byte[] inside) {
    if (!(parser.parse(Grammar.RUST, inside) instanceof ParseOutcome.Parsed parsed)
        || parsed.tree().errorBytes() > 0) {
      return false;
    }
    Syntax<RustNode> syntax = new Syntax<>(parsed.tree(), kinds, RustNode.OTHER);
    for (int c = syntax.firstNamed(0); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case MOD_ITEM,
            STRUCT_ITEM,
            UNION_ITEM,
            ENUM_ITEM,
            TRAIT_ITEM,
            IMPL_ITEM,
            TYPE_ITEM,
            ASSOCIATED_TYPE,
            CONST_ITEM,
            STATIC_ITEM,
            FUNCTION_ITEM,
            FUNCTION_SIGNATURE_ITEM,
            MACRO_DEFINITION,
            MACRO_INVOCATION,
            FOREIGN_MOD_ITEM,
            USE_DECLARATION,
            EXTERN_CRATE_DECLARATION,
            ATTRIBUTE_ITEM -> {}
        case EXPRESSION_STATEMENT -> {
          if (!syntax.is(syntax.firstNamed(c), RustNode.MACRO_INVOCATION)) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return syntax.firstNamed(0) >= 0;
  }
}
