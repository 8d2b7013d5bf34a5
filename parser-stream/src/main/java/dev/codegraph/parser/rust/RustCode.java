package dev.codegraph.parser.rust;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;

/** Statements and control flow: what they bind, and the expressions in them. */
final class RustCode {
  private final RustContext context;
  private final WalkContext walk;
  private final Syntax<RustNode> syntax;
  private final RustTypes types;
  private final RustItems items;
  private final RustMacros macros;
  private final RustRoutes routes;
  private final RustExpressions expressions;
  private final RustPatterns patterns;
  private final RustCallables callables;

  RustCode(RustContext context, RustItems items) {
    this.context = context;
    this.walk = context.walk();
    this.syntax = context.syntax();
    this.items = items;
    this.types = new RustTypes(context, this::statement);
    this.macros = new RustMacros(context, types);
    this.routes = new RustRoutes(context);
    this.expressions = new RustExpressions(context, types, this, macros, routes);
    this.patterns = new RustPatterns(context, types, expressions);
    this.callables = new RustCallables(context, types, this, patterns);
  }

  RustTypes types() {
    return types;
  }

  RustMacros macros() {
    return macros;
  }

  RustExpressions expressions() {
    return expressions;
  }

  RustRoutes routes() {
    return routes;
  }

  RustCallables callables() {
    return callables;
  }

  /**
   * Walks a block.
   *
   * @return the expression of its value when nothing else is in it, -1 when it is not wanted
   */
  int block(int node, boolean wanted) {
    if (node < 0) {
      return -1;
    }
    int only = syntax.firstNamed(node);
    boolean single = wanted && only >= 0 && syntax.nextNamed(only) < 0;
    if (single && !isStatement(only)) {
      int[] result = {-1};
      walk.inBlock(syntax.end(node), () -> result[0] = expressions.value(only, true));
      return result[0];
    }
    walk.inBlock(syntax.end(node), () -> items.list(node));
    return wanted ? walk.expression(ExpressionKind.OTHER, "", -1, -1) : -1;
  }

  private boolean isStatement(int node) {
    return switch (syntax.kind(node)) {
      case EXPRESSION_STATEMENT, LET_DECLARATION, EMPTY_STATEMENT -> true;
      default -> isItem(node);
    };
  }

  /** Whether a node declares something. */
  boolean isItem(int node) {
    return switch (syntax.kind(node)) {
      case MACRO_DEFINITION,
          MOD_ITEM,
          FOREIGN_MOD_ITEM,
          STRUCT_ITEM,
          UNION_ITEM,
          ENUM_ITEM,
          CONST_ITEM,
          STATIC_ITEM,
          TYPE_ITEM,
          ASSOCIATED_TYPE,
          FUNCTION_ITEM,
          FUNCTION_SIGNATURE_ITEM,
          IMPL_ITEM,
          TRAIT_ITEM,
          EXTERN_CRATE_DECLARATION,
          INNER_ATTRIBUTE_ITEM,
          USE_DECLARATION ->
          true;
      default -> false;
    };
  }

  /** Makes the references of attributes of the code that is being walked. */
  void references(RustLeading leading) {
    items.attributes().references(leading);
  }

