package dev.codegraph.parser.golang;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the declaration of a function or method says about it. */
final class GoCallables {
  private GoCallables() {}

  /** Sets signature, parameters and results. */
  static void describe(GoTypes types, GoSyntax syntax, EntityDraft draft, int node) {
    int body = syntax.field(node, GoSyntax.BODY);
    int end = body < 0 ? syntax.end(node) : syntax.start(body);
    int start = syntax.start(node);
    draft.signature(new String(syntax.source(), start, end - start, StandardCharsets.UTF_8));
    draft.declaredType(types.results(syntax.field(node, GoSyntax.RESULT)));
    for (GoParameters.Parameter parameter :
        GoParameters.of(syntax, syntax.field(node, GoSyntax.PARAMETERS))) {
      String name = parameter.name() < 0 ? "" : syntax.text(parameter.name());
      boolean variadic = parameter.variadic();
      draft.parameter(new Parameter(name, types.text(parameter.type()), variadic, variadic));
    }
  }

  /** Upper-case names are visible everywhere, others in their package. */
  static void visibility(EntityDraft draft) {
    if (GoSyntax.isExported(draft.name())) {
      draft.modifier(Modifier.PUBLIC).modifier(Modifier.EXPORTED);
    } else {
      draft.modifier(Modifier.INTERNAL);
    }
  }

  /** Sets the documentation, and the flag that one of its paragraphs asks for. */
  static void document(EntityDraft draft, String documentation) {
    draft.documentation(documentation);
    if (documentation.startsWith("Deprecated:") || documentation.contains("\nDeprecated:")) {
      draft.flag(EntityFlag.DEPRECATED);
    }
  }

  /** Flags what the go command runs by name and shape. */
  static void flagByName(EntityDraft draft, String packageName, List<String> parameterTypes) {
    String name = draft.name();
    if (name.equals("main") && packageName.equals("main") && parameterTypes.isEmpty()) {
      draft.flag(EntityFlag.ENTRY_POINT);
    } else if (isNamed(name, "Test") && parameterTypes.equals(List.of("*testing.T"))) {
      draft.flag(EntityFlag.TEST);
    } else if (isNamed(name, "Fuzz") && parameterTypes.equals(List.of("*testing.F"))) {
      draft.flag(EntityFlag.TEST);
    } else if (isNamed(name, "Benchmark") && parameterTypes.equals(List.of("*testing.B"))) {
      draft.flag(EntityFlag.BENCHMARK);
    } else if (isNamed(name, "Example") && parameterTypes.isEmpty()) {
      draft.flag(EntityFlag.EXAMPLE);
    }
  }

  /** Whether a name is the prefix alone or goes on with anything but a lower-case letter. */
  private static boolean isNamed(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length()
            || !Character.isLowerCase(name.codePointAt(prefix.length())));
  }
}
