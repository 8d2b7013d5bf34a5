package dev.codegraph.parser.swift;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Statements: their conditions, what they bind, and how complex they make a callable. */
final class SwiftStatements {
  private final SwiftWalk walk;
  private final Syntax<SwiftNode> syntax;

  SwiftStatements(SwiftWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks whatever may stand in a block. */
  void statement(int node) {
    if (syntax.kind(node).isDeclaration()) {
      walk.declarations().declaration(node);
    } else {
      switch (syntax.kind(node)) {
        case STATEMENT_LABEL,
            COMMENT,
            MULTILINE_COMMENT,
            DIRECTIVE,
            AVAILABILITY_CONDITION,
            VALUE_ARGUMENT_LABEL -> {
          // Refers to nothing.
        }
        case ATTRIBUTE ->
            walk.modifiers().attribute(node, walk.facts().entity(walk.context().owner()));
        case TYPE_ANNOTATION, TYPE_ARGUMENTS, TYPE_CONSTRAINTS -> walk.types().references(node);
        case VALUE_ARGUMENT, INTERPOLATED_EXPRESSION ->
            walk.expressions().value(syntax.field(node, SwiftField.VALUE), false);
        case ERROR -> walk.declarations().broken(node);
        default -> walk.expressions().value(node, false);
      }
    }
  }

  /** Walks all parts of a node. */
  void parts(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      statement(c);
    }
  }

  /** Walks a node that is no plain expression; one that is not known has only parts. */
  void nested(int node) {
    switch (syntax.kind(node)) {
      case IF_STATEMENT -> branch(node, false);
      case GUARD_STATEMENT -> guard(node);
      case FOR_STATEMENT -> loop(node);
      case WHILE_STATEMENT, REPEAT_WHILE_STATEMENT -> whileLoop(node);
      case SWITCH_STATEMENT -> choice(node);
      case DO_STATEMENT -> attempt(node);
      case CONTROL_TRANSFER_STATEMENT -> jump(node);
      default -> parts(node);
    }
  }

  private void jump(int node) {
    int result = syntax.field(node, SwiftField.RESULT);
    if (walk.token(node, "break") < 0 && walk.token(node, "continue") < 0) {
      parts(node);
    } else if (result >= 0) {
      walk.context().complexity().burden();
    }
  }

  private void branch(int node, boolean isChained) {
    if (isChained) {
      walk.context().complexity().chainedBranch();
    } else {
      walk.context().complexity().branch();
    }
    int open = walk.token(node, "{");
    int close = walk.token(node, "}");
    walk.context()
        .inBlock(
            syntax.end(close < 0 ? node : close),
            () -> {
              conditions(syntax.firstChild(node), open);
              walk.context().complexity().enter();
              block(open);
              walk.context().complexity().leave();
            });
    int rest = close < 0 ? -1 : syntax.nextSibling(close);
    while (rest >= 0 && !syntax.is(rest, SwiftNode.IF_STATEMENT) && !walk.isToken(rest, "{")) {
      rest = syntax.nextSibling(rest);
    }
    if (syntax.is(rest, SwiftNode.IF_STATEMENT)) {
      branch(rest, true);
    } else if (rest >= 0) {
      walk.context().complexity().burden();
      walk.context().complexity().enter();
      ownBlock(rest, node);
      walk.context().complexity().leave();
    }
  }

  /** Walks the statements between braces. */
  private void block(int open) {
    for (int c = open; c >= 0 && !walk.isToken(c, "}"); c = syntax.nextSibling(c)) {
      if (syntax.tree().isNamed(c)) {
        statement(c);
      }
    }
  }

  private void ownBlock(int open, int node) {
    int close = open;
    while (close >= 0 && !walk.isToken(close, "}")) {
      close = syntax.nextSibling(close);
    }
    walk.context().inBlock(syntax.end(close < 0 ? node : close), () -> block(open));
  }

  private void guard(int node) {
    walk.context().complexity().branch();
    int open = walk.token(node, "{");
    walk.context().complexity().enter();
    ownBlock(open, node);
    walk.context().complexity().leave();
    conditions(syntax.firstChild(node), open);
  }

  /** Walks the conditions before a block; what they bind is seen in the present block. */
  private void conditions(int first, int open) {
    int from = first;
    while (from >= 0 && from != open) {
      int to = from;
      boolean binds = false;
      while (to >= 0 && to != open && !isComma(to)) {
        binds |= syntax.is(to, SwiftNode.VALUE_BINDING_PATTERN) || walk.isToken(to, "case");
        to = isGroup(to) ? afterGroup(to, open) : syntax.nextSibling(to);
      }
      if (binds) {
        binding(from, to);
      } else {
        for (int c = from; c >= 0 && c != to; c = syntax.nextSibling(c)) {
          if (syntax.tree().isNamed(c)) {
            statement(c);
          }
        }
      }
      from = to < 0 || to == open ? to : syntax.nextSibling(to);
    }
  }

  private boolean isComma(int node) {
    return walk.isToken(node, ",");
  }

  private boolean isGroup(int node) {
    return walk.isToken(node, "(");
  }

  /** Commas between the parentheses of a pattern do not end a condition. */
  private int afterGroup(int from, int open) {
    int c = from;
    while (c >= 0 && c != open && !walk.isToken(c, ")")) {
      c = syntax.nextSibling(c);
    }
    return c;
  }

