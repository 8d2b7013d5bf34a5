package dev.codegraph.parser.dart;

import dev.codegraph.parser.walk.Complexity;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;

/** Statements, and expressions that do no more than hold others. */
final class DartStatements {
  private final DartWalk walk;
  private final Syntax<DartNode> syntax;

  /** The statement whose clauses are walked, and the last of them: there may be many. */
  private int caughtIn = -1;

  private int lastClause = -1;

  DartStatements(DartWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  private Complexity complexity() {
    return walk.context().complexity();
  }

  /** Walks the children of a node, whatever they are. */
  void parts(int node) {
    from(syntax.firstChild(node));
  }

  /** Walks a node and its siblings behind it. */
  void from(int first) {
    until(first, -1);
  }

  private void until(int first, int stop) {
    int c = first;
    while (c >= 0 && c != stop) {
      boolean isPart =
          syntax.tree().isNamed(c) && (!syntax.tree().isExtra(c) || syntax.tree().isError(c));
      c = isPart ? statement(c) : syntax.nextSibling(c);
    }
  }

  /**
   * Walks what stands in an error, but for declarations and errors in it: the names alone can be
   * anything.
   */
  void loose(int error) {
    int c = syntax.firstChild(error);
    while (c >= 0) {
      switch (syntax.kind(c)) {
        case BLOCK, STRING_LITERAL, FUNCTION_EXPRESSION -> c = statement(c);
        case IDENTIFIER -> {
          int next = syntax.nextSibling(c);
          c = syntax.is(next, DartNode.SELECTOR) ? statement(c) : next;
        }
        default -> {
          boolean isCode =
              syntax.is(c, DartNode.OTHER) && syntax.tree().isNamed(c) && !syntax.tree().isExtra(c);
          c = isCode ? statement(c) : syntax.nextSibling(c);
        }
      }
    }
  }

  /** Walks a statement, or a run of siblings. Gives back the sibling behind. */
  int statement(int node) {
    switch (syntax.kind(node)) {
      case TYPE_IDENTIFIER, TYPE_ARGUMENTS, FUNCTION_TYPE, RECORD_TYPE -> {
        return syntax.nextSibling(walk.types().reference(node));
      }
      case NULLABLE_TYPE,
          VOID_TYPE,
          INFERRED_TYPE,
          FINAL_BUILTIN,
          CONST_BUILTIN,
          LABEL,
          BREAK_STATEMENT,
          CONTINUE_STATEMENT,
          COMMENT,
          DOCUMENTATION_COMMENT,
          LOGICAL_AND_OPERATOR,
          LOGICAL_OR_OPERATOR -> {
        // Words and signs.
      }
      case ERROR -> {
        walk.members().of(node);
        loose(node);
      }
      case BLOCK -> walk.context().inBlock(syntax.end(node), () -> parts(node));
      case LOCAL_FUNCTION_DECLARATION -> walk.callables().local(node);
      case INITIALIZED_VARIABLE_DEFINITION -> walk.variables().local(node);
      case PATTERN_VARIABLE_DECLARATION -> destructured(node, true);
      case PATTERN_ASSIGNMENT -> destructured(node, false);
      case IDENTIFIER_DOLLAR_ESCAPED -> named(node);
      case ANNOTATION -> walk.members().annotation(node);
      default -> {
        if (walk.patterns().isPattern(node)) {
          walk.patterns().pattern(node, false);
        } else {
          walk.expressions().run(node, Role.READ, false);
          return walk.expressions().after();
        }
      }
    }
    return syntax.nextSibling(node);
  }

  /** A name in a text. */
  private void named(int node) {
    String name = syntax.text(node);
    if (!name.equals("this") && walk.context().scope().meaning(name) == null) {
      walk.context().reference(Role.READ, name, node, -1, -1);
    }
  }

  private void destructured(int node, boolean binds) {
    int pattern = syntax.firstPart(node);
    while (pattern >= 0 && !walk.patterns().isPattern(pattern)) {
      pattern = syntax.nextPart(pattern);
    }
    if (pattern < 0) {
      return;
    }
    from(syntax.nextSibling(pattern));
    if (binds) {
      walk.patterns().pattern(pattern, true);
    } else {
      written(pattern);
    }
  }

  /** The variables that a pattern gives new values. */
  private void written(int pattern) {
    for (int c = syntax.firstPart(pattern); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, DartNode.CONSTANT_PATTERN)) {
        int name = syntax.firstNamed(c);
        if (syntax.is(name, DartNode.IDENTIFIER) && !syntax.textEquals(name, "_")) {
          walk.expressions().run(name, Role.WRITE, false);
        }
      } else if (walk.patterns().isPattern(c)) {
        written(c);
      }
    }
  }

  /** Walks a node whose meaning is that of its parts, and more. */
  void structure(int node) {
    switch (syntax.kind(node)) {
      case IF_STATEMENT, IF_ELEMENT -> branching(node);
      case FOR_STATEMENT, FOR_ELEMENT -> loop(node);
      case WHILE_STATEMENT, DO_STATEMENT -> {
        complexity().branch();
        nested(node);
      }
      case SWITCH_STATEMENT, SWITCH_EXPRESSION -> {
        complexity().choice();
        nested(node);
      }
      case SWITCH_STATEMENT_CASE, SWITCH_EXPRESSION_CASE -> {
        complexity().path();
        walk.context().inBlock(syntax.end(node), () -> parts(node));
      }
      case CONDITIONAL_EXPRESSION -> conditional(node);
      case LOGICAL_AND_EXPRESSION, LOGICAL_OR_EXPRESSION -> {
        boolean isFirst = true;
        for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
          if (syntax.is(c, DartNode.LOGICAL_AND_OPERATOR)
              || syntax.is(c, DartNode.LOGICAL_OR_OPERATOR)) {
            complexity().logical(isFirst);
            isFirst = false;
          }
        }
        parts(node);
      }
      case CATCH_CLAUSE -> {
        complexity().branch();
        caught(node);
      }
      case NAMED_ARGUMENT -> from(syntax.nextSibling(syntax.child(node, DartNode.LABEL)));
      case QUALIFIED -> qualified(node);
      default -> parts(node);
    }
  }

  private void nested(int node) {
    complexity().enter();
    walk.context().inBlock(syntax.end(node), () -> parts(node));
    complexity().leave();
  }

  /** The constant of a class that a pattern names. */
  private void qualified(int node) {
    int receiver = -1;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      String name = syntax.text(c);
      if (receiver >= 0 || walk.context().scope().meaning(name) == null) {
        walk.context().reference(Role.READ, name, c, receiver, -1);
      }
      receiver =
          receiver < 0
              ? walk.expression(ExpressionKind.NAME, name, -1, -1)
              : walk.expression(ExpressionKind.MEMBER, name, receiver, -1);
    }
  }

  /** Walks an if with those that are chained to it, which may be many. */
  private void branching(int outermost) {
    int node = outermost;
    boolean isChained = false;
    while (node >= 0) {
      if (isChained) {
        complexity().chainedBranch();
      } else {
        complexity().branch();
      }
      int alternative = syntax.field(node, DartField.ALTERNATIVE);
      boolean isIf =
          syntax.is(alternative, DartNode.IF_STATEMENT)
              || syntax.is(alternative, DartNode.IF_ELEMENT);
      int branch = node;
      complexity().enter();
      walk.context().inBlock(syntax.end(node), () -> until(syntax.firstChild(branch), alternative));
      if (alternative >= 0 && !isIf) {
        complexity().burden();
        from(alternative);
      }
      complexity().leave();
      node = isIf ? alternative : -1;
      isChained = true;
    }
  }

  private void conditional(int node) {
    complexity().branch();
    int consequence = syntax.field(node, DartField.CONSEQUENCE);
    until(syntax.firstChild(node), consequence);
    complexity().enter();
    from(consequence);
    complexity().leave();
  }

  private void loop(int node) {
    complexity().branch();
    complexity().enter();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int head = syntax.child(node, DartNode.FOR_LOOP_PARTS);
              head(head);
              for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
                if (c == head) {
                  from(syntax.nextSibling(c));
                  return;
                }
              }
              parts(node);
            });
    complexity().leave();
  }

  /** The head of a loop: over the elements of something, or with conditions. */
  private void head(int head) {
    int name = syntax.field(head, DartField.NAME);
    int value = syntax.field(head, DartField.VALUE);
    int pattern = -1;
    for (int c = syntax.firstChild(head); c >= 0; c = syntax.nextSibling(c)) {
      if (walk.patterns().isPattern(c)) {
        pattern = c;
      }
    }
    if (value < 0 || name < 0 && pattern < 0) {
      parts(head);
      return;
    }
    int all = walk.expressions().run(value, Role.READ, true);
    from(walk.expressions().after());
    if (pattern >= 0) {
      walk.patterns().pattern(pattern, true);
      return;
    }
    walk.types().references(head, syntax.start(name));
    boolean isDeclared =
        syntax.child(head, DartNode.FINAL_BUILTIN) >= 0
            || syntax.child(head, DartNode.INFERRED_TYPE) >= 0
            || !walk.types().before(head, syntax.start(name)).isEmpty();
    if (isDeclared) {
      walk.members()
          .bind(
              name,
              BindingKind.LOOP,
              walk.types().before(head, syntax.start(name)),
              walk.expression(ExpressionKind.OTHER, "each", all, -1));
    }
  }

  /** Binds what is caught in the block behind it, which is a sibling. */
  private void caught(int clause) {
    int block = syntax.nextNamed(clause);
    int parameters = syntax.child(clause, DartNode.CATCH_PARAMETERS);
    String type = caughtType(clause);
    int end = block < 0 ? syntax.end(clause) : syntax.end(block);
    for (int name : syntax.children(parameters, DartNode.IDENTIFIER)) {
      walk.context().scope().bind(syntax.text(name), LexicalScope.Meaning.VALUE);
      walk.facts()
          .binding(
              syntax.text(name),
              BindingKind.CATCH,
              walk.context().owner(),
              syntax.start(name),
              end,
              type,
              -1);
      type = "StackTrace";
    }
  }

  private String caughtType(int clause) {
    int first = -1;
    int parent = syntax.parent(clause);
    int from = parent == caughtIn ? lastClause : syntax.firstChild(parent);
    caughtIn = parent;
    lastClause = clause;
    for (int c = from; c >= 0 && c < clause; c = syntax.nextSibling(c)) {
      if (syntax.is(c, DartNode.BLOCK)) {
        first = -1;
      } else if (first < 0 && walk.types().isType(c)) {
        first = c;
      }
    }
    return first < 0 ? "" : walk.types().between(first, syntax.start(clause));
  }

  /** Walks what a constructor does before its body. */
  void initializers(int node) {
    for (int entry : syntax.children(node, DartNode.INITIALIZER_LIST_ENTRY)) {
      int only = syntax.firstPart(entry);
      if (syntax.is(only, DartNode.FIELD_INITIALIZER)) {
        int name = syntax.child(only, DartNode.IDENTIFIER);
        if (name >= 0) {
          int self = walk.expression(ExpressionKind.THIS, "", -1, -1);
          walk.context().reference(Role.WRITE, syntax.text(name), name, self, -1);
          from(syntax.nextSibling(name));
        }
      } else if (syntax.is(only, DartNode.SUPER) || syntax.is(only, DartNode.THIS)) {
        delegated(entry, only);
      } else {
        parts(entry);
      }
    }
  }

  /** A constructor that another one calls: of this class or the one above. */
  private void delegated(int entry, int word) {
    int name = syntax.child(entry, DartNode.IDENTIFIER);
    int arguments = syntax.child(entry, DartNode.ARGUMENTS);
    boolean isSuper = syntax.is(word, DartNode.SUPER);
    int receiver =
        walk.expression(isSuper ? ExpressionKind.SUPER : ExpressionKind.THIS, "", -1, -1);
    walk.context()
        .reference(
            Role.CALL,
            name < 0 ? syntax.text(word) : syntax.text(name),
            name < 0 ? word : name,
            name < 0 ? -1 : receiver,
            walk.expressions().count(arguments));
    walk.expressions().arguments(arguments);
  }
}
