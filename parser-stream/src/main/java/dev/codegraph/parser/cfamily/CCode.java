package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope.Meaning;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.List;

/** Statements: what they bind, and the expressions in them. */
final class CCode {
  private final CWalk walk;
  private final CSyntax syntax;

  CCode(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Walks the children of a node. */
  void parts(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      statement(c);
    }
  }

  /** Walks a statement, or anything that may stand where one is expected. */
  void statement(int node) {
    switch (syntax.kind(node)) {
      case COMPOUND_STATEMENT -> walk.context().inBlock(syntax.end(node), () -> parts(node));
      case DECLARATION -> local(node);
      case FUNCTION_DEFINITION,
          TYPE_DEFINITION,
          ALIAS_DECLARATION,
          USING_DECLARATION,
          NAMESPACE_ALIAS_DEFINITION,
          NAMESPACE_DEFINITION,
          LINKAGE_SPECIFICATION,
          TEMPLATE_DECLARATION,
          CONCEPT_DEFINITION,
          FIELD_DECLARATION,
          CLASS_SPECIFIER,
          STRUCT_SPECIFIER,
          UNION_SPECIFIER,
          ENUM_SPECIFIER ->
          walk.declarations().declare(node);
      case PREPROC_INCLUDE,
          PREPROC_DEF,
          PREPROC_FUNCTION_DEF,
          PREPROC_IF,
          PREPROC_IFDEF,
          PREPROC_ELIF,
          PREPROC_ELIFDEF,
          PREPROC_ELSE ->
          walk.preprocessor().line(node, this::statement);
      case IF_STATEMENT -> branches(node);
      case WHILE_STATEMENT, DO_STATEMENT, FOR_STATEMENT, FOR_RANGE_LOOP -> loop(node);
      case SWITCH_STATEMENT -> {
        walk.context().complexity().choice();
        walk.context().inBlock(syntax.end(node), () -> nested(node));
      }
      case CASE_STATEMENT -> {
        if (syntax.field(node, CField.VALUE) >= 0) {
          walk.context().complexity().path();
        }
        parts(node);
      }
      case CATCH_CLAUSE -> handler(node);
      case SEH_EXCEPT_CLAUSE -> {
        walk.context().complexity().branch();
        nested(node);
      }
      case GOTO_STATEMENT -> walk.context().complexity().burden();
      case FIELD_INITIALIZER_LIST -> walk.callables().initializers(node);
      case ATTRIBUTE_DECLARATION, ATTRIBUTE_SPECIFIER -> walk.modifiers().references(node);
      case TYPE_DESCRIPTOR,
          TYPE_IDENTIFIER,
          TEMPLATE_TYPE,
          DEPENDENT_TYPE,
          PLACEHOLDER_TYPE_SPECIFIER,
          TRAILING_RETURN_TYPE ->
          type(node);
      case TYPE_REQUIREMENT, REQUIRES_CLAUSE -> constraint(node);
      case ERROR -> broken(node);
      case IDENTIFIER,
          QUALIFIED_IDENTIFIER,
          TEMPLATE_FUNCTION,
          FIELD_EXPRESSION,
          CALL_EXPRESSION,
          SUBSCRIPT_EXPRESSION,
          POINTER_EXPRESSION,
          PARENTHESIZED_EXPRESSION,
          UNARY_EXPRESSION,
          UPDATE_EXPRESSION,
          BINARY_EXPRESSION,
          CAST_EXPRESSION,
          ASSIGNMENT_EXPRESSION,
          CONDITIONAL_EXPRESSION,
          COMMA_EXPRESSION,
          CO_AWAIT_EXPRESSION,
          COMPOUND_LITERAL_EXPRESSION,
          NEW_EXPRESSION,
          LAMBDA_EXPRESSION,
          SIZEOF_EXPRESSION,
          OFFSETOF_EXPRESSION,
          REQUIRES_EXPRESSION,
          INITIALIZER_LIST ->
          walk.expressions().value(node, false);
      default -> parts(node);
    }
  }

  private void type(int node) {
    boolean isTrailing = syntax.is(node, CNode.TRAILING_RETURN_TYPE);
    walk.types().references(isTrailing ? syntax.firstNamed(node) : node, Role.TYPE);
  }

