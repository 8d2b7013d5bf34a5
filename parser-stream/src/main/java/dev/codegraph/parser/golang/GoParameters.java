package dev.codegraph.parser.golang;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters in a list. The grammar takes {@code (a, b int)} for a type and a parameter now and
 * then; but either all have names or none, so what looks like a type before a named one is a name.
 */
final class GoParameters {
  private GoParameters() {}

  /**
   * One parameter or result.
   *
   * @param name Node of its name, -1 when it has none.
   * @param type Node of its type.
   * @param variadic Whether it takes any number of arguments.
   */
  record Parameter(int name, int type, boolean variadic) {}

  static List<Parameter> of(GoSyntax syntax, int list) {
    List<Parameter> found = new ArrayList<>(4);
    boolean named = false;
    for (int c = list < 0 ? -1 : syntax.firstNamed(list); c >= 0; c = syntax.nextNamed(c)) {
      int type = syntax.field(c, GoSyntax.TYPE);
      if (type < 0) {
        continue;
      }
      boolean variadic = syntax.is(c, GoNode.VARIADIC_PARAMETER_DECLARATION);
      List<Integer> names = syntax.fields(c, GoSyntax.NAME);
      if (names.isEmpty()) {
        found.add(new Parameter(-1, type, variadic));
      }
      for (int name : names) {
        named = true;
        found.add(new Parameter(name, type, variadic));
      }
    }
    if (named) {
      nameAll(syntax, found);
    }
    return found;
  }

  private static void nameAll(GoSyntax syntax, List<Parameter> parameters) {
    for (int i = parameters.size() - 2; i >= 0; i--) {
      Parameter parameter = parameters.get(i);
      if (parameter.name() < 0 && syntax.is(parameter.type(), GoNode.TYPE_IDENTIFIER)) {
        Parameter next = parameters.get(i + 1);
        parameters.set(i, new Parameter(parameter.type(), next.type(), next.variadic()));
      }
    }
  }
}
