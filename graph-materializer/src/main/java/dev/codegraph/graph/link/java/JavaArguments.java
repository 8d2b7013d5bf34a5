package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells overloads apart by the arguments of a call. */
final class JavaArguments {
  private final SourceFile file;
  private final JavaExpressions expressions;
  private final JavaOverloads overloads;
  private @Nullable Map<Integer, String[]> arguments;

  JavaArguments(SourceFile file, JavaExpressions expressions, JavaOverloads overloads) {
    this.file = file;
    this.expressions = expressions;
    this.overloads = overloads;
  }

  /** Those of several overloads that the arguments of a call fit best. */
  List<Symbol> narrow(
      ReferenceFact reference, List<Symbol> candidates, @Nullable JavaType receiver) {
    int count = reference.argumentCount();
    if (candidates.size() == 1 || count < 0) {
      return candidates;
    }
    String[] written = arguments().get(reference.start());
    if (written == null || written.length != count) {
      // Nothing is known about any argument, or there is none.
      written = new String[count];
      java.util.Arrays.fill(written, "-");
    }
    List<JavaOverloads.Argument> arguments = new ArrayList<>(written.length);
    for (String one : written) {
      JavaOverloads.Argument literal = JavaOverloads.literal(one);
      arguments.add(literal == null ? argument(Integer.parseInt(one), reference) : literal);
    }
    return overloads.narrow(candidates, arguments, receiver);
  }

  private JavaOverloads.Argument argument(int expression, ReferenceFact call) {
    JavaMeaning meaning = expressions.meaning(expression, call.start(), call.owner());
    return new JavaOverloads.Argument.Typed(
        meaning instanceof JavaMeaning.Value value && !value.isBound()
            ? value.type()
            : JavaType.UNKNOWN);
  }

  /** The attribute of that name: the arguments of each call by the start of its name. */
  private Map<Integer, String[]> arguments() {
    Map<Integer, String[]> known = arguments;
    if (known == null) {
      known = new HashMap<>();
      String all = file.facts().attributes().getOrDefault("arguments", "");
      int start = 0;
      while (start < all.length()) {
        int equal = all.indexOf('=', start);
        int end = all.indexOf(';', equal);
        known.put(
            Integer.parseInt(all.substring(start, equal)),
            all.substring(equal + 1, end).split(",", -1));
        start = end + 1;
      }
      arguments = known;
    }
    return known;
  }
}
