package dev.codegraph.parser.cfamily;

import java.util.ArrayList;
import java.util.List;

/**
 * What a declarator declares. C writes a type around the name that has it; here both are apart.
 *
 * @param name Node of the name, qualified or not; -1 when there is none.
 * @param function The function declarator whose name this is; -1 when it is no function.
 * @param derivation What the declarator adds to the type before it, such as {@code *[]}; of a
 *     function what it adds to the result.
 * @param isIndirect Whether a pointer, reference or function type is added.
 * @param isPack Whether it names a parameter pack.
 */
record CDeclarator(int name, int function, String derivation, boolean isIndirect, boolean isPack) {
  /** Takes a declarator apart. */
  static CDeclarator of(CSyntax syntax, CTypes types, int declarator) {
    StringBuilder prefix = new StringBuilder();
    List<String> suffixes = new ArrayList<>(0);
    boolean isIndirect = false;
    boolean isPack = false;
    int function = -1;
    int node = declarator;
    while (node >= 0) {
      switch (syntax.kind(node)) {
        case POINTER_DECLARATOR, POINTER_TYPE_DECLARATOR, ABSTRACT_POINTER_DECLARATOR -> {
          prefix.append('*');
          for (int qualifier : syntax.children(node, CNode.TYPE_QUALIFIER)) {
            prefix.append(' ').append(syntax.normalText(qualifier));
          }
          isIndirect = true;
        }
        case REFERENCE_DECLARATOR, ABSTRACT_REFERENCE_DECLARATOR -> {
          prefix.append(syntax.hasToken(node, "&&") ? "&&" : "&");
          isIndirect = true;
        }
        case ARRAY_DECLARATOR, ABSTRACT_ARRAY_DECLARATOR ->
            suffixes.add("[" + syntax.normalText(syntax.field(node, CField.SIZE)) + "]");
        case FUNCTION_DECLARATOR, ABSTRACT_FUNCTION_DECLARATOR -> {
          int name = unwrapped(syntax, inner(syntax, node));
          if (name >= 0 && isName(syntax, name)) {
            function = node;
            node = name;
            continue;
          }
          suffixes.add(types.parameterTypes(syntax.field(node, CField.PARAMETERS)));
          isIndirect = true;
        }
        case PARENTHESIZED_DECLARATOR, ABSTRACT_PARENTHESIZED_DECLARATOR -> {
          int in = inner(syntax, node);
          if (in >= 0 && !isName(syntax, in) && !syntax.is(in, CNode.FUNCTION_DECLARATOR)) {
            prefix.append('(');
            suffixes.add(")");
          }
        }
        case VARIADIC_DECLARATOR -> isPack = true;
        case INIT_DECLARATOR, ATTRIBUTED_DECLARATOR -> {}
        default -> {
          if (isName(syntax, node)) {
            return of(node, function, prefix, suffixes, isIndirect, isPack);
          }
          return of(-1, function, prefix, suffixes, isIndirect, isPack);
        }
      }
      node = inner(syntax, node);
    }
    return of(-1, function, prefix, suffixes, isIndirect, isPack);
  }

  private static CDeclarator of(
      int name,
      int function,
      StringBuilder prefix,
      List<String> suffixes,
      boolean isIndirect,
      boolean isPack) {
    for (String suffix : suffixes.reversed()) {
      prefix.append(suffix);
    }
    return new CDeclarator(name, function, prefix.toString(), isIndirect, isPack);
  }

  /** The declarator inside a declarator, or -1. */
  private static int inner(CSyntax syntax, int node) {
    int field = syntax.field(node, CField.DECLARATOR);
    if (field >= 0) {
      return field;
    }
    for (int c = syntax.firstNamed(node); c >= 0; c = syntax.nextNamed(c)) {
      switch (syntax.kind(c)) {
        case POINTER_DECLARATOR,
            POINTER_TYPE_DECLARATOR,
            REFERENCE_DECLARATOR,
            ARRAY_DECLARATOR,
            FUNCTION_DECLARATOR,
            PARENTHESIZED_DECLARATOR,
            ATTRIBUTED_DECLARATOR,
            VARIADIC_DECLARATOR,
            ABSTRACT_POINTER_DECLARATOR,
            ABSTRACT_REFERENCE_DECLARATOR,
            ABSTRACT_ARRAY_DECLARATOR,
            ABSTRACT_FUNCTION_DECLARATOR,
            ABSTRACT_PARENTHESIZED_DECLARATOR -> {
          return c;
        }
        default -> {
          if (isName(syntax, c)) {
            return c;
          }
        }
      }
    }
    return -1;
  }

  private static int unwrapped(CSyntax syntax, int declarator) {
    int node = declarator;
    while (syntax.is(node, CNode.PARENTHESIZED_DECLARATOR)
        || syntax.is(node, CNode.ATTRIBUTED_DECLARATOR)) {
      node = inner(syntax, node);
    }
    return node;
  }

  private static boolean isName(CSyntax syntax, int node) {
    return switch (syntax.kind(node)) {
      case IDENTIFIER,
          FIELD_IDENTIFIER,
          TYPE_IDENTIFIER,
          QUALIFIED_IDENTIFIER,
          DESTRUCTOR_NAME,
          OPERATOR_NAME,
          OPERATOR_CAST,
          TEMPLATE_FUNCTION,
          TEMPLATE_METHOD,
          TEMPLATE_TYPE,
          PRIMITIVE_TYPE,
          STRUCTURED_BINDING_DECLARATOR ->
          true;
      default -> false;
    };
  }
}
