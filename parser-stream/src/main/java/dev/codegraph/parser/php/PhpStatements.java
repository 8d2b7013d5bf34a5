package dev.codegraph.parser.php;

import dev.codegraph.parser.walk.DocumentationComments;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.ExpressionKind;

/** Statements, and expressions that do no more than hold others; both may hold declarations. */
final class PhpStatements {
  private final PhpWalk walk;
  private final Syntax<PhpNode> syntax;

  PhpStatements(PhpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the children of a node, whatever they are. */
  void parts(int node) {
    if (syntax.is(node, PhpNode.ERROR)) {
      walk.fragments().of(node);
      return;
    }
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      part(c, false);
    }
  }

  /** Walks a child; a name alone in broken code can be anything. */
  void part(int c, boolean isBroken) {
    if (syntax.is(c, PhpNode.COMMENT)) {
      documented(c);
    } else if (syntax.tree().isNamed(c)
        && (!syntax.tree().isExtra(c) || syntax.tree().isError(c))
        && !(isBroken && walk.types().isName(c))) {
      statement(c);
    }
  }

  /** Walks a statement, a declaration or an expression. */
  void statement(int node) {
    switch (syntax.kind(node)) {
      case NAMESPACE_DEFINITION -> walk.declarations().namespace(node);
      case NAMESPACE_USE_DECLARATION -> walk.declarations().imports(node);
      case CLASS_DECLARATION, INTERFACE_DECLARATION, TRAIT_DECLARATION, ENUM_DECLARATION ->
          walk.members().type(node);
      case FUNCTION_DEFINITION -> walk.callables().function(node);
      case CONST_DECLARATION -> walk.members().constants(node);
      case METHOD_DECLARATION -> walk.members().method(node);
      case PROPERTY_DECLARATION -> walk.members().properties(node);
      case USE_DECLARATION -> walk.members().traits(node);
      case ENUM_CASE -> walk.members().enumCase(node);
      case FORMAL_PARAMETERS -> walk.callables().bind(node, "");
      case ARGUMENT -> walk.expressions().value(walk.expressions().argumentValue(node), false);
      case GLOBAL_DECLARATION -> walk.variables().global(node);
      case STATIC_VARIABLE_DECLARATION -> walk.variables().persistent(node);
      case ATTRIBUTE_LIST -> broken(node);
      case IF_STATEMENT -> branching(node, false);
      case FOREACH_STATEMENT -> {
        walk.context().complexity().branch();
        walk.context().complexity().enter();
        foreach(node);
        walk.context().complexity().leave();
      }
      case CATCH_CLAUSE -> {
        walk.context().complexity().branch();
        walk.context().complexity().enter();
        caught(node);
        walk.context().complexity().leave();
      }
      case FOR_STATEMENT, WHILE_STATEMENT, DO_STATEMENT -> {
        walk.context().complexity().branch();
        nested(node);
      }
      case SWITCH_STATEMENT -> {
        walk.context().complexity().choice();
        nested(node);
      }
      case CASE_STATEMENT -> {
        walk.context().complexity().path();
        parts(node);
      }
      case GOTO_STATEMENT -> walk.context().complexity().burden();
      case NAMED_LABEL_STATEMENT,
          NAME,
          QUALIFIED_NAME,
          NAMESPACE_NAME,
          TEXT,
          TEXT_INTERPOLATION,
          PHP_TAG,
          PRIMITIVE_TYPE,
          STRING_CONTENT -> {
        if (walk.types().isName(node)) {
          walk.expressions().value(node, false);
        }
      }
      case NAMED_TYPE -> walk.types().references(node);
      case EXPRESSION_STATEMENT, COMPOUND_STATEMENT, ERROR, ARRAY_ELEMENT_INITIALIZER ->
          parts(node);
      default -> walk.expressions().value(node, false);
    }
  }

