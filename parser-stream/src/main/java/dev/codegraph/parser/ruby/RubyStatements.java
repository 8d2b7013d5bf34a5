package dev.codegraph.parser.ruby;

import dev.codegraph.parser.walk.Complexity;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Statements, and expressions that do no more than hold others; both may hold declarations. */
final class RubyStatements {
  private final RubyWalk walk;
  private final Syntax<RubyNode> syntax;

  RubyStatements(RubyWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  private Complexity complexity() {
    return walk.context().complexity();
  }

  /** Walks the children of a node, whatever they are. */
  void parts(int node) {
    if (syntax.is(node, RubyNode.ERROR)) {
      walk.fragments().of(node);
      return;
    }
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      part(c);
    }
  }

  private void part(int c) {
    if (syntax.is(c, RubyNode.HEREDOC_BODY)) {
      parts(c);
    } else if (syntax.tree().isNamed(c)
        && (!syntax.tree().isExtra(c) || syntax.tree().isError(c))) {
      statement(c);
    }
  }

  /** Walks the code of a method or block, which may be one expression. */
  void body(int node) {
    if (isSequence(node)) {
      parts(node);
    } else {
      statement(node);
    }
  }

  /** Whether a node is nothing but statements one after the other. */
  boolean isSequence(int node) {
    return syntax.is(node, RubyNode.OTHER);
  }

  /** Walks what is left of a declaration that the grammar could not finish. */
  void fragments(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, RubyNode.ERROR)) {
        statement(c);
      }
    }
  }

  /** Walks a statement, a declaration or an expression. */
  void statement(int node) {
    switch (syntax.kind(node)) {
      case CLASS, MODULE -> walk.types().declared(node);
      case SINGLETON_CLASS -> walk.types().singleton(node);
      case METHOD, SINGLETON_METHOD -> walk.methods().declared(node);
      case ALIAS -> walk.methods().alias(node);
      case UNDEF, COMMENT, STRING_CONTENT, OPERATOR, SETTER -> {
        // Names that are taken away, or no names at all.
      }
      case PAIR,
          BLOCK_ARGUMENT,
          HASH_KEY_SYMBOL,
          SPLAT_ARGUMENT,
          HASH_SPLAT_ARGUMENT,
          FORWARD_ARGUMENT ->
          walk.expressions().argument(node);
      case ERROR -> walk.fragments().of(node);
      default -> walk.expressions().value(node, false);
    }
  }

  /** Walks an expression that has no meaning of its own for names. */
  void structure(int node) {
    switch (syntax.kind(node)) {
      case CLASS, MODULE, SINGLETON_CLASS, METHOD, SINGLETON_METHOD, ALIAS, UNDEF, ERROR ->
          statement(node);
      case IF, UNLESS -> {
        if (isProgram(syntax.field(node, RubyField.CONDITION))) {
          walk.facts().file().flag(EntityFlag.ENTRY_POINT);
        }
        branching(node, false);
      }
      case IF_MODIFIER, UNLESS_MODIFIER, WHILE, UNTIL, WHILE_MODIFIER, UNTIL_MODIFIER -> {
        complexity().branch();
        nested(node);
      }
      case FOR -> {
        complexity().branch();
        complexity().enter();
        loop(node);
        complexity().leave();
      }
      case CASE, CASE_MATCH -> {
        complexity().choice();
        nested(node);
      }
      case WHEN -> {
        complexity().path();
        parts(node);
      }
      case IN_CLAUSE -> {
        complexity().path();
        int pattern = syntax.field(node, RubyField.PATTERN);
        walk.patterns().pattern(pattern);
        rest(node, pattern);
      }
      case RESCUE -> {
        complexity().branch();
        complexity().enter();
        caught(node);
        complexity().leave();
      }
      case BLOCK, DO_BLOCK -> walk.methods().block(node, -1);
      case BLOCK_PARAMETERS -> walk.parameters().bindBlock(node, -1);
      case SPLAT_PARAMETER,
          HASH_SPLAT_PARAMETER,
          BLOCK_PARAMETER,
          OPTIONAL_PARAMETER,
          KEYWORD_PARAMETER -> {
        // Of a head that the grammar could not finish.
        walk.expressions().value(syntax.field(node, RubyField.VALUE), false);
      }
      case EXCEPTIONS -> thrown(node);
      default -> parts(node);
    }
  }

  /** Whether a condition asks if the file itself is the program that runs. */
  private boolean isProgram(int condition) {
    if (!syntax.is(condition, RubyNode.BINARY)) {
      return false;
    }
    int left = syntax.field(condition, RubyField.LEFT);
    int right = syntax.field(condition, RubyField.RIGHT);
    int file = syntax.textEquals(left, "__FILE__") ? left : right;
    int program = file == left ? right : left;
    return syntax.textEquals(file, "__FILE__")
        && (syntax.textEquals(program, "$0") || syntax.textEquals(program, "$PROGRAM_NAME"));
  }

  private void rest(int node, int without) {
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (c != without) {
        part(c);
      }
    }
  }

  private void nested(int node) {
    complexity().enter();
    parts(node);
    complexity().leave();
  }

  /** Walks an if with those that are chained to it, which may be many. */
  private void branching(int outermost, boolean isChained) {
    int node = outermost;
    boolean chained = isChained;
    while (node >= 0) {
      if (chained) {
        complexity().chainedBranch();
      } else {
        complexity().branch();
      }
      int alternative = syntax.field(node, RubyField.ALTERNATIVE);
      boolean isElse = syntax.is(alternative, RubyNode.ELSE);
      complexity().enter();
      rest(node, alternative);
      if (isElse) {
        complexity().burden();
        parts(alternative);
      }
      complexity().leave();
      node = syntax.is(alternative, RubyNode.ELSIF) ? alternative : -1;
      chained = true;
    }
  }

  private void loop(int node) {
    int pattern = syntax.field(node, RubyField.PATTERN);
    int in = syntax.field(node, RubyField.VALUE);
    int all = walk.expressions().value(syntax.firstPart(in), true);
    int each = walk.expression(ExpressionKind.OTHER, "each", all, -1);
    walk.variables().target(pattern, node, BindingKind.LOOP, each);
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (c != pattern && c != in) {
        statement(c);
      }
    }
  }

  private void caught(int node) {
    int exceptions = syntax.field(node, RubyField.EXCEPTIONS);
    int variable = syntax.field(node, RubyField.VARIABLE);
    thrown(exceptions);
    int name = syntax.firstNamed(variable);
    if (syntax.is(name, RubyNode.IDENTIFIER)) {
      String types = exceptions < 0 ? "" : syntax.normalText(exceptions);
      walk.context().bind(syntax.text(name), BindingKind.CATCH, syntax.start(name), types, -1);
    } else if (name >= 0) {
      walk.variables().target(name, variable, BindingKind.CATCH, -1);
    }
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (c != exceptions && c != variable) {
        statement(c);
      }
    }
  }

  private void thrown(int exceptions) {
    for (int c = syntax.firstPart(exceptions); c >= 0; c = syntax.nextPart(c)) {
      if (walk.names().isConstant(c)) {
        walk.names().reference(c, Role.TYPE, -1);
      } else {
        statement(c);
      }
    }
  }
}
