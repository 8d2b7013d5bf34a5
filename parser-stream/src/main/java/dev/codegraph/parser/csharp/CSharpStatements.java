package dev.codegraph.parser.csharp;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;

/** Statements: what they bind, and the expressions in them. */
final class CSharpStatements {
  private final CSharpWalk walk;
  private final Syntax<CSharpNode> syntax;

  CSharpStatements(CSharpWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the children of a node. */
  void parts(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      statement(c);
    }
  }

  /** Walks a statement, an expression, or whatever else may stand where one is expected. */
  void statement(int node) {
    if (node < 0) {
      return;
    }
    switch (syntax.kind(node)) {
      case BLOCK ->
          walk.context()
              .inBlock(
                  syntax.end(node),
                  () -> {
                    foresee(node);
                    parts(node);
                  });
      case LOCAL_DECLARATION_STATEMENT -> {
        boolean isUsing = walk.token(node, "using") >= 0;
        int declaration = syntax.child(node, CSharpNode.VARIABLE_DECLARATION);
        variables(declaration, isUsing ? BindingKind.RESOURCE : BindingKind.LOCAL);
      }
      case VARIABLE_DECLARATION -> variables(node, BindingKind.LOCAL);
      case LOCAL_FUNCTION_STATEMENT -> localFunction(node);
      case IF_STATEMENT -> branches(node);
      case FOR_STATEMENT, FOREACH_STATEMENT, WHILE_STATEMENT, DO_STATEMENT -> loop(node);
      case SWITCH_STATEMENT -> choice(node);
      case CATCH_CLAUSE -> caught(node);
      case USING_STATEMENT, FIXED_STATEMENT ->
          walk.context().inBlock(syntax.end(node), () -> resources(node));
      case GOTO_STATEMENT -> {
        walk.context().complexity().burden();
        if (walk.token(node, "case") >= 0) {
          parts(node);
        }
      }
      case LABELED_STATEMENT -> statement(syntax.nextNamed(syntax.firstNamed(node)));
      case PREPROC_IF, PREPROC_ELIF, PREPROC_ELSE -> {
        for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
          if (syntax.tree().field(c) != CSharpField.CONDITION) {
            statement(c);
          }
        }
      }
      case ERROR -> walk.recovery().error(node);
      case ARGUMENT_LIST, BRACKETED_ARGUMENT_LIST -> walk.expressions().arguments(node, -1);
      case ARGUMENT -> walk.expressions().value(walk.expressions().argumentValue(node), false);
      case ARROW_EXPRESSION_CLAUSE -> walk.expressions().value(walk.firstContent(node), false);
      case ATTRIBUTE_LIST, ATTRIBUTE ->
          walk.attributes().list(node, walk.facts().entity(walk.context().owner()));
      case PARAMETER_LIST, BRACKETED_PARAMETER_LIST ->
          walk.parameters().references(node, walk.parameters().of(node));
      case BASE_LIST, TYPE_PARAMETER_CONSTRAINT -> walk.types().references(node);
      case VARIABLE_DECLARATOR -> walk.expressions().value(walk.afterEquals(node), false);
      case GLOBAL_STATEMENT, TRY_STATEMENT, WHEN_CLAUSE -> parts(node);
      case CLASS_DECLARATION,
          STRUCT_DECLARATION,
          INTERFACE_DECLARATION,
          ENUM_DECLARATION,
          RECORD_DECLARATION,
          DELEGATE_DECLARATION,
          NAMESPACE_DECLARATION,
          DECLARATION_LIST,
          METHOD_DECLARATION,
          CONSTRUCTOR_DECLARATION,
          FIELD_DECLARATION,
          EVENT_FIELD_DECLARATION,
          EVENT_DECLARATION,
          PROPERTY_DECLARATION,
          INDEXER_DECLARATION,
          OPERATOR_DECLARATION,
          CONVERSION_OPERATOR_DECLARATION,
          ENUM_MEMBER_DECLARATION,
          DESTRUCTOR_DECLARATION,
          USING_DIRECTIVE ->
          walk.declarations().declaration(node);
      case COMMENT, MODIFIER, EXPLICIT_INTERFACE_SPECIFIER, TYPE_PARAMETER_LIST -> {
        // No code.
      }
      default -> {
        if (syntax.kind(node).isPattern()) {
          walk.patterns().pattern(node, -1);
        } else {
          walk.expressions().value(node, false);
        }
      }
    }
  }

  /** Local functions are known in all of their block. */
  void foresee(int block) {
    for (int c = syntax.firstNamed(block); c >= 0; c = syntax.nextNamed(c)) {
      int function = syntax.is(c, CSharpNode.GLOBAL_STATEMENT) ? syntax.firstNamed(c) : c;
      if (syntax.is(function, CSharpNode.LOCAL_FUNCTION_STATEMENT)) {
        String name = walk.name(syntax.field(function, CSharpField.NAME));
        walk.context().scope().bind(name, LexicalScope.Meaning.LOCAL_FUNCTION);
      }
    }
  }

  private void localFunction(int node) {
    int name = syntax.field(node, CSharpField.NAME);
    if (walk.name(name).isEmpty()) {
      statement(syntax.field(node, CSharpField.BODY));
      return;
    }
    EntityDraft draft = walk.members().draft(EntityKind.FUNCTION, walk.name(name), name, node);
    walk.members().callable(draft, node, syntax.field(node, CSharpField.TYPE));
  }

  /** Binds the variables of a declaration, each after its value. */
  void variables(int declaration, BindingKind kind) {
    int type = syntax.field(declaration, CSharpField.TYPE);
    String text = walk.types().text(type);
    walk.types().references(type);
    for (int c : syntax.children(declaration, CSharpNode.VARIABLE_DECLARATOR)) {
      int name = syntax.field(c, CSharpField.NAME);
      int tuple = syntax.child(c, CSharpNode.TUPLE_PATTERN);
      int sizes = syntax.child(c, CSharpNode.BRACKETED_ARGUMENT_LIST);
      if (sizes >= 0) {
        walk.expressions().arguments(sizes, -1);
      }
      boolean wanted = text.isEmpty();
      int value = initializer(walk.afterEquals(c), type, wanted);
      if (tuple >= 0) {
        walk.patterns().tuple(tuple, kind, value);
      } else if (name >= 0) {
        walk.routes().noteGroup(walk.name(name), walk.afterEquals(c));
        walk.context().bind(walk.name(name), kind, syntax.start(name), text, wanted ? value : -1);
      }
    }
  }

  /** Walks the value that a variable or member of a declared type gets. */
  int initializer(int value, int type, boolean wanted) {
    if (syntax.is(value, CSharpNode.IMPLICIT_OBJECT_CREATION_EXPRESSION)) {
      return walk.creations().implicit(value, type, wanted);
    }
    return walk.expressions().value(value, wanted);
  }

  /** A chain of else-ifs is walked in a loop: it may be long. */
  private void branches(int first) {
    walk.context().complexity().branch();
    int node = first;
    while (node >= 0) {
      walk.expressions().value(syntax.field(node, CSharpField.CONDITION), false);
      nested(syntax.field(node, CSharpField.CONSEQUENCE));
      int alternative = syntax.field(node, CSharpField.ALTERNATIVE);
      if (syntax.is(alternative, CSharpNode.IF_STATEMENT)) {
        walk.context().complexity().chainedBranch();
        node = alternative;
      } else {
        if (alternative >= 0) {
          walk.context().complexity().burden();
          nested(alternative);
        }
        node = -1;
      }
    }
  }

  private void nested(int node) {
    if (node >= 0) {
      walk.context().complexity().enter();
      statement(node);
      walk.context().complexity().leave();
    }
  }

  private void loop(int node) {
    walk.context().complexity().branch();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int body = syntax.field(node, CSharpField.BODY);
              if (syntax.is(node, CSharpNode.FOREACH_STATEMENT)) {
                each(node);
              } else {
                for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
                  if (c != body) {
                    statement(c);
                  }
                }
              }
              nested(body);
            });
  }

  private void each(int node) {
    int type = syntax.field(node, CSharpField.TYPE);
    int left = syntax.field(node, CSharpField.LEFT);
    String text = walk.types().text(type);
    walk.types().references(type);
    int over = walk.expressions().value(syntax.field(node, CSharpField.RIGHT), text.isEmpty());
    int element = over < 0 ? -1 : walk.expression(ExpressionKind.OTHER, "each", over, -1);
    if (syntax.is(left, CSharpNode.TUPLE_PATTERN)) {
      walk.patterns().tuple(left, BindingKind.LOCAL, element);
    } else if (syntax.is(left, CSharpNode.TUPLE_EXPRESSION)) {
      walk.expressions().tuple(left, element);
    } else if (syntax.is(left, CSharpNode.IDENTIFIER) && type >= 0) {
      walk.context().bind(walk.name(left), BindingKind.LOOP, syntax.start(left), text, over);
    } else {
      walk.expressions().target(left);
    }
  }

  private void choice(int node) {
    walk.context().complexity().choice();
    int subject = walk.expressions().value(syntax.field(node, CSharpField.VALUE), true);
    int body = syntax.field(node, CSharpField.BODY);
    walk.context().complexity().enter();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              for (int c = syntax.firstPart(body); c >= 0; c = syntax.nextPart(c)) {
                if (syntax.is(c, CSharpNode.SWITCH_SECTION)) {
                  foresee(c);
                  section(c, subject);
                } else {
                  statement(c);
                }
              }
            });
    walk.context().complexity().leave();
  }

  private void section(int node, int subject) {
    if (walk.token(node, "case") >= 0) {
      walk.context().complexity().path();
    }
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.kind(c).isPattern()) {
        walk.patterns().pattern(c, subject);
      } else {
        statement(c);
      }
    }
  }

  private void caught(int node) {
    walk.context().complexity().branch();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
                if (syntax.is(c, CSharpNode.CATCH_DECLARATION)) {
                  int type = syntax.field(c, CSharpField.TYPE);
                  int name = syntax.field(c, CSharpField.NAME);
                  walk.types().references(type);
                  if (name >= 0) {
                    walk.context()
                        .bind(
                            walk.name(name),
                            BindingKind.CATCH,
                            syntax.start(name),
                            walk.types().text(type),
                            -1);
                  }
                } else if (syntax.is(c, CSharpNode.BLOCK)) {
                  nested(c);
                } else {
                  parts(c);
                }
              }
            });
  }

  private void resources(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.is(c, CSharpNode.VARIABLE_DECLARATION)) {
        variables(c, BindingKind.RESOURCE);
      } else {
        statement(c);
      }
    }
  }

  /** Walks the clauses of a query; each may use what those before it have bound. */
  void query(int node) {
    boolean isContinued = false;
    for (int c = syntax.firstChild(node); c >= 0; c = syntax.nextSibling(c)) {
      switch (syntax.kind(c)) {
        case FROM_CLAUSE, JOIN_CLAUSE -> range(c);
        case LET_CLAUSE -> {
          int name = syntax.firstNamed(c);
          int value = walk.expressions().value(walk.afterEquals(c), true);
          walk.context().bind(walk.name(name), BindingKind.LOCAL, syntax.start(name), "", value);
        }
        case IDENTIFIER -> {
          if (isContinued) {
            walk.context().bind(walk.name(c), BindingKind.LOCAL, syntax.start(c), "", -1);
          } else {
            walk.expressions().value(c, false);
          }
        }
        default -> {
          if (syntax.tree().isNamed(c)) {
            parts(c);
          }
        }
      }
      isContinued = syntax.textEquals(c, "into");
    }
  }

  /** What stands after {@code in} is seen before the name is bound. */
  private void range(int clause) {
    int in = walk.token(clause, "in");
    int type = syntax.field(clause, CSharpField.TYPE);
    int name = -1;
    for (int c = syntax.firstNamed(clause);
        c >= 0 && in >= 0 && syntax.start(c) < syntax.start(in);
        c = syntax.nextNamed(c)) {
      name = c == type ? name : c;
    }
    int source = in < 0 ? -1 : walk.nextContent(in);
    walk.types().references(type);
    int over = walk.expressions().value(source, true);
    if (syntax.is(name, CSharpNode.IDENTIFIER)) {
      String text = walk.types().text(type);
      walk.context().bind(walk.name(name), BindingKind.LOOP, syntax.start(name), text, over);
    }
    for (int c = source < 0 ? -1 : walk.nextContent(source); c >= 0; c = walk.nextContent(c)) {
      if (syntax.is(c, CSharpNode.JOIN_INTO_CLAUSE)) {
        int into = syntax.firstNamed(c);
        walk.context().bind(walk.name(into), BindingKind.LOCAL, syntax.start(into), "", over);
      } else {
        walk.expressions().value(c, false);
      }
    }
  }
}
