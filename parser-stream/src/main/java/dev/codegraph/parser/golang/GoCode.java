package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Statements: what they bind, and the expressions in them. */
final class GoCode {
  private final GoContext context;
  private final GoSyntax syntax;
  private final GoTypes types;
  private final GoExpressions expressions;

  GoCode(GoContext context, GoTypes types) {
    this.context = context;
    this.syntax = context.syntax();
    this.types = types;
    this.expressions = new GoExpressions(context, types, this);
  }

  GoExpressions expressions() {
    return expressions;
  }

  /** Walks parameters, results and body of a callable inside the current block. */
  void callable(int node) {
    callable(node, from -> {});
  }

  /** The same, and before the parameters something is bound that the body sees from an offset. */
  void callable(int node, IntConsumer bindFirst) {
    types.signatureReferences(node);
    int body = syntax.field(node, GoSyntax.BODY);
    int from = body < 0 ? syntax.end(node) : syntax.start(body);
    bindFirst.accept(from);
    int parameters = syntax.field(node, GoSyntax.PARAMETERS);
    bindParameters(parameters, BindingKind.PARAMETER, from);
    int result = syntax.field(node, GoSyntax.RESULT);
    if (syntax.is(result, GoNode.PARAMETER_LIST)) {
      bindParameters(result, BindingKind.LOCAL, from);
    }
    if (body >= 0) {
      parts(body);
    }
  }

  /** Parameters are visible in the body only: their types may have the same names. */
  private void bindParameters(int list, BindingKind kind, int from) {
    for (GoParameters.Parameter parameter : GoParameters.of(syntax, list)) {
      if (parameter.name() >= 0) {
        String type = types.text(parameter.type());
        context.bind(
            syntax.text(parameter.name()),
            kind,
            from,
            parameter.variadic() ? "[]" + type : type,
            -1);
      }
    }
  }

