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
 * tokens. Where the tokens are items too, name and brackets are blanked, so that each item is where
 * it was. Those that are laid out as usual are found in the text, and when all of them hold items
 * the content is parsed once; others are found in the tree, and it is parsed once more, and again
 * for macros in macros.
 */
final class RustItemMacros {
  /** Macros in macros in macros: each round parses the content at most twice. */
  private static final int ROUNDS = 3;

  static final Set<String> ITEM_WORDS =
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

  /** Parses a content with the items that are in macros. */
  ParseOutcome parse(byte[] content) {
    List<RustMacroLines.Macro> macros = RustMacroLines.of(content);
    if (!macros.isEmpty()
        && parser.parse(Grammar.RUST, blanked(content, macros)) instanceof ParseOutcome.Parsed open
        && open.tree().errorBytes() == 0
        && holdItems(open.tree(), macros)) {
      return opened(open);
    }
    ParseOutcome outcome = parser.parse(Grammar.RUST, content);
    return outcome instanceof ParseOutcome.Parsed plain ? opened(plain) : outcome;
  }

  private static byte[] blanked(byte[] content, List<RustMacroLines.Macro> macros) {
    byte[] open = content.clone();
    for (RustMacroLines.Macro macro : macros) {
      if (macro.isLazy()) {
        withoutRef(open, macro.open(), macro.close());
      }
      Arrays.fill(open, macro.start(), macro.open() + 1, (byte) ' ');
      Arrays.fill(open, macro.close(), macro.end(), (byte) ' ');
    }
    return open;
  }

  /** Whether what stands between the brackets of macros is items, and each macro has some. */
  private boolean holdItems(SyntaxTree tree, List<RustMacroLines.Macro> macros) {
    Syntax<RustNode> syntax = new Syntax<>(tree, kinds, RustNode.OTHER);
    int[] items = new int[macros.size()];
    for (int node = 1; node < tree.nodeCount(); node++) {
      if (!tree.isNamed(node) || tree.isExtra(node) || !isInList(syntax, node)) {
        continue;
      }
      for (int i = 0; i < items.length; i++) {
        RustMacroLines.Macro macro = macros.get(i);
        if (syntax.start(node) > macro.open() && syntax.end(node) <= macro.close()) {
          items[i]++;
          if (!isItem(syntax, node)) {
            return false;
          }
        }
      }
    }
    for (int count : items) {
      if (count == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInList(Syntax<RustNode> syntax, int node) {
    int parent = syntax.parent(node);
    return parent == syntax.tree().root() || syntax.is(parent, RustNode.DECLARATION_LIST);
  }

  /** Parses a content again for as long as there are macros around items in it. */
  private ParseOutcome.Parsed opened(ParseOutcome.Parsed plain) {
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
        withoutRef(inside, 0, inside.length);
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
  private static void withoutRef(byte[] text, int start, int end) {
    byte[] words = {'s', 't', 'a', 't', 'i', 'c', ' ', 'r', 'e', 'f', ' '};
    for (int i = start; i + words.length <= end; i++) {
      if (Arrays.equals(text, i, i + words.length, words, 0, words.length)) {
        Arrays.fill(text, i + 7, i + 10, (byte) ' ');
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
      if (!isItem(syntax, c)) {
        return false;
      }
    }
    return syntax.firstNamed(0) >= 0;
  }

  private static boolean isItem(Syntax<RustNode> syntax, int node) {
    return switch (syntax.kind(node)) {
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
          ATTRIBUTE_ITEM ->
          true;
      case EXPRESSION_STATEMENT -> syntax.is(syntax.firstNamed(node), RustNode.MACRO_INVOCATION);
      default -> false;
    };
  }
}