  /** Walks the children of a node that are no attributes. */
  void parts(int node) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      statement(c);
    }
  }

  /** Walks a statement, or anything that may stand where one is expected. */
  void statement(int node) {
    switch (syntax.kind(node)) {
      case LET_DECLARATION -> let(node);
      case LET_CONDITION -> condition(node, syntax.end(node));
      case IF_EXPRESSION -> branches(node);
      case MATCH_EXPRESSION -> match(node);
      case WHILE_EXPRESSION, LOOP_EXPRESSION -> loop(node);
      case FOR_EXPRESSION -> iteration(node);
      case BREAK_EXPRESSION, CONTINUE_EXPRESSION -> {
        if (syntax.child(node, RustNode.LABEL) >= 0) {
          walk.complexity().burden();
        }
        parts(node);
      }
      case LABEL, LIFETIME, MUTABLE_SPECIFIER, VISIBILITY_MODIFIER, EMPTY_STATEMENT -> {}
      case LINE_COMMENT, BLOCK_COMMENT, ATTRIBUTE_ITEM, PRIMITIVE_TYPE -> {}
      case MATCH_ARM -> walk.inBlock(syntax.end(node), () -> arm(node, -1));
      case ERROR -> items.loose().error(node);
      case GENERIC_TYPE,
          REFERENCE_TYPE,
          POINTER_TYPE,
          FUNCTION_TYPE,
          TRAIT_BOUNDS,
          TYPE_PARAMETERS,
          WHERE_CLAUSE ->
          types.references(node);
      case PARAMETERS -> callables.bindParameters(node, syntax.end(node));
      case IDENTIFIER,
          SELF,
          TYPE_IDENTIFIER,
          SCOPED_IDENTIFIER,
          SCOPED_TYPE_IDENTIFIER,
          CALL_EXPRESSION,
          GENERIC_FUNCTION,
          FIELD_EXPRESSION,
          INDEX_EXPRESSION,
          TRY_EXPRESSION,
          AWAIT_EXPRESSION,
          REFERENCE_EXPRESSION,
          UNARY_EXPRESSION,
          BINARY_EXPRESSION,
          PARENTHESIZED_EXPRESSION,
          TYPE_CAST_EXPRESSION,
          ASSIGNMENT_EXPRESSION,
          COMPOUND_ASSIGNMENT_EXPR,
          CLOSURE_EXPRESSION,
          STRUCT_EXPRESSION,
          MACRO_INVOCATION,
          BLOCK,
          UNSAFE_BLOCK,
          ASYNC_BLOCK,
          CONST_BLOCK,
          TRY_BLOCK,
          GEN_BLOCK,
          TUPLE_EXPRESSION,
          ARRAY_EXPRESSION ->
          expressions.value(node, false);
      default -> {
        if (isItem(node)) {
          items.item(node, new RustLeading(syntax));
        } else {
          parts(node);
        }
      }
    }
  }

  private void let(int node) {
    int typeNode = syntax.field(node, RustFields.TYPE);
    types.references(typeNode);
    String type = types.text(typeNode);
    int pattern = syntax.field(node, RustFields.PATTERN);
    int value = syntax.field(node, RustFields.VALUE);
    int from = syntax.end(node);
    if (syntax.is(value, RustNode.CLOSURE_EXPRESSION) && syntax.is(pattern, RustNode.IDENTIFIER)) {
      named(node, pattern, value);
      patterns.bind(pattern, BindingKind.LOCAL, from, type, expressions.lambda());
      walk.scope().bind(context.name(pattern), LexicalScope.Meaning.LOCAL_FUNCTION);
      return;
    }
    int result = expressions.value(value, type.isEmpty());
    int otherwise = syntax.field(node, RustFields.ALTERNATIVE);
    if (otherwise >= 0) {
      walk.complexity().branch();
      nested(otherwise);
    }
    patterns.bind(pattern, BindingKind.LOCAL, from, type, result);
  }

  /** A closure that a variable is declared for is a function of that name. */
  private void named(int let, int nameNode, int closure) {
    EntityDraft draft =
        context
            .facts()
            .entity(EntityKind.FUNCTION, context.name(nameNode), nameNode, let, walk.owner())
            .modifier(Modifier.PRIVATE);
    int body = syntax.field(closure, RustFields.BODY);
    draft.signature(
        syntax.signature(syntax.start(let), body < 0 ? syntax.end(let) : syntax.start(body)));
    callables.describe(draft, closure);
    walk.inCallable(draft.index(), syntax.end(closure), () -> closure(closure));
  }

  /** Walks parameters and body of a closure inside the current block. */
  void closure(int node) {
    int body = syntax.field(node, RustFields.BODY);
    int from = body < 0 ? syntax.end(node) : syntax.start(body);
    callables.bindParameters(syntax.field(node, RustFields.PARAMETERS), from);
    types.references(syntax.field(node, RustFields.RETURN_TYPE));
    if (body >= 0) {
      statement(body);
    }
  }

  /** Walks a condition; what it binds is visible to the end of the block. */
  private void condition(int node, int from) {
    switch (syntax.kind(node)) {
      case LET_CHAIN -> {
        boolean first = true;
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          if (!first) {
            walk.complexity().logical(c == syntax.nextNamed(syntax.firstNamed(node)));
          }
          first = false;
          condition(c, syntax.end(c));
        }
      }
      case LET_CONDITION -> {
        int value = expressions.value(syntax.field(node, RustFields.VALUE), true);
        patterns.bind(syntax.field(node, RustFields.PATTERN), BindingKind.PATTERN, from, "", value);
      }
      default -> expressions.value(node, false);
    }
  }

  /** A chain of else-ifs is walked in a loop: it may be long. */
  private void branches(int start) {
    walk.complexity().branch();
    int node = start;
    while (node >= 0) {
      int branch = node;
      int consequence = syntax.field(node, RustFields.CONSEQUENCE);
      int end = consequence < 0 ? syntax.end(node) : syntax.end(consequence);
      walk.inBlock(
          end,
          () -> {
            int condition = syntax.field(branch, RustFields.CONDITION);
            if (condition >= 0) {
              condition(condition, syntax.end(condition));
            }
            nested(consequence);
          });
      int alternative = syntax.firstNamed(syntax.field(node, RustFields.ALTERNATIVE));
      if (syntax.is(alternative, RustNode.IF_EXPRESSION)) {
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

  private void nested(int node) {
    if (node >= 0) {
      walk.complexity().enter();
      statement(node);
      walk.complexity().leave();
    }
  }

  private void match(int node) {
    walk.complexity().choice();
    int value = expressions.value(syntax.field(node, RustFields.VALUE), true);
    int body = syntax.field(node, RustFields.BODY);
    RustLeading leading = new RustLeading(syntax);
    walk.complexity().enter();
    for (int c = syntax.firstChild(body); c >= 0; c = syntax.nextSibling(c)) {
      if (syntax.is(c, RustNode.ERROR)) {
        items.loose().error(c);
      }
      if (leading.takes(c) || !syntax.is(c, RustNode.MATCH_ARM)) {
        continue;
      }
      references(leading);
      leading.clear();
      int arm = c;
      walk.inBlock(syntax.end(arm), () -> arm(arm, value));
    }
    walk.complexity().leave();
  }

  private void arm(int node, int value) {
    RustLeading leading = new RustLeading(syntax);
    for (int c = syntax.firstChild(node); c >= 0 && leading.takes(c); c = syntax.nextSibling(c)) {
      // Attributes stand first in an arm.
    }
    references(leading);
    int pattern = syntax.field(node, RustFields.PATTERN);
    if (!syntax.textEquals(pattern, "_")) {
      walk.complexity().path();
    }
    int guard = syntax.field(pattern, RustFields.CONDITION);
    int shape = syntax.firstNamed(pattern);
    if (shape >= 0 && shape != guard) {
      patterns.bind(shape, BindingKind.PATTERN, syntax.end(shape), "", value);
    }
    if (guard >= 0) {
      walk.complexity().path();
      condition(guard, syntax.start(guard));
    }
    int result = syntax.field(node, RustFields.VALUE);
    if (result >= 0) {
      statement(result);
    }
  }

  private void loop(int node) {
    walk.complexity().branch();
    walk.inBlock(
        syntax.end(node),
        () -> {
          int condition = syntax.field(node, RustFields.CONDITION);
          if (condition >= 0) {
            condition(condition, syntax.end(condition));
          }
          nested(syntax.field(node, RustFields.BODY));
        });
  }

  private void iteration(int node) {
    walk.complexity().branch();
    int value = expressions.value(syntax.field(node, RustFields.VALUE), true);
    int body = syntax.field(node, RustFields.BODY);
    walk.inBlock(
        syntax.end(node),
        () -> {
          int pattern = syntax.field(node, RustFields.PATTERN);
          int from = body < 0 ? syntax.end(node) : syntax.start(body);
          boolean plain = syntax.is(pattern, RustNode.IDENTIFIER);
          int element = plain ? value : expressions.about("next", value);
          patterns.bind(pattern, BindingKind.LOOP, from, "", element);
          nested(body);
        });
  }
}
