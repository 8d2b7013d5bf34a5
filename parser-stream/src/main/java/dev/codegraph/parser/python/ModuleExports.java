package dev.codegraph.parser.python;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.python.PythonSyntax.Field;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.Modifier;

/** The names that {@code __all__} lists. */
final class ModuleExports {
  private static final String ALL = "__all__";

  private final PythonSyntax syntax;
  private final PythonScopes scopes;
  private final FactsBuilder facts;

  ModuleExports(PythonSyntax syntax, PythonScopes scopes, FactsBuilder facts) {
    this.syntax = syntax;
    this.scopes = scopes;
    this.facts = facts;
  }

  void add() {
    Scope.Name all = scopes.module.names.get(ALL);
    if (all == null) {
      return;
    }
    for (Target target : all.targets) {
      int statement = target.statement();
      value(
          syntax.is(statement, PythonNode.AUGMENTED_ASSIGNMENT)
              ? syntax.child(statement, Field.RIGHT)
              : target.value());
    }
    for (int s = syntax.firstNamed(0); s >= 0; s = syntax.nextNamed(s)) {
      int call = syntax.is(s, PythonNode.EXPRESSION_STATEMENT) ? syntax.firstNamed(s) : -1;
      int function = syntax.is(call, PythonNode.CALL) ? syntax.child(call, Field.FUNCTION) : -1;
      int object =
          syntax.is(function, PythonNode.ATTRIBUTE) ? syntax.child(function, Field.OBJECT) : -1;
      if (object >= 0 && syntax.tree.textEquals(object, ALL)) {
        value(syntax.argument(call, 0));
      }
    }
  }

  private void value(int node) {
    if (node < 0) {
      return;
    }
    switch (syntax.kind(node)) {
      case LIST, TUPLE -> {
        for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
          value(syntax.is(c, PythonNode.LIST_SPLAT) ? syntax.firstNamed(c) : c);
        }
      }
      case STRING -> name(syntax.stringContent(node));
      case BINARY_OPERATOR -> {
        value(syntax.child(node, Field.LEFT));
        value(syntax.child(node, Field.RIGHT));
      }
      case ATTRIBUTE -> {
        int module = syntax.child(node, Field.OBJECT);
        if (module >= 0 && syntax.lastName(node).equals(ALL)) {
          facts.export(new ExportFact("*", "", syntax.flat(module), "*", -1));
        }
      }
      default -> {}
    }
  }

  private void name(String name) {
    Scope.Name known = scopes.module.names.get(name);
    int entity = known == null ? -1 : known.entity;
    if (entity >= 0) {
      facts.entity(entity).modifier(Modifier.EXPORTED);
    }
    facts.export(new ExportFact(name, name, "", "", entity));
  }
}
