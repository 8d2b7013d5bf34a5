package dev.codegraph.parser.csharp;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Patterns: the types and members they test, and the names they bind. */
final class CSharpPatterns {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  /** Whether the pattern stands behind {@code is} and is no part of another one. */
  private boolean isTested;

  CSharpPatterns(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /**
   * Walks the pattern of an {@code is}. A simple name there is that of a type: constants are
   * compared by equality.
   *
   * @param subject Expression of what is tested, -1 when unknown.
   */
  void tested(int node, int subject) {
    isTested = true;
    pattern(node, subject);
    isTested = false;
  }

  /**
   * Walks a pattern.
   *
   * @param subject Expression of what is tested, -1 when unknown.
   */
  void pattern(int from, int subject) {
    int node = from;
    List<Integer> rights = new ArrayList<>(0);
    while (syntax.is(node, CSharpNode.OR_PATTERN)
        || syntax.is(node, CSharpNode.AND_PATTERN)
        || syntax.is(node, CSharpNode.NEGATED_PATTERN)
        || syntax.is(node, CSharpNode.PARENTHESIZED_PATTERN)) {
      int right = syntax.field(node, CSharpField.RIGHT);
      if (right >= 0) {
        walk.context().complexity().path();
        rights.add(right);
      }
      int left = syntax.field(node, CSharpField.LEFT);
      node = left < 0 ? syntax.firstNamed(node) : left;
    }
    simple(node, subject);
    for (int right : rights.reversed()) {
      pattern(right, subject);
    }
  }

  private void simple(int node, int subject) {
    boolean outer = isTested;
    isTested = false;
    if (outer && syntax.is(node, CSharpNode.CONSTANT_PATTERN)) {
      tested(walk.firstContent(node));
    } else {
      part(node, subject);
    }
    isTested = outer;
  }

  /** The grammar takes {@code o is T && b} for a test against {@code T && b}. */
  private void tested(int constant) {
    List<Integer> logic = new ArrayList<>(1);
    int node = constant;
    while (syntax.is(node, CSharpNode.BINARY_EXPRESSION) && isLogical(node)) {
      logic.add(node);
      node = syntax.field(node, CSharpField.LEFT);
    }
    boolean isType =
        syntax.is(node, CSharpNode.GENERIC_NAME)
            || syntax.is(node, CSharpNode.IDENTIFIER)
                && walk.context().scope().meaning(walk.name(node)) != LexicalScope.Meaning.VALUE;
    if (isType) {
      walk.types().references(node);
    } else {
      walk.expressions().value(node, false);
    }
    for (int binary : logic.reversed()) {
      walk.expressions().joined(binary);
    }
  }

  private boolean isLogical(int binary) {
    int operator = syntax.field(binary, CSharpField.OPERATOR);
    return syntax.textEquals(operator, "&&") || syntax.textEquals(operator, "||");
  }

  private void part(int node, int subject) {
    switch (syntax.kind(node)) {
      case DECLARATION_PATTERN -> {
        int type = syntax.field(node, CSharpField.TYPE);
        walk.types().references(type);
        designation(node, type, walk.types().text(type), subject);
      }
      case VAR_PATTERN -> designation(node, -1, "", subject);
      case TYPE_PATTERN -> walk.types().references(syntax.field(node, CSharpField.TYPE));
      case RECURSIVE_PATTERN -> recursive(node, subject);
      case LIST_PATTERN -> {
        int element = subject < 0 ? -1 : walk.expression(ExpressionKind.INDEX, "", subject, -1);
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          if (syntax.kind(c).isPattern()) {
            pattern(c, element);
          }
        }
        designation(node, -1, "", subject);
      }
      case RELATIONAL_PATTERN, CONSTANT_PATTERN ->
          walk.expressions().value(walk.firstContent(node), false);
      case DISCARD -> {
        // Binds nothing.
      }
      default -> walk.statements().statement(node);
    }
  }

