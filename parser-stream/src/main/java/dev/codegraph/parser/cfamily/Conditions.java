package dev.codegraph.parser.cfamily;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of preprocessor conditions that the grammars know no place for: inside of parentheses
 * and of the braces of a value, and before the body of a declaration. They are set aside, so that
 * all branches are read, as everywhere.
 */
final class Conditions {
  private final Tokens tokens;
  private final List<Directives.Span> misplaced = new ArrayList<>();
  private int next;

  /** The condition that ends one in the head of a declaration; -1 when there is none. */
  private int endsHeadAt = -1;

  Conditions(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The lines found so far. */
  List<Directives.Span> misplaced() {
    return misplaced;
  }

  /**
   * Looks at the conditions before a token.
   *
   * @param inside Whether parentheses or braces of a value are open.
   * @param inHead Whether a declaration has begun.
   */
  void before(int token, boolean inside, boolean inHead) {
    List<Directives.Condition> all = tokens.directives().conditions();
    while (next < all.size() && all.get(next).token() <= token) {
      if (inside || isInHead(all, inHead)) {
        misplaced.add(all.get(next).line());
      }
      next++;
    }
  }

  /**
   * Whether the next condition, or the one that it ends, holds nothing but what goes on with a
   * head: bases, initialisers or requirements, right before the body.
   */
  private boolean isInHead(List<Directives.Condition> all, boolean inHead) {
    if (endsHeadAt == next) {
      return true;
    }
    if (!inHead || next + 1 >= all.size()) {
      return false;
    }
    int begin = all.get(next).token();
    boolean goesOn =
        tokens.isWord(begin, "requires")
            || tokens.is(begin, ',')
            || tokens.is(begin, ':') && !tokens.is(begin + 1, ':');
    if (goesOn && tokens.is(all.get(next + 1).token(), '{')) {
      endsHeadAt = next + 1;
      return true;
    }
    return false;
  }
}
