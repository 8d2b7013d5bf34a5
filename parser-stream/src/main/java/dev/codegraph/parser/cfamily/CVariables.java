package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.List;

/** Variables, fields and names for types: what declarations outside of code declare. */
final class CVariables {
  private final CWalk walk;
  private final CSyntax syntax;

  CVariables(CWalk walk) {
    this.walk = walk;
    this.syntax = walk.syntax();
  }

  /** Adds what a declaration declares: variables, fields, functions, and a type in its midst. */
  void declaration(int node, CHead head, boolean isFriend) {
    int type = syntax.field(node, CField.TYPE);
    if (isModuleClause(node, type)) {
      return;
    }
    boolean hasBody = syntax.isTypeSpecifier(type) && syntax.field(type, CField.BODY) >= 0;
    if (hasBody) {
      walk.entities().type(type, CHead.NONE, -1);
    }
    List<EntityDraft> variables = new ArrayList<>();
    List<Integer> declarators = syntax.fields(node, CField.DECLARATOR);
    boolean isPlain = true;
    for (int declaratorNode : declarators) {
      CDeclarator declarator = walk.types().declarator(declaratorNode);
      if (walk.callables().isFunction(declarator)) {
        walk.callables().declare(node, declaratorNode, head, isFriend);
        isPlain = false;
      } else {
        variable(node, declaratorNode, declarator, head, variables);
      }
    }
    if (!variables.isEmpty()) {
      walk.context().inEntity(variables.getFirst().index(), () -> references(node, hasBody));
    } else if (isPlain) {
      references(node, hasBody);
    }
  }