  /** Binds the names behind the type of a pattern: one, or several in parentheses. */
  private void designation(int node, int type, String text, int subject) {
    int given = text.isEmpty() ? subject : -1;
    int place = 0;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (c == type) {
        continue;
      }
      if (syntax.is(c, CSharpNode.IDENTIFIER) && syntax.tree().field(c) == CSharpField.NAME) {
        boolean isPart =
            syntax.is(node, CSharpNode.PARENTHESIZED_VARIABLE_DESIGNATION)
                || syntax.is(node, CSharpNode.TUPLE_PATTERN);
        int value = isPart ? walk.expressions().element(subject, place) : given;
        walk.context().bind(walk.name(c), BindingKind.PATTERN, syntax.start(c), text, value);
      } else if (syntax.is(c, CSharpNode.PARENTHESIZED_VARIABLE_DESIGNATION)) {
        boolean isPart = syntax.is(node, CSharpNode.PARENTHESIZED_VARIABLE_DESIGNATION);
        designation(c, -1, "", isPart ? walk.expressions().element(subject, place) : subject);
      }
      place++;
    }
  }

  /** Binds the names of {@code var (a, b)}, as locals. */
  void tuple(int node, BindingKind kind, int source) {
    int place = 0;
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      int part = walk.expressions().element(source, place);
      if (syntax.is(c, CSharpNode.TUPLE_PATTERN)) {
        tuple(c, kind, part);
      } else if (syntax.is(c, CSharpNode.IDENTIFIER)) {
        walk.context().bind(walk.name(c), kind, syntax.start(c), "", part);
      }
      place++;
    }
  }

  private void recursive(int node, int subject) {
    int type = syntax.field(node, CSharpField.TYPE);
    String text = walk.types().text(type);
    walk.types().references(type);
    int tested = text.isEmpty() ? subject : walk.expression(ExpressionKind.CAST, text, subject, -1);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, CSharpNode.POSITIONAL_PATTERN_CLAUSE)) {
        int place = 0;
        for (int part : syntax.children(c, CSharpNode.SUBPATTERN)) {
          part(part, tested, walk.expressions().element(tested, place++));
        }
      } else if (syntax.is(c, CSharpNode.PROPERTY_PATTERN_CLAUSE)) {
        for (int part : syntax.children(c, CSharpNode.SUBPATTERN)) {
          part(part, tested, -1);
        }
      } else if (syntax.kind(c).isPattern()) {
        pattern(c, subject);
      }
    }
    designation(node, type, text, subject);
  }

  /** One part of a pattern: a member that is named, or the place that it stands at. */
  private void part(int node, int whole, int place) {
    int colon = walk.token(node, ":");
    int value = place;
    for (int c = walk.firstContent(node); c >= 0; c = walk.nextContent(c)) {
      boolean isMember = colon >= 0 && syntax.start(c) < syntax.start(colon);
      if (!isMember) {
        pattern(c, value);
      } else if (place < 0 || !syntax.is(c, CSharpNode.IDENTIFIER)) {
        value = member(c, whole);
      }
    }
  }

  /** A member of what is tested, or a member of one: {@code A.B.C}. */
  private int member(int node, int whole) {
    List<Integer> names = new ArrayList<>(1);
    int at = node;
    while (syntax.is(at, CSharpNode.MEMBER_ACCESS_EXPRESSION)) {
      names.add(syntax.field(at, CSharpField.NAME));
      at = syntax.field(at, CSharpField.EXPRESSION);
    }
    names.add(at);
    int base = whole < 0 ? walk.expression(ExpressionKind.OTHER, "", -1, -1) : whole;
    for (int name : names.reversed()) {
      if (syntax.is(name, CSharpNode.IDENTIFIER)) {
        walk.context().reference(Role.READ, walk.name(name), name, base, -1);
        base = walk.expression(ExpressionKind.MEMBER, walk.name(name), base, -1);
      }
    }
    return base;
  }
}
