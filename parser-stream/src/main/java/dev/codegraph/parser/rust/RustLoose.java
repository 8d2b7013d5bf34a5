package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Broken code: declarations whose parts the grammar found but could not put together. A keyword and
 * a name declare something; what follows up to the next declaration is its code. Nodes that hold
 * together by themselves are walked as always; types and patterns are not trusted, because what
 * looks like one may be anything.
 */
final class RustLoose {
  private final RustContext context;
  private final WalkContext walk;
  private final Syntax<RustNode> syntax;
  private final RustItems items;
  private final RustCode code;
  private final RustMembers members;

  RustLoose(RustContext context, RustItems items, RustCode code, RustMembers members) {
    this.context = context;
    this.walk = context.walk();
    this.syntax = context.syntax();
    this.items = items;
    this.code = code;
    this.members = members;
  }

  /** Walks the inside of an error. */
  void error(int node) {
    List<Integer> pieces = new ArrayList<>();
    flatten(node, pieces);
    int at = 0;
    while (at < pieces.size() && !isHeader(pieces, at)) {
      at++;
    }
    rest(pieces, 0, at);
    while (at < pieces.size()) {
      int end = at + 2;
      while (end < pieces.size() && !isHeader(pieces, end)) {
        end++;
      }
      declaration(pieces, at, end);
      at = end;
    }
  }

  private void flatten(int node, List<Integer> pieces) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      boolean isDeclared =
          !pieces.isEmpty() && keyword(pieces.getLast()) != null && !syntax.tree().isExtra(c);
      if (isDeclared && syntax.firstChild(c) >= 0) {
        flatten(c, pieces);
      } else if (syntax.firstChild(c) < 0 || isSound(c)) {
        pieces.add(c);
      } else {
        flatten(c, pieces);
      }
    }
  }

  private boolean isSound(int node) {
    return switch (syntax.kind(node)) {
      case ATTRIBUTE_ITEM,
          LINE_COMMENT,
          BLOCK_COMMENT,
          VISIBILITY_MODIFIER,
          PARAMETERS,
          EXPRESSION_STATEMENT,
          LET_DECLARATION,
          CALL_EXPRESSION,
          FIELD_EXPRESSION,
          MACRO_INVOCATION,
          STRUCT_EXPRESSION,
          CLOSURE_EXPRESSION,
          IF_EXPRESSION,
          MATCH_ARM,
          MATCH_EXPRESSION,
          FOR_EXPRESSION,
          WHILE_EXPRESSION,
          LOOP_EXPRESSION,
          BLOCK,
          BINARY_EXPRESSION,
          REFERENCE_EXPRESSION,
          TRY_EXPRESSION,
          AWAIT_EXPRESSION,
          ASSIGNMENT_EXPRESSION,
          COMPOUND_ASSIGNMENT_EXPR ->
          true;
      default -> code.isItem(node);
    };
  }

  private @Nullable EntityKind keyword(int node) {
    if (syntax.tree().isNamed(node) && !syntax.is(node, RustNode.IDENTIFIER)) {
      return null;
    }
    return switch (syntax.end(node) - syntax.start(node) > 6 ? "" : syntax.text(node)) {
      case "fn" -> EntityKind.FUNCTION;
      case "struct" -> EntityKind.STRUCT;
      case "enum" -> EntityKind.ENUM;
      case "union" -> syntax.tree().isNamed(node) ? null : EntityKind.UNION;
      case "trait" -> EntityKind.TRAIT;
      case "mod" -> EntityKind.MODULE;
      default -> null;
    };
  }

  private boolean isHeader(List<Integer> pieces, int at) {
    if (at + 1 >= pieces.size() || keyword(pieces.get(at)) == null) {
      return false;
    }
    int name = pieces.get(at + 1);
    return syntax.is(name, RustNode.IDENTIFIER) || syntax.is(name, RustNode.TYPE_IDENTIFIER);
  }

  private void declaration(List<Integer> pieces, int at, int end) {
    int name = pieces.get(at + 1);
    EntityKind kind = keyword(pieces.get(at));
    if (kind == null) {
      return;
    }
    EntityKind outer = context.facts().entity(walk.owner()).kind();
    boolean isMember = outer == EntityKind.TRAIT || outer == EntityKind.EXTENSION;
    int parameters = at + 2 < end ? pieces.get(at + 2) : -1;
    boolean isCallable = kind == EntityKind.FUNCTION;
    int last = isCallable && syntax.is(parameters, RustNode.PARAMETERS) ? parameters : name;
    EntityDraft draft =
        members.incomplete(
            isCallable && isMember ? EntityKind.METHOD : kind, pieces.get(at), name, last);
    if (!isCallable) {
      rest(pieces, at + 2, end);
      return;
    }
    int until = syntax.end(pieces.get(end - 1));
    if (last == parameters) {
      code.callables().parameters(draft, parameters);
    }
    walk.inOwnScope(
        until, () -> walk.inCallable(draft.index(), until, () -> rest(pieces, at + 2, end)));
  }

  /** Walks what holds together by itself; a name alone says nothing. */
  private void rest(List<Integer> pieces, int from, int to) {
    RustLeading leading = new RustLeading(syntax);
    for (int i = from; i < to; i++) {
      int node = pieces.get(i);
      if (!leading.takes(node) && syntax.firstChild(node) >= 0) {
        items.item(node, leading);
        leading.clear();
      }
    }
  }
}
