package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;

/** Fields, the components of records and the constants of enums. */
final class JavaFields {

  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;
  private final FactsBuilder facts;

  JavaFields(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.facts = context.facts();
  }

  /** Field names hide locals of enclosing code, wherever in the body they stand. */
  void announceFields(int body) {
    for (int c = tree.firstChild(body); c >= 0; c = tree.nextSibling(c)) {
      switch (context.kind(c)) {
        case FIELD_DECLARATION, CONSTANT_DECLARATION -> {
          for (int d = tree.firstChild(c); d >= 0; d = tree.nextSibling(d)) {
            if (context.is(d, JavaNode.VARIABLE_DECLARATOR)) {
              context.member(context.text(context.child(d, JavaContext.NAME)));
            }
          }
        }
        case ENUM_CONSTANT -> context.member(context.text(context.child(c, JavaContext.NAME)));
        case ENUM_BODY_DECLARATIONS -> announceFields(c);
        default -> {
          // No field.
        }
      }
    }
  }

  /** The fields of one declaration. */
  void field(int node, int parent, boolean inInterface) {
    int type = context.child(node, JavaContext.TYPE);
    boolean isFirst = true;
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (!context.is(c, JavaNode.VARIABLE_DECLARATOR)) {
        continue;
      }
      int name = context.child(c, JavaContext.NAME);
      if (name < 0) {
        continue;
      }
      EntityDraft field = facts.entity(EntityKind.FIELD, context.text(name), name, node, parent);
      int value = context.child(c, JavaContext.VALUE);
      walk.heads().describe(field, node, isFirst && value >= 0 ? value : -1);
      String written = walk.code().typeText(type) + walk.code().dimensions(c);
      field.signature(written + " " + context.text(name));
      field.declaredType(written);
      walk.heads().modifiers(field, node, inInterface, isFirst);
      if (isFirst) {
        walk.types().references(type, field.index(), Role.TYPE);
        isFirst = false;
      }
      if (inInterface) {
        field.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC).modifier(Modifier.FINAL);
      }
      if (field.has(Modifier.STATIC) && field.has(Modifier.FINAL)) {
        field.kind(EntityKind.CONSTANT);
      }
      if (value >= 0) {
        walk.code().visit(value, field.index());
      }
    }
  }

  /** The components of a record: fields and parameters in one. */
  void components(EntityDraft record, int parameters) {
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      boolean isVariadic = context.is(c, JavaNode.SPREAD_PARAMETER);
      String name = walk.callables().parameterName(c);
      if ((isVariadic || context.is(c, JavaNode.FORMAL_PARAMETER)) && !name.isEmpty()) {
        int declarator = isVariadic ? context.child(c, JavaNode.VARIABLE_DECLARATOR) : c;
        EntityDraft component =
            facts.entity(
                EntityKind.FIELD,
                name,
                context.child(declarator, JavaContext.NAME),
                c,
                record.index());
        component.signature(context.normal(c)).declaredType(walk.callables().parameterType(c));
        component.modifier(Modifier.PRIVATE).modifier(Modifier.FINAL);
        walk.heads().annotations(c, component.index());
        walk.types().references(walk.callables().typeOf(c), component.index(), Role.TYPE);
        record.parameter(new Parameter(name, walk.callables().parameterType(c), false, isVariadic));
        context.member(name);
      }
    }
  }

  /** A constant of an enum, with the body that it may have. */
  void enumConstant(int node, EntityDraft type) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft constant =
        facts.entity(EntityKind.ENUM_MEMBER, context.text(name), name, node, type.index());
    constant.signature(context.text(name)).declaredType(type.name());
    constant.documentation(walk.heads().documentation(node));
    constant.modifier(Modifier.PUBLIC).modifier(Modifier.STATIC).modifier(Modifier.FINAL);
    int modifiers = context.child(node, JavaNode.MODIFIERS);
    if (modifiers >= 0) {
      walk.code().visit(modifiers, constant.index());
    }
    walk.code().visit(context.child(node, JavaContext.ARGUMENTS), constant.index());
    int body = context.child(node, JavaContext.BODY);
    if (body >= 0) {
      context.push(tree.endByte(node));
      walk.typeDeclarations().body(constant, body);
      context.pop();
    }
  }
}
