package dev.codegraph.parser.python;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.Target.Derivation;
import dev.codegraph.schemas.BindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bindings of local names with the ranges in which each value holds. A name that is assigned once
 * has one binding for its whole scope. A name that is assigned more often has one for each
 * assignment, up to the end of its block, and after every statement that assigns it on some way
 * only, one that says what all assignments agree on: so the innermost, latest binding at a place is
 * never one of several values that are possible there.
 */
final class PythonLocals {
  /** What a binding says about the value. */
  record Value(BindingKind kind, String type, int expression) {}

  private record Local(String name, Value value, int owner, int start, int end) {}

  private final PythonSyntax syntax;
  private final FactsBuilder facts;
  private final PythonExpressions expressions;
  private final List<Local> locals = new ArrayList<>();

  PythonLocals(PythonSyntax syntax, FactsBuilder facts, PythonExpressions expressions) {
    this.syntax = syntax;
    this.facts = facts;
    this.expressions = expressions;
  }

  /** Adds a binding for all bytes of a node. */
  void whole(String name, Value value, int owner, int node) {
    range(name, value, owner, syntax.tree.startByte(node), syntax.tree.endByte(node));
  }

  void range(String name, Value value, int owner, int start, int end) {
    if (start < end) {
      locals.add(new Local(name, value, owner, start, end));
    }
  }

  /** Hands the bindings over in source order, an outer one before an inner one. */
  void finish() {
    locals.sort(
        Comparator.comparingInt(Local::start)
            .thenComparing(Comparator.comparingInt(Local::end).reversed()));
    for (Local local : locals) {
      facts.binding(
          local.name(),
          local.value().kind(),
          local.owner(),
          local.start(),
          local.end(),
          local.value().type(),
          local.value().expression());
    }
  }

  /** The value that a target gets. */
  Value value(Target target) {
    int value = target.value();
    String type = target.type() < 0 ? "" : syntax.type(target.type());
    return switch (target.derivation()) {
      case SAME, ELEMENT, ENTERED ->
          new Value(target.kind(), type, value < 0 ? -1 : expressions.of(value, target.scope()));
      case ITEM ->
          new Value(
              BindingKind.LOCAL,
              type,
              value < 0
                  ? -1
                  : facts.expression(
                      dev.codegraph.schemas.ExpressionKind.INDEX,
                      "",
                      expressions.of(value, target.scope()),
                      -1));
      case INSTANCE -> new Value(target.kind(), value < 0 ? "" : types(value), -1);
      case UNKNOWN -> new Value(target.kind(), type, -1);
    };
  }

  /** A class, or a tuple of classes as a union. */
  String types(int node) {
    int bare = syntax.bare(node);
    if (!syntax.is(bare, PythonNode.TUPLE)) {
      return syntax.type(bare);
    }
    StringBuilder union = new StringBuilder();
    for (int t = syntax.firstNamed(bare); t >= 0; t = syntax.nextNamed(t)) {
      union.append(union.isEmpty() ? "" : " | ").append(syntax.type(t));
    }
    return union.toString();
  }

  boolean isNull(Target target) {
    return target.derivation() == Derivation.SAME
        && target.value() >= 0
        && syntax.is(syntax.bare(target.value()), PythonNode.NONE);
  }

  /** Whether a target only declares a type. */
  static boolean isBare(Target target) {
    return target.value() < 0 && target.derivation() == Derivation.SAME;
  }

  /**
   * What all assignments agree on, None left aside.
   *
   * @param declared Type declared for the name, empty for none.
   */
  Value agreed(List<Target> targets, String declared) {
    if (!declared.isEmpty()) {
      return new Value(BindingKind.LOCAL, declared, -1);
    }
    Set<Value> values = new LinkedHashSet<>();
    for (Target target : targets) {
      if (!isNull(target) && !isBare(target)) {
        values.add(value(target));
      }
    }
    if (values.size() == 1) {
      return values.iterator().next();
    }
    return new Value(BindingKind.LOCAL, "", -1);
  }

