package dev.codegraph.parser.cfamily;

import java.util.ArrayList;
import java.util.List;

/**
 * A name that a declaration gives to something.
 *
 * @param qualifier Scopes before it, without template arguments.
 * @param node Node of the last part.
 * @param text Text of the last part, without template arguments.
 */
record CName(List<String> qualifier, int node, String text) {
  /** Reads a name. */
  static CName of(CSyntax syntax, CTypes types, int nameNode) {
    List<String> qualifier = new ArrayList<>(0);
    int node = nameNode;
    while (syntax.is(node, CNode.QUALIFIED_IDENTIFIER)) {
      int scope = syntax.field(node, CField.SCOPE);
      if (syntax.is(scope, CNode.DEPENDENT_NAME)) {
        scope = syntax.firstNamed(scope);
      }
      if (syntax.is(scope, CNode.TEMPLATE_TYPE)) {
        scope = syntax.field(scope, CField.NAME);
      }
      if (scope >= 0) {
        qualifier.add(syntax.normalText(scope));
      }
      node = syntax.field(node, CField.NAME);
    }
    return switch (syntax.kind(node)) {
      case TEMPLATE_FUNCTION, TEMPLATE_METHOD, TEMPLATE_TYPE -> {
        int inner = syntax.field(node, CField.NAME);
        yield new CName(qualifier, inner, syntax.text(inner));
      }
      case OPERATOR_NAME -> new CName(qualifier, node, operator(syntax.normalText(node)));
      case OPERATOR_CAST -> new CName(qualifier, node, "operator " + cast(syntax, types, node));
      case DESTRUCTOR_NAME ->
          new CName(qualifier, node, "~" + syntax.text(syntax.firstNamed(node)));
      default -> new CName(qualifier, node, syntax.text(node));
    };
  }

  /** The type that a conversion function gives. */
  static String cast(CSyntax syntax, CTypes types, int operatorCast) {
    CDeclarator declarator = types.declarator(syntax.field(operatorCast, CField.DECLARATOR));
    int list = declarator.derivation().lastIndexOf('(');
    String derivation = list < 0 ? "" : declarator.derivation().substring(0, list);
    return types.base(operatorCast) + derivation;
  }

  /** {@code operator ()} and {@code operator()} are the same; words keep their distance. */
  private static String operator(String text) {
    String symbol = text.substring("operator".length()).strip();
    if (symbol.isEmpty() || !Character.isJavaIdentifierStart(symbol.charAt(0))) {
      return "operator" + symbol.replace(" ", "");
    }
    return "operator " + symbol;
  }
}
