package dev.codegraph.parser.java;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Role;
import java.util.List;

/** Methods, constructors and elements of annotations, with their parameters. */
final class JavaCallables {

  private final JavaWalk walk;
  private final JavaContext context;
  private final SyntaxTree tree;
  private final FactsBuilder facts;

  JavaCallables(JavaWalk walk) {
    this.walk = walk;
    this.context = walk.context();
    this.tree = context.tree();
    this.facts = context.facts();
  }

  /** A method or an element of an annotation. */
  void method(int node, int parent, boolean inInterface) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0 || JavaContext.isKeyword(context.text(name))) {
      walk.code().children(node, parent);
      return;
    }
    EntityDraft method = facts.entity(EntityKind.METHOD, context.text(name), name, node, parent);
    int type = context.child(node, JavaContext.TYPE);
    method.declaredType(context.normal(type) + walk.code().dimensions(node));
    walk.routes().annotated(method, name, node);
    callable(method, node, type, inInterface);
    if (method.name().equals("main") && isLaunched(method, parent)) {
      method.flag(EntityFlag.ENTRY_POINT);
    }
  }

  /** Whether a program can start with it, since Java 25 without being public or static too. */
  private boolean isLaunched(EntityDraft main, int parent) {
    List<Parameter> parameters = main.parameters();
    return main.declaredType().equals("void")
        && !main.has(Modifier.PRIVATE)
        && !main.has(Modifier.ABSTRACT)
        && (main.has(Modifier.STATIC) || parent == 0 || parameters.isEmpty())
        && (parameters.isEmpty()
            || parameters.size() == 1 && parameters.getFirst().type().equals("String[]"));
  }

  /** A constructor, of a record in its compact form too. */
  void constructor(int node, EntityDraft type) {
    int name = context.child(node, JavaContext.NAME);
    if (name < 0) {
      return;
    }
    EntityDraft constructor =
        facts.entity(EntityKind.CONSTRUCTOR, context.text(name), name, node, type.index());
    if (context.is(node, JavaNode.COMPACT_CONSTRUCTOR_DECLARATION)) {
      type.parameters().forEach(constructor::parameter);
      int body = context.child(node, JavaContext.BODY);
      walk.heads().describe(constructor, node, body);
      walk.heads().modifiers(constructor, node, false);
      context.push(tree.endByte(node));
      type.parameters()
          .forEach(
              p ->
                  context.bind(
                      p.name(),
                      BindingKind.PARAMETER,
                      constructor.index(),
                      tree.startByte(node),
                      p.type(),
                      -1));
      walk.code().visit(body, constructor.index());
      context.pop();
      JavaComplexity.of(context, node, constructor);
    } else {
      callable(constructor, node, -1, false);
    }
  }

  private void callable(EntityDraft callable, int node, int type, boolean inInterface) {
    int body = context.child(node, JavaContext.BODY);
    walk.heads().describe(callable, node, body);
    walk.heads().modifiers(callable, node, inInterface);
    context.push(tree.endByte(node));
    walk.heads().typeParameters(callable, node);
    walk.types().references(type, callable.index(), Role.TYPE);
    int parameters = context.child(node, JavaContext.PARAMETERS);
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      boolean isVariadic = context.is(c, JavaNode.SPREAD_PARAMETER);
      if (isVariadic || context.is(c, JavaNode.FORMAL_PARAMETER)) {
        callable.parameter(new Parameter(parameterName(c), parameterType(c), false, isVariadic));
      }
    }
    parameters(parameters, callable.index());
    for (int c = tree.firstChild(node); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)
          && c != body
          && c != parameters
          && c != type
          && c != context.child(node, JavaContext.NAME)
          && !context.is(c, JavaNode.MODIFIERS)
          && !context.is(c, JavaNode.TYPE_PARAMETERS)) {
        walk.code().visit(c, callable.index());
      }
    }
    walk.code().visit(body, callable.index());
    context.pop();
    JavaComplexity.of(context, node, callable);
  }

  /** Binds parameters from where they stand to the end of the innermost scope. */
  void parameters(int parameters, int owner) {
    for (int c = parameters < 0 ? -1 : tree.firstChild(parameters);
        c >= 0;
        c = tree.nextSibling(c)) {
      if (!context.is(c, JavaNode.FORMAL_PARAMETER) && !context.is(c, JavaNode.SPREAD_PARAMETER)) {
        continue;
      }
      walk.heads().annotations(c, owner);
      walk.types().references(typeOf(c), owner, Role.TYPE);
      String name = parameterName(c);
      if (!name.isEmpty()) {
        String type = parameterType(c);
        context.bind(
            name,
            BindingKind.PARAMETER,
            owner,
            tree.startByte(c),
            type.equals("var") ? "" : type,
            -1);
      }
    }
  }

  /** The node of the type of a parameter, -1 for none. */
  int typeOf(int parameter) {
    int type = context.child(parameter, JavaContext.TYPE);
    if (type >= 0) {
      return type;
    }
    for (int c = tree.firstChild(parameter); c >= 0; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)
          && !context.is(c, JavaNode.MODIFIERS)
          && !context.is(c, JavaNode.ANNOTATION)
          && !context.is(c, JavaNode.MARKER_ANNOTATION)
          && !tree.isExtra(c)
          && !context.is(c, JavaNode.VARIABLE_DECLARATOR)) {
        return c;
      }
    }
    return -1;
  }

  /** The name of a parameter; empty for none. */
  String parameterName(int parameter) {
    int name = context.child(parameter, JavaContext.NAME);
    if (name < 0) {
      int declarator = context.child(parameter, JavaNode.VARIABLE_DECLARATOR);
      name = declarator < 0 ? -1 : context.child(declarator, JavaContext.NAME);
    }
    return context.text(name);
  }

  /** The written type of a parameter, an array for one that takes any number. */
  String parameterType(int parameter) {
    String type = context.normal(typeOf(parameter)) + walk.code().dimensions(parameter);
    return context.is(parameter, JavaNode.SPREAD_PARAMETER) ? type + "[]" : type;
  }
}
