package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;

/**
 * What is left of declarations in broken code: the words that begin one, its name, and behind them
 * whatever could be read of its body. A type that is never closed holds all that follows; a method
 * ends where the next one begins.
 */
final class RubyFragments {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyFragments(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the children of an ERROR. */
  void of(int error) {
    from(syntax.firstChild(error), syntax.end(error), false);
  }

  /** Walks siblings. Gives back the one at which a method ends; -1 behind the last one. */
  private int from(int first, int end, boolean isMethod) {
    int c = first;
    while (c >= 0) {
      EntityKind kind = head(c);
      if (kind == EntityKind.FILE) {
        part(c);
        c = syntax.nextSibling(c);
      } else if (isMethod) {
        return c;
      } else {
        c = declaration(kind, c, end);
      }
    }
    return -1;
  }

  private void part(int c) {
    if (syntax.is(c, RubyNode.HEREDOC_BODY)) {
      walk.statements().parts(c);
    } else if (syntax.tree().isNamed(c)
        && (!syntax.tree().isExtra(c) || syntax.tree().isError(c))) {
      walk.statements().statement(c);
    }
  }

  private int declaration(EntityKind kind, int word, int end) {
    int whole = nameNode(word);
    int name =
        walk.names().last(syntax.is(whole, RubyNode.ERROR) ? syntax.firstChild(whole) : whole);
    boolean isMethod = kind == EntityKind.METHOD;
    int next = syntax.nextSibling(whole);
    int stopsAt = isMethod ? endOfMethod(next, end) : end;
    boolean isMember = walk.body().isType();
    EntityDraft draft =
        walk.facts()
            .entity(
                isMethod && !isMember ? EntityKind.FUNCTION : kind,
                syntax.text(name),
                syntax.start(name),
                syntax.start(word),
                stopsAt,
                walk.context().owner());
    draft
        .signature(syntax.signature(syntax.start(word), syntax.end(name)))
        .documentation(walk.documentation(word))
        .modifier(walk.body().visibility());
    walk.body().add(draft);
    int[] stop = {-1};
    if (isMethod) {
      if (isSingleton(word) || walk.body().isStatic()) {
        draft.modifier(Modifier.STATIC);
      }
      walk.context()
          .inCallable(
              draft.index(),
              stopsAt,
              () -> {
                if (name != whole && syntax.is(whole, RubyNode.ERROR)) {
                  from(syntax.nextSibling(name), syntax.end(whole), false);
                }
                stop[0] = from(parameters(draft, next), end, true);
              });
    } else {
      walk.inBody(new RubyBody(draft, true, false), () -> from(next, end, false));
    }
    return stop[0];
  }

  private int parameters(EntityDraft draft, int node) {
    if (node >= 0 && syntax.textEquals(syntax.firstChild(node), "(")) {
      walk.parameters().describe(draft, node, "");
      walk.parameters().bind(node, "");
      return syntax.nextSibling(node);
    }
    return node;
  }

  private int endOfMethod(int first, int end) {
    for (int c = first; c >= 0; c = syntax.nextSibling(c)) {
      if (head(c) != EntityKind.FILE) {
        return syntax.start(c);
      }
    }
    return end;
  }

  private boolean isSingleton(int word) {
    int object = syntax.nextSibling(word);
    return syntax.is(object, RubyNode.SELF);
  }

  /** The name behind a word, and behind the object that a method is for. */
  private int nameNode(int word) {
    int name = syntax.nextSibling(word);
    if (syntax.is(name, RubyNode.SELF)) {
      name = syntax.nextSibling(syntax.nextSibling(name));
    }
    return name;
  }

  /** What the word begins that a node is; FILE when it begins nothing. */
  private EntityKind head(int node) {
    if (syntax.tree().isNamed(node)) {
      return EntityKind.FILE;
    }
    int name = nameNode(node);
    boolean isConstant = walk.names().isConstant(name);
    if (syntax.textEquals(node, "def")) {
      boolean isNamed =
          isConstant
              || syntax.is(name, RubyNode.IDENTIFIER)
              || syntax.is(name, RubyNode.SETTER)
              || syntax.is(name, RubyNode.OPERATOR)
              || syntax.is(name, RubyNode.ERROR)
                  && syntax.is(syntax.firstChild(name), RubyNode.IDENTIFIER);
      return isNamed ? EntityKind.METHOD : EntityKind.FILE;
    }
    if (!isConstant) {
      return EntityKind.FILE;
    }
    return syntax.textEquals(node, "class")
        ? EntityKind.CLASS
        : syntax.textEquals(node, "module") ? EntityKind.MODULE : EntityKind.FILE;
  }
}