  /** What a constraint names by itself is a type or a concept. */
  private void constraint(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case IDENTIFIER, QUALIFIED_IDENTIFIER, TEMPLATE_FUNCTION ->
            walk.types().references(c, Role.TYPE);
        default -> statement(c);
      }
    }
  }

  /** In code that the grammar could not place, a name alone says nothing. */
  private void broken(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case IDENTIFIER, TYPE_IDENTIFIER, FIELD_IDENTIFIER, QUALIFIED_IDENTIFIER -> {}
        default -> statement(c);
      }
    }
  }

  private void nested(int node) {
    if (node >= 0) {
      walk.context().complexity().enter();
      parts(node);
      walk.context().complexity().leave();
    }
  }

  private void nestedStatement(int node) {
    if (node >= 0) {
      walk.context().complexity().enter();
      statement(node);
      walk.context().complexity().leave();
    }
  }

  /** A chain of else-ifs is walked in a loop: it may be long. */
  private void branches(int first) {
    walk.context().complexity().branch();
    walk.context()
        .inBlock(
            syntax.end(first),
            () -> {
              int node = first;
              while (node >= 0) {
                int condition = syntax.field(node, CField.CONDITION);
                if (condition >= 0) {
                  statement(condition);
                }
                nestedStatement(syntax.field(node, CField.CONSEQUENCE));
                int otherwise = syntax.firstNamed(syntax.field(node, CField.ALTERNATIVE));
                if (syntax.is(otherwise, CNode.IF_STATEMENT)) {
                  walk.context().complexity().chainedBranch();
                  node = otherwise;
                } else {
                  if (otherwise >= 0) {
                    walk.context().complexity().burden();
                    nestedStatement(otherwise);
                  }
                  node = -1;
                }
              }
            });
  }

  private void loop(int node) {
    walk.context().complexity().branch();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int body = syntax.field(node, CField.BODY);
              if (syntax.is(node, CNode.FOR_RANGE_LOOP)) {
                range(node, body);
              } else {
                for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
                  if (c != body) {
                    statement(c);
                  }
                }
              }
              nestedStatement(body);
            });
  }

  private void range(int node, int body) {
    int first = syntax.field(node, CField.INITIALIZER);
    if (first >= 0) {
      statement(first);
    }
    walk.types().declarationReferences(node);
    int right = syntax.field(node, CField.RIGHT);
    int over = right < 0 ? -1 : walk.expressions().value(right, true);
    CDeclarator declarator = walk.types().declarator(syntax.field(node, CField.DECLARATOR));
    int from = body < 0 ? syntax.end(node) : syntax.start(body);
    bind(node, declarator, BindingKind.LOOP, from, over);
  }

  private void handler(int node) {
    walk.context().complexity().branch();
    walk.context()
        .inBlock(
            syntax.end(node),
            () -> {
              int list = syntax.field(node, CField.PARAMETERS);
              walk.types().parameterReferences(list);
              for (Parameter parameter : walk.types().parameters(list)) {
                walk.context()
                    .bind(
                        parameter.name(),
                        BindingKind.CATCH,
                        syntax.start(node),
                        parameter.type(),
                        -1);
              }
              nestedStatement(syntax.field(node, CField.BODY));
            });
  }

  /** A declaration in code binds names; only types and lambdas in it are entities. */
  private void local(int node) {
    int type = syntax.field(node, CField.TYPE);
    boolean hasBody = syntax.isTypeSpecifier(type) && syntax.field(type, CField.BODY) >= 0;
    if (hasBody) {
      walk.entities().type(type, CHead.NONE, -1);
    }
    boolean isElsewhere = false;
    Role role = Role.TYPE;
    int arguments = -1;
    List<Integer> declarators = syntax.fields(node, CField.DECLARATOR);
    for (int declaratorNode : declarators) {
      int list = constructorArguments(declaratorNode);
      if (list >= 0) {
        role = Role.INSTANTIATE;
        arguments = walk.expressions().literals().count(list);
      }
    }
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.hasField(c, CField.TYPE)) {
        if (!hasBody) {
          walk.types().references(c, role, arguments);
        }
      } else if (syntax.is(c, CNode.STORAGE_CLASS_SPECIFIER)) {
        isElsewhere |= syntax.textEquals(c, "extern");
      } else {
        walk.modifiers().references(c);
      }
    }
    for (int declaratorNode : declarators) {
      local(node, declaratorNode, isElsewhere);
    }
  }

  /**
   * The arguments of a constructor behind a declared name, or -1. The grammar takes {@code A a(b)}
   * for a prototype; in code it hardly ever is one.
   */
  private int constructorArguments(int declaratorNode) {
    if (!syntax.isCpp()) {
      return -1;
    }
    if (syntax.is(declaratorNode, CNode.INIT_DECLARATOR)) {
      int value = syntax.field(declaratorNode, CField.VALUE);
      boolean isPlain = syntax.is(syntax.firstNamed(declaratorNode), CNode.IDENTIFIER);
      boolean isList =
          syntax.is(value, CNode.ARGUMENT_LIST)
              || syntax.is(value, CNode.INITIALIZER_LIST) && !syntax.hasToken(declaratorNode, "=");
      return isPlain && isList ? value : -1;
    }
    if (!syntax.is(declaratorNode, CNode.FUNCTION_DECLARATOR)) {
      return -1;
    }
    int list = syntax.field(declaratorNode, CField.PARAMETERS);
    int first = syntax.firstNamed(list);
    for (int c = first; c >= 0; c = syntax.nextNamed(c)) {
      boolean isName =
          syntax.is(c, CNode.PARAMETER_DECLARATION)
              && syntax.field(c, CField.DECLARATOR) < 0
              && syntax.nextNamed(syntax.firstNamed(c)) < 0
              && syntax.is(syntax.firstNamed(c), CNode.TYPE_IDENTIFIER);
      if (!isName) {
        return -1;
      }
    }
    return first < 0 ? -1 : list;
  }

  private void local(int node, int declaratorNode, boolean isElsewhere) {
    CDeclarator declarator = walk.types().declarator(declaratorNode);
    if (declarator.function() >= 0) {
      int arguments = constructorArguments(declaratorNode);
      if (arguments >= 0) {
        for (int c = syntax.firstNamed(arguments); c >= 0; c = syntax.nextNamed(c)) {
          int name = syntax.firstNamed(c);
          String text = syntax.text(name);
          if (!walk.context().isLocal(text)) {
            walk.context().reference(Role.READ, text, name, -1, -1);
          }
        }
        bind(node, declarator, BindingKind.LOCAL, syntax.end(declaratorNode), -1);
      } else {
        walk.types().functionReferences(declarator.function());
      }
      return;
    }
    if (declarator.name() < 0) {
      statement(declaratorNode);
      return;
    }
    int value = walk.variables().value(declaratorNode);
    walk.types().declaratorReferences(declaratorNode);
    int from = syntax.end(declarator.name());
    if (!isElsewhere && syntax.is(declarator.name(), CNode.IDENTIFIER)) {
      // A name is visible in its own value, as in p = malloc(sizeof *p).
      walk.context().scope().bind(syntax.text(declarator.name()), Meaning.VALUE);
    }
    if (syntax.is(value, CNode.LAMBDA_EXPRESSION)
        && syntax.is(declarator.name(), CNode.IDENTIFIER)) {
      function(node, declarator, value, from);
      return;
    }
    int initializer = walk.variables().initialize(node, declarator, value);
    if (!isElsewhere) {
      bind(node, declarator, BindingKind.LOCAL, from, initializer);
    }
  }

  private void function(int node, CDeclarator declarator, int lambda, int from) {
    String name = syntax.text(declarator.name());
    EntityDraft draft =
        walk.entities()
            .add(
                EntityKind.FUNCTION,
                name,
                declarator.name(),
                node,
                CHead.NONE,
                walk.context().owner());
    walk.expressions().literals().lambdaEntity(draft, lambda);
    int value = walk.context().expression(ExpressionKind.LAMBDA, "", -1, -1);
    walk.context().bind(name, BindingKind.LOCAL, from, "", value);
    walk.context().scope().bind(name, Meaning.LOCAL_FUNCTION);
  }

  /** Binds one name, or the names of a structured binding. */
  private void bind(int node, CDeclarator declarator, BindingKind kind, int from, int initializer) {
    String type = walk.types().declared(node, declarator);
    int nameNode = declarator.name();
    if (syntax.is(nameNode, CNode.STRUCTURED_BINDING_DECLARATOR)) {
      List<Integer> names = syntax.children(nameNode, CNode.IDENTIFIER);
      for (int i = 0; i < names.size(); i++) {
        int part = walk.context().expression(ExpressionKind.OTHER, "#" + i, initializer, -1);
        walk.context().bind(syntax.text(names.get(i)), kind, from, "", part);
      }
    } else if (syntax.is(nameNode, CNode.IDENTIFIER)) {
      walk.context().bind(syntax.text(nameNode), kind, from, type, initializer);
    }
  }
}
