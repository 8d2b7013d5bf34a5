package dev.codegraph.parser.kotlin;

import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;
import java.util.List;

/**
 * Branches, choices and loops. In what a test of the type guards, the tested name has that type.
 */
final class KotlinControl {
  private final KotlinContext context;
  private final Syntax<KotlinNode> syntax;
  private final WalkContext walk;
  private final KotlinTypes types;
  private final KotlinCode code;

  KotlinControl(KotlinContext context, KotlinTypes types, KotlinCode code) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.code = code;
  }

  /** A chain of else-ifs is walked in a loop: it may be long. */
  void branches(int first) {
    walk.complexity().branch();
    int node = first;
    while (node >= 0) {
      int condition = -1;
      int consequence = -1;
      int alternative = -1;
      boolean otherwise = false;
      for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
        if (syntax.is(c, KotlinNode.CONTROL_STRUCTURE_BODY)) {
          alternative = otherwise ? c : alternative;
          consequence = otherwise ? consequence : c;
        } else if (!syntax.tree().isNamed(c)) {
          otherwise |= syntax.textEquals(c, "else");
        } else if (!syntax.tree().isExtra(c)) {
          condition = condition < 0 ? c : condition;
          code.statement(c);
        }
      }
      int test = condition;
      int body = consequence;
      walk.inBlock(
          body < 0 ? syntax.end(node) : syntax.end(body),
          () -> {
            guard(test, body);
            nested(body);
          });
      int next = syntax.firstNamed(alternative);
      if (syntax.is(next, KotlinNode.IF_EXPRESSION)
          && syntax.start(next) == syntax.start(alternative)) {
        walk.complexity().chainedBranch();
        node = next;
      } else {
        if (alternative >= 0) {
          walk.complexity().burden();
          nested(alternative);
        }
        node = -1;
      }
    }
  }

  /** Binds the name that a condition tests for a type. */
  private void guard(int condition, int body) {
    if (body >= 0
        && syntax.is(condition, KotlinNode.CHECK_EXPRESSION)
        && syntax.hasToken(condition, "is")) {
      int type = context.type(syntax.firstChild(condition));
      narrow(syntax.firstNamed(condition), type, body);
    }
  }

  private void narrow(int nameNode, int type, int body) {
    String name = context.name(nameNode);
    if (type >= 0
        && syntax.is(nameNode, KotlinNode.SIMPLE_IDENTIFIER)
        && walk.scope().meaning(name) == LexicalScope.Meaning.VALUE) {
      code.expressions().lambdas().uses(name);
      walk.bind(name, BindingKind.PATTERN, syntax.start(body), types.text(type), -1);
    }
  }

  private void nested(int node) {
    if (node >= 0) {
      walk.complexity().enter();
      code.statement(node);
      walk.complexity().leave();
    }
  }

  /** A {@code for}. */
  void loop(int node) {
    walk.complexity().branch();
    int over = code.expressions().value(context.after(node, "in"), true);
    for (int c : syntax.children(node, KotlinNode.ANNOTATION)) {
      code.annotation(c);
    }
    int body = syntax.child(node, KotlinNode.CONTROL_STRUCTURE_BODY);
    int from = body < 0 ? syntax.end(node) : syntax.start(body);
    walk.inBlock(
        syntax.end(node),
        () -> {
          int variable = syntax.child(node, KotlinNode.VARIABLE_DECLARATION);
          int several = syntax.child(node, KotlinNode.MULTI_VARIABLE_DECLARATION);
          if (variable >= 0) {
            code.variable(variable, BindingKind.LOOP, over, from);
          } else if (several >= 0) {
            int element = over < 0 ? -1 : context.make(ExpressionKind.OTHER, "element", over, -1);
            code.components(several, element, from);
          }
          nested(body);
        });
  }

  /** A {@code while} or {@code do}. */
  void repetition(int node) {
    walk.complexity().branch();
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, KotlinNode.CONTROL_STRUCTURE_BODY)) {
        nested(c);
      } else {
        code.statement(c);
      }
    }
  }

  /** A {@code when}. */
  void choice(int node) {
    walk.complexity().choice();
    walk.inBlock(syntax.end(node), () -> entries(node));
  }

  private void entries(int node) {
    int subject = syntax.child(node, KotlinNode.WHEN_SUBJECT);
    int tested = subject < 0 ? -1 : subject(subject);
    walk.complexity().enter();
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.is(c, KotlinNode.WHEN_ENTRY)) {
        int entry = c;
        walk.inBlock(syntax.end(c), () -> entry(entry, tested));
      } else if (c != subject) {
        code.statement(c);
      }
    }
    walk.complexity().leave();
  }

  /** Walks what is tested and gives the node of its name, or -1. */
  private int subject(int node) {
    int variable = syntax.child(node, KotlinNode.VARIABLE_DECLARATION);
    if (variable < 0) {
      code.parts(node);
      return syntax.firstNamed(node);
    }
    int value = code.expressions().value(context.after(node, "="), true);
    code.variable(variable, BindingKind.LOCAL, value, syntax.end(node));
    return syntax.child(variable, KotlinNode.SIMPLE_IDENTIFIER);
  }

  private void entry(int node, int tested) {
    List<Integer> conditions = syntax.children(node, KotlinNode.WHEN_CONDITION);
    int body = syntax.child(node, KotlinNode.CONTROL_STRUCTURE_BODY);
    // An else may stand as a condition; a second one is its guard.
    boolean otherwise = conditions.size() == 1 && syntax.textEquals(conditions.getFirst(), "else");
    if (!conditions.isEmpty() && !otherwise) {
      walk.complexity().path();
    }
    for (int i = 0; i < conditions.size(); i++) {
      code.parts(conditions.get(i));
      int test = syntax.child(conditions.get(i), KotlinNode.TYPE_TEST);
      if (i == 0 && body >= 0 && syntax.hasToken(test, "is") && isOnly(conditions)) {
        int from = conditions.size() > 1 ? conditions.get(1) : body;
        narrow(tested, context.type(syntax.firstChild(test)), from);
      }
    }
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (!syntax.is(c, KotlinNode.WHEN_CONDITION)) {
        code.statement(c);
      }
    }
  }

  /** Whether no other condition holds too: what follows an {@code if} only narrows. */
  private boolean isOnly(List<Integer> conditions) {
    if (conditions.size() == 1) {
      return true;
    }
    int between = syntax.end(conditions.getFirst());
    byte[] source = syntax.source();
    while (between < source.length && source[between] == ' ') {
      between++;
    }
    return conditions.size() == 2 && source[between] == 'i';
  }

  /** A {@code catch}. */
  void handler(int node) {
    walk.complexity().branch();
    walk.complexity().enter();
    walk.inBlock(
        syntax.end(node),
        () -> {
          int name = syntax.child(node, KotlinNode.SIMPLE_IDENTIFIER);
          int type = context.type(syntax.firstChild(node));
          types.references(type);
          if (name >= 0 && !syntax.textEquals(name, "_")) {
            walk.bind(
                context.name(name), BindingKind.CATCH, syntax.end(name), types.text(type), -1);
          }
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            if (c != name && c != type) {
              code.statement(c);
            }
          }
        });
    walk.complexity().leave();
  }
}
