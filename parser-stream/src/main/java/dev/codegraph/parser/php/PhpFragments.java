package dev.codegraph.parser.php;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;

/**
 * What is left of declarations in broken code: the words that begin one, its name, and behind them
 * whatever could be read of its body. A type that is never closed holds all that follows; a
 * function ends where the next one begins.
 */
final class PhpFragments {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  PhpFragments(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the children of an ERROR. */
  void of(int error) {
    from(syntax.firstChild(error), syntax.end(error), false);
  }

  /** Walks siblings. Gives back the one at which a function ends; -1 behind the last one. */
  private int from(int first, int end, boolean isFunction) {
    int c = first;
    while (c >= 0) {
      EntityKind kind = head(c);
      if (kind == EntityKind.FILE) {
        walk.statements().part(c, true);
        c = syntax.nextSibling(c);
      } else if (isFunction) {
        return c;
      } else {
        c = declaration(kind, c, end);
      }
    }
    return -1;
  }

  private int declaration(EntityKind kind, int word, int end) {
    int name = syntax.nextNamed(word);
    int owner = walk.context().owner();
    boolean isFunction = kind == EntityKind.FUNCTION;
    boolean isMethod = isFunction && walk.facts().entity(owner).kind().isType();
    int next = syntax.nextSibling(name);
    EntityDraft draft =
        walk.facts()
            .entity(
                isMethod ? EntityKind.METHOD : kind,
                syntax.text(name),
                syntax.start(name),
                syntax.start(word),
                isFunction ? endOfFunction(next, end) : end,
                owner);
    draft.signature(syntax.signature(syntax.start(word), syntax.end(name)));
    walk.document(draft, word);
    int[] stop = {-1};
    Runnable code = () -> stop[0] = from(next, end, isFunction);
    if (isFunction) {
      walk.context().inCallable(draft.index(), end, () -> walk.variables().inFunction(false, code));
    } else {
      walk.context().inEntity(draft.index(), code);
    }
    return stop[0];
  }

  private int endOfFunction(int first, int end) {
    for (int c = first; c >= 0; c = syntax.nextSibling(c)) {
      if (head(c) != EntityKind.FILE) {
        return syntax.start(c);
      }
    }
    return end;
  }

  /**
   * Makes the entity of a function whose head was read as a call behind a broken word. Whether it
   * was.
   */
  boolean isHead(int call, int name) {
    int before = call - 1;
    boolean isHead =
        syntax.textEquals(before, "function")
            && !syntax.tree().isNamed(before)
            && syntax.is(syntax.parent(before), PhpNode.ERROR);
    if (isHead) {
      int start = syntax.start(before);
      walk.facts()
          .entity(
              EntityKind.FUNCTION,
              syntax.text(name),
              syntax.start(name),
              start,
              syntax.end(call),
              walk.context().owner())
          .signature(syntax.signature(start, syntax.end(call)));
    }
    return isHead;
  }

  /** What the word begins that a node is; FILE when it begins nothing. */
  private EntityKind head(int node) {
    int name = syntax.nextSibling(node);
    boolean isWord = !syntax.tree().isNamed(node) || syntax.is(node, PhpNode.NAME);
    if (!isWord || !syntax.is(name, PhpNode.NAME) || syntax.text(name).isEmpty()) {
      return EntityKind.FILE;
    }
    return switch (syntax.text(node)) {
      case "class" -> EntityKind.CLASS;
      case "interface" -> EntityKind.INTERFACE;
      case "trait" -> EntityKind.TRAIT;
      case "enum" -> EntityKind.ENUM;
      case "function" -> EntityKind.FUNCTION;
      default -> EntityKind.FILE;
    };
  }
}
