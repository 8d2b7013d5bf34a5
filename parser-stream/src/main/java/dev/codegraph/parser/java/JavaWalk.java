package dev.codegraph.parser.java;

import dev.codegraph.parser.syntax.SyntaxTree;

/** The walk over one content: where it stands, and the parts that know one thing each. */
final class JavaWalk {
  private final JavaContext context;
  private final SyntaxTree tree;
  private final JavaTypes types;
  private final JavaImports imports;
  private final JavaTypeDeclarations typeDeclarations;
  private final JavaHeads heads;
  private final JavaFields fields;
  private final JavaCallables callables;
  private final JavaCode code;
  private final JavaRoutes routes;
  private final JavaRecovery recovery;

  JavaWalk(JavaContext context) {
    this.context = context;
    this.tree = context.tree();
    types = new JavaTypes(this);
    imports = new JavaImports(this);
    typeDeclarations = new JavaTypeDeclarations(this);
    heads = new JavaHeads(this);
    fields = new JavaFields(this);
    callables = new JavaCallables(this);
    code = new JavaCode(this);
    routes = new JavaRoutes(this);
    recovery = new JavaRecovery(this);
  }

  JavaContext context() {
    return context;
  }

  JavaTypes types() {
    return types;
  }

  JavaImports imports() {
    return imports;
  }

  JavaTypeDeclarations typeDeclarations() {
    return typeDeclarations;
  }

  JavaHeads heads() {
    return heads;
  }

  JavaFields fields() {
    return fields;
  }

  JavaCallables callables() {
    return callables;
  }

  JavaCode code() {
    return code;
  }

  JavaRoutes routes() {
    return routes;
  }

  JavaRecovery recovery() {
    return recovery;
  }

  /** Walks the whole content. */
  void file() {
    context.push(tree.source().length);
    if (tree.isError(tree.root())) {
      recovery.error(tree.root(), 0);
    } else {
      for (int c = tree.firstChild(tree.root()); c >= 0; c = tree.nextSibling(c)) {
        topLevel(c);
      }
    }
    context.pop();
    code.writeArguments();
  }

  /** Walks what stands outside of any type. */
  void topLevel(int node) {
    switch (context.kind(node)) {
      case ERROR -> recovery.error(node, 0);
      case PACKAGE_DECLARATION -> imports.packageDeclaration(node);
      case IMPORT_DECLARATION -> imports.importDeclaration(node);
      case MODULE_DECLARATION -> imports.module(node);
      case METHOD_DECLARATION -> callables.method(node, 0, false);
      // Outside of a class there are fields, whatever the grammar calls them.
      case FIELD_DECLARATION, LOCAL_VARIABLE_DECLARATION -> fields.field(node, 0, false);
      default -> {
        if (tree.isNamed(node)) {
          code.visit(node, 0);
        }
      }
    }
  }
}