  /** Walks a function literal as the code of the entity that it is. */
  void functionOf(int entity, int literal) {
    context.inCallable(entity, literal, () -> callable(literal));
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
      case BLOCK -> context.inBlock(node, () -> parts(node));
      case SHORT_VAR_DECLARATION -> shortDeclaration(node);
      case ASSIGNMENT_STATEMENT -> assignment(node);
      case INC_STATEMENT, DEC_STATEMENT -> expressions.target(syntax.firstNamed(node));
      case VAR_SPEC -> variables(node);
      case CONST_DECLARATION -> constants(node);
      case TYPE_SPEC, TYPE_ALIAS -> localType(node);
      case IF_STATEMENT -> branches(node);
      case FOR_STATEMENT -> loop(node);
      case EXPRESSION_SWITCH_STATEMENT, SELECT_STATEMENT -> choice(node);
      case TYPE_SWITCH_STATEMENT -> typeSwitch(node);
      case EXPRESSION_CASE, COMMUNICATION_CASE -> {
        context.complexity().path();
        context.inBlock(node, () -> parts(node));
      }
      case DEFAULT_CASE -> context.inBlock(node, () -> parts(node));
      case RECEIVE_STATEMENT -> receive(node);
      case GOTO_STATEMENT -> context.complexity().burden();
      case BREAK_STATEMENT, CONTINUE_STATEMENT -> {
        if (syntax.firstNamed(node) >= 0) {
          context.complexity().burden();
        }
      }
      case FUNCTION_DECLARATION, METHOD_DECLARATION -> context.inBlock(node, () -> callable(node));
      case STATEMENT_LIST,
          LABELED_STATEMENT,
          EXPRESSION_STATEMENT,
          SEND_STATEMENT,
          RETURN_STATEMENT,
          EXPRESSION_LIST,
          ARGUMENT_LIST,
          LITERAL_VALUE,
          LITERAL_ELEMENT,
          KEYED_ELEMENT,
          VAR_DECLARATION,
          VAR_SPEC_LIST,
          TYPE_DECLARATION,
          FOR_CLAUSE,
          OTHER ->
          parts(node);
      case ERROR -> broken(node);
      case IDENTIFIER,
          SELECTOR_EXPRESSION,
          CALL_EXPRESSION,
          INDEX_EXPRESSION,
          SLICE_EXPRESSION,
          TYPE_ASSERTION_EXPRESSION,
          TYPE_CONVERSION_EXPRESSION,
          TYPE_INSTANTIATION_EXPRESSION,
          PARENTHESIZED_EXPRESSION,
          UNARY_EXPRESSION,
          BINARY_EXPRESSION,
          COMPOSITE_LITERAL,
          FUNC_LITERAL ->
          expressions.value(node, false);
      default -> {}
    }
  }

  /** Walks an argument of a call; types may stand there too. */
  void argument(int node) {
    GoNode kind = syntax.kind(node);
    if (kind == GoNode.OTHER || kind == GoNode.ERROR) {
      parts(node);
    } else {
      expressions.value(node, false);
    }
  }

  /** In code that the grammar could not place, a name alone says nothing. */
  private void broken(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (!syntax.is(c, GoNode.IDENTIFIER)) {
        statement(c);
      }
    }
  }

  private void shortDeclaration(int node) {
    List<Integer> left = syntax.elements(syntax.field(node, GoSyntax.LEFT));
    List<Integer> right = syntax.elements(syntax.field(node, GoSyntax.RIGHT));
    define(left, right, "", syntax.end(node), true);
  }

  /**
   * Binds names to values: as many values as names, or one that gives several.
   *
   * @param from Byte offset at which the names become visible.
   * @param onlyNew Whether names of the same block are assigned rather than bound again.
   */
  private void define(
      List<Integer> names, List<Integer> values, String type, int from, boolean onlyNew) {
    boolean pairs = names.size() == values.size();
    int[] results = new int[values.size()];
    Map<Integer, Integer> functions = new HashMap<>();
    for (int i = 0; i < results.length; i++) {
      int value = values.get(i);
      if (pairs && syntax.is(value, GoNode.FUNC_LITERAL) && isNew(names.get(i), onlyNew)) {
        EntityDraft draft = functionEntity(names.get(i), value);
        functionOf(draft.index(), value);
        functions.put(i, draft.index());
        results[i] = expressions.lambda(value);
      } else {
        results[i] = expressions.value(value, type.isEmpty());
      }
    }
    for (int i = 0; i < names.size(); i++) {
      int nameNode = names.get(i);
      if (isNew(nameNode, onlyNew)) {
        int initializer = -1;
        if (pairs && type.isEmpty()) {
          initializer = results[i];
        } else if (values.size() == 1 && type.isEmpty()) {
          initializer = expressions.result(values.getFirst(), results[0], i);
        }
        context.bind(syntax.text(nameNode), BindingKind.LOCAL, from, type, initializer);
        if (pairs) {
          expressions.routes().bound(syntax.text(nameNode), values.get(i));
        }
        Integer function = functions.get(i);
        if (function != null) {
          context.scope().bind(syntax.text(nameNode), function);
        }
      } else if (!syntax.is(nameNode, GoNode.IDENTIFIER)) {
        expressions.target(nameNode);
      }
    }
  }

  private boolean isNew(int nameNode, boolean onlyNew) {
    return syntax.is(nameNode, GoNode.IDENTIFIER)
        && !syntax.textEquals(nameNode, "_")
        && !(onlyNew && context.scope().bindsItself(syntax.text(nameNode)));
  }

  /** The entity of a function literal that a local name is bound to. */
  private EntityDraft functionEntity(int nameNode, int literal) {
    String name = syntax.text(nameNode);
    int start = syntax.start(nameNode);
    EntityDraft draft =
        context
            .facts()
            .entity(EntityKind.FUNCTION, name, start, start, syntax.end(literal), context.owner());
    GoCallables.describe(types, syntax, draft, literal);
    int body = syntax.field(literal, GoSyntax.BODY);
    int end = body < 0 ? syntax.end(literal) : syntax.start(body);
    return draft.signature(new String(syntax.source(), start, end - start, StandardCharsets.UTF_8));
  }

  private void assignment(int node) {
    List<Integer> left = syntax.elements(syntax.field(node, GoSyntax.LEFT));
    List<Integer> right = syntax.elements(syntax.field(node, GoSyntax.RIGHT));
    boolean closure =
        left.size() == 1
            && right.size() == 1
            && syntax.is(left.getFirst(), GoNode.IDENTIFIER)
            && context.scope().takesFirstValue(syntax.text(left.getFirst()))
            && syntax.is(right.getFirst(), GoNode.FUNC_LITERAL);
    if (closure) {
      // Recursive closures are declared first and assigned then: the body already sees the name.
      EntityDraft draft = functionEntity(left.getFirst(), right.getFirst());
      context.scope().rebind(draft.name(), draft.index());
      functionOf(draft.index(), right.getFirst());
      return;
    }
    for (int value : right) {
      expressions.value(value, false);
    }
    for (int target : left) {
      expressions.target(target);
    }
  }

  private void variables(int spec) {
    int typeNode = syntax.field(spec, GoSyntax.TYPE);
    types.references(typeNode);
    List<Integer> values = syntax.elements(syntax.field(spec, GoSyntax.VALUE));
    List<Integer> names = syntax.fields(spec, GoSyntax.NAME);
    define(names, values, types.text(typeNode), syntax.end(spec), false);
    if (values.isEmpty()) {
      names.forEach(name -> context.scope().bindUnset(syntax.text(name)));
    }
  }

  private void constants(int node) {
    String type = "";
    for (int spec = syntax.firstNamed(node); spec >= 0; spec = syntax.nextNamed(spec)) {
      if (!syntax.is(spec, GoNode.CONST_SPEC)) {
        continue;
      }
      int typeNode = syntax.field(spec, GoSyntax.TYPE);
      int list = syntax.field(spec, GoSyntax.VALUE);
      type = list < 0 ? type : types.text(typeNode);
      types.references(typeNode);
      define(
          syntax.fields(spec, GoSyntax.NAME), syntax.elements(list), type, syntax.end(spec), false);
    }
  }

  private void localType(int spec) {
    int nameNode = syntax.field(spec, GoSyntax.NAME);
    if (nameNode < 0) {
      return;
    }
    context.bindLocalType(syntax.text(nameNode), syntax.start(nameNode));
    EntityDraft draft = types.entity(spec, nameNode, context.owner());
    context.inBody(draft.index(), spec, () -> types.define(draft, spec));
  }

  /** A chain of else-ifs is walked in a loop: it may be long. */
  private void branches(int first) {
    context.complexity().branch();
    context.inBlock(
        first,
        () -> {
          int node = first;
          while (node >= 0) {
            int initializer = syntax.field(node, GoSyntax.INITIALIZER);
            if (initializer >= 0) {
              statement(initializer);
            }
            int condition = syntax.field(node, GoSyntax.CONDITION);
            if (condition >= 0) {
              expressions.value(condition, false);
            }
            nested(syntax.field(node, GoSyntax.CONSEQUENCE));
            int alternative = syntax.field(node, GoSyntax.ALTERNATIVE);
            if (syntax.is(alternative, GoNode.IF_STATEMENT)) {
              context.complexity().chainedBranch();
              node = alternative;
            } else {
              if (alternative >= 0) {
                context.complexity().burden();
                nested(alternative);
              }
              node = -1;
            }
          }
        });
  }

  private void nested(int node) {
    if (node >= 0) {
      context.complexity().enter();
      statement(node);
      context.complexity().leave();
    }
  }

  private void loop(int node) {
    context.complexity().branch();
    context.inBlock(
        node,
        () -> {
          int body = syntax.field(node, GoSyntax.BODY);
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            if (syntax.is(c, GoNode.RANGE_CLAUSE)) {
              range(c, body < 0 ? syntax.end(c) : syntax.start(body));
            } else if (c != body) {
              statement(c);
            }
          }
          nested(body);
        });
  }

  private void range(int clause, int from) {
    int right = syntax.field(clause, GoSyntax.RIGHT);
    int over = right < 0 ? -1 : expressions.value(right, true);
    List<Integer> left = syntax.elements(syntax.field(clause, GoSyntax.LEFT));
    int key = context.facts().expression(ExpressionKind.OTHER, "key", over, -1);
    for (int i = 0; i < left.size(); i++) {
      int name = left.get(i);
      if (!declares(clause) || !syntax.is(name, GoNode.IDENTIFIER)) {
        expressions.target(name);
      } else if (i == 0) {
        context.bind(syntax.text(name), BindingKind.LOCAL, from, "", key);
      } else {
        context.bind(syntax.text(name), BindingKind.LOOP, from, "", over);
      }
    }
  }

  /** Whether a clause has {@code :=} rather than {@code =}. */
  private boolean declares(int clause) {
    for (int c = syntax.firstChild(clause); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.textEquals(c, ":=")) {
        return true;
      }
    }
    return false;
  }

  private void choice(int node) {
    context.complexity().choice();
    context.inBlock(
        node,
        () -> {
          context.complexity().enter();
          parts(node);
          context.complexity().leave();
        });
  }

  private void typeSwitch(int node) {
    context.complexity().choice();
    context.inBlock(
        node,
        () -> {
          int initializer = syntax.field(node, GoSyntax.INITIALIZER);
          if (initializer >= 0) {
            statement(initializer);
          }
          int value = syntax.field(node, GoSyntax.VALUE);
          int subject = value < 0 ? -1 : expressions.value(value, true);
          List<Integer> alias = syntax.elements(syntax.field(node, GoSyntax.ALIAS));
          String name = alias.isEmpty() ? "_" : syntax.text(alias.getFirst());
          context.complexity().enter();
          for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
            if (syntax.is(c, GoNode.TYPE_CASE) || syntax.is(c, GoNode.DEFAULT_CASE)) {
              int part = c;
              context.inBlock(c, () -> typeCase(part, name, subject));
            }
          }
          context.complexity().leave();
        });
  }

  /** In a case of one type the subject has that type, in others its own. */
  private void typeCase(int node, String name, int subject) {
    List<Integer> caseTypes = syntax.fields(node, GoSyntax.TYPE);
    if (syntax.is(node, GoNode.TYPE_CASE)) {
      context.complexity().path();
    }
    for (int type : caseTypes) {
      types.references(type);
    }
    String only = caseTypes.size() == 1 ? types.text(caseTypes.getFirst()) : "";
    String type = only.equals("nil") ? "" : only;
    context.bind(
        name, BindingKind.PATTERN, syntax.start(node), type, type.isEmpty() ? subject : -1);
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (!caseTypes.contains(c)) {
        statement(c);
      }
    }
  }

  private void receive(int node) {
    List<Integer> left = syntax.elements(syntax.field(node, GoSyntax.LEFT));
    int right = syntax.field(node, GoSyntax.RIGHT);
    if (declares(node)) {
      define(left, right < 0 ? List.of() : List.of(right), "", syntax.end(node), true);
      return;
    }
    if (right >= 0) {
      expressions.value(right, false);
    }
    for (int target : left) {
      expressions.target(target);
    }
  }
}
