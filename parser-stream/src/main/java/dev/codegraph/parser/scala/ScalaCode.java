package dev.codegraph.parser.scala;

import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.BindingKind;

/** Statements, and the blocks that they stand in. */
final class ScalaCode {
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaContext context;
  private final ScalaTypes types;
  private final ScalaDeclarations declarations;
  private final ScalaExpressions expressions;
  private final ScalaPatterns patterns;
  private final ScalaControl control;

  /** Whether the statements being walked are code rather than members. */
  private boolean inBlock;

  ScalaCode(ScalaContext context, ScalaTypes types, ScalaDeclarations declarations) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = types;
    this.declarations = declarations;
    this.expressions = new ScalaExpressions(context, types, this);
    this.patterns = new ScalaPatterns(context, types, this);
    this.control = new ScalaControl(context, this);
  }

  ScalaExpressions expressions() {
    return expressions;
  }

  ScalaPatterns patterns() {
    return patterns;
  }

  ScalaControl control() {
    return control;
  }

  ScalaDeclarations declarations() {
    return declarations;
  }

  /** Whether what is declared here is local. */
  boolean isInBlock() {
    return inBlock;
  }

  /** Says whether what follows is code; gives what was so before. */
  boolean setInBlock(boolean code) {
    boolean before = inBlock;
    inBlock = code;
    return before;
  }

  /** Walks the children of a node. */
  void parts(int node) {
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      statement(c);
    }
  }

  /** Walks a statement, or anything that may stand where one is expected. */
  void statement(int node) {
    ScalaNode kind = syntax.kind(node);
    switch (kind) {
      case BLOCK, INDENTED_BLOCK -> block(node);
      case INDENTED_CASES, CASE_BLOCK -> control.function(node);
      case SELF_TYPE -> {}
      case ANNOTATION -> declarations.modifiers().annotations(syntax.parent(node));
      case ARGUMENTS -> expressions.arguments(node);
      case EXTENDS_CLAUSE, DERIVES_CLAUSE, TYPE_ARGUMENTS -> types.references(node);
      case CLASS_PARAMETERS, PARAMETERS, CLASS_PARAMETER, PARAMETER, NAME_AND_TYPE ->
          types.references(node);
      case ENUMERATOR -> control.enumerator(node);
      case CASE_CLAUSE -> control.clause(node, BindingKind.PATTERN, -1);
      case MODIFIERS, TYPE_PARAMETERS, PACKAGE_IDENTIFIER, IDENTIFIERS, BINDINGS, BINDING -> {}
      case ERROR -> declarations.broken(node);
      case INTERPOLATED_STRING, INTERPOLATION, TEMPLATE_BODY, WITH_TEMPLATE_BODY -> parts(node);
      default -> {
        if (kind.isDefinition()) {
          declarations.declaration(node);
        } else if (kind.isType()) {
          types.references(node);
        } else {
          expressions.value(node, false);
        }
      }
    }
  }

  /**
   * Walks the value of a definition or the body of a callable.
   *
   * @return its expression, -1 when it is not wanted or a block
   */
  int value(int node, boolean wanted) {
    return switch (syntax.kind(node)) {
      case BLOCK, INDENTED_BLOCK, INDENTED_CASES, CASE_BLOCK -> {
        statement(node);
        yield -1;
      }
      default -> expressions.value(node, wanted);
    };
  }

  /** Walks a block of code. */
  void block(int node) {
    walk.inBlock(syntax.end(node), () -> statements(syntax.firstPart(node)));
  }

  /** Walks the statements from one on as code of the current block. */
  void statements(int first) {
    boolean outer = setInBlock(true);
    for (int c = first; c >= 0; c = syntax.nextPart(c)) {
      declarations.foresee(c);
    }
    for (int c = first; c >= 0; c = syntax.nextPart(c)) {
      if (c == first && syntax.is(c, ScalaNode.LAMBDA_EXPRESSION)) {
        // All that follows in the block is code of the function too.
        lambda(c);
      } else {
        statement(c);
      }
    }
    inBlock = outer;
  }

  /** Binds the parameters of a function without a name and walks its code in the current block. */
  void lambda(int node) {
    for (int list : syntax.children(node, ScalaNode.TYPE_PARAMETERS)) {
      types.bind(list);
    }
    for (int c = syntax.firstPart(node); c >= 0; c = syntax.nextPart(c)) {
      if (syntax.tree().field(c) == ScalaField.PARAMETERS) {
        parameters(c);
      } else if (!syntax.is(c, ScalaNode.TYPE_PARAMETERS)) {
        boolean outer = setInBlock(true);
        statement(c);
        inBlock = outer;
      }
    }
  }

  /** Binds what stands before the arrow of a function without a name. */
  void parameters(int node) {
    switch (syntax.kind(node)) {
      case BINDINGS -> {
        for (int binding : syntax.children(node, ScalaNode.BINDING)) {
          int type = syntax.field(binding, ScalaField.TYPE);
          types.references(type);
          walk.bind(
              context.name(syntax.field(binding, ScalaField.NAME)),
              BindingKind.PARAMETER,
              syntax.end(binding),
              types.valueText(type),
              -1);
        }
      }
      case IDENTIFIER ->
          walk.bind(context.name(node), BindingKind.PARAMETER, syntax.end(node), "", -1);
      default -> {}
    }
  }
}