  private void references(int node, boolean hasBody) {
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      if (syntax.hasField(c, CField.TYPE)) {
        if (!hasBody) {
          walk.types().references(c, Role.TYPE);
        }
      } else {
        walk.modifiers().references(c);
      }
    }
  }

  /** {@code module m;} and {@code import m;} look like declarations to the grammar. */
  private boolean isModuleClause(int node, int type) {
    int nameNode = syntax.field(node, CField.DECLARATOR);
    if (!syntax.isCpp() || !syntax.is(type, CNode.TYPE_IDENTIFIER) || nameNode < 0) {
      return false;
    }
    String name = syntax.signature(syntax.end(type), syntax.end(node)).replace(";", "");
    if (syntax.textEquals(type, "module")) {
      walk.context().facts().packageName(name.strip());
      return true;
    }
    if (syntax.textEquals(type, "import") && syntax.is(nameNode, CNode.IDENTIFIER)) {
      walk.preprocessor().include(name.strip(), syntax.start(nameNode));
      return true;
    }
    return false;
  }

  private void variable(
      int node,
      int declaratorNode,
      CDeclarator declarator,
      CHead head,
      List<EntityDraft> variables) {
    int value = value(declaratorNode);
    if (syntax.is(declarator.name(), CNode.STRUCTURED_BINDING_DECLARATOR)) {
      for (int part : syntax.children(declarator.name(), CNode.IDENTIFIER)) {
        CName name = new CName(List.of(), part, syntax.text(part));
        variables.add(entity(node, name, "", declarator, value, head));
      }
    } else if (declarator.name() >= 0
        && syntax.end(declarator.name()) > syntax.start(declarator.name())) {
      CName name = CName.of(syntax, walk.types(), declarator.name());
      String type = walk.types().declared(node, declarator);
      variables.add(entity(node, name, type, declarator, value, head));
    }
    if (variables.isEmpty()) {
      return;
    }
    EntityDraft draft = variables.getLast();
    if (syntax.is(value, CNode.LAMBDA_EXPRESSION)) {
      walk.expressions().literals().lambdaEntity(draft, value);
      return;
    }
    walk.context()
        .inEntity(
            draft.index(),
            () -> {
              walk.entities().scopeReferences(declarator.name());
              walk.types().declaratorReferences(declaratorNode);
              int initializer = initialize(node, declarator, value);
              if (walk.types().isDeduced(node)) {
                draft.initializer(initializer);
              }
            });
  }

  private EntityDraft entity(
      int node, CName name, String type, CDeclarator declarator, int value, CHead head) {
    int parent = walk.entities().home(name);
    boolean isMember =
        walk.context().facts().entity(parent).kind().isType() || !name.qualifier().isEmpty();
    boolean isConstant = isConstant(node, declarator);
    boolean isStatic = hasStorage(node, "static");
    EntityKind kind =
        isMember
            ? isConstant && (isStatic || !name.qualifier().isEmpty())
                ? EntityKind.CONSTANT
                : EntityKind.FIELD
            : isConstant ? EntityKind.CONSTANT : EntityKind.VARIABLE;
    EntityDraft draft = walk.entities().add(kind, name.text(), name.node(), node, head, parent);
    draft.declaredType(type);
    int end = syntax.end(node);
    if (value >= 0 && syntax.end(value) - syntax.start(value) > 100) {
      end = syntax.start(value);
    }
    draft.signature(walk.entities().head(draft.startByte(), end));
    walk.modifiers().describe(draft, node, -1);
    if (isConstant) {
      draft.modifier(Modifier.READONLY);
    }
    boolean isInline = hasStorage(node, "inline") || isConstexpr(node);
    if (value < 0 && (hasStorage(node, "extern") || isMember && isStatic && !isInline)) {
      draft.modifier(Modifier.DECLARATION);
    }
    walk.entities().linkage(draft);
    walk.entities().bindHome(draft, name);
    return draft;
  }

  private boolean hasStorage(int node, String word) {
    for (int c : syntax.children(node, CNode.STORAGE_CLASS_SPECIFIER)) {
      if (syntax.textEquals(c, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isConstexpr(int node) {
    for (int c : syntax.children(node, CNode.TYPE_QUALIFIER)) {
      if (syntax.textEquals(c, "constexpr")) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is declared cannot change: behind a pointer or reference only that counts. */
  boolean isConstant(int node, CDeclarator declarator) {
    if (isConstexpr(node)) {
      return true;
    }
    if (declarator.isIndirect()) {
      return declarator.derivation().contains("* const");
    }
    for (int c : syntax.children(node, CNode.TYPE_QUALIFIER)) {
      if (syntax.textEquals(c, "const")) {
        return true;
      }
    }
    return false;
  }

  /** The value of a declarator: inside of it, or behind it in the members of a type. */
  int value(int declaratorNode) {
    if (syntax.is(declaratorNode, CNode.INIT_DECLARATOR)) {
      return syntax.field(declaratorNode, CField.VALUE);
    }
    int next = syntax.nextNamed(declaratorNode);
    while (syntax.isErrorOrBitfield(next)) {
      next = syntax.nextNamed(next);
    }
    return next >= 0
            && (syntax.hasField(next, CField.DEFAULT_VALUE) || syntax.hasField(next, CField.VALUE))
        ? next
        : -1;
  }

  /**
   * Walks a value that is given to what a declarator names.
   *
   * @return expression of the value where the type is deduced, else -1
   */
  int initialize(int node, CDeclarator declarator, int value) {
    if (value < 0) {
      return -1;
    }
    switch (syntax.kind(value)) {
      case INITIALIZER_LIST -> {
        String type = walk.types().base(node) + declarator.derivation();
        walk.expressions()
            .literals()
            .initializers(value, walk.context().expression(ExpressionKind.CAST, type, -1, -1));
        return -1;
      }
      case ARGUMENT_LIST -> {
        walk.code().parts(value);
        return -1;
      }
      default -> {
        return walk.expressions().value(value, walk.types().isDeduced(node));
      }
    }
  }

  /** Adds what a typedef names. */
  void typedef(int node) {
    int type = syntax.field(node, CField.TYPE);
    List<Integer> declarators = syntax.fields(node, CField.DECLARATOR);
    boolean hasBody = syntax.isTypeSpecifier(type) && syntax.field(type, CField.BODY) >= 0;
    int alias = -1;
    if (hasBody) {
      boolean isNamed = syntax.field(type, CField.NAME) >= 0;
      for (int declarator : declarators) {
        if (!isNamed && alias < 0 && syntax.is(declarator, CNode.TYPE_IDENTIFIER)) {
          alias = declarator;
        }
      }
      walk.entities().type(type, CHead.NONE, alias);
    }
    EntityDraft first = null;
    for (int declaratorNode : declarators) {
      if (declaratorNode == alias) {
        continue;
      }
      CDeclarator declarator = walk.types().declarator(declaratorNode);
      if (declarator.name() < 0) {
        continue;
      }
      String declared = walk.types().base(node) + declarator.derivation();
      if (declarator.function() >= 0) {
        int parameters = syntax.field(declarator.function(), CField.PARAMETERS);
        declared += walk.types().parameterTypes(parameters);
      }
      EntityDraft draft = alias(node, declarator.name(), declared, CHead.NONE);
      first = first == null ? draft : first;
      walk.context()
          .inEntity(draft.index(), () -> walk.types().declaratorReferences(declaratorNode));
    }
    if (first != null) {
      walk.context().inEntity(first.index(), () -> references(node, hasBody));
    } else if (!hasBody) {
      references(node, false);
    }
  }

  /** Adds what {@code using name = type} names. */
  void alias(int node, CHead head) {
    int nameNode = syntax.field(node, CField.NAME);
    int type = syntax.field(node, CField.TYPE);
    if (nameNode < 0) {
      return;
    }
    EntityDraft draft = alias(node, nameNode, walk.types().text(type), head);
    walk.modifiers().describe(draft, node, -1);
    walk.context().inEntity(draft.index(), () -> walk.types().references(type, Role.TYPE));
  }

  private EntityDraft alias(int node, int nameNode, String declared, CHead head) {
    String name = syntax.text(nameNode);
    EntityDraft draft =
        walk.entities()
            .add(EntityKind.TYPE_ALIAS, name, nameNode, node, head, walk.context().owner())
            .declaredType(declared);
    draft.signature(walk.entities().head(draft.startByte(), syntax.end(node)));
    if (walk.entities().isInCode()) {
      walk.context().bindLocalType(name, syntax.start(nameNode));
    }
    return draft;
  }
}