  /** Emits all bindings of a name of a function. */
  void local(String text, Scope.Name name, Scope scope, Value parameter) {
    List<Target> targets = name.targets;
    int owner = scope.entity;
    String declared = parameter == null ? "" : parameter.type();
    for (Target target : targets) {
      if (declared.isEmpty() && target.type() >= 0) {
        declared = syntax.type(target.type());
      }
    }
    if (targets.isEmpty() || (targets.size() == 1 && parameter == null)) {
      Value value = parameter != null ? parameter : value(targets.getFirst());
      whole(text, value, owner, scope.node);
      return;
    }
    Value agreed =
        parameter != null && declared.isEmpty()
            ? new Value(BindingKind.LOCAL, "", -1)
            : agreed(targets, declared);
    whole(text, parameter != null ? parameter : agreed, owner, scope.node);
    Set<Integer> branches = new LinkedHashSet<>();
    for (Target target : targets) {
      if (isBare(target)) {
        continue;
      }
      flow(text, target, scope, declared, agreed, branches);
    }
    for (int closure : name.closures) {
      whole(text, agreed, owner, closure);
    }
  }

  private void flow(
      String text,
      Target target,
      Scope scope,
      String declared,
      Value agreed,
      Set<Integer> branches) {
    Value own = value(target);
    Value value =
        declared.isEmpty() || !own.type().isEmpty()
            ? own
            : new Value(own.kind(), declared, own.expression());
    int statement = target.statement();
    boolean hasBody =
        switch (syntax.kind(statement)) {
          case FOR_STATEMENT, WITH_STATEMENT, EXCEPT_CLAUSE, CASE_CLAUSE -> true;
          default -> false;
        };
    int block;
    int start;
    if (syntax.is(statement, PythonNode.CASE_PATTERN)) {
      block = statement;
      while (block > 0 && !syntax.is(block, PythonNode.CASE_CLAUSE)) {
        block = syntax.tree.parent(block);
      }
      start = syntax.tree.endByte(statement);
    } else if (hasBody) {
      block = -1;
      for (int c = syntax.firstNamed(statement); c >= 0; c = syntax.nextNamed(c)) {
        if (block < 0 && syntax.is(c, PythonNode.BLOCK)) {
          block = c;
        }
      }
      block = block < 0 ? statement : block;
      start = syntax.tree.startByte(block);
      if (syntax.is(statement, PythonNode.WITH_STATEMENT)) {
        block = enclosing(block, scope);
      }
    } else {
      block = enclosing(statement, scope);
      start = syntax.tree.endByte(statement);
    }
    range(text, value, scope.entity, start, syntax.tree.endByte(block));
    int inner = block;
    while (inner > scope.node) {
      int compound = syntax.tree.parent(inner);
      while (compound > scope.node && !isCompound(compound)) {
        compound = syntax.tree.parent(compound);
      }
      if (compound <= scope.node) {
        return;
      }
      int outer = enclosing(compound, scope);
      if (branches.add(compound)) {
        branch(text, compound, outer, scope.entity, agreed);
      }
      inner = outer;
    }
  }

  /**
   * After a compound statement, in its loop body and in its handlers only the agreed value holds.
   */
  private void branch(String text, int compound, int outer, int owner, Value agreed) {
    range(text, agreed, owner, syntax.tree.endByte(compound), syntax.tree.endByte(outer));
    PythonNode kind = syntax.kind(compound);
    boolean isLoop = kind == PythonNode.FOR_STATEMENT || kind == PythonNode.WHILE_STATEMENT;
    boolean isTry = kind == PythonNode.TRY_STATEMENT;
    for (int c = syntax.firstNamed(compound); c >= 0; c = syntax.nextNamed(c)) {
      boolean isBody = syntax.is(c, PythonNode.BLOCK);
      if ((isLoop && isBody) || ((isLoop || isTry) && !isBody)) {
        whole(text, agreed, owner, c);
      }
    }
  }

  private boolean isCompound(int node) {
    return switch (syntax.kind(node)) {
      case IF_STATEMENT, FOR_STATEMENT, WHILE_STATEMENT, TRY_STATEMENT, MATCH_STATEMENT -> true;
      default -> false;
    };
  }

  /** The block in which a statement certainly runs: bodies of {@code with} belong to it. */
  private int enclosing(int node, Scope scope) {
    int block = syntax.blockOf(node);
    while (block > scope.node && syntax.is(syntax.tree.parent(block), PythonNode.WITH_STATEMENT)) {
      block = syntax.blockOf(block);
    }
    return Math.max(block, scope.node);
  }
}