  /** Walks an expression that has no meaning of its own for names. */
  void structure(int node) {
    switch (syntax.kind(node)) {
      case MATCH_EXPRESSION -> {
        walk.context().complexity().choice();
        nested(node);
      }
      case MATCH_CONDITIONAL_EXPRESSION -> {
        walk.context().complexity().path();
        parts(node);
      }
      case YIELD_EXPRESSION -> {
        walk.callables().yields();
        parts(node);
      }
      case REQUIRE_EXPRESSION,
          REQUIRE_ONCE_EXPRESSION,
          INCLUDE_EXPRESSION,
          INCLUDE_ONCE_EXPRESSION -> {
        walk.declarations().included(node);
        parts(node);
      }
      default -> parts(node);
    }
  }

  /** Walks the code of the hooks of a property, each in a block of its own. */
  void hooks(int list) {
    for (int hook : syntax.children(list, PhpNode.PROPERTY_HOOK)) {
      walk.context()
          .inBlock(
              syntax.end(hook),
              () -> {
                walk.attributes().of(hook);
                walk.callables().bind(syntax.field(hook, PhpField.PARAMETERS), "");
                int body = syntax.field(hook, PhpField.BODY);
                if (body >= 0) {
                  statement(body);
                }
              });
    }
  }

  private void nested(int node) {
    walk.context().complexity().enter();
    parts(node);
    walk.context().complexity().leave();
  }

  /** Attributes that stand before nothing. */
  private void broken(int list) {
    walk.attributes().of(syntax.parent(list));
  }

  private void branching(int node, boolean isChained) {
    if (isChained) {
      walk.context().complexity().chainedBranch();
    } else {
      walk.context().complexity().branch();
    }
    walk.context().complexity().enter();
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, PhpNode.ELSE_IF_CLAUSE)) {
        walk.context().complexity().leave();
        branching(c, true);
        walk.context().complexity().enter();
      } else if (syntax.is(c, PhpNode.ELSE_CLAUSE)) {
        otherwise(c);
      } else {
        part(c, false);
      }
    }
    walk.context().complexity().leave();
  }

  private void otherwise(int clause) {
    int body = syntax.field(clause, PhpField.BODY);
    if (syntax.is(body, PhpNode.IF_STATEMENT)) {
      walk.context().complexity().leave();
      branching(body, true);
      walk.context().complexity().enter();
    } else {
      walk.context().complexity().burden();
      parts(clause);
    }
  }

  private void foreach(int node) {
    int values = syntax.firstPart(node);
    int all = walk.expressions().value(values, true);
    int body = syntax.field(node, PhpField.BODY);
    boolean isTarget = true;
    for (int c = values < 0 ? -1 : syntax.nextPart(values); c >= 0; c = syntax.nextPart(c)) {
      if (isTarget && c != body) {
        int each = walk.expression(ExpressionKind.OTHER, "each", all, -1);
        walk.variables().target(c, BindingKind.LOOP, each);
        isTarget = false;
      } else {
        statement(c);
      }
    }
  }

  private void caught(int node) {
    int type = syntax.field(node, PhpField.TYPE);
    int variable = syntax.field(node, PhpField.NAME);
    walk.types().references(type);
    if (walk.variables().plain(variable) >= 0) {
      walk.variables().local(variable, BindingKind.CATCH, syntax.normalText(type), -1);
    }
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (c != type && c != variable) {
        statement(c);
      }
    }
  }

  /** A comment in code may say the type of a variable. */
  private void documented(int comment) {
    byte[] source = syntax.source();
    int start = syntax.start(comment);
    if (syntax.end(comment) - start < 8 || source[start + 2] != '*') {
      return;
    }
    String text = DocumentationComments.JAVADOC.above(source, syntax.end(comment));
    int dollar = text.indexOf('$');
    if (dollar < 0 || !PhpDoc.has(text, "@var")) {
      return;
    }
    int end = dollar + 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    String variable = text.substring(dollar, end);
    String type = PhpDoc.type(text, "@var", variable);
    if (!type.isEmpty()) {
      walk.variables().documented(variable, start, type);
    }
  }
}
