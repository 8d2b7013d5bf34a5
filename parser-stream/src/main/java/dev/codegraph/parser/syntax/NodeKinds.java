package dev.codegraph.parser.syntax;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table from kinds to the constants of an enum, so that an indexer can switch on node types
 * without comparing strings. The lower-case name of each constant is a named node type of the
 * grammar, and the constant {@code OTHER} stands for all kinds without a constant and for all
 * anonymous tokens.
 */
public final class NodeKinds<E extends Enum<E>> {
  private final E[] byKind;
  private final E other;
  private final E error;

  private NodeKinds(E[] byKind, E other, E error) {
    this.byKind = byKind;
    this.other = other;
    this.error = error;
  }

  /**
   * Builds the table of one grammar.
   *
   * @throws IllegalArgumentException if there is no {@code OTHER}, or if a constant names no node
   *     type of the grammar
   */
  public static <E extends Enum<E>> NodeKinds<E> of(Grammar grammar, Class<E> type) {
    return ofFamily(type, grammar).get(grammar);
  }

  /**
   * Builds one table for each of several related grammars, such as JavaScript and TypeScript.
   *
   * @throws IllegalArgumentException if there is no {@code OTHER}, or if a constant names no node
   *     type of any of the grammars
   */
  public static <E extends Enum<E>> Map<Grammar, NodeKinds<E>> ofFamily(
      Class<E> type, Grammar... grammars) {
    Set<E> unknown = EnumSet.allOf(type);
    unknown.remove(Enum.valueOf(type, "OTHER"));
    Map<Grammar, NodeKinds<E>> tables = new EnumMap<>(Grammar.class);
    for (Grammar grammar : grammars) {
      tables.put(grammar, table(grammar, type, unknown));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no node types of " + Arrays.toString(grammars) + ": " + unknown);
    }
    return tables;
  }

  private static <E extends Enum<E>> NodeKinds<E> table(
      Grammar grammar, Class<E> type, Set<E> unknown) {
    E other = Enum.valueOf(type, "OTHER");
    E error = other;
    E[] byKind = Arrays.copyOf(type.getEnumConstants(), grammar.kindCount());
    Arrays.fill(byKind, other);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals("ERROR")) {
        error = constant;
        unknown.remove(constant);
      }
      String name = constant.name().toLowerCase(Locale.ROOT);
      for (int kind = 0; kind < byKind.length; kind++) {
        if (constant != other && grammar.isNamedKind(kind) && grammar.kindName(kind).equals(name)) {
          byKind[kind] = constant;
          unknown.remove(constant);
        }
      }
    }
    return new NodeKinds<>(byKind, other, error);
  }

  /** The constant for a kind as {@link SyntaxTree#kind} gives it. */
  public E of(int kind) {
    return kind < byKind.length ? byKind[kind] : kind == Grammar.ERROR_KIND ? error : other;
  }
}
