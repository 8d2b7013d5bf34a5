package dev.codegraph.parser.scala;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import java.util.List;

/** Branches, choices, loops and comprehensions. */
final class ScalaControl {
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaCode code;

  ScalaControl(ScalaContext context, ScalaCode code) {
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.code = code;
  }

  /** A chain of else-ifs is walked in a loop: it may be long. */
  void branches(int first) {
    walk.complexity().branch();
    int node = first;
    while (node >= 0) {
      code.statement(part(node, ScalaField.CONDITION));
      nested(part(node, ScalaField.CONSEQUENCE));
      broken(node);
      int alternative = part(node, ScalaField.ALTERNATIVE);
      if (syntax.is(alternative, ScalaNode.IF_EXPRESSION)) {
        walk.complexity().chainedBranch();
        node = alternative;
      } else {
        if (alternative >= 0) {
          walk.complexity().burden();
          nested(alternative);
        }
        node = -1;
      }
    }
  }

  /** The named child with a field: words such as {@code then} can have it too. */
  private int part(int node, int field) {
    List<Integer> named = syntax.fields(node, field);
    return named.isEmpty() ? -1 : named.getFirst();
  }

  private void broken(int node) {
    for (int c : syntax.children(node, ScalaNode.ERROR)) {
      code.statement(c);
    }
  }

  private void nested(int node) {
    if (node >= 0) {
      walk.complexity().enter();
      code.statement(node);
      walk.complexity().leave();
    }
  }

  /**
   * The cases of a {@code match}.
   *
   * @param matched Expression that is matched, -1 when it is not known.
   */
  void choice(int node, int matched) {
    walk.complexity().choice();
    cases(syntax.field(node, ScalaField.BODY), BindingKind.PATTERN, matched);
    broken(node);
  }

  /** A function that consists of cases. */
  void function(int node) {
    if (syntax.child(node, ScalaNode.CASE_CLAUSE) >= 0) {
      walk.complexity().choice();
      cases(node, BindingKind.PATTERN, -1);
    }
  }

  private void cases(int node, BindingKind kind, int matched) {
    walk.complexity().enter();
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, ScalaNode.CASE_CLAUSE)) {
        clause(c, kind, matched);
      } else {
        code.statement(c);
      }
    }
    walk.complexity().leave();
  }

  /** A case: its names are bound in it alone. */
  void clause(int node, BindingKind kind, int matched) {
    walk.inBlock(syntax.end(node), () -> inside(node, kind, matched));
  }

  private void inside(int node, BindingKind kind, int matched) {
    int pattern = syntax.field(node, ScalaField.PATTERN);
    int guard = syntax.child(node, ScalaNode.GUARD);
    if (kind != BindingKind.CATCH && !(syntax.is(pattern, ScalaNode.WILDCARD) && guard < 0)) {
      walk.complexity().path();
    }
    int last = guard < 0 ? pattern : guard;
    if (pattern >= 0) {
      code.patterns().bind(pattern, kind, syntax.end(pattern), matched);
    }
    guard(guard);
    code.statements(last < 0 ? syntax.firstPart(node) : syntax.nextPart(last));
  }

  private void guard(int node) {
    if (node >= 0) {
      code.statement(syntax.field(node, ScalaField.CONDITION));
    }
  }

  /** A {@code try} with its handlers. */
  void attempt(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      switch (syntax.kind(c)) {
        case CATCH_CLAUSE -> handler(c);
        case FINALLY_CLAUSE -> code.parts(c);
        default -> code.statement(c);
      }
    }
  }

  private void handler(int node) {
    walk.complexity().branch();
    if (syntax.field(node, ScalaField.PATTERN) >= 0) {
      walk.complexity().enter();
      clause(node, BindingKind.CATCH, -1);
      walk.complexity().leave();
      return;
    }
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      switch (syntax.kind(c)) {
        case CASE_BLOCK, INDENTED_CASES -> cases(c, BindingKind.CATCH, -1);
        default -> code.statement(c);
      }
    }
  }

  /** A {@code while} or {@code do}. */
  void repetition(int node) {
    walk.complexity().branch();
    code.statement(part(node, ScalaField.CONDITION));
    nested(part(node, ScalaField.BODY));
    broken(node);
  }

  /** A {@code for}: each enumerator sees what the ones before bind. */
  void comprehension(int node) {
    walk.complexity().branch();
    walk.inBlock(
        syntax.end(node),
        () -> {
          for (int list : syntax.children(node, ScalaNode.ENUMERATORS)) {
            code.parts(list);
          }
          broken(node);
          nested(part(node, ScalaField.BODY));
        });
  }

  /** A generator, a value or guards. */
  void enumerator(int node) {
    int pattern = syntax.firstNamed(node);
    if (syntax.is(pattern, ScalaNode.GUARD)) {
      for (int guard : syntax.children(node, ScalaNode.GUARD)) {
        walk.complexity().path();
        guard(guard);
      }
      return;
    }
    int value = pattern < 0 ? -1 : syntax.nextNamed(pattern);
    int matched = code.expressions().value(value, true);
    if (pattern >= 0) {
      BindingKind kind = syntax.hasToken(node, "<-") ? BindingKind.LOOP : BindingKind.LOCAL;
      int from = value < 0 ? syntax.end(pattern) : syntax.end(value);
      code.patterns().bind(pattern, kind, from, matched);
    }
    for (int guard : syntax.children(node, ScalaNode.GUARD)) {
      walk.complexity().path();
      guard(guard);
    }
    broken(node);
  }
}