  private void binding(int from, int end) {
    int equals = from;
    int type = -1;
    int start = from;
    for (int c = from; c >= 0 && c != end && !walk.isToken(c, "="); c = syntax.nextSibling(c)) {
      if (syntax.is(c, SwiftNode.TYPE_ANNOTATION)) {
        type = walk.types().annotated(c);
      }
      boolean isStart = walk.isToken(c, "case") || syntax.is(c, SwiftNode.VALUE_BINDING_PATTERN);
      start = isStart && start == from ? c : start;
      equals = syntax.nextSibling(c);
    }
    int source;
    if (walk.isToken(equals, "=")) {
      int value = syntax.nextNamed(equals);
      source = walk.expressions().value(value, true);
    } else {
      equals = end;
      source = shorthand(from, end);
    }
    walk.patterns()
        .parts(start, equals, false, BindingKind.PATTERN, walk.types().text(type), source);
    for (int c = equals; c >= 0 && c != end; c = syntax.nextSibling(c)) {
      if (syntax.is(c, SwiftNode.WHERE_CLAUSE)) {
        parts(c);
      }
    }
  }

  /** A name that is bound to what it means outside: it is read there. */
  private int shorthand(int from, int end) {
    for (int c = from; c >= 0 && c != end; c = syntax.nextSibling(c)) {
      if (syntax.is(c, SwiftNode.SIMPLE_IDENTIFIER)) {
        return syntax.textEquals(c, "self") ? -1 : walk.expressions().value(c, true);
      }
    }
    return -1;
  }

  private void loop(int node) {
    walk.context().complexity().branch();
    int collection = syntax.field(node, SwiftField.COLLECTION);
    int source = walk.expressions().value(collection, true);
    int element = source < 0 ? -1 : walk.expression(ExpressionKind.OTHER, "each", source, -1);
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int item = syntax.field(node, SwiftField.ITEM);
              int type = walk.types().annotated(syntax.child(node, SwiftNode.TYPE_ANNOTATION));
              walk.types().references(type);
              boolean isCase = walk.token(item, "case") >= 0;
              walk.patterns()
                  .pattern(item, !isCase, BindingKind.LOOP, walk.types().text(type), element);
              int where = syntax.child(node, SwiftNode.WHERE_CLAUSE);
              if (where >= 0) {
                parts(where);
              }
              walk.context().complexity().enter();
              block(walk.token(node, "{"));
              walk.context().complexity().leave();
            });
  }

  private void whileLoop(int node) {
    walk.context().complexity().branch();
    int open = walk.token(node, "{");
    if (syntax.is(node, SwiftNode.REPEAT_WHILE_STATEMENT)) {
      walk.context().complexity().enter();
      ownBlock(open, node);
      walk.context().complexity().leave();
      conditions(walk.token(node, "while"), -1);
      return;
    }
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              conditions(syntax.firstChild(node), open);
              walk.context().complexity().enter();
              block(open);
              walk.context().complexity().leave();
            });
  }

  private void choice(int node) {
    walk.context().complexity().choice();
    int subject = syntax.field(node, SwiftField.EXPR);
    int source = walk.expressions().value(subject, true);
    walk.context().complexity().enter();
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, SwiftNode.SWITCH_ENTRY)) {
        int entry = c;
        walk.context().inBlock(syntax.end(c), () -> entry(entry, source));
      } else if (c != subject) {
        statement(c);
      }
    }
    walk.context().complexity().leave();
  }

  private void entry(int node, int source) {
    if (walk.token(node, "case") >= 0) {
      walk.context().complexity().path();
    }
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, SwiftNode.SWITCH_PATTERN)) {
        int pattern = syntax.firstNamed(c);
        walk.patterns().pattern(pattern, false, BindingKind.PATTERN, "", source);
      } else {
        statement(c);
      }
    }
  }

  private void attempt(int node) {
    ownBlock(walk.token(node, "{"), node);
    for (int c : syntax.children(node, SwiftNode.CATCH_BLOCK)) {
      walk.context().complexity().branch();
      walk.context().complexity().enter();
      walk.context().inBlock(syntax.end(c), () -> rescue(c));
      walk.context().complexity().leave();
    }
  }

  private void rescue(int node) {
    int pattern = syntax.field(node, SwiftField.ERROR);
    if (pattern < 0) {
      walk.context().bind("error", BindingKind.CATCH, syntax.start(node), "any Error", -1);
    } else {
      walk.patterns().pattern(pattern, false, BindingKind.CATCH, "", -1);
    }
    int where = syntax.child(node, SwiftNode.WHERE_CLAUSE);
    if (where >= 0) {
      parts(where);
    }
    block(walk.token(node, "{"));
  }

  /** Emits the use of a macro that the grammar does not know: its name behind a number sign. */
  void macro(int node) {
    String text = syntax.text(node);
    int end = 1;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    if (end > 1 && text.charAt(0) == '#' && Character.isLetter(text.charAt(1))) {
      int start = syntax.start(node) + 1;
      walk.facts()
          .referenceAt(Role.CALL, text.substring(1, end), start, walk.context().owner(), -1, -1);
    }
  }
}
