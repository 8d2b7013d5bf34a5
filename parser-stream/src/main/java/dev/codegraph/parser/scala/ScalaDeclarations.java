package dev.codegraph.parser.scala;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.walk.LexicalScope;
import dev.codegraph.parser.walk.Syntax;
import dev.codegraph.parser.walk.WalkContext;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import java.util.Locale;

/** The declarations of a file, of a type, and those that stand in code. */
final class ScalaDeclarations {
  private final ScalaContext context;
  private final Syntax<ScalaNode> syntax;
  private final WalkContext walk;
  private final ScalaTypes types;
  private final ScalaCode code;
  private final ScalaModifiers modifiers;
  private final ScalaCallables callables;
  private final ScalaClasses classes;
  private final ScalaValues values;
  private final ScalaGivens givens;
  private final ScalaImports imports;
  private final ScalaBroken broken;
  private String packageName = "";

  ScalaDeclarations(ScalaContext context) {
    this.context = context;
    this.syntax = context.syntax();
    this.walk = context.walk();
    this.types = new ScalaTypes(context);
    this.code = new ScalaCode(context, types, this);
    this.modifiers = new ScalaModifiers(context, types, code);
    this.callables = new ScalaCallables(context, types, code, modifiers);
    this.classes = new ScalaClasses(context, types, code, this);
    this.values = new ScalaValues(context, types, code, this);
    this.givens = new ScalaGivens(context, types, code, this);
    this.imports = new ScalaImports(context, types);
    this.broken = new ScalaBroken(context, this);
  }

  ScalaModifiers modifiers() {
    return modifiers;
  }

  ScalaCallables callables() {
    return callables;
  }

  ScalaClasses classes() {
    return classes;
  }

  ScalaValues values() {
    return values;
  }

  ScalaCode code() {
    return code;
  }

  /** Walks the whole file. */
  void file() {
    int root = syntax.tree().root();
    header(root);
    if (syntax.is(root, ScalaNode.ERROR)) {
      broken.parts(root);
    } else {
      code.parts(root);
    }
    context.facts().packageName(packageName);
  }

  /** A comment before all code says that a program wrote the file. */
  private void header(int root) {
    for (int c = syntax.firstChild(root);
        c >= 0 && syntax.tree().isExtra(c) && !syntax.is(c, ScalaNode.ERROR);
        c = syntax.nextSibling(c)) {
      String text = syntax.text(c).toLowerCase(Locale.ROOT);
      if (text.contains("@generated")
          || text.contains("do not edit")
          || text.contains("auto-generated")
          || text.contains("automatically generated")) {
        context.facts().file().flag(EntityFlag.GENERATED);
      }
    }
  }

  ScalaBroken broken() {
    return broken;
  }

  /** What the parser could not make sense of. */
  void broken(int node) {
    broken.parts(node);
  }

  /** Walks the statements of a template, whose members hide what is bound around it. */
  void template(int body, int end) {
    if (body < 0) {
      return;
    }
    walk.inBlock(
        end,
        () -> {
          for (int c = syntax.firstPart(body); c >= 0; c = syntax.nextPart(c)) {
            hide(c);
          }
          boolean outer = code.setInBlock(false);
          code.parts(body);
          code.setInBlock(outer);
        });
  }

  private void hide(int member) {
    if (syntax.kind(member).isDefinition()) {
      int name = syntax.field(member, ScalaField.NAME);
      String text = context.name(name < 0 ? syntax.field(member, ScalaField.PATTERN) : name);
      if (!text.isEmpty() && walk.scope().meaning(text) != null) {
        walk.scope().bind(text, LexicalScope.Meaning.MEMBER);
      }
    }
  }

  /** Binds what a block of code declares: it is seen in the whole block. */
  void foresee(int node) {
    int name = syntax.field(node, ScalaField.NAME);
    switch (syntax.kind(node)) {
      case FUNCTION_DEFINITION ->
          walk.scope().bind(context.name(name), LexicalScope.Meaning.LOCAL_FUNCTION);
      case CLASS_DEFINITION,
          OBJECT_DEFINITION,
          TRAIT_DEFINITION,
          ENUM_DEFINITION,
          TYPE_DEFINITION -> {
        if (name >= 0) {
          walk.bindLocalType(context.name(name), syntax.start(name));
        }
      }
      default -> {}
    }
  }

  /** Whether the code being walked is that of a callable, so that what it declares is local. */
  boolean inCode() {
    return code.isInBlock();
  }

  /** Walks a declaration. */
  void declaration(int node) {
    switch (syntax.kind(node)) {
      case PACKAGE_CLAUSE -> packageClause(node);
      case PACKAGE_OBJECT -> classes.object(node);
      case IMPORT_DECLARATION -> imports.clause(node, false);
      case EXPORT_DECLARATION -> imports.clause(node, true);
      case CLASS_DEFINITION -> classes.type(node, EntityKind.CLASS);
      case TRAIT_DEFINITION -> classes.type(node, EntityKind.TRAIT);
      case OBJECT_DEFINITION -> classes.object(node);
      case ENUM_DEFINITION -> classes.type(node, EntityKind.ENUM);
      case ENUM_CASE_DEFINITIONS -> classes.cases(node);
      case GIVEN_DEFINITION -> givens.given(node);
      case EXTENSION_DEFINITION -> givens.extension(node);
      case TYPE_DEFINITION -> alias(node);
      case FUNCTION_DEFINITION, FUNCTION_DECLARATION -> callables.function(node);
      case VAL_DEFINITION, VAR_DEFINITION, VAL_DECLARATION, VAR_DECLARATION -> {
        if (inCode()) {
          values.local(node);
        } else {
          values.member(node);
        }
      }
      default -> code.parts(node);
    }
  }

  private void packageClause(int node) {
    int body = syntax.field(node, ScalaField.BODY);
    int path = syntax.child(node, ScalaNode.PACKAGE_IDENTIFIER);
    String name = context.path(path);
    if (body < 0) {
      packageName = packageName.isEmpty() ? name : packageName + "." + name;
      return;
    }
    if (name.isEmpty()) {
      code.parts(body);
      return;
    }
    EntityDraft draft =
        context.declare(EntityKind.NAMESPACE, name, syntax.start(path), node, syntax.end(path));
    walk.inEntity(draft.index(), () -> code.parts(body));
  }

  private void alias(int node) {
    int nameNode = syntax.field(node, ScalaField.NAME);
    String name = context.name(nameNode);
    if (name.isEmpty()) {
      code.parts(node);
      return;
    }
    EntityDraft draft =
        context.declare(
            EntityKind.TYPE_ALIAS, name, syntax.start(nameNode), node, syntax.end(node));
    modifiers.apply(draft, node);
    int type = syntax.field(node, ScalaField.TYPE);
    draft.declaredType(types.text(type));
    if (type < 0 && context.isInType()) {
      draft.modifier(Modifier.ABSTRACT);
    }
    walk.inBody(
        draft.index(),
        syntax.end(node),
        () -> {
          types.parameters(draft, syntax.field(node, ScalaField.TYPE_PARAMETERS));
          types.bounds(node);
          types.references(type);
        });
  }
}
